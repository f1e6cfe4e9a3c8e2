//! Draws a box of background.
//!
//! Entry point: [`fact_box`].

use yew::prelude::*;

use super::blocks;
use super::title::{name, title};
use crate::story::block;
use crate::view::Drawing;

/// A box of background.
pub(super) fn fact_box(drawing: &Drawing, fact_box: &block::FactBox) -> Html {
    html! {
        <aside class="fact-box" aria-label={name(&fact_box.title, drawing.words.fact_box)}>
            { title(drawing, &fact_box.title) }
            { blocks(drawing, &fact_box.body) }
        </aside>
    }
}
