//! Draws a sound with its transcript.
//!
//! Entry point: [`Audio`]. Whoever draws it asks first whether the sound's file is one of the paper
//! ([`Drawing::file`]): a sound from elsewhere is not drawn.

use yew::prelude::*;

use super::download::download;
use super::{caption, named};
use crate::story::block;
use crate::view::Drawing;
use crate::view::block::blocks;

/// A sound.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct AudioProps {
    /// What it is drawn with.
    pub drawing: Drawing,
    /// The sound.
    pub audio: block::Audio,
}

/// A sound with its title, its player, what is said in it, and words under it.
#[component]
pub fn Audio(props: &AudioProps) -> Html {
    let AudioProps { drawing, audio } = props;
    let (texts, words) = (drawing.texts(), drawing.words);
    let source = drawing.file(&audio.source);
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
                    { blocks(&texts, &audio.transcript) }
                </details>
            }
            { caption(&texts, &audio.caption) }
        </figure>
    }
}
