//! Draws a story in a few points.
//!
//! Entry point: [`key_points`].

use yew::prelude::*;

use crate::story::Text;
use crate::view::text::Texts;

/// A story in a few points.
pub(super) fn key_points(texts: &Texts, points: &[Text]) -> Html {
    let name = texts.drawing.words.key_points;
    html! {
        <aside class="key-points" aria-label={name}>
            <p class="title">{ name }</p>
            <ul>
                for point in points {
                    <li>{ texts.draw(point) }</li>
                }
            </ul>
        </aside>
    }
}
