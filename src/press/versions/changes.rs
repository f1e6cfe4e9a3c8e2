//! The way from one version of a story to another, in the form that `changes.json` has it.
//!
//! Entry points: [`Changes::between`] finds it, [`Changes::before`] walks it back: of today's words and the changes come
//! those of then.

use serde::{Deserialize, Serialize};

use super::alignment::{self, Step};
use super::wording;

/// What became of each passage, in order.
#[derive(Clone, Debug, Default, Deserialize, PartialEq, Serialize)]
#[serde(transparent)]
pub struct Changes(pub Vec<Change>);

/// What became of one passage, or of several that stayed as they were.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Change {
    /// So many passages stayed.
    Same(usize),
    /// A passage in parts: of both versions, or of one where the passage is gone or new.
    Changed(Vec<Part>),
}

/// Some words of a passage, and what became of them.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct Part(pub Fate, pub String);

/// What became of words.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub enum Fate {
    /// They stayed.
    #[serde(rename = "=")]
    Kept,
    /// They are gone.
    #[serde(rename = "-")]
    Gone,
    /// They are new.
    #[serde(rename = "+")]
    New,
}

impl Changes {
    /// The changes from the passages of one version to those of another.
    pub fn between(before: &[String], after: &[String]) -> Self {
        let mut changes = Self::default();
        for step in alignment::align(before, after) {
            changes.0.push(match step {
                Step::Same(count) => Change::Same(count),
                Step::Gone(old) => Change::Changed(vec![Part(Fate::Gone, old.to_owned())]),
                Step::New(new) => Change::Changed(vec![Part(Fate::New, new.to_owned())]),
                Step::Changed(old, new) => Change::Changed(wording::compare(old, new)),
            });
        }
        changes
    }

    /// The passages before the changes; `None` when the changes do not lead to the passages that are said to come of them.
    pub fn before(&self, after: &[String]) -> Option<Vec<String>> {
        let mut before = Vec::with_capacity(after.len());
        let mut rest = after;
        for change in &self.0 {
            match change {
                Change::Same(count) => {
                    let (same, further) = rest.split_at_checked(*count)?;
                    before.extend_from_slice(same);
                    rest = further;
                }
                Change::Changed(parts) => {
                    before.extend(side(parts, Fate::Gone));
                    if let Some(new) = side(parts, Fate::New) {
                        let (first, further) = rest.split_first()?;
                        if *first != new {
                            return None;
                        }
                        rest = further;
                    }
                }
            }
        }
        rest.is_empty().then_some(before)
    }
}

/// The passage that kept words and those of one fate make; `None` where there are none.
fn side(parts: &[Part], fate: Fate) -> Option<String> {
    let words = parts
        .iter()
        .filter(|part| [Fate::Kept, fate].contains(&part.0));
    words
        .map(|part| part.1.clone())
        .reduce(|all, words| all + &words)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Versions that have much in common: short passages of few words of four scripts.
    fn passages() -> impl Strategy<Value = Vec<String>> {
        let words =
            "(the |heron |returned |boat|, |\\. |苍鹭|回来|عاد |مالك |\n|e\u{301}|👩‍🚀){1,12}";
        proptest::collection::vec(words, 0..8)
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2000))]

        #[test]
        fn the_older_words_are_rebuilt_from_those_of_today_and_the_changes(
            before in passages(),
            after in passages(),
        ) {
            let changes = Changes::between(&before, &after);
            prop_assert_eq!(changes.before(&after), Some(before));
        }

        #[test]
        fn what_is_written_is_read_again(before in passages(), after in passages()) {
            let changes = Changes::between(&before, &after);
            let text = serde_json::to_string(&changes).unwrap();
            prop_assert_eq!(serde_json::from_str::<Changes>(&text).unwrap(), changes);
        }
    }

    #[test]
    fn changes_that_lead_to_other_words_lead_nowhere() {
        let words = ["One.", "Two."].map(str::to_owned);
        let changes = Changes::between(&[], &words);
        assert_eq!(changes.before(&words), Some(Vec::new()));
        assert_eq!(changes.before(&words[..1]), None);
        assert_eq!(changes.before(&["One.", "Three."].map(str::to_owned)), None);
        assert_eq!(Changes(vec![Change::Same(3)]).before(&words), None);
        assert_eq!(Changes(vec![Change::Same(1)]).before(&words), None);
    }
}
