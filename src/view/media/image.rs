//! Draws a picture alone.
//!
//! Entry point: [`image()`]. Whoever draws it asks first whether the picture's file is one of the paper
//! ([`Drawing::file`]): a picture from elsewhere is not drawn.

use yew::prelude::*;

use super::Place;
use crate::story::Picture;
use crate::story::digits::digits;
use crate::view::Drawing;

/// A picture alone, with its other widths as what a browser takes first.
pub(in crate::view) fn image(drawing: &Drawing, picture: &Picture, place: Place) -> Html {
    let waits = !place.is_first();
    let image = html! {
        <img
            src={drawing.file(&picture.source)}
            alt={picture.alt.clone().unwrap_or_default()}
            width={picture.width.map(digits)}
            height={picture.height.map(digits)}
            loading={waits.then_some("lazy")}
            decoding={waits.then_some("async")}
            fetchpriority={(!waits).then_some("high")}
        />
    };
    if picture.sources.is_empty() {
        return image;
    }
    // The press's own widths end with the picture's own, all in WebP; a story's own widths are of any kind.
    let made = picture.sources.last().map(|last| last.width) == picture.width;
    html! {
        <picture>
            <source
                type={made.then_some("image/webp")}
                srcset={source_set(drawing, picture, made)}
                sizes={place.sizes()}
            />
            { image }
        </picture>
    }
}

/// The widths of a picture; it is one of them itself, unless the press made one as wide.
fn source_set(drawing: &Drawing, picture: &Picture, made: bool) -> String {
    let own = picture.width.filter(|_| !made);
    let own = own.map(|width| (&picture.source, width));
    let sources = picture.sources.iter();
    let sources = sources.map(|source| (&source.source, source.width));
    let mut set = String::new();
    for (source, width) in sources.chain(own) {
        if let Some(file) = drawing.file(source) {
            if !set.is_empty() {
                set += ",";
            }
            set += &file;
            set += " ";
            set += &digits(width);
            set += "w";
        }
    }
    set
}
