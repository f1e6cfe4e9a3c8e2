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
mod segments;

pub(in crate::reader) use bar::close;
pub(super) use bar::tell;
pub(super) use kept::merge;

use std::cell::{Cell, RefCell};

use gloo_timers::callback::Timeout;
use js_sys::{Array, encode_uri_component};
use web_sys::Range;

use self::kept::Highlight;
use super::{Pen, Tool, contents, download::download, say, share};
use crate::reader::announce::{About, announce};
use crate::reader::identity::Identity;
use crate::reader::mark::mark;
use crate::reader::page_text::PageText;
use crate::reader::{Reader, focus};
use crate::story::anchor::Anchor;
use crate::story::digits::digits;
use crate::story::fragment::text_fragment;
use crate::view::words::{ToolWord, fill};

/// The tool.
pub(super) const TOOL: Tool = Tool {
    name: ToolWord::Notes,
    draw,
    act,
};

/// Under this name the highlights are kept.
pub(super) const KEPT: &str = "newsprint-highlights";
/// What the style sheet knows marked words by, and those with a note.
const MARKED: &str = "newsprint-marked";
const NOTED: &str = "newsprint-noted";
/// How long a selection rests before something is offered, in milliseconds.
const REST: u32 = 300;

/// What is selected; or the highlight that the cursor stands in, with its number among those kept.
type Chosen = (Range, Option<usize>);

/// What is known of the shown page's highlights.
#[derive(Default)]
pub(in crate::reader) struct Highlights {
    timer: Cell<Option<Timeout>>,
    chosen: RefCell<Option<Chosen>>,
    /// The note that is to be written in, when the tool is drawn.
    wanted: Cell<Option<usize>>,
    /// Every highlight that is on the page: its number among those kept, and where it stands.
    placed: RefCell<Vec<(usize, Range)>>,
}

fn text(reader: &Reader) -> Option<PageText> {
    contents::body(reader).map(PageText::of)
}

/// A page is shown, or what is kept has changed: marks what stands on it.
pub(super) fn shown(reader: &'static Reader) {
    let shown = Identity::of_shown(reader);
    let kept = kept::moved(reader, &shown);
    let mut placed = Vec::new();
    if kept.iter().any(|one| shown.is_at(&one.address))
        && let Some(text) = text(reader)
    {
        for (number, one) in kept.iter().enumerate() {
            let part = Some(one).filter(|one| shown.is_at(&one.address));
            let part = part.and_then(|one| one.anchor.find(&text.words));
            if let Some(range) = part.and_then(|part| text.range(&part)) {
                placed.push((number, range));
            }
        }
    }
    reader.tools.highlights.placed.replace(placed);
    paint(reader, &kept);
}

/// Marks the highlights where they stand: those with a note in another way.
fn paint(reader: &Reader, kept: &[Highlight]) {
    let (marked, noted) = (Array::new(), Array::new());
    for (number, range) in &*reader.tools.highlights.placed.borrow() {
        let has_note = kept.get(*number).is_some_and(|one| !one.note.is_empty());
        if has_note { &noted } else { &marked }.push(range);
    }
    mark(reader, MARKED, &marked);
    mark(reader, NOTED, &noted);
}

/// The selection changes: what it comes to is looked at when it rests.
pub(in crate::reader) fn touched(reader: &'static Reader) {
    let timer = Timeout::new(REST, move || bar::offer(reader));
    reader.tools.highlights.timer.set(Some(timer));
}

/// Does something with the selected words: `mark` and `note`, `quote` and `link`, `unmark`. `false` when there are none.
pub(super) fn do_with(reader: &'static Reader, what: &str) -> bool {
    let chosen = reader.tools.highlights.chosen.borrow().clone();
    let Some((range, number)) = chosen else {
        return false;
    };
    match (what, number) {
        ("quote", _) => share::copy(reader, quotation(reader, &range)),
        ("link", _) => share::send(reader, link(reader, &range)),
        ("unmark", Some(number)) => forget(reader, number),
        _ => {
            let number = number.or_else(|| add(reader, &range));
            if what == "note" && number.is_some() {
                reader.tools.highlights.wanted.set(number);
                super::keys::run(reader, ToolWord::Notes);
            }
        }
    }
    true
}

/// Marks a part of the story, and gives the number under which it is kept.
fn add(reader: &'static Reader, range: &Range) -> Option<usize> {
    let text = text(reader)?;
    let anchor = Anchor::of(&text.words, text.part(range)?)?;
    let mut kept = kept::read(reader);
    let shown = Identity::of_shown(reader);
    // Beside the story's others, so that each story is told of once.
    let others = kept.iter().rposition(|one| shown.is_at(&one.address));
    let number = others.map_or(kept.len(), |last| last + 1);
    let highlight = Highlight {
        address: shown.address,
        title: reader.shown.borrow().head.title.clone(),
        created: js_sys::Date::new_0().to_iso_string().into(),
        note: String::new(),
        anchor,
    };
    kept.insert(number, highlight);
    keep(reader, &kept, ToolWord::Marked);
    Some(number)
}

fn forget(reader: &'static Reader, number: usize) {
    let mut kept = kept::read(reader);
    if number < kept.len() {
        kept.remove(number);
        keep(reader, &kept, ToolWord::Unmarked);
    }
}

/// Keeps highlights, and says what was done.
fn keep(reader: &'static Reader, kept: &[Highlight], said: ToolWord) {
    kept::write(reader, kept);
    shown(reader);
    bar::close(reader);
    if let Ok(Some(selection)) = reader.window.get_selection() {
        let _ = selection.remove_all_ranges();
    }
    announce(reader, About::Event, say(reader, said));
    super::draw(reader);
}

fn quotation(reader: &Reader, range: &Range) -> String {
    let text = PageText::of(reader.shown.borrow().main.clone());
    fill(
        say(reader, ToolWord::Quotation),
        &[
            ("words", text.words_in(range)),
            ("title", &reader.shown.borrow().head.title),
            ("url", &share::address(reader)),
        ],
    )
}

/// A link to the very words.
fn link(reader: &Reader, range: &Range) -> String {
    let address = share::address(reader);
    let text = PageText::seen(reader.shown.borrow().main.clone());
    let word = |line: &str, place| segments::word(reader, line, place);
    let part = text.part(range);
    let named = part.and_then(|part| text_fragment(&text.words, part, &word));
    let directive = named.map(|named| named.directive(|words| encode_uri_component(words).into()));
    [address, directive.unwrap_or_default()].concat()
}

fn act(reader: &'static Reader, verb: &str, value: &str) {
    let number = value.parse().unwrap_or(usize::MAX);
    match verb {
        "forget" => forget(reader, number),
        "go" => go(reader, number),
        "markdown" => save(reader, "highlights.md", "text/markdown", export::markdown),
        "annotations" => save(
            reader,
            "highlights.jsonld",
            "application/ld+json",
            export::annotations,
        ),
        _ => {
            // A note that is written in.
            let number = verb.strip_prefix("note-");
            let number = number.and_then(|number| number.parse::<usize>().ok());
            let mut kept = kept::read(reader);
            if let Some(one) = number.and_then(|number| kept.get_mut(number)) {
                one.note = value.to_owned();
                kept::write(reader, &kept);
                // It stands where it stood: a long story is not searched at every key.
                paint(reader, &kept);
            }
        }
    }
}

fn go(reader: &Reader, number: usize) {
    let placed = reader.tools.highlights.placed.borrow();
    let found = placed.iter().find(|(known, _)| *known == number);
    let node = found.and_then(|(_, range)| range.start_container().ok());
    if let Some(around) = node.and_then(|node| node.parent_element()) {
        around.scroll_into_view();
        focus::focus_on(around);
    }
}

fn save(reader: &Reader, name: &str, kind: &str, write: fn(&[Highlight], &str) -> String) {
    let kept = kept::read(reader);
    let origin = reader.window.location().origin().unwrap_or_default();
    let _ = download(reader, name, kind, &write(&kept, &origin));
}

fn draw(reader: &'static Reader, pen: &mut Pen) {
    let kept = kept::read(reader);
    let shown = Identity::of_shown(reader);
    pen.open("div", "class=notes");
    if kept.is_empty() {
        pen.line("p", ToolWord::NoNotes);
    }
    pen.open("ol", "");
    for (number, one) in kept.iter().enumerate() {
        if shown.is_at(&one.address) {
            draw_one(reader, pen, number, one);
        }
    }
    pen.close();
    reader.tools.highlights.wanted.take();
    draw_others(&kept, &shown, pen);
    if !kept.is_empty() {
        pen.open("p", "").act("markdown", ToolWord::ExportMarkdown);
        pen.act("annotations", ToolWord::ExportAnnotations).close();
    }
    share::draw_outcome(reader, pen);
}

fn draw_one(reader: &Reader, pen: &mut Pen, number: usize, one: &Highlight) {
    let placed = reader.tools.highlights.placed.borrow();
    let wanted = reader.tools.highlights.wanted.get();
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
