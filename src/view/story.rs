//! Draws a story: headline, body, and what leads on from it.
//!
//! Entry point: [`story`], made of [`headline`], [`body`] and [`related`].

use yew::prelude::*;

use super::Drawing;
use super::block::{blocks, correction, time};
use super::element::{attributes, element, link, together, unless, words};
use super::media::{Place, figure};
use super::teaser::{headline_list, live, mark};
use super::text::linked;
use super::words::fill;
use crate::paper::page::{StoryPage, Teaser};
use crate::story::{Byline, Notice};

/// A story page.
pub fn story(drawing: &Drawing, page: &StoryPage) -> Html {
    let lead = page.story.lead_picture.as_ref();
    let article = element("article")
        .class("story")
        .add(headline(drawing, page))
        .add(
            lead.map(|picture| figure(drawing, picture, Place::Lead))
                .unwrap_or_default(),
        )
        .add(body(drawing, page))
        .add(foot(drawing, page))
        .html();
    together(vec![article, related(drawing, page)])
}

/// Kicker, headline, standfirst, bylines and dates.
fn headline(drawing: &Drawing, page: &StoryPage) -> Html {
    let story = &page.story;
    element("header")
        .add(kicker(drawing, page))
        .add(element("h1").words(&story.headline))
        .add(unless(story.standfirst.is_empty(), || {
            element("p").class("standfirst").words(&story.standfirst)
        }))
        .add(bylines(drawing, &story.bylines))
        .add(dates(drawing, page))
        .html()
}

fn kicker(drawing: &Drawing, page: &StoryPage) -> Html {
    let section = link(drawing.inside(&page.section.address)).words(&page.section.name);
    let kicker = &page.story.kicker;
    // Many archives have a kicker that only names the section; said once is enough.
    let said = kicker.is_empty() || kicker.eq_ignore_ascii_case(&page.section.name);
    element("p")
        .class("kicker")
        .add(mark(&page.mark))
        .add(live(drawing, page.story.live))
        .add(section)
        .add(unless(said, || element("span").words(kicker)))
        .html()
}

fn dates(drawing: &Drawing, page: &StoryPage) -> Html {
    let updated = page.story.updated.as_ref().map(|updated| {
        element("span")
            .say(drawing.words.updated)
            .say(" ")
            .add(time(updated))
            .html()
    });
    let (published, reading_time) = (&page.story.published, &page.reading_time);
    element("p")
        .class("dates")
        .add(unless(published.datetime.is_empty(), || time(published)))
        .add(updated.unwrap_or_default())
        .add(unless(reading_time.is_empty(), || {
            element("span").words(reading_time)
        }))
        .html()
}

fn bylines(drawing: &Drawing, bylines: &[Byline]) -> Html {
    if bylines.is_empty() {
        return Html::default();
    }
    let (before, rest) = drawing.words.by.split_once('{').unwrap_or_default();
    let (_, after) = rest.split_once('}').unwrap_or_default();
    let mut line = element("p").class("byline").say(before);
    for (place, byline) in bylines.iter().enumerate() {
        let between = match place {
            0 => "",
            _ if place == bylines.len() - 1 => drawing.words.and,
            _ => drawing.words.comma,
        };
        line = line.say(between).add(name(drawing, byline));
    }
    line.say(after).html()
}

fn name(drawing: &Drawing, byline: &Byline) -> Html {
    let address = if byline.address.is_empty() {
        &byline.link
    } else {
        &byline.address
    };
    let name = match drawing.href(address) {
        Some(href) => element("a")
            .with(attributes! { "rel" = "author", "href" = href })
            .words(&byline.name),
        None => words(&byline.name),
    };
    if byline.role.is_empty() {
        return name;
    }
    let role = element("span").words(&byline.role);
    together(vec![name, words(drawing.words.comma), role])
}

/// A story's page, and where its feeds' readers find the paper.
#[cfg(not(target_arch = "wasm32"))]
#[derive(Clone, Debug, Properties)]
pub struct FeedProps {
    /// The page.
    pub page: std::rc::Rc<crate::paper::page::Page>,
    /// The paper's absolute URL.
    pub base_url: String,
}

#[cfg(not(target_arch = "wasm32"))]
impl PartialEq for FeedProps {
    fn eq(&self, other: &Self) -> bool {
        std::rc::Rc::ptr_eq(&self.page, &other.page)
    }
}

/// Lead picture and body of a story with absolute addresses, as feeds carry them. Only the press draws it.
#[cfg(not(target_arch = "wasm32"))]
#[component]
pub fn FeedView(props: &FeedProps) -> Html {
    let crate::paper::page::Content::Story(page) = &props.page.content else {
        return Html::default();
    };
    let mut drawing = Drawing::of(&props.page);
    drawing.root.clone_from(&props.base_url);
    let lead = page.story.lead_picture.as_ref();
    let lead = lead.map(|picture| figure(&drawing, picture, Place::Lead));
    together(vec![lead.unwrap_or_default(), body(&drawing, page)])
}

/// A browser lays out a story of more blocks part by part, as one comes to them. Below that it gains nothing.
const LONG: usize = 500;

/// The blocks of the story, what it offers at their end, and its corrections.
fn body(drawing: &Drawing, page: &StoryPage) -> Html {
    let see_also = unless(page.see_also.is_empty(), || {
        element("nav")
            .with(attributes! { "class" = "see-also", "aria-label" = drawing.words.see_also })
            .add(element("b").words(drawing.words.see_also))
            .add(headline_list(drawing, &page.see_also))
            .html()
    });
    let corrections = page.story.corrections.iter();
    let is_long = page.story.body.len() > LONG;
    element("div")
        .class(if is_long { "body long" } else { "body" })
        .add(blocks(drawing, &page.story.body))
        .add(see_also)
        .add(corrections.map(|one| correction(drawing, one)).collect())
        .html()
}

fn foot(drawing: &Drawing, page: &StoryPage) -> Html {
    let (licence, contact) = (&page.story.licence, &page.story.contact);
    if page.topics.is_empty() && licence.is_none() && contact.is_none() {
        return Html::default();
    }
    let topics = page.topics.iter().map(|topic| {
        let link = link(drawing.inside(&topic.address)).words(&topic.name);
        element("li").around(link)
    });
    let topics = unless(page.topics.is_empty(), || {
        element("ul")
            .with(attributes! { "class" = "topics", "aria-label" = drawing.words.topics })
            .around(topics.collect())
    });
    element("footer")
        .add(topics)
        .add(notice(drawing, drawing.words.licence, licence.as_ref()))
        .add(notice(drawing, drawing.words.contact, contact.as_ref()))
        .html()
}

/// Draws a line such as a licence, with what it is about.
pub fn notice(drawing: &Drawing, label: &str, notice: Option<&Notice>) -> Html {
    let Some(notice) = notice else {
        return Html::default();
    };
    let link = linked(drawing, &notice.href, words(&notice.text));
    element("p")
        .class("notice")
        .say(label)
        .say(" ")
        .add(link)
        .html()
}

/// The stories to read next.
fn related(drawing: &Drawing, page: &StoryPage) -> Html {
    // One landmark: a second without a name of its own would not be told from it.
    let list = |kind, class, title: &str, stories: &[Teaser]| {
        unless(stories.is_empty(), || {
            let title = element("h2").words(title);
            element(kind)
                .class(class)
                .add(title)
                .add(headline_list(drawing, stories))
                .html()
        })
    };
    let more = fill(
        drawing.words.more_in_section,
        &[("section", &page.section.name)],
    );
    together(vec![
        list("aside", "related", drawing.words.related, &page.related),
        list("section", "related more", &more, &page.more),
    ])
}
