//! The voices that read, and what somebody has chosen of them.
//!
//! Entry points: [`voiced`] for a piece of a story, [`voices`] of a language, [`kept`] and [`keep`] for choices.

use wasm_bindgen::JsCast;
use web_sys::{SpeechSynthesis, SpeechSynthesisVoice};

use super::language;
use super::pieces::Piece;
use crate::browser::property;
use crate::browser::storage::{self, VOICE};
use crate::story::language::primary;
use crate::tools::Tools;

/// The choice to leave out what no voice of its language can speak.
pub(super) const LEAVE_OUT: &str = "leave-out";

pub(super) fn speech(tools: &Tools) -> Option<SpeechSynthesis> {
    // The getter gives nothing where there is none, whatever its type says.
    let speech = property(&tools.window, "speechSynthesis");
    speech.is_object().then(|| speech.unchecked_into())
}

/// How something is kept; empty when nothing is.
pub(super) fn kept(name: &str) -> String {
    let lines = storage::get(VOICE);
    let mut pairs = lines.lines().filter_map(|line| line.split_once('='));
    let found = pairs.find(|(known, _)| *known == name);
    found.map(|(_, value)| value.to_owned()).unwrap_or_default()
}

pub(super) fn keep(tools: &'static Tools, name: &str, value: &str) {
    let kept = with(&storage::get(VOICE), name, value);
    tools.store(VOICE, &kept);
}

/// How stories are read here, and on another machine: of the same thing, what that one says.
pub(in crate::tools) fn merge(own: &str, other: &str) -> String {
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
pub(super) fn voices(speech: &SpeechSynthesis, language: &str) -> Vec<SpeechSynthesisVoice> {
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

fn voice(speech: &SpeechSynthesis, language: &str) -> Option<SpeechSynthesisVoice> {
    let wanted = kept(&["voice-", primary(language)].concat());
    let voices = voices(speech, language);
    let chosen = voices.iter().find(|voice| voice.name() == wanted);
    chosen.or_else(|| voices.first()).cloned()
}

/// By whom a piece is spoken.
pub(super) enum Voiced {
    /// By this voice, which is told that the words are of this language.
    By(SpeechSynthesisVoice, String),
    /// By nobody, as was chosen.
    LeftOut,
    /// Nobody here speaks the language of the story.
    Nobody,
}

/// Finds the voice for a piece: one of its language, else the story's, unless such words are to be left out.
pub(super) fn voiced(tools: &Tools, speech: &SpeechSynthesis, piece: &Piece) -> Voiced {
    if let Some(own) = voice(speech, &piece.language) {
        return Voiced::By(own, piece.language.clone());
    }
    let language = language(tools);
    match voice(speech, &language) {
        None => Voiced::Nobody,
        Some(_) if !kept(LEAVE_OUT).is_empty() => Voiced::LeftOut,
        // Told of the other language, a browser might look for a voice of its own accord.
        Some(storys) => Voiced::By(storys, language),
    }
}

pub(super) fn is_left_out(tools: &Tools, piece: &Piece) -> bool {
    speech(tools).is_some_and(|speech| matches!(voiced(tools, &speech, piece), Voiced::LeftOut))
}
