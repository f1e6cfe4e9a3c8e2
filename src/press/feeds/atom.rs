//! A feed as Atom (RFC 4287).
//!
//! Entry point: [`fn@write`].

use atom_syndication::{
    Category, Content, Entry, Feed, FixedDateTime, Generator, Link, Person, Text,
};
use jiff::Zoned;

use super::content::FeedStory;
use super::{FORMATS, Issue, legal};
use crate::press::moment::rfc3339;

/// The feed's text.
pub(super) fn write(issue: &Issue<'_>) -> String {
    let paper = &issue.edition.paper;
    let (file, kind, _) = FORMATS[1];
    let description = &issue.feed.description;
    let feed = Feed {
        title: Text::plain(legal(&issue.feed.title)),
        id: issue.home(),
        updated: date(&issue.updated()),
        // An entry without an author needs one from its feed (RFC 4287, 4.1.1).
        authors: vec![Person {
            name: legal(&paper.name),
            uri: Some(issue.edition.base_url.clone()),
            ..Person::default()
        }],
        generator: Some(Generator {
            value: "Newsprint".to_owned(),
            ..Generator::default()
        }),
        links: vec![
            link("self", &issue.url(file), kind),
            link("alternate", &issue.home(), "text/html"),
        ],
        subtitle: (!description.is_empty()).then(|| Text::plain(legal(description))),
        entries: issue.stories.iter().map(|story| entry(story)).collect(),
        lang: Some(paper.language.clone()),
        ..Feed::default()
    };
    feed.to_string()
}

fn link(rel: &str, href: &str, kind: &str) -> Link {
    Link {
        href: href.to_owned(),
        rel: rel.to_owned(),
        mime_type: Some(kind.to_owned()),
        ..Link::default()
    }
}

fn entry(story: &FeedStory) -> Entry {
    let category = |term: &String| Category {
        term: term.clone(),
        ..Category::default()
    };
    let person = |(name, url): &(String, String)| Person {
        name: name.clone(),
        uri: Some(url.clone()),
        ..Person::default()
    };
    Entry {
        title: Text::plain(story.title.clone()),
        id: story.url.clone(),
        updated: date(&story.updated),
        published: Some(date(&story.published)),
        authors: story.authors.iter().map(person).collect(),
        categories: story.categories.iter().map(category).collect(),
        links: vec![link("alternate", &story.url, "text/html")],
        summary: (!story.summary.is_empty()).then(|| Text::plain(story.summary.clone())),
        content: Some(Content {
            lang: Some(story.language.clone()),
            value: Some(story.html.clone()),
            content_type: Some("html".to_owned()),
            ..Content::default()
        }),
        ..Entry::default()
    }
}

/// A moment in the type of the format.
fn date(moment: &Zoned) -> FixedDateTime {
    rfc3339(moment).parse().unwrap_or_default()
}
