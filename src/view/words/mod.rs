//! The one table of interface texts, complete in every language it has.
//!
//! Entry point: [`Words::of`]. A language is one file, a [`Words`] with every field: the compiler refuses a
//! language that lacks one, and the tests below one whose texts lack a mark such as `{title}`. The texts of the reader's
//! tools are in [`tools`], for they are loaded when they are needed.

mod ar;
mod en;
mod es;
mod tools;
mod zh;

use crate::story::language::primary;
#[cfg(not(target_arch = "wasm32"))]
pub use tools::LANGUAGES as TOOL_LANGUAGES;
pub use tools::ToolWord;

/// The interface texts of one language.
#[derive(Clone, Copy, Debug)]
pub struct Words {
    /// BCP 47 tag of the language.
    pub language: &'static str,
    /// Leads past the masthead.
    #[cfg(not(target_arch = "wasm32"))]
    pub skip_to_content: &'static str,
    /// Names the masthead's navigation.
    pub sections: &'static str,
    /// Names the stories that lead the front page.
    pub lead_stories: &'static str,
    /// Heads the newest stories.
    pub latest: &'static str,
    /// Stands over a section's name.
    pub section: &'static str,
    /// Stands over a topic's name.
    pub topic: &'static str,
    /// Names a story's topics.
    pub topics: &'static str,
    /// Stands over an author's name.
    pub author: &'static str,
    /// Names the stories by year and month, and stands over a month's name.
    pub archive: &'static str,
    /// So many stories, by CLDR plural category; `{count}`.
    #[cfg(not(target_arch = "wasm32"))]
    pub stories: &'static [(&'static str, &'static str)],
    /// Before and after `{names}`, the bylines.
    pub by: &'static str,
    /// Between the last two of a list, with its spaces.
    pub and: &'static str,
    /// Between the others of a list, with its space.
    pub comma: &'static str,
    /// Before the date of the last change.
    pub updated: &'static str,
    /// Marks a story that is still being updated.
    pub live: &'static str,
    /// How long a story takes, by CLDR plural category; `{minutes}`.
    #[cfg(not(target_arch = "wasm32"))]
    pub reading_time: &'static [(&'static str, &'static str)],
    /// Heads other stories of `{section}`.
    pub more_in_section: &'static str,
    /// Heads the stories to read next.
    pub related: &'static str,
    /// Before a story that is offered inside another.
    pub see_also: &'static str,
    /// Before something put right.
    pub correction: &'static str,
    /// Heads the story in a few points.
    pub key_points: &'static str,
    /// Names a box of background without a title.
    pub fact_box: &'static str,
    /// Names a timeline without a title.
    pub timeline: &'static str,
    /// Heads the footnotes.
    pub footnotes: &'static str,
    /// Leads from a footnote to its mark.
    pub back_to_text: &'static str,
    /// Names several pictures.
    pub gallery: &'static str,
    /// Who made a picture; `{credit}`.
    pub picture_credit: &'static str,
    /// Names a table without a caption.
    pub table: &'static str,
    /// Names a sound.
    pub audio: &'static str,
    /// Names a film.
    pub video: &'static str,
    /// Where a browser plays no sound.
    pub download_audio: &'static str,
    /// Where a browser plays no film.
    pub download_video: &'static str,
    /// Opens the words of a sound.
    pub transcript: &'static str,
    /// Loads a page of another site; `{provider}`.
    pub load_embed: &'static str,
    /// What loading it means; `{provider}`.
    pub embed_notice: &'static str,
    /// In place of a block of unknown `{kind}`.
    pub unsupported_block: &'static str,
    /// In place of a block that could not be read; `{kind}`.
    pub faulty_block: &'static str,
    /// Which page of a list; `{page}`, `{pages}`.
    pub page: &'static str,
    /// Names the links between pages of a list.
    pub pagination: &'static str,
    /// Leads to newer stories.
    pub newer: &'static str,
    /// Leads to older stories.
    pub older: &'static str,
    /// Nothing stands at this address.
    pub not_found_title: &'static str,
    /// What to do then.
    pub not_found_text: &'static str,
    /// Leads to the front page.
    pub front_page: &'static str,
    /// Before the terms of use.
    pub licence: &'static str,
    /// Before whom to write to.
    pub contact: &'static str,
    /// Said while a page is long in coming.
    pub loading: &'static str,
    /// Said to screen readers when `{title}` has come.
    pub loaded: &'static str,
    /// A page did not come.
    pub error_title: &'static str,
    /// There is no network.
    pub error_offline: &'static str,
    /// The page took too long.
    pub error_timeout: &'static str,
    /// What came is not a page of the paper.
    pub error_broken: &'static str,
    /// The server answered with a fault; `{status}`.
    pub error_server: &'static str,
    /// Asks for the page again.
    pub retry: &'static str,
    /// Closes the message.
    pub dismiss: &'static str,
    /// Follows the link without the reader.
    pub open_as_link: &'static str,
    /// Names the search page, and starts a search.
    #[cfg(not(target_arch = "wasm32"))]
    pub search: &'static str,
    /// Names the field for the words to look for.
    #[cfg(not(target_arch = "wasm32"))]
    pub search_words: &'static str,
    /// Heads where every story can be found without searching.
    #[cfg(not(target_arch = "wasm32"))]
    pub search_places: &'static str,
    /// How many stories were found; `{count}`.
    #[cfg(not(target_arch = "wasm32"))]
    pub found: &'static str,
    /// No story was found.
    #[cfg(not(target_arch = "wasm32"))]
    pub found_nothing: &'static str,
    /// Shows more of what was found.
    #[cfg(not(target_arch = "wasm32"))]
    pub more_found: &'static str,
    /// Offers to narrow what was found.
    #[cfg(not(target_arch = "wasm32"))]
    pub narrow: &'static str,
    /// Narrows nothing.
    #[cfg(not(target_arch = "wasm32"))]
    pub any: &'static str,
    /// Names the years to choose from.
    #[cfg(not(target_arch = "wasm32"))]
    pub year: &'static str,
    /// Names the languages to search in.
    #[cfg(not(target_arch = "wasm32"))]
    pub in_language: &'static str,
    /// The search index did not come.
    #[cfg(not(target_arch = "wasm32"))]
    pub error_search: &'static str,
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
    #[cfg(not(target_arch = "wasm32"))]
    pub fn all() -> impl Iterator<Item = &'static Self> {
        LANGUAGES.iter().map(|(_, words)| *words)
    }

    /// The texts for a BCP 47 tag; English where the table has no such language.
    pub fn of(tag: &str) -> &'static Self {
        let known = LANGUAGES
            .iter()
            .find(|(language, _)| primary(tag).eq_ignore_ascii_case(language));
        known.unwrap_or(&LANGUAGES[0]).1
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
        vec![
            words.skip_to_content,
            words.sections,
            words.lead_stories,
            words.latest,
            words.section,
            words.topic,
            words.topics,
            words.author,
            words.by,
            words.and,
            words.comma,
            words.updated,
            words.live,
            words.more_in_section,
            words.related,
            words.see_also,
            words.correction,
            words.key_points,
            words.fact_box,
            words.timeline,
            words.footnotes,
            words.back_to_text,
            words.gallery,
            words.picture_credit,
            words.table,
            words.audio,
            words.video,
            words.download_audio,
            words.download_video,
            words.transcript,
            words.load_embed,
            words.embed_notice,
            words.unsupported_block,
            words.faulty_block,
            words.page,
            words.pagination,
            words.newer,
            words.older,
            words.not_found_title,
            words.not_found_text,
            words.front_page,
            words.licence,
            words.contact,
            words.loading,
            words.loaded,
            words.error_title,
            words.error_offline,
            words.error_timeout,
            words.error_broken,
            words.error_server,
            words.retry,
            words.dismiss,
            words.open_as_link,
            words.search,
            words.search_words,
            words.search_places,
            words.found,
            words.found_nothing,
            words.more_found,
            words.narrow,
            words.any,
            words.year,
            words.in_language,
            words.error_search,
        ]
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
