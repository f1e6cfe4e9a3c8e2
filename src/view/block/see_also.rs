//! Draws a line that leads to another story.
//!
//! Entry point: [`see_also`].

use yew::prelude::*;

use crate::story::block::SeeAlso;
use crate::view::Drawing;

/// A line that leads to another story.
pub(super) fn see_also(drawing: &Drawing, line: &SeeAlso) -> Html {
    if line.address.is_empty() {
        return Html::default();
    }
    html! {
        <p class="see-also">
            <b>{ drawing.words.see_also }</b>
            { " " }
            { drawing.linked(&line.address, html! { &line.headline }) }
        </p>
    }
}
