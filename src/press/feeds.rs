//! Feeds: the newest stories, whole, for readers who follow the paper elsewhere.
//!
//! Entry points: [`fn@write`], and [`stand_beside`] for the heads of pages.
//!
//! 1. [`feeds`] lists the feeds: of the paper, and of every section, topic and author with stories.
//! 2. [`content`] draws each of their stories once.
//! 3. [`rss`], [`atom`] and [`json_feed`] write each feed in three formats, [`opml`] the list of them all.
//!
//! Feeds are read away from the paper, so every address in them is absolute: a paper without a base URL has none.

mod atom;
mod content;
mod json_feed;
mod opml;
mod rss;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use jiff::Zoned;
use rayon::prelude::*;

use super::index::Group;
use super::pages::{Calendars, Edition};
use crate::paper::page::{Content, ListingKind, Page};
use crate::paper::place::Place as At;
use content::FeedStory;

/// Stories in a feed. Programs that follow it ask at least once a day, and no paper of ours prints more a day in one list.
const NEWEST: usize = 20;

/// The list of all feeds.
pub const LIST: &str = "feeds.opml";

/// A format: the name of its files, its media type, what follows the feed's title in links.
pub const FORMATS: [(&str, &str, &str); 3] = [
    ("feed.xml", "application/rss+xml", "RSS"),
    ("atom.xml", "application/atom+xml", "Atom"),
    ("feed.json", "application/feed+json", "JSON Feed"),
];

/// A feed: the stories of one list of the paper.
#[derive(Debug)]
struct Feed {
    /// Address of the list.
    address: String,
    title: String,
    description: String,
    /// Places of its newest stories in the index, newest first.
    stories: Vec<usize>,
}

/// A feed, ready to be written.
struct Issue<'a> {
    edition: &'a Edition,
    feed: &'a Feed,
    stories: Vec<&'a FeedStory>,
}

impl Issue<'_> {
    /// Absolute URL of the list.
    fn home(&self) -> String {
        format!("{}{}", self.edition.base_url, self.feed.address)
    }

    /// Absolute URL of the feed in a format.
    fn url(&self, file: &str) -> String {
        self.home() + file
    }

    /// When one of its stories was last changed.
    fn updated(&self) -> Zoned {
        let updated = self.stories.iter().map(|story| &story.updated);
        updated.max().cloned().unwrap_or_default()
    }
}

/// Writes every feed of the paper; how many there are, in any number of formats. None for a paper without a base URL.
///
/// # Errors
/// A story changed while the paper was printed, or a file cannot be written.
pub fn write(edition: &Edition, folder: &Path, out: &Path) -> Result<usize> {
    if edition.base_url.is_empty() {
        return Ok(0);
    }
    let feeds = feeds(edition);
    let needed: BTreeSet<usize> = feeds.iter().flat_map(|feed| feed.stories.clone()).collect();
    let needed: Vec<usize> = needed.into_iter().collect();
    let drawn = needed
        .par_iter()
        .map_init(Calendars::default, |calendars, place| {
            content::draw(edition, folder, *place, calendars).map(|story| (*place, story))
        });
    let drawn: BTreeMap<usize, FeedStory> = drawn.collect::<Result<_>>()?;
    feeds.par_iter().try_for_each(|feed| {
        let issue = Issue {
            edition,
            feed,
            stories: feed
                .stories
                .iter()
                .filter_map(|place| drawn.get(place))
                .collect(),
        };
        let written = [
            rss::write(&issue),
            atom::write(&issue),
            json_feed::write(&issue)?,
        ];
        for ((file, ..), content) in FORMATS.iter().zip(written) {
            put(out, &format!("{}{file}", feed.address), &content)?;
        }
        Ok::<(), anyhow::Error>(())
    })?;
    put(out, LIST, &opml::write(edition, &feeds)?)?;
    Ok(feeds.len())
}

fn put(out: &Path, address: &str, content: &str) -> Result<()> {
    let file = out.join(address);
    fs::write(&file, content).with_context(|| format!("{} cannot be written", file.display()))
}

/// The feeds of a paper, each list's newest stories. A list without stories has none.
fn feeds(edition: &Edition) -> Vec<Feed> {
    let (paper, index) = (&edition.paper, &edition.index);
    let mut feeds = Vec::new();
    if !index.entries.is_empty() {
        feeds.push(Feed {
            address: String::new(),
            title: paper.name.clone(),
            description: paper.tagline.clone(),
            stories: (0..index.entries.len().min(NEWEST)).collect(),
        });
    }
    let mut add = |group: &Group, name: &str, place: At, description: &str| {
        if !group.stories.is_empty() {
            feeds.push(Feed {
                address: edition.permalinks.address(&place),
                title: format!("{name} – {}", paper.name),
                description: description.to_owned(),
                stories: group.stories.iter().take(NEWEST).copied().collect(),
            });
        }
    };
    for group in &index.sections {
        let section = paper.section(&group.slug);
        let description = section.map_or("", |section| section.description.as_str());
        let place = At::Section(group.slug.clone(), 1);
        add(group, &index.label(group), place, description);
    }
    for group in index.topics.groups() {
        let place = At::Topic(group.slug.clone(), 1);
        add(group, &group.name, place, "");
    }
    for group in index.authors.groups() {
        let about = index.person(paper, &group.name);
        let about = about.map_or("", |author| author.about.as_str());
        let place = At::Author(group.slug.clone(), 1);
        add(group, &group.name, place, about);
    }
    feeds
}

/// Whether a page has feeds: the front page and every page of a list with stories, in a paper with a base URL.
pub fn stand_beside(page: &Page, base_url: &str) -> bool {
    let list = match &page.content {
        Content::Front(front) => !front.lead.is_empty(),
        Content::Listing(listing) => {
            listing.kind != ListingKind::Archive && !listing.stories.is_empty()
        }
        _ => false,
    };
    list && !base_url.is_empty()
}

/// A text without the characters that XML cannot carry (XML 1.0, 2.2).
fn legal(text: &str) -> String {
    let legal = |c: &char| {
        matches!(c, '\t' | '\n' | '\r') || (*c >= ' ' && !matches!(c, '\u{fffe}' | '\u{ffff}'))
    };
    text.chars().filter(legal).collect()
}

#[cfg(test)]
mod tests {
    use super::legal;

    #[test]
    fn characters_that_xml_cannot_carry_are_left_out() {
        assert_eq!(legal("a\u{0}b\u{b}\tc\u{ffff}\n🐟"), "ab\tc\n🐟");
    }
}
