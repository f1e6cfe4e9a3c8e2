//! Draws what stands around `<main>` on every printed page: the masthead and the foot of the paper.
//!
//! Entry points: [`Masthead`] and [`Colophon`]. Only the press draws them; the reader leaves them in place.

use std::rc::Rc;

use yew::prelude::*;

use super::Drawing;
use super::block::time;
use super::story::notice;
use super::text::linked;
use super::words::Words;
use crate::paper::page::Place;
use crate::story::{Direction, Moment, Notice};

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
    fn drawing(&self) -> Drawing {
        Drawing {
            root: self.root.clone(),
            words: Words::of(&self.frame.language),
            language: self.frame.language.clone(),
            footnotes: Vec::new(),
            marked: Default::default(),
        }
    }

    /// `lang` and `dir` of the frame, where the page's own differ.
    fn language_marks(&self) -> (Option<String>, Option<&'static str>) {
        if self.language == self.frame.language {
            return (None, None);
        }
        (
            Some(self.frame.language.clone()),
            Some(self.frame.direction.as_str()),
        )
    }

    fn current(&self, href: &str) -> Option<&'static str> {
        if href == self.address && !href.is_empty() {
            Some("page")
        } else {
            (href == self.section && !href.is_empty()).then_some("true")
        }
    }
}

/// The paper's name, tagline, edition date and navigation.
#[component]
pub fn Masthead(props: &FrameProps) -> Html {
    let drawing = &props.drawing();
    let frame = &props.frame;
    let (lang, dir) = props.language_marks();
    let links = frame.navigation.iter().map(|entry| {
        let current = props.current(&entry.href);
        match drawing.href(&entry.href) {
            Some(href) => html! { <li><a {href} aria-current={current}>{ &entry.text }</a></li> },
            None => html! { <li>{ &entry.text }</li> },
        }
    });
    html! {
        <header class="masthead" {lang} {dir}>
            <p class="edition">{ time(&frame.edition) }</p>
            <p class="name"><a href={drawing.inside("")} rel="home">{ &frame.name }</a></p>
            if !frame.tagline.is_empty() {
                <p class="tagline">{ &frame.tagline }</p>
            }
            <nav aria-label={drawing.words.sections}><ul>{ for links }</ul></nav>
        </header>
    }
}

/// The foot of the paper: its sections and archive, its terms, whom to write to.
#[component]
pub fn Colophon(props: &FrameProps) -> Html {
    let drawing = &props.drawing();
    let frame = &props.frame;
    let (lang, dir) = props.language_marks();
    let places = frame.places.iter().map(|place| {
        html! { <li>{ linked(drawing, &place.address, html! { &place.name }) }</li> }
    });
    html! {
        <footer class="colophon" {lang} {dir}>
            <p class="name"><a href={drawing.inside("")}>{ &frame.name }</a></p>
            <ul>{ for places }</ul>
            { notice(drawing, drawing.words.licence, frame.licence.as_ref()) }
            { notice(drawing, drawing.words.contact, frame.contact.as_ref()) }
        </footer>
    }
}
