//! Words that somebody marked, found again after the story was edited.
//!
//! Entry points: [`Anchor::of`] when words are marked, [`Anchor::find`] when the story is shown again.
//!
//! An anchor is a text quote selector with a position (W3C Web Annotation Data Model, 4.2.4 and 4.2.5): the words, some
//! text before and after them, and where they began. They are found by these steps:
//!
//! 1. Of the places where the words stand unchanged, the one is taken with the most of the same text around it; of equal
//!    ones, the nearest to where they began. A few words with nothing of that text around them are others.
//! 2. The same by letters alone: white space, punctuation and figures may have changed, and a paragraph been divided.
//! 3. Where they stand nowhere, they were edited: then they are what lies between the text before (or their own first
//!    words) and the text after (or their own last words), if that is about as long as they were.
//! 4. Else they are lost.

use std::ops::Range;

/// How much text around the words is kept, in characters. Words that are longer are known by themselves.
const AROUND: usize = 32;
/// So much text, in bytes, has to be the same around a few words: less is there by chance.
const SAME: usize = 12;
/// In how much text around a place the same is looked for, in bytes.
const NEAR: usize = 160;

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
        let found = self.unchanged(text);
        let found = found.or_else(|| self.by_letters(text));
        found.or_else(|| self.edited(text))
    }

    fn unchanged(&self, text: &str) -> Option<Range<usize>> {
        let near = |start: &usize| usize::MAX - self.start.abs_diff(*start);
        places(text, &self.exact)
            .filter(|start| self.belongs(text, *start))
            .max_by_key(|start| {
                let (before, after) = self.same_around(text, *start);
                (before + after, near(start))
            })
            .map(|start| start..start + self.exact.len())
    }

    /// How much of the text before and after is the same at a place, in bytes.
    fn same_around(&self, text: &str, start: usize) -> (usize, usize) {
        let (before, after) = (&text[..start], &text[start + self.exact.len()..]);
        let pairs = before.bytes().rev().zip(self.prefix.bytes().rev());
        let before = pairs.take_while(|(one, other)| one == other).count();
        let pairs = after.bytes().zip(self.suffix.bytes());
        let after = pairs.take_while(|(one, other)| one == other).count();
        (before, after)
    }

    /// Whether the words at a place are the marked ones, and not equal ones elsewhere.
    fn belongs(&self, text: &str, start: usize) -> bool {
        let (before, after) = self.same_around(text, start);
        let is_whole = before == self.prefix.len() && after == self.suffix.len();
        if self.is_long() || is_whole || before + after >= SAME {
            return true;
        }
        let (before, after) = (
            &text.as_bytes()[..start],
            &text.as_bytes()[start + self.exact.len()..],
        );
        has_same(&self.prefix, &before[before.len().saturating_sub(NEAR)..])
            || has_same(&self.suffix, &after[..after.len().min(NEAR)])
    }

    fn is_long(&self) -> bool {
        self.exact.chars().nth(AROUND).is_some()
    }

    /// The place where the same letters stand.
    fn by_letters(&self, text: &str) -> Option<Range<usize>> {
        let (text, places) = letters(text);
        let anchor = Self {
            exact: letters(&self.exact).0,
            prefix: letters(&self.prefix).0,
            suffix: letters(&self.suffix).0,
            start: places.partition_point(|place| *place < self.start),
        };
        let found = anchor.unchanged(&text)?;
        Some(*places.get(found.start)?..places.get(found.end - 1)? + 1)
    }

    fn edited(&self, text: &str) -> Option<Range<usize>> {
        let length = self.exact.len();
        let known = |around: &str| around.len() >= SAME;
        let (prefix, suffix) = (known(&self.prefix), known(&self.suffix));
        let starts = [
            self.nearest(ends(text, &self.prefix), self.start)
                .filter(|_| prefix),
            self.nearest(places(text, first(&self.exact)), self.start),
        ];
        let ends = [
            self.nearest(places(text, &self.suffix), self.start + length)
                .filter(|_| suffix),
            self.nearest(ends(text, last(&self.exact)), self.start + length),
        ];
        for (own_start, start) in starts.into_iter().enumerate() {
            for (own_end, end) in ends.into_iter().enumerate() {
                // The ends of a few words are all of them, and those stand elsewhere.
                if own_start + own_end == 2 && !self.is_long() {
                    continue;
                }
                if let Some((start, end)) = start.zip(end)
                    && (start + length / 2..=start + length * 2).contains(&end)
                    && !text[start..end].trim().is_empty()
                {
                    return Some(start..end);
                }
            }
        }
        None
    }

    fn nearest(&self, places: impl Iterator<Item = usize>, to: usize) -> Option<usize> {
        places.min_by_key(|place| place.abs_diff(to))
    }
}

/// Whether enough of what was kept stands in a text.
fn has_same(kept: &str, text: &[u8]) -> bool {
    let mut runs = kept.as_bytes().windows(SAME);
    runs.any(|run| text.windows(SAME).any(|other| other == run))
}

/// The letters of a text, and where each byte of them stands in it.
fn letters(text: &str) -> (String, Vec<usize>) {
    let (mut letters, mut places) = (String::new(), Vec::new());
    for (place, c) in text.char_indices() {
        if c.is_alphabetic() {
            letters.push(c);
            places.extend(place..place + c.len_utf8());
        }
    }
    (letters, places)
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
    fn words_do_not_jump_to_equal_ones_with_nothing_in_common_around_them() {
        let anchor = anchor("heron");
        for elsewhere in [
            "At dawn a heron stood in the shallows. It was grey, and did not move.",
            "The heron. Somebody else wrote of it, long before, in another paper.",
            "What they had taken for the heron was a bag, and so the story ended there.",
        ] {
            assert_eq!(anchor.find(elsewhere), None, "{elsewhere}");
        }
        // What stood after them, before equal ones.
        let first = Anchor::of(STORY, 4..9).unwrap();
        let moved = "It returned to the harbour on Monday, and saw a heron of stone.";
        assert_eq!(first.find(moved), None);
        let with_both = ["At dawn a heron stood in the shallows. ", STORY].concat();
        let found = anchor.find(&with_both).unwrap();
        assert_eq!(found.start, with_both.rfind("heron").unwrap());
    }

    #[test]
    fn a_few_words_are_found_though_something_was_edited_close_to_them() {
        let marked = anchor("counted");
        let edited = STORY.replace("had counted birds", "has counted gulls");
        assert_eq!(found(&marked, &edited), Some("counted"));
        let word = "heron";
        let short = Anchor::of("A heron.", 2..7).unwrap();
        assert_eq!(found(&short, "A heron."), Some(word));
    }

    #[test]
    fn words_that_were_kept_without_the_breaks_between_them_are_found() {
        let joined = "for a year.The harbour master";
        let text = ["Nobody had seen it ", joined, " counted it."].concat();
        let start = text.find(joined).unwrap();
        let anchor = Anchor::of(&text, start..start + joined.len()).unwrap();
        let divided = text.replace("year.The", "year.\n\nThe");
        assert_eq!(
            found(&anchor, &divided),
            Some("for a year.\n\nThe harbour master")
        );
    }

    #[test]
    fn words_that_were_kept_with_the_number_of_a_footnote_are_found_without_it() {
        let anchor = Anchor::of("There were ten grains1 of sand, and no more.", 11..30).unwrap();
        let text = "There were ten grains of sand, and no more.";
        assert_eq!(found(&anchor, text), Some("ten grains of sand"));
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
