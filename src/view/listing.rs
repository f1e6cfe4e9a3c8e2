//! Draws the stories of a section, a topic or an author, page by page.
//!
//! Entry point: [`ListingView`].

use yew::prelude::*;

use super::media::{Place, image};
use super::teaser::{Size, teaser};
use super::text::linked;
use super::{Drawing, PageProps};
use crate::paper::page::{Content, Listing, ListingKind};

/// A page of a list of stories.
pub fn listing_view(props: &PageProps) -> Html {
    let Content::Listing(listing) = &props.page.content else {
        return Html::default();
    };
    let drawing = &Drawing::of(&props.page);
    let stories = listing.stories.iter().enumerate().map(|(place, story)| {
        let first = place == 0 && listing.page == 1 && listing.kind == ListingKind::Section;
        html! { <li>{ teaser(drawing, story, if first { Size::Lead } else { Size::Full }) }</li> }
    });
    html! {
        <>
            { head(drawing, listing) }
            <ol class="stories">{ for stories }</ol>
            { pagination(drawing, listing) }
        </>
    }
}

fn head(drawing: &Drawing, listing: &Listing) -> Html {
    let kicker = match listing.kind {
        ListingKind::Section => drawing.words.section,
        ListingKind::Topic => drawing.words.topic,
        ListingKind::Author if !listing.role.is_empty() => &listing.role,
        ListingKind::Author => drawing.words.author,
    };
    html! {
        <header class="listing-head">
            if let Some(picture) = &listing.picture {
                { image(drawing, picture, Place::Small) }
            }
            <p class="kicker">{ kicker }</p>
            <h1>{ &listing.name }</h1>
            if !listing.description.is_empty() {
                <p class="standfirst">{ &listing.description }</p>
            }
            if !listing.link.is_empty() {
                <p class="notice">{ linked(drawing, &listing.link, html! { &listing.link }) }</p>
            }
        </header>
    }
}

fn pagination(drawing: &Drawing, listing: &Listing) -> Html {
    if listing.pages < 2 {
        return Html::default();
    }
    let words = drawing.words;
    let place = words
        .page
        .replace("{page}", &listing.page.to_string())
        .replace("{pages}", &listing.pages.to_string());
    html! {
        <nav class="pagination" aria-label={words.pagination}>
            if let Some(newer) = &listing.newer {
                <a rel="prev" href={drawing.inside(newer)}>{ words.newer }</a>
            }
            <span>{ place }</span>
            if let Some(older) = &listing.older {
                <a rel="next" href={drawing.inside(older)}>{ words.older }</a>
            }
        </nav>
    }
}
