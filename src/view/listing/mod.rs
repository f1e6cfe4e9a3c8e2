//! Draws the stories of a section, a topic, an author or a month, page by page.
//!
//! Entry point: [`Listing`], made of [`head()`], the stories and [`pagination()`].

mod head;
mod pagination;

use std::rc::Rc;

use yew::prelude::*;

use head::head;
use pagination::pagination;

use super::Drawing;
use super::teaser::{Size, Teaser};
use crate::paper::page::{self, ListingKind};

/// A page of a list, as its parts are given it. Two are equal when they are the same page in memory: a page never changes.
#[derive(Clone, Debug, Properties)]
pub struct ListingProps {
    /// What the part is drawn with.
    pub drawing: Drawing,
    /// The stories, and what they have in common.
    pub listing: Rc<page::Listing>,
}

impl PartialEq for ListingProps {
    fn eq(&self, other: &Self) -> bool {
        self.drawing == other.drawing && Rc::ptr_eq(&self.listing, &other.listing)
    }
}

/// A page of a list of stories.
#[component]
pub fn Listing(props: &ListingProps) -> Html {
    let ListingProps { drawing, listing } = props;
    let opens_section = listing.page == 1 && listing.kind == ListingKind::Section;
    html! {
        <>
            { head(drawing, listing) }
            <ol class="stories">
                for (place, story) in listing.stories.iter().enumerate() {
                    <li key={&*story.address}>
                        <Teaser
                            {drawing}
                            teaser={story.clone()}
                            size={if place == 0 && opens_section { Size::Lead } else { Size::Full }}
                            level={2}
                        />
                    </li>
                }
            </ol>
            if listing.pages > 1 {
                { pagination(drawing, listing) }
            }
        </>
    }
}
