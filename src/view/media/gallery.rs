//! Draws several pictures that belong together.
//!
//! Entry point: [`Gallery`].

use yew::prelude::*;

use super::{Figure, Place, caption};
use crate::story::block;
use crate::view::Drawing;

/// A gallery.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct GalleryProps {
    /// What it is drawn with.
    pub drawing: Drawing,
    /// The pictures and their caption.
    pub gallery: block::Gallery,
}

/// Several pictures, each with its words, and words for all of them.
#[component]
pub fn Gallery(props: &GalleryProps) -> Html {
    let texts = props.drawing.texts();
    let gallery = &props.gallery;
    html! {
        <figure class="gallery" aria-label={props.drawing.words.gallery}>
            <div>
                for picture in &gallery.pictures {
                    <Figure
                        drawing={texts.drawing_of(picture)}
                        picture={picture.clone()}
                        place={Place::Gallery}
                    />
                }
            </div>
            { caption(&texts, &gallery.caption) }
        </figure>
    }
}
