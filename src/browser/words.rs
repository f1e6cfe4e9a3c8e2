//! The texts of pages and tools, in the languages that pages are drawn in.
//!
//! Entry points: [`learn`], then [`Words::of`], [`ToolWord::of`] and [`count`]. The press publishes one file for each language,
//! and names them to the module that starts the reader (`data-words-en`).

use js_sys::Intl::PluralRules;
use js_sys::{Array, Object};
use web_sys::{Document, RequestInit};

use super::failure::Failure;
use super::{named_file, request};
use crate::story::digits::digits;
use crate::story::language::primary;
use crate::view::words::{ToolWord, Words, fill, form, learned};

/// A text that depends on a number, for pages in a language, with the number in the place of its mark.
pub(crate) fn count(language: &str, word: ToolWord, mark: &str, number: usize) -> String {
    let texts = word.of(language);
    let language = Words::of(language).language;
    let rules = PluralRules::new(&Array::of1(&language.into()), &Object::new());
    let category = String::from(rules.select(number as f64));
    let text = form(texts, &category);
    fill(text, &[(mark, &digits(number))])
}

/// Learns the texts for pages in a language, unless they are known. Without them no such page can be drawn.
pub(crate) async fn learn(document: &Document, language: &str) -> Result<(), Failure> {
    if !learned::knows(language) {
        let url = url(document, language).ok_or(Failure::NoData)?;
        let file = request::text(&url, &RequestInit::new()).await?;
        learned::learn(language, file).ok_or(Failure::NoData)?;
    }
    Ok(())
}

fn url(document: &Document, language: &str) -> Option<String> {
    let language = primary(language).to_ascii_lowercase();
    let own = named_file(document, &["words-", &language].concat());
    own.or_else(|| named_file(document, "words-en"))
}
