//! Draws the links between the pages of a list.
//!
//! Entry point: [`pagination`].

use yew::prelude::*;

use crate::paper::page::Listing;
use crate::story::digits::digits;
use crate::view::Drawing;
use crate::view::words::fill;

/// The links to the pages before and after this one, and which this one is.
pub(super) fn pagination(drawing: &Drawing, listing: &Listing) -> Html {
    let words = drawing.words;
    let (page, pages) = (digits(listing.page), digits(listing.pages));
    html! {
        <nav class="pagination" aria-label={words.pagination}>
            if let Some(address) = &listing.newer {
                <a rel="prev" href={drawing.inside(address)}>{ words.newer }</a>
            }
            <span>{ fill(words.page, &[("page", &page), ("pages", &pages)]) }</span>
            if let Some(address) = &listing.older {
                <a rel="next" href={drawing.inside(address)}>{ words.older }</a>
            }
        </nav>
    }
}
