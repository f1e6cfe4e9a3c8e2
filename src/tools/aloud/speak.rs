//! Speaks one piece after the other.
//!
//! Entry point: [`speak`], for the piece that it is the turn of.

use web_sys::{
    Element, Range, ScrollIntoViewOptions, ScrollLogicalPosition, SpeechSynthesisUtterance,
};

use super::pieces::Piece;
use super::voices::{Voiced, kept, speech, voiced};
use super::{FASTEST, SLOWEST, SPOKEN, fail, finish, pause};
use crate::browser::mark::mark;
use crate::browser::{guard, property};
use crate::tools::{Tools, panel};
use crate::view::words::ToolWord;

fn mark_spoken(tools: &Tools, range: Option<Range>) {
    mark(&tools.window, SPOKEN, &range.iter().collect());
}

/// Speaks the piece that it is the turn of, or the next one that is not left out.
pub(super) fn speak(tools: &'static Tools) {
    let aloud = &tools.aloud;
    let number = aloud.number.get().wrapping_add(1);
    aloud.number.set(number);
    let Some(speech) = speech(tools) else {
        return fail(tools, ToolWord::NoVoice);
    };
    speech.cancel();
    let pieces = aloud.pieces.borrow();
    let (piece, voice, language) = loop {
        let Some(piece) = pieces.get(aloud.place.get()) else {
            drop(pieces);
            return finish(tools);
        };
        match voiced(tools, &speech, piece) {
            Voiced::By(voice, language) => break (piece, voice, language),
            Voiced::LeftOut => aloud.place.set(aloud.place.get() + 1),
            Voiced::Nobody => {
                drop(pieces);
                return fail(tools, ToolWord::NoVoice);
            }
        }
    };
    let Ok(utterance) = SpeechSynthesisUtterance::new_with_text(&piece.text) else {
        drop(pieces);
        return fail(tools, ToolWord::VoiceFailed);
    };
    utterance.set_lang(&language);
    utterance.set_voice(Some(&voice));
    // The browser's own reading of numbers: that of Rust weighs ten kilobytes.
    let rate = js_sys::Number::parse_float(&kept("rate"));
    // What comes from a file may be any number; browsers throw at some.
    utterance.set_rate(match rate.is_nan() {
        true => 1.0,
        false => rate.clamp(SLOWEST, FASTEST) as f32,
    });
    follow(tools, piece);
    mark_spoken(tools, piece.range(0, u32::MAX));
    drop(pieces);
    heed(tools, &utterance, number);
    speech.speak(&utterance);
}

/// Heeds what becomes of an utterance, while it is the newest.
fn heed(tools: &'static Tools, utterance: &SpeechSynthesisUtterance, number: u32) {
    let is_newest = move || tools.aloud.number.get() == number;
    guard::on(utterance, "boundary", move |event| {
        let number_of = |name| property(&event, name).as_f64().unwrap_or_default() as u32;
        let pieces = tools.aloud.pieces.borrow();
        let piece = pieces.get(tools.aloud.place.get());
        if let Some(piece) = piece.filter(|_| is_newest()) {
            let (from, length) = (number_of("charIndex"), number_of("charLength"));
            mark_spoken(tools, piece.range(from, from + length));
        }
    });
    guard::on(utterance, "end", move |_| {
        if is_newest() {
            let place = &tools.aloud.place;
            place.set(place.get() + 1);
            speak(tools);
        }
    });
    guard::on(utterance, "error", move |event| {
        if !is_newest() {
            return;
        }
        let error = property(&event, "error").as_string().unwrap_or_default();
        if matches!(error.as_str(), "interrupted" | "canceled") {
            // Another page or script has silenced the voice: that is a pause.
            pause(tools);
            panel::draw(tools);
        } else {
            fail(tools, ToolWord::VoiceFailed);
        }
    });
}

/// Keeps what is read in view, unless somebody has scrolled away from it.
fn follow(tools: &Tools, piece: &Piece) {
    let height = tools
        .window
        .inner_height()
        .ok()
        .and_then(|height| height.as_f64());
    let height = height.unwrap_or_default();
    let pieces = tools.aloud.pieces.borrow();
    let place = tools.aloud.place.get();
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
