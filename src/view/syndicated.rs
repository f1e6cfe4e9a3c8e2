//! Draws a story for feeds: its pictures, blocks and corrections, without what leads on from it.
//!
//! Entry point: [`Syndicated`]. Only the press draws it.

use std::rc::Rc;

use yew::prelude::*;

use super::Drawing;
use super::block::{blocks, correction};
use super::element::together;
use super::media::{Place, figure};
use crate::paper::page::{Content, Page};

/// A story's page, and where its links start from.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct SyndicatedProps {
    /// The page.
    pub page: Rc<Page>,
    /// The paper's absolute URL, ending with `/`.
    pub root: String,
}

/// What a feed carries of a story; nothing for any other page.
#[component]
pub fn Syndicated(props: &SyndicatedProps) -> Html {
    let Content::Story(page) = &props.page.content else {
        return Html::default();
    };
    let drawing = &Drawing {
        root: props.root.clone(),
        ..Drawing::of(&props.page)
    };
    let story = &page.story;
    let lead = story.lead_picture.as_ref();
    let corrections = story.corrections.iter();
    together(vec![
        lead.map(|picture| figure(drawing, picture, Place::Lead))
            .unwrap_or_default(),
        blocks(drawing, &story.body),
        corrections.map(|one| correction(drawing, one)).collect(),
    ])
}
