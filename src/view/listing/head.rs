//! Draws what stands over a list of stories.
//!
//! Entry point: [`head`].

use yew::prelude::*;

use crate::paper::page::{Listing, ListingKind};
use crate::view::Drawing;
use crate::view::media::{Place, image};

/// What the stories have in common: a name, a portrait, a description.
pub(super) fn head(drawing: &Drawing, listing: &Listing) -> Html {
    let picture = listing.picture.as_ref();
    let picture = picture.filter(|picture| drawing.file(&picture.source).is_some());
    html! {
        <header class="listing-head">
            if let Some(picture) = picture {
                { image(drawing, picture, Place::Small) }
            }
            <p class="kicker">{ kicker(drawing, listing) }</p>
            <h1>{ &listing.name }</h1>
            if !listing.description.is_empty() {
                <p class="standfirst">{ &listing.description }</p>
            }
            if !listing.link.is_empty() {
                <p class="notice">{ drawing.linked(&listing.link, html! { &listing.link }) }</p>
            }
        </header>
    }
}

fn kicker<'a>(drawing: &Drawing, listing: &'a Listing) -> &'a str {
    match listing.kind {
        _ if !listing.role.is_empty() => &listing.role,
        ListingKind::Section => drawing.words.section,
        ListingKind::Topic => drawing.words.topic,
        ListingKind::Author => drawing.words.author,
        ListingKind::Archive => drawing.words.archive,
    }
}
