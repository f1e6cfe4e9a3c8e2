//! The listeners of the tools, and the way from what was done to the tool that it is for.
//!
//! Entry point: [`attach`].

use gloo_timers::callback::Timeout;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, MouseEvent};

use super::{
    TOOLS, Tools, aloud, begin, contents, data, find, highlights, keep, keys, notes_in_place,
    panel, pictures, stored,
};
use crate::browser::guard::on;
use crate::browser::storage::{CHOICES, HIGHLIGHTS, OFF, VOICE};
use crate::browser::{property, worker};
use crate::message::{self, Opening, ToTools};
use crate::view::words::ToolWord;

/// How long the window rests before the tool says where one is, in milliseconds.
const REST: u32 = 100;

/// What is shown as soon as it is kept in another window.
const KEPT: [&str; 4] = [CHOICES, HIGHLIGHTS, OFF, VOICE];

/// Attaches every listener.
pub(super) fn attach(tools: &'static Tools) {
    message::listen(&tools.document, move |message| {
        hear(tools, message);
        true
    });
    worker::listen(&tools.document, move |said| {
        if said.is_object() {
            keep::told(tools, said);
            data::stories_changed(tools);
        }
    });
    for kind in &["scroll", "pagehide", "pageshow", "storage"] {
        on(&tools.window, kind, move |event| heard(tools, &event));
    }
    for kind in &["click", "input", "submit", "keydown", "selectionchange"] {
        on(&tools.document, kind, move |event| heard(tools, &event));
    }
}

fn hear(tools: &'static Tools, message: ToTools) {
    match message {
        ToTools::Shown(page) => begin::arrive(tools, page),
        ToTools::Open(Opening::Panel) => panel::toggle(tools),
        ToTools::Open(Opening::Changes) => {
            keys::run(tools, ToolWord::Changes);
        }
        ToTools::Press(key) => {
            // Words that were selected before the tools were there.
            highlights::offer(tools);
            keys::command(tools, &key);
        }
    }
}

fn heard(tools: &'static Tools, event: &Event) {
    match event.type_().as_str() {
        "scroll" => {
            let timer = Timeout::new(REST, move || contents::rest(tools));
            tools.scrolled.set(Some(timer));
        }
        "pagehide" => {
            aloud::left(tools);
            highlights::close(tools);
        }
        // Words that are still selected: not every browser keeps them so.
        "pageshow" => highlights::touched(tools),
        "storage" => {
            let name = property(event, "key").as_string().unwrap_or_default();
            if name.is_empty() || KEPT.contains(&name.as_str()) {
                stored::follow(tools);
            }
        }
        "selectionchange" => highlights::touched(tools),
        kind => {
            let target = event.target().and_then(|target| target.dyn_into().ok());
            if let Some(element) = target {
                match kind {
                    "click" => click(tools, event, &element),
                    "keydown" => {
                        if press(tools, event, &element) {
                            event.prevent_default();
                        }
                    }
                    _ => turn(tools, event, &element),
                }
            }
        }
    }
}

fn click(tools: &'static Tools, event: &Event, element: &Element) {
    if act(tools, element) || event.default_prevented() {
        return;
    }
    let link = element.closest("a[href]").ok().flatten();
    match link {
        Some(link) if link.class_name() == "mark" && is_plain(event) => {
            if notes_in_place::open(tools, &link).is_some() {
                event.prevent_default();
            }
        }
        Some(_) => {}
        None if element
            .closest(".tools-button")
            .is_ok_and(|button| button.is_some()) =>
        {
            // No reader has heard it.
            panel::toggle(tools);
        }
        None => {
            pictures::open(tools, Some(element));
        }
    }
}

/// Whether a click asks for nothing but to follow the link, here and now.
fn is_plain(event: &Event) -> bool {
    let mouse = event.dyn_ref::<MouseEvent>();
    mouse.is_some_and(|mouse| {
        !(mouse.ctrl_key() || mouse.meta_key() || mouse.shift_key() || mouse.alt_key())
    })
}

/// Does what a click in the tools says; `false` when the click was elsewhere.
fn act(tools: &'static Tools, clicked: &Element) -> bool {
    notes_in_place::clicked(tools, clicked);
    if matches!(
        clicked.closest(".tools-panel :is(.find, .notes) a"),
        Ok(Some(_))
    ) {
        // It leads away from the page, and the panel would cover the next.
        panel::close(tools);
        return true;
    }
    let Ok(Some(button)) = clicked.closest("[data-do]") else {
        return false;
    };
    let said = button.get_attribute("data-do").unwrap_or_default();
    let (verb, value) = said.split_once(' ').unwrap_or((&said, ""));
    match verb {
        "close" => panel::close(tools),
        "close-note" => {
            notes_in_place::close(tools);
        }
        "picture" | "zoom" | "close-picture" => pictures::act(tools, verb, value),
        "mark" | "note" | "quote" | "link" | "unmark" => {
            highlights::do_with(tools, verb);
        }
        "choose" => panel::choose(tools, value.parse().unwrap_or_default()),
        "open" => panel::show(tools, value.parse().unwrap_or_default()),
        _ => {
            tell(tools, verb, value);
            panel::draw(tools);
        }
    }
    true
}

/// Does what a control of the panel says that was turned.
fn turn(tools: &'static Tools, event: &Event, element: &Element) {
    if !matches!(element.closest(".tools-panel"), Ok(Some(_))) {
        return;
    }
    let Some(name) = element.get_attribute("name") else {
        // Enter in a field: there is nowhere to send a form to.
        event.prevent_default();
        find::enter(tools);
        return;
    };
    let is_off =
        property(element, "type") == "checkbox" && !property(element, "checked").is_truthy();
    let value = property(element, "value").as_string().filter(|_| !is_off);
    tell(tools, &name, &value.unwrap_or_default());
}

/// Gives a verb to the chosen tool.
fn tell(tools: &'static Tools, verb: &str, value: &str) {
    if let Some(tool) = TOOLS.get(tools.chosen.get()) {
        (tool.act)(tools, verb, value);
    }
}

/// Heeds a key that was pressed in an element; `true` when it was for the tools.
fn press(tools: &'static Tools, event: &Event, element: &Element) -> bool {
    let key = property(event, "key").as_string().unwrap_or_default();
    if key == "Escape" && notes_in_place::close(tools) {
        return true;
    }
    if key == "Escape" && tools.open.borrow().is_some() {
        panel::close(tools);
        return true;
    }
    if key == "Escape" && highlights::close(tools) {
        return true;
    }
    pictures::press(tools, &key)
        || find::press(tools, &key, element)
        || keys::press(tools, event, element)
}
