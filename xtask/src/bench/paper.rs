//! Writes a paper of neutral stories of about 900 words, the same to the byte on every machine.
//!
//! Entry point: [`fn@write`]. A story has 14 paragraphs with a link and strong words each, 3 subheadings, a quotation, 2
//! see-also lines and 6 related stories; there are 5 sections and one author.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use fastrand::Rng;
use rayon::prelude::*;
use serde_json::{Value, json};

/// The words that are most common, the most common first.
const WORDS: &[&str] = &[
    "the",
    "of",
    "a",
    "and",
    "in",
    "on",
    "with",
    "but",
    "after",
    "before",
    "under",
    "while",
    "between",
    "because",
    "without",
    "toward",
    "although",
    "harbour",
    "council",
    "ferry",
    "bridge",
    "winter",
    "budget",
    "market",
    "river",
    "station",
    "teacher",
    "hospital",
    "vote",
    "minister",
    "coast",
    "engine",
    "school",
    "report",
    "museum",
    "garden",
    "railway",
    "festival",
    "storm",
    "island",
    "captain",
    "factory",
    "library",
    "theatre",
    "orchard",
    "signal",
    "printer",
    "valley",
    "border",
    "treaty",
    "court",
    "election",
    "village",
    "reservoir",
    "turbine",
    "forecast",
    "tunnel",
    "archive",
    "merchant",
    "agreed",
    "opened",
    "closed",
    "delayed",
    "promised",
    "rejected",
    "announced",
    "measured",
    "repaired",
    "crossed",
    "gathered",
    "returned",
    "published",
    "quiet",
    "early",
    "bright",
    "narrow",
    "public",
    "local",
    "former",
    "national",
    "unexpected",
    "careful",
    "modest",
    "long",
    "short",
    "heavy",
    "northern",
];

/// Different words in the whole paper.
const VOCABULARY: usize = 150_000;

const SECTIONS: &[&str] = &["world", "harbour", "business", "science", "culture"];

/// Stories in one folder.
const IN_A_FOLDER: usize = 1_000;

/// Writes a paper of so many stories.
///
/// # Errors
/// When a file cannot be written.
pub(super) fn write(folder: &Path, stories: usize) -> Result<()> {
    for first in (0..stories).step_by(IN_A_FOLDER) {
        let stories = folder.join(stories_folder(first));
        fs::create_dir_all(&stories).with_context(|| format!("making {}", stories.display()))?;
    }
    put(&folder.join("paper.json"), &paper())?;
    (0..stories).into_par_iter().try_for_each(|number| {
        let file = format!("{}/{}.json", stories_folder(number), slug(number));
        put(&folder.join(file), &story(number, stories))
    })
}

fn put(file: &Path, content: &Value) -> Result<()> {
    fs::write(file, content.to_string()).with_context(|| format!("writing {}", file.display()))
}

fn stories_folder(number: usize) -> String {
    format!("stories/{:03}", number / IN_A_FOLDER)
}

fn slug(number: usize) -> String {
    format!("story-{number:06}")
}

fn paper() -> Value {
    let sections = SECTIONS
        .iter()
        .map(|slug| json!({ "slug": slug, "name": capitalised(slug) }));
    json!({
        "name": "The Bench",
        "tagline": "All the words that are fit to count",
        "language": "en",
        "base_url": "https://bench.example/",
        "sections": sections.collect::<Vec<_>>(),
    })
}

/// The story of that number, of so many.
fn story(number: usize, stories: usize) -> Value {
    let rng = &mut Rng::with_seed(number as u64);
    let other = |step: usize| slug((number + step) % stories);
    let related = (1..=6).map(|step| other(step * 13));
    json!({
        "headline": capitalised(&words(rng, 9)),
        "standfirst": sentence(rng, 18),
        "section": SECTIONS[number % SECTIONS.len()],
        "bylines": ["A. Writer"],
        "published": format!(
            "20{}-{:02}-{:02}T08:{:02}:00Z",
            20 + number % 6, 1 + number % 12, 1 + number % 28, number % 60,
        ),
        "body": (0..14).flat_map(|place| part(rng, number, place, &other)).collect::<Vec<_>>(),
        "related": related.collect::<Vec<_>>(),
    })
}

/// A paragraph, and what follows it.
fn part(rng: &mut Rng, number: usize, place: usize, other: &dyn Fn(usize) -> String) -> Vec<Value> {
    let mut part = vec![paragraph(rng, number, place)];
    if matches!(place, 3 | 7 | 11) {
        part.push(json!({ "heading": sentence(rng, 5) }));
    }
    if place == 5 {
        let words = sentence(rng, 14);
        part.push(json!({ "quotation": { "text": words, "attribution": "The harbour master" } }));
    }
    if matches!(place, 4 | 9) {
        part.push(json!({ "see_also": other(place * 31) }));
    }
    part
}

fn paragraph(rng: &mut Rng, number: usize, place: usize) -> Value {
    let sentences: Vec<String> = (0..4)
        .map(|_| {
            let length = rng.usize(9..=19);
            sentence(rng, length)
        })
        .collect();
    let href = format!("https://example.org/{number}/{place}");
    json!({ "paragraph": [
        sentences.join(" "),
        " ",
        { "link": { "href": href, "text": "Officials said so" } },
        " on ",
        { "strong": "Tuesday" },
        format!(". {}", sentence(rng, 8)),
    ] })
}

fn sentence(rng: &mut Rng, length: usize) -> String {
    capitalised(&words(rng, length)) + "."
}

fn words(rng: &mut Rng, count: usize) -> String {
    let words: Vec<String> = (0..count).map(|_| word(rng)).collect();
    words.join(" ")
}

/// A word, as often as words of its rank are in a newspaper (Zipf's law): a search index is large or small with the
/// words that are in few stories.
fn word(rng: &mut Rng) -> String {
    let rank = (VOCABULARY as f64).powf(rng.f64()) as usize - 1;
    match WORDS.get(rank) {
        Some(word) => (*word).to_owned(),
        None => made_up(rank),
    }
}

/// A word that nobody has used yet, one for each number.
fn made_up(mut number: usize) -> String {
    let mut word = String::new();
    while number > 0 || word.len() < 4 {
        for letters in ["bdfgklmnprstv", "aeiou"] {
            let place = number % letters.len();
            word.push_str(&letters[place..=place]);
            number /= letters.len();
        }
    }
    word
}

fn capitalised(words: &str) -> String {
    let mut letters = words.chars();
    let first = letters.next().map(|letter| letter.to_ascii_uppercase());
    first.into_iter().chain(letters).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words_in(value: &Value) -> usize {
        match value {
            Value::String(words) => words.split_whitespace().count(),
            Value::Array(list) => list.iter().map(words_in).sum(),
            Value::Object(fields) => fields.values().map(words_in).sum(),
            _ => 0,
        }
    }

    #[test]
    fn a_story_is_the_same_every_time_and_unlike_the_next() {
        assert_eq!(story(7, 100), story(7, 100));
        assert_ne!(story(7, 100)["headline"], story(8, 100)["headline"]);
    }

    #[test]
    fn a_made_up_word_is_like_no_other() {
        let words: std::collections::BTreeSet<String> =
            (WORDS.len()..VOCABULARY).map(made_up).collect();
        assert_eq!(words.len(), VOCABULARY - WORDS.len());
    }

    #[test]
    fn stories_have_about_nine_hundred_words() {
        let words: usize = (0..20)
            .map(|number| words_in(&story(number, 20)["body"]))
            .sum();
        assert!((850..1_050).contains(&(words / 20)), "{}", words / 20);
    }
}
