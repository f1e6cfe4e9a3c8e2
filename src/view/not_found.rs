//! Draws the page that stands where nothing stands.
//!
//! Entry point: [`not_found`].

use yew::prelude::*;

use super::Drawing;
use super::element::{element, link, together};
use super::teaser::headline_list;
use crate::paper::page::NotFound;

/// The not-found page: a plain word, and ways to go on.
pub fn not_found(drawing: &Drawing, not_found: &NotFound) -> Html {
    let words = drawing.words;
    let front = link(drawing.inside("")).words(words.front_page);
    together(vec![
        element("header")
            .class("listing-head")
            .add(element("p").class("kicker").words("404"))
            .add(element("h1").words(words.not_found_title))
            .add(element("p").class("standfirst").words(words.not_found_text))
            .add(element("p").around(front))
            .html(),
        element("aside")
            .class("related")
            .add(element("h2").words(words.latest))
            .add(headline_list(drawing, &not_found.latest))
            .html(),
    ])
}
