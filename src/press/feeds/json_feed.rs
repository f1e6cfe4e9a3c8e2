//! A feed as JSON Feed 1.1 (<https://www.jsonfeed.org/version/1.1/>).
//!
//! Entry point: [`fn@write`].

use anyhow::{Context, Result};
use serde::Serialize;

use super::content::FeedStory;
use super::{FORMATS, Issue};
use crate::press::moment::rfc3339;

#[derive(Serialize)]
struct JsonFeed<'a> {
    version: &'static str,
    title: &'a str,
    home_page_url: String,
    feed_url: String,
    #[serde(skip_serializing_if = "str::is_empty")]
    description: &'a str,
    language: &'a str,
    items: Vec<Item<'a>>,
}

#[derive(Serialize)]
struct Item<'a> {
    id: &'a str,
    url: &'a str,
    title: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    summary: &'a str,
    content_html: &'a str,
    date_published: String,
    date_modified: String,
    authors: Vec<Author<'a>>,
    tags: &'a [String],
    language: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    image: Option<&'a str>,
}

#[derive(Serialize)]
struct Author<'a> {
    name: &'a str,
    url: &'a str,
}

/// The feed's text.
pub(super) fn write(issue: &Issue<'_>) -> Result<String> {
    let feed = JsonFeed {
        version: "https://jsonfeed.org/version/1.1",
        title: &issue.feed.title,
        home_page_url: issue.home(),
        feed_url: issue.url(FORMATS[2].0),
        description: &issue.feed.description,
        language: &issue.edition.paper.language,
        items: issue.stories.iter().map(|story| item(story)).collect(),
    };
    serde_json::to_string(&feed).context("a feed cannot be written as JSON")
}

fn item(story: &FeedStory) -> Item<'_> {
    Item {
        id: &story.url,
        url: &story.url,
        title: &story.title,
        summary: &story.summary,
        content_html: &story.html,
        date_published: rfc3339(&story.published),
        date_modified: rfc3339(&story.updated),
        authors: story
            .authors
            .iter()
            .map(|(name, url)| Author { name, url })
            .collect(),
        tags: &story.categories,
        language: &story.language,
        image: story.image.as_deref(),
    }
}
