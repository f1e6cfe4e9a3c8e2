//! How pages look: colours, face, sizes, spaces. What somebody chooses holds for every page of the paper, at once in
//! every window, and before the first paint of the pages they open later.
//!
//! Entry point: [`TOOL`]; [`follow`] when another window has chosen.
//!
//! 1. Choices are kept as text, `scheme=dark&size=2`, without those that are as the paper has them.
//! 2. They become properties of the `<html>` element ([`look`]): the style sheets count with them.
//! 3. These are kept too, as JSON, for `static/loader.js` to set before the first paint of a page.
//!
//! The colours of the schemes stand in `static/css/tools.css`: the swatches of the panel show them, and what they show
//! is what the page gets.

use js_sys::JSON;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::HtmlElement;
use yew::prelude::*;

use super::Tool;
use crate::reader::{Reader, storage};
use crate::view::element::{attributes, element};

/// The tool.
pub(super) const TOOL: Tool = Tool {
    name: |words| words.display,
    draw,
    act,
};

/// Under this name the choices are kept.
const CHOICES: &str = "newsprint-choices";
/// Under this name the loader finds what they mean.
const LOOK: &str = "newsprint-look";

/// The schemes besides the system's.
const SCHEMES: [&str; 4] = ["light", "dark", "sepia", "contrast"];
/// The properties that make a scheme.
const COLOURS: [&str; 7] = [
    "color-scheme",
    "--paper",
    "--ink",
    "--soft",
    "--line",
    "--tint",
    "--accent",
];
/// The faces besides the paper's, and the families that stand for them.
const FACES: [(&str, &str); 3] = [
    ("sans", "\"Libre Franklin\""),
    ("system", "system-ui"),
    (LEGIBLE, "\"Atkinson Hyperlegible Next\""),
];
/// The face that a page has to be told of before its first paint, for no printed page names it.
const LEGIBLE: &str = "legible";
/// Stands for a face in place of a property: the loader loads it from the URL that follows.
const LOADED: &str = "@Atkinson Hyperlegible Next";

/// What can be turned up and down: its name, the property it sets, and the value of each step; the paper's own is empty.
const SCALES: [(&str, &str, &[&str]); 5] = [
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
const SWITCHES: [(&str, &str, &str); 2] = [
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
    let look = look(reader, &choices);
    storage::set(reader, CHOICES, &choices.text());
    storage::set(reader, LOOK, &json(&look));
    apply(reader, &look);
}

/// Another window has chosen, or the paper may have changed what a choice means.
pub(in crate::reader) fn follow(reader: &'static Reader) {
    let choices = Choices::read(&storage::get(reader, CHOICES));
    let look = look(reader, &choices);
    let kept = json(&look);
    if kept != storage::get(reader, LOOK) {
        storage::set(reader, LOOK, &kept);
    }
    apply(reader, &look);
    super::draw(reader);
}

/// Looks after what was chosen on an earlier visit: the colours of a scheme, or the name of a file, may be others now.
pub(super) fn offer(reader: &'static Reader) {
    if !storage::get(reader, CHOICES).is_empty() {
        follow(reader);
    }
}

/// The properties of `<html>` that choices mean.
fn look(reader: &Reader, choices: &Choices) -> Vec<(&'static str, String)> {
    let mut look = Vec::new();
    let scheme = SCHEMES.iter().find(|name| **name == choices.of("scheme"));
    look.extend(
        scheme
            .and_then(|name| swatch(reader, name))
            .unwrap_or_default(),
    );
    let face = FACES.iter().find(|(name, _)| *name == choices.of("face"));
    if let Some((name, family)) = face {
        look.push(("--news", (*family).to_owned()));
        look.push(("--naskh", (*family).to_owned()));
        if *name == LEGIBLE {
            look.push((LOADED, file_of_legible(reader)));
        }
    }
    for (name, property, steps) in SCALES {
        let step = choices.of(name).parse().ok();
        if let Some(value) = step.and_then(|step: usize| steps.get(step)) {
            look.push((property, (*value).to_owned()));
        }
    }
    for (name, property, value) in SWITCHES {
        if !choices.of(name).is_empty() {
            look.push((property, value.to_owned()));
        }
    }
    look.retain(|(_, value)| !value.is_empty());
    look
}

/// Absolute URL of the legible face. The press names it to the module that starts the reader.
fn file_of_legible(reader: &Reader) -> String {
    let script = reader.document.get_element_by_id("newsprint");
    let file = script.and_then(|script| script.get_attribute("data-legible"));
    file.unwrap_or_default()
}

/// The properties that a scheme's swatch shows. It need not be in the panel: one is made for the moment.
fn swatch(reader: &Reader, scheme: &str) -> Option<Vec<(&'static str, String)>> {
    let swatch = reader.document.create_element("i").ok()?;
    swatch.set_class_name(&["scheme-", scheme].concat());
    reader.body.append_child(&swatch).ok()?;
    let style = reader.window.get_computed_style(&swatch).ok()??;
    let value = |name| style.get_property_value(name).unwrap_or_default();
    let colours = COLOURS.map(|name| (name, value(name).trim().to_owned()));
    swatch.remove();
    Some(colours.into())
}

fn json(look: &[(&'static str, String)]) -> String {
    if look.is_empty() {
        return String::new();
    }
    let pairs = js_sys::Array::new();
    for (name, value) in look {
        let pair = js_sys::Array::of2(&JsValue::from_str(name), &JsValue::from_str(value));
        pairs.push(&pair);
    }
    JSON::stringify(&pairs).map_or_else(|_| String::new(), String::from)
}

fn apply(reader: &Reader, look: &[(&'static str, String)]) {
    let html = reader.document.document_element();
    let Some(html) = html.as_ref().and_then(|html| html.dyn_ref::<HtmlElement>()) else {
        return;
    };
    let style = html.style();
    style.set_css_text("");
    // The sheet of the tools names the face that is loaded.
    for (name, value) in look.iter().filter(|(name, _)| *name != LOADED) {
        let _ = style.set_property(name, value);
    }
}

fn draw(reader: &'static Reader) -> Html {
    let words = &reader.words().tools;
    let choices = Choices::read(&storage::get(reader, CHOICES));
    let mut form = element("form").class("display");
    form = form.add(one_of(
        words.colours,
        "scheme",
        choices.of("scheme"),
        &words.schemes,
        &["", "light", "dark", "sepia", "contrast"],
    ));
    form = form.add(one_of(
        words.face,
        "face",
        choices.of("face"),
        &words.faces,
        &["", "sans", "system", "legible"],
    ));
    for ((name, _, steps), label) in SCALES.into_iter().zip(words.scales) {
        let step = choices.of(name).parse().unwrap_or(own_step(steps));
        form = form.add(scale(label, name, step, steps.len() - 1));
    }
    for ((name, ..), label) in SWITCHES.into_iter().zip(words.switches) {
        form = form.add(switch(label, name, !choices.of(name).is_empty()));
    }
    form.add(super::button("reset", words.reset, None)).html()
}

fn one_of(
    legend: &str,
    name: &'static str,
    chosen: &str,
    labels: &[&str],
    values: &[&'static str],
) -> Html {
    let mut group = element("fieldset").add(element("legend").words(legend));
    for (value, label) in values.iter().zip(labels) {
        let input = element("input")
            .with(attributes! { "type" = "radio", "name" = name })
            .value(value)
            .checked(*value == chosen)
            .html();
        // A scheme's label shows it: `scheme-dark`.
        let class = ["one-of ", name, "-", value].concat();
        group = group.add(
            element("label")
                .with(attributes! { "class" = class })
                .add(input)
                .add(element("span").words(label))
                .html(),
        );
    }
    group.html()
}

fn scale(label: &str, name: &'static str, step: usize, last: usize) -> Html {
    let input = element("input")
        .with(
            attributes! { "type" = "range", "name" = name, "min" = "0", "max" = last.to_string() },
        )
        .value(&step.to_string())
        .html();
    element("label")
        .class("scale")
        .add(element("span").words(label))
        .add(input)
        .html()
}

fn switch(label: &str, name: &'static str, on: bool) -> Html {
    let input = element("input")
        .with(attributes! { "type" = "checkbox", "name" = name })
        .checked(on)
        .html();
    element("label")
        .class("switch")
        .add(input)
        .add(element("span").words(label))
        .html()
}
