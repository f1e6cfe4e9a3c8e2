//! What tells the names of people and topics apart, and where their pages stand.
//!
//! Entry points: [`identity`], which two spellings of one name share and two names never; [`addresses()`], which gives
//! each name an address of its own; [`slug_of`], the readable part of an address; [`resemblance()`], which names share
//! that are easily taken for one another.

mod addresses;
mod resemblance;

use icu::casemap::CaseMapper;
use icu::normalizer::ComposingNormalizerBorrowed;
use icu::properties::props::{DefaultIgnorableCodePoint, Script};
use icu::properties::{CodePointMapData, CodePointSetData};

pub use addresses::{Claim, addresses};
pub use resemblance::resemblance;

/// Longest slug that is kept whole: file systems take names of 255 bytes.
const LONGEST_SLUG: usize = 100;

/// What makes a name the one it is: letter case, the number and kind of spaces, invisible characters and the Unicode
/// normal form are no difference, everything else is.
pub fn identity(name: &str) -> String {
    if name.is_ascii() {
        return joined(&name.to_ascii_lowercase());
    }
    let ignorable = CodePointSetData::new::<DefaultIgnorableCodePoint>();
    let (compose, fold) = (ComposingNormalizerBorrowed::new_nfc(), CaseMapper::new());
    let visible = name.chars().filter(|c| !ignorable.contains(*c));
    let composed = compose.normalize_iter(visible);
    // The full folding would make one name of Weiß and Weiss.
    let folded: String = composed.map(|c| fold.simple_fold(c)).collect();
    joined(&compose.normalize(&folded))
}

/// The words of a name with one space between them; none between characters of scripts that set no spaces.
fn joined(name: &str) -> String {
    let mut joined = String::with_capacity(name.len());
    for word in name.split_whitespace() {
        let touch = joined.ends_with(sets_no_spaces) && word.starts_with(sets_no_spaces);
        if !joined.is_empty() && !touch {
            joined.push(' ');
        }
        joined.push_str(word);
    }
    joined
}

fn sets_no_spaces(c: char) -> bool {
    matches!(
        CodePointMapData::<Script>::new().get(c),
        Script::Han | Script::Hiragana | Script::Katakana | Script::Bopomofo
    )
}

/// Words as an address has them: small ASCII letters, digits and `-`. Different words may have one slug.
pub fn slug_of(words: &str) -> String {
    let slug = slug::slugify(words);
    match slug.len() {
        0 => hash(words)[..12].to_owned(),
        1..=LONGEST_SLUG => slug,
        _ => format!("{}-{}", &slug[..LONGEST_SLUG], &hash(words)[..12]),
    }
}

fn hash(words: &str) -> String {
    blake3::hash(words.as_bytes()).to_hex().to_string()
}

#[cfg(test)]
mod tests {
    use super::identity;

    #[test]
    fn case_spaces_invisible_characters_and_normal_form_do_not_make_a_name_another() {
        for (one, other) in [
            ("Mara Lind", " mara\u{a0}  LIND\n"),
            ("Zoë Çelik", "ZOE\u{308} C\u{327}ELIK"),
            ("바다", "\u{1107}\u{1161}\u{1103}\u{1161}"),
            ("علي", "\u{200f}علي\u{200e}"),
            ("Harbour", "Har\u{ad}bour"),
            ("陈伟", "陈\u{3000}伟"),
            ("Σοφός", "ΣΟΦΌΣ"),
        ] {
            assert_eq!(identity(one), identity(other), "{one} {other}");
        }
    }

    #[test]
    fn every_other_difference_makes_a_name_another() {
        for (one, other) in [
            ("陈伟", "陈薇"),
            ("علي", "عالي"),
            ("C", "C++"),
            ("C", "C#"),
            ("José", "Jose"),
            ("Weiß", "Weiss"),
            ("कमल", "कमाल"),
            ("か", "が"),
            ("Mara Lind", "Mara-Lind"),
            ("New York", "Newyork"),
            ("김 철수", "김철수"),
        ] {
            assert_ne!(identity(one), identity(other), "{one} {other}");
        }
    }
}
