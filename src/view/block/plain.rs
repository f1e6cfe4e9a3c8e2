//! Draws the blocks a body has most of, without a component for each.
//!
//! Entry points: [`heading`], [`list`] and [`gap`].

use yew::prelude::*;

use crate::story::block::{Heading, List};
use crate::story::tagged::Unsupported;
use crate::view::Drawing;
use crate::view::text::filled;
use crate::view::words::fill;

/// Draws a subheading.
pub(super) fn heading(drawing: &Drawing, heading: &Heading) -> Html {
    let id = filled(&heading.id);
    let words = drawing.text(&heading.text);
    match heading.level {
        4 => html! { <h4 {id}>{ words }</h4> },
        3 => html! { <h3 {id}>{ words }</h3> },
        _ => html! { <h2 {id}>{ words }</h2> },
    }
}

/// Draws a list.
pub(super) fn list(drawing: &Drawing, content: &List) -> Html {
    let items = html! {
        for item in &content.items {
            <li>
                { drawing.text(&item.text) }
                if let Some(inner) = &item.list {
                    { list(drawing, inner) }
                }
            </li>
        }
    };
    if content.ordered {
        html! { <ol>{ items }</ol> }
    } else {
        html! { <ul>{ items }</ul> }
    }
}

/// Says what is missing.
pub(super) fn gap(drawing: &Drawing, gap: &Unsupported) -> Html {
    let words = if gap.faulty {
        drawing.words.faulty_block
    } else {
        drawing.words.unsupported_block
    };
    html! { <p class="gap">{ fill(words, &[("kind", &gap.kind)]) }</p> }
}
