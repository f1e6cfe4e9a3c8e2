//! What choices of display mean: a style sheet.
//!
//! Entry points: [`look`], [`apply`].

use js_sys::Array;
use wasm_bindgen::prelude::*;

use super::{Choices, FACES, LEGIBLE, SCALES, SCHEMES, SWITCHES};
use crate::browser::{edition, named_file};
use crate::tools::Tools;

/// The properties that make a scheme.
const COLOURS: &[&str] = &[
    "color-scheme",
    "--paper",
    "--ink",
    "--soft",
    "--line",
    "--tint",
    "--accent",
];
/// The rules of its two files: how the letters stand, and what the press calls the file ([`named_file`]).
const LEGIBLE_FILES: [(&str, &str); 2] = [("normal", "legible"), ("italic", "legible-italic")];
/// A rule, up to how the letters stand.
const LEGIBLE_RULE: &str = "@font-face{font-family:\"Atkinson Hyperlegible Next\";font-weight:200 800;font-display:fallback;font-style:";

/// The style sheet that choices mean; empty when all is as the paper has it.
pub(super) fn look(tools: &Tools, choices: &Choices) -> String {
    let mut look = String::new();
    if let Some(scheme) = SCHEMES.iter().find(|name| **name == choices.of("scheme")) {
        // Where a swatch cannot be shown, the colours stay the paper's.
        let _ = declare_colours(tools, scheme, &mut look);
    }
    let face = FACES.iter().find(|(name, _)| *name == choices.of("face"));
    if let Some((_, family)) = face {
        declare(&mut look, "--news", family);
        declare(&mut look, "--naskh", family);
    }
    for (name, property, steps) in SCALES {
        let step = choices.of(name).parse::<usize>().ok();
        if let Some(value) = step.and_then(|step| steps.get(step)) {
            declare(&mut look, property, value);
        }
    }
    for (name, property, value) in SWITCHES {
        if !choices.of(name).is_empty() {
            declare(&mut look, property, value);
        }
    }
    if !look.is_empty() {
        // The edition that it was made for, which the reader looks for (src/reader/tools.rs).
        look = [&edition(&tools.document), ":root{", &look, "}"].concat();
    }
    if face.is_some_and(|(name, _)| *name == LEGIBLE) {
        for (style, name) in LEGIBLE_FILES {
            let file = named_file(&tools.document, name).unwrap_or_default();
            look.extend([LEGIBLE_RULE, style, ";src:url(\"", &file, "\")}"]);
        }
    }
    look
}

fn declare(look: &mut String, property: &str, value: &str) {
    if !value.is_empty() {
        look.extend([property, ":", value, ";"]);
    }
}

/// Declares what a scheme's swatch shows. It need not be in the panel: one is made for the moment.
fn declare_colours(tools: &Tools, scheme: &str, look: &mut String) -> Option<()> {
    let swatch = tools.document.create_element("i").ok()?;
    swatch.set_class_name(&["scheme-", scheme].concat());
    tools.body.append_child(&swatch).ok()?;
    let style = tools.window.get_computed_style(&swatch).ok()??;
    for property in COLOURS {
        let value = style.get_property_value(property).unwrap_or_default();
        declare(look, property, value.trim());
    }
    swatch.remove();
    Some(())
}

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_name = "CSSStyleSheet")]
    type Sheet;
    #[wasm_bindgen(constructor, js_class = "CSSStyleSheet", catch)]
    fn new() -> Result<Sheet, JsValue>;
    #[wasm_bindgen(method, js_name = "replaceSync", catch)]
    fn replace(this: &Sheet, css: &str) -> Result<(), JsValue>;

    type Adopting;
    #[wasm_bindgen(method, setter, js_name = "adoptedStyleSheets")]
    fn adopt(this: &Adopting, sheets: &Array);
}

/// A browser without sheets of scripts (they are of 2023) looks as the paper has it.
pub(super) fn apply(tools: &Tools, look: &str) {
    let Ok(sheet) = Sheet::new() else {
        return;
    };
    if sheet.replace(look).is_ok() {
        let document: &Adopting = tools.document.unchecked_ref();
        document.adopt(&Array::of1(&sheet));
    }
}
