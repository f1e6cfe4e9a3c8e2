//! Draws who made a story.
//!
//! Entry point: [`Byline`].

use yew::prelude::*;

use super::StoryProps;
use crate::story;
use crate::view::Drawing;

/// The line of those who made a story: `By Ana Ortiz, reporter, and Li Wei`.
#[component]
pub fn Byline(props: &StoryProps) -> Html {
    let drawing = &props.drawing;
    let bylines = &props.page.story.bylines;
    let (before, rest) = drawing.words.by.split_once('{').unwrap_or_default();
    let (_, after) = rest.split_once('}').unwrap_or_default();
    html! {
        <p class="byline">
            { before }
            for (place, byline) in bylines.iter().enumerate() {
                { between(drawing, place, bylines.len()) }
                { name(drawing, byline) }
            }
            { after }
        </p>
    }
}

/// What stands before a name of the line.
fn between(drawing: &Drawing, place: usize, names: usize) -> &'static str {
    match place {
        0 => "",
        _ if place == names - 1 => drawing.words.and,
        _ => drawing.words.comma,
    }
}

fn name(drawing: &Drawing, byline: &story::Byline) -> Html {
    let address = if byline.address.is_empty() {
        &byline.link
    } else {
        &byline.address
    };
    html! {
        <>
            if let Some(href) = drawing.href(address) {
                <a rel="author" {href}>{ &byline.name }</a>
            } else {
                { &byline.name }
            }
            if !byline.role.is_empty() {
                { drawing.words.comma }
                <span>{ &byline.role }</span>
            }
        </>
    }
}
