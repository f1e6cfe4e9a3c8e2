//! Draws a box of background.
//!
//! Entry point: [`FactBox`].

use yew::prelude::*;

use super::blocks;
use super::title::{name, title};
use crate::story::block;
use crate::view::Drawing;

/// A box of background.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct FactBoxProps {
    /// What it is drawn with.
    pub drawing: Drawing,
    /// Its title and body.
    pub fact_box: block::FactBox,
}

/// A box of background.
#[component]
pub fn FactBox(props: &FactBoxProps) -> Html {
    let FactBoxProps { drawing, fact_box } = props;
    let texts = &drawing.texts();
    html! {
        <aside class="fact-box" aria-label={name(&fact_box.title, drawing.words.fact_box)}>
            { title(texts, &fact_box.title) }
            { blocks(texts, &fact_box.body) }
        </aside>
    }
}
