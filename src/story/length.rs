//! How much there is to read, and how long that takes.
//!
//! Entry point: [`Length`].

use super::language::primary;

/// Words read in a minute; studies of silent reading find 238 for English prose (Brysbaert 2019).
const WORDS_A_MINUTE: usize = 238;
/// Characters read in a minute, for scripts without spaces.
const CHARACTERS_A_MINUTE: usize = 400;

/// How much there is to read.
#[derive(Clone, Copy, Debug, Default)]
pub struct Length {
    /// Runs divided by white space.
    pub words: usize,
    /// Letters and figures, white space left out.
    pub characters: usize,
}

impl Length {
    /// Counts a text in.
    pub fn add(&mut self, text: &str) {
        for word in text.split_whitespace() {
            self.words += 1;
            self.characters += word.chars().count();
        }
    }

    /// How many minutes it takes in a language (a BCP 47 tag), rounded up.
    pub fn minutes(self, language: &str) -> usize {
        if matches!(primary(language), "zh" | "ja" | "ko" | "yue") {
            self.characters.div_ceil(CHARACTERS_A_MINUTE)
        } else {
            self.words.div_ceil(WORDS_A_MINUTE)
        }
    }
}
