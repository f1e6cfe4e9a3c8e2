//! Who scrolls the window on Back and Forward, the browser or the reader, and to where.
//!
//! Entry points: [`take_over`] when a document comes, [`leave`] when it goes, [`claim`] once there is an entry of the reader's,
//! [`fn@write`] when scrolling has come to rest.

use web_sys::ScrollRestoration;

use super::{Reader, history};
use crate::browser::focus::{scroll, scroll_to};

/// Puts a document back where it was before a reload, or before another site, when the browser did not. Then the
/// entries around it are the reader's, who scrolls where Back and Forward lead.
pub(super) fn take_over(reader: &Reader) {
    let Some((_, before)) = history::read(&reader.history) else {
        return;
    };
    if before.y > 0.0 && scroll(&reader.window).y == 0.0 {
        scroll_to(&reader.window, before);
    }
    claim(reader);
}

/// From now on the reader scrolls on Back and Forward.
pub(super) fn claim(reader: &Reader) {
    let _ = reader
        .history
        .set_scroll_restoration(ScrollRestoration::Manual);
}

/// The document is left: whoever comes back to it is scrolled by the browser, which is there before the reader is.
pub(super) fn leave(reader: &Reader) {
    write(reader);
    let _ = reader
        .history
        .set_scroll_restoration(ScrollRestoration::Auto);
}

/// Writes down how far the shown page is scrolled, while the present entry is its own.
pub(super) fn write(reader: &Reader) {
    let entry = reader.entry.get();
    if history::is_at(&reader.history, entry) {
        history::stamp(&reader.history, entry, scroll(&reader.window));
    }
}
