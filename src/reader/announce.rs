//! Tells screen readers, politely, what has happened.
//!
//! Entry points: [`region`] once, then [`announce`].

use web_sys::{Document, Element};

use super::Reader;

/// Makes the place that announcements are written to. It has to be there before the first one.
pub(super) fn region(document: &Document, body: &Element) -> Option<Element> {
    let region = document.create_element("p").ok()?;
    region.set_class_name("hidden");
    region.set_attribute("role", "status").ok()?;
    body.append_child(&region).ok()?;
    Some(region)
}

/// Announces in the language of the page that is shown.
pub(super) fn announce(reader: &Reader, text: &str) {
    let language = &reader.shown.borrow().head.language;
    let _ = reader.announcement.set_attribute("lang", language);
    reader.announcement.set_text_content(Some(text));
}
