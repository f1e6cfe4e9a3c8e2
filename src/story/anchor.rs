//! Words that somebody marked, found again after the story was edited.
//!
//! Entry points: [`Anchor::of`] when words are marked, [`Anchor::find`] when the story is shown again.
//!
//! An anchor is a text quote selector with a position (W3C Web Annotation Data Model, 4.2.4 and 4.2.5): the words, some
//! text before and after them, and where they began. They are found by these steps:
//!
//! 1. Of the places where the words stand unchanged, the one is taken with the most of the same text around it; of equal
//!    ones, the nearest to where they began.
//! 2. Where they stand nowhere, they were edited: then they are what lies between the text before (or their own first
//!    words) and the text after (or their own last words), if that is about as long as they were.
//! 3. Else they are lost.

use std::ops::Range;

/// How much text around the words is kept, in characters.
const AROUND: usize = 32;

/// Words of a text, and what they stood in.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Anchor {
    /// The words.
    pub exact: String,
    /// The text before them.
    pub prefix: String,
    /// The text after them.
    pub suffix: String,
    /// Where they began, in bytes.
    pub start: usize,
}

impl Anchor {
    /// The anchor of a part of a text, in bytes, without the space around it; `None` for no words, and for bytes that are
    /// no characters.
    pub fn of(text: &str, part: Range<usize>) -> Option<Self> {
        let marked = text.get(part.clone())?;
        let exact = marked.trim();
        let start = part.start + (exact.as_ptr().addr() - marked.as_ptr().addr());
        let end = start + exact.len();
        (!exact.is_empty()).then(|| Self {
            exact: exact.to_owned(),
            prefix: last(&text[..start]).to_owned(),
            suffix: first(&text[end..]).to_owned(),
            start,
        })
    }

    /// Where the words stand in a text, in bytes; `None` when they are lost.
    pub fn find(&self, text: &str) -> Option<Range<usize>> {
        self.unchanged(text).or_else(|| self.edited(text))
    }

    fn unchanged(&self, text: &str) -> Option<Range<usize>> {
        let same_around = |start: usize| {
            let (before, after) = (&text[..start], &text[start + self.exact.len()..]);
            let pairs = before.bytes().rev().zip(self.prefix.bytes().rev());
            let before = pairs.take_while(|(one, other)| one == other).count();
            let pairs = after.bytes().zip(self.suffix.bytes());
            before + pairs.take_while(|(one, other)| one == other).count()
        };
        let near = |start: &usize| usize::MAX - self.start.abs_diff(*start);
        places(text, &self.exact)
            .max_by_key(|start| (same_around(*start), near(start)))
            .map(|start| start..start + self.exact.len())
    }

    fn edited(&self, text: &str) -> Option<Range<usize>> {
        let length = self.exact.len();
        let starts = [
            self.nearest(ends(text, &self.prefix), self.start),
            self.nearest(places(text, first(&self.exact)), self.start),
        ];
        let ends = [
            self.nearest(places(text, &self.suffix), self.start + length),
            self.nearest(ends(text, last(&self.exact)), self.start + length),
        ];
        starts.into_iter().flatten().find_map(|start| {
            let mut ends = ends.into_iter().flatten();
            let end = ends.find(|end| (start + length / 2..=start + length * 2).contains(end))?;
            (!text[start..end].trim().is_empty()).then_some(start..end)
        })
    }

    fn nearest(&self, places: impl Iterator<Item = usize>, to: usize) -> Option<usize> {
        places.min_by_key(|place| place.abs_diff(to))
    }
}

/// Where a part stands in a text, in bytes; nowhere, when it is too short to say anything.
fn places<'a>(text: &'a str, part: &'a str) -> impl Iterator<Item = usize> {
    let (text, part) = (text.as_bytes(), part.as_bytes());
    // Byte by byte: a library's search would be larger than all of this. Valid UTF-8 is found at characters only.
    text.windows(part.len().max(1))
        .enumerate()
        .filter(move |(_, window)| *window == part)
        .map(|(place, _)| place)
}

/// Where a part ends in a text.
fn ends<'a>(text: &'a str, part: &'a str) -> impl Iterator<Item = usize> {
    places(text, part).map(|start| start + part.len())
}

fn first(text: &str) -> &str {
    let end = text.char_indices().nth(AROUND);
    end.map_or(text, |(end, _)| &text[..end])
}

fn last(text: &str) -> &str {
    let start = text.char_indices().rev().nth(AROUND - 1);
    start.map_or(text, |(start, _)| &text[start..])
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const STORY: &str = "The heron returned to the harbour on Monday. Nobody had seen it for a year. \
        The harbour master, who had counted birds since spring, said that nobody would believe it. The heron stayed.";

    fn anchor(words: &str) -> Anchor {
        let start = STORY.rfind(words).unwrap();
        Anchor::of(STORY, start..start + words.len()).unwrap()
    }

    fn found<'a>(anchor: &Anchor, text: &'a str) -> Option<&'a str> {
        anchor.find(text).map(|place| &text[place])
    }

    #[test]
    fn words_that_stand_there_more_than_once_are_found_by_what_is_around_them() {
        let anchor = anchor("The heron");
        let place = anchor.find(STORY).unwrap();
        assert_eq!(place.start, STORY.rfind("The heron").unwrap());
        let longer = format!("The heron was late. {STORY}");
        let place = anchor.find(&longer).unwrap();
        assert_eq!(place.start, longer.rfind("The heron").unwrap());
    }

    #[test]
    fn text_before_the_words_may_come_and_go() {
        let anchor = anchor("counted birds since spring");
        for edited in [
            STORY.replace("The heron returned to the harbour on Monday. ", ""),
            format!("A new first paragraph, 新闻, of some length. {STORY}"),
        ] {
            assert_eq!(found(&anchor, &edited), Some("counted birds since spring"));
        }
    }

    #[test]
    fn words_that_were_edited_are_what_lies_between_their_surroundings() {
        let anchor = anchor("who had counted birds since spring");
        let edited = STORY.replace("counted birds", "been counting seabirds");
        assert_eq!(
            found(&anchor, &edited),
            Some("who had been counting seabirds since spring")
        );
    }

    #[test]
    fn words_whose_surroundings_were_edited_too_are_known_by_their_own_ends() {
        let anchor = anchor(
            "Nobody had seen it for a year. The harbour master, who had counted birds since spring, said that nobody",
        );
        let edited = STORY
            .replace("on Monday.", "at last.")
            .replace("counted birds", "counted seabirds")
            .replace("would believe it", "did");
        assert!(
            found(&anchor, &edited)
                .unwrap()
                .starts_with("Nobody had seen")
        );
    }

    #[test]
    fn words_that_were_taken_out_are_lost() {
        let anchor = anchor("counted birds since spring");
        assert_eq!(anchor.find("Another story altogether."), None);
        assert_eq!(anchor.find(""), None);
        let without = STORY.replace("counted birds since spring", "");
        assert_eq!(anchor.find(&without), None);
    }

    #[test]
    fn the_space_around_marked_words_is_not_marked() {
        let start = STORY.find(" Nobody").unwrap();
        let anchor = Anchor::of(STORY, start..start + 8).unwrap();
        assert_eq!(anchor.exact, "Nobody");
        assert_eq!(Anchor::of(STORY, start..start + 1), None);
    }

    proptest! {
        #[test]
        fn words_of_any_script_are_found_where_they_were_marked(before in ".{0,60}", words in "\\S.{0,60}\\S", after in ".{0,60}") {
            let text = [before.as_str(), &words, &after].concat();
            let part = before.len()..before.len() + words.len();
            let anchor = Anchor::of(&text, part.clone());
            prop_assume!(anchor.as_ref().is_some_and(|anchor| anchor.exact == words));
            prop_assert_eq!(anchor.unwrap().find(&text), Some(part));
        }

        #[test]
        fn no_text_makes_the_search_fail(text in ".{0,200}", exact in ".{1,50}", prefix in ".{0,32}", suffix in ".{0,32}", start: usize) {
            let anchor = Anchor { exact, prefix, suffix, start: start / 4 };
            if let Some(place) = anchor.find(&text) {
                prop_assert!(text.get(place).is_some());
            }
        }
    }
}
