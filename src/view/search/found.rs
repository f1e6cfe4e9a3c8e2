//! Draws what was found.
//!
//! Entry point: [`Found`].

use std::rc::Rc;

use yew::prelude::*;

use super::filter::filter;
use crate::paper::page;
use crate::view::Drawing;
use crate::view::teaser::found_story;

/// What was found. Two are equal when they are the same in memory: what was found never changes.
#[derive(Clone, Debug, Properties)]
pub struct FoundProps {
    /// What it is drawn with.
    pub drawing: Drawing,
    /// What was found, and what can be asked for beside.
    pub found: Rc<page::Found>,
}

impl PartialEq for FoundProps {
    fn eq(&self, other: &Self) -> bool {
        self.drawing == other.drawing && Rc::ptr_eq(&self.found, &other.found)
    }
}

/// What was found: how much, by what it can be narrowed, the stories, and what can be asked for beside.
#[component]
pub fn Found(props: &FoundProps) -> Html {
    let FoundProps { drawing, found } = props;
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
