//! Draws a story that was found.
//!
//! Entry point: [`found_story`].

use yew::prelude::*;

use super::{direction, heading, kicker, language};
use crate::paper::page::FoundStory;
use crate::view::Drawing;
use crate::view::time::time;

/// A story that was found, with the place where its words were.
pub(in crate::view) fn found_story(drawing: &Drawing, found: &FoundStory) -> Html {
    let story = &found.story;
    let (lang, dir) = (language(story), direction(story));
    html! {
        <article class="teaser">
            { kicker(drawing, story) }
            { heading(drawing, story, 2) }
            <p class="summary" {lang} {dir}>{ drawing.text(&found.excerpt) }</p>
            <p class="when">
                if let Some(published) = &story.published {
                    { time(published) }
                }
            </p>
        </article>
    }
}
