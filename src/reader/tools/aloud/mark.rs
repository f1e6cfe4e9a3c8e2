//! Marks the words that are spoken, without touching the page's nodes.
//!
//! Entry point: [`mark`].

use js_sys::{Array, Function};
use wasm_bindgen::prelude::*;
use web_sys::Range;

use crate::reader::{Reader, property};

/// What the browser marks spoken words by.
const SPOKEN: &str = "newsprint-spoken";

#[wasm_bindgen]
extern "C" {
    type Highlight;
    #[wasm_bindgen(constructor, catch)]
    fn new(range: &Range) -> Result<Highlight, JsValue>;
}

/// Marks the words of a range as spoken, and no others.
pub(super) fn mark(reader: &Reader, range: Option<&Range>) {
    let marks = property(&property(&reader.window, "CSS"), "highlights");
    let call = |method: &str, given: &Array| {
        if let Ok(method) = property(&marks, method).dyn_into::<Function>() {
            let _ = method.apply(&marks, given);
        }
    };
    match range.map(Highlight::new) {
        Some(Ok(highlight)) => call("set", &Array::of2(&SPOKEN.into(), &highlight)),
        _ => call("delete", &Array::of1(&SPOKEN.into())),
    }
}
