//! Notices that a story's words changed since the last build, and keeps the way from each of its earlier versions to
//! today's.
//!
//! Entry point: [`since`], asked for each story while its page is printed.
//!
//! 1. [`passages()`] are the words of a story, without anything that the press or the day adds.
//! 2. [`earlier`] reads them out of the bundle that the last build left, with the versions that were kept there.
//! 3. [`alignment`] says which passage became which, [`wording`] what changed inside one, [`changes`] writes both down.
//! 4. [`History::write`] lays the versions beside the page; [`super::head::mark`] says in its head which one it shows.
//!
//! Nothing here fails: what cannot be read of an earlier bundle is no history.

mod alignment;
pub mod changes;
mod earlier;
pub mod passages;
mod wording;

use std::path::Path;

use anyhow::{Context, Result};
use serde::{Deserialize, Serialize};

use super::print;
use super::survey::Entry;
use crate::story::{Moment, Story};
use changes::Changes;
use earlier::Earlier;
pub use passages::passages;

/// The file beside a story's page that holds its earlier versions.
pub const FILE: &str = "changes.json";

/// How many earlier versions are kept: a reader who comes back after more of them is told of none.
pub const MOST: usize = 10;

/// Digits of a version's mark: one story never has so many versions that two would share it.
const DIGITS: usize = 10;

/// The versions of a story that has changed.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct History {
    /// The mark of what is printed today.
    pub version: String,
    /// What was printed before, the oldest first.
    pub versions: Vec<Version>,
}

/// What a story said once.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct Version {
    /// Its mark; empty when its page had none, for the story had not changed by then.
    pub version: String,
    /// When it was updated, else published.
    pub date: Moment,
    /// The way from it to today's.
    pub changes: Changes,
}

impl History {
    /// Writes the versions into the folder of the story's page.
    ///
    /// # Errors
    /// The file cannot be written.
    pub fn write(&self, folder: &Path) -> Result<()> {
        let text = serde_json::to_vec(self).context("changes cannot be written as JSON")?;
        print::write(&folder.join(FILE), &text)
    }
}

/// The versions of a story that the bundle in a folder knows, with the one that stands in it where its words are not
/// today's. `None` for a story that never changed.
pub fn since(bundle: &Path, entry: &Entry, story: &Story) -> Option<History> {
    let earlier = Earlier::find(bundle, entry)?;
    let today = passages(story);
    let is_same = earlier.version.passages == today;
    let mut kept = earlier.kept;
    kept.push((earlier.version, None));
    // Words that stayed, or were put back: whoever has read them has missed nothing.
    kept.retain(|(version, _)| version.passages != today);
    kept.drain(..kept.len().saturating_sub(MOST));
    let versions: Vec<Version> = kept
        .into_iter()
        .map(|(version, changes)| Version {
            version: version.mark,
            date: version.date,
            changes: match changes {
                // Another Newsprint may tell the same changes otherwise; what has been published stays as it is.
                Some(changes) if is_same => changes,
                _ => Changes::between(&version.passages, &today),
            },
        })
        .collect();
    (!versions.is_empty()).then(|| History {
        version: mark(&today),
        versions,
    })
}

/// The mark of a version, which follows from its words alone.
pub fn mark(passages: &[String]) -> String {
    let mut hasher = blake3::Hasher::new();
    for passage in passages {
        // The length keeps two passages from being taken for one.
        hasher.update(&(passage.len() as u64).to_le_bytes());
        hasher.update(passage.as_bytes());
    }
    hasher.finalize().to_hex()[..DIGITS].to_owned()
}
