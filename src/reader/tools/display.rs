//! How pages look: colours, face, sizes, spaces. What somebody chooses holds for every page of the paper, at once in
//! every window, and before the first paint of the pages they open later.
//!
//! Entry point: [`TOOL`]; [`follow`] when another window has chosen.
//!
//! 1. Choices are kept as text, `scheme=dark&size=2`, without those that are as the paper has them.
//! 2. They become a style sheet ([`look`]) with properties of the `<html>` element: the paper's own sheets count with them.
//! 3. It is kept too, for `static/loader.js` to set before the first paint of a page.
//!
//! The colours of the schemes stand in `static/css/tools.css`: the swatches of the panel show them, and what they show
//! is what the page gets.

use js_sys::Array;
use wasm_bindgen::prelude::*;

use super::{Pen, Tool};
use crate::reader::{Reader, storage};
use crate::story::digits::digits;
use crate::view::words::ToolWord;

/// The tool.
pub(super) const TOOL: Tool = Tool {
    name: ToolWord::Display,
    draw,
    act,
};

/// Under this name the choices are kept.
pub(super) const CHOICES: &str = "newsprint-choices";
/// Under this name the loader finds what they mean.
const LOOK: &str = "newsprint";

/// The schemes besides the system's.
const SCHEMES: &[&str] = &["light", "dark", "sepia", "contrast"];
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
/// The faces besides the paper's, and the families that stand for them.
const FACES: &[(&str, &str)] = &[
    ("sans", "\"Libre Franklin\""),
    ("system", "system-ui"),
    (LEGIBLE, "\"Atkinson Hyperlegible Next\""),
];
/// The face that a page has to be told of before its first paint, for no printed page names it.
const LEGIBLE: &str = "legible";
/// The rules of its two files: how the letters stand, and what the press calls the file.
const LEGIBLE_FILES: [(&str, &str); 2] = [
    ("normal", "data-legible"),
    ("italic", "data-legible-italic"),
];
/// A rule, up to how the letters stand.
const LEGIBLE_RULE: &str = "@font-face{font-family:\"Atkinson Hyperlegible Next\";font-weight:200 800;font-display:fallback;font-style:";

/// What can be turned up and down: its name, the property it sets, and the value of each step; the paper's own is empty.
const SCALES: &[(&str, &str, &[&str])] = &[
    (
        "size",
        "font-size",
        &["87.5%", "", "112.5%", "125%", "150%", "175%", "200%"],
    ),
    ("leading", "--leading", &["1.4", "", "1.8", "2", "2.25"]),
    (
        "measure",
        "--measure",
        &["28rem", "34rem", "", "48rem", "60rem"],
    ),
    (
        "letters",
        "letter-spacing",
        &["", "0.03em", "0.06em", "0.12em"],
    ),
    ("words", "word-spacing", &["", "0.08em", "0.16em", "0.3em"]),
];
/// What can be switched: its name, the property it sets, and the value that it gets.
const SWITCHES: &[(&str, &str, &str)] = &[
    ("justified", "--align", "justify"),
    ("unbroken", "--hyphens", "manual"),
];

/// What somebody has chosen.
#[derive(Clone, Debug, Default)]
struct Choices(Vec<(String, String)>);

impl Choices {
    fn read(text: &str) -> Self {
        let pairs = text.split('&').filter_map(|pair| pair.split_once('='));
        Self(
            pairs
                .map(|(name, value)| (name.to_owned(), value.to_owned()))
                .collect(),
        )
    }

    fn of(&self, name: &str) -> &str {
        let chosen = self.0.iter().find(|(known, _)| known == name);
        chosen.map_or("", |(_, value)| value)
    }

    fn set(&mut self, name: &str, value: &str) {
        self.0.retain(|(known, _)| known != name);
        if !value.is_empty() {
            self.0.push((name.to_owned(), value.to_owned()));
        }
    }

    fn text(&self) -> String {
        let mut text = String::new();
        for (name, value) in &self.0 {
            if !text.is_empty() {
                text.push('&');
            }
            text.extend([name.as_str(), "=", value]);
        }
        text
    }
}

/// The step of a scale that is the paper's own.
fn own_step(steps: &[&str]) -> usize {
    steps.iter().position(|step| step.is_empty()).unwrap_or(0)
}

fn act(reader: &'static Reader, verb: &str, value: &str) {
    let mut choices = Choices::read(&storage::get(reader, CHOICES));
    if verb == "reset" {
        choices = Choices::default();
    } else {
        let own = SCALES
            .iter()
            .find(|(name, ..)| *name == verb)
            .is_some_and(|(_, _, steps)| value.parse() == Ok(own_step(steps)));
        choices.set(verb, if own { "" } else { value });
    }
    storage::set(reader, CHOICES, &choices.text());
    wear(reader, &choices);
}

/// What is chosen here, and in a file of another machine: of the same thing, what the file says.
pub(super) fn merge(own: &str, other: &str) -> String {
    let mut choices = Choices::read(own);
    for (name, value) in Choices::read(other).0 {
        choices.set(&name, &value);
    }
    choices.text()
}

/// Another window has chosen, or the paper may have changed what a choice means.
pub(in crate::reader) fn follow(reader: &'static Reader) {
    let choices = Choices::read(&storage::get(reader, CHOICES));
    wear(reader, &choices);
    if !super::is_written_in(reader) {
        super::draw(reader);
    }
}

/// Shows what was chosen, and keeps what that means.
fn wear(reader: &'static Reader, choices: &Choices) {
    let look = look(reader, choices);
    if look != storage::get(reader, LOOK) {
        storage::set(reader, LOOK, &look);
    }
    apply(reader, &look);
}

/// Looks after what was chosen on an earlier visit: the colours of a scheme, or the name of a file, may be others now.
pub(super) fn offer(reader: &'static Reader) {
    if !storage::get(reader, CHOICES).is_empty() {
        follow(reader);
    }
}

/// The style sheet that choices mean; empty when all is as the paper has it.
fn look(reader: &Reader, choices: &Choices) -> String {
    let mut look = String::new();
    if let Some(scheme) = SCHEMES.iter().find(|name| **name == choices.of("scheme")) {
        // Where a swatch cannot be shown, the colours stay the paper's.
        let _ = declare_colours(reader, scheme, &mut look);
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
        look = [":root{", &look, "}"].concat();
    }
    if face.is_some_and(|(name, _)| *name == LEGIBLE) {
        for (style, attribute) in LEGIBLE_FILES {
            let file = named_file(reader, attribute);
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

/// Absolute URL of a file that the press names to the module that starts the reader.
fn named_file(reader: &Reader, attribute: &str) -> String {
    let script = reader.document.get_element_by_id("newsprint");
    let file = script.and_then(|script| script.get_attribute(attribute));
    file.unwrap_or_default()
}

/// Declares what a scheme's swatch shows. It need not be in the panel: one is made for the moment.
fn declare_colours(reader: &Reader, scheme: &str, look: &mut String) -> Option<()> {
    let swatch = reader.document.create_element("i").ok()?;
    swatch.set_class_name(&["scheme-", scheme].concat());
    reader.body.append_child(&swatch).ok()?;
    let style = reader.window.get_computed_style(&swatch).ok()??;
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
fn apply(reader: &Reader, look: &str) {
    let Ok(sheet) = Sheet::new() else {
        return;
    };
    if sheet.replace(look).is_ok() {
        let document: &Adopting = reader.document.unchecked_ref();
        document.adopt(&Array::of1(&sheet));
    }
}

fn draw(reader: &'static Reader, pen: &mut Pen) {
    let choices = Choices::read(&storage::get(reader, CHOICES));
    let chosen = |name| choices.of(name);
    pen.open("form", "class=display");
    one_of(
        pen,
        ToolWord::Colours,
        "scheme",
        chosen("scheme"),
        SCHEME_CHOICES,
    );
    one_of(pen, ToolWord::Face, "face", chosen("face"), FACE_CHOICES);
    for ((name, _, steps), label) in SCALES.iter().zip(SCALE_LABELS) {
        let step = chosen(name).parse().unwrap_or(own_step(steps));
        pen.open("label", "class=scale").line("span", *label);
        pen.open("input", "type=range min=0").set("name", name);
        pen.set("max", &digits(steps.len() - 1))
            .value(&digits(step));
        pen.close().close();
    }
    for ((name, ..), label) in SWITCHES.iter().zip(SWITCH_LABELS) {
        pen.switch(name, *label, !chosen(name).is_empty());
    }
    pen.act("reset", ToolWord::Reset);
}

/// The schemes to choose from, the system's first.
const SCHEME_CHOICES: &[(&str, ToolWord)] = &[
    ("", ToolWord::SchemeSystem),
    ("light", ToolWord::SchemeLight),
    ("dark", ToolWord::SchemeDark),
    ("sepia", ToolWord::SchemeSepia),
    ("contrast", ToolWord::SchemeContrast),
];
/// The faces to choose from, the paper's first.
const FACE_CHOICES: &[(&str, ToolWord)] = &[
    ("", ToolWord::FaceOwn),
    ("sans", ToolWord::FaceSans),
    ("system", ToolWord::FaceSystem),
    (LEGIBLE, ToolWord::FaceLegible),
];
/// Names of [`SCALES`].
const SCALE_LABELS: &[ToolWord] = &[
    ToolWord::Size,
    ToolWord::Leading,
    ToolWord::Measure,
    ToolWord::LetterSpace,
    ToolWord::WordSpace,
];
/// Names of [`SWITCHES`].
const SWITCH_LABELS: &[ToolWord] = &[ToolWord::Justified, ToolWord::Unbroken];

fn one_of(pen: &mut Pen, legend: ToolWord, name: &str, chosen: &str, choices: &[(&str, ToolWord)]) {
    pen.open("fieldset", "").line("legend", legend);
    for (value, label) in choices {
        // A scheme's label shows it: `scheme-dark`.
        let class = ["one-of ", name, "-", value].concat();
        pen.open("label", "").set("class", &class);
        pen.open("input", "type=radio")
            .set("name", name)
            .set("value", value);
        pen.checked(*value == chosen).close();
        pen.line("span", *label).close();
    }
    pen.close();
}
