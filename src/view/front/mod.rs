//! Draws the front page.
//!
//! Entry point: [`FrontPage`], made of [`lead()`], [`latest()`] and [`section()`].

mod latest;
mod lead;
mod section;

use std::rc::Rc;

use yew::prelude::*;

use latest::latest;
use lead::lead;
use section::section;

use super::Drawing;
use crate::paper::page;

/// The front page, as its parts are given it. Two are equal when they are the same page in memory: a page never changes.
#[derive(Clone, Debug, Properties)]
pub struct FrontPageProps {
    /// What the part is drawn with.
    pub drawing: Drawing,
    /// What the front page shows.
    pub front: Rc<page::FrontPage>,
}

impl PartialEq for FrontPageProps {
    fn eq(&self, other: &Self) -> bool {
        self.drawing == other.drawing && Rc::ptr_eq(&self.front, &other.front)
    }
}

/// The front page: the stories that lead, the newest, the sections.
#[component]
pub fn FrontPage(props: &FrontPageProps) -> Html {
    let FrontPageProps { drawing, front } = props;
    html! {
        <>
            <h1 class="hidden">{ &front.name }</h1>
            <div class="front">
                { lead(drawing, front) }
                if !front.latest.is_empty() {
                    { latest(drawing, front) }
                }
            </div>
            { for front.sections.iter().map(|front| section(drawing, front)) }
        </>
    }
}
