//! The reader's tools: one button, one panel, one file for each tool.
//!
//! Entry points: [`offer`] once the reader is there, then [`act`] for clicks, [`turn`] for controls that are turned,
//! [`press`] for keys and [`renew`] when another page is shown.
//!
//! 1. The button is plain DOM, and comes when the sheet of the tools has come. Nothing else is made before it is used.
//! 2. The panel is drawn by Yew ([`Panel`]): the tools by name, and the one that is chosen.
//! 3. A tool is a [`Tool`]: its name, how it draws itself, what it does. What is clicked says so in `data-do`
//!    (`reset`, or `open 3`), a control in its `name` and value. State is the tool's own; the panel is drawn again
//!    after each act.

pub(super) mod contents;
pub(super) mod display;
pub(super) mod keep;
mod words;

use std::cell::{Cell, RefCell};

use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, HtmlInputElement};
use yew::prelude::*;

use super::{Reader, focus, guard, head, offline};
use crate::view::element::{attributes, element};
use crate::view::words::ToolWord;
pub(super) use words::say;

/// A tool of the panel.
pub(super) struct Tool {
    /// Its name, from the table of interface texts.
    name: ToolWord,
    /// Draws it, for the page that is shown.
    draw: fn(&'static Reader) -> Html,
    /// Does what one of its buttons or controls says: a verb, and a value that may be empty.
    act: fn(&'static Reader, &str, &str),
}

/// The tools, in the order of the panel.
const TOOLS: &[Tool] = &[display::TOOL, contents::TOOL, keep::TOOL];

/// Id of the panel's heading.
const TITLE: &str = "tools-title";

/// The button and the panel.
#[derive(Default)]
pub(super) struct Tools {
    button: RefCell<Option<HtmlElement>>,
    open: RefCell<Option<Open>>,
    /// Place of the chosen tool in [`TOOLS`].
    chosen: Cell<usize>,
    /// The texts, in the order of [`ToolWord`].
    texts: RefCell<js_sys::Array>,
    /// Where they came from.
    texts_url: RefCell<String>,
    keep: keep::Keep,
}

struct Open {
    element: HtmlElement,
    view: AppHandle<Panel>,
}

/// What the panel shows.
#[derive(Clone, PartialEq, Properties)]
struct PanelProps {
    shown: Html,
}

/// The panel: what the tools have drawn.
#[component]
fn Panel(props: &PanelProps) -> Html {
    props.shown.clone()
}

/// Shows the button, when its style and its texts have come.
pub(super) fn offer(reader: &'static Reader) {
    let Some((sheet, button)) = make(reader) else {
        return;
    };
    guard::on(&sheet, "load", move |_| {
        if reader.shown.borrow().head.language.is_empty() {
            reader.shown.borrow_mut().head = head::of_document(&reader.document);
        }
        reader.tools.button.replace(Some(button.clone()));
        display::offer(reader);
        renew(reader);
    });
}

fn make(reader: &Reader) -> Option<(Element, HtmlElement)> {
    let document = &reader.document;
    let script = document.get_element_by_id("newsprint")?;
    let sheet = document.create_element("link").ok()?;
    sheet.set_attribute("rel", "stylesheet").ok()?;
    sheet
        .set_attribute("href", &script.get_attribute("data-tools")?)
        .ok()?;
    document.head()?.append_child(&sheet).ok()?;
    let button = document.create_element("button").ok()?;
    for (name, value) in [
        ("type", "button"),
        ("class", "tools-button"),
        ("data-do", "tools"),
        ("aria-expanded", "false"),
    ] {
        button.set_attribute(name, value).ok()?;
    }
    button.set_text_content(Some("Aa"));
    Some((sheet, button.dyn_into().ok()?))
}

/// Does what a click in the tools says; `false` when the click was elsewhere.
pub(super) fn act(reader: &'static Reader, clicked: &Element) -> bool {
    let Ok(Some(button)) = clicked.closest("[data-do]") else {
        return false;
    };
    let said = button.get_attribute("data-do").unwrap_or_default();
    let (verb, value) = said.split_once(' ').unwrap_or((&said, ""));
    match verb {
        "tools" if reader.tools.open.borrow().is_some() => close(reader),
        "tools" => open(reader),
        "close" => close(reader),
        "resume" => contents::resume(reader),
        "decline" => contents::decline(reader),
        "edition" => offline::answer(reader, &button, value),
        "choose" => {
            reader.tools.chosen.set(value.parse().unwrap_or_default());
            draw(reader);
        }
        _ => tell(reader, verb, value),
    }
    true
}

/// Does what a control of the panel says that was turned.
pub(super) fn turn(reader: &'static Reader, event: &Event, element: &Element) {
    if !matches!(element.closest(".tools-panel"), Ok(Some(_))) {
        return;
    }
    let Some(control) = element.dyn_ref::<HtmlInputElement>() else {
        // Enter in a field: there is nowhere to send a form to.
        event.prevent_default();
        return;
    };
    let value = match control.type_().as_str() {
        "checkbox" if !control.checked() => String::new(),
        _ => control.value(),
    };
    tell(reader, &control.name(), &value);
}

fn tell(reader: &'static Reader, verb: &str, value: &str) {
    if let Some(tool) = TOOLS.get(reader.tools.chosen.get()) {
        (tool.act)(reader, verb, value);
        draw(reader);
    }
}

/// Heeds a key that was pressed; `true` when it was for the tools.
pub(super) fn press(reader: &'static Reader, key: &str) -> bool {
    let is_open = reader.tools.open.borrow().is_some();
    if key == "Escape" && is_open {
        close(reader);
        return true;
    }
    false
}

/// Another page is shown: the tools speak its language, and of it.
pub(super) fn renew(reader: &'static Reader) {
    words::load(reader, shown_anew);
}

fn shown_anew(reader: &'static Reader) {
    if let Some(button) = &*reader.tools.button.borrow() {
        speak(reader, button);
        let _ = button.set_attribute("aria-label", &say(reader, ToolWord::Tools));
        let _ = reader.body.append_child(button);
    }
    contents::offer(reader);
    offline::read(reader);
    if let Some(open) = &*reader.tools.open.borrow() {
        speak(reader, &open.element);
    }
    draw(reader);
}

/// Says which language an element of the tools is in.
pub(super) fn speak(reader: &Reader, element: &Element) {
    let shown = reader.shown.borrow();
    let _ = element.set_attribute("lang", &shown.head.language);
    let _ = element.set_attribute("dir", shown.head.direction.as_str());
}

fn open(reader: &'static Reader) {
    let Some(element) = frame(reader) else {
        return;
    };
    let root = element.clone().unchecked_into();
    let props = PanelProps {
        shown: shown(reader),
    };
    let view = yew::Renderer::<Panel>::with_root_and_props(root, props).render();
    let _ = reader.body.append_child(&element);
    expanded(reader, "true");
    focus::focus(&element);
    reader.tools.open.replace(Some(Open { element, view }));
}

fn frame(reader: &Reader) -> Option<HtmlElement> {
    let element = reader.document.create_element("section").ok()?;
    for (name, value) in [
        ("class", "tools-panel"),
        ("role", "dialog"),
        ("aria-labelledby", TITLE),
        ("tabindex", "-1"),
    ] {
        element.set_attribute(name, value).ok()?;
    }
    speak(reader, &element);
    element.dyn_into().ok()
}

fn close(reader: &Reader) {
    let Some(open) = reader.tools.open.take() else {
        return;
    };
    open.element.remove();
    open.view.destroy();
    expanded(reader, "false");
    if let Some(button) = &*reader.tools.button.borrow() {
        focus::focus(button);
    }
}

fn expanded(reader: &Reader, is: &str) {
    if let Some(button) = &*reader.tools.button.borrow() {
        let _ = button.set_attribute("aria-expanded", is);
    }
}

/// Draws the panel again, when it is open.
pub(super) fn draw(reader: &'static Reader) {
    // Drawn before it is borrowed: a tool may look at the panel.
    if reader.tools.open.borrow().is_none() {
        return;
    }
    let shown = shown(reader);
    if let Some(open) = &mut *reader.tools.open.borrow_mut() {
        open.view.update(PanelProps { shown });
    }
}

fn shown(reader: &'static Reader) -> Html {
    let chosen = reader.tools.chosen.get();
    let mut names = element("ul");
    for (place, tool) in TOOLS.iter().enumerate() {
        let current = (place == chosen).then_some("true");
        let button = button(&format!("choose {place}"), &say(reader, tool.name), current);
        names = names.add(element("li").around(button));
    }
    let heading = element("h2")
        .with(attributes! { "id" = TITLE, "class" = "hidden" })
        .words(&say(reader, ToolWord::Tools));
    let head = element("header")
        .add(heading)
        .add(names.html())
        .add(button("close", &say(reader, ToolWord::Close), None))
        .html();
    let tool = TOOLS.get(chosen).map(|tool| (tool.draw)(reader));
    element("div")
        .add(head)
        .add(
            element("div")
                .class("tool")
                .around(tool.unwrap_or_default()),
        )
        .html()
}

/// A button that does something when it is clicked.
fn button(act: &str, name: &str, current: Option<&'static str>) -> Html {
    element("button")
        .with(
            attributes! { "type" = "button", "data-do" = act.to_owned(), "aria-current" = current },
        )
        .words(name)
}
