//! Draws the page that stands where nothing stands.
//!
//! Entry point: [`NotFoundView`].

use yew::prelude::*;

use super::teaser::headline_list;
use super::{Drawing, PageProps};
use crate::paper::page::Content;

/// The not-found page: a plain word, and ways to go on.
pub fn not_found_view(props: &PageProps) -> Html {
    let Content::NotFound(not_found) = &props.page.content else {
        return Html::default();
    };
    let drawing = &Drawing::of(&props.page);
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
                { headline_list(drawing, &not_found.latest) }
            </aside>
        </>
    }
}
