//! Highlights and notes: what somebody marks in a story, and thinks of it.
//!
//! Entry points: [`TOOL`]; [`shown`] when a page is shown, [`touched`] when the selection changes, [`do_with`] for the
//! bar's buttons and the keys.
//!
//! 1. Words of a story are selected, with whatever the browser selects by. When that has come to rest, a bar offers what
//!    can be done with them ([`bar`]). It lies at the foot of the window, where no menu of the browser's covers it.
//! 2. What is marked is kept on this machine with an [`Anchor`], by which it is found again in an edited story ([`kept`]), and marked on the page without touching its nodes ([`mark`]).
//! 3. The tool lists what is marked, lost words too, and writes all of it to files ([`export`]).

mod bar;
mod export;
mod kept;
mod list;
mod segments;

pub(super) use bar::{close, offer, tell};
pub(super) use kept::merge;

use std::cell::{Cell, RefCell};

use gloo_timers::callback::Timeout;
use js_sys::{Array, encode_uri_component};
use web_sys::Range;

use self::kept::Highlight;
use super::{Tool, Tools, announce, download::download, panel, say, share};
use crate::browser::mark::mark;
use crate::browser::page_text::PageText;
use crate::browser::place;
use crate::message::About;
use crate::story::anchor::Anchor;
use crate::story::fragment::text_fragment;
use crate::view::words::{ToolWord, fill};

/// The tool.
pub(super) const TOOL: Tool = Tool {
    name: ToolWord::Notes,
    draw: list::draw,
    act,
};

/// What the style sheet knows marked words by, and those with a note.
const MARKED: &str = "newsprint-marked";
const NOTED: &str = "newsprint-noted";
/// How long a selection rests before something is offered, in milliseconds.
const REST: u32 = 300;

/// What is selected; or the highlight that the cursor stands in, with its number among those kept.
type Chosen = (Range, Option<usize>);

/// What is known of the shown page's highlights.
#[derive(Default)]
pub(in crate::tools) struct Highlights {
    timer: Cell<Option<Timeout>>,
    chosen: RefCell<Option<Chosen>>,
    /// The note that is to be written in, when the tool is drawn.
    wanted: Cell<Option<usize>>,
    /// Every highlight that is on the page: its number among those kept, and where it stands.
    placed: RefCell<Vec<(usize, Range)>>,
}

fn text(tools: &Tools) -> Option<PageText> {
    place::body(&tools.document).map(PageText::of)
}

/// A page is shown, or what is kept has changed: marks what stands on it.
pub(super) fn shown(tools: &'static Tools) {
    let shown = tools.identity();
    let kept = kept::moved(tools, &shown);
    let mut placed = Vec::new();
    if kept.iter().any(|one| shown.is_at(&one.address))
        && let Some(text) = text(tools)
    {
        for (number, one) in kept.iter().enumerate() {
            let part = Some(one).filter(|one| shown.is_at(&one.address));
            let part = part.and_then(|one| one.anchor.find(&text.words));
            if let Some(range) = part.and_then(|part| text.range(&part)) {
                placed.push((number, range));
            }
        }
    }
    tools.highlights.placed.replace(placed);
    paint(tools, &kept);
}

/// Marks the highlights where they stand: those with a note in another way.
fn paint(tools: &Tools, kept: &[Highlight]) {
    let (marked, noted) = (Array::new(), Array::new());
    for (number, range) in &*tools.highlights.placed.borrow() {
        let has_note = kept.get(*number).is_some_and(|one| !one.note.is_empty());
        if has_note { &noted } else { &marked }.push(range);
    }
    mark(&tools.window, MARKED, &marked);
    mark(&tools.window, NOTED, &noted);
}

/// The selection changes: what it comes to is looked at when it rests.
pub(in crate::tools) fn touched(tools: &'static Tools) {
    let timer = Timeout::new(REST, move || bar::offer(tools));
    tools.highlights.timer.set(Some(timer));
}

/// Does something with the selected words: `mark` and `note`, `quote` and `link`, `unmark`. `false` when there are none.
pub(super) fn do_with(tools: &'static Tools, what: &str) -> bool {
    let chosen = tools.highlights.chosen.borrow().clone();
    let Some((range, number)) = chosen else {
        return false;
    };
    match (what, number) {
        ("quote", _) => share::copy(tools, quotation(tools, &range)),
        ("link", _) => share::send(tools, link(tools, &range)),
        ("unmark", Some(number)) => forget(tools, number),
        _ => {
            let number = number.or_else(|| add(tools, &range));
            if what == "note" && number.is_some() {
                tools.highlights.wanted.set(number);
                panel::show_named(tools, ToolWord::Notes);
            }
        }
    }
    true
}

/// Marks a part of the story, and gives the number under which it is kept.
fn add(tools: &'static Tools, range: &Range) -> Option<usize> {
    let text = text(tools)?;
    let anchor = Anchor::of(&text.words, text.part(range)?)?;
    let mut kept = kept::read();
    let shown = tools.identity();
    // Beside the story's others, so that each story is told of once.
    let others = kept.iter().rposition(|one| shown.is_at(&one.address));
    let number = others.map_or(kept.len(), |last| last + 1);
    let highlight = Highlight {
        address: shown.address,
        title: tools.shown.borrow().title.clone(),
        created: js_sys::Date::new_0().to_iso_string().into(),
        note: String::new(),
        anchor,
    };
    kept.insert(number, highlight);
    keep(tools, &kept, ToolWord::Marked);
    Some(number)
}

fn forget(tools: &'static Tools, number: usize) {
    let mut kept = kept::read();
    if number < kept.len() {
        kept.remove(number);
        keep(tools, &kept, ToolWord::Unmarked);
    }
}

/// Keeps highlights, and says what was done.
fn keep(tools: &'static Tools, kept: &[Highlight], said: ToolWord) {
    kept::write(tools, kept);
    shown(tools);
    bar::close(tools);
    if let Ok(Some(selection)) = tools.window.get_selection() {
        let _ = selection.remove_all_ranges();
    }
    announce(tools, About::Event, say(tools, said));
    panel::draw(tools);
}

fn quotation(tools: &Tools, range: &Range) -> String {
    let text = PageText::of(tools.shown.borrow().main.clone());
    fill(
        say(tools, ToolWord::Quotation),
        &[
            ("words", text.words_in(range)),
            ("title", &tools.shown.borrow().title),
            ("url", &share::address(tools)),
        ],
    )
}

/// A link to the very words.
fn link(tools: &Tools, range: &Range) -> String {
    let address = share::address(tools);
    let text = PageText::seen(tools.shown.borrow().main.clone());
    let word = |line: &str, place| segments::word(tools, line, place);
    let part = text.part(range);
    let named = part.and_then(|part| text_fragment(&text.words, part, &word));
    let directive = named.map(|named| named.directive(|words| encode_uri_component(words).into()));
    [address, directive.unwrap_or_default()].concat()
}

fn act(tools: &'static Tools, verb: &str, value: &str) {
    let number = value.parse().unwrap_or(usize::MAX);
    match verb {
        "forget" => forget(tools, number),
        "go" => list::go(tools, number),
        "markdown" => save(tools, "highlights.md", "text/markdown", export::markdown),
        "annotations" => save(
            tools,
            "highlights.jsonld",
            "application/ld+json",
            export::annotations,
        ),
        _ => {
            // A note that is written in.
            let number = verb.strip_prefix("note-");
            let number = number.and_then(|number| number.parse::<usize>().ok());
            let mut kept = kept::read();
            if let Some(one) = number.and_then(|number| kept.get_mut(number)) {
                one.note = value.to_owned();
                kept::write(tools, &kept);
                // It stands where it stood: a long story is not searched at every key.
                paint(tools, &kept);
            }
        }
    }
}

fn save(tools: &Tools, name: &str, kind: &str, write: fn(&[Highlight], &str) -> String) {
    let kept = kept::read();
    let origin = tools.window.location().origin().unwrap_or_default();
    let _ = download(tools, name, kind, &write(&kept, &origin));
}
