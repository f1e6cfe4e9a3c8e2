//! The bar that offers what can be done with selected words.
//!
//! Entry points: [`offer`] when a selection has come to rest, [`close`].

use web_sys::{Node, Range};

use crate::reader::tools::{Pen, contents, say};
use crate::reader::{Reader, notice};
use crate::view::words::ToolWord;

/// Class of the bar.
const BAR: &str = "selection";

/// Offers what can be done with the selection: with new words, or with the highlight that the cursor stands in.
pub(super) fn offer(reader: &'static Reader) {
    let bar = notice::shown(reader, BAR);
    let active = reader.document.active_element();
    if bar
        .as_ref()
        .is_some_and(|bar| bar.contains(active.as_deref()))
    {
        // Its own buttons were reached: what they are for stays.
        return;
    }
    close(reader);
    let range = selected(reader);
    let is_new = range.as_ref().is_some_and(|range| !range.collapsed());
    let chosen = match is_new {
        true => range.map(|range| (range, None)),
        false => range.and_then(|cursor| around(reader, &cursor)),
    };
    if chosen.is_some() {
        draw(reader, is_new);
    }
    reader.tools.highlights.chosen.replace(chosen);
}

/// Takes the bar away; `true` when there was one.
pub(in crate::reader) fn close(reader: &Reader) -> bool {
    reader.tools.highlights.chosen.take();
    notice::withdraw(reader, BAR)
}

/// What is selected of the story.
fn selected(reader: &Reader) -> Option<Range> {
    let selection = reader.window.get_selection().ok()??;
    if selection.range_count() == 0 {
        return None;
    }
    let range = selection.get_range_at(0).ok()?.clone_range();
    let is_empty = !range.collapsed() && String::from(range.to_string()).trim().is_empty();
    // Before the tools are there the bar would have no style.
    let ready = reader.tools.button.borrow().is_some() && !is_empty;
    let body = contents::body(reader)?;
    let holds = |node: Node| body.contains(Some(&node));
    let within = holds(range.start_container().ok()?) || holds(range.end_container().ok()?);
    (ready && within).then_some(range)
}

/// The highlight that the cursor stands in.
fn around(reader: &Reader, cursor: &Range) -> Option<super::Chosen> {
    let (node, offset) = (cursor.start_container().ok()?, cursor.start_offset().ok()?);
    let placed = reader.tools.highlights.placed.borrow();
    let mut placed = placed.iter();
    let found =
        placed.find(|(_, range)| range.is_point_in_range(&node, offset).unwrap_or_default());
    found.map(|(number, range)| (range.clone(), Some(*number)))
}

/// Says in the bar what came of it; `false` when there is no bar.
pub(in crate::reader::tools) fn tell(reader: &Reader, said: &str) -> bool {
    let bar = notice::shown(reader, BAR);
    bar.as_ref()
        .inspect(|bar| bar.set_text_content(Some(said)))
        .is_some()
}

fn draw(reader: &'static Reader, is_new: bool) {
    let act = |act, word| (act, say(reader, word));
    let mark = match is_new {
        true => act("mark", ToolWord::Mark),
        false => act("unmark", ToolWord::Unmark),
    };
    let acts = [
        mark,
        act("note", ToolWord::Note),
        act("quote", ToolWord::CopyQuotation),
        act("link", ToolWord::LinkToWords),
    ];
    if let Some(bar) = notice::show(reader, BAR, "", &acts) {
        Pen::new(reader, bar).label(ToolWord::Selection);
    }
}
