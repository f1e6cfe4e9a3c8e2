//! Which key somebody has pressed, on any keyboard.
//!
//! Entry points: [`command`], [`key`].
//!
//! A single letter is heeded only where nobody types, without another key held, and unless somebody switched it off
//! (WCAG 2.2, 2.1.4). A screen reader that uses letters for itself never hands them on.

use wasm_bindgen::JsCast;
use web_sys::{Element, Event, KeyboardEvent};

use super::storage::{LETTERS, is_on};

/// The keys that do something, by what they write; what each does says `src/tools/keys.rs`.
const COMMANDS: [&str; 12] = ["?", "/", "n", "p", "d", "c", "t", "i", "l", "k", "h", "m"];
/// What Ctrl K means, as the key that means the same.
const FIND: &str = "/";

/// The command of a key that was pressed in an element; `None` where it is none, or the element's own.
pub(crate) fn command(event: &Event, element: &Element) -> Option<String> {
    let event = event.dyn_ref::<KeyboardEvent>()?;
    let key = key(&event.key(), &event.code(), event.shift_key());
    let is_held = event.ctrl_key() || event.meta_key();
    if key == "k" && is_held && !event.alt_key() && !event.shift_key() {
        return Some(FIND.to_owned());
    }
    let is_command = COMMANDS.contains(&key.as_str());
    let is_free = !is_held && !event.alt_key() && !event.default_prevented() && !types(element);
    (is_command && is_free && is_on(LETTERS)).then_some(key)
}

/// Whether keys that are pressed in an element are its own.
pub(crate) fn types(element: &Element) -> bool {
    matches!(
        element.closest("input,select,textarea,audio,video,dialog,[contenteditable]"),
        Ok(Some(_))
    )
}

/// From here on letters are none of the Latin alphabet: Greek is the first.
const OTHER_LETTERS: char = '\u{370}';

/// The key that is meant by what a key writes (`KeyboardEvent.key`) and where it is (`KeyboardEvent.code`). Where it writes
/// a letter of another alphabet, it is known by its place: nobody with a Russian keyboard can write an `n` without
/// switching it. A Latin letter is itself wherever it is.
pub fn key(writes: &str, code: &str, shift: bool) -> String {
    let is_other = writes.chars().next().is_some_and(|c| c >= OTHER_LETTERS);
    let place = code.strip_prefix("Key").filter(|_| is_other);
    match (place, code) {
        (Some(letter), _) if shift => letter.to_owned(),
        (Some(letter), _) => letter.to_ascii_lowercase(),
        (None, "Slash") if is_other || writes == "؟" => if shift { "?" } else { "/" }.to_owned(),
        _ => writes.to_owned(),
    }
}
