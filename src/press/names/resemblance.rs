//! Which names are easily taken for one another, as when one of them is mistyped.
//!
//! Entry point: [`resemblance`].
//!
//! 1. Forms of compatibility become the plain ones (full-width letters), accents and vowel points are taken off.
//! 2. Spaces, hyphens and apostrophes go, and full stops behind a letter. What tells C from C++ stays.
//! 3. Capitals of other scripts that look the same become one (UTS 39).

use icu::normalizer::DecomposingNormalizerBorrowed;
use icu::properties::CodePointMapData;
use icu::properties::props::{GeneralCategory, Script};
use unicode_security::skeleton;

/// What names share that look alike; `identity` is what [`identity`](super::identity) makes of a name.
pub fn resemblance(identity: &str) -> String {
    let plain = DecomposingNormalizerBorrowed::new_nfkd().normalize(identity);
    let mut letters = String::with_capacity(plain.len());
    for c in plain.chars().filter(|c| !is_accent(*c)) {
        if letters.is_empty() || !separates(c) {
            letters.push(c);
        }
    }
    // Capitals: Cyrillic М is taken for M, м for nothing.
    skeleton(&letters.to_uppercase())
        .filter(|c| !is_accent(*c))
        .collect()
}

/// Whether a character is an accent or a vowel point of letters that are read without it, too: those of scripts that
/// share their marks, but for the two that make other sounds of kana.
fn is_accent(c: char) -> bool {
    CodePointMapData::<GeneralCategory>::new().get(c) == GeneralCategory::NonspacingMark
        && matches!(
            CodePointMapData::<Script>::new().get(c),
            Script::Inherited | Script::Hebrew
        )
        && !matches!(c, '\u{3099}' | '\u{309a}')
}

/// Whether a character stands between the parts of a name, where spellings differ.
fn separates(c: char) -> bool {
    // The Arabic tatweel makes a word longer and is no letter of it.
    c.is_whitespace()
        || matches!(c, '\'' | '.' | ',' | '·' | '\u{640}')
        || matches!(
            CodePointMapData::<GeneralCategory>::new().get(c),
            GeneralCategory::DashPunctuation
                | GeneralCategory::InitialPunctuation
                | GeneralCategory::FinalPunctuation
        )
}

#[cfg(test)]
mod tests {
    use super::super::identity;
    use super::resemblance;

    fn alike(one: &str, other: &str) -> bool {
        resemblance(&identity(one)) == resemblance(&identity(other))
    }

    #[test]
    fn names_that_differ_as_mistyped_ones_do_look_alike() {
        for (one, other) in [
            ("José Pérez", "Jose Perez"),
            ("Jens Sørensen", "Jens Sorensen"),
            ("Mara Lind", "Mara-Lind"),
            ("Mara Lind", "MaraLind"),
            ("J. R. Reed", "JR Reed"),
            ("O'Hara", "O’Hara"),
            ("Mara Lind", "M\u{430}ra Lind"),
            ("Mud", "\u{41c}ud"),
            ("Weiß", "Weiss"),
            ("أحمد", "احمد"),
            ("عَلي", "علي"),
            ("ＡＢＣ", "abc"),
        ] {
            assert!(alike(one, other), "{one} {other}");
        }
    }

    #[test]
    fn names_that_are_two_do_not_look_alike() {
        for (one, other) in [
            ("陈伟", "陈薇"),
            ("公园", "公元"),
            ("علي", "عالي"),
            ("C", "C++"),
            ("C", "C#"),
            (".NET", "Net"),
            ("R&D", "RD"),
            ("か", "が"),
            ("कमल", "कमाल"),
            ("Mara Lind", "Mira Lind"),
            ("Ames", "Arnes"),
        ] {
            assert!(!alike(one, other), "{one} {other}");
        }
    }
}
