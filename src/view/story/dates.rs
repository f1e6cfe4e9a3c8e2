//! Draws when a story appeared and changed, and how long it takes.
//!
//! Entry point: [`Dates`].

use yew::prelude::*;

use super::StoryProps;
use crate::view::time::time;

/// When a story appeared and changed, and how long it takes.
#[component]
pub fn Dates(props: &StoryProps) -> Html {
    let StoryProps { drawing, page } = props;
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
