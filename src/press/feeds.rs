//! Feeds: the newest stories of the paper and of each section, topic and author, whole.
//!
//! Entry point: [`Feeds`]. A feed names everything by its absolute URL, so a paper without a base URL has none.
//!
//! 1. [`Feeds::of`] finds what has a feed, and which stories stand in one.
//! 2. While pages are printed, [`Feeds::keep`] draws the [`body`] of each such story once, and puts it on the [`shelf`].
//! 3. [`Feeds::write`] gathers each [`Feed`], and writes it as [`rss`], [`atom`] and [`json`] beside its page.

pub mod address;
mod atom;
mod body;
mod json;
pub mod links;
mod rss;
mod shelf;

use std::collections::BTreeSet;
use std::path::Path;
use std::rc::Rc;

use anyhow::{Context, Result};
use jiff::Timestamp;
use rayon::prelude::*;

use super::head::Publication;
use super::index::{Group, slug_of};
use super::moment::Parsed;
use super::pages::Edition;
use super::print::write;
use super::survey::Entry;
use crate::paper::page::Page;
use crate::paper::place::Place;
use address::Format;
use shelf::Shelf;

/// Stories in a feed. A feed reader that asks once a day misses none as long as fewer appear in a day, and a feed of
/// stories of a thousand words stays under about 200 kB.
pub const NEWEST: usize = 20;

/// The feeds of a paper, while it is printed.
pub struct Feeds<'a> {
    edition: &'a Edition,
    /// Stories that stand in a feed.
    wanted: BTreeSet<usize>,
    shelf: Shelf,
}

/// What has a feed: the front page or the first page of a list.
pub struct Source<'a> {
    /// Name of the feed.
    pub title: String,
    /// What it is about; empty when nothing is said.
    pub description: String,
    /// Address of the page.
    pub address: String,
    /// The newest stories, as places in the index.
    stories: Vec<usize>,
    /// The section, topic or author; `None` for the paper.
    pub group: Option<&'a Group>,
}

/// A feed, in no format yet. Every URL is absolute.
struct Feed<'a> {
    paper: Publication<'a>,
    title: &'a str,
    description: &'a str,
    /// URL of the page that the feed stands beside.
    home: String,
    /// When its newest story was last changed; never the time of printing.
    updated: Timestamp,
    items: Vec<Item<'a>>,
}

/// A story in a feed.
struct Item<'a> {
    url: String,
    entry: &'a Entry,
    authors: Vec<Person<'a>>,
    /// Its section's name, then its topics.
    tags: Vec<&'a str>,
    image: Option<String>,
    published: Timestamp,
    updated: Timestamp,
    html: String,
}

/// One of a story's authors.
struct Person<'a> {
    name: &'a str,
    url: String,
}

impl<'a> Feeds<'a> {
    /// The feeds of a paper; `None` for a paper without a base URL. Drawn stories lie in `folder` until
    /// [`Feeds::write`] has ended.
    ///
    /// # Errors
    /// The folder cannot be written to.
    pub fn of(edition: &'a Edition, folder: &Path) -> Result<Option<Self>> {
        if edition.base_url.is_empty() {
            return Ok(None);
        }
        let stories = sources(edition)
            .into_iter()
            .flat_map(|source| source.stories);
        Ok(Some(Self {
            wanted: stories.collect(),
            shelf: Shelf::in_folder(folder).context("drawn stories cannot be put aside")?,
            edition,
        }))
    }

    /// Draws a story for the feeds, if it stands in one.
    ///
    /// # Errors
    /// The drawn story cannot be written.
    pub fn keep(&self, place: usize, page: &Rc<Page>) -> Result<()> {
        if !self.wanted.contains(&place) {
            return Ok(());
        }
        let html = body::of_page(page, &self.edition.base_url);
        self.shelf
            .put(place, &html)
            .context("a drawn story cannot be put aside")
    }

    /// Writes every feed into the folder the paper is printed into.
    ///
    /// # Errors
    /// A file cannot be read or written.
    pub fn write(self, out: &Path) -> Result<()> {
        let written = sources(self.edition).par_iter().try_for_each(|source| {
            let feed = self.feed(source)?;
            for format in Format::ALL {
                let bytes = match format {
                    Format::Rss => rss::write(&feed),
                    Format::Atom => atom::write(&feed),
                    Format::Json => {
                        json::write(&feed).context("a feed cannot be written as JSON")?
                    }
                };
                write(&out.join(address::of(&source.address, format)), &bytes)?;
            }
            Ok(())
        });
        self.shelf
            .clear()
            .context("drawn stories cannot be removed")?;
        written
    }

    fn feed(&self, source: &'a Source<'a>) -> Result<Feed<'_>> {
        let home = url(&self.edition.base_url, &source.address);
        let items = source.stories.iter().map(|place| self.item(*place));
        let items = items.collect::<Result<Vec<_>>>()?;
        Ok(Feed {
            paper: self.edition.publication(),
            title: &source.title,
            description: &source.description,
            home,
            updated: items
                .iter()
                .map(|item| item.updated)
                .max()
                .unwrap_or_else(|| newest_change(self.edition)),
            items,
        })
    }

    fn item(&self, place: usize) -> Result<Item<'_>> {
        let edition = self.edition;
        let entry = &edition.index.entries[place];
        let html = self.shelf.take(place);
        let html =
            html.with_context(|| format!("{}: its drawn form cannot be read", entry.file))?;
        let section = edition.index.section(&entry.section);
        let tags = section.map(|section| section.name.as_str());
        let author = |name: &'a String| Person {
            name,
            url: url(
                &edition.base_url,
                &edition.permalinks.address(&Place::Author(slug_of(name), 1)),
            ),
        };
        let picture = entry.picture.as_ref();
        let image = picture.and_then(|picture| edition.assets.publish(&picture.source));
        Ok(Item {
            url: url(&edition.base_url, &entry.address),
            authors: entry.authors.iter().map(author).collect(),
            tags: tags
                .into_iter()
                .chain(entry.topics.iter().map(String::as_str))
                .collect(),
            image: image.map(|image| url(&edition.base_url, &image.address)),
            published: instant(edition, &entry.published),
            updated: changed(edition, entry),
            entry,
            html,
        })
    }
}

/// Everything of a paper that has a feed, in a fixed order.
pub fn sources(edition: &Edition) -> Vec<Source<'_>> {
    let (index, paper) = (&edition.index, &edition.paper);
    let of_group = |group, place: fn(String, usize) -> Place, description: String| {
        let group: &Group = group;
        Source {
            title: format!("{} – {}", group.name, paper.name),
            description,
            address: edition.permalinks.address(&place(group.slug.clone(), 1)),
            stories: group.stories.iter().copied().take(NEWEST).collect(),
            group: Some(group),
        }
    };
    let mut sources = vec![Source {
        title: paper.name.clone(),
        description: paper.tagline.clone(),
        address: edition.permalinks.address(&Place::Front),
        stories: (0..index.entries.len().min(NEWEST)).collect(),
        group: None,
    }];
    sources.extend(index.sections.iter().map(|group| {
        let section = paper.section(&group.slug);
        let about = section.map(|section| section.description.clone());
        of_group(group, Place::Section, about.unwrap_or_default())
    }));
    let topics = index.topics.values();
    sources.extend(topics.map(|group| of_group(group, Place::Topic, String::new())));
    sources.extend(index.authors.values().map(|group| {
        let about = paper.author(&group.name).map(|author| author.about.clone());
        of_group(group, Place::Author, about.unwrap_or_default())
    }));
    sources
}

/// When a story was last changed.
pub fn changed(edition: &Edition, entry: &Entry) -> Timestamp {
    instant(edition, entry.updated.as_ref().unwrap_or(&entry.published))
}

/// When anything in the paper was last changed; the start of 1970 for a paper without stories.
pub fn newest_change(edition: &Edition) -> Timestamp {
    let entries = edition.index.entries.iter();
    entries
        .map(|entry| changed(edition, entry))
        .max()
        .unwrap_or(Timestamp::UNIX_EPOCH)
}

/// The instant of a date; that of a day is its midnight in the paper's time zone.
pub fn instant(edition: &Edition, datetime: &str) -> Timestamp {
    match Parsed::read(datetime) {
        Ok(parsed) => parsed.instant(&edition.zone),
        Err(_) => Timestamp::UNIX_EPOCH,
    }
}

/// An instant as RSS and OPML write it (RFC 822 with a year of four digits).
pub fn rfc822(instant: Timestamp) -> String {
    let printer = jiff::fmt::rfc2822::DateTimePrinter::new();
    // No year of the formats is negative, which is all that cannot be written.
    printer
        .timestamp_to_rfc9110_string(&instant)
        .unwrap_or_default()
}

/// The absolute URL of an address, in ASCII (RFC 3986): letters of other scripts are percent-encoded.
pub fn url(base_url: &str, address: &str) -> String {
    let mut url = String::with_capacity(base_url.len() + address.len());
    for byte in base_url.bytes().chain(address.bytes()) {
        match byte {
            b'!'..=b'~' => url.push(byte.into()),
            _ => url.push_str(&format!("%{byte:02X}")),
        }
    }
    url
}
