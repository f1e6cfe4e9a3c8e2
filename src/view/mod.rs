//! Components that draw a page: data in, HTML out. They fetch nothing, read no clock and know no browser,
//! so the press and the reader draw the same nodes.
//!
//! Entry point: [`PageView`], what stands in `<main>`; [`masthead`] draws what stands around it. Each component is a
//! file named after it, and can be used alone in another Yew app (`docs/embedding.md`).
//!
//! 1. [`words`] are the interface texts.
//! 2. [`drawing`] is what all components are given beside their data. It is a property and no context: what a part
//!    needs is then seen where it is drawn, and checked by the compiler.
//! 3. [`text`] draws running text, [`block`] and [`media`] the parts of a body.
//! 4. [`story`], [`front`], [`listing`], [`search`] and `not_found` draw the pages, [`teaser`] a story in lists.
//!
//! Properties hold model types. What a whole page is made of is shared (`Rc`) by all its parts, and equal when it is the
//! same in memory; smaller parts are clones.
//!
//! What somebody draws alone, or in a page of another app, is a component. Plain functions that return [`Html`] draw what
//! is part of one: one element, a line, a block of a body, a page that only a paper has. The type of each component costs
//! the reader from 310 to 700 bytes, and each one that is drawn is a scope that Yew makes and takes down.
//!
//! Lists of places and stories are keyed by their addresses, or by their place where one may stand there twice: equal
//! keys would confuse Yew. What has no name but its place (blocks, spans, cells) has no key.

pub mod block;
pub mod drawing;
pub mod front;
pub mod listing;
pub mod masthead;
pub mod media;
mod not_found;
mod search;
pub mod story;
pub mod teaser;
pub mod text;
mod time;
pub mod words;

use std::rc::Rc;

use yew::prelude::*;

pub use drawing::Drawing;

use crate::paper::page::{Content, Page};
use front::FrontPage;
use listing::Listing;
use search::{found, search_page};
use story::Story;

/// A page to draw. Two are equal when they are the same page in memory: a page never changes.
#[derive(Clone, Debug, Properties)]
pub struct PageProps {
    /// What it is drawn with.
    pub drawing: Drawing,
    /// The page.
    pub page: Rc<Page>,
}

impl PageProps {
    /// A page at its own address.
    pub fn of(page: Rc<Page>) -> Self {
        let drawing = Drawing::of(&page);
        Self { drawing, page }
    }
}

impl PartialEq for PageProps {
    fn eq(&self, other: &Self) -> bool {
        self.drawing == other.drawing && Rc::ptr_eq(&self.page, &other.page)
    }
}

/// What stands in `<main>`.
#[component]
pub fn PageView(props: &PageProps) -> Html {
    let PageProps { drawing, page } = props;
    match &page.content {
        Content::Front(front) => html! { <FrontPage {drawing} {front} /> },
        Content::Listing(listing) => html! { <Listing {drawing} {listing} /> },
        Content::Story(page) => html! { <Story {drawing} {page} /> },
        Content::Search(page) => search_page(drawing, page),
        Content::Found(result) => found(drawing, result),
        Content::NotFound(page) => not_found::not_found(drawing, page),
    }
}
