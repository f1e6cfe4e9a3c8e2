//! Draws the front page.
//!
//! Entry point: [`front`].

use yew::prelude::*;

use super::Drawing;
use super::element::{element, together, unless};
use super::teaser::{Size, teaser};
use crate::paper::page::{FrontPage, SectionFront, Teaser};

/// The front page: the stories that lead, the newest, the sections.
pub fn front(drawing: &Drawing, front: &FrontPage) -> Html {
    let lead = front.lead.iter().enumerate().map(|(place, story)| {
        let size = if place == 0 { Size::Lead } else { Size::Full };
        item(drawing, story, size)
    });
    let lead = vec![
        element("h2")
            .with("id", "lead")
            .with("class", "hidden")
            .words(drawing.words.lead_stories),
        element("ol").class("leads").around(lead.collect()),
    ];
    let lead = element("section")
        .with("aria-labelledby", "lead")
        .around(together(lead));
    let latest = unless(front.latest.is_empty(), || latest(drawing, &front.latest));
    let sections = front.sections.iter();
    together(vec![
        element("h1").class("hidden").words(&front.name),
        element("div")
            .class("front")
            .around(together(vec![lead, latest])),
        sections
            .map(|section| section_front(drawing, section))
            .collect(),
    ])
}

fn item(drawing: &Drawing, story: &Teaser, size: Size) -> Html {
    element("li").around(teaser(drawing, story, size))
}

fn latest(drawing: &Drawing, stories: &[Teaser]) -> Html {
    let stories = stories
        .iter()
        .map(|story| item(drawing, story, Size::Brief));
    let content = vec![
        element("h2")
            .with("id", "latest")
            .words(drawing.words.latest),
        element("ol").around(stories.collect()),
    ];
    element("section")
        .class("latest")
        .with("aria-labelledby", "latest")
        .around(together(content))
}

fn section_front(drawing: &Drawing, front: &SectionFront) -> Html {
    let stories = front.stories.iter();
    let id = front
        .section
        .address
        .trim_end_matches('/')
        .replace('/', "-");
    let link = element("a")
        .with("href", drawing.inside(&front.section.address))
        .words(&front.section.name);
    let content = vec![
        element("h2").with("id", id.clone()).around(link),
        element("ol").class("stories").around(
            stories
                .map(|story| item(drawing, story, Size::Full))
                .collect(),
        ),
    ];
    element("section")
        .class("section-front")
        .with("aria-labelledby", id)
        .around(together(content))
}
