//! Draws and tells the title of a block that may have one.
//!
//! Entry points: [`title`], a plain function, for it is one element; and [`name`].

use yew::prelude::*;

use crate::story::Text;
use crate::view::Drawing;

/// Draws a title; nothing where there is none.
pub(super) fn title(drawing: &Drawing, title: &Text) -> Html {
    html! {
        if !title.is_empty() {
            <p class="title">{ drawing.text(title) }</p>
        }
    }
}

/// What a part is called: its title, else what parts of its kind are called.
pub(super) fn name(title: &Text, otherwise: &str) -> String {
    if title.is_empty() {
        otherwise.to_owned()
    } else {
        title.plain()
    }
}
