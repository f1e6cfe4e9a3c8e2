//! The part of a URL that leads to the very words of a page (URL Fragment Text Directives, WICG).
//!
//! Entry point: [`text_fragment`].

use std::ops::Range;

/// From so many characters on, the words are named by their ends.
const LONG: usize = 60;
/// So many words name an end.
const END: usize = 4;
/// So many words around them tell apart what stands there twice.
const AROUND: usize = 3;

/// The words that a fragment names; each is a text that a browser finds within one block of the page.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct TextFragment<'a> {
    /// What stands before; empty where it need not be said.
    pub prefix: &'a str,
    /// The words, or the first of them.
    pub start: &'a str,
    /// The last of them, where they are many.
    pub end: &'a str,
    /// What stands after.
    pub suffix: &'a str,
}

/// The fragment for a part of a block, which a browser looks for between whole words alone. The part may end in a later
/// block: `last` is what it covers there.
pub fn text_fragment<'a>(
    block: &'a str,
    part: Range<usize>,
    last: Option<&'a str>,
) -> TextFragment<'a> {
    let from = part.start - word_end(block[..part.start].chars().rev());
    let to = part.end + word_end(block[part.end..].chars());
    let words = block[from..to].trim();
    match last {
        Some(last) => TextFragment {
            start: first(words, END),
            end: final_words(last, END),
            ..TextFragment::default()
        },
        None if words.chars().count() > LONG => TextFragment {
            start: first(words, END),
            end: final_words(words, END),
            ..TextFragment::default()
        },
        None => TextFragment {
            prefix: final_words(&block[..from], AROUND),
            start: words,
            suffix: first(&block[to..], AROUND),
            ..TextFragment::default()
        },
    }
}

impl TextFragment<'_> {
    /// The directive, `#:~:text=…`; `encode` percent-encodes as `encodeURIComponent` does.
    pub fn directive(&self, encode: impl Fn(&str) -> String) -> String {
        // A hyphen would end a prefix.
        let encode = |words: &str| encode(words.trim()).replace('-', "%2D");
        let mut directive = "#:~:text=".to_owned();
        if !self.prefix.is_empty() {
            directive += &(encode(self.prefix) + "-,");
        }
        directive += &encode(self.start);
        if !self.end.is_empty() {
            directive += &(",".to_owned() + &encode(self.end));
        }
        if !self.suffix.is_empty() {
            directive += &(",-".to_owned() + &encode(self.suffix));
        }
        directive
    }
}

/// Bytes up to the end of a word that letters without a space reach into. Scripts without spaces have no such end near.
fn word_end(letters: impl Iterator<Item = char>) -> usize {
    let word = letters.take_while(char::is_ascii_alphanumeric);
    word.map(char::len_utf8).sum()
}

/// The first words of a text, or its first characters where it has no spaces.
fn first(text: &str, words: usize) -> &str {
    let text = text.trim_start();
    let spaces = text.char_indices().filter(|(_, c)| *c == ' ');
    let end = spaces.map(|(place, _)| place).nth(words - 1);
    let limit = text.char_indices().nth(LONG).map(|(place, _)| place);
    &text[..end.or(limit).unwrap_or(text.len())]
}

/// The last words of a text.
fn final_words(text: &str, words: usize) -> &str {
    let text = text.trim_end();
    let spaces = text.char_indices().rev().filter(|(_, c)| *c == ' ');
    let start = spaces.map(|(place, _)| place + 1).nth(words - 1);
    let limit = text
        .char_indices()
        .rev()
        .nth(LONG - 1)
        .map(|(place, _)| place);
    &text[start.or(limit).unwrap_or(0)..]
}

#[cfg(test)]
mod tests {
    use super::*;

    const BLOCK: &str = "The heron returned to the harbour on Monday, well-fed, and nobody who had seen it in the spring believed it was the same bird.";

    fn directive(words: &str) -> String {
        let start = BLOCK.find(words).unwrap();
        let named = text_fragment(BLOCK, start..start + words.len(), None);
        named.directive(|text| text.replace(' ', "%20").replace(',', "%2C"))
    }

    #[test]
    fn a_few_words_are_named_whole_with_what_stands_around_them() {
        assert_eq!(
            directive("harbour"),
            "#:~:text=returned%20to%20the-,harbour,-on%20Monday%2C%20well%2Dfed%2C"
        );
    }

    #[test]
    fn many_words_are_named_by_their_ends() {
        assert_eq!(
            directive(
                "heron returned to the harbour on Monday, well-fed, and nobody who had seen it"
            ),
            "#:~:text=heron%20returned%20to%20the,who%20had%20seen%20it"
        );
    }

    #[test]
    fn half_a_word_is_named_as_the_whole_one() {
        assert!(directive("arbou").contains(",harbour,"));
    }

    #[test]
    fn words_that_end_in_a_later_block_are_named_by_their_ends() {
        let start = BLOCK.find("same").unwrap();
        let named = text_fragment(BLOCK, start..BLOCK.len(), Some("The story ends"));
        assert_eq!((named.start, named.end), ("same bird.", "The story ends"));
        assert_eq!((named.prefix, named.suffix), ("", ""));
    }

    #[test]
    fn text_without_spaces_is_named_by_characters() {
        let block = "苍鹭回到港口".repeat(30);
        let named = text_fragment(&block, 0..block.len(), None);
        assert_eq!(named.start.chars().count(), LONG);
        assert!(block.ends_with(named.end));
    }
}
