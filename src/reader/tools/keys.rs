//! The keys that do something, the sheet that explains them, and the switches that turn them off.
//!
//! Entry points: [`press`] for a key; [`TOOL`], opened by `?`.
//!
//! A single letter is heeded only where nobody types, without another key held, and unless somebody switched it off
//! (WCAG 2.2, 2.1.4). A screen reader that uses letters for itself never hands them on.

use wasm_bindgen::JsCast;
use web_sys::{Element, Event, KeyboardEvent};

use super::{Pen, TOOLS, Tool, go, highlights, pictures};
use crate::reader::keyboard::key;
use crate::reader::{Reader, storage};
use crate::view::words::ToolWord;

/// The tool.
pub(super) const TOOL: Tool = Tool {
    name: ToolWord::Keys,
    draw,
    act,
};

/// Under this name is kept what is switched off.
pub(super) const OFF: &str = "newsprint-off";
/// The switch of single letters.
pub(super) const LETTERS: &str = "letters";
/// The switch of swipes.
pub(super) const SWIPES: &str = "swipes";

/// The keys, and what they open or do.
const KEYS: &[(&str, ToolWord)] = &[
    ("?", ToolWord::Keys),
    ("/", ToolWord::Find),
    ("n", ToolWord::NextStory),
    ("p", ToolWord::PreviousPage),
    ("d", ToolWord::Display),
    ("c", ToolWord::Contents),
    ("t", ToolWord::TakeAway),
    ("i", ToolWord::Pictures),
    ("l", ToolWord::Listen),
    ("k", ToolWord::Keep),
    ("h", ToolWord::Mark),
    ("m", ToolWord::Notes),
];

/// Whether a switch is on.
pub(super) fn is_on(reader: &Reader, switch: &str) -> bool {
    !storage::get(reader, OFF)
        .split(' ')
        .any(|off| off == switch)
}

/// What is switched off here or on another machine.
pub(super) fn merge(own: &str, other: &str) -> String {
    let mut off: Vec<_> = own.split(' ').filter(|off| !off.is_empty()).collect();
    for more in other.split(' ') {
        if !more.is_empty() && !off.contains(&more) {
            off.push(more);
        }
    }
    off.join(" ")
}

fn act(reader: &'static Reader, verb: &str, value: &str) {
    let kept = storage::get(reader, OFF);
    let mut off: Vec<_> = kept
        .split(' ')
        .filter(|off| !off.is_empty() && *off != verb)
        .collect();
    if value.is_empty() {
        off.push(verb);
    }
    storage::set(reader, OFF, &off.join(" "));
    go::claim_swipes(reader);
}

/// Heeds a key that was pressed in an element; `true` when it did something.
pub(super) fn press(reader: &'static Reader, event: &Event, element: &Element) -> bool {
    let Some(event) = event.dyn_ref::<KeyboardEvent>() else {
        return false;
    };
    let key = key(&event.key(), &event.code(), event.shift_key());
    if key == "k"
        && (event.ctrl_key() || event.meta_key())
        && !event.alt_key()
        && !event.shift_key()
    {
        return run(reader, ToolWord::Find);
    }
    let held = event.ctrl_key() || event.meta_key() || event.alt_key();
    if held || event.default_prevented() || types(element) || !is_on(reader, LETTERS) {
        return false;
    }
    let known = KEYS.iter().find(|(known, _)| *known == key);
    known.is_some_and(|(_, what)| run(reader, *what))
}

/// Whether keys that are pressed in an element are its own.
fn types(element: &Element) -> bool {
    matches!(
        element.closest("input,select,textarea,audio,video,dialog,[contenteditable]"),
        Ok(Some(_))
    )
}

/// Does a command, or opens the tool of that name.
pub(super) fn run(reader: &'static Reader, what: ToolWord) -> bool {
    match what {
        ToolWord::NextStory => {
            go::next(reader);
        }
        ToolWord::PreviousPage => go::back(reader),
        ToolWord::FrontPage => go::front(reader),
        ToolWord::Mark => return highlights::do_with(reader, "mark"),
        ToolWord::Pictures => return pictures::open(reader, None).is_some(),
        _ => match TOOLS.iter().position(|tool| tool.name == what) {
            Some(place) => super::show(reader, place),
            None => return false,
        },
    }
    true
}

fn draw(reader: &'static Reader, pen: &mut Pen) {
    pen.open("form", "class=keys").open("table", "");
    pen.open("thead", "").open("tr", "");
    for name in [ToolWord::Key, ToolWord::KeyDoes] {
        pen.open("th", "scope=col").word(name).close();
    }
    pen.close().close().open("tbody", "");
    let general = [
        ("Ctrl K", ToolWord::OpenCommands),
        ("Esc", ToolWord::CloseOpen),
    ];
    for (key, what) in general.iter().chain(KEYS) {
        pen.open("tr", "")
            .open("th", "scope=row")
            .open("kbd", "")
            .write(key);
        pen.close().close().line("td", *what).close();
    }
    pen.close().close();
    pen.switch(LETTERS, ToolWord::KeysOn, is_on(reader, LETTERS));
    pen.switch(SWIPES, ToolWord::SwipesOn, is_on(reader, SWIPES));
}
