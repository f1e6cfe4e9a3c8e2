//! The paper's faces: the font files, and the rules that name them.
//!
//! Entry point: [`Faces::publish`].
//!
//! Every rule costs the first paint of a page some bytes and some work, whether its face is used or not. So a page
//! names the faces that every Latin text needs, and the others only where it shows a letter of theirs.

use std::ops::RangeInclusive;

use anyhow::{Result, anyhow};
use lightningcss::printer::PrinterOptions;
use lightningcss::rules::CssRule;
use lightningcss::rules::font_face::{FontFaceProperty, FontFaceRule};
use lightningcss::stylesheet::{ParserOptions, StyleSheet};
use lightningcss::traits::ToCss;

use crate::press::asset::Assets;

/// The rules, one for each file.
const RULES: &str = include_str!("../../../static/fonts/fonts.css");

pub(super) const FILES: &[(&str, &[u8])] = &[
    (
        ROMAN,
        include_bytes!("../../../static/fonts/newsreader-roman.woff2"),
    ),
    (
        "newsreader-italic.woff2",
        include_bytes!("../../../static/fonts/newsreader-italic.woff2"),
    ),
    (
        "newsreader-roman-extended.woff2",
        include_bytes!("../../../static/fonts/newsreader-roman-extended.woff2"),
    ),
    (
        "newsreader-italic-extended.woff2",
        include_bytes!("../../../static/fonts/newsreader-italic-extended.woff2"),
    ),
    (SANS, include_bytes!("../../../static/fonts/franklin.woff2")),
    (
        "franklin-extended.woff2",
        include_bytes!("../../../static/fonts/franklin-extended.woff2"),
    ),
    (
        "naskh-arabic.woff2",
        include_bytes!("../../../static/fonts/naskh-arabic.woff2"),
    ),
];

/// Of headlines and text.
const ROMAN: &str = "newsreader-roman.woff2";

/// Of navigation, kickers, bylines and captions.
const SANS: &str = "franklin.woff2";

/// A letter of every face that every page names.
const COMMON: u32 = 'a' as u32;

/// The faces of one printing.
pub(super) struct Faces {
    /// Published addresses of the files, in the order of [`FILES`].
    files: Vec<String>,
    /// The rules that every page needs.
    pub(super) common: String,
    /// The other rules.
    pub(super) rare: String,
    /// What the faces of the other rules have letters for, and those of the common ones do not.
    rare_letters: Vec<RangeInclusive<u32>>,
}

impl Faces {
    /// Publishes the files.
    ///
    /// # Errors
    /// The rules are not valid CSS.
    pub(super) fn publish(assets: &Assets) -> Result<Self> {
        let fault = |fault: String| anyhow!("fonts.css cannot be read: {fault}");
        let sheet = StyleSheet::parse(RULES, ParserOptions::default())
            .map_err(|error| fault(error.to_string()))?;
        let mut faces = Self {
            files: Vec::new(),
            common: String::new(),
            rare: String::new(),
            rare_letters: Vec::new(),
        };
        for rule in &sheet.rules.0 {
            let options = PrinterOptions {
                minify: true,
                ..PrinterOptions::default()
            };
            let css = rule
                .to_css_string(options)
                .map_err(|error| fault(error.to_string()))?;
            let letters = match rule {
                CssRule::FontFace(face) => letters(face),
                _ => Vec::new(),
            };
            if letters.iter().any(|range| range.contains(&COMMON)) {
                faces.common += &css;
            } else {
                faces.rare += &css;
                faces.rare_letters.extend(letters);
            }
        }
        for (name, bytes) in FILES {
            let address = assets.publish_bytes(name, bytes.to_vec());
            let file = address.trim_start_matches("assets/");
            for rules in [&mut faces.common, &mut faces.rare] {
                *rules = rules.replace(&format!("url({name})"), &format!("url({file})"));
            }
            faces.files.push(address);
        }
        Ok(faces)
    }

    /// Whether a text has letters that the common faces lack and another one has.
    pub(super) fn needs_rare(&self, text: &str) -> bool {
        let foreign = text.chars().filter(|letter| !letter.is_ascii());
        foreign.map(u32::from).any(|letter| {
            let mut ranges = self.rare_letters.iter();
            ranges.any(|range| range.contains(&letter))
        })
    }

    /// Addresses of the faces that a page in this language is set in: that of its text, and that of the lines beside it.
    /// The slanted one is none of them: what a face costs the first layout is more than a few slanted words are worth.
    pub(super) fn of_page(&self, language: &str) -> Vec<&str> {
        let wanted: &[&str] = match language.split('-').next() {
            Some("ar") => &["naskh-arabic.woff2"],
            _ => &[ROMAN, SANS],
        };
        let files = FILES.iter().zip(&self.files);
        let found = files.filter(|((name, _), _)| wanted.contains(name));
        found.map(|(_, file)| file.as_str()).collect()
    }
}

/// The letters a face is for.
fn letters(face: &FontFaceRule) -> Vec<RangeInclusive<u32>> {
    let ranges = face
        .properties
        .iter()
        .filter_map(|property| match property {
            FontFaceProperty::UnicodeRange(ranges) => Some(ranges),
            _ => None,
        });
    ranges
        .flatten()
        .map(|range| range.start..=range.end)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn faces() -> Faces {
        Faces::publish(&Assets::of(std::path::Path::new(""), Default::default())).unwrap()
    }

    #[test]
    fn a_text_in_the_common_letters_needs_no_rare_face() {
        for text in ["The tide", "“Señor” – naïve… €5", "今天 潮水"] {
            assert!(!faces().needs_rare(text), "{text}");
        }
    }

    #[test]
    fn a_letter_of_a_rare_face_is_noticed() {
        for text in ["Łódź", "Ağrı", "المد", "₤"] {
            assert!(faces().needs_rare(text), "{text}");
        }
    }

    #[test]
    fn every_file_has_a_rule_that_names_its_published_address() {
        let faces = faces();
        for address in &faces.files {
            let file = address.trim_start_matches("assets/");
            let rule = format!("url({file})");
            let named = [&faces.common, &faces.rare].map(|rules| rules.matches(&rule).count());
            assert_eq!(named.iter().sum::<usize>(), 1, "{file}");
        }
    }
}
