//! Draws the front page.
//!
//! Entry point: [`FrontView`].

use yew::prelude::*;

use super::teaser::{Size, teaser};
use super::{Drawing, PageProps};
use crate::paper::page::{Content, SectionFront, Teaser};

/// The front page: the stories that lead, the newest, the sections.
pub fn front_view(props: &PageProps) -> Html {
    let Content::Front(front) = &props.page.content else {
        return Html::default();
    };
    let drawing = &Drawing::of(&props.page);
    let lead = front.lead.iter().enumerate().map(|(place, story)| {
        let size = if place == 0 { Size::Lead } else { Size::Full };
        html! { <li>{ teaser(drawing, story, size) }</li> }
    });
    let latest = (!front.latest.is_empty()).then(|| {
        html! {
            <section class="latest" aria-labelledby="latest">
                <h2 id="latest">{ drawing.words.latest }</h2>
                <ol>{ for front.latest.iter().map(|story| brief(drawing, story)) }</ol>
            </section>
        }
    });
    html! {
        <>
            <h1 class="hidden">{ &front.name }</h1>
            <div class="front">
                <section aria-labelledby="lead">
                    <h2 id="lead" class="hidden">{ drawing.words.lead_stories }</h2>
                    <ol class="leads">{ for lead }</ol>
                </section>
                { latest }
            </div>
            { for front.sections.iter().map(|section| section_front(drawing, section)) }
        </>
    }
}

fn brief(drawing: &Drawing, story: &Teaser) -> Html {
    html! { <li>{ teaser(drawing, story, Size::Brief) }</li> }
}

fn section_front(drawing: &Drawing, front: &SectionFront) -> Html {
    let stories = front
        .stories
        .iter()
        .map(|story| html! { <li>{ teaser(drawing, story, Size::Full) }</li> });
    let id = front
        .section
        .address
        .trim_end_matches('/')
        .replace('/', "-");
    html! {
        <section class="section-front" aria-labelledby={id.clone()}>
            <h2 {id}><a href={drawing.inside(&front.section.address)}>{ &front.section.name }</a></h2>
            <ol class="stories">{ for stories }</ol>
        </section>
    }
}
