//! The texts that the reader has learned. Wasm only.
//!
//! Entry points: [`learn`] or [`learn_carried`], then [`Words::of`] and [`ToolWord::of`]. A browser is told the texts of the languages it draws
//! pages in, and of no other.

use std::cell::RefCell;

use super::{ToolWord, VERSION, Words};
use crate::story::language::primary;

/// One language.
struct Learned {
    /// BCP 47 language of the pages; where there are no texts in it, they are English.
    language: String,
    words: &'static Words,
    tools: Vec<&'static str>,
}

thread_local! {
    static LEARNED: RefCell<Vec<Learned>> = const { RefCell::new(Vec::new()) };
}

/// Calls with what is known of a language, else with what was learned first: the texts of the printed page.
fn with<T>(tag: &str, read: impl FnOnce(&Learned) -> T) -> Option<T> {
    LEARNED.with_borrow(|learned| {
        let own = learned.iter().find(|own| is(own, tag));
        own.or(learned.first()).map(read)
    })
}

fn is(learned: &Learned, tag: &str) -> bool {
    learned.language.eq_ignore_ascii_case(primary(tag))
}

/// Whether the texts for a BCP 47 tag are known.
pub fn knows(tag: &str) -> bool {
    LEARNED.with_borrow(|learned| learned.iter().any(|own| is(own, tag)))
}

/// Learns the texts for a BCP 47 tag, from a file that [`Words::file`] made. They are known as long as the document lives.
/// `None` for a file of another version, in which every text would stand in the place of another.
pub fn learn(tag: &str, file: String) -> Option<()> {
    if knows(tag) {
        return Some(());
    }
    let texts: &'static str = file.leak();
    let mut texts = texts.strip_prefix(VERSION)?.split('\n');
    let words = Words::read(texts.next()?, &mut texts);
    let learned = Learned {
        language: primary(tag).to_owned(),
        words: Box::leak(Box::new(words)),
        tools: texts.collect(),
    };
    LEARNED.with_borrow_mut(|all| all.push(learned));
    Some(())
}

/// Learns the texts for a BCP 47 tag out of this Wasm itself, which then carries those of all languages. For other apps
/// than the reader: it fetches one file.
pub fn learn_carried(tag: &str) {
    // They are of this version.
    let _ = learn(tag, super::language(tag).0.file());
}

impl Words {
    /// The texts for a BCP 47 tag.
    pub fn of(tag: &str) -> &'static Self {
        with(tag, |learned| learned.words).unwrap_or(&Self::NONE)
    }
}

impl ToolWord {
    /// The text for a BCP 47 tag.
    pub fn of(self, tag: &str) -> &'static str {
        let text = with(tag, |learned| learned.tools.get(self as usize).copied());
        text.flatten().unwrap_or_default()
    }
}
