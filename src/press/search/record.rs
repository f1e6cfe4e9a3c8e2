//! A story as Pagefind takes it in.
//!
//! Entry point: [`of`].

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context, Result};

use super::words;
use crate::press::index::Named;
use crate::press::pages::{Calendars, Edition};
use crate::press::source;
use crate::press::survey::Entry;
use crate::story::language::primary;

/// A story as Pagefind takes it in.
pub(super) struct Record {
    /// What a list of results shows of the story beside the words that were found: a [`Teaser`] as JSON. It stands where
    /// Pagefind expects a URL, which it hands back as it is; the words of every other field would be found, too.
    ///
    /// [`Teaser`]: crate::paper::page::Teaser
    pub(super) shown: String,
    /// Everything that can be read in the story, but for its headline.
    pub(super) words: String,
    /// The headline, whose words count for more.
    pub(super) heading: BTreeMap<String, String>,
    /// By what the results may be narrowed.
    pub(super) filters: BTreeMap<String, Vec<String>>,
    /// The language whose index it goes into, without script or territory: `en` holds `en-GB`, too.
    pub(super) language: String,
}

/// The record of a story, by its place in the index.
///
/// # Errors
/// The story's file changed since the check.
pub(super) fn of(
    edition: &Edition,
    folder: &Path,
    place: usize,
    calendars: &mut Calendars,
) -> Result<Record> {
    let entry = &edition.index.entries[place];
    let mut story = source::read_again(folder, &entry.file)?;
    story.divide_headline();
    let shown = edition.found(entry, calendars);
    let shown = shown.with_context(|| source::changed(&entry.file))?;
    let heading = BTreeMap::from([("title".to_owned(), entry.headline.clone())]);
    Ok(Record {
        shown: serde_json::to_string(&shown).context("a story cannot be written as JSON")?,
        words: words::of(&story),
        heading,
        filters: filters(edition, entry),
        language: primary(&entry.language).to_lowercase(),
    })
}

/// The names are those that `static/search.js` and the search page know.
fn filters(edition: &Edition, entry: &Entry) -> BTreeMap<String, Vec<String>> {
    let index = &edition.index;
    let section = index.section(&entry.section);
    let year = entry.day.map(|day| format!("{:04}", day.year()));
    let filters = [
        (
            "section",
            section
                .map(|section| index.label(section))
                .into_iter()
                .collect(),
        ),
        ("topic", names(&index.topics, &entry.topics)),
        ("author", names(&index.authors, &entry.authors)),
        ("year", year.into_iter().collect()),
    ];
    let filters = filters.into_iter().filter(|(_, values)| !values.is_empty());
    filters
        .map(|(name, values)| (name.to_owned(), values))
        .collect()
}

/// The names as lists are headed: of several ways to write one, the first.
fn names(groups: &Named, written: &[String]) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for group in written.iter().filter_map(|name| groups.of(name)) {
        if !names.contains(&group.name) {
            names.push(group.name.clone());
        }
    }
    names
}
