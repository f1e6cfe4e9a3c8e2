//! Draws a picture with its words.
//!
//! Entry point: [`Figure`].

use yew::prelude::*;

use super::{Place, image};
use crate::story::Picture;
use crate::view::Drawing;
use crate::view::words::fill;

/// A picture, at its place.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct FigureProps {
    /// What it is drawn with.
    pub drawing: Drawing,
    /// The picture.
    pub picture: Picture,
    /// Where it stands.
    pub place: Place,
}

/// A picture with its caption and credit.
#[component]
pub fn Figure(props: &FigureProps) -> Html {
    let FigureProps {
        drawing,
        picture,
        place,
    } = props;
    let is_lead = *place == Place::Lead;
    let has_words = !picture.caption.is_empty() || !picture.credit.is_empty();
    html! {
        <figure class={classes!(is_lead.then_some("lead-picture"))}>
            if drawing.file(&picture.source).is_some() {
                { image(drawing, picture, *place) }
            }
            if has_words {
                { words(drawing, picture) }
            }
        </figure>
    }
}

fn words(drawing: &Drawing, picture: &Picture) -> Html {
    let credit = [("credit", picture.credit.as_str())];
    html! {
        <figcaption>
            { drawing.text(&picture.caption) }
            { " " }
            if !picture.credit.is_empty() {
                <small class="credit">{ fill(drawing.words.picture_credit, &credit) }</small>
            }
        </figcaption>
    }
}
