//! Draws the page that stands where nothing stands.
//!
//! Entry point: [`NotFound`].

use std::rc::Rc;

use yew::prelude::*;

use super::Drawing;
use super::teaser::HeadlineList;
use crate::paper::page;

/// The not-found page. Two are equal when they are the same page in memory: a page never changes.
#[derive(Clone, Debug, Properties)]
pub struct NotFoundProps {
    /// What it is drawn with.
    pub drawing: Drawing,
    /// What it offers.
    pub page: Rc<page::NotFound>,
}

impl PartialEq for NotFoundProps {
    fn eq(&self, other: &Self) -> bool {
        self.drawing == other.drawing && Rc::ptr_eq(&self.page, &other.page)
    }
}

/// The not-found page: a plain word, and ways to go on.
#[component]
pub fn NotFound(props: &NotFoundProps) -> Html {
    let NotFoundProps { drawing, page } = props;
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
                <HeadlineList {drawing} teasers={page.latest.clone()} />
            </aside>
        </>
    }
}
