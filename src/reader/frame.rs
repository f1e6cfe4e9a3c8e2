//! What stands around `<main>` on the printed page, made independent of it: the window's URL and the
//! page's language are about to change.
//!
//! Entry point: [`free`].

use super::{Reader, head, link};
use crate::browser::each;

/// Gives the frame absolute addresses and its own language, and notes what the printed page's head says.
pub(super) fn free(reader: &Reader) {
    let document = &reader.document;
    // An icon that is addressed from a page would be asked for anew, and in vain, from the next.
    each(
        document,
        "header.masthead a[href], footer.colophon a[href], [rel*=icon], [rel=manifest]",
        &|link| {
            if let Some(url) = link::resolve(reader, &link) {
                let _ = link.set_attribute("href", &url);
            }
        },
    );
    let head = reader.shown.borrow().head.clone();
    each(document, "body > :not(main, script, [lang])", &|part| {
        let _ = part.set_attribute("lang", &head.language);
        let _ = part.set_attribute("dir", head.direction.as_str());
    });
    let mut shown = reader.shown.borrow_mut();
    shown.section_url = head::section_of_document(document);
    shown.head_elements = head::elements_of_document(document);
}
