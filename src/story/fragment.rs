//! The part of a URL that leads to the very words of a page (URL Fragment Text Directives, WICG).
//!
//! Entry points: [`text_fragment`] names words, [`named`] reads what a URL names, [`TextFragment::find`] finds it.
//!
//! A browser takes the first place that fits, and fits whole words alone. So half a word is named as the whole one, and
//! words that stand in the text before are named by more and more of what stands around them, until they are found.
//! Each text that is named stands within one line ([`super::lines`]).

use std::ops::Range;

use super::lines::{first_line, last_line};

/// From so many characters on, the words are named by their ends.
const LONG: usize = 60;
/// So many words name an end.
const END: usize = 4;
/// So many words around them tell apart what stands there twice.
const AROUND: usize = 3;
/// How often twice as many words are tried.
const TRIES: u32 = 5;

/// The words that a fragment names; each is a text that a browser finds within one line of the page.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct TextFragment {
    /// What stands before; empty where it need not be said.
    pub prefix: String,
    /// The words, or the first of them.
    pub start: String,
    /// The last of them, where they are many.
    pub end: String,
    /// What stands after.
    pub suffix: String,
}

/// Finds the word around a place of a line, in bytes. At the end of one it is the next, or nothing.
pub type FindWord<'a> = &'a dyn Fn(&str, usize) -> Range<usize>;

/// The fragment for a part of a text, in bytes; `None` for a part without words.
pub fn text_fragment(text: &str, part: Range<usize>, word: FindWord) -> Option<TextFragment> {
    let part = without_space(text, part)?;
    let (line, _) = line_around(text, part.start);
    let from = line.start + word(&text[line.clone()], part.start - line.start).start;
    let (line, _) = line_around(text, part.end);
    let last = word(&text[line.clone()], part.end - line.start);
    // At its very start the word is another one.
    let ends_inside = line.start + last.start < part.end;
    let to = if ends_inside {
        line.start + last.end
    } else {
        part.end
    };
    let wanted = without_space(text, from..to)?;
    let mut tries = (0..TRIES).map(|try_| name(text, &wanted, try_, word));
    let first = tries.next()?;
    if first.find(text).as_ref() == Some(&wanted) {
        return Some(first);
    }
    let found = tries.find(|named| named.find(text).as_ref() == Some(&wanted));
    Some(found.unwrap_or(first))
}

/// Names a part of a text: with each try by twice as many words.
fn name(text: &str, part: &Range<usize>, try_: u32, word: FindWord) -> TextFragment {
    let (end, around) = (END << try_, AROUND << try_);
    let words = &text[part.clone()];
    let mut named = TextFragment::default();
    let is_one_line = first_line(words).len() == words.len();
    let is_long = !is_one_line || words.chars().count() > LONG;
    if is_long {
        named.start = first(first_line(words), end, word).to_owned();
        named.end = last(last_line(words), end, word).to_owned();
    }
    let overlaps = is_one_line && named.start.len() + named.end.len() >= words.len();
    if !is_long || overlaps {
        words.clone_into(&mut named.start);
        named.end.clear();
    }
    if !is_long || try_ > 0 {
        let (line, before) = line_around(text, part.start);
        let own = text[line.start..part.start].trim();
        // The line before is named where nothing else tells the words apart.
        let own = if own.is_empty() && try_ > 0 {
            before
        } else {
            own
        };
        named.prefix = last(own, around, word).to_owned();
        let (line, _) = line_around(text, part.end);
        named.suffix = first(text[part.end..line.end].trim(), around, word).to_owned();
    }
    named
}

/// The line around a place, in bytes, and the line before it.
fn line_around(text: &str, place: usize) -> (Range<usize>, &str) {
    let start = place - last_line(&text[..place]).len();
    let end = place + first_line(&text[place..]).len();
    (start..end, last_line(text[..start].trim_end()))
}

/// A part of a text without the white space around it.
fn without_space(text: &str, part: Range<usize>) -> Option<Range<usize>> {
    let words = text.get(part.clone())?;
    let start = part.start + (words.len() - words.trim_start().len());
    let words = words.trim();
    (!words.is_empty()).then(|| start..start + words.len())
}

/// The first words of a text; where it has no spaces, so many that they come to some characters.
fn first<'a>(text: &'a str, words: usize, word: FindWord) -> &'a str {
    let mut spaces = text.char_indices().filter(|(_, c)| *c == ' ');
    if let Some((end, _)) = spaces.nth(words - 1) {
        return &text[..end];
    }
    match text.char_indices().nth(LONG) {
        Some((limit, _)) => &text[..word(text, limit).end.max(limit)],
        None => text,
    }
}

/// The last words of a text.
fn last<'a>(text: &'a str, words: usize, word: FindWord) -> &'a str {
    let mut spaces = text.char_indices().rev().filter(|(_, c)| *c == ' ');
    if let Some((space, _)) = spaces.nth(words - 1) {
        return &text[space + 1..];
    }
    match text.char_indices().rev().nth(LONG - 1) {
        Some((limit, _)) => &text[word(text, limit).start.min(limit)..],
        None => text,
    }
}

/// The word around a place, for browsers that do not say what a word is: letters and figures without anything between
/// them. In scripts without spaces each character is one.
pub fn word_around(line: &str, place: usize) -> Range<usize> {
    let end = line[place..]
        .char_indices()
        .find(|(inner, _)| !is_inside(line, place + inner))
        .map_or(line.len(), |(inner, _)| place + inner);
    let mut start = place;
    while is_inside(line, start) {
        start -= line[..start].chars().next_back().map_or(0, char::len_utf8);
    }
    start..end
}

/// Whether a place is inside of a word.
fn is_inside(text: &str, place: usize) -> bool {
    let (before, after) = text.split_at(place);
    before.chars().next_back().is_some_and(is_of_word)
        && after.chars().next().is_some_and(is_of_word)
}

/// Whether a character makes one word with those beside it. Thai, Lao, Burmese, Khmer, Chinese and Japanese write no spaces.
fn is_of_word(c: char) -> bool {
    let is_combining = matches!(c, '\u{300}'..='\u{36F}' | '\u{94D}');
    let has_no_spaces = matches!(c, '\u{E00}'..='\u{EFF}' | '\u{1000}'..='\u{109F}' | '\u{1780}'..='\u{17FF}' | '\u{2E80}'..='\u{A4CF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..);
    let is_letter = c.is_alphabetic() || c.is_ascii_digit();
    is_combining || is_letter && !has_no_spaces
}

/// What a fragment names (`#part:~:text=…`), in its order. `decode` decodes what is percent-encoded.
pub fn named(fragment: &str, decode: impl Fn(&str) -> String) -> Vec<TextFragment> {
    let (_, directives) = divide(fragment);
    let texts = directives.split('&');
    let texts = texts.filter_map(|one| one.strip_prefix("text="));
    texts.filter_map(|text| read(text, &decode)).collect()
}

/// A fragment without what it says of texts, and what it says of them.
pub fn divide(fragment: &str) -> (&str, &str) {
    let mark = fragment
        .as_bytes()
        .windows(3)
        .position(|part| part == b":~:");
    mark.map_or((fragment, ""), |mark| {
        (&fragment[..mark], &fragment[mark + 3..])
    })
}

fn read(directive: &str, decode: impl Fn(&str) -> String) -> Option<TextFragment> {
    let mut parts: Vec<&str> = directive.split(',').collect();
    let prefix = parts.first().and_then(|part| part.strip_suffix('-'));
    if prefix.is_some() {
        parts.remove(0);
    }
    let suffix = parts.last().and_then(|part| part.strip_prefix('-'));
    if suffix.is_some() {
        parts.pop();
    }
    let [start, end @ ..] = parts.as_slice() else {
        return None;
    };
    let decode = |part: Option<&str>| {
        part.map(|part| decode(part).trim().to_owned())
            .unwrap_or_default()
    };
    let named = TextFragment {
        prefix: decode(prefix),
        start: decode(Some(start)),
        end: decode(end.first().copied()),
        suffix: decode(suffix),
    };
    (!named.start.is_empty()).then_some(named)
}

impl TextFragment {
    /// The directive, `#:~:text=…`; `encode` percent-encodes as `encodeURIComponent` does.
    pub fn directive(&self, encode: impl Fn(&str) -> String) -> String {
        // A hyphen would end a prefix.
        let encode = |words: &str| encode(words.trim()).replace('-', "%2D");
        let mut directive = "#:~:text=".to_owned();
        if !self.prefix.is_empty() {
            directive += &(encode(&self.prefix) + "-,");
        }
        directive += &encode(&self.start);
        if !self.end.is_empty() {
            directive += &(",".to_owned() + &encode(&self.end));
        }
        if !self.suffix.is_empty() {
            directive += &(",-".to_owned() + &encode(&self.suffix));
        }
        directive
    }

    /// The first place in a text that it names, in bytes.
    pub fn find(&self, text: &str) -> Option<Range<usize>> {
        let mut from = 0;
        loop {
            let start = place(text, from, &self.start)?;
            from = start.end;
            let before = text[..start.start].trim_end();
            let prefix = &mut self.prefix.chars().rev();
            if covered(&mut before.chars().rev(), prefix).is_some()
                && let Some(end) = self.end(text, start.end)
            {
                return Some(start.start..end);
            }
        }
    }

    /// Where the named words end whose first ones end at a place.
    fn end(&self, text: &str, first: usize) -> Option<usize> {
        let mut end = first;
        loop {
            if !self.end.is_empty() {
                end = place(text, end, &self.end)?.end;
            }
            let after = text[end..].trim_start();
            if covered(&mut after.chars(), &mut self.suffix.chars()).is_some() {
                return Some(end);
            }
            if self.end.is_empty() {
                return None;
            }
        }
    }
}

/// Where words stand next in a text, from a place on: whole ones.
fn place(text: &str, from: usize, words: &str) -> Option<Range<usize>> {
    let mut rest = text[from..].chars();
    loop {
        let start = text.len() - rest.as_str().len();
        if let Some(length) = covered(&mut rest.clone(), &mut words.chars())
            && !is_inside(text, start)
            && !is_inside(text, start + length)
        {
            return Some(start..start + length);
        }
        rest.next()?;
    }
}

/// Characters of a text, forwards or backwards.
type Characters<'a> = dyn Iterator<Item = char> + 'a;

/// How many bytes of a text are some words; `None` where it begins otherwise. Any white space is as good as another.
fn covered(text: &mut Characters, words: &mut Characters) -> Option<usize> {
    let mut text = text.peekable();
    let mut bytes = 0;
    let mut is_in_space = false;
    for wanted in words {
        if wanted.is_whitespace() {
            while let Some(space) = text.next_if(|c| c.is_whitespace()) {
                bytes += space.len_utf8();
                is_in_space = true;
            }
            if !is_in_space {
                return None;
            }
            continue;
        }
        is_in_space = false;
        let found = text.next_if(|c| c.eq_ignore_ascii_case(&wanted))?;
        bytes += found.len_utf8();
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    const BLOCK: &str = "The heron returned to the harbour on Monday, well-fed, and nobody who had seen it in the spring believed it was the same bird.";

    fn fragment(text: &str, words: &str) -> TextFragment {
        let start = text.rfind(words).unwrap();
        text_fragment(text, start..start + words.len(), &word_around).unwrap()
    }

    fn directive(words: &str) -> String {
        let named = fragment(BLOCK, words);
        named.directive(|text| text.replace(' ', "%20").replace(',', "%2C"))
    }

    fn found<'a>(named: &TextFragment, text: &'a str) -> &'a str {
        &text[named.find(text).unwrap()]
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
    fn half_a_word_of_any_alphabet_is_named_as_the_whole_one() {
        assert!(directive("arbou").contains(",harbour,"));
        for (text, half, whole) in [
            ("Dijo la señora Calder", "se", "señora"),
            ("Dijo la señora Calder", "ora", "señora"),
            ("In Straßburg schneit es", "raß", "Straßburg"),
            ("Цапля вернулась в гавань", "верн", "вернулась"),
            ("عاد المالك الحزين إلى الميناء", "الك", "المالك"),
            ("हेरॉन बन्दरगाह लौट आया", "दर", "बन्दरगाह"),
            ("Cafe\u{301}s am Hafen", "Caf", "Cafe\u{301}s"),
        ] {
            assert_eq!(fragment(text, half).start, whole);
        }
    }

    #[test]
    fn a_browser_that_knows_words_is_asked() {
        let text = "苍鹭回到港口";
        let start = text.find('港').unwrap();
        let words = |_: &str, place: usize| {
            if place < start {
                0..start
            } else {
                start..text.len()
            }
        };
        let named = text_fragment(text, start..start + 3, &words).unwrap();
        assert_eq!(named.start, "港口");
    }

    #[test]
    fn words_that_end_in_a_later_block_are_named_by_their_ends() {
        let text = format!("{BLOCK}\n\nThe story ends\nhere.");
        let start = text.find("same").unwrap();
        let end = text.find("\nhere").unwrap();
        let named = text_fragment(&text, start..end, &word_around).unwrap();
        assert_eq!(
            (&*named.start, &*named.end),
            ("same bird.", "The story ends")
        );
        assert_eq!((&*named.prefix, &*named.suffix), ("", ""));
    }

    #[test]
    fn a_whole_paragraph_that_is_selected_with_the_break_behind_it_is_named_whole() {
        let text = format!("{BLOCK}\n\nThe story ends.");
        let part = 0..BLOCK.len() + 2;
        let named = text_fragment(&text, part, &word_around).unwrap();
        assert_eq!(found(&named, &text), BLOCK);
        assert_eq!(named.end, "was the same bird.");
    }

    #[test]
    fn of_two_places_with_equal_beginnings_the_wanted_one_is_named() {
        let first = "The harbour is open to all ships, and has been since the old lock was mended.";
        let second =
            "The harbour is open to all ships, but nobody came in after the storm of that night.";
        for text in [
            format!("{first}\n\n{second}"),
            format!("{first} {second}"),
            format!("Well.\n\n{second}\n\n{first}\n\n{second}\n\nThe end."),
        ] {
            let named = fragment(&text, second);
            let start = text.rfind(second).unwrap();
            assert_eq!(
                named.find(&text),
                Some(start..start + second.len()),
                "{named:?}"
            );
        }
    }

    #[test]
    fn words_with_a_line_break_in_them_are_named_by_their_ends() {
        let text = "Where the\nsalt marsh ends\nthe sea begins";
        let named = fragment(text, "salt marsh ends\nthe sea");
        assert_eq!((&*named.start, &*named.end), ("salt marsh ends", "the sea"));
    }

    #[test]
    fn text_without_spaces_is_named_by_characters() {
        let block = "苍鹭回到港口".repeat(30);
        let named = text_fragment(&block, 0..block.len(), &word_around).unwrap();
        assert_eq!(named.start.chars().count(), LONG);
        assert!(block.ends_with(&named.end));
    }

    #[test]
    fn a_part_without_words_has_no_fragment() {
        assert_eq!(text_fragment("one \n\n two", 3..6, &word_around), None);
    }

    #[test]
    fn what_a_url_names_is_found_by_whole_words_in_any_spacing() {
        let decode = |text: &str| text.replace("%20", " ").replace("%2C", ",");
        let text = "Overall, all\nwere there. Then all went, and all were well.";
        for (fragment, place) in [
            ("#:~:text=all%20were", "all\nwere"),
            ("#part:~:text=and-,all", "all were well."),
            ("#:~:text=THEN,well", "Then all went, and all were well"),
            ("#:~:text=all,-went", "all went"),
        ] {
            let named = named(fragment, decode);
            let found = named[0].find(text).unwrap();
            assert!(text[found.start..].starts_with(&place[..3]), "{fragment}");
            assert_eq!(found.start, text.find(place).unwrap(), "{fragment}");
        }
        assert_eq!(named("#:~:text=ll%20were", decode)[0].find(text), None);
        assert_eq!(named("#:~:text=one&text=two", decode).len(), 2);
        for nothing in ["#part", "", "#:~:text=", "#:~:text=-,", "#:~:selector=x"] {
            assert!(named(nothing, decode).is_empty(), "{nothing}");
        }
    }

    #[test]
    fn what_is_named_is_what_is_read_again() {
        let encode = |text: &str| text.replace(' ', "%20").replace(',', "%2C");
        let decode = |text: &str| {
            text.replace("%20", " ")
                .replace("%2C", ",")
                .replace("%2D", "-")
        };
        for words in [
            "harbour",
            "well-fed",
            "returned to the harbour on Monday, well-fed, and nobody who had seen it in",
        ] {
            let named = fragment(BLOCK, words);
            let again = super::named(&named.directive(encode), decode);
            assert_eq!(again, [named]);
        }
    }
}
