//! Draws a dated entry of a live story.
//!
//! Entry point: [`update`].

use yew::prelude::*;

use super::blocks;
use crate::story::block::Update;
use crate::view::text::{Texts, filled};
use crate::view::time::time;

/// A dated entry of a live story.
pub(super) fn update(texts: &Texts, update: &Update) -> Html {
    html! {
        <section class="update" id={filled(&update.id)}>
            <p class="when">{ time(&update.date) }</p>
            if !update.headline.is_empty() {
                <h2>{ texts.draw(&update.headline) }</h2>
            }
            { blocks(texts, &update.body) }
        </section>
    }
}
