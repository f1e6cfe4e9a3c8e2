//! The panel: the tools by name, and the one that is chosen.
//!
//! Entry points: [`toggle`], [`show`], [`close`]; [`draw`] when what a tool shows has changed, [`renew`] when another page is
//! shown.

use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Element, HtmlElement};

use super::{Pen, TOOLS, Tools, speak};
use crate::browser::focus::{focus, focused};
use crate::browser::signal::after_the_others;
use crate::story::digits::digits;
use crate::view::words::ToolWord;

/// Id of the panel's heading.
const TITLE: &str = "tools-title";

/// The open panel.
pub(super) struct Open {
    element: HtmlElement,
    /// What had the focus before.
    before: Option<HtmlElement>,
}

/// Opens the panel, or closes it.
pub(super) fn toggle(tools: &'static Tools) {
    if tools.open.borrow().is_some() {
        close(tools);
    } else {
        open(tools);
    }
}

/// Shows another tool of the open panel.
pub(super) fn choose(tools: &'static Tools, place: usize) {
    tools.chosen.set(place);
    draw(tools);
    lead_to_tool(tools);
}

/// Another page is shown.
pub(super) fn renew(tools: &'static Tools) {
    if let Some(open) = &*tools.open.borrow() {
        speak(tools, &open.element);
    }
    draw(tools);
}

/// Opens the panel with one tool, and leads to its first field.
pub(super) fn show(tools: &'static Tools, place: usize) {
    tools.chosen.set(place);
    if tools.open.borrow().is_none() {
        open(tools);
    } else {
        draw(tools);
    }
    spawn_local(async move {
        after_the_others().await;
        let field = tools
            .document
            .query_selector(".tool :is(input[type=search], .wanted)");
        let panel = tools.document.query_selector(".tools-panel");
        let target = field.ok().flatten().or_else(|| panel.ok().flatten());
        if let Some(target) = target.and_then(|target| target.dyn_into().ok()) {
            focus(&target);
        }
        lead_to_tool(tools);
    });
}

/// Opens the panel with the tool of a name; `false` when there is none.
pub(super) fn show_named(tools: &'static Tools, name: ToolWord) -> bool {
    let place = TOOLS.iter().position(|tool| tool.name == name);
    if let Some(place) = place {
        show(tools, place);
    }
    place.is_some()
}

/// Scrolls the panel to its top; where the names of the tools leave no room for a tool (in a small window, with large
/// type), to the chosen one.
fn lead_to_tool(tools: &Tools) {
    let open = tools.open.borrow();
    let Some(panel) = open.as_ref().map(|open| &open.element) else {
        return;
    };
    let part = |selector| panel.query_selector(selector).ok().flatten();
    let Some((names, tool)) = part(".names").zip(part(".tool")) else {
        return;
    };
    let style = tools.window.get_computed_style(&names).ok().flatten();
    let position = style.and_then(|style| style.get_property_value("position").ok());
    let stays = position.as_deref() == Some("sticky");
    let top = |part: &Element| part.get_bounding_client_rect().top() as i32;
    let above = top(&tool) - top(&names);
    let leads = !stays && above > panel.client_height() / 2;
    panel.set_scroll_top(if leads { above } else { 0 });
}

/// Whether the panel is open at a tool.
pub(super) fn is_in_view(tools: &Tools, name: ToolWord) -> bool {
    let is_open = tools.open.borrow().is_some();
    let chosen = TOOLS.get(tools.chosen.get());
    is_open && chosen.is_some_and(|tool| tool.name == name)
}

/// Whether somebody writes in the panel. Drawn anew, a field would lose where one is in it, and what is not kept yet.
pub(super) fn is_written_in(tools: &Tools) -> bool {
    let field = ".tools-panel :is(textarea,input:not([type=radio],[type=checkbox],[type=range]))";
    let active = tools.document.active_element();
    active.is_some_and(|active| active.matches(field).unwrap_or_default())
}

fn open(tools: &'static Tools) {
    let content = tools.document.create_element("div").ok();
    let Some((element, content)) = frame(tools).zip(content) else {
        return;
    };
    fill(tools, &content);
    let _ = element.append_child(&content);
    let _ = tools.body.append_child(&element);
    expanded(tools, "true");
    let before = focused(&tools.document);
    focus(&element);
    let open = Open { element, before };
    tools.open.replace(Some(open));
}

fn frame(tools: &Tools) -> Option<HtmlElement> {
    let element = tools.document.create_element("section").ok()?;
    for (name, value) in &[
        ("class", "tools-panel"),
        ("role", "dialog"),
        ("aria-labelledby", TITLE),
        ("tabindex", "-1"),
    ] {
        element.set_attribute(name, value).ok()?;
    }
    speak(tools, &element);
    element.dyn_into().ok()
}

pub(super) fn close(tools: &Tools) {
    let Some(open) = tools.open.take() else {
        return;
    };
    open.element.remove();
    expanded(tools, "false");
    // Whoever has gone elsewhere meanwhile stays there.
    if focused(&tools.document).is_some() {
        return;
    }
    let before = open.before.filter(|before| before.is_connected());
    focus(before.as_ref().unwrap_or(&tools.button));
}

fn expanded(tools: &Tools, is: &str) {
    let _ = tools.button.set_attribute("aria-expanded", is);
}

/// Draws the panel again, when it is open.
pub(super) fn draw(tools: &'static Tools) {
    let open = tools.open.borrow();
    let content = open
        .as_ref()
        .and_then(|open| open.element.first_element_child());
    drop(open);
    if let Some(content) = content {
        fill(tools, &content);
    }
}

/// Draws the panel anew into its element, and gives the focus back to what had it.
fn fill(tools: &'static Tools, panel: &Element) {
    let same = same_control(tools, panel);
    let scrolled = panel
        .parent_element()
        .map(|around| (around.scroll_top(), around));
    panel.set_text_content(None);
    let mut pen = Pen::new(tools, panel.clone());
    pen.open("div", "class=names")
        .open("h2", "class=hidden")
        .set("id", TITLE);
    pen.word(ToolWord::Tools).close().open("ul", "");
    let chosen = tools.chosen.get();
    for (place, tool) in TOOLS.iter().enumerate() {
        pen.open("li", "")
            .button(&["choose ", &digits(place)].concat());
        pen.mark(place == chosen, "aria-current", "true");
        pen.word(tool.name).close().close();
    }
    pen.open("li", "").act("close", ToolWord::Close);
    pen.close().close().close().open("div", "class=tool");
    if let Some(tool) = TOOLS.get(chosen) {
        (tool.draw)(tools, &mut pen);
    }
    // A tool that measures while it draws has the browser forget how far the half-drawn panel was scrolled.
    if let Some((top, around)) = scrolled {
        around.set_scroll_top(top);
    }
    give_back(panel, same);
}

/// Gives the focus back to what had it before a part was drawn anew.
pub(super) fn give_back(part: &Element, focused: Option<String>) {
    let same = focused.and_then(|same| part.query_selector(&same).ok()?);
    if let Some(same) = same.and_then(|same| same.dyn_into().ok()) {
        focus(&same);
    }
}

/// What finds the control that has the focus once it was drawn anew.
pub(super) fn same_control(tools: &Tools, panel: &Element) -> Option<String> {
    let active = tools.document.active_element()?;
    if !panel.contains(Some(&active)) {
        return None;
    }
    ["data-do", "name"].into_iter().find_map(|attribute| {
        let value = active.get_attribute(attribute)?;
        Some(["[", attribute, "=\"", &value, "\"]"].concat())
    })
}

/// Draws a part of the panel anew: the first element that a selector finds in it.
pub(super) fn redraw(tools: &'static Tools, selector: &str, draw: fn(&'static Tools, &mut Pen)) {
    if let Ok(Some(part)) = tools.document.query_selector(selector) {
        part.set_text_content(None);
        draw(tools, &mut Pen::new(tools, part));
    }
}
