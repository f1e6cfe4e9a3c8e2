//! Draws stories by their headlines alone.
//!
//! Entry point: [`HeadlineList`].

use yew::prelude::*;

use super::{direction, headline, language, marks};
use crate::paper::page;
use crate::story::digits::digits;
use crate::view::Drawing;

/// Stories by their headlines.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct HeadlineListProps {
    /// What they are drawn with.
    pub drawing: Drawing,
    /// The stories, in order.
    pub teasers: Vec<page::Teaser>,
}

/// Stories by their headlines alone.
#[component]
pub fn HeadlineList(props: &HeadlineListProps) -> Html {
    let HeadlineListProps { drawing, teasers } = props;
    html! {
        <ul>
            // A newsroom may name a story twice.
            for (place, teaser) in teasers.iter().enumerate() {
                <li key={digits(place)} lang={language(teaser)} dir={direction(teaser)}>
                    { marks(drawing, &teaser.mark, false) }
                    { headline(drawing, teaser) }
                </li>
            }
        </ul>
    }
}
