//! Where one is in a story: its headings, how much of it is read, how long the rest takes. And where one stopped: the
//! place in every story is kept, and offered on return.
//!
//! Entry points: [`TOOL`]; [`rest`] when scrolling has come to rest, [`offer`] when a page is shown, [`resume`] and
//! [`decline`] for the answer.
//!
//! A place is the number of a block of the body, not a distance: it stays right when the size of type changes.
//!
//! A page that comes is shown from its top, which is nobody's choice. So the kept place stays until one has read on, has
//! gone on from it, or has declined ([`Stopped`]).

use std::cell::Cell;

use wasm_bindgen::JsCast;
use web_sys::Element;

use super::{Pen, Tool, count, per_story, say};
use crate::reader::{Reader, focus, notice};
use crate::story::digits::digits;
use crate::story::length::Length;
use crate::view::words::{ToolWord, fill};

/// The tool.
pub(super) const TOOL: Tool = Tool {
    name: ToolWord::Contents,
    draw,
    act: |_, _, _| {},
};

/// Under this name the places are kept: for each story the number of a block.
pub(super) const PLACES: &str = "newsprint-places";
/// Class of the offer to go on.
const OFFER: &str = "resume";

/// Of so many blocks a story is hardly begun.
const BEGINNING: u32 = 2;

/// Where one stopped in the shown story on an earlier visit.
#[derive(Default)]
pub(in crate::reader) struct Stopped {
    /// Number of the visit that this is about. Of a page that has only just come nothing is kept.
    visit: Cell<Option<u32>>,
    /// Number of the block that is offered.
    block: Cell<Option<u32>>,
}

/// How far a story is read.
struct Place {
    /// Number of the block at the top of the window.
    block: u32,
    blocks: u32,
    /// Share that is above the bottom of the window, from 0 to 100.
    read: u32,
}

pub(super) fn body(reader: &Reader) -> Option<Element> {
    let main = reader.shown.borrow().main.clone();
    main.query_selector("article.story > .body").ok().flatten()
}

fn window_height(reader: &Reader) -> f64 {
    let height = reader.window.inner_height().ok();
    height.and_then(|height| height.as_f64()).unwrap_or(0.0)
}

fn place(reader: &Reader) -> Option<Place> {
    let body = body(reader)?;
    let blocks = body.children();
    let bounds = body.get_bounding_client_rect();
    let above = window_height(reader) - bounds.top();
    let read = (above / bounds.height().max(1.0) * 100.0).clamp(0.0, 100.0) as u32;
    // Blocks follow each other, so the first that reaches below the top of the window is found by halving.
    let (mut from, mut to) = (0, blocks.length());
    while from < to {
        let middle = (from + to) / 2;
        let above = blocks
            .item(middle)
            .is_some_and(|block| block.get_bounding_client_rect().bottom() <= 0.0);
        if above {
            from = middle + 1;
        } else {
            to = middle;
        }
    }
    Some(Place {
        block: from,
        blocks: blocks.length(),
        read,
    })
}

/// The first block of the story that reaches into the window.
pub(in crate::reader) fn first_in_sight(reader: &Reader) -> Option<Element> {
    body(reader)?.children().item(place(reader)?.block)
}

fn kept(reader: &Reader) -> Option<u32> {
    per_story::get(reader, PLACES)?.parse().ok()
}

/// Scrolling has come to rest: keeps the place, unless the story is hardly begun, or read to its end.
pub(in crate::reader) fn rest(reader: &'static Reader) {
    let stopped = &reader.tools.stopped;
    if stopped.visit.get() != Some(reader.shown.borrow().number) {
        return;
    }
    let Some(place) = place(reader) else {
        return;
    };
    let is_begun = place.block > BEGINNING;
    // While an earlier place is offered, standing at the beginning says nothing.
    if is_begun || stopped.block.get().is_none() {
        let block = (is_begun && place.read < 98).then_some(place.block);
        keep(reader, block);
    }
    if stopped
        .block
        .get()
        .is_some_and(|block| place.block >= block)
    {
        // One is there already.
        take_offer(reader);
    }
    super::redraw(reader, ".tools-panel .contents", draw_place);
}

/// Keeps the number of a block as the place in the shown story, or none.
fn keep(reader: &'static Reader, block: Option<u32>) {
    per_story::set(reader, PLACES, block.map(digits).as_deref());
}

/// Offers to go on where one stopped, when the page is shown from its beginning.
pub(in crate::reader) fn offer(reader: &'static Reader) {
    take_offer(reader);
    let number = reader.shown.borrow().number;
    reader.tools.stopped.visit.set(Some(number));
    // Further down, one has read on already.
    if place(reader).is_none_or(|place| place.block > BEGINNING) {
        return;
    }
    let wanted = kept(reader);
    let blocks = body(reader).map_or(0, |body| body.children().length());
    if let Some(block) = wanted.filter(|block| *block < blocks) {
        let share = digits(block * 100 / blocks);
        let go_on = fill(say(reader, ToolWord::Resume), &[("share", &share)]);
        let acts = [
            ("resume", go_on.as_str()),
            ("decline", say(reader, ToolWord::Close)),
        ];
        notice::show(reader, OFFER, "", &acts);
        reader.tools.stopped.block.set(Some(block));
    }
}

/// Takes the offer away, and gives the block that was offered.
fn take_offer(reader: &Reader) -> Option<u32> {
    notice::withdraw(reader, OFFER);
    reader.tools.stopped.block.take()
}

/// Goes on where one stopped.
pub(super) fn resume(reader: &'static Reader) {
    let block = take_offer(reader);
    let block = block.and_then(|block| body(reader)?.children().item(block));
    let Some(block) = block else {
        return;
    };
    block.scroll_into_view();
    focus::focus_on(block);
}

/// Stays where one is: the place is not offered again.
pub(super) fn decline(reader: &'static Reader) {
    take_offer(reader);
    let here = place(reader).map(|place| place.block);
    keep(reader, here.filter(|block| *block > BEGINNING));
}

fn draw(reader: &'static Reader, pen: &mut Pen) {
    pen.open("div", "class=contents");
    draw_place(reader, pen);
}

/// Draws what changes while one reads. The rest of the panel stays as it is: somebody may be turning a control of it.
fn draw_place(reader: &'static Reader, pen: &mut Pen) {
    let Some((place, body)) = place(reader).zip(body(reader)) else {
        pen.line("p", ToolWord::NoContents);
        return;
    };
    let language = reader.shown.borrow().head.language.clone();
    let minutes = minutes_left(&body, &place, &language);
    pen.open("progress", "max=100")
        .set("value", &digits(place.read));
    pen.label(ToolWord::ReadSoFar).close();
    let left = count(reader, ToolWord::MinutesLeft, "minutes", minutes);
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
