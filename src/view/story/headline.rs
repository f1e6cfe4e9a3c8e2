//! Draws what stands over a story.
//!
//! Entry point: [`Headline`].

use yew::prelude::*;

use super::dates::dates;
use super::kicker::kicker;
use super::{Byline, StoryProps};

/// Kicker, headline, standfirst, byline and dates.
#[component]
pub fn Headline(props: &StoryProps) -> Html {
    let StoryProps { drawing, page } = props;
    let story = &page.story;
    html! {
        <header>
            { kicker(drawing, page) }
            <h1>{ &story.headline }</h1>
            if !story.standfirst.is_empty() {
                <p class="standfirst">{ &story.standfirst }</p>
            }
            if !story.bylines.is_empty() {
                <Byline {drawing} {page} />
            }
            { dates(drawing, page) }
        </header>
    }
}
