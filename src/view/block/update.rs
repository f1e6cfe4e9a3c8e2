//! Draws a dated entry of a live story.
//!
//! Entry point: [`update`].

use yew::prelude::*;

use super::blocks;
use crate::story::block::Update;
use crate::view::Drawing;
use crate::view::text::filled;
use crate::view::time::time;

/// A dated entry of a live story.
pub(super) fn update(drawing: &Drawing, update: &Update) -> Html {
    html! {
        <section class="update" id={filled(&update.id)}>
            <p class="when">{ time(&update.date) }</p>
            if !update.headline.is_empty() {
                <h2>{ drawing.text(&update.headline) }</h2>
            }
            { blocks(drawing, &update.body) }
        </section>
    }
}
