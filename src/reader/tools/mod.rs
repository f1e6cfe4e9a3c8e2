//! The reader's tools: one button, one panel, one file for each tool.
//!
//! Entry points: [`offer`] once the reader is there, then [`act`] for clicks, [`turn`] for controls that are turned,
//! [`press`] for keys and [`renew`] when another page is shown.
//!
//! 1. The button is printed with the page, and shown by the loader. It opens the panel when the sheet of the tools has
//!    come; who clicked before need not click again. Nothing else is made before it is used.
//! 2. The panel is a component of Yew's ([`Panel`]) that shows what a [`Pen`] draws: the tools by name, and the one that
//!    is chosen.
//! 3. A tool is a [`Tool`]: its name, how it draws itself, what it does. What is clicked says so in `data-do`
//!    (`reset`, or `open 3`), a control in its `name` and value. State is the tool's own.

pub(super) mod aloud;
mod changes;
pub(super) mod contents;
mod data;
mod display;
mod download;
mod find;
pub(super) mod go;
pub(super) mod highlights;
pub(super) mod keep;
mod keys;
pub(super) mod notes_in_place;
mod pen;
mod per_story;
pub(super) mod pictures;
mod share;

use std::cell::{Cell, RefCell};

use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Element, Event, HtmlElement};
use yew::prelude::*;

use super::signal::after_the_others;
use super::{Reader, focus, guard, head, live, notice, offline, property};
use crate::reader::words::{count, say};
use crate::story::digits::digits;
use crate::view::words::ToolWord;
pub(super) use pen::Pen;

/// A tool of the panel.
pub(super) struct Tool {
    /// Its name, from the table of interface texts.
    name: ToolWord,
    /// Draws it, for the page that is shown.
    draw: fn(&'static Reader, &mut Pen),
    /// Does what one of its buttons or controls says: a verb, and a value that may be empty. After a button the tool is
    /// drawn again; a control shows by itself how it was turned.
    act: fn(&'static Reader, &str, &str),
}

/// The tools, in the order of the panel.
const TOOLS: &[Tool] = &[
    display::TOOL,
    contents::TOOL,
    aloud::TOOL,
    highlights::TOOL,
    changes::TOOL,
    keep::TOOL,
    share::TOOL,
    find::TOOL,
    keys::TOOL,
    data::TOOL,
];

/// What is shown as soon as it is kept in another window. Not the places in stories, which change with every scroll.
const KEPT: [&str; 4] = [display::CHOICES, highlights::KEPT, keys::OFF, aloud::VOICE];

/// Class of the notice that says what came of something when no tool is in view that would.
const OUTCOME: &str = "outcome-notice";

/// Id of the panel's heading.
const TITLE: &str = "tools-title";

/// The button and the panel.
#[derive(Default)]
pub(super) struct Tools {
    button: RefCell<Option<HtmlElement>>,
    open: RefCell<Option<Open>>,
    /// Place of the chosen tool in [`TOOLS`].
    chosen: Cell<usize>,
    aloud: aloud::Aloud,
    /// What is to be deleted.
    asked: data::Asked,
    changes: changes::Changes,
    find: find::Find,
    highlights: highlights::Highlights,
    outcome: share::Outcome,
    large: pictures::Large,
    way: go::Way,
    keep: keep::Keep,
    stopped: contents::Stopped,
}

struct Open {
    element: HtmlElement,
    /// What had the focus before.
    before: Option<HtmlElement>,
    view: AppHandle<Panel>,
}

/// What the panel shows.
#[derive(Clone, PartialEq, Properties)]
struct PanelProps {
    content: Element,
}

/// The panel: what the pen has drawn.
#[component]
fn Panel(props: &PanelProps) -> Html {
    Html::VRef(props.content.clone().into())
}

/// Has the button open the panel, once the sheet of the tools is there.
pub(super) fn offer(reader: &'static Reader) {
    let Some((sheet, button)) = sheet(reader).zip(button(reader)) else {
        return;
    };
    guard::on(&sheet, "load", move |_| {
        if reader.shown.borrow().head.language.is_empty() {
            reader.shown.borrow_mut().head = head::of_document(&reader.document);
        }
        let waits = take_over(&button);
        reader.tools.button.replace(Some(button.clone()));
        display::offer(reader);
        renew(reader);
        if waits {
            open(reader);
        }
        // Words may have been selected already.
        highlights::touched(reader);
    });
}

fn sheet(reader: &Reader) -> Option<Element> {
    let document = &reader.document;
    let script = document.get_element_by_id("newsprint")?;
    let sheet = document.create_element("link").ok()?;
    sheet.set_attribute("rel", "stylesheet").ok()?;
    sheet
        .set_attribute("href", &script.get_attribute("data-tools")?)
        .ok()?;
    document.head()?.append_child(&sheet).ok()?;
    Some(sheet)
}

/// The printed button; a new one where a document came without it.
fn button(reader: &Reader) -> Option<HtmlElement> {
    let printed = reader
        .document
        .query_selector("body > .tools-button")
        .ok()?;
    let button = match printed {
        Some(button) => button,
        None => {
            let button = reader.document.create_element("button").ok()?;
            button.set_class_name("tools-button");
            button.set_text_content(Some("Aa"));
            button
        }
    };
    button.dyn_into().ok()
}

/// Takes the button over from the loader; `true` when somebody has clicked it already.
fn take_over(button: &HtmlElement) -> bool {
    button.set_onclick(None);
    for (name, value) in &[
        ("type", "button"),
        ("data-do", "tools"),
        ("aria-expanded", "false"),
    ] {
        // Fails for names that are none only.
        let _ = button.set_attribute(name, value);
    }
    let waits = property(button, "ariaBusy").is_truthy();
    // Browsers that do not reflect the property have no such attribute.
    let _ = button.remove_attribute("aria-busy");
    waits
}

/// Does what a click in the tools says; `false` when the click was elsewhere.
pub(super) fn act(reader: &'static Reader, clicked: &Element) -> bool {
    notes_in_place::clicked(reader, clicked);
    if matches!(
        clicked.closest(".tools-panel :is(.find, .notes) a"),
        Ok(Some(_))
    ) {
        // It leads away from the page, and the panel would cover the next.
        close(reader);
        return false;
    }
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
        "news" | "old" => live::act(reader, verb),
        "dismiss" => {
            notice::withdraw(reader, value);
        }
        "close-note" => {
            notes_in_place::close(reader);
        }
        "picture" | "zoom" | "close-picture" => pictures::act(reader, verb, value),
        "mark" | "note" | "quote" | "link" | "unmark" => {
            highlights::do_with(reader, verb);
        }
        "edition" => offline::answer(reader, value),
        "changes" | "unchanged" => changes::answer(reader, verb),
        "choose" => {
            reader.tools.chosen.set(value.parse().unwrap_or_default());
            draw(reader);
            lead_to_tool(reader);
        }
        "open" => show(reader, value.parse().unwrap_or_default()),
        _ => {
            tell(reader, verb, value);
            draw(reader);
        }
    }
    true
}

/// Does what a control of the panel says that was turned.
pub(super) fn turn(reader: &'static Reader, event: &Event, element: &Element) {
    if !matches!(element.closest(".tools-panel"), Ok(Some(_))) {
        return;
    }
    let Some(name) = element.get_attribute("name") else {
        // Enter in a field: there is nowhere to send a form to.
        event.prevent_default();
        find::enter(reader);
        return;
    };
    let is_off =
        property(element, "type") == "checkbox" && !property(element, "checked").is_truthy();
    let value = property(element, "value").as_string().filter(|_| !is_off);
    tell(reader, &name, &value.unwrap_or_default());
}

fn tell(reader: &'static Reader, verb: &str, value: &str) {
    if let Some(tool) = TOOLS.get(reader.tools.chosen.get()) {
        (tool.act)(reader, verb, value);
    }
}

/// Heeds a key that was pressed in an element; `true` when it was for the tools.
pub(super) fn press(reader: &'static Reader, event: &Event, element: &Element) -> bool {
    if reader.tools.button.borrow().is_none() {
        return false;
    }
    let key = property(event, "key").as_string().unwrap_or_default();
    let is_open = reader.tools.open.borrow().is_some();
    if key == "Escape" && notes_in_place::close(reader) {
        return true;
    }
    if is_open && key == "Escape" {
        close(reader);
        return true;
    }
    if key == "Escape" && highlights::close(reader) {
        return true;
    }
    pictures::press(reader, &key)
        || find::press(reader, &key, element)
        || keys::press(reader, event, element)
}

/// Opens the panel with one tool, and leads to its first field.
fn show(reader: &'static Reader, place: usize) {
    reader.tools.chosen.set(place);
    if reader.tools.open.borrow().is_none() {
        open(reader);
    } else {
        draw(reader);
    }
    spawn_local(async move {
        after_the_others().await;
        let field = reader
            .document
            .query_selector(".tool :is(input[type=search], .wanted)");
        let panel = reader.document.query_selector(".tools-panel");
        let target = field.ok().flatten().or_else(|| panel.ok().flatten());
        if let Some(target) = target.and_then(|target| target.dyn_into().ok()) {
            focus::focus(&target);
        }
        lead_to_tool(reader);
    });
}

/// Scrolls the panel to its top; where the names of the tools leave no room for a tool (in a small window, with large
/// type), to the chosen one.
fn lead_to_tool(reader: &Reader) {
    let open = reader.tools.open.borrow();
    let Some(panel) = open.as_ref().map(|open| &open.element) else {
        return;
    };
    let part = |selector| panel.query_selector(selector).ok().flatten();
    let Some((names, tool)) = part(".names").zip(part(".tool")) else {
        return;
    };
    let style = reader.window.get_computed_style(&names).ok().flatten();
    let position = style.and_then(|style| style.get_property_value("position").ok());
    let stays = position.as_deref() == Some("sticky");
    let top = |part: &Element| part.get_bounding_client_rect().top() as i32;
    let above = top(&tool) - top(&names);
    let leads = !stays && above > panel.client_height() / 2;
    panel.set_scroll_top(if leads { above } else { 0 });
}

/// Whether the panel is open at a tool.
fn is_in_view(reader: &Reader, name: ToolWord) -> bool {
    let is_open = reader.tools.open.borrow().is_some();
    let chosen = TOOLS.get(reader.tools.chosen.get());
    is_open && chosen.is_some_and(|tool| tool.name == name)
}

/// Another page is shown: the tools speak its language, and of it.
pub(super) fn renew(reader: &'static Reader) {
    if let Some(button) = &*reader.tools.button.borrow() {
        speak(reader, button);
        let _ = button.set_attribute("aria-label", say(reader, ToolWord::Tools));
        let _ = reader.body.append_child(button);
    }
    go::passed(reader);
    aloud::arrived(reader);
    contents::offer(reader);
    changes::shown(reader);
    highlights::close(reader);
    highlights::shown(reader);
    live::follow(reader);
    offline::read(reader);
    if let Some(open) = &*reader.tools.open.borrow() {
        speak(reader, &open.element);
    }
    draw(reader);
}

/// What is kept under a name was changed in another window; without a name, all of it.
pub(super) fn heard(reader: &'static Reader, name: &str) {
    if name.is_empty() || KEPT.contains(&name) {
        follow(reader);
    }
}

/// What is kept was changed elsewhere: in another window, or by a file.
fn follow(reader: &'static Reader) {
    go::claim_swipes(reader);
    // Before the panel is drawn, which tells where they stand.
    highlights::shown(reader);
    display::follow(reader);
}

/// Whether somebody writes in the panel. Drawn anew, a field would lose where one is in it, and what is not kept yet.
fn is_written_in(reader: &Reader) -> bool {
    let field = ".tools-panel :is(textarea,input:not([type=radio],[type=checkbox],[type=range]))";
    let active = reader.document.active_element();
    active.is_some_and(|active| active.matches(field).unwrap_or_default())
}

/// Gives an element the language and the direction of the shown page.
pub(super) fn speak(reader: &Reader, element: &Element) {
    let shown = reader.shown.borrow();
    let _ = element.set_attribute("lang", &shown.head.language);
    let _ = element.set_attribute("dir", shown.head.direction.as_str());
}

fn open(reader: &'static Reader) {
    let content = reader.document.create_element("div").ok();
    let Some((element, content)) = frame(reader).zip(content) else {
        return;
    };
    fill(reader, &content);
    let root = element.clone().unchecked_into();
    let view = yew::Renderer::<Panel>::with_root_and_props(root, PanelProps { content }).render();
    let _ = reader.body.append_child(&element);
    expanded(reader, "true");
    let before = focus::focused(reader);
    focus::focus(&element);
    let open = Open {
        element,
        before,
        view,
    };
    reader.tools.open.replace(Some(open));
}

fn frame(reader: &Reader) -> Option<HtmlElement> {
    let element = reader.document.create_element("section").ok()?;
    for (name, value) in &[
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
    // Whoever has gone elsewhere meanwhile stays there.
    if focus::focused(reader).is_some() {
        return;
    }
    let button = reader.tools.button.borrow();
    let before = open.before.filter(|before| before.is_connected());
    if let Some(target) = before.as_ref().or(button.as_ref()) {
        focus::focus(target);
    }
}

fn expanded(reader: &Reader, is: &str) {
    if let Some(button) = &*reader.tools.button.borrow() {
        let _ = button.set_attribute("aria-expanded", is);
    }
}

/// Draws the panel again, when it is open.
pub(super) fn draw(reader: &'static Reader) {
    let open = reader.tools.open.borrow();
    let content = open
        .as_ref()
        .and_then(|open| open.element.first_element_child());
    drop(open);
    if let Some(content) = content {
        fill(reader, &content);
    }
}

/// Draws the panel anew into its element, and gives the focus back to what had it.
fn fill(reader: &'static Reader, panel: &Element) {
    let focused = focused(reader, panel);
    let scrolled = panel
        .parent_element()
        .map(|around| (around.scroll_top(), around));
    panel.set_text_content(None);
    let mut pen = Pen::new(reader, panel.clone());
    pen.open("div", "class=names")
        .open("h2", "class=hidden")
        .set("id", TITLE);
    pen.word(ToolWord::Tools).close().open("ul", "");
    let chosen = reader.tools.chosen.get();
    for (place, tool) in TOOLS.iter().enumerate() {
        pen.open("li", "")
            .button(&["choose ", &digits(place)].concat());
        pen.mark(place == chosen, "aria-current", "true");
        pen.word(tool.name).close().close();
    }
    pen.open("li", "").act("close", ToolWord::Close);
    pen.close().close().close().open("div", "class=tool");
    if let Some(tool) = TOOLS.get(chosen) {
        (tool.draw)(reader, &mut pen);
    }
    // A tool that measures while it draws has the browser forget how far the half-drawn panel was scrolled.
    if let Some((top, around)) = scrolled {
        around.set_scroll_top(top);
    }
    give_back(panel, focused);
}

/// Gives the focus back to what had it before a part was drawn anew.
fn give_back(part: &Element, focused: Option<String>) {
    let same = focused.and_then(|same| part.query_selector(&same).ok()?);
    if let Some(same) = same.and_then(|same| same.dyn_into().ok()) {
        focus::focus(&same);
    }
}

/// What finds the control that has the focus once it was drawn anew.
fn focused(reader: &Reader, panel: &Element) -> Option<String> {
    let active = reader.document.active_element()?;
    if !panel.contains(Some(&active)) {
        return None;
    }
    ["data-do", "name"].into_iter().find_map(|attribute| {
        let value = active.get_attribute(attribute)?;
        Some(["[", attribute, "=\"", &value, "\"]"].concat())
    })
}

/// Draws a part of the panel anew: the first element that a selector finds in it.
fn redraw(reader: &'static Reader, selector: &str, draw: fn(&'static Reader, &mut Pen)) {
    if let Ok(Some(part)) = reader.document.query_selector(selector) {
        part.set_text_content(None);
        draw(reader, &mut Pen::new(reader, part));
    }
}
