//! Draws the stories of a section, a topic or an author, page by page.
//!
//! Entry point: [`listing`].

use yew::prelude::*;

use super::Drawing;
use super::element::{element, together, unless, words};
use super::media::{Place, image};
use super::teaser::{Size, teaser};
use super::text::linked;
use super::words::fill;
use crate::paper::page::{Listing, ListingKind};

/// A page of a list of stories.
pub fn listing(drawing: &Drawing, listing: &Listing) -> Html {
    let stories = listing.stories.iter().enumerate().map(|(place, story)| {
        let first = place == 0 && listing.page == 1 && listing.kind == ListingKind::Section;
        let size = if first { Size::Lead } else { Size::Full };
        element("li").around(teaser(drawing, story, size))
    });
    together(vec![
        head(drawing, listing),
        element("ol").class("stories").around(stories.collect()),
        pagination(drawing, listing),
    ])
}

fn head(drawing: &Drawing, listing: &Listing) -> Html {
    let kicker = match listing.kind {
        ListingKind::Section => drawing.words.section,
        ListingKind::Topic => drawing.words.topic,
        ListingKind::Author if !listing.role.is_empty() => &listing.role,
        ListingKind::Author => drawing.words.author,
    };
    let picture = listing.picture.as_ref();
    let content = vec![
        picture
            .map(|picture| image(drawing, picture, Place::Small))
            .unwrap_or_default(),
        element("p").class("kicker").words(kicker),
        element("h1").words(&listing.name),
        unless(listing.description.is_empty(), || {
            element("p").class("standfirst").words(&listing.description)
        }),
        unless(listing.link.is_empty(), || {
            let link = linked(drawing, &listing.link, words(&listing.link));
            element("p").class("notice").around(link)
        }),
    ];
    element("header")
        .class("listing-head")
        .around(together(content))
}

fn pagination(drawing: &Drawing, listing: &Listing) -> Html {
    if listing.pages < 2 {
        return Html::default();
    }
    let words = drawing.words;
    let (page, pages) = (listing.page.to_string(), listing.pages.to_string());
    let place = fill(words.page, &[("page", &page), ("pages", &pages)]);
    let link = |rel, address: &Option<String>, words| {
        address.as_ref().map(|address| {
            element("a")
                .with("rel", rel)
                .with("href", drawing.inside(address))
                .words(words)
        })
    };
    let content = vec![
        link("prev", &listing.newer, words.newer).unwrap_or_default(),
        element("span").words(&place),
        link("next", &listing.older, words.older).unwrap_or_default(),
    ];
    element("nav")
        .class("pagination")
        .with("aria-label", words.pagination)
        .around(together(content))
}
