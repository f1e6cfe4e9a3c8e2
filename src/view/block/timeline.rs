//! Draws what happened when.
//!
//! Entry point: [`timeline`].

use yew::prelude::*;

use super::blocks;
use super::title::{name, title};
use crate::story::block::Timeline;
use crate::view::text::Texts;
use crate::view::time::time;

/// What happened when, in order.
pub(super) fn timeline(texts: &Texts, timeline: &Timeline) -> Html {
    let name = name(&timeline.title, texts.drawing.words.timeline);
    html! {
        <section class="timeline" aria-label={name}>
            { title(texts, &timeline.title) }
            <ol>
                for entry in &timeline.entries {
                    <li>
                        <p class="when">{ time(&entry.date) }</p>
                        { title(texts, &entry.title) }
                        { blocks(texts, &entry.body) }
                    </li>
                }
            </ol>
        </section>
    }
}
