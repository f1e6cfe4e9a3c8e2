//! Draws a film with its captions.
//!
//! Entry point: [`video`].

use yew::prelude::*;

use super::download::download;
use super::{caption, named};
use crate::story::block;
use crate::story::digits::digits;
use crate::view::Drawing;

/// A film with its captions, and words under it; nothing for a film from elsewhere.
pub(in crate::view) fn video(drawing: &Drawing, video: &block::Video) -> Html {
    let Some(source) = drawing.file(&video.source) else {
        return Html::default();
    };
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
            { caption(drawing, &video.caption) }
        </figure>
    }
}
