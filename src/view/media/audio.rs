//! Draws a sound with its transcript.
//!
//! Entry point: [`audio`].

use yew::prelude::*;

use super::download::download;
use super::{caption, named};
use crate::story::block;
use crate::view::Drawing;

/// A sound with its title, its player, what is said in it, as it is drawn, and words under it; nothing for a sound from
/// elsewhere.
pub(in crate::view) fn audio(drawing: &Drawing, audio: &block::Audio, transcript: Html) -> Html {
    let words = drawing.words;
    let Some(source) = drawing.file(&audio.source) else {
        return Html::default();
    };
    html! {
        <figure class="sound">
            if !audio.title.is_empty() {
                <p class="title">{ &audio.title }</p>
            }
            <audio
                controls=true
                preload="none"
                src={source.clone()}
                aria-label={named(words.audio, &audio.title)}
            >
                { download(source, words.download_audio) }
            </audio>
            if !audio.transcript.is_empty() {
                <details>
                    <summary>{ words.transcript }</summary>
                    { transcript }
                </details>
            }
            { caption(drawing, &audio.caption) }
        </figure>
    }
}
