//! Draws a story: headline, body, and what leads on from it.
//!
//! Entry point: [`StoryView`], made of [`Headline`], [`Body`] and [`Related`].

use yew::prelude::*;

use super::block::{blocks, correction, time};
use super::media::{Place, figure};
use super::teaser::headline_list;
use super::text::linked;
use super::{Drawing, PageProps};
use crate::paper::page::{Content, Page, StoryPage};
use crate::story::{Byline, Notice};

/// A story page.
pub fn story_view(props: &PageProps) -> Html {
    html! {
        <>
            <article class="story">
                {headline(props)}
                {body(props)}
            </article>
            {related_view(props)}
        </>
    }
}

fn story_of(page: &Page) -> Option<&StoryPage> {
    match &page.content {
        Content::Story(story) => Some(story),
        _ => None,
    }
}

/// Kicker, headline, standfirst, bylines, dates and the lead picture.
pub fn headline(props: &PageProps) -> Html {
    let Some(StoryPage {
        story,
        section,
        reading_time,
        ..
    }) = story_of(&props.page)
    else {
        return Html::default();
    };
    let drawing = &Drawing::of(&props.page);
    let lead = story
        .lead_picture
        .as_ref()
        .map(|picture| figure(drawing, picture, Place::Lead));
    html! {
        <>
            <header>
                <p class="kicker">
                    if story.live {
                        <b class="live">{ drawing.words.live }</b>
                        { " " }
                    }
                    <a href={drawing.inside(&section.address)}>{ &section.name }</a>
                    if !story.kicker.is_empty() {
                        <span>{ &story.kicker }</span>
                    }
                </p>
                <h1>{ &story.headline }</h1>
                if !story.standfirst.is_empty() {
                    <p class="standfirst">{ &story.standfirst }</p>
                }
                { bylines(drawing, &story.bylines) }
                <p class="dates">
                    { time(&story.published) }
                    if let Some(updated) = &story.updated {
                        <span>{ drawing.words.updated }{ " " }{ time(updated) }</span>
                    }
                    if !reading_time.is_empty() {
                        <span>{ reading_time }</span>
                    }
                </p>
            </header>
            { lead }
        </>
    }
}

fn bylines(drawing: &Drawing, bylines: &[Byline]) -> Html {
    if bylines.is_empty() {
        return Html::default();
    }
    let (before, after) = drawing
        .words
        .by
        .split_once("{names}")
        .unwrap_or((drawing.words.by, ""));
    let last = bylines.len() - 1;
    let names = bylines.iter().enumerate().map(|(place, byline)| {
        let between = match place {
            0 => "",
            _ if place == last => drawing.words.and,
            _ => drawing.words.comma,
        };
        html! { <>{ between }{ name(drawing, byline) }</> }
    });
    html! { <p class="byline">{ before }{ for names }{ after }</p> }
}

fn name(drawing: &Drawing, byline: &Byline) -> Html {
    let address = if byline.address.is_empty() {
        &byline.link
    } else {
        &byline.address
    };
    let name = match drawing.href(address) {
        Some(href) => html! { <a rel="author" {href}>{ &byline.name }</a> },
        None => html! { &byline.name },
    };
    if byline.role.is_empty() {
        return name;
    }
    html! { <>{ name }{ drawing.words.comma }<span>{ &byline.role }</span></> }
}

/// The blocks of the story, its corrections, and its foot.
pub fn body(props: &PageProps) -> Html {
    let Some(page) = story_of(&props.page) else {
        return Html::default();
    };
    let drawing = &Drawing::of(&props.page);
    let see_also = (!page.see_also.is_empty()).then(|| {
        html! {
            <nav class="see-also" aria-label={drawing.words.see_also}>
                <b>{ drawing.words.see_also }</b>
                { headline_list(drawing, &page.see_also) }
            </nav>
        }
    });
    let corrections = page
        .story
        .corrections
        .iter()
        .map(|one| correction(drawing, one));
    html! {
        <>
            <div class="body">
                { blocks(drawing, &page.story.body) }
                { see_also }
                { for corrections }
            </div>
            { foot(drawing, page) }
        </>
    }
}

fn foot(drawing: &Drawing, page: &StoryPage) -> Html {
    let topics = page.topics.iter().map(
        |topic| html! { <li><a href={drawing.inside(&topic.address)}>{ &topic.name }</a></li> },
    );
    let topics = (!page.topics.is_empty()).then(
        || html! { <ul class="topics" aria-label={drawing.words.topics}>{ for topics }</ul> },
    );
    let licence = notice(drawing, drawing.words.licence, page.story.licence.as_ref());
    let contact = notice(drawing, drawing.words.contact, page.story.contact.as_ref());
    if topics.is_none() && licence.is_none() && contact.is_none() {
        return Html::default();
    }
    html! { <footer>{ topics }{ licence }{ contact }</footer> }
}

/// Draws a line such as a licence, with what it is about.
pub fn notice(drawing: &Drawing, label: &str, notice: Option<&Notice>) -> Option<Html> {
    let notice = notice?;
    let words = html! { &notice.text };
    Some(html! { <p class="notice">{ label }{ " " }{ linked(drawing, &notice.href, words) }</p> })
}

/// The stories to read next.
pub fn related_view(props: &PageProps) -> Html {
    let Some(page) = story_of(&props.page) else {
        return Html::default();
    };
    let drawing = &Drawing::of(&props.page);
    let more_title = drawing
        .words
        .more_in_section
        .replace("{section}", &page.section.name);
    let related = (!page.related.is_empty()).then(|| {
        html! {
            <aside class="related">
                <h2>{ drawing.words.related }</h2>
                { headline_list(drawing, &page.related) }
            </aside>
        }
    });
    let more = (!page.more.is_empty()).then(|| {
        html! {
            <aside class="related more">
                <h2>{ more_title }</h2>
                { headline_list(drawing, &page.more) }
            </aside>
        }
    });
    html! { <>{ related }{ more }</> }
}
