//! The one table of interface texts, complete in every language it has.
//!
//! Entry point: [`Words::of`]. A language is one file, a [`Words`] with every field: the compiler refuses a
//! language that lacks one, and the tests below one whose texts lack a mark such as `{title}`. The texts of the reader's
//! tools are in [`tools`]. The Wasm carries none of them: the press publishes one file for each language
//! ([`Words::file`]), and the reader learns those that it draws pages in (`learned`).

mod ar;
mod en;
mod es;
#[cfg(target_arch = "wasm32")]
pub mod learned;
mod tools;
mod zh;

#[cfg(not(target_arch = "wasm32"))]
use crate::story::language::primary;
pub use tools::ToolWord;

/// Declares the interface texts: those that pages are drawn with, and those that the press alone writes.
macro_rules! words {
    (pages { $($(#[$doc:meta])* $name:ident,)* } press { $($(#[$press_doc:meta])* $press:ident,)* }) => {
        /// The interface texts of one language.
        #[derive(Clone, Copy, Debug)]
        pub struct Words {
            /// BCP 47 tag of the language.
            pub language: &'static str,
            /// So many stories, by CLDR plural category; `{count}`.
            #[cfg(not(target_arch = "wasm32"))]
            pub stories: &'static [(&'static str, &'static str)],
            /// How long a story takes, by CLDR plural category; `{minutes}`.
            #[cfg(not(target_arch = "wasm32"))]
            pub reading_time: &'static [(&'static str, &'static str)],
            $($(#[$doc])* pub $name: &'static str,)*
            $($(#[$press_doc])* #[cfg(not(target_arch = "wasm32"))] pub $press: &'static str,)*
        }

        impl Words {
            /// The texts that pages are drawn with, in the order of the table.
            fn of_pages(&self) -> Vec<&'static str> {
                vec![$(self.$name,)*]
            }

            /// The texts that only the press writes.
            #[cfg(test)]
            fn of_press(&self) -> Vec<&'static str> {
                vec![$(self.$press,)*]
            }

            /// Reads the texts that pages are drawn with, in the order of the table. One that is missing is empty.
            #[cfg(target_arch = "wasm32")]
            fn read(texts: &mut impl Iterator<Item = &'static str>) -> Self {
                let mut next = || texts.next().unwrap_or_default();
                Self { language: "", $($name: next(),)* }
            }

            /// No texts.
            #[cfg(target_arch = "wasm32")]
            const NONE: Self = Self { language: "", $($name: "",)* };
        }
    };
}

words! {
    pages {
        /// Names the masthead's navigation.
        sections,
        /// Names the stories that lead the front page.
        lead_stories,
        /// Heads the newest stories.
        latest,
        /// Stands over a section's name.
        section,
        /// Stands over a topic's name.
        topic,
        /// Names a story's topics.
        topics,
        /// Stands over an author's name.
        author,
        /// Names the stories by year and month, and stands over a month's name.
        archive,
        /// Before and after `{names}`, the bylines.
        by,
        /// Between the last two of a list, with its spaces.
        and,
        /// Between the others of a list, with its space.
        comma,
        /// Before the date of the last change.
        updated,
        /// Marks a story that is still being updated.
        live,
        /// Heads other stories of `{section}`.
        more_in_section,
        /// Heads the stories to read next.
        related,
        /// Before a story that is offered inside another.
        see_also,
        /// Before something put right.
        correction,
        /// Heads the story in a few points.
        key_points,
        /// Names a box of background without a title.
        fact_box,
        /// Names a timeline without a title.
        timeline,
        /// Heads the footnotes.
        footnotes,
        /// Leads from a footnote to its mark.
        back_to_text,
        /// Names several pictures.
        gallery,
        /// Who made a picture; `{credit}`.
        picture_credit,
        /// Names a table without a caption.
        table,
        /// Names a sound.
        audio,
        /// Names a film.
        video,
        /// Where a browser plays no sound.
        download_audio,
        /// Where a browser plays no film.
        download_video,
        /// Opens the words of a sound.
        transcript,
        /// Loads a page of another site; `{provider}`.
        load_embed,
        /// What loading it means; `{provider}`.
        embed_notice,
        /// In place of a block of unknown `{kind}`.
        unsupported_block,
        /// In place of a block that could not be read; `{kind}`.
        faulty_block,
        /// Which page of a list; `{page}`, `{pages}`.
        page,
        /// Names the links between pages of a list.
        pagination,
        /// Leads to newer stories.
        newer,
        /// Leads to older stories.
        older,
        /// Nothing stands at this address.
        not_found_title,
        /// What to do then.
        not_found_text,
        /// Leads to the front page.
        front_page,
        /// Before the terms of use.
        licence,
        /// Before whom to write to.
        contact,
        /// Said while a page is long in coming.
        loading,
        /// Said to screen readers when `{title}` has come.
        loaded,
        /// A page did not come.
        error_title,
        /// There is no network.
        error_offline,
        /// The page took too long.
        error_timeout,
        /// What came is not a page of the paper.
        error_broken,
        /// The server answered with a fault; `{status}`.
        error_server,
        /// Asks for the page again.
        retry,
        /// Closes the message.
        dismiss,
        /// Follows the link without the reader.
        open_as_link,
    }
    press {
        /// Leads past the masthead.
        skip_to_content,
        /// Marks a story that is not for everybody yet.
        draft,
        /// Marks a finished story whose day has not come.
        scheduled,
        /// Names the search page, and starts a search.
        search,
        /// Names the field for the words to look for.
        search_words,
        /// Heads where every story can be found without searching.
        search_places,
        /// How many stories were found; `{count}`.
        found,
        /// No story was found.
        found_nothing,
        /// Shows more of what was found.
        more_found,
        /// Offers to narrow what was found.
        narrow,
        /// Narrows nothing.
        any,
        /// Names the years to choose from.
        year,
        /// Names the languages to search in.
        in_language,
        /// The search index did not come.
        error_search,
    }
}

/// The languages of the table, by their BCP 47 language; the first serves every other.
const LANGUAGES: &[(&str, &Words)] = &[
    ("en", &en::WORDS),
    ("es", &es::WORDS),
    ("ar", &ar::WORDS),
    ("zh", &zh::WORDS),
];

impl Words {
    /// The texts of every language.
    pub fn all() -> impl Iterator<Item = &'static Self> {
        LANGUAGES.iter().map(|(_, words)| *words)
    }

    /// The texts for a BCP 47 tag; English where the table has no such language.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn of(tag: &str) -> &'static Self {
        let known = LANGUAGES
            .iter()
            .find(|(language, _)| primary(tag).eq_ignore_ascii_case(language));
        known.unwrap_or(&LANGUAGES[0]).1
    }

    /// What the reader learns of a language: its texts for pages, then those of the tools, one on each line.
    pub fn file(&self) -> String {
        let mut texts = self.of_pages();
        texts.extend(ToolWord::texts(self.language));
        texts.join("\n")
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    pub(super) fn marks(text: &str) -> Vec<String> {
        let mut marks: Vec<String> = text
            .split('{')
            .skip(1)
            .filter_map(|rest| Some(rest.split_once('}')?.0.to_owned()))
            .collect();
        marks.sort();
        marks
    }

    /// Every text of a language, in the order of the table.
    fn texts(words: &Words) -> Vec<&'static str> {
        [words.of_pages(), words.of_press()].concat()
    }

    #[test]
    fn every_language_has_every_text_with_the_same_marks() {
        let english = texts(&en::WORDS);
        for (language, words) in LANGUAGES {
            for (text, model) in texts(words).iter().zip(&english) {
                assert!(
                    !text.trim().is_empty(),
                    "{language}: a text for {model:?} is missing"
                );
                assert_eq!(marks(text), marks(model), "{language}: {text:?}");
            }
        }
    }

    #[test]
    fn every_language_but_english_has_texts_of_its_own() {
        let english = texts(&en::WORDS);
        for (language, words) in &LANGUAGES[1..] {
            let own = texts(words)
                .iter()
                .zip(&english)
                .filter(|(text, model)| text != model)
                .count();
            assert!(own * 10 > english.len() * 9, "{language} repeats English");
        }
    }

    #[test]
    fn a_language_outside_the_table_reads_in_english() {
        assert_eq!(Words::of("gd").retry, en::WORDS.retry);
        assert_eq!(Words::of("es-MX").retry, es::WORDS.retry);
    }
}
