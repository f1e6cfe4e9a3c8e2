//! Marks words without touching the page's nodes (CSS Custom Highlight API). Without it nothing is marked.
//!
//! Entry point: [`mark`].

use js_sys::{Array, Function, Reflect};
use wasm_bindgen::JsCast;
use web_sys::Window;

use super::property;

/// Marks these ranges under a name of the style sheet, and no others; with none, the mark is taken away.
pub(crate) fn mark(window: &Window, name: &str, ranges: &Array) {
    let marks = property(&property(window, "CSS"), "highlights");
    let highlight = property(window, "Highlight").dyn_into::<Function>();
    let made = highlight.and_then(|highlight| Reflect::construct(&highlight, ranges));
    let (method, given) = match made {
        Ok(highlight) if ranges.length() > 0 => ("set", Array::of2(&name.into(), &highlight)),
        _ => ("delete", Array::of1(&name.into())),
    };
    if let Ok(method) = property(&marks, method).dyn_into::<Function>() {
        let _ = method.apply(&marks, &given);
    }
}
