//! The interface texts.
//!
//! Entry point: [`Words::of`] for the texts of pages, [`ToolWord`] for those of the reader's tools, [`fill`] and [`form`]
//! for what stands in them.
//!
//! They are written in files that translators know, one for each language: `static/texts/*.ftl`, in Project Fluent.
//! `build.rs` reads them (`fluent`), and refuses a language in which one is missing; the types below are made of what it
//! found in English. The Wasm carries no text: the press publishes one file for each language ([`Words::file`]), and the
//! reader learns those that it draws pages in (`learned`). How to translate: `docs/translating.md`.

#[cfg(all(test, not(target_arch = "wasm32")))]
mod fluent;
#[cfg(target_arch = "wasm32")]
pub mod learned;

use crate::story::language::primary;

/// Declares the interface texts by their groups: those that pages are drawn with, those that the press alone writes,
/// those of the reader's tools; then every language with its own. `version` stands for their names and their order.
macro_rules! texts {
    (
        version $version:literal
        pages { $($(#[$page_doc:meta])* $page:ident)* }
        press { $($(#[$press_doc:meta])* $press:ident)* }
        tools { $($(#[$tool_doc:meta])* $tool:ident)* }
        languages { $($language:literal {
            pages { $($page_name:ident: $page_text:literal)* }
            press { $($press_name:ident: $press_text:literal)* }
            tools { $($tool_name:ident: $tool_text:literal)* }
        })* }
    ) => {
        /// The interface texts of one language.
        #[derive(Clone, Copy, Debug)]
        pub struct Words {
            /// BCP 47 tag of the language.
            pub language: &'static str,
            $($(#[$page_doc])* pub $page: &'static str,)*
            $($(#[$press_doc])* #[cfg(not(target_arch = "wasm32"))] pub $press: &'static str,)*
        }

        /// A text of the reader's tools.
        #[derive(Clone, Copy, Debug, Eq, PartialEq)]
        pub enum ToolWord {
            $($(#[$tool_doc])* $tool,)*
        }

        /// What the first line of a published file of texts begins with; its language follows.
        const VERSION: &str = concat!("newsprint texts ", $version, " ");

        /// Each language with the texts of its tools, in the order of [`ToolWord`]. The first serves all that there are no
        /// texts for.
        const LANGUAGES: &[(Words, &[&str])] = &[$((
            Words {
                language: $language,
                $($page_name: $page_text,)*
                $(#[cfg(not(target_arch = "wasm32"))] $press_name: $press_text,)*
            },
            &[$($tool_text),*],
        )),*];

        impl Words {
            /// The texts that pages are drawn with, in the order of the table.
            fn of_pages(&self) -> Vec<&'static str> {
                vec![$(self.$page,)*]
            }

            /// Reads the texts that pages are drawn with, in the order of the table. One that is missing is empty.
            #[cfg(target_arch = "wasm32")]
            fn read(language: &'static str, texts: &mut impl Iterator<Item = &'static str>) -> Self {
                let mut next = || texts.next().unwrap_or_default();
                Self { language, $($page: next(),)* }
            }

            /// No texts.
            #[cfg(target_arch = "wasm32")]
            const NONE: Self = Self { language: "en", $($page: "",)* };
        }
    };
}

include!(concat!(env!("OUT_DIR"), "/texts.rs"));

impl Words {
    /// The texts of every language.
    pub fn all() -> impl Iterator<Item = &'static Self> {
        LANGUAGES.iter().map(|(words, _)| words)
    }

    /// The texts for a BCP 47 tag; English where there are none.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn of(tag: &str) -> &'static Self {
        &language(tag).0
    }

    /// What the reader learns of a language, line by line: the version and the language, its texts for pages, then those
    /// of the tools.
    pub fn file(&self) -> String {
        let first = [VERSION, self.language].concat();
        let mut lines = vec![first.as_str()];
        lines.extend(self.of_pages());
        lines.extend(language(self.language).1);
        lines.join("\n")
    }
}

#[cfg(not(target_arch = "wasm32"))]
impl ToolWord {
    /// The text for a BCP 47 tag.
    pub fn of(self, tag: &str) -> &'static str {
        language(tag).1[self as usize]
    }
}

/// All texts for a BCP 47 tag; English where there are none.
fn language(tag: &str) -> &'static (Words, &'static [&'static str]) {
    let known = LANGUAGES
        .iter()
        .find(|(words, _)| primary(tag).eq_ignore_ascii_case(words.language));
    known.unwrap_or(&LANGUAGES[0])
}

/// Puts values in the place of a text's `{marks}`. A mark without a value stays.
pub fn fill(text: &str, values: &[(&str, &str)]) -> String {
    let mut filled = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        let (mark, after) = after.split_once('}').unwrap_or((after, ""));
        filled.push_str(before);
        match values.iter().find(|(name, _)| *name == mark) {
            Some((_, value)) => filled.push_str(value),
            None => filled.extend(["{", mark, "}"]),
        }
        rest = after;
    }
    filled.push_str(rest);
    filled
}

/// The form of a text for a number of that category (`one`, `few`, `other`: Unicode CLDR), with the number still to be
/// filled in. A text that does not depend on numbers is its own form.
pub fn form<'t>(text: &'t str, category: &str) -> &'t str {
    let mut parts = text.split('\t');
    let mut last = text;
    while let Some((own, form)) = parts.next().zip(parts.next()) {
        last = form;
        if own == category {
            break;
        }
    }
    last
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;

    /// Every text of a language.
    fn texts(words: &Words) -> Vec<&'static str> {
        let own = [words.stories, words.reading_time, words.found];
        [&words.of_pages(), language(words.language).1, &own].concat()
    }

    #[test]
    fn every_language_but_english_has_texts_of_its_own() {
        let english = texts(Words::of("en"));
        for words in Words::all().skip(1) {
            let texts = texts(words);
            let pairs = texts.iter().zip(&english);
            let own = pairs.filter(|(text, model)| text != model).count();
            assert!(
                own * 10 > english.len() * 9,
                "{} repeats English",
                words.language
            );
        }
    }

    #[test]
    fn a_language_without_texts_reads_in_english() {
        assert_eq!(Words::of("gd").retry, Words::of("en").retry);
        assert_eq!(Words::of("es-MX").retry, Words::of("es").retry);
        assert_ne!(Words::of("es").retry, Words::of("en").retry);
    }

    #[test]
    fn a_text_takes_the_form_of_its_number_else_the_last() {
        let text = "one\t{n} story\tother\t{n} stories";
        assert_eq!(form(text, "one"), "{n} story");
        assert_eq!(form(text, "many"), "{n} stories");
        assert_eq!(form("Stories", "one"), "Stories");
    }
}
