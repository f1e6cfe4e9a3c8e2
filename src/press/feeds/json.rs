//! JSON Feed 1.1.
//!
//! Entry point: [`write`].

use serde::Serialize;

use super::Feed;
use super::address::{Format, of};

#[derive(Serialize)]
struct Document<'a> {
    version: &'static str,
    title: &'a str,
    home_page_url: &'a str,
    feed_url: String,
    #[serde(skip_serializing_if = "str::is_empty")]
    description: &'a str,
    language: &'a str,
    authors: [Author<'a>; 1],
    items: Vec<Story<'a>>,
}

#[derive(Serialize)]
struct Author<'a> {
    name: &'a str,
    url: &'a str,
}

#[derive(Serialize)]
struct Story<'a> {
    id: &'a str,
    url: &'a str,
    title: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    summary: &'a str,
    content_html: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    image: Option<&'a str>,
    date_published: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    date_modified: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    authors: Vec<Author<'a>>,
    tags: &'a [&'a str],
    language: &'a str,
}

/// Writes a feed.
///
/// # Errors
/// None that is known: every text can be written as JSON.
pub(super) fn write(feed: &Feed<'_>) -> serde_json::Result<Vec<u8>> {
    let paper = feed.paper.paper;
    let stories = feed.items.iter().map(|item| Story {
        id: &item.url,
        url: &item.url,
        title: &item.entry.headline,
        summary: &item.entry.standfirst,
        content_html: &item.html,
        image: item.image.as_deref(),
        date_published: item.published.to_string(),
        date_modified: (item.updated != item.published).then(|| item.updated.to_string()),
        authors: item
            .authors
            .iter()
            .map(|author| Author {
                name: author.name,
                url: &author.url,
            })
            .collect(),
        tags: &item.tags,
        language: &item.entry.language,
    });
    serde_json::to_vec(&Document {
        version: "https://jsonfeed.org/version/1.1",
        title: feed.title,
        home_page_url: &feed.home,
        feed_url: of(&feed.home, Format::Json),
        description: feed.description,
        language: &paper.language,
        authors: [Author {
            name: &paper.name,
            url: feed.paper.base_url,
        }],
        items: stories.collect(),
    })
}
