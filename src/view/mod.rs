//! Components that draw a page: data in, HTML out. They fetch nothing, read no clock and know no browser,
//! so the press and the reader draw the same nodes.
//!
//! Entry point: [`PageView`], what stands in `<main>`; [`masthead`] draws what stands around it.
//!
//! 1. [`words`] is the one table of interface texts.
//! 2. [`text`], [`block`] and [`media`] draw the parts of a body.
//! 3. [`story`], [`front`], [`listing`], [`search`] and [`not_found`] draw the pages, [`teaser`] a story in lists.

pub mod block;
pub(crate) mod element;
pub mod front;
pub mod listing;
pub mod masthead;
pub mod media;
pub mod not_found;
pub mod search;
pub mod story;
pub mod teaser;
pub mod text;
pub mod words;

use std::cell::RefCell;
use std::rc::Rc;

use yew::prelude::*;

use crate::paper::page::{Content, Page};
use crate::story::url::Reference;
use words::Words;

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
    let drawing = &Drawing::of(&props.page);
    match &props.page.content {
        Content::Front(page) => front::front(drawing, page),
        Content::Listing(page) => listing::listing(drawing, page),
        Content::Story(page) => story::story(drawing, page),
        Content::Search(page) => search::search(drawing, page),
        Content::Found(found) => search::found(drawing, found),
        Content::NotFound(page) => not_found::not_found(drawing, page),
    }
}

/// What every part of a page is drawn with.
pub struct Drawing {
    /// The way from the page to the top of the paper: `../../`.
    pub root: String,
    /// The interface texts of the page's language.
    pub words: &'static Words,
    /// BCP 47 tag of the page's language.
    pub language: String,
    /// Ids of the story's footnotes, in order.
    footnotes: Vec<String>,
    /// Footnotes already marked: only the first mark is what the note leads back to.
    marked: RefCell<Vec<String>>,
}

impl Drawing {
    /// What a page is drawn with.
    pub fn of(page: &Page) -> Self {
        let footnotes = match &page.content {
            Content::Story(story) => block::footnote_ids(&story.story.body),
            _ => Vec::new(),
        };
        Self {
            root: page.root(),
            words: Words::of(&page.head.language),
            language: page.head.language.clone(),
            footnotes,
            marked: RefCell::default(),
        }
    }

    /// The address a link may have in the page; `None` for what the allow-list refuses, and for places
    /// that the press could not resolve.
    pub fn href(&self, href: &str) -> Option<String> {
        match Reference::parse(href) {
            Reference::Foreign(href) => Some(href.to_owned()),
            Reference::Inside(address) => Some(self.inside(address)),
            Reference::Front => Some(self.inside("")),
            _ => None,
        }
    }

    /// The way to an address of the paper.
    pub fn inside(&self, address: &str) -> String {
        if self.root.is_empty() && address.is_empty() {
            return "./".to_owned();
        }
        self.root.clone() + address
    }
}
