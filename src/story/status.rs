//! How far a story is, in the words that newsrooms' systems write.
//!
//! Entry point: [`Status::read`]. Only the press needs it, so the reader is built without.
//!
//! The words are those of WordPress, Drupal, Ghost, Strapi, Contentful, Medium and of ninjs (IPTC).

use schemars::{Schema, SchemaGenerator, json_schema};

/// How far a story is.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Status {
    /// It is for everybody.
    Published,
    /// It is not for everybody: not yet, no longer, or never.
    Draft,
    /// It is finished, and waits for its day.
    Later,
}

/// Words of stories that are for everybody.
const PUBLISHED: &[&str] = &[
    "published",
    "publish",
    "public",
    "live",
    "online",
    "active",
    "posted",
    "usable",
];

/// Words of stories that are not.
const DRAFT: &[&str] = &[
    "draft",
    "auto-draft",
    "pending",
    "pending-review",
    "review",
    "in-review",
    "in-progress",
    "pitch",
    "assigned",
    "private",
    "hidden",
    "unpublished",
    "inactive",
    "offline",
    "withheld",
    "rejected",
    "canceled",
    "cancelled",
    "archived",
    "trash",
    "trashed",
    "deleted",
];

/// Words of stories that wait for their day.
const LATER: &[&str] = &["scheduled", "future"];

impl Status {
    /// The words, those of published stories first.
    pub fn words() -> impl Iterator<Item = &'static str> {
        [PUBLISHED, DRAFT, LATER].into_iter().flatten().copied()
    }

    /// The status of a word; `None` for a word that says nothing to us. Capitals do not count, nor whether parts are held
    /// together by `-`, `_` or a space.
    pub fn read(word: &str) -> Option<Self> {
        let word = word.trim().to_lowercase().replace(['_', ' '], "-");
        let is_in = |words: &[&str]| words.contains(&word.as_str());
        if is_in(PUBLISHED) {
            return Some(Self::Published);
        }
        if is_in(DRAFT) {
            return Some(Self::Draft);
        }
        is_in(LATER).then_some(Self::Later)
    }
}

/// The schema of the field: the words, for editors to complete. What has capitals, or another sign between its parts, only the
/// press can look up.
pub(super) fn schema(_: &mut SchemaGenerator) -> Schema {
    let words: Vec<_> = Status::words().collect();
    let others = json_schema!({ "type": "string", "pattern": "[A-Z_ ]" });
    json_schema!({ "anyOf": [{ "enum": words }, others, { "type": "null" }] })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_word_has_one_meaning() {
        let all: Vec<_> = Status::words().collect();
        let different: std::collections::BTreeSet<_> = all.iter().collect();
        assert_eq!(all.len(), different.len());
        for word in all {
            assert!(Status::read(word).is_some(), "{word}");
        }
    }

    #[test]
    fn a_word_is_read_however_it_is_written() {
        for word in ["Pending Review", "pending_review", " PENDING-REVIEW "] {
            assert_eq!(Status::read(word), Some(Status::Draft), "{word}");
        }
        assert_eq!(Status::read("Publish"), Some(Status::Published));
        assert_eq!(Status::read("FUTURE"), Some(Status::Later));
    }

    #[test]
    fn a_word_that_nobody_explained_has_no_meaning() {
        for word in ["", "unlisted", "drft", "1", "ready"] {
            assert_eq!(Status::read(word), None, "{word}");
        }
    }
}
