//! Draws the page that stands where nothing stands.
//!
//! Entry point: [`not_found`].

use yew::prelude::*;

use super::Drawing;
use super::element::{element, together};
use super::teaser::headline_list;
use crate::paper::page::NotFound;

/// The not-found page: a plain word, and ways to go on.
pub fn not_found(drawing: &Drawing, not_found: &NotFound) -> Html {
    let words = drawing.words;
    let front = element("a")
        .with("href", drawing.inside(""))
        .words(words.front_page);
    let head = vec![
        element("p").class("kicker").words("404"),
        element("h1").words(words.not_found_title),
        element("p").class("standfirst").words(words.not_found_text),
        element("p").around(front),
    ];
    let latest = vec![
        element("h2").words(words.latest),
        headline_list(drawing, &not_found.latest),
    ];
    together(vec![
        element("header")
            .class("listing-head")
            .around(together(head)),
        element("aside").class("related").around(together(latest)),
    ])
}
