//! How pages look: colours, face, sizes, spaces. What somebody chooses holds for every page of the paper, at once in
//! every window, and before the first paint of the pages they open later.
//!
//! Entry point: [`TOOL`]; [`follow`] when another window has chosen.
//!
//! 1. Choices are kept as text, `scheme=dark&size=2`, without those that are as the paper has them.
//! 2. They become a style sheet ([`mod@look`]) with properties of the `<html>` element: the paper's own sheets count with them.
//! 3. It is kept too, for `static/loader.js` to set before the first paint of a page.
//!
//! The colours of the schemes stand in `static/css/tools.css`: the swatches of the panel show them, and what they show
//! is what the page gets.

mod look;

use super::{Pen, Tool, Tools, panel};
use crate::browser::storage::{self, CHOICES, LOOK};
use crate::story::digits::digits;
use crate::view::words::ToolWord;
use look::{apply, look};

/// The tool.
pub(super) const TOOL: Tool = Tool {
    name: ToolWord::Display,
    draw,
    act,
};

/// The schemes besides the system's.
const SCHEMES: &[&str] = &["light", "dark", "sepia", "contrast"];
/// The faces besides the paper's, and the families that stand for them.
const FACES: &[(&str, &str)] = &[
    ("sans", "\"Libre Franklin\""),
    ("system", "system-ui"),
    (LEGIBLE, "\"Atkinson Hyperlegible Next\""),
];
/// The face that a page has to be told of before its first paint, for no printed page names it.
const LEGIBLE: &str = "legible";
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

fn act(tools: &'static Tools, verb: &str, value: &str) {
    let mut choices = Choices::read(&storage::get(CHOICES));
    if verb == "reset" {
        choices = Choices::default();
    } else {
        let own = SCALES
            .iter()
            .find(|(name, ..)| *name == verb)
            .is_some_and(|(_, _, steps)| value.parse() == Ok(own_step(steps)));
        choices.set(verb, if own { "" } else { value });
    }
    tools.store(CHOICES, &choices.text());
    wear(tools, &choices);
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
pub(in crate::tools) fn follow(tools: &'static Tools) {
    let choices = Choices::read(&storage::get(CHOICES));
    wear(tools, &choices);
    if !panel::is_written_in(tools) {
        panel::draw(tools);
    }
}

/// Shows what was chosen, and keeps what that means.
fn wear(tools: &'static Tools, choices: &Choices) {
    let look = look(tools, choices);
    if look != storage::get(LOOK) {
        tools.store(LOOK, &look);
    }
    apply(tools, &look);
}

/// Looks after what was chosen on an earlier visit, or has just been in another window: the colours of a scheme, or the name
/// of a file, may be others now.
pub(super) fn offer(tools: &'static Tools) {
    follow(tools);
}

fn draw(_: &'static Tools, pen: &mut Pen) {
    let choices = Choices::read(&storage::get(CHOICES));
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
