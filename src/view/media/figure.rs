//! Draws a picture with its words.
//!
//! Entry point: [`Figure`].

use yew::prelude::*;

use super::image::ImageProps;
use super::{Image, Place};
use crate::story::Picture;
use crate::view::text::Texts;
use crate::view::words::fill;

/// A picture with its caption and credit.
#[component]
pub fn Figure(props: &ImageProps) -> Html {
    let ImageProps {
        drawing,
        picture,
        place,
    } = props;
    let is_lead = *place == Place::Lead;
    let has_words = !picture.caption.is_empty() || !picture.credit.is_empty();
    html! {
        <figure class={classes!(is_lead.then_some("lead-picture"))}>
            if drawing.file(&picture.source).is_some() {
                <Image {drawing} picture={picture.clone()} place={*place} />
            }
            if has_words {
                { words(&drawing.texts(), picture) }
            }
        </figure>
    }
}

fn words(texts: &Texts, picture: &Picture) -> Html {
    let credit = [("credit", picture.credit.as_str())];
    html! {
        <figcaption>
            { texts.draw(&picture.caption) }
            { " " }
            if !picture.credit.is_empty() {
                <small class="credit">{ fill(texts.drawing.words.picture_credit, &credit) }</small>
            }
        </figcaption>
    }
}
