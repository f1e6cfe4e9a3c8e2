//! Draws a story in a few points.
//!
//! Entry point: [`key_points`].

use yew::prelude::*;

use crate::story::Text;
use crate::view::Drawing;

/// A story in a few points.
pub(super) fn key_points(drawing: &Drawing, points: &[Text]) -> Html {
    let name = drawing.words.key_points;
    html! {
        <aside class="key-points" aria-label={name}>
            <p class="title">{ name }</p>
            <ul>
                for point in points {
                    <li>{ drawing.text(point) }</li>
                }
            </ul>
        </aside>
    }
}
