//! Reads a story aloud, with the voices of the browser.
//!
//! Entry points: [`TOOL`]; [`arrived`] when a page is shown, [`left`] when the document is left.
//!
//! 1. What is read becomes pieces ([`pieces`]): a sentence or a few, in one language. A run in another language is a
//!    piece of its own, in a voice of that language. Long texts are divided because browsers stop in them.
//!    Every piece is given a voice that speaks on this machine ([`Voiced`]), or is not spoken: a browser that chooses
//!    for itself may choose one that sends the words away.
//! 2. One piece is spoken at a time. The words being spoken are marked by the CSS Custom Highlight API, where the browser
//!    has it; the page's nodes stay as they are.
//! 3. Pausing forgets the browser's own state, which some keep badly, and starts the piece again.
//! 4. At the end, where somebody wants that, the next story is opened and read. Whoever leaves otherwise hears no more.
//! 5. A voice that fails ends the reading, and that is said: every other piece would fail, too.

mod media;
mod pieces;

use std::cell::{Cell, RefCell};

use js_sys::Array;
use wasm_bindgen::prelude::*;
use web_sys::{
    Element, Range, ScrollIntoViewOptions, ScrollLogicalPosition, SpeechSynthesis,
    SpeechSynthesisUtterance, SpeechSynthesisVoice,
};

use super::{Pen, Tool, go, say};
use crate::reader::announce::{About, announce};
use crate::reader::mark::mark;
use crate::reader::{Reader, guard, notice, property, storage};
use crate::story::language::primary;
use crate::view::words::{ToolWord, fill};
use media::tell;
use pieces::Piece;

/// The tool.
pub(super) const TOOL: Tool = Tool {
    name: ToolWord::Listen,
    draw,
    act,
};

/// The slowest and the fastest that one can choose in the tool, as a share of a voice's own speed.
const SLOWEST: f64 = 0.5;
const FASTEST: f64 = 2.5;

/// Under this name is kept how stories are read: lines such as `rate=1.2`, `next=on`,
/// `leave-out=on`, `voice-en=…`.
pub(super) const VOICE: &str = "newsprint-voice";
/// What the style sheet knows spoken words by.
const SPOKEN: &str = "newsprint-spoken";

/// The choice to leave out what no voice of its language can speak.
const LEAVE_OUT: &str = "leave-out";
/// Class of the notice that says why nothing is spoken any more.
const NOTICE: &str = "silence";

/// What is being read.
#[derive(Default)]
pub(in crate::reader) struct Aloud {
    pieces: RefCell<Vec<Piece>>,
    /// Place of the piece in them.
    place: Cell<usize>,
    is_on: Cell<bool>,
    /// Number of the journey to a page that is to be read when it is shown.
    goes_on: Cell<Option<u32>>,
    /// Why nothing is spoken any more.
    failure: Cell<Option<ToolWord>>,
    /// Number of the newest utterance; what an older one says is not heeded.
    number: Cell<u32>,
    /// Voices are waited for.
    waits: Cell<bool>,
}

fn speech(reader: &Reader) -> Option<SpeechSynthesis> {
    // The getter gives nothing where there is none, whatever its type says.
    let speech = property(&reader.window, "speechSynthesis");
    speech.is_object().then(|| speech.unchecked_into())
}

/// How something is kept; empty when nothing is.
fn kept(reader: &Reader, name: &str) -> String {
    let lines = storage::get(reader, VOICE);
    let mut pairs = lines.lines().filter_map(|line| line.split_once('='));
    let found = pairs.find(|(known, _)| *known == name);
    found.map(|(_, value)| value.to_owned()).unwrap_or_default()
}

fn keep(reader: &'static Reader, name: &str, value: &str) {
    let kept = with(&storage::get(reader, VOICE), name, value);
    storage::set(reader, VOICE, &kept);
}

/// How stories are read here, and on another machine: of the same thing, what that one says.
pub(super) fn merge(own: &str, other: &str) -> String {
    let pairs = other.lines().filter_map(|line| line.split_once('='));
    pairs.fold(own.to_owned(), |kept, (name, value)| {
        with(&kept, name, value)
    })
}

/// Lines with a value under a name, in the place of another there.
fn with(lines: &str, name: &str, value: &str) -> String {
    let mut kept = String::new();
    for line in lines.lines() {
        if line.split_once('=').is_some_and(|(known, _)| known != name) {
            kept.extend([line, "\n"]);
        }
    }
    if !value.is_empty() {
        kept.extend([name, "=", value, "\n"]);
    }
    kept
}

/// The voices of a language that speak on this machine.
fn voices(speech: &SpeechSynthesis, language: &str) -> Vec<SpeechSynthesisVoice> {
    let all = speech.get_voices();
    let all = all
        .iter()
        .map(JsCast::unchecked_into::<SpeechSynthesisVoice>);
    let is_of = |voice: &SpeechSynthesisVoice| {
        // Others send what they read to somebody's server. Android writes `en_GB`.
        voice.local_service()
            && primary(voice.lang().split('_').next().unwrap_or_default())
                .eq_ignore_ascii_case(primary(language))
    };
    all.filter(is_of).collect()
}

fn voice(
    reader: &Reader,
    speech: &SpeechSynthesis,
    language: &str,
) -> Option<SpeechSynthesisVoice> {
    let wanted = kept(reader, &["voice-", primary(language)].concat());
    let voices = voices(speech, language);
    let chosen = voices.iter().find(|voice| voice.name() == wanted);
    chosen.or_else(|| voices.first()).cloned()
}

fn language(reader: &Reader) -> String {
    reader.shown.borrow().head.language.clone()
}

/// By whom a piece is spoken.
enum Voiced {
    /// By this voice, which is told that the words are of this language.
    By(SpeechSynthesisVoice, String),
    /// By nobody, as was chosen.
    LeftOut,
    /// Nobody here speaks the language of the story.
    Nobody,
}

/// Finds the voice for a piece: one of its language, else the story's, unless such words are to be left out.
fn voiced(reader: &Reader, speech: &SpeechSynthesis, piece: &Piece) -> Voiced {
    if let Some(own) = voice(reader, speech, &piece.language) {
        return Voiced::By(own, piece.language.clone());
    }
    let language = language(reader);
    match voice(reader, speech, &language) {
        None => Voiced::Nobody,
        Some(_) if !kept(reader, LEAVE_OUT).is_empty() => Voiced::LeftOut,
        // Told of the other language, a browser might look for a voice of its own accord.
        Some(storys) => Voiced::By(storys, language),
    }
}

fn is_left_out(reader: &Reader, piece: &Piece) -> bool {
    speech(reader).is_some_and(|speech| matches!(voiced(reader, &speech, piece), Voiced::LeftOut))
}

/// Why nothing is spoken, in words.
fn reason(reader: &Reader, why: ToolWord) -> String {
    fill(say(reader, why), &[("language", &language(reader))])
}

fn draw(reader: &'static Reader, pen: &mut Pen) {
    let language = language(reader);
    let speech = speech(reader);
    let voices = speech
        .as_ref()
        .map(|speech| voices(speech, &language))
        .unwrap_or_default();
    if voices.is_empty() {
        if let Some(speech) = speech.filter(|_| !reader.tools.aloud.waits.replace(true)) {
            guard::on(&speech, "voiceschanged", move |_| super::draw(reader));
        }
        pen.open("p", "").write(&reason(reader, ToolWord::NoVoice));
        return;
    }
    pen.open("form", "class=aloud").open("p", "class=steps");
    pen.act("piece -1", ToolWord::ParagraphBefore);
    let play = if reader.tools.aloud.is_on.get() {
        ToolWord::Pause
    } else {
        ToolWord::Play
    };
    pen.act("play", play)
        .act("piece 1", ToolWord::ParagraphAfter)
        .close();
    pen.open("label", "class=scale")
        .line("span", ToolWord::Speed);
    let rate = kept(reader, "rate");
    pen.open("input", "type=range name=rate min=0.5 max=2.5 step=0.1");
    pen.value(if rate.is_empty() { "1" } else { &rate })
        .close()
        .close();
    pen.open("label", "class=scale")
        .line("span", ToolWord::Voice)
        .open("select", "name=voice");
    let chosen = kept(reader, &["voice-", primary(&language)].concat());
    for voice in voices {
        let name = voice.name();
        pen.open("option", "")
            .mark(name == chosen, "selected", "")
            .set("value", &name);
        pen.write(&name).close();
    }
    pen.close().close();
    pen.switch("next", ToolWord::ThenNext, !kept(reader, "next").is_empty());
    pen.switch(
        LEAVE_OUT,
        ToolWord::LeaveOut,
        !kept(reader, LEAVE_OUT).is_empty(),
    );
    if let Some(why) = reader.tools.aloud.failure.get() {
        pen.open("p", "class=outcome").write(&reason(reader, why));
    }
}

fn act(reader: &'static Reader, verb: &str, value: &str) {
    let aloud = &reader.tools.aloud;
    match verb {
        "play" => toggle(reader),
        "piece" => step(reader, value == "1"),
        "voice" => keep(
            reader,
            &["voice-", primary(&language(reader))].concat(),
            value,
        ),
        _ => keep(reader, verb, value),
    }
    // What is being said goes on in the new voice.
    if matches!(verb, "rate" | "voice" | LEAVE_OUT) && aloud.is_on.get() {
        speak(reader);
    }
}

/// Reads on, or pauses.
fn toggle(reader: &'static Reader) {
    if reader.tools.aloud.is_on.get() {
        pause(reader);
    } else {
        begin(reader, true);
    }
    super::draw(reader);
}

/// Begins with what is in sight, unless that was paused in, or with the headline.
fn begin(reader: &'static Reader, in_sight: bool) {
    let aloud = &reader.tools.aloud;
    forgive(reader);
    if aloud.pieces.borrow().is_empty() {
        let pieces = pieces::of(reader);
        let seen = |piece: &Piece| piece.block.get_bounding_client_rect().top() >= 0.0;
        let first = pieces.iter().position(seen).filter(|_| in_sight);
        aloud.place.set(first.unwrap_or(0));
        aloud.pieces.replace(pieces);
        tell(reader);
    }
    aloud.is_on.set(true);
    speak(reader);
}

/// What was said of a failure no longer holds.
fn forgive(reader: &Reader) {
    reader.tools.aloud.failure.take();
    notice::withdraw(reader, NOTICE);
}

/// Stops speaking, and says why. The piece is kept, to be tried again.
fn fail(reader: &'static Reader, why: ToolWord) {
    pause(reader);
    reader.tools.aloud.failure.set(Some(why));
    let said = reason(reader, why);
    announce(reader, About::Event, &said);
    super::draw(reader);
    if !super::is_in_view(reader, ToolWord::Listen) {
        notice::tell(reader, NOTICE, &said);
    }
}

/// Stops speaking; the piece is kept.
fn pause(reader: &Reader) {
    let aloud = &reader.tools.aloud;
    aloud.is_on.set(false);
    aloud.number.set(aloud.number.get().wrapping_add(1));
    if let Some(speech) = speech(reader) {
        speech.cancel();
    }
    mark(reader, SPOKEN, &Array::new());
}

/// To the paragraph before or after.
fn step(reader: &'static Reader, forward: bool) {
    let aloud = &reader.tools.aloud;
    {
        let pieces = aloud.pieces.borrow();
        let here = pieces
            .get(aloud.place.get())
            .map(|piece| piece.block.clone());
        let other =
            |piece: &Piece| Some(&piece.block) != here.as_ref() && !is_left_out(reader, piece);
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
    begin(reader, true);
}

fn mark_spoken(reader: &Reader, range: Option<Range>) {
    mark(reader, SPOKEN, &range.iter().collect());
}

/// Speaks the piece that it is the turn of, or the next one that is not left out.
fn speak(reader: &'static Reader) {
    let aloud = &reader.tools.aloud;
    let number = aloud.number.get().wrapping_add(1);
    aloud.number.set(number);
    let Some(speech) = speech(reader) else {
        return fail(reader, ToolWord::NoVoice);
    };
    speech.cancel();
    let pieces = aloud.pieces.borrow();
    let (piece, voice, language) = loop {
        let Some(piece) = pieces.get(aloud.place.get()) else {
            drop(pieces);
            return finish(reader);
        };
        match voiced(reader, &speech, piece) {
            Voiced::By(voice, language) => break (piece, voice, language),
            Voiced::LeftOut => aloud.place.set(aloud.place.get() + 1),
            Voiced::Nobody => {
                drop(pieces);
                return fail(reader, ToolWord::NoVoice);
            }
        }
    };
    let Ok(utterance) = SpeechSynthesisUtterance::new_with_text(&piece.text) else {
        drop(pieces);
        return fail(reader, ToolWord::VoiceFailed);
    };
    utterance.set_lang(&language);
    utterance.set_voice(Some(&voice));
    // The browser's own reading of numbers: that of Rust weighs ten kilobytes.
    let rate = js_sys::Number::parse_float(&kept(reader, "rate"));
    // What comes from a file may be any number; browsers throw at some.
    utterance.set_rate(match rate.is_nan() {
        true => 1.0,
        false => rate.clamp(SLOWEST, FASTEST) as f32,
    });
    follow(reader, piece);
    mark_spoken(reader, piece.range(0, u32::MAX));
    drop(pieces);
    heed(reader, &utterance, number);
    speech.speak(&utterance);
}

/// Heeds what becomes of an utterance, while it is the newest.
fn heed(reader: &'static Reader, utterance: &SpeechSynthesisUtterance, number: u32) {
    let is_newest = move || reader.tools.aloud.number.get() == number;
    guard::on(utterance, "boundary", move |event| {
        let number_of = |name| property(&event, name).as_f64().unwrap_or_default() as u32;
        let pieces = reader.tools.aloud.pieces.borrow();
        let piece = pieces.get(reader.tools.aloud.place.get());
        if let Some(piece) = piece.filter(|_| is_newest()) {
            let (from, length) = (number_of("charIndex"), number_of("charLength"));
            mark_spoken(reader, piece.range(from, from + length));
        }
    });
    guard::on(utterance, "end", move |_| {
        if is_newest() {
            let place = &reader.tools.aloud.place;
            place.set(place.get() + 1);
            speak(reader);
        }
    });
    guard::on(utterance, "error", move |event| {
        if !is_newest() {
            return;
        }
        let error = property(&event, "error").as_string().unwrap_or_default();
        if matches!(error.as_str(), "interrupted" | "canceled") {
            // Another page or script has silenced the voice: that is a pause.
            pause(reader);
            super::draw(reader);
        } else {
            fail(reader, ToolWord::VoiceFailed);
        }
    });
}

/// The story was read to its end.
fn finish(reader: &'static Reader) {
    let aloud = &reader.tools.aloud;
    pause(reader);
    aloud.pieces.borrow_mut().clear();
    if !kept(reader, "next").is_empty() && go::next(reader) {
        aloud.goes_on.set(Some(reader.journey.get()));
    }
    super::draw(reader);
}

/// The document is left: voices outlive it.
pub(in crate::reader) fn left(reader: &'static Reader) {
    if reader.tools.aloud.is_on.get() {
        pause(reader);
        super::draw(reader);
    }
}

/// Another page is shown: it is read when the one before was read to its end and led here, else all is silent.
pub(super) fn arrived(reader: &'static Reader) {
    let aloud = &reader.tools.aloud;
    let goes_on = aloud.goes_on.take() == Some(reader.journey.get());
    forgive(reader);
    if aloud.is_on.get() || !aloud.pieces.borrow().is_empty() {
        pause(reader);
        aloud.pieces.borrow_mut().clear();
    }
    if goes_on {
        begin(reader, false);
    }
}

/// Keeps what is read in view, unless somebody has scrolled away from it.
fn follow(reader: &Reader, piece: &Piece) {
    let height = reader
        .window
        .inner_height()
        .ok()
        .and_then(|height| height.as_f64());
    let height = height.unwrap_or_default();
    let pieces = reader.tools.aloud.pieces.borrow();
    let place = reader.tools.aloud.place.get();
    let before = place.checked_sub(1).and_then(|before| pieces.get(before));
    let in_sight = |block: &Element| {
        let bounds = block.get_bounding_client_rect();
        bounds.bottom() > 0.0 && bounds.top() < height
    };
    if before.is_none_or(|before| in_sight(&before.block)) {
        let options = ScrollIntoViewOptions::new();
        options.set_block(ScrollLogicalPosition::Nearest);
        piece
            .block
            .scroll_into_view_with_scroll_into_view_options(&options);
    }
}
