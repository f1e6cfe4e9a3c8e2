//! Reads a story aloud, with the voices of the browser.
//!
//! Entry points: [`TOOL`]; [`arrived`] when a page is shown, [`left`] when the document is left.
//!
//! 1. What is read becomes pieces ([`pieces`]): a sentence or a few, in one language. A run in another language is a
//!    piece of its own, in a voice of that language. Long texts are divided because browsers stop in them.
//!    Every piece is given a voice that speaks on this machine ([`voices::Voiced`]), or is not spoken: a browser that chooses
//!    for itself may choose one that sends the words away.
//! 2. One piece is spoken at a time. The words being spoken are marked by the CSS Custom Highlight API, where the browser
//!    has it; the page's nodes stay as they are.
//! 3. Pausing forgets the browser's own state, which some keep badly, and starts the piece again.
//! 4. At the end, where somebody wants that, the next story is opened and read. Whoever leaves otherwise hears no more.
//! 5. A voice that fails ends the reading, and that is said: every other piece would fail, too.

mod media;
mod pieces;
mod speak;
mod voices;

use std::cell::{Cell, RefCell};

use js_sys::Array;

use super::{Pen, Tool, Tools, announce, panel, say, withdraw};
use crate::browser::guard;
use crate::browser::mark::mark;
use crate::message::{About, Notice, ToReader, Way};
use crate::story::language::primary;
use crate::view::words::{ToolWord, fill};
use media::tell;
use pieces::Piece;
use speak::speak;
pub(super) use voices::merge;
use voices::{LEAVE_OUT, is_left_out, keep, kept, speech, voices};

/// The tool.
pub(super) const TOOL: Tool = Tool {
    name: ToolWord::Listen,
    draw,
    act,
};

/// The slowest and the fastest that one can choose in the tool, as a share of a voice's own speed.
const SLOWEST: f64 = 0.5;
const FASTEST: f64 = 2.5;

/// What the style sheet knows spoken words by.
const SPOKEN: &str = "newsprint-spoken";

/// What is being read.
#[derive(Default)]
pub(in crate::tools) struct Aloud {
    pieces: RefCell<Vec<Piece>>,
    /// Place of the piece in them.
    place: Cell<usize>,
    is_on: Cell<bool>,
    /// The next story was asked for, and is to be read when it is shown.
    goes_on: Cell<bool>,
    /// Why nothing is spoken any more.
    failure: Cell<Option<ToolWord>>,
    /// Number of the newest utterance; what an older one says is not heeded.
    number: Cell<u32>,
    /// Voices are waited for.
    waits: Cell<bool>,
}

fn language(tools: &Tools) -> String {
    tools.shown.borrow().language.clone()
}

/// Why nothing is spoken, in words.
fn reason(tools: &Tools, why: ToolWord) -> String {
    fill(say(tools, why), &[("language", &language(tools))])
}

fn draw(tools: &'static Tools, pen: &mut Pen) {
    let language = language(tools);
    let speech = speech(tools);
    let voices = speech
        .as_ref()
        .map(|speech| voices(speech, &language))
        .unwrap_or_default();
    if voices.is_empty() {
        if let Some(speech) = speech.filter(|_| !tools.aloud.waits.replace(true)) {
            guard::on(&speech, "voiceschanged", move |_| panel::draw(tools));
        }
        pen.open("p", "").write(&reason(tools, ToolWord::NoVoice));
        return;
    }
    pen.open("form", "class=aloud").open("p", "class=steps");
    pen.act("piece -1", ToolWord::ParagraphBefore);
    let play = if tools.aloud.is_on.get() {
        ToolWord::Pause
    } else {
        ToolWord::Play
    };
    pen.act("play", play)
        .act("piece 1", ToolWord::ParagraphAfter)
        .close();
    pen.open("label", "class=scale")
        .line("span", ToolWord::Speed);
    let rate = kept("rate");
    pen.open("input", "type=range name=rate min=0.5 max=2.5 step=0.1");
    pen.value(if rate.is_empty() { "1" } else { &rate })
        .close()
        .close();
    pen.open("label", "class=scale")
        .line("span", ToolWord::Voice)
        .open("select", "name=voice");
    let chosen = kept(&["voice-", primary(&language)].concat());
    for voice in voices {
        let name = voice.name();
        pen.open("option", "")
            .mark(name == chosen, "selected", "")
            .set("value", &name);
        pen.write(&name).close();
    }
    pen.close().close();
    pen.switch("next", ToolWord::ThenNext, !kept("next").is_empty());
    pen.switch(LEAVE_OUT, ToolWord::LeaveOut, !kept(LEAVE_OUT).is_empty());
    if let Some(why) = tools.aloud.failure.get() {
        pen.open("p", "class=outcome").write(&reason(tools, why));
    }
}

fn act(tools: &'static Tools, verb: &str, value: &str) {
    let aloud = &tools.aloud;
    match verb {
        "play" => toggle(tools),
        "piece" => step(tools, value == "1"),
        "voice" => keep(
            tools,
            &["voice-", primary(&language(tools))].concat(),
            value,
        ),
        _ => keep(tools, verb, value),
    }
    // What is being said goes on in the new voice.
    if matches!(verb, "rate" | "voice" | LEAVE_OUT) && aloud.is_on.get() {
        speak(tools);
    }
}

/// Reads on, or pauses.
fn toggle(tools: &'static Tools) {
    if tools.aloud.is_on.get() {
        pause(tools);
    } else {
        begin(tools, true);
    }
    panel::draw(tools);
}

/// Begins with what is in sight, unless that was paused in, or with the headline.
fn begin(tools: &'static Tools, in_sight: bool) {
    let aloud = &tools.aloud;
    forgive(tools);
    if aloud.pieces.borrow().is_empty() {
        let pieces = pieces::of(tools);
        let seen = |piece: &Piece| piece.block.get_bounding_client_rect().top() >= 0.0;
        let first = pieces.iter().position(seen).filter(|_| in_sight);
        aloud.place.set(first.unwrap_or(0));
        aloud.pieces.replace(pieces);
        tell(tools);
    }
    aloud.is_on.set(true);
    speak(tools);
}

/// What was said of a failure no longer holds.
fn forgive(tools: &Tools) {
    tools.aloud.failure.take();
    withdraw(tools, Notice::Silence);
}

/// Stops speaking, and says why. The piece is kept, to be tried again.
fn fail(tools: &'static Tools, why: ToolWord) {
    pause(tools);
    tools.aloud.failure.set(Some(why));
    let said = reason(tools, why);
    announce(tools, About::Event, &said);
    panel::draw(tools);
    if !panel::is_in_view(tools, ToolWord::Listen) {
        super::tell(tools, Notice::Silence, &said);
    }
}

/// Stops speaking; the piece is kept.
fn pause(tools: &Tools) {
    let aloud = &tools.aloud;
    aloud.is_on.set(false);
    aloud.number.set(aloud.number.get().wrapping_add(1));
    if let Some(speech) = speech(tools) {
        speech.cancel();
    }
    mark(&tools.window, SPOKEN, &Array::new());
}

/// To the paragraph before or after.
fn step(tools: &'static Tools, forward: bool) {
    let aloud = &tools.aloud;
    {
        let pieces = aloud.pieces.borrow();
        let here = pieces
            .get(aloud.place.get())
            .map(|piece| piece.block.clone());
        let other =
            |piece: &Piece| Some(&piece.block) != here.as_ref() && !is_left_out(tools, piece);
        let place = aloud.place.get();
        let wanted = if forward {
            pieces
                .iter()
                .skip(place)
                .position(other)
                .map(|after| place + after)
        } else {
            // The first piece of the paragraph that ends before.
            let before = pieces.iter().take(place).rposition(other);
            let block = before
                .and_then(|before| pieces.get(before))
                .map(|piece| piece.block.clone());
            pieces
                .iter()
                .position(|piece| Some(&piece.block) == block.as_ref())
        };
        aloud.place.set(wanted.unwrap_or(place));
    }
    begin(tools, true);
}

/// The story was read to its end.
fn finish(tools: &'static Tools) {
    let aloud = &tools.aloud;
    pause(tools);
    aloud.pieces.borrow_mut().clear();
    if !kept("next").is_empty() {
        aloud.goes_on.set(tools.send(ToReader::Go(Way::Next)));
    }
    panel::draw(tools);
}

/// The document is left: voices outlive it.
pub(in crate::tools) fn left(tools: &'static Tools) {
    if tools.aloud.is_on.get() {
        pause(tools);
        panel::draw(tools);
    }
}

/// Another page is shown: it is read when the one before was read to its end and led here, else all is silent.
pub(super) fn arrived(tools: &'static Tools, was_asked_for: bool) {
    let aloud = &tools.aloud;
    let goes_on = aloud.goes_on.take() && was_asked_for;
    forgive(tools);
    if aloud.is_on.get() || !aloud.pieces.borrow().is_empty() {
        pause(tools);
        aloud.pieces.borrow_mut().clear();
    }
    if goes_on {
        begin(tools, false);
    }
}
