//! Whether the data of a live story tells of something that its page does not show.
//!
//! Entry point: [`news`].

use std::cmp::Ordering;

/// A version of a story.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Version {
    /// When it was changed, as an instant in milliseconds; no number where that is not known.
    pub changed: f64,
    /// The ids of its updates.
    pub updates: Vec<String>,
}

/// How many updates there are that the page does not show; 0 when the story has changed otherwise. `None` when nothing is
/// new: the same story, or an older copy that a cache handed out.
pub fn news(shown: &Version, come: &Version) -> Option<usize> {
    let new = come.updates.iter().filter(|id| !shown.updates.contains(id));
    let new = new.count();
    match come.changed.partial_cmp(&shown.changed) {
        Some(Ordering::Less) => None,
        // An update may be added without a word of when the story was changed.
        Some(Ordering::Equal) => (new > 0).then_some(new),
        _ => Some(new),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn version(changed: f64, updates: &[&str]) -> Version {
        let updates = updates.iter().map(|id| (*id).to_owned()).collect();
        Version { changed, updates }
    }

    #[test]
    fn the_same_story_and_an_older_copy_are_no_news() {
        let shown = version(2.0, &["b", "a"]);
        assert_eq!(news(&shown, &shown), None);
        assert_eq!(news(&shown, &version(1.0, &["a"])), None);
        assert_eq!(news(&shown, &version(1.0, &["c", "a"])), None);
        assert_eq!(news(&shown, &version(2.0, &["a"])), None);
    }

    #[test]
    fn new_updates_are_counted_by_themselves_and_not_by_how_many_there_are() {
        let shown = version(2.0, &["b", "a"]);
        assert_eq!(news(&shown, &version(3.0, &["c", "b"])), Some(1));
        assert_eq!(news(&shown, &version(2.0, &["c", "b", "a"])), Some(1));
        assert_eq!(news(&shown, &version(3.0, &["b", "a"])), Some(0));
    }

    #[test]
    fn a_story_without_a_known_date_is_news() {
        let shown = version(f64::NAN, &[]);
        assert_eq!(news(&shown, &version(1.0, &[])), Some(0));
    }
}
