//! What stands around `<main>` and changes with it: the window's title, the page's language and
//! direction, the elements of the head that speak of the page, and the mark in the masthead.
//!
//! Entry points: [`apply`], and [`exchange`] after it; [`elements_of_document`] for the printed page.
//!
//! The press has worked out what a head says; the reader only puts it in place. What the printed page says
//! to machines in JSON-LD goes with that page: no machine that reads it follows links in the browser.

use std::cell::RefCell;

use web_sys::{Document, Element};

use super::Reader;
use super::visit::Visit;
use crate::browser::{attribute, each};
use crate::paper::page::{Content, Metadata, Page};

/// What the press prints for one page alone: it stands after the title, what holds for all pages before it.
const OWN: &str = "title~meta,[rel=canonical],[rel=alternate][type],[type='application/ld+json']";
const NAVIGATION: &str = "header.masthead nav a[href]";

/// The elements of the page the document came with.
pub(super) fn elements_of_document(document: &Document) -> Vec<Element> {
    let found = RefCell::new(Vec::new());
    each(document, OWN, &|element| found.borrow_mut().push(element));
    found.into_inner()
}

/// The elements that say what a page's metadata says.
pub(super) fn elements(document: &Document, metadata: &Metadata) -> Vec<Element> {
    let made = metadata.elements().filter_map(|one| {
        let (name, holds) = one.kind();
        let element = document.create_element(name).ok()?;
        set(&element, one.attribute, one.name);
        set(&element, holds, one.value);
        Some(element)
    });
    made.collect()
}

/// Absolute URL of the section that the masthead of the printed page marks.
pub(super) fn section_of_document(document: &Document) -> String {
    attribute(document, "header.masthead nav a[aria-current=true]", "href")
}

/// Address of the section a page belongs to, as the press marks it in the masthead: a story's.
pub(super) fn section_address(page: &Page) -> &str {
    match &page.content {
        Content::Story(story) => &story.section.address,
        _ => "",
    }
}

/// Makes the document say what the visit's page says.
pub(super) fn apply(reader: &Reader, visit: &Visit) {
    let document = &reader.document;
    let head = &visit.head;
    document.set_title(&head.title);
    if let Some(html) = document.document_element() {
        set(&html, "lang", &head.language);
        set(&html, "dir", head.direction.as_str());
    }
    let root = reader.root.borrow();
    each(document, NAVIGATION, &|link| {
        let href = link.get_attribute("href").unwrap_or_default();
        // The press does not mark the front page: its link stands in every masthead's name too.
        let mark = if href == *root {
            ""
        } else if href == visit.page_url {
            "page"
        } else if href == visit.section_url {
            "true"
        } else {
            ""
        };
        set(&link, "aria-current", mark);
    });
}

/// Puts what machines read of the shown page into the head.
pub(super) fn exchange(reader: &Reader) {
    each(&reader.document, OWN, &|element| element.remove());
    if let Some(place) = reader.document.head() {
        for element in &reader.shown.borrow().head_elements {
            // Fails for nodes that cannot be children only.
            let _ = place.append_child(element);
        }
    }
}

/// Sets an attribute, or takes it away when it would be empty. One that stays as it is is not touched: a language set
/// anew has every style below it worked out anew.
fn set(element: &Element, name: &str, value: &str) {
    if element.get_attribute(name).unwrap_or_default() == value {
        return;
    }
    // Fails for malformed names only.
    let _ = if value.is_empty() {
        element.remove_attribute(name)
    } else {
        element.set_attribute(name, value)
    };
}
