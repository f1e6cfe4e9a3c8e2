//! Draws a film with its captions.
//!
//! Entry point: [`Video`]. Whoever draws it asks first whether the film's file is one of the paper
//! ([`Drawing::file`]): a film from elsewhere is not drawn.

use yew::prelude::*;

use super::download::download;
use super::{caption, named};
use crate::story::block;
use crate::story::digits::digits;
use crate::view::Drawing;

/// A film.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct VideoProps {
    /// What it is drawn with.
    pub drawing: Drawing,
    /// The film.
    pub video: block::Video,
}

/// A film with its captions, and words under it.
#[component]
pub fn Video(props: &VideoProps) -> Html {
    let VideoProps { drawing, video } = props;
    let source = drawing.file(&video.source);
    html! {
        <figure class="film">
            <video
                controls=true
                preload="none"
                src={source.clone()}
                poster={drawing.file(&video.poster)}
                width={video.width.map(digits)}
                height={video.height.map(digits)}
                aria-label={named(drawing.words.video, &video.title)}
            >
                for captions in &video.captions {
                    if let Some(file) = drawing.file(&captions.source) {
                        <track
                            kind="captions"
                            src={file}
                            srclang={captions.language.clone()}
                            label={captions.label.clone()}
                        />
                    }
                }
                { download(source, drawing.words.download_video) }
            </video>
            { caption(&drawing.texts(), &video.caption) }
        </figure>
    }
}
