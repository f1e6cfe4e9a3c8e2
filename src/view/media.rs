//! Draws pictures, sounds, films and cards of other sites.
//!
//! Entry points: [`image`], [`figure`], and one function for each kind of block.

use yew::prelude::*;

use super::Drawing;
use super::block::blocks;
use super::text::text;
use crate::story::block::{Audio, Embed, Gallery, Video};
use crate::story::picture::Picture;
use crate::story::url::stays_inside;

/// Where a picture stands: what its width on the screen follows from, and whether it waits.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Place {
    /// Over the body or at the top of the front page; loaded first.
    Lead,
    /// In the body.
    Body,
    /// In a grid or beside a teaser.
    Small,
}

impl Place {
    fn sizes(self) -> &'static str {
        match self {
            Self::Lead => "(min-width:60em) 58rem,100vw",
            Self::Body => "(min-width:46em) 40rem,100vw",
            Self::Small => "(min-width:46em) 20rem,100vw",
        }
    }
}

/// Draws a picture alone.
pub fn image(drawing: &Drawing, picture: &Picture, place: Place) -> Html {
    if !stays_inside(&picture.source) {
        return Html::default();
    }
    let lead = place == Place::Lead;
    let srcset = source_set(drawing, picture);
    let sizes = srcset.as_ref().map(|_| place.sizes());
    html! {
        <img
            src={drawing.inside(&picture.source)}
            {srcset}
            {sizes}
            alt={picture.alt.clone().unwrap_or_default()}
            width={picture.width.map(|pixels| pixels.to_string())}
            height={picture.height.map(|pixels| pixels.to_string())}
            loading={(!lead).then_some("lazy")}
            decoding={(!lead).then_some("async")}
            fetchpriority={lead.then_some("high")}
        />
    }
}

fn source_set(drawing: &Drawing, picture: &Picture) -> Option<String> {
    let own = picture.width?;
    let mut set = String::new();
    for source in picture
        .sources
        .iter()
        .filter(|source| stays_inside(&source.source))
    {
        set += &drawing.inside(&source.source);
        set += " ";
        set += &source.width.to_string();
        set += "w,";
    }
    if set.is_empty() {
        return None;
    }
    set += &drawing.inside(&picture.source);
    set += " ";
    set += &own.to_string();
    set += "w";
    Some(set)
}

/// Draws a picture with its words.
pub fn figure(drawing: &Drawing, picture: &Picture, place: Place) -> Html {
    let class = (place == Place::Lead).then_some("lead-picture");
    html! {
        <figure {class}>
            { image(drawing, picture, place) }
            { caption(drawing, picture) }
        </figure>
    }
}

fn caption(drawing: &Drawing, picture: &Picture) -> Html {
    if picture.caption.is_empty() && picture.credit.is_empty() {
        return Html::default();
    }
    let credit = (!picture.credit.is_empty()).then(|| {
        let words = drawing
            .words
            .picture_credit
            .replace("{credit}", &picture.credit);
        html! { <small class="credit">{ words }</small> }
    });
    html! { <figcaption>{ text(drawing, &picture.caption) }{ " " }{ credit }</figcaption> }
}

fn plain_caption(drawing: &Drawing, caption: &crate::story::Text) -> Option<Html> {
    (!caption.is_empty()).then(|| html! { <figcaption>{ text(drawing, caption) }</figcaption> })
}

/// Draws several pictures.
pub fn gallery(drawing: &Drawing, gallery: &Gallery) -> Html {
    let pictures = gallery
        .pictures
        .iter()
        .map(|picture| figure(drawing, picture, Place::Small));
    html! {
        <figure class="gallery" role="group" aria-label={drawing.words.gallery}>
            <div>{ for pictures }</div>
            { plain_caption(drawing, &gallery.caption) }
        </figure>
    }
}

/// Draws a sound with its transcript.
pub fn audio(drawing: &Drawing, audio: &Audio) -> Html {
    if !stays_inside(&audio.source) {
        return Html::default();
    }
    let source = drawing.inside(&audio.source);
    let label = named(drawing.words.audio, &audio.title);
    let transcript = (!audio.transcript.is_empty()).then(|| {
        html! {
            <details>
                <summary>{ drawing.words.transcript }</summary>
                { blocks(drawing, &audio.transcript) }
            </details>
        }
    });
    html! {
        <figure class="sound">
            if !audio.title.is_empty() {
                <p class="title">{ &audio.title }</p>
            }
            <audio controls=true preload="none" src={source.clone()} aria-label={label}>
                <a href={source} download="">{ drawing.words.download_audio }</a>
            </audio>
            { plain_caption(drawing, &audio.caption) }
            { transcript }
        </figure>
    }
}

/// Draws a film with its captions.
pub fn video(drawing: &Drawing, video: &Video) -> Html {
    if !stays_inside(&video.source) {
        return Html::default();
    }
    let source = drawing.inside(&video.source);
    let poster = stays_inside(&video.poster).then(|| drawing.inside(&video.poster));
    let tracks = video
        .captions
        .iter()
        .filter(|captions| stays_inside(&captions.source))
        .map(|captions| {
            html! {
                <track
                    kind="captions"
                    src={drawing.inside(&captions.source)}
                    srclang={captions.language.clone()}
                    label={captions.label.clone()}
                />
            }
        });
    html! {
        <figure class="film">
            <video
                controls=true
                preload="none"
                src={source.clone()}
                {poster}
                width={video.width.map(|pixels| pixels.to_string())}
                height={video.height.map(|pixels| pixels.to_string())}
                aria-label={named(drawing.words.video, &video.title)}
            >
                { for tracks }
                <a href={source} download="">{ drawing.words.download_video }</a>
            </video>
            { plain_caption(drawing, &video.caption) }
        </figure>
    }
}

fn named(kind: &str, title: &str) -> String {
    if title.is_empty() {
        kind.to_owned()
    } else {
        format!("{kind}: {title}")
    }
}

/// Draws a page of another site as a card. The button that loads it shows only where the reader runs.
pub fn embed(drawing: &Drawing, embed: &Embed) -> Html {
    let Some(href) = drawing
        .href(&embed.href)
        .filter(|href| href.starts_with("https:"))
    else {
        return html! { <p class="embed">{ &embed.title }</p> };
    };
    let provider = if embed.provider.is_empty() {
        host(&href)
    } else {
        &embed.provider
    };
    html! {
        <figure class="embed" data-frame={href.clone()}>
            <p class="kicker">{ provider }</p>
            <p class="title"><a href={href.clone()}>{ &embed.title }</a></p>
            if !embed.description.is_empty() {
                <p>{ text(drawing, &embed.description) }</p>
            }
            <button type="button" hidden=true>{ drawing.words.load_embed.replace("{provider}", provider) }</button>
            <small>{ drawing.words.embed_notice.replace("{provider}", provider) }</small>
        </figure>
    }
}

fn host(href: &str) -> &str {
    href.trim_start_matches("https://")
        .split('/')
        .next()
        .unwrap_or_default()
}
