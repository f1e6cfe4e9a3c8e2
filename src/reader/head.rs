//! What stands around `<main>` and changes with it: the window's title, the page's language and
//! direction, its description and canonical address, and the mark in the masthead.
//!
//! Entry points: [`apply`], and [`of_document`] for the printed page.

use web_sys::{Document, Element};

use super::Reader;
use super::visit::Visit;
use crate::paper::page::{Content, Head, Page};
use crate::story::Direction;

const DESCRIPTION: &str = "meta[name=description]";
const CANONICAL: &str = "link[rel=canonical]";
const NAVIGATION: &str = "header.masthead nav a[href]";

/// Calls for every element that a selector finds.
pub(super) fn each(document: &Document, selector: &str, act: &dyn Fn(Element)) {
    use wasm_bindgen::JsCast;
    let Ok(found) = document.query_selector_all(selector) else {
        return;
    };
    for place in 0..found.length() {
        if let Some(element) = found.item(place) {
            act(element.unchecked_into());
        }
    }
}

fn attribute(document: &Document, selector: &str, name: &str) -> String {
    let element = document.query_selector(selector).ok().flatten();
    element
        .and_then(|element| element.get_attribute(name))
        .unwrap_or_default()
}

/// The head of the page the document came with.
pub(super) fn of_document(document: &Document) -> Head {
    let direction = match attribute(document, "html", "dir").as_str() {
        "rtl" => Direction::Rtl,
        _ => Direction::Ltr,
    };
    Head {
        title: document.title(),
        description: attribute(document, DESCRIPTION, "content"),
        language: attribute(document, "html", "lang"),
        direction,
        canonical: attribute(document, CANONICAL, "href"),
    }
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
    each(document, DESCRIPTION, &|meta| {
        set(&meta, "content", &head.description);
    });
    each(document, CANONICAL, &|link| {
        set(&link, "href", &head.canonical);
    });
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
