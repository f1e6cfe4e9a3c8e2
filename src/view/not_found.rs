//! Draws the page that stands where nothing stands.
//!
//! Entry point: [`not_found`].

use yew::prelude::*;

use super::Drawing;
use super::teaser::headline_list;
use crate::paper::page;

/// The not-found page: a plain word, and ways to go on.
pub(super) fn not_found(drawing: &Drawing, page: &page::NotFound) -> Html {
    let words = drawing.words;
    html! {
        <>
            <header class="listing-head">
                <p class="kicker">{ "404" }</p>
                <h1>{ words.not_found_title }</h1>
                <p class="standfirst">{ words.not_found_text }</p>
                <p><a href={drawing.inside("")}>{ words.front_page }</a></p>
            </header>
            <aside class="related">
                <h2>{ words.latest }</h2>
                { headline_list(drawing, &page.latest) }
            </aside>
        </>
    }
}
