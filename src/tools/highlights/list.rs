//! The list of highlights: those of the shown story, and the other stories that have some.
//!
//! Entry points: [`draw`]; [`go`] to one on the page.

use super::kept::{self, Highlight};
use crate::browser::focus::focus_on;
use crate::browser::identity::Identity;
use crate::story::digits::digits;
use crate::tools::{Pen, Tools, share};
use crate::view::words::ToolWord;

/// Draws the list.
pub(super) fn draw(tools: &'static Tools, pen: &mut Pen) {
    let kept = kept::read();
    let shown = tools.identity();
    pen.open("div", "class=notes");
    if kept.is_empty() {
        pen.line("p", ToolWord::NoNotes);
    }
    pen.open("ol", "");
    for (number, one) in kept.iter().enumerate() {
        if shown.is_at(&one.address) {
            draw_one(tools, pen, number, one);
        }
    }
    pen.close();
    tools.highlights.wanted.take();
    draw_others(&kept, &shown, pen);
    if !kept.is_empty() {
        pen.open("p", "").act("markdown", ToolWord::ExportMarkdown);
        pen.act("annotations", ToolWord::ExportAnnotations).close();
    }
    share::draw_outcome(tools, pen);
}

fn draw_one(tools: &Tools, pen: &mut Pen, number: usize, one: &Highlight) {
    let placed = tools.highlights.placed.borrow();
    let wanted = tools.highlights.wanted.get();
    let is_lost = !placed.iter().any(|(known, _)| *known == number);
    let place = digits(number);
    pen.open("li", "")
        .open("blockquote", "")
        .write(&one.anchor.exact)
        .close();
    if is_lost {
        pen.line("p", ToolWord::LostWords);
    }
    pen.open("label", "").line("span", ToolWord::Note);
    pen.open("textarea", "rows=2")
        .set("name", &["note-", &place].concat())
        .mark(wanted == Some(number), "class", "wanted")
        .value(&one.note)
        .close()
        .close();
    pen.open("p", "");
    if !is_lost {
        pen.act(&["go ", &place].concat(), ToolWord::ShowInStory);
    }
    pen.act(&["forget ", &place].concat(), ToolWord::Unmark)
        .close()
        .close();
}

/// The other stories that have highlights.
fn draw_others(kept: &[Highlight], shown: &Identity, pen: &mut Pen) {
    let mut stories: Vec<&Highlight> = Vec::new();
    for one in kept {
        if !shown.is_at(&one.address) && !stories.iter().any(|story| one.is_beside(story)) {
            stories.push(one);
        }
    }
    if stories.is_empty() {
        return;
    }
    pen.line("h3", ToolWord::OtherNotes)
        .open("ul", "class=rows");
    for story in stories {
        pen.open("li", "")
            .open("a", "")
            .set("href", &story.address)
            .write(&story.title)
            .close()
            .close();
    }
    pen.close();
}

/// Shows a highlight on the page.
pub(super) fn go(tools: &Tools, number: usize) {
    let placed = tools.highlights.placed.borrow();
    let found = placed.iter().find(|(known, _)| *known == number);
    let node = found.and_then(|(_, range)| range.start_container().ok());
    if let Some(around) = node.and_then(|node| node.parent_element()) {
        around.scroll_into_view();
        focus_on(around);
    }
}
