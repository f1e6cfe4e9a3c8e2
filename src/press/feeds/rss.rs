//! A feed as RSS 2.0 (<https://www.rssboard.org/rss-specification>), with the whole story in `content:encoded`.
//!
//! Entry point: [`fn@write`].

use std::collections::BTreeMap;

use rss::extension::atom::{AtomExtension, Link};
use rss::extension::dublincore::DublinCoreExtension;
use rss::{Category, Channel, Guid, Item};

use super::content::FeedStory;
use super::{FORMATS, Issue, legal};
use crate::press::moment::rfc2822;

/// The feed's text.
pub(super) fn write(issue: &Issue<'_>) -> String {
    let paper = &issue.edition.paper;
    let itself = Link {
        rel: "self".to_owned(),
        href: issue.url(FORMATS[0].0),
        mime_type: Some(FORMATS[0].1.to_owned()),
        ..Link::default()
    };
    let channel = Channel {
        title: legal(&issue.feed.title),
        link: issue.home(),
        // The element is required, and may not be empty for some programs.
        description: legal(match issue.feed.description.as_str() {
            "" => &issue.feed.title,
            description => description,
        }),
        language: Some(paper.language.clone()),
        last_build_date: Some(rfc2822(&issue.updated())),
        generator: Some("Newsprint".to_owned()),
        items: issue.stories.iter().map(|story| item(story)).collect(),
        atom_ext: Some(AtomExtension {
            links: vec![itself],
        }),
        namespaces: BTreeMap::from(
            [
                ("atom", "http://www.w3.org/2005/Atom"),
                ("content", "http://purl.org/rss/1.0/modules/content/"),
                ("dc", "http://purl.org/dc/elements/1.1/"),
            ]
            .map(|(prefix, url)| (prefix.to_owned(), url.to_owned())),
        ),
        ..Channel::default()
    };
    channel.to_string()
}

fn item(story: &FeedStory) -> Item {
    let category = |name: &String| Category {
        name: name.clone(),
        domain: None,
    };
    let names = story.authors.iter().map(|(name, _)| name.clone());
    Item {
        title: Some(story.title.clone()),
        link: Some(story.url.clone()),
        description: (!story.summary.is_empty()).then(|| story.summary.clone()),
        categories: story.categories.iter().map(category).collect(),
        guid: Some(Guid {
            value: story.url.clone(),
            permalink: true,
        }),
        pub_date: Some(rfc2822(&story.published)),
        content: Some(story.html.clone()),
        dublin_core_ext: Some(DublinCoreExtension {
            creators: names.collect(),
            languages: vec![story.language.clone()],
            ..DublinCoreExtension::default()
        }),
        ..Item::default()
    }
}
