//! Draws the page one searches from.
//!
//! Entry point: [`search_page`].

use yew::prelude::*;

use crate::paper::page;
use crate::view::Drawing;

/// The page one searches from: a form, a place for what is found, and where every story is listed.
pub(in crate::view) fn search_page(drawing: &Drawing, page: &page::SearchPage) -> Html {
    html! {
        <>
            <header class="listing-head">
                <h1>{ &page.name }</h1>
                { form(drawing, page) }
            </header>
            <div class="results"></div>
            <aside class="related">
                <h2>{ &page.places_heading }</h2>
                <ul>
                    for place in &page.places {
                        <li key={&*place.address}>
                            <a href={drawing.inside(&place.address)}>{ &place.name }</a>
                        </li>
                    }
                </ul>
            </aside>
        </>
    }
}

fn form(drawing: &Drawing, page: &page::SearchPage) -> Html {
    html! {
        <form
            class="waiting"
            role="search"
            data-script={drawing.inside(&page.script)}
            data-failure={page.failure.clone()}
        >
            <label for="q">{ &page.field }</label>
            <input id="q" name="q" type="search" autocomplete="off" enterkeyhint="search" />
            <button>{ &page.name }</button>
        </form>
    }
}
