//! The list of all feeds as OPML 2.0 (<http://opml.org/spec2.opml>), for programs that follow several at once.
//!
//! Entry point: [`fn@write`].

use anyhow::{Context, Result};
use serde::Serialize;

use super::{FORMATS, Feed, legal};
use crate::press::pages::Edition;

#[derive(Serialize)]
#[serde(rename = "opml")]
struct Opml {
    #[serde(rename = "@version")]
    version: &'static str,
    head: Head,
    body: Body,
}

#[derive(Serialize)]
struct Head {
    title: String,
}

#[derive(Serialize)]
struct Body {
    outline: Vec<Outline>,
}

#[derive(Serialize)]
struct Outline {
    #[serde(rename = "@type")]
    kind: &'static str,
    #[serde(rename = "@text")]
    text: String,
    #[serde(rename = "@xmlUrl")]
    feed: String,
    #[serde(rename = "@htmlUrl")]
    home: String,
}

/// The list's text.
///
/// # Errors
/// None that a list of texts can cause.
pub(super) fn write(edition: &Edition, feeds: &[Feed]) -> Result<String> {
    let outline = |feed: &Feed| Outline {
        kind: "rss",
        text: legal(&feed.title),
        feed: format!("{}{}{}", edition.base_url, feed.address, FORMATS[0].0),
        home: format!("{}{}", edition.base_url, feed.address),
    };
    let opml = Opml {
        version: "2.0",
        head: Head {
            title: legal(&edition.paper.name),
        },
        body: Body {
            outline: feeds.iter().map(outline).collect(),
        },
    };
    let list = quick_xml::se::to_string(&opml).context("the list of feeds cannot be written")?;
    Ok(format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?>{list}"))
}
