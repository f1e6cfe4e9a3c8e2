//! Draws the body of a story.
//!
//! Entry point: [`Body`].

use yew::prelude::*;

use super::StoryProps;
use crate::view::block::{blocks, correction};
use crate::view::teaser::headline_list;

/// A browser lays out a story of more blocks part by part, as one comes to them. Below that it gains nothing.
const LONG: usize = 500;

/// The blocks of the story, what it offers at their end, and its corrections.
#[component]
pub fn Body(props: &StoryProps) -> Html {
    let StoryProps { drawing, page } = props;
    let see_also = drawing.words.see_also;
    let is_long = page.story.body.len() > LONG;
    html! {
        <div class={classes!("body", is_long.then_some("long"))}>
            { blocks(drawing, &page.story.body) }
            if !page.see_also.is_empty() {
                <nav class="see-also" aria-label={see_also}>
                    <b>{ see_also }</b>
                    { headline_list(drawing, &page.see_also) }
                </nav>
            }
            { for page.story.corrections.iter().map(|one| correction(drawing, one)) }
        </div>
    }
}
