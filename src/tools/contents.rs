//! Where one is in a story: its headings, how much of it is read, how long the rest takes.
//!
//! Entry points: [`TOOL`]; [`rest`] when scrolling has come to rest.

use wasm_bindgen::JsCast;
use web_sys::Element;

use super::{Pen, Tool, Tools, count, panel};
use crate::browser::place::{self, Place};
use crate::story::digits::digits;
use crate::story::length::Length;
use crate::view::words::ToolWord;

/// The tool.
pub(super) const TOOL: Tool = Tool {
    name: ToolWord::Contents,
    draw,
    act: |_, _, _| {},
};

/// Scrolling has come to rest: what depends on it is drawn anew.
pub(super) fn rest(tools: &'static Tools) {
    panel::redraw(tools, ".tools-panel .contents", draw_place);
}

fn draw(tools: &'static Tools, pen: &mut Pen) {
    pen.open("div", "class=contents");
    draw_place(tools, pen);
}

/// Draws what changes while one reads. The rest of the panel stays as it is: somebody may be turning a control of it.
fn draw_place(tools: &'static Tools, pen: &mut Pen) {
    let Some(body) = place::body(&tools.document) else {
        pen.line("p", ToolWord::NoContents);
        return;
    };
    let place = Place::of(&tools.window, &body);
    let language = tools.shown.borrow().language.clone();
    let minutes = minutes_left(&body, &place, &language);
    pen.open("progress", "max=100")
        .set("value", &digits(place.read));
    pen.label(ToolWord::ReadSoFar).close();
    let left = count(tools, ToolWord::MinutesLeft, "minutes", minutes);
    pen.open("p", "").write(&left).close();
    list(&headings(&body), pen);
}

/// How many minutes the part below the top of the window takes.
fn minutes_left(body: &Element, place: &Place, language: &str) -> usize {
    let mut length = Length::default();
    let blocks = body.children();
    for number in place.block..place.blocks {
        if let Some(block) = blocks.item(number) {
            length.add(&block.text_content().unwrap_or_default());
        }
    }
    length.minutes(language)
}

struct Heading {
    id: String,
    text: String,
    is_deeper: bool,
    /// It stands at the top of the window, or above.
    is_past: bool,
}

fn headings(body: &Element) -> Vec<Heading> {
    let mut headings = Vec::new();
    let Ok(found) = body.query_selector_all("h2[id],h3[id]") else {
        return headings;
    };
    for number in 0..found.length() {
        if let Some(heading) = found
            .item(number)
            .and_then(|node| node.dyn_into::<Element>().ok())
        {
            headings.push(Heading {
                id: heading.id(),
                text: heading.text_content().unwrap_or_default(),
                is_deeper: heading.tag_name() == "H3",
                is_past: heading.get_bounding_client_rect().top() < PAST,
            });
        }
    }
    headings
}

/// How far below the top of the window a heading counts as reached, in CSS pixels.
const PAST: f64 = 80.0;

fn list(headings: &[Heading], pen: &mut Pen) {
    let current = headings.iter().rposition(|heading| heading.is_past);
    pen.open("ol", "");
    for (number, heading) in headings.iter().enumerate() {
        pen.open("li", "")
            .mark(heading.is_deeper, "class", "deeper");
        pen.open("a", "").set("href", &["#", &heading.id].concat());
        pen.mark(current == Some(number), "aria-current", "location");
        pen.write(&heading.text).close().close();
    }
}
