//! The keys that do something, the sheet that explains them, and the switches that turn them off.
//!
//! Entry points: [`press`] for a key, [`run`] for a command; [`TOOL`], opened by `?`. Which keys are heeded where says
//! [`keyboard`].

use web_sys::{Element, Event};

use super::{Pen, Tool, Tools, highlights, panel, pictures};
use crate::browser::keyboard;
use crate::browser::storage::{self, LETTERS, OFF, SWIPES, is_on};
use crate::message::{ToReader, Way};
use crate::view::words::ToolWord;

/// The tool.
pub(super) const TOOL: Tool = Tool {
    name: ToolWord::Keys,
    draw,
    act,
};

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

fn act(tools: &'static Tools, verb: &str, value: &str) {
    let kept = storage::get(OFF);
    let mut off: Vec<_> = kept
        .split(' ')
        .filter(|off| !off.is_empty() && *off != verb)
        .collect();
    if value.is_empty() {
        off.push(verb);
    }
    tools.store(OFF, &off.join(" "));
    tools.send(ToReader::Stored);
}

/// Heeds a key that was pressed in an element; `true` when it did something.
pub(super) fn press(tools: &'static Tools, event: &Event, element: &Element) -> bool {
    let key = keyboard::command(event, element);
    key.is_some_and(|key| command(tools, &key))
}

/// Does what a key stands for. The reader itself leads on by keys, where it is there.
pub(super) fn command(tools: &'static Tools, key: &str) -> bool {
    let known = KEYS.iter().find(|(known, _)| *known == key);
    known.is_some_and(|(_, what)| run(tools, *what))
}

/// Does a command, or opens the tool of that name.
pub(super) fn run(tools: &'static Tools, what: ToolWord) -> bool {
    match what {
        ToolWord::NextStory => tools.send(ToReader::Go(Way::Next)),
        ToolWord::PreviousPage => tools.send(ToReader::Go(Way::Back)),
        ToolWord::FrontPage => tools.send(ToReader::Go(Way::Front)),
        ToolWord::Mark => highlights::do_with(tools, "mark"),
        ToolWord::Pictures => pictures::open(tools, None).is_some(),
        _ => panel::show_named(tools, what),
    }
}

fn draw(_: &'static Tools, pen: &mut Pen) {
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
    pen.switch(LETTERS, ToolWord::KeysOn, is_on(LETTERS));
    pen.switch(SWIPES, ToolWord::SwipesOn, is_on(SWIPES));
}
