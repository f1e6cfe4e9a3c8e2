//! Draws the front page.
//!
//! Entry point: [`front`].

use yew::prelude::*;

use super::Drawing;
use super::element::{attributes, element, link, together, unless};
use super::teaser::{Size, teaser};
use crate::paper::page::{FrontPage, SectionFront, Teaser};

/// The front page: the stories that lead, the newest, the sections.
pub fn front(drawing: &Drawing, front: &FrontPage) -> Html {
    let lead = front.lead.iter().enumerate().map(|(place, story)| {
        let size = if place == 0 { Size::Lead } else { Size::Full };
        item(drawing, story, size)
    });
    let lead = element("section")
        .with(attributes! { "aria-labelledby" = "lead" })
        .add(
            element("h2")
                .with(attributes! { "id" = "lead", "class" = "hidden" })
                .words(drawing.words.lead_stories),
        )
        .add(element("ol").class("leads").around(lead.collect()))
        .html();
    let latest = unless(front.latest.is_empty(), || latest(drawing, &front.latest));
    let sections = front.sections.iter();
    together(vec![
        element("h1").class("hidden").words(&front.name),
        element("div").class("front").add(lead).add(latest).html(),
        sections
            .map(|section| section_front(drawing, section))
            .collect(),
    ])
}

fn item(drawing: &Drawing, story: &Teaser, size: Size) -> Html {
    element("li").around(teaser(drawing, story, size, "h3"))
}

fn latest(drawing: &Drawing, stories: &[Teaser]) -> Html {
    let stories = stories
        .iter()
        .map(|story| item(drawing, story, Size::Brief));
    element("section")
        .with(attributes! { "class" = "latest", "aria-labelledby" = "latest" })
        .add(
            element("h2")
                .with(attributes! { "id" = "latest" })
                .words(drawing.words.latest),
        )
        .add(element("ol").around(stories.collect()))
        .html()
}

fn section_front(drawing: &Drawing, front: &SectionFront) -> Html {
    let stories = front.stories.iter();
    let id = front
        .section
        .address
        .trim_end_matches('/')
        .replace('/', "-");
    let link = link(drawing.inside(&front.section.address)).words(&front.section.name);
    element("section")
        .with(attributes! { "class" = "section-front", "aria-labelledby" = id.clone() })
        .add(element("h2").with(attributes! { "id" = id }).around(link))
        .add(
            element("ol").class("stories").around(
                stories
                    .map(|story| item(drawing, story, Size::Full))
                    .collect(),
            ),
        )
        .html()
}
