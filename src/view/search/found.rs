//! Draws what was found.
//!
//! Entry point: [`found`].

use yew::prelude::*;

use super::filter::filter;
use crate::paper::page;
use crate::view::Drawing;
use crate::view::teaser::found_story;

/// What was found: how much, by what it can be narrowed, the stories, and what can be asked for beside.
pub(in crate::view) fn found(drawing: &Drawing, found: &page::Found) -> Html {
    html! {
        <>
            <p class="count">{ &found.said }</p>
            <div class="narrow">
                { for found.filters.iter().map(filter) }
            </div>
            <ol class="finds">
                for story in &found.stories {
                    <li key={&*story.story.address}>
                        { found_story(drawing, story) }
                    </li>
                }
            </ol>
            <p class="wishes">
                for wish in &found.wishes {
                    <button key={&*wish.act} type="button" class={classes!(wish.act.clone())}>
                        { &wish.text }
                    </button>
                }
            </p>
        </>
    }
}
