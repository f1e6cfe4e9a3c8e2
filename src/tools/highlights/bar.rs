//! The bar that offers what can be done with selected words.
//!
//! Entry points: [`offer`] when a selection has come to rest, [`close`].

use web_sys::{Element, Node, Range};

use crate::browser::focus::focus_on;
use crate::browser::place;
use crate::tools::{Pen, Tools, speak};
use crate::view::words::ToolWord;

/// Class of the bar.
const BAR: &str = "selection";

/// Offers what can be done with the selection: with new words, or with the highlight that the cursor stands in.
pub(in crate::tools) fn offer(tools: &'static Tools) {
    let bar = shown(tools);
    let active = tools.document.active_element();
    if bar
        .as_ref()
        .is_some_and(|bar| bar.contains(active.as_deref()))
    {
        // Its own buttons were reached: what they are for stays.
        return;
    }
    close(tools);
    let range = selected(tools);
    let is_new = range.as_ref().is_some_and(|range| !range.collapsed());
    let chosen = match is_new {
        true => range.map(|range| (range, None)),
        false => range.and_then(|cursor| around(tools, &cursor)),
    };
    if chosen.is_some() {
        draw(tools, is_new);
    }
    tools.highlights.chosen.replace(chosen);
}

/// Takes the bar away; `true` when there was one.
pub(in crate::tools) fn close(tools: &Tools) -> bool {
    tools.highlights.chosen.take();
    let Some(bar) = shown(tools) else {
        return false;
    };
    let had_focus = bar.contains(tools.document.active_element().as_deref());
    bar.remove();
    if had_focus && let Some(block) = place::first_in_sight(&tools.window, &tools.document) {
        focus_on(block);
    }
    true
}

fn shown(tools: &Tools) -> Option<Element> {
    let bar = tools.document.query_selector(&[".", BAR].concat());
    bar.ok().flatten()
}

/// What is selected of the story.
fn selected(tools: &Tools) -> Option<Range> {
    let selection = tools.window.get_selection().ok()??;
    if selection.range_count() == 0 {
        return None;
    }
    let range = selection.get_range_at(0).ok()?.clone_range();
    let is_empty = !range.collapsed() && String::from(range.to_string()).trim().is_empty();
    let body = place::body(&tools.document)?;
    let holds = |node: Node| body.contains(Some(&node));
    let within = holds(range.start_container().ok()?) || holds(range.end_container().ok()?);
    (!is_empty && within).then_some(range)
}

/// The highlight that the cursor stands in.
fn around(tools: &Tools, cursor: &Range) -> Option<super::Chosen> {
    let (node, offset) = (cursor.start_container().ok()?, cursor.start_offset().ok()?);
    let placed = tools.highlights.placed.borrow();
    let mut placed = placed.iter();
    let found =
        placed.find(|(_, range)| range.is_point_in_range(&node, offset).unwrap_or_default());
    found.map(|(number, range)| (range.clone(), Some(*number)))
}

/// Says in the bar what came of it; `false` when there is no bar.
pub(in crate::tools) fn tell(tools: &Tools, said: &str) -> bool {
    shown(tools)
        .as_ref()
        .inspect(|bar| bar.set_text_content(Some(said)))
        .is_some()
}

fn draw(tools: &'static Tools, is_new: bool) {
    let Ok(bar) = tools.document.create_element("p") else {
        return;
    };
    bar.set_class_name(BAR);
    speak(tools, &bar);
    let mut pen = Pen::new(tools, bar.clone());
    // A landmark, so that it can be gone to: it stands outside of the others.
    pen.set("role", "region").label(ToolWord::Selection);
    match is_new {
        true => pen.act("mark", ToolWord::Mark),
        false => pen.act("unmark", ToolWord::Unmark),
    };
    pen.act("note", ToolWord::Note)
        .act("quote", ToolWord::CopyQuotation)
        .act("link", ToolWord::LinkToWords);
    let _ = tools.body.append_child(&bar);
}
