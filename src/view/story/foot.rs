//! Draws what stands under a story.
//!
//! Entry point: [`foot`], where [`is_needed`] says so.

use yew::prelude::*;

use super::notice;
use crate::paper::page::StoryPage;
use crate::story::digits::digits;
use crate::view::Drawing;

/// Whether there is anything to say under a story.
pub(super) fn is_needed(page: &StoryPage) -> bool {
    let story = &page.story;
    !page.topics.is_empty() || story.licence.is_some() || story.contact.is_some()
}

/// The story's topics, its licence, and whom to write to.
pub(super) fn foot(drawing: &Drawing, page: &StoryPage) -> Html {
    let words = drawing.words;
    html! {
        <footer>
            if !page.topics.is_empty() {
                <ul class="topics" aria-label={words.topics}>
                    // A story may name a topic twice.
                    for (place, topic) in page.topics.iter().enumerate() {
                        <li key={digits(place)}>
                            <a href={drawing.inside(&topic.address)}>{ &topic.name }</a>
                        </li>
                    }
                </ul>
            }
            if let Some(licence) = &page.story.licence {
                { notice(drawing, words.licence, licence) }
            }
            if let Some(contact) = &page.story.contact {
                { notice(drawing, words.contact, contact) }
            }
        </footer>
    }
}
