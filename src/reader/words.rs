//! The texts of pages and tools, in the languages that pages are drawn in.
//!
//! Entry points: [`learn`], then [`Reader::words`], [`say`] and [`count`]. The press publishes one file for each language, and names
//! them to the module that starts the reader (`data-words-en`).

use js_sys::Intl::PluralRules;
use js_sys::{Array, Object};
use web_sys::{Document, RequestInit};

use super::failure::Failure;
use super::{Reader, request};
use crate::story::digits::digits;
use crate::story::language::primary;
use crate::view::words::{ToolWord, Words, fill, form, learned};

/// One text of the tools, in the language of the page that is shown.
pub(super) fn say(reader: &Reader, word: ToolWord) -> &'static str {
    word.of(&reader.shown.borrow().head.language)
}

/// One text of the tools that depends on a number, with the number in the place of its mark.
pub(super) fn count(reader: &Reader, word: ToolWord, mark: &str, number: usize) -> String {
    let language = reader.words().language;
    let rules = PluralRules::new(&Array::of1(&language.into()), &Object::new());
    let category = String::from(rules.select(number as f64));
    let text = form(say(reader, word), &category);
    fill(text, &[(mark, &digits(number))])
}

impl Reader {
    /// The texts of pages, in the language of the page that is shown.
    pub(super) fn words(&self) -> &'static Words {
        Words::of(&self.shown.borrow().head.language)
    }
}

/// Learns the texts for pages in a language, unless they are known. Without them no such page can be drawn.
pub(super) async fn learn(document: &Document, language: &str) -> Result<(), Failure> {
    if !learned::knows(language) {
        let url = url(document, language).ok_or(Failure::NoData)?;
        let file = request::text(&url, &RequestInit::new()).await?;
        learned::learn(language, file).ok_or(Failure::NoData)?;
    }
    Ok(())
}

fn url(document: &Document, language: &str) -> Option<String> {
    let script = document.get_element_by_id("newsprint")?;
    let language = primary(language).to_ascii_lowercase();
    let own = script.get_attribute(&["data-words-", &language].concat());
    own.or_else(|| script.get_attribute("data-words-en"))
}
