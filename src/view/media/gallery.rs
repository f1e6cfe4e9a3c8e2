//! Draws several pictures that belong together.
//!
//! Entry point: [`gallery`].

use yew::prelude::*;

use super::{Figure, Place, caption};
use crate::story::block;
use crate::view::Drawing;

/// Several pictures, each with its words, and words for all of them.
pub(in crate::view) fn gallery(drawing: &Drawing, gallery: &block::Gallery) -> Html {
    html! {
        <figure class="gallery" aria-label={drawing.words.gallery}>
            <div>
                for picture in &gallery.pictures {
                    <Figure {drawing} picture={picture.clone()} place={Place::Gallery} />
                }
            </div>
            { caption(drawing, &gallery.caption) }
        </figure>
    }
}
