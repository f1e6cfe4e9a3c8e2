//! Draws a story: what stands over it, its body, and what leads on from it.
//!
//! Entry point: [`Story`], the page of a story; [`StoryProps`] are what all its parts are given.
//!
//! 1. [`headline`] draws what stands over it, made of [`mod@kicker`], [`byline`] and [`mod@dates`].
//! 2. [`body`] draws its blocks and corrections, [`mod@foot`] its topics and terms.
//! 3. [`related`] draws the stories to read next.

pub mod body;
pub mod byline;
mod dates;
#[cfg(not(target_arch = "wasm32"))]
pub mod feed;
mod foot;
pub mod headline;
mod kicker;
mod notice;
pub mod related;

use std::rc::Rc;

use yew::prelude::*;

pub use body::Body;
pub use byline::Byline;
#[cfg(not(target_arch = "wasm32"))]
pub use feed::{FeedProps, FeedView};
pub use headline::Headline;
pub(super) use notice::notice;
pub use related::Related;

use super::Drawing;
use super::media::{Figure, Place};
use crate::paper::page::StoryPage;

/// A story's page, as every part of it is given it. Two are equal when they are the same page in memory: a page never
/// changes.
#[derive(Clone, Debug, Properties)]
pub struct StoryProps {
    /// What the part is drawn with.
    pub drawing: Drawing,
    /// The story, with what leads on from it.
    pub page: Rc<StoryPage>,
}

impl PartialEq for StoryProps {
    fn eq(&self, other: &Self) -> bool {
        self.drawing == other.drawing && Rc::ptr_eq(&self.page, &other.page)
    }
}

/// A story page.
#[component]
pub fn Story(props: &StoryProps) -> Html {
    let StoryProps { drawing, page } = props;
    html! {
        <>
            <article class="story">
                <Headline {drawing} {page} />
                { lead_and_body(drawing, page) }
                if foot::is_needed(page) {
                    { foot::foot(drawing, page) }
                }
            </article>
            if !page.related.is_empty() || !page.more.is_empty() {
                <Related {drawing} {page} />
            }
        </>
    }
}

/// What the page of a story shows of it, and feeds carry.
fn lead_and_body(drawing: &Drawing, page: &Rc<StoryPage>) -> Html {
    html! {
        <>
            if let Some(picture) = &page.story.lead_picture {
                <Figure {drawing} picture={picture.clone()} place={Place::Lead} />
            }
            <Body {drawing} {page} />
        </>
    }
}
