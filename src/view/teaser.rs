//! Draws a story in lists.
//!
//! Entry points: [`teaser`] and [`headline_list`].

use yew::prelude::*;

use super::Drawing;
use super::block::time;
use super::element::{Element, element, together, unless, words};
use super::media::{Place, image};
use crate::paper::page::Teaser;
use crate::story::Direction;

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

/// Draws a story as one entry of a list, with a heading of level 2 (for the lead) or 3.
pub fn teaser(drawing: &Drawing, teaser: &Teaser, size: Size) -> Html {
    let class = match size {
        Size::Lead => "teaser lead",
        Size::Full => "teaser",
        Size::Brief => "teaser brief",
    };
    let brief = size == Size::Brief;
    let picture = teaser.picture.as_ref().filter(|_| !brief);
    let place = if size == Size::Lead {
        Place::Lead
    } else {
        Place::Small
    };
    // The headline is the link; a second one to the same place is noise to a screen reader.
    let frame = picture.map(|picture| {
        element("a")
            .class("frame")
            .with("href", drawing.inside(&teaser.address))
            .with("tabindex", "-1")
            .with("aria-hidden", "true")
            .around(image(drawing, picture, place))
    });
    let summary = unless(brief || teaser.standfirst.is_empty(), || {
        in_its_language(element("p").class("summary"), teaser).words(&teaser.standfirst)
    });
    let when = teaser
        .published
        .as_ref()
        .map(|published| element("p").class("when").around(time(published)));
    let heading = in_its_language(element("h3"), teaser).around(link(drawing, teaser));
    let content = vec![
        kicker(drawing, teaser),
        heading,
        summary,
        when.unwrap_or_default(),
    ];
    let content = element("div").around(together(content));
    element("article")
        .class(class)
        .around(together(vec![frame.unwrap_or_default(), content]))
}

fn kicker(drawing: &Drawing, teaser: &Teaser) -> Html {
    unless(teaser.kicker.is_empty() && !teaser.live, || {
        in_its_language(element("p").class("kicker"), teaser).around(together(vec![
            live(drawing, teaser.live),
            words(&teaser.kicker),
        ]))
    })
}

/// Draws the mark of a story that is still being updated, with the space after it.
pub(super) fn live(drawing: &Drawing, live: bool) -> Html {
    unless(!live, || {
        let mark = element("b").class("live").words(drawing.words.live);
        together(vec![mark, words(" ")])
    })
}

fn link(drawing: &Drawing, teaser: &Teaser) -> Html {
    element("a")
        .with("href", drawing.inside(&teaser.address))
        .words(&teaser.headline)
}

/// Marks words in another language than the page's.
fn in_its_language(element: Element, teaser: &Teaser) -> Element {
    if teaser.language.is_empty() {
        return element;
    }
    element
        .with("lang", teaser.language.clone())
        .with("dir", Direction::of(&teaser.language).as_str())
}

/// Draws stories by their headlines alone.
pub fn headline_list(drawing: &Drawing, teasers: &[Teaser]) -> Html {
    let items = teasers
        .iter()
        .map(|teaser| in_its_language(element("li"), teaser).around(link(drawing, teaser)));
    element("ul").around(items.collect())
}
