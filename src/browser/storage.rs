//! What is kept on this machine between visits, in the browser's local storage.
//!
//! Entry points: [`get`] and [`set`]; [`again`] when another module has kept something. Where the browser keeps nothing (a
//! private window, a full or forbidden storage), everything works for the visit, and that is to be said.

use std::cell::RefCell;

use web_sys::Storage;

thread_local! {
    /// What could not be kept.
    static UNKEPT: RefCell<Vec<(&'static str, String)>> = const { RefCell::new(Vec::new()) };
}

/// Under this name is kept how somebody wants pages to look: their choices, and what they mean as a style sheet, which
/// the loader reads.
pub(crate) const CHOICES: &str = "newsprint-choices";
pub(crate) const LOOK: &str = "newsprint";
/// The places in stories, for each the number of a block.
pub(crate) const PLACES: &str = "newsprint-places";
/// The versions of stories that were read.
pub(crate) const READ: &str = "newsprint-read";
/// The highlights and notes.
pub(crate) const HIGHLIGHTS: &str = "newsprint-highlights";
/// How stories are read aloud.
pub(crate) const VOICE: &str = "newsprint-voice";
/// What is switched off: [`LETTERS`], [`SWIPES`].
pub(crate) const OFF: &str = "newsprint-off";
/// The switch of single letters.
pub(crate) const LETTERS: &str = "letters";
/// The switch of swipes.
pub(crate) const SWIPES: &str = "swipes";

/// What became of a value.
#[derive(Clone, Copy, Eq, PartialEq)]
#[must_use]
pub(crate) enum Kept {
    /// It is kept.
    Yes,
    /// The browser keeps nothing; the value is there as long as the document is.
    No,
}

fn storage() -> Option<Storage> {
    // The getter itself throws where storage is forbidden.
    web_sys::window()?.local_storage().ok().flatten()
}

/// What is kept under a name; empty when there is nothing.
pub(crate) fn get(name: &'static str) -> String {
    let unkept = UNKEPT.with_borrow(|values| {
        let known = values.iter().find(|(known, _)| *known == name);
        known.map(|(_, value)| value.clone())
    });
    unkept
        .or_else(|| storage()?.get_item(name).ok()?)
        .unwrap_or_default()
}

/// Keeps a value under a name; an empty one is forgotten.
pub(crate) fn set(name: &'static str, value: &str) -> Kept {
    let kept = storage().is_some_and(|storage| {
        let done = if value.is_empty() {
            storage.remove_item(name)
        } else {
            storage.set_item(name, value)
        };
        done.is_ok()
    });
    UNKEPT.with_borrow_mut(|values| {
        values.retain(|(known, _)| *known != name);
        if kept {
            return Kept::Yes;
        }
        values.push((name, value.to_owned()));
        Kept::No
    })
}

/// Another module of this document has kept or deleted something: what could not be kept here is forgotten for it.
pub(crate) fn again() {
    UNKEPT.with_borrow_mut(Vec::clear);
}

/// Whether a switch is on. Every one is, until somebody switches it off.
pub(crate) fn is_on(switch: &str) -> bool {
    !get(OFF).split(' ').any(|off| off == switch)
}
