//! What the reader keeps on this machine between visits, in the browser's local storage.
//!
//! Entry points: [`get`] and [`set`]. Where the browser keeps nothing (a private window, a full or forbidden storage),
//! everything works for the visit, and is said once not to be kept: to screen readers, and in a notice.

use std::cell::{Cell, RefCell};

use web_sys::Storage;

use super::announce::{About, announce};
use super::words::say;
use super::{Reader, notice};
use crate::view::words::ToolWord;

/// Class of the notice that nothing is kept.
const NOTICE: &str = "unkept";

/// What could not be kept, and whether that was said.
#[derive(Default)]
pub(super) struct Unkept {
    values: RefCell<Vec<(&'static str, String)>>,
    said: Cell<bool>,
}

fn storage(reader: &Reader) -> Option<Storage> {
    // The getter itself throws where storage is forbidden.
    reader.window.local_storage().ok().flatten()
}

/// What is kept under a name; empty when there is nothing.
pub(super) fn get(reader: &Reader, name: &'static str) -> String {
    let unkept = reader.unkept.values.borrow();
    if let Some((_, value)) = unkept.iter().find(|(known, _)| *known == name) {
        return value.clone();
    }
    let kept = storage(reader).and_then(|storage| storage.get_item(name).ok().flatten());
    kept.unwrap_or_default()
}

/// Keeps a value under a name; an empty one is forgotten.
pub(super) fn set(reader: &'static Reader, name: &'static str, value: &str) {
    let kept = storage(reader).is_some_and(|storage| {
        let done = if value.is_empty() {
            storage.remove_item(name)
        } else {
            storage.set_item(name, value)
        };
        done.is_ok()
    });
    let mut values = reader.unkept.values.borrow_mut();
    values.retain(|(known, _)| *known != name);
    if kept {
        return;
    }
    values.push((name, value.to_owned()));
    drop(values);
    if !reader.unkept.said.replace(true) {
        let said = say(reader, ToolWord::NotKept);
        announce(reader, About::Event, said);
        notice::tell(reader, NOTICE, said);
    }
}
