//! Draws the stories of a section, a topic, an author or a month, page by page.
//!
//! Entry point: [`listing`].

use yew::prelude::*;

use super::Drawing;
use super::element::{attributes, element, together, unless, words};
use super::media::{Place, image};
use super::teaser::{Size, teaser};
use super::text::linked;
use super::words::fill;
use crate::paper::page::{Listing, ListingKind};
use crate::story::digits::digits;

/// A page of a list of stories.
pub fn listing(drawing: &Drawing, listing: &Listing) -> Html {
    let stories = listing.stories.iter().enumerate().map(|(place, story)| {
        let first = place == 0 && listing.page == 1 && listing.kind == ListingKind::Section;
        let size = if first { Size::Lead } else { Size::Full };
        element("li").around(teaser(drawing, story, size, "h2"))
    });
    together(vec![
        head(drawing, listing),
        element("ol").class("stories").around(stories.collect()),
        pagination(drawing, listing),
    ])
}

fn head(drawing: &Drawing, listing: &Listing) -> Html {
    let kicker = match listing.kind {
        _ if !listing.role.is_empty() => &listing.role,
        ListingKind::Section => drawing.words.section,
        ListingKind::Topic => drawing.words.topic,
        ListingKind::Author => drawing.words.author,
        ListingKind::Archive => drawing.words.archive,
    };
    let picture = listing.picture.as_ref();
    element("header")
        .class("listing-head")
        .add(
            picture
                .map(|picture| image(drawing, picture, Place::Small))
                .unwrap_or_default(),
        )
        .add(element("p").class("kicker").words(kicker))
        .add(element("h1").words(&listing.name))
        .add(unless(listing.description.is_empty(), || {
            element("p").class("standfirst").words(&listing.description)
        }))
        .add(unless(listing.link.is_empty(), || {
            let link = linked(drawing, &listing.link, words(&listing.link));
            element("p").class("notice").around(link)
        }))
        .html()
}

fn pagination(drawing: &Drawing, listing: &Listing) -> Html {
    if listing.pages < 2 {
        return Html::default();
    }
    let words = drawing.words;
    let (page, pages) = (digits(listing.page), digits(listing.pages));
    let place = fill(words.page, &[("page", &page), ("pages", &pages)]);
    let link = |rel, address: &Option<String>, words| {
        address.as_ref().map(|address| {
            element("a")
                .with(attributes! { "rel" = rel, "href" = drawing.inside(address) })
                .words(words)
        })
    };
    element("nav")
        .with(attributes! { "class" = "pagination", "aria-label" = words.pagination })
        .add(link("prev", &listing.newer, words.newer).unwrap_or_default())
        .add(element("span").words(&place))
        .add(link("next", &listing.older, words.older).unwrap_or_default())
        .html()
}
