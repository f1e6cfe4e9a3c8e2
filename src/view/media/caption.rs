//! Draws the words under something that is shown or played.
//!
//! Entry point: [`caption`], a plain function: it is one element.

use yew::prelude::*;

use crate::story::Text;
use crate::view::Drawing;

/// The words under something; nothing where it has none.
pub(in crate::view) fn caption(drawing: &Drawing, caption: &Text) -> Html {
    html! {
        if !caption.is_empty() {
            <figcaption>{ drawing.text(caption) }</figcaption>
        }
    }
}
