//! Components that draw a page: data in, HTML out. They fetch nothing, read no clock and know no browser,
//! so the press and the reader draw the same nodes.
//!
//! Entry point: [`PageView`], what stands in `<main>`; [`masthead`] draws what stands around it. Each component is a
//! file named after it, and can be used alone in another Yew app.
//!
//! 1. [`words`] are the interface texts.
//! 2. [`drawing`] is what all components are given beside their data. It is a property and no context: what a part
//!    needs is then seen where it is drawn, and checked by the compiler.
//! 3. [`text`] draws running text, [`block`] and [`media`] the parts of a body.
//! 4. [`story`], [`front`], [`listing`], [`search`] and [`not_found`] draw the pages, [`teaser`] a story in lists.
//!
//! Properties hold model types. What a whole page is made of is shared (`Rc`) by all its parts, and equal when it is the
//! same in memory; smaller parts are clones.
//!
//! What can stand alone is a component. Plain functions that return [`Html`] draw what is one element, the lines that
//! are nothing without the page they stand in, and what a page has hundreds of: the type of each component costs the
//! reader some 310 bytes, and each one that is drawn is a scope that Yew makes and takes down.
//!
//! Lists of places and stories are keyed by their addresses, or by their place where one may stand there twice: equal
//! keys would confuse Yew. What has no name but its place (blocks, spans, cells) has no key.

pub mod block;
pub mod drawing;
pub mod front;
pub mod listing;
mod marks;
pub mod masthead;
pub mod media;
pub mod not_found;
pub mod search;
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
use not_found::NotFound;
use search::{Found, SearchPage};
use story::Story;

/// A page to draw. Two are equal when they are the same page in memory: a page never changes.
#[derive(Clone, Debug, Properties)]
pub struct PageProps {
    /// The page.
    pub page: Rc<Page>,
}

impl PartialEq for PageProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.page, &other.page)
    }
}

/// What stands in `<main>`.
#[component]
pub fn PageView(props: &PageProps) -> Html {
    let drawing = Drawing::of(&props.page);
    match &props.page.content {
        Content::Front(front) => html! { <FrontPage {drawing} {front} /> },
        Content::Listing(listing) => html! { <Listing {drawing} {listing} /> },
        Content::Story(page) => html! { <Story {drawing} {page} /> },
        Content::Search(page) => html! { <SearchPage {drawing} {page} /> },
        Content::Found(found) => html! { <Found {drawing} {found} /> },
        Content::NotFound(page) => html! { <NotFound {drawing} {page} /> },
    }
}
