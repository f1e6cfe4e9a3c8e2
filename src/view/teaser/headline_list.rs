//! Draws stories by their headlines alone.
//!
//! Entry point: [`headline_list`].

use yew::prelude::*;

use super::{direction, headline, language, marks};
use crate::paper::page::Teaser;
use crate::story::digits::digits;
use crate::view::Drawing;

/// Stories by their headlines alone.
pub fn headline_list(drawing: &Drawing, teasers: &[Teaser]) -> Html {
    html! {
        <ul>
            // A newsroom may name a story twice.
            for (place, teaser) in teasers.iter().enumerate() {
                <li key={digits(place)} lang={language(teaser)} dir={direction(teaser)}>
                    { marks(drawing, &teaser.mark, false) }
                    { headline(drawing, teaser) }
                </li>
            }
        </ul>
    }
}
