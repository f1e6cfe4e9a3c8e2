//! Draws a story in lists.
//!
//! Entry points: [`teaser`] and [`headline_list`].

use yew::prelude::*;

use super::Drawing;
use super::block::time;
use super::element::{attributes, element, filled, link, together, unless, words};
use super::media::{Place, image};
use super::text::text;
use crate::paper::page::Teaser;
use crate::story::{Direction, Text};

/// How much of a story a list shows.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Size {
    /// The story that opens the page: picture first and large.
    Lead,
    /// With picture and standfirst.
    Full,
    /// Words alone.
    Brief,
}

/// Draws a story as one entry of a list. `heading` is the element its headline stands in: one level below the
/// heading that the list itself stands under.
pub fn teaser(drawing: &Drawing, teaser: &Teaser, size: Size, heading: &'static str) -> Html {
    let class = match size {
        Size::Lead => "teaser lead",
        Size::Full => "teaser",
        Size::Brief => "teaser brief",
    };
    let brief = size == Size::Brief;
    let picture = teaser.picture.as_ref().filter(|_| !brief);
    let place = if size == Size::Lead {
        Place::Front
    } else {
        Place::Small
    };
    // The headline is the link; a second one to the same place is noise to a screen reader.
    let frame = picture.map(|picture| {
        element("a").with(attributes! { "class" = "frame", "href" = drawing.inside(&teaser.address), "tabindex" = "-1", "aria-hidden" = "true" })
            .around(image(drawing, picture, place))
    });
    let summary = unless(brief || teaser.standfirst.is_empty(), || {
        element("p")
            .with(attributes! {
                "class" = "summary",
                "lang" = language(teaser),
                "dir" = direction(teaser),
            })
            .words(&teaser.standfirst)
    });
    let when = teaser
        .published
        .as_ref()
        .map(|published| element("p").class("when").around(time(published)));
    let heading = element(heading)
        .with(attributes! { "lang" = language(teaser), "dir" = direction(teaser) })
        .around(headline(drawing, teaser));
    let content = element("div")
        .add(kicker(drawing, teaser))
        .add(heading)
        .add(summary)
        .add(when.unwrap_or_default())
        .html();
    element("article")
        .class(class)
        .add(frame.unwrap_or_default())
        .add(content)
        .html()
}

/// Draws a story that was found, with the place where its words were.
pub(super) fn result(drawing: &Drawing, story: &Teaser, excerpt: &Text) -> Html {
    let when = story.published.as_ref();
    element("article")
        .class("teaser")
        .add(kicker(drawing, story))
        .add(
            element("h2")
                .with(attributes! { "lang" = language(story), "dir" = direction(story) })
                .around(headline(drawing, story)),
        )
        .add(
            element("p")
                .with(attributes! {
                    "class" = "summary",
                    "lang" = language(story),
                    "dir" = direction(story),
                })
                .around(text(drawing, excerpt)),
        )
        .add(
            element("p")
                .class("when")
                .around(when.map(time).unwrap_or_default()),
        )
        .html()
}

fn kicker(drawing: &Drawing, teaser: &Teaser) -> Html {
    let says_nothing = teaser.kicker.is_empty() && teaser.mark.is_empty() && !teaser.live;
    unless(says_nothing, || {
        element("p")
            .with(attributes! {
                "class" = "kicker",
                "lang" = language(teaser),
                "dir" = direction(teaser),
            })
            .add(mark(&teaser.mark))
            .add(live(drawing, teaser.live))
            .say(&teaser.kicker)
            .html()
    })
}

/// Draws the mark of a story that is still being updated, with the space after it.
pub(super) fn live(drawing: &Drawing, live: bool) -> Html {
    unless(!live, || {
        let mark = element("b").class("live").words(drawing.words.live);
        together(vec![mark, words(" ")])
    })
}

/// Draws the mark of a story that is not published, with the space after it.
pub(super) fn mark(said: &str) -> Html {
    unless(said.is_empty(), || {
        let mark = element("b").class("unpublished").words(said);
        together(vec![mark, words(" ")])
    })
}

fn headline(drawing: &Drawing, teaser: &Teaser) -> Html {
    link(drawing.inside(&teaser.address)).words(&teaser.headline)
}

/// The language of a teaser's words, where it is not the page's.
fn language(teaser: &Teaser) -> Option<String> {
    filled(&teaser.language)
}

fn direction(teaser: &Teaser) -> Option<&'static str> {
    (!teaser.language.is_empty()).then(|| Direction::of(&teaser.language).as_str())
}

/// Draws stories by their headlines alone.
pub fn headline_list(drawing: &Drawing, teasers: &[Teaser]) -> Html {
    let items = teasers.iter().map(|teaser| {
        element("li")
            .with(attributes! { "lang" = language(teaser), "dir" = direction(teaser) })
            .add(mark(&teaser.mark))
            .add(headline(drawing, teaser))
            .html()
    });
    element("ul").around(items.collect())
}
