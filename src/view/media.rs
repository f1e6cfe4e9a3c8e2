//! Draws pictures, sounds, films and cards of other sites.
//!
//! Entry points: [`image()`], [`figure`], and one function for each kind of block.

use yew::prelude::*;

use super::Drawing;
use super::block::blocks;
use super::element::{attributes, element, link, unless};
use super::text::text;
use super::words::fill;
use crate::story::block::{Audio, Embed, Gallery, Video};
use crate::story::digits::digits;
use crate::story::picture::Picture;
use crate::story::url::stays_inside;

/// Where a picture stands: what its width on the screen follows from, and whether it waits.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Place {
    /// Over the body; loaded first.
    Lead,
    /// At the top of the front page; loaded first.
    Front,
    /// In the body.
    Body,
    /// In a gallery.
    Gallery,
    /// Over a teaser.
    Small,
}

impl Place {
    /// The width that static/css gives it.
    fn sizes(self) -> &'static str {
        match self {
            Self::Lead => "(min-width:63em) 58rem,100vw",
            Self::Front => "(min-width:60em) 33rem,92vw",
            Self::Body => "(min-width:44em) 40rem,92vw",
            Self::Gallery => "(min-width:40em) 26rem,92vw",
            Self::Small => "(min-width:60em) 17rem,(min-width:40em) 46vw,92vw",
        }
    }
}

/// Draws a picture alone, with its other widths as what a browser takes first.
pub fn image(drawing: &Drawing, picture: &Picture, place: Place) -> Html {
    if !stays_inside(&picture.source) {
        return Html::default();
    }
    let lead = matches!(place, Place::Lead | Place::Front);
    let image = element("img")
        .with(attributes! {
            "src" = drawing.inside(&picture.source),
            "alt" = picture.alt.clone().unwrap_or_default(),
            "width" = pixels(picture.width),
            "height" = pixels(picture.height),
            "loading" = (!lead).then_some("lazy"),
            "decoding" = (!lead).then_some("async"),
            "fetchpriority" = lead.then_some("high"),
        })
        .html();
    if picture.sources.is_empty() {
        return image;
    }
    // The press's own widths end with the picture's own, all in WebP; a story's own widths are of any kind.
    let made = picture.sources.last().map(|last| last.width) == picture.width;
    let source = element("source").with(attributes! {
        "type" = made.then_some("image/webp"),
        "srcset" = source_set(drawing, picture, made),
        "sizes" = place.sizes(),
    });
    element("picture").add(source.html()).add(image).html()
}

fn pixels(number: Option<u32>) -> Option<String> {
    number.map(digits)
}

/// The widths of a picture; it is one of them itself, unless the press made one as wide.
fn source_set(drawing: &Drawing, picture: &Picture, made: bool) -> String {
    let own = picture.width.filter(|_| !made);
    let own = own.map(|width| (&picture.source, width));
    let mut set = String::new();
    let sources = picture.sources.iter();
    for (source, width) in sources
        .map(|source| (&source.source, source.width))
        .chain(own)
    {
        if stays_inside(source) {
            if !set.is_empty() {
                set += ",";
            }
            set += &drawing.inside(source);
            set += " ";
            set += &digits(width);
            set += "w";
        }
    }
    set
}

/// Draws a picture with its words.
pub fn figure(drawing: &Drawing, picture: &Picture, place: Place) -> Html {
    element("figure")
        .with(attributes! { "class" = (place == Place::Lead).then_some("lead-picture") })
        .add(image(drawing, picture, place))
        .add(caption(drawing, picture))
        .html()
}

fn caption(drawing: &Drawing, picture: &Picture) -> Html {
    let (caption, credit) = (&picture.caption, &picture.credit);
    unless(caption.is_empty() && credit.is_empty(), || {
        let credit = unless(credit.is_empty(), || {
            let words = fill(drawing.words.picture_credit, &[("credit", credit)]);
            element("small").class("credit").words(&words)
        });
        element("figcaption")
            .add(text(drawing, caption))
            .say(" ")
            .add(credit)
            .html()
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
        .map(|picture| figure(drawing, picture, Place::Gallery));
    let pictures = element("div").around(pictures.collect());
    let caption = plain_caption(drawing, &gallery.caption);
    element("figure")
        .with(attributes! { "class" = "gallery", "aria-label" = drawing.words.gallery })
        .add(pictures)
        .add(caption)
        .html()
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
    let player = element("audio").with(attributes! { "controls" = "controls", "preload" = "none", "src" = source.clone(), "aria-label" = named(drawing.words.audio, &audio.title) })
        .around(download(source, drawing.words.download_audio));
    let transcript = unless(audio.transcript.is_empty(), || {
        let summary = element("summary").words(drawing.words.transcript);
        element("details")
            .add(summary)
            .add(blocks(drawing, &audio.transcript))
            .html()
    });
    let caption = plain_caption(drawing, &audio.caption);
    element("figure")
        .class("sound")
        .add(title)
        .add(player)
        .add(transcript)
        .add(caption)
        .html()
}

fn download(source: String, words: &str) -> Html {
    element("a")
        .with(attributes! { "href" = source, "download" = "" })
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
            element("track").with(attributes! { "kind" = "captions", "src" = drawing.inside(&captions.source), "srclang" = captions.language.clone(), "label" = captions.label.clone() })
                .html()
        });
    let player = element("video").with(attributes! { "controls" = "controls", "preload" = "none", "src" = source.clone(), "poster" = poster, "width" = pixels(video.width), "height" = pixels(video.height), "aria-label" = named(drawing.words.video, &video.title) })
        .add(tracks.collect())
        .add(download(source, drawing.words.download_video))
        .html();
    let caption = plain_caption(drawing, &video.caption);
    element("figure")
        .class("film")
        .add(player)
        .add(caption)
        .html()
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
    let title = link(href.clone()).words(&embed.title);
    element("figure")
        .with(attributes! { "class" = "embed", "data-frame" = href.clone() })
        .add(element("p").class("kicker").words(provider))
        .add(element("p").class("title").around(title))
        .add(unless(embed.description.is_empty(), || {
            element("p").around(text(drawing, &embed.description))
        }))
        .add(
            element("button")
                .with(attributes! { "type" = "button", "hidden" = "hidden" })
                .words(&said(drawing.words.load_embed)),
        )
        .add(element("small").words(&said(drawing.words.embed_notice)))
        .html()
}

fn host(href: &str) -> &str {
    let host = href.strip_prefix("https://").unwrap_or_default();
    host.split('/').next().unwrap_or_default()
}
