//! Where one is in a story: the block at the top of the window, and how much is read.
//!
//! Entry points: [`Place::of`], [`first_in_sight`].
//!
//! A place is the number of a block of the body, not a distance: it stays right when the size of type changes.

use web_sys::{Document, Element, Window};

/// Of so many blocks a story is hardly begun.
pub(crate) const BEGINNING: u32 = 2;

/// How far a story is read.
pub(crate) struct Place {
    /// Number of the block at the top of the window.
    pub(crate) block: u32,
    pub(crate) blocks: u32,
    /// Share that is above the bottom of the window, from 0 to 100.
    pub(crate) read: u32,
}

/// The body of the story that a document shows; none on another page.
pub(crate) fn body(document: &Document) -> Option<Element> {
    let body = document.query_selector("main > article.story > .body");
    body.ok().flatten()
}

fn window_height(window: &Window) -> f64 {
    let height = window.inner_height().ok();
    height.and_then(|height| height.as_f64()).unwrap_or(0.0)
}

impl Place {
    /// Where one is in the body of a story.
    pub(crate) fn of(window: &Window, body: &Element) -> Self {
        let blocks = body.children();
        let bounds = body.get_bounding_client_rect();
        let above = window_height(window) - bounds.top();
        let read = (above / bounds.height().max(1.0) * 100.0).clamp(0.0, 100.0) as u32;
        // Blocks follow each other, so the first that reaches below the top of the window is found by halving.
        let (mut from, mut to) = (0, blocks.length());
        while from < to {
            let middle = (from + to) / 2;
            let above = blocks
                .item(middle)
                .is_some_and(|block| block.get_bounding_client_rect().bottom() <= 0.0);
            if above {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        Self {
            block: from,
            blocks: blocks.length(),
            read,
        }
    }
}

/// The first block of the story that reaches into the window.
pub(crate) fn first_in_sight(window: &Window, document: &Document) -> Option<Element> {
    let body = body(document)?;
    let place = Place::of(window, &body);
    body.children().item(place.block)
}
