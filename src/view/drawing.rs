//! What every part of a page is drawn with: the one property that all components have.
//!
//! Entry points: [`Drawing::of`] for a page, [`Drawing::new`] for parts that stand elsewhere. A component hands it on to
//! the components inside it.

use std::rc::Rc;

use yew::html::ImplicitClone;

use super::words::Words;
use crate::paper::page::Page;
use crate::story::url::{Reference, stays_inside};

/// What a part of a page is drawn with. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Drawing {
    /// The interface texts of the page's language.
    pub words: &'static Words,
    /// The way from the page to the top of the paper: `../../`.
    root: Rc<str>,
}

impl PartialEq for Drawing {
    fn eq(&self, other: &Self) -> bool {
        self.root == other.root && std::ptr::eq(self.words, other.words)
    }
}

// So that `html!` takes a `&Drawing` where a component asks for one.
impl ImplicitClone for Drawing {}

impl Drawing {
    /// What a page is drawn with at its own address.
    pub fn of(page: &Page) -> Self {
        Self::new(&page.root(), &page.head.language)
    }

    /// What is drawn elsewhere: the way from there to the top of the paper, relative or absolute, with a slash at its end,
    /// and a language (BCP 47).
    pub fn new(root: &str, language: &str) -> Self {
        Self {
            words: Words::of(language),
            root: root.into(),
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
        [&self.root, address].concat()
    }

    /// The way to a file of the paper; `None` for one that would lie elsewhere.
    pub fn file(&self, source: &str) -> Option<String> {
        stays_inside(source).then(|| self.inside(source))
    }
}
