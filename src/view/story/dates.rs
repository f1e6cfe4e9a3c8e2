//! Draws when a story appeared and changed, and how long it takes.
//!
//! Entry point: [`dates`].

use yew::prelude::*;

use crate::paper::page::StoryPage;
use crate::view::Drawing;
use crate::view::time::time;

/// When a story appeared and changed, and how long it takes.
pub(super) fn dates(drawing: &Drawing, page: &StoryPage) -> Html {
    let story = &page.story;
    html! {
        <p class="dates">
            if !story.published.datetime.is_empty() {
                { time(&story.published) }
            }
            if let Some(updated) = &story.updated {
                <span>{ drawing.words.updated }{ " " }{ time(updated) }</span>
            }
            if !page.reading_time.is_empty() {
                <span>{ &page.reading_time }</span>
            }
        </p>
    }
}
