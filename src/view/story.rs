//! Draws a story: headline, body, and what leads on from it.
//!
//! Entry point: [`story`], made of [`headline`], [`body`] and [`related`].

use yew::prelude::*;

use super::Drawing;
use super::block::{blocks, correction, time};
use super::element::{element, together, unless, words};
use super::media::{Place, figure};
use super::teaser::{headline_list, live};
use super::text::linked;
use super::words::fill;
use crate::paper::page::{StoryPage, Teaser};
use crate::story::{Byline, Notice};

/// A story page.
pub fn story(drawing: &Drawing, page: &StoryPage) -> Html {
    let mut article = headline(drawing, page);
    article.extend(body(drawing, page));
    let article = element("article").class("story").around(together(article));
    together(vec![article, related(drawing, page)])
}

/// Kicker, headline, standfirst, bylines, dates and the lead picture.
fn headline(drawing: &Drawing, page: &StoryPage) -> Vec<Html> {
    let story = &page.story;
    let section = element("a")
        .with("href", drawing.inside(&page.section.address))
        .words(&page.section.name);
    let kicker = unless(story.kicker.is_empty(), || {
        element("span").words(&story.kicker)
    });
    let kicker = vec![live(drawing, story.live), section, kicker];
    let updated = story.updated.as_ref().map(|updated| {
        let line = vec![words(drawing.words.updated), words(" "), time(updated)];
        element("span").around(together(line))
    });
    let reading_time = unless(page.reading_time.is_empty(), || {
        element("span").words(&page.reading_time)
    });
    let dates = vec![
        time(&story.published),
        updated.unwrap_or_default(),
        reading_time,
    ];
    let head = vec![
        element("p").class("kicker").around(together(kicker)),
        element("h1").words(&story.headline),
        unless(story.standfirst.is_empty(), || {
            element("p").class("standfirst").words(&story.standfirst)
        }),
        bylines(drawing, &story.bylines),
        element("p").class("dates").around(together(dates)),
    ];
    let lead = story.lead_picture.as_ref();
    vec![
        element("header").around(together(head)),
        lead.map(|picture| figure(drawing, picture, Place::Lead))
            .unwrap_or_default(),
    ]
}

fn bylines(drawing: &Drawing, bylines: &[Byline]) -> Html {
    if bylines.is_empty() {
        return Html::default();
    }
    let (before, rest) = drawing.words.by.split_once('{').unwrap_or_default();
    let (_, after) = rest.split_once('}').unwrap_or_default();
    let mut line = vec![words(before)];
    for (place, byline) in bylines.iter().enumerate() {
        line.push(words(match place {
            0 => "",
            _ if place == bylines.len() - 1 => drawing.words.and,
            _ => drawing.words.comma,
        }));
        line.push(name(drawing, byline));
    }
    line.push(words(after));
    element("p").class("byline").around(together(line))
}

fn name(drawing: &Drawing, byline: &Byline) -> Html {
    let address = if byline.address.is_empty() {
        &byline.link
    } else {
        &byline.address
    };
    let name = match drawing.href(address) {
        Some(href) => element("a")
            .with("rel", "author")
            .with("href", href)
            .words(&byline.name),
        None => words(&byline.name),
    };
    if byline.role.is_empty() {
        return name;
    }
    let role = element("span").words(&byline.role);
    together(vec![name, words(drawing.words.comma), role])
}

/// The blocks of the story, its corrections, and its foot.
fn body(drawing: &Drawing, page: &StoryPage) -> Vec<Html> {
    let see_also = unless(page.see_also.is_empty(), || {
        let content = vec![
            element("b").words(drawing.words.see_also),
            headline_list(drawing, &page.see_also),
        ];
        element("nav")
            .class("see-also")
            .with("aria-label", drawing.words.see_also)
            .around(together(content))
    });
    let corrections = page.story.corrections.iter();
    let content = vec![
        blocks(drawing, &page.story.body),
        see_also,
        corrections.map(|one| correction(drawing, one)).collect(),
    ];
    vec![
        element("div").class("body").around(together(content)),
        foot(drawing, page),
    ]
}

fn foot(drawing: &Drawing, page: &StoryPage) -> Html {
    let (licence, contact) = (&page.story.licence, &page.story.contact);
    if page.topics.is_empty() && licence.is_none() && contact.is_none() {
        return Html::default();
    }
    let topics = page.topics.iter().map(|topic| {
        let link = element("a")
            .with("href", drawing.inside(&topic.address))
            .words(&topic.name);
        element("li").around(link)
    });
    let topics = unless(page.topics.is_empty(), || {
        element("ul")
            .class("topics")
            .with("aria-label", drawing.words.topics)
            .around(topics.collect())
    });
    element("footer").around(together(vec![
        topics,
        notice(drawing, drawing.words.licence, licence.as_ref()),
        notice(drawing, drawing.words.contact, contact.as_ref()),
    ]))
}

/// Draws a line such as a licence, with what it is about.
pub fn notice(drawing: &Drawing, label: &str, notice: Option<&Notice>) -> Html {
    let Some(notice) = notice else {
        return Html::default();
    };
    let link = linked(drawing, &notice.href, words(&notice.text));
    let line = vec![words(label), words(" "), link];
    element("p").class("notice").around(together(line))
}

/// The stories to read next.
fn related(drawing: &Drawing, page: &StoryPage) -> Html {
    let list = |class, title: &str, stories: &[Teaser]| {
        unless(stories.is_empty(), || {
            let title = element("h2").words(title);
            let content = vec![title, headline_list(drawing, stories)];
            element("aside").class(class).around(together(content))
        })
    };
    let more = fill(
        drawing.words.more_in_section,
        &[("section", &page.section.name)],
    );
    together(vec![
        list("related", drawing.words.related, &page.related),
        list("related more", &more, &page.more),
    ])
}
