//! Draws what happened when.
//!
//! Entry point: [`timeline`].

use yew::prelude::*;

use super::blocks;
use super::title::{name, title};
use crate::story::block::Timeline;
use crate::view::Drawing;
use crate::view::time::time;

/// What happened when, in order.
pub(super) fn timeline(drawing: &Drawing, timeline: &Timeline) -> Html {
    let name = name(&timeline.title, drawing.words.timeline);
    html! {
        <section class="timeline" aria-label={name}>
            { title(drawing, &timeline.title) }
            <ol>
                for entry in &timeline.entries {
                    <li>
                        <p class="when">{ time(&entry.date) }</p>
                        { title(drawing, &entry.title) }
                        { blocks(drawing, &entry.body) }
                    </li>
                }
            </ol>
        </section>
    }
}
