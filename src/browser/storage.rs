//! What is kept on this machine between visits, in the browser's local storage.
//!
//! Entry points: [`get`] and [`set`]. Where the browser keeps nothing (a private window, a full or forbidden storage),
//! everything works for the visit, in both modules, and that is to be said.

use js_sys::{Object, Reflect};
use wasm_bindgen::JsValue;
use web_sys::{Element, Storage};

use super::property;

/// Property of the script of the page that holds what could not be kept, for all modules of the document.
const UNKEPT: &str = "unkept";

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

fn script() -> Option<Element> {
    web_sys::window()?
        .document()?
        .get_element_by_id("newsprint")
}

/// What could not be kept; `None` while there is nothing.
fn unkept() -> Option<JsValue> {
    Some(property(&script()?.into(), UNKEPT)).filter(JsValue::is_object)
}

/// Holds what could not be kept.
fn hold(name: &str, value: &str) -> Option<()> {
    let values = unkept().unwrap_or_else(|| Object::new().into());
    Reflect::set(&script()?.into(), &UNKEPT.into(), &values).ok()?;
    Reflect::set(&values, &name.into(), &value.into()).ok()?;
    Some(())
}

/// What is kept under a name; empty when there is nothing.
pub(crate) fn get(name: &'static str) -> String {
    let unkept = unkept().and_then(|values| property(&values, name).as_string());
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
    if kept {
        if let Some(values) = unkept() {
            // Fails for frozen objects only.
            let _ = Reflect::delete_property(&values.into(), &name.into());
        }
        return Kept::Yes;
    }
    hold(name, value);
    Kept::No
}

/// Whether a switch is on. Every one is, until somebody switches it off.
pub(crate) fn is_on(switch: &str) -> bool {
    !get(OFF).split(' ').any(|off| off == switch)
}
