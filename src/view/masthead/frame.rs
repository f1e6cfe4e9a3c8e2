//! What the masthead and the foot of a paper say.
//!
//! Entry points: [`Frame`], the same on every page of a paper; [`FrameProps`], on one page.

use std::rc::Rc;

use yew::prelude::*;

use crate::paper::page::Place;
use crate::story::{Direction, Moment, Notice};
use crate::view::Drawing;

/// What the masthead and the foot say; the same on every page of a paper.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Frame {
    /// The paper's name.
    pub name: String,
    /// The line under it.
    pub tagline: String,
    /// The paper's language.
    pub language: String,
    /// The way the paper is written.
    pub direction: Direction,
    /// Date of the edition.
    pub edition: Moment,
    /// What the masthead leads to; each `href` is resolved.
    pub navigation: Vec<Notice>,
    /// Under which terms the paper may be used.
    pub licence: Option<Notice>,
    /// Whom to write to.
    pub contact: Option<Notice>,
    /// Where the foot leads: the sections and the archive.
    pub places: Vec<Place>,
}

/// The frame, on one page.
#[derive(Clone, Debug, Properties)]
pub struct FrameProps {
    /// What is the same on every page.
    pub frame: Rc<Frame>,
    /// Address of the page.
    pub address: String,
    /// The page's way to the top of the paper.
    pub root: String,
    /// Address of the section the page belongs to, if any.
    pub section: String,
    /// Language of the page.
    pub language: String,
}

impl PartialEq for FrameProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.frame, &other.frame) && self.address == other.address
    }
}

impl FrameProps {
    pub(super) fn drawing(&self) -> Drawing {
        Drawing::new(&self.root, &self.frame.language)
    }

    /// `lang` and `dir` of the frame, where the page's own differ.
    pub(super) fn language_marks(&self) -> (Option<String>, Option<&'static str>) {
        if self.language == self.frame.language {
            return (None, None);
        }
        let direction = self.frame.direction.as_str();
        (Some(self.frame.language.clone()), Some(direction))
    }

    /// How an entry of the navigation is marked that leads to this page, or to its section.
    pub(super) fn current(&self, href: &str) -> Option<&'static str> {
        if href == self.address && !href.is_empty() {
            Some("page")
        } else {
            (href == self.section && !href.is_empty()).then_some("true")
        }
    }
}
