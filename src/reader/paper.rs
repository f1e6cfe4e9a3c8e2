//! Readies the page for paper: where links lead is listed at the end of the story, by numbers.
//!
//! Entry points: [`begin`] before a page is printed, [`end`] afterwards.
//!
//! On paper nobody follows a link. The sheet for paper counts the links of a story (`static/css/print.css`); only the list
//! is made here. Without the reader the address stands behind each link.

use web_sys::Element;

use super::Reader;
use crate::browser::each;

/// Class of `<html>` while links are counted.
const COUNTED: &str = "counted";
/// Class of the list.
const LIST: &str = "addresses";
/// What is listed; the sheet counts the same.
const LINKS: &str = "main .body a[href^=http]";

/// Lists where the story's links lead.
pub(super) fn begin(reader: &Reader) {
    end(reader);
    let document = &reader.document;
    let body = document.query_selector("main .body");
    if let Ok(Some(body)) = body
        && let Ok(list) = document.create_element("ol")
    {
        list.set_class_name(LIST);
        each(document, LINKS, &|link| {
            if let Ok(entry) = document.create_element("li") {
                entry.set_text_content(link.get_attribute("href").as_deref());
                let _ = list.append_child(&entry);
            }
        });
        if list.has_child_nodes() {
            let _ = body.append_child(&list);
            mark(reader, |html| html.class_list().add_1(COUNTED).is_ok());
        }
    }
}

/// Takes the list away again.
pub(super) fn end(reader: &Reader) {
    each(&reader.document, &["main .", LIST].concat(), &|list| {
        list.remove()
    });
    mark(reader, |html| html.class_list().remove_1(COUNTED).is_ok());
}

fn mark(reader: &Reader, how: fn(&Element) -> bool) {
    if let Some(html) = reader.document.document_element() {
        // Fails for names that are none only.
        let _ = how(&html);
    }
}
