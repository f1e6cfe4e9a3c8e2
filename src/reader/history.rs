//! What the reader writes into the entries of the browser's history, and reads there.
//!
//! Entry points: [`read`], [`stamp`] and [`push`]. An entry's state is `{ visit, position, x, y }`. It outlives
//! the document, so a reload or a return from another site finds it.

use wasm_bindgen::JsValue;
use web_sys::History;

use crate::browser::focus::Scroll;
use crate::browser::property;

/// An entry of the browser's history.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub(super) struct Entry {
    /// The visit whose page the entry shows: the position of the visit's first entry. Later entries
    /// of one visit are fragments of its page.
    pub(super) visit: u32,
    /// Where the entry stands among those of the paper.
    pub(super) position: u32,
}

/// What the present entry says; `None` when the reader has not written it.
pub(super) fn read(history: &History) -> Option<(Entry, Scroll)> {
    let state = history.state().ok()?;
    let number = |name| property(&state, name).as_f64();
    let entry = Entry {
        visit: number("visit")? as u32,
        position: number("position")? as u32,
    };
    let scroll = Scroll {
        x: number("x")?,
        y: number("y")?,
    };
    Some((entry, scroll))
}

/// Whether the window stands at an entry. One without words is the one the document came with: the reader writes every
/// other at once.
pub(super) fn is_at(history: &History, entry: Entry) -> bool {
    read(history).is_none_or(|(present, _)| present == entry)
}

fn state(entry: Entry, scroll: Scroll) -> JsValue {
    let state = js_sys::Object::new();
    for (name, number) in [
        ("visit", f64::from(entry.visit)),
        ("position", f64::from(entry.position)),
        ("x", scroll.x),
        ("y", scroll.y),
    ] {
        // Fails for frozen objects only.
        let _ = js_sys::Reflect::set(&state, &name.into(), &number.into());
    }
    state.into()
}

/// Writes the present entry.
pub(super) fn stamp(history: &History, entry: Entry, scroll: Scroll) {
    // A browser that finds this too often throws (see [`push`]); the entry then keeps what it had.
    let _ = history.replace_state(&state(entry, scroll), "");
}

/// Adds an entry after the present one; those ahead of it are gone. `false` when the browser refused: it does after
/// many in a short time (Safari a hundred in ten seconds, written ones among them), some with an error, some without a
/// word. The window then has the URL it had.
#[must_use]
pub(super) fn push(history: &History, entry: Entry, url: &str) -> bool {
    let _ = history.push_state_with_url(&state(entry, Scroll::default()), "", Some(url));
    read(history).is_some_and(|(present, _)| present == entry)
}
