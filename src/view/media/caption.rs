//! Draws the words under something that is shown or played.
//!
//! Entry point: [`caption`], a plain function: it is one element.

use yew::prelude::*;

use crate::story::Text;
use crate::view::text::Texts;

/// The words under something; nothing where it has none.
pub(in crate::view) fn caption(texts: &Texts, caption: &Text) -> Html {
    html! {
        if !caption.is_empty() {
            <figcaption>{ texts.draw(caption) }</figcaption>
        }
    }
}
