//! Draws a story in lists.
//!
//! Entry points: [`teaser`] and [`headline_list`].

use yew::prelude::*;

use super::Drawing;
use super::block::time;
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
    let picture = teaser.picture.as_ref().filter(|_| size != Size::Brief);
    let place = if size == Size::Lead {
        Place::Lead
    } else {
        Place::Small
    };
    html! {
        <article {class}>
            if let Some(picture) = picture {
                // The headline is the link; a second one to the same place is noise to a screen reader.
                <a class="frame" href={drawing.inside(&teaser.address)} tabindex="-1" aria-hidden="true">
                    { image(drawing, picture, place) }
                </a>
            }
            <div>
                { kicker(drawing, teaser) }
                { heading(drawing, teaser) }
                if size != Size::Brief && !teaser.standfirst.is_empty() {
                    <p class="summary" lang={language(teaser)} dir={direction(teaser)}>{ &teaser.standfirst }</p>
                }
                if let Some(published) = &teaser.published {
                    <p class="when">{ time(published) }</p>
                }
            </div>
        </article>
    }
}

fn kicker(drawing: &Drawing, teaser: &Teaser) -> Html {
    if teaser.kicker.is_empty() && !teaser.live {
        return Html::default();
    }
    html! {
        <p class="kicker" lang={language(teaser)} dir={direction(teaser)}>
            if teaser.live {
                <b class="live">{ drawing.words.live }</b>
                { " " }
            }
            { &teaser.kicker }
        </p>
    }
}

fn heading(drawing: &Drawing, teaser: &Teaser) -> Html {
    html! { <h3 lang={language(teaser)} dir={direction(teaser)}>{ link(drawing, teaser) }</h3> }
}

fn link(drawing: &Drawing, teaser: &Teaser) -> Html {
    html! { <a href={drawing.inside(&teaser.address)}>{ &teaser.headline }</a> }
}

fn language(teaser: &Teaser) -> Option<String> {
    (!teaser.language.is_empty()).then(|| teaser.language.clone())
}

fn direction(teaser: &Teaser) -> Option<&'static str> {
    (!teaser.language.is_empty()).then(|| Direction::of(&teaser.language).as_str())
}

/// Draws stories by their headlines alone.
pub fn headline_list(drawing: &Drawing, teasers: &[Teaser]) -> Html {
    let items = teasers.iter().map(|teaser| {
        html! { <li lang={language(teaser)} dir={direction(teaser)}>{ link(drawing, teaser) }</li> }
    });
    html! { <ul>{ for items }</ul> }
}
