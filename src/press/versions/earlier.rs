//! What the last build left of a story.
//!
//! Entry point: [`Earlier::find`].
//!
//! 1. The `index.json` at the story's address is read, else the one at an address it had before (its aliases): a story
//!    that was renamed in between takes its history along.
//! 2. So is the `changes.json` beside it; of each version in it, the words are rebuilt. One whose changes do not lead to
//!    the words of the page is left out: nothing true can be told of it.

use std::fs;
use std::path::Path;

use serde::Deserialize;

use super::changes::Changes;
use super::{FILE, History, passages};
use crate::paper::page::Metadata;
use crate::press::survey::Entry;
use crate::story::{Moment, Story};

/// A version whose words are known.
pub(super) struct Known {
    pub(super) mark: String,
    pub(super) date: Moment,
    pub(super) passages: Vec<String>,
}

/// A story of the last build.
pub(super) struct Earlier {
    /// What its page says.
    pub(super) version: Known,
    /// What was printed before that, the oldest first, and the way to what its page says.
    pub(super) kept: Vec<(Known, Option<Changes>)>,
}

/// The parts of a page's data that are asked for. The others need not be what this version takes them for.
#[derive(Deserialize)]
struct Data {
    #[serde(default)]
    metadata: Metadata,
    content: Content,
}

#[derive(Deserialize)]
struct Content {
    story: Shown,
}

#[derive(Deserialize)]
struct Shown {
    story: Story,
    /// That it was a draft, or for later, and printed all the same.
    #[serde(default)]
    mark: String,
}

impl Earlier {
    /// The story in a bundle; `None` when it is not there, or cannot be read.
    pub(super) fn find(bundle: &Path, entry: &Entry) -> Option<Self> {
        let addresses = std::iter::once(&entry.address).chain(&entry.aliases);
        let mut folders = addresses.filter(|address| address.ends_with('/'));
        folders.find_map(|address| Self::read(&bundle.join(address)))
    }

    fn read(folder: &Path) -> Option<Self> {
        let data = fs::read(folder.join("index.json")).ok()?;
        let Data { metadata, content } = serde_json::from_slice(&data).ok()?;
        // What nobody could read is no version of a story.
        if !content.story.mark.is_empty() {
            return None;
        }
        let story = content.story.story;
        let version = Known {
            mark: metadata.version().to_owned(),
            passages: passages(&story),
            date: story.updated.unwrap_or(story.published),
        };
        let kept = kept(folder, &version.passages);
        Some(Self { version, kept })
    }
}

fn kept(folder: &Path, passages: &[String]) -> Vec<(Known, Option<Changes>)> {
    let history = fs::read(folder.join(FILE)).ok();
    let history = history.and_then(|text| serde_json::from_slice::<History>(&text).ok());
    let versions = history.map(|history| history.versions).unwrap_or_default();
    versions
        .into_iter()
        .filter_map(|version| {
            let known = Known {
                mark: version.version,
                date: version.date,
                passages: version.changes.before(passages)?,
            };
            Some((known, Some(version.changes)))
        })
        .collect()
}
