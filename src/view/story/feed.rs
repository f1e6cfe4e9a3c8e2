//! Draws a story as feeds carry it. Only the press does.
//!
//! Entry point: [`FeedView`].

use std::rc::Rc;

use yew::prelude::*;

use super::lead_and_body;
use crate::paper::page::{Content, Page};
use crate::view::Drawing;

/// A story's page, and where its feeds' readers find the paper.
#[derive(Clone, Debug, Properties)]
pub struct FeedProps {
    /// The page.
    pub page: Rc<Page>,
    /// The paper's absolute URL.
    pub base_url: String,
}

impl PartialEq for FeedProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.page, &other.page)
    }
}

/// Lead picture and body of a story with absolute addresses.
#[component]
pub fn FeedView(props: &FeedProps) -> Html {
    let Content::Story(page) = &props.page.content else {
        return Html::default();
    };
    let drawing = Drawing::new(&props.base_url, &props.page.head.language);
    lead_and_body(&drawing, page)
}
