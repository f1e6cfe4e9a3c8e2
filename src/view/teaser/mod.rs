//! Draws a story in lists.
//!
//! Entry points: [`Teaser`]; [`found_story`] among what was found; [`headline_list()`], stories by their headlines alone.
//! The lines that they share are plain functions here.

mod found;
mod headline_list;

use yew::prelude::*;

pub(super) use found::found_story;
pub use headline_list::headline_list;

use super::Drawing;
use super::media::{Place, image};
use super::text::filled;
use super::time::time;
use crate::paper::page;
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

impl Size {
    fn class(self) -> Option<&'static str> {
        match self {
            Self::Lead => Some("lead"),
            Self::Full => None,
            Self::Brief => Some("brief"),
        }
    }

    fn place(self) -> Place {
        match self {
            Self::Lead => Place::Front,
            Self::Full | Self::Brief => Place::Small,
        }
    }
}

/// A story as one entry of a list.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct TeaserProps {
    /// What it is drawn with.
    pub drawing: Drawing,
    /// The story.
    pub teaser: page::Teaser,
    /// How much is shown of it.
    pub size: Size,
    /// Level of its headline, from 2 to 4: one below the heading that the list itself stands under.
    pub level: u8,
}

/// A story as one entry of a list.
#[component]
pub fn Teaser(props: &TeaserProps) -> Html {
    let TeaserProps {
        drawing,
        teaser,
        size,
        level,
    } = props;
    let is_brief = *size == Size::Brief;
    let (lang, dir) = (language(teaser), direction(teaser));
    html! {
        <article class={classes!("teaser", size.class())}>
            if let Some(picture) = teaser.picture.as_ref().filter(|_| !is_brief) {
                // The headline is the link; a second one to the same place is noise to a screen reader.
                <a
                    class="frame"
                    href={drawing.inside(&teaser.address)}
                    tabindex="-1"
                    aria-hidden="true"
                >
                    if drawing.file(&picture.source).is_some() {
                        { image(drawing, picture, size.place()) }
                    }
                </a>
            }
            <div>
                { kicker(drawing, teaser) }
                { heading(drawing, teaser, *level) }
                if !is_brief && !teaser.standfirst.is_empty() {
                    <p class="summary" {lang} {dir}>{ &teaser.standfirst }</p>
                }
                if let Some(published) = &teaser.published {
                    <p class="when">{ time(published) }</p>
                }
            </div>
        </article>
    }
}

fn kicker(drawing: &Drawing, teaser: &page::Teaser) -> Html {
    let says_something = !teaser.kicker.is_empty() || !teaser.mark.is_empty() || teaser.live;
    html! {
        if says_something {
            <p class="kicker" lang={language(teaser)} dir={direction(teaser)}>
                { marks(drawing, &teaser.mark, teaser.live) }
                { &teaser.kicker }
            </p>
        }
    }
}

/// Draws the mark of a story that is not published, and of one that is still being updated, each with the space after it.
pub(super) fn marks(drawing: &Drawing, mark: &str, live: bool) -> Html {
    html! {
        <>
            if !mark.is_empty() {
                <b class="unpublished">{ mark }</b>
                { " " }
            }
            if live {
                <b class="live">{ drawing.words.live }</b>
                { " " }
            }
        </>
    }
}

/// The headline, as a heading.
fn heading(drawing: &Drawing, teaser: &page::Teaser, level: u8) -> Html {
    let (lang, dir) = (language(teaser), direction(teaser));
    let words = headline(drawing, teaser);
    match level {
        4 => html! { <h4 {lang} {dir}>{ words }</h4> },
        3 => html! { <h3 {lang} {dir}>{ words }</h3> },
        _ => html! { <h2 {lang} {dir}>{ words }</h2> },
    }
}

fn headline(drawing: &Drawing, teaser: &page::Teaser) -> Html {
    html! { <a href={drawing.inside(&teaser.address)}>{ &teaser.headline }</a> }
}

/// The language of a teaser's words, where it is not the page's.
fn language(teaser: &page::Teaser) -> Option<String> {
    filled(&teaser.language)
}

fn direction(teaser: &page::Teaser) -> Option<&'static str> {
    (!teaser.language.is_empty()).then(|| Direction::of(&teaser.language).as_str())
}
