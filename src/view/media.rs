//! Draws pictures, sounds, films and cards of other sites.
//!
//! Entry points: [`image`], [`figure`], and one function for each kind of block.

use yew::prelude::*;

use super::Drawing;
use super::block::blocks;
use super::element::{element, together, unless, words};
use super::text::text;
use super::words::fill;
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
    let image = element("img")
        .with("src", drawing.inside(&picture.source))
        .maybe("srcset", srcset)
        .maybe("sizes", sizes)
        .with("alt", picture.alt.clone().unwrap_or_default())
        .maybe("width", picture.width.map(|pixels| pixels.to_string()))
        .maybe("height", picture.height.map(|pixels| pixels.to_string()));
    if lead {
        image.with("fetchpriority", "high").empty()
    } else {
        image
            .with("loading", "lazy")
            .with("decoding", "async")
            .empty()
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
    let content = vec![image(drawing, picture, place), caption(drawing, picture)];
    element("figure")
        .maybe("class", (place == Place::Lead).then_some("lead-picture"))
        .around(together(content))
}

fn caption(drawing: &Drawing, picture: &Picture) -> Html {
    let (caption, credit) = (&picture.caption, &picture.credit);
    unless(caption.is_empty() && credit.is_empty(), || {
        let credit = unless(credit.is_empty(), || {
            let words = fill(drawing.words.picture_credit, &[("credit", credit)]);
            element("small").class("credit").words(&words)
        });
        element("figcaption").around(together(vec![text(drawing, caption), words(" "), credit]))
    })
}

fn plain_caption(drawing: &Drawing, caption: &crate::story::Text) -> Html {
    unless(caption.is_empty(), || {
        element("figcaption").around(text(drawing, caption))
    })
}

/// Draws several pictures.
pub fn gallery(drawing: &Drawing, gallery: &Gallery) -> Html {
    let pictures = gallery
        .pictures
        .iter()
        .map(|picture| figure(drawing, picture, Place::Small));
    let pictures = element("div").around(pictures.collect());
    let caption = plain_caption(drawing, &gallery.caption);
    element("figure")
        .class("gallery")
        .with("role", "group")
        .with("aria-label", drawing.words.gallery)
        .around(together(vec![pictures, caption]))
}

/// Draws a sound with its transcript.
pub fn audio(drawing: &Drawing, audio: &Audio) -> Html {
    if !stays_inside(&audio.source) {
        return Html::default();
    }
    let source = drawing.inside(&audio.source);
    let title = unless(audio.title.is_empty(), || {
        element("p").class("title").words(&audio.title)
    });
    let player = element("audio")
        .with("controls", "controls")
        .with("preload", "none")
        .with("src", source.clone())
        .with("aria-label", named(drawing.words.audio, &audio.title))
        .around(download(source, drawing.words.download_audio));
    let transcript = unless(audio.transcript.is_empty(), || {
        let summary = element("summary").words(drawing.words.transcript);
        element("details").around(together(vec![summary, blocks(drawing, &audio.transcript)]))
    });
    let caption = plain_caption(drawing, &audio.caption);
    element("figure")
        .class("sound")
        .around(together(vec![title, player, caption, transcript]))
}

fn download(source: String, words: &str) -> Html {
    element("a")
        .with("href", source)
        .with("download", "")
        .words(words)
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
            element("track")
                .with("kind", "captions")
                .with("src", drawing.inside(&captions.source))
                .with("srclang", captions.language.clone())
                .with("label", captions.label.clone())
                .empty()
        });
    let content = vec![
        tracks.collect(),
        download(source.clone(), drawing.words.download_video),
    ];
    let player = element("video")
        .with("controls", "controls")
        .with("preload", "none")
        .with("src", source)
        .maybe("poster", poster)
        .maybe("width", video.width.map(|pixels| pixels.to_string()))
        .maybe("height", video.height.map(|pixels| pixels.to_string()))
        .with("aria-label", named(drawing.words.video, &video.title))
        .around(together(content));
    let caption = plain_caption(drawing, &video.caption);
    element("figure")
        .class("film")
        .around(together(vec![player, caption]))
}

fn named(kind: &str, title: &str) -> String {
    if title.is_empty() {
        kind.to_owned()
    } else {
        [kind, ": ", title].concat()
    }
}

/// Draws a page of another site as a card. The button that loads it shows only where the reader runs.
pub fn embed(drawing: &Drawing, embed: &Embed) -> Html {
    let Some(href) = drawing
        .href(&embed.href)
        .filter(|href| href.starts_with("https:"))
    else {
        return element("p").class("embed").words(&embed.title);
    };
    let provider = if embed.provider.is_empty() {
        host(&href)
    } else {
        &embed.provider
    };
    let said = |words| fill(words, &[("provider", provider)]);
    let link = element("a").with("href", href.clone()).words(&embed.title);
    let content = vec![
        element("p").class("kicker").words(provider),
        element("p").class("title").around(link),
        unless(embed.description.is_empty(), || {
            element("p").around(text(drawing, &embed.description))
        }),
        element("button")
            .with("type", "button")
            .with("hidden", "hidden")
            .words(&said(drawing.words.load_embed)),
        element("small").words(&said(drawing.words.embed_notice)),
    ];
    element("figure")
        .class("embed")
        .with("data-frame", href.clone())
        .around(together(content))
}

fn host(href: &str) -> &str {
    let host = href.strip_prefix("https://").unwrap_or_default();
    host.split('/').next().unwrap_or_default()
}
