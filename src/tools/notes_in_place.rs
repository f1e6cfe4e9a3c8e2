//! Shows a footnote beside its mark, where one reads.
//!
//! Entry points: [`open`] for a click on a mark, [`clicked`] for any, [`close`] for its button and for Escape.
//!
//! The mark stays a link: with a key held, in a new tab or without the reader it leads to the note. What is shown is a
//! copy, outside the page.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, ScrollIntoViewOptions, ScrollLogicalPosition};

use super::{Pen, Tools, say};
use crate::browser::focus::focus;
use crate::story::digits::digits;
use crate::view::words::{ToolWord, fill};

/// Class of what is shown.
const NOTE: &str = "note-in-place";

/// Shows the note of a mark; `None` when it has none, and then the link is followed.
pub(in crate::tools) fn open(tools: &'static Tools, mark: &Element) -> Option<()> {
    let href = mark.get_attribute("href")?;
    let id = href.strip_prefix('#')?;
    let note = tools.document.get_element_by_id(id)?;
    let copy: Element = note.clone_node_with_deep(true).ok()?.unchecked_into();
    if let Ok(Some(back)) = copy.query_selector("[role=doc-backlink]") {
        back.remove();
    }
    close(tools);
    let shown = tools.document.create_element("div").ok()?;
    let number = mark.text_content().unwrap_or_default();
    let name = fill(say(tools, ToolWord::Footnote), &[("number", &number)]);
    for (name, value) in &[
        ("class", NOTE),
        // A landmark, so that it can be gone to: it stands outside of the others.
        ("role", "region"),
        ("aria-label", &name),
        ("tabindex", "-1"),
        ("data-mark", &mark.id()),
    ] {
        shown.set_attribute(name, value).ok()?;
    }
    super::speak(tools, &shown);
    // What the note holds, and not the list item that it is.
    while let Some(part) = copy.first_child() {
        shown.append_child(&part).ok()?;
    }
    let mut pen = Pen::new(tools, shown.clone());
    pen.open("p", "")
        .open("a", "")
        .set("href", &href)
        .word(ToolWord::ToNote)
        .close();
    pen.act("close-note", ToolWord::Close);
    let shown: HtmlElement = shown.unchecked_into();
    let bounds = mark.get_bounding_client_rect();
    let top = bounds.bottom() + tools.window.scroll_y().unwrap_or_default();
    shown
        .style()
        .set_property("top", &[&digits(top.max(0.0) as usize), "px"].concat())
        .ok()?;
    tools.body.append_child(&shown).ok()?;
    focus(&shown);
    // Of a mark in the last line it stands below the window.
    let nearest = ScrollIntoViewOptions::new();
    nearest.set_block(ScrollLogicalPosition::Nearest);
    shown.scroll_into_view_with_scroll_into_view_options(&nearest);
    Some(())
}

/// Something was clicked: elsewhere, or the link to all notes, where the note has done its work.
pub(in crate::tools) fn clicked(tools: &Tools, element: &Element) {
    let inside = matches!(element.closest(".note-in-place"), Ok(Some(_)));
    let leads_on = matches!(element.closest(".note-in-place a"), Ok(Some(_)));
    if (!inside || leads_on)
        && let Ok(Some(shown)) = tools.document.query_selector(".note-in-place")
    {
        shown.remove();
    }
}

/// Takes the note away, and gives the focus back to its mark when it was in the note; `false` when there is none.
pub(in crate::tools) fn close(tools: &Tools) -> bool {
    let shown = tools.document.query_selector(&[".", NOTE].concat());
    let Ok(Some(shown)) = shown else {
        return false;
    };
    let within = shown.contains(tools.document.active_element().as_deref());
    let mark = shown.get_attribute("data-mark").unwrap_or_default();
    shown.remove();
    let mark = tools.document.get_element_by_id(&mark).filter(|_| within);
    if let Some(mark) = mark.and_then(|mark| mark.dyn_into().ok()) {
        focus(&mark);
    }
    true
}
