//! What every part of a page is drawn with: the one property that all components have.
//!
//! Entry point: [`Drawing::of`]. A component hands it on to the components inside it; [`Drawing::texts`] begins to draw
//! the running text of a part.

use std::rc::Rc;

use yew::html::ImplicitClone;

use super::block::footnote_ids;
use super::marks::{self, Marked};
use super::words::Words;
use crate::paper::page::{Content, Page};
use crate::story::url::{Reference, stays_inside};

/// What a part of a page is drawn with. Cheap to clone; two are equal when they belong to the same drawing of a page.
#[derive(Clone, Debug)]
pub struct Drawing {
    /// The interface texts of the page's language.
    pub words: &'static Words,
    page: Rc<Whole>,
    /// So many footnote marks stand before this part, in reading order.
    marks_before: usize,
}

/// What is the same for all parts of a page.
#[derive(Debug, Default)]
struct Whole {
    /// The way from the page to the top of the paper: `../../`.
    root: String,
    /// Ids of the story's footnotes, in order.
    footnotes: Vec<String>,
    /// Ids that the story marks, one for each mark, in reading order; none where it has no footnotes.
    marks: Vec<String>,
}

impl PartialEq for Drawing {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.page, &other.page) && self.marks_before == other.marks_before
    }
}

// So that `html!` takes a `&Drawing` where a component asks for one.
impl ImplicitClone for Drawing {}

impl Drawing {
    /// What a page is drawn with.
    pub fn of(page: &Page) -> Self {
        Self::from(page, page.root())
    }

    /// What a page is drawn with elsewhere: `root` is the way from there to the top of the paper.
    pub fn from(page: &Page, root: String) -> Self {
        let mut drawing = Self::new(root, &page.head.language);
        if let Content::Story(page) = &page.content {
            let footnotes = footnote_ids(&page.story.body);
            if !footnotes.is_empty() {
                let whole = Whole {
                    marks: marks::of_story(&page.story),
                    footnotes,
                    root: drawing.page.root.clone(),
                };
                drawing.page = Rc::new(whole);
            }
        }
        drawing
    }

    /// What something without footnotes is drawn with: the way from it to the top of the paper, and its language.
    pub fn new(root: String, language: &str) -> Self {
        let whole = Whole {
            root,
            ..Whole::default()
        };
        Self {
            words: Words::of(language),
            page: Rc::new(whole),
            marks_before: 0,
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
        let root = &self.page.root;
        if root.is_empty() && address.is_empty() {
            return "./".to_owned();
        }
        root.clone() + address
    }

    /// The way to a file of the paper; `None` for one that would lie elsewhere.
    pub fn file(&self, source: &str) -> Option<String> {
        stays_inside(source).then(|| self.inside(source))
    }

    /// How many footnote marks stand before the part, in reading order.
    pub(super) fn marks_before(&self) -> usize {
        self.marks_before
    }

    /// What a part is drawn with that stands after so many footnote marks.
    pub(super) fn after(&self, marks_before: usize) -> Self {
        Self {
            marks_before,
            ..self.clone()
        }
    }

    /// Number of a footnote, from 1; `None` where the story has no such note.
    pub(super) fn number(&self, id: &str) -> Option<usize> {
        let place = self.page.footnotes.iter().position(|known| known == id);
        place.map(|place| place + 1)
    }

    /// Whether a footnote has no mark before the one of that number, counted from 0 through the whole story.
    pub(super) fn is_first(&self, id: &str, mark: usize) -> bool {
        let before = self.page.marks.get(..mark).unwrap_or(&self.page.marks);
        !before.iter().any(|marked| marked == id)
    }

    /// How many marks stand in a part. Most stories have no footnotes, and nothing is counted.
    pub(super) fn count(&self, part: &dyn Marked) -> usize {
        if self.page.marks.is_empty() {
            return 0;
        }
        marks::of(part).len()
    }
}
