//! Draws a line such as a licence.
//!
//! Entry point: [`notice`].

use yew::prelude::*;

use crate::story::Notice;
use crate::view::Drawing;

/// A line such as a licence, with what it is about.
pub(in crate::view) fn notice(drawing: &Drawing, label: &'static str, notice: &Notice) -> Html {
    html! {
        <p class="notice">
            { label }
            { " " }
            { drawing.linked(&notice.href, html! { &notice.text }) }
        </p>
    }
}
