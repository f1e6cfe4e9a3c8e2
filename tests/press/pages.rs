//! What every page of the sample paper has, whatever it shows.

use std::collections::BTreeSet;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use newsprint::paper::page::Page as Data;
use newsprint::press::moment::Parsed;
use sha2::{Digest, Sha256};

use crate::page::{Page, pages};
use crate::support::{files, sample};

/// The data beside a page; the not-found page has none.
fn data(page: &Page) -> Option<Data> {
    let file = page.file.strip_suffix("index.html")?;
    let json = std::fs::read(sample().join(file).join("index.json")).unwrap();
    Some(serde_json::from_slice(&json).unwrap_or_else(|error| panic!("{}: {error}", page.file)))
}

fn source(text: &str) -> String {
    format!("'sha256-{}'", BASE64_STANDARD.encode(Sha256::digest(text)))
}

/// What the policy of a page allows for a directive.
fn allowed(page: &Page, directive: &str) -> BTreeSet<String> {
    let policy = page.attribute("meta[http-equiv=Content-Security-Policy]", "content");
    let mut directives = policy.split(';').map(str::split_whitespace);
    let sources = directives
        .find_map(|mut words| (words.next() == Some(directive)).then(|| words.collect::<Vec<_>>()));
    let sources = sources.unwrap_or_else(|| panic!("{} has no {directive}", page.file));
    sources.into_iter().map(str::to_owned).collect()
}

#[test]
fn every_page_has_one_heading_of_the_first_level() {
    for page in pages(sample()) {
        assert_ne!(page.words("h1").trim(), "", "{}", page.file);
    }
}

#[test]
fn no_heading_stands_more_than_one_level_below_the_one_before_it() {
    for page in pages(sample()) {
        let mut before = 0;
        for heading in page.all("h1, h2, h3, h4, h5, h6") {
            let level: u32 = heading.value().name()[1..].parse().unwrap();
            assert!(level <= before + 1, "{}: {}", page.file, heading.html());
            before = level;
        }
    }
}

#[test]
fn every_page_has_its_landmarks_once() {
    for page in pages(sample()) {
        for landmark in [
            "body > header",
            "body > header nav",
            "body > main#main",
            "body > footer",
        ] {
            page.the(landmark);
        }
        assert_eq!(page.attribute("body > a.skip", "href"), "#main");
    }
}

#[test]
fn every_page_says_its_language_and_direction() {
    for page in pages(sample()) {
        let Some(data) = data(&page) else { continue };
        assert_eq!(page.attribute("html", "lang"), data.head.language);
        assert_eq!(page.attribute("html", "dir"), data.head.direction.as_str());
        let masthead_language = page
            .the("body > header")
            .attr("lang")
            .unwrap_or(&data.head.language);
        assert_eq!(masthead_language, "en-GB", "{}", page.file);
    }
}

#[test]
fn an_arabic_story_is_written_from_right_to_left_in_a_paper_that_is_not() {
    let page = pages(sample())
        .into_iter()
        .find(|page| page.file.contains("/ar-"))
        .unwrap();
    assert_eq!(
        (
            page.attribute("html", "lang"),
            page.attribute("html", "dir")
        ),
        ("ar", "rtl")
    );
    let masthead = page.the("body > header");
    assert_eq!(
        (masthead.attr("lang"), masthead.attr("dir")),
        (Some("en-GB"), Some("ltr"))
    );
    assert!(page.words(".byline").starts_with("بقلم: "));
}

#[test]
fn every_page_but_the_not_found_page_has_its_data_beside_it_and_all_data_has_its_page() {
    let (files, pages) = (files(sample()), pages(sample()));
    let with = |file: &str, name| file.strip_suffix(name).map(str::to_owned);
    let of_data = files.keys().filter_map(|file| with(file, "index.json"));
    let of_pages = pages
        .iter()
        .filter_map(|page| with(&page.file, "index.html"));
    assert_eq!(of_pages.collect::<BTreeSet<_>>(), of_data.collect());
    for page in &pages {
        let Some(data) = data(page) else { continue };
        assert_eq!(format!("{}index.html", data.address), page.file);
        assert_eq!(page.words("title"), data.head.title);
    }
}

#[test]
fn every_picture_has_words_and_a_size() {
    let mut pictures = 0;
    for page in pages(sample()) {
        for picture in page.all("img") {
            pictures += 1;
            let has = |name| {
                picture
                    .attr(name)
                    .is_some_and(|value: &str| value.parse::<u32>().is_ok_and(|size| size > 0))
            };
            assert!(
                picture.attr("alt").is_some() && has("width") && has("height"),
                "{}: {}",
                page.file,
                picture.html()
            );
        }
    }
    assert!(pictures > 50);
}

#[test]
fn every_picture_that_has_several_files_names_each_width_once() {
    for page in pages(sample()) {
        for picture in page.all("picture > source") {
            let set = picture.attr("srcset").unwrap();
            let widths: Vec<&str> = set
                .split(',')
                .filter_map(|one| one.split_whitespace().nth(1))
                .collect();
            assert_eq!(
                widths.len(),
                widths.iter().collect::<BTreeSet<_>>().len(),
                "{}: {set}",
                page.file
            );
        }
    }
}

#[test]
fn every_time_has_a_form_for_machines_and_words_for_people() {
    for page in pages(sample()) {
        for time in page.all("time") {
            let datetime = time.attr("datetime").unwrap();
            assert!(Parsed::read(datetime).is_ok(), "{}: {datetime}", page.file);
            let words: String = time.text().collect();
            assert!(
                !words.is_empty() && words != datetime || datetime.len() == 4,
                "{}: {words}",
                page.file
            );
        }
    }
}

#[test]
fn every_id_stands_once_in_its_page() {
    for page in pages(sample()) {
        let mut ids = BTreeSet::new();
        for id in page
            .elements()
            .filter_map(|element| element.value().attr("id"))
        {
            assert!(ids.insert(id), "{}: {id}", page.file);
        }
    }
}

#[test]
fn the_policy_of_every_page_allows_its_style_and_its_script_and_nothing_else_inline() {
    for page in pages(sample()) {
        let style = source(&page.words("style"));
        assert_eq!(
            allowed(&page, "style-src"),
            BTreeSet::from(["'self'".to_owned(), style]),
            "{}",
            page.file
        );
        let script = source(&page.words("script#newsprint"));
        let scripts = ["'self'".to_owned(), "'wasm-unsafe-eval'".to_owned(), script];
        assert_eq!(
            allowed(&page, "script-src"),
            BTreeSet::from(scripts),
            "{}",
            page.file
        );
    }
}

#[test]
fn the_policy_of_every_page_refuses_what_it_does_not_name() {
    for page in pages(sample()) {
        for directive in ["object-src", "base-uri", "form-action"] {
            assert_eq!(
                allowed(&page, directive),
                BTreeSet::from(["'none'".to_owned()]),
                "{}",
                page.file
            );
        }
        let everything_else = allowed(&page, "default-src");
        assert_eq!(
            everything_else,
            BTreeSet::from(["'self'".to_owned()]),
            "{}",
            page.file
        );
    }
}

#[test]
fn the_policy_stands_before_everything_it_governs() {
    for page in pages(sample()) {
        let head = page.the("head");
        let mut names = head.child_elements().map(|element| element.value().name());
        let before: Vec<&str> = names
            .by_ref()
            .take_while(|name| !matches!(*name, "link" | "style" | "script"))
            .collect();
        assert!(before.len() >= 3, "{}: {before:?}", page.file);
        let policy = head
            .child_elements()
            .position(|element| element.attr("http-equiv").is_some());
        assert!(
            policy.is_some_and(|place| place < before.len()),
            "{}",
            page.file
        );
    }
}

#[test]
fn no_element_has_a_style_or_a_handler_of_its_own() {
    for page in pages(sample()) {
        for element in page.elements() {
            let attributes = element.value().attrs().map(|(name, _)| name);
            let inline: Vec<&str> = attributes
                .filter(|name| *name == "style" || name.starts_with("on"))
                .collect();
            assert_eq!(inline, [""; 0], "{}", page.file);
        }
    }
}

#[test]
fn every_page_loads_the_reader_that_was_published() {
    for page in pages(sample()) {
        let reader = page.attribute("script#newsprint", "data-reader");
        assert!(
            reader.contains("assets/reader-") && reader.ends_with(".js"),
            "{}: {reader}",
            page.file
        );
    }
}

#[test]
fn each_published_module_starts_with_its_published_wasm() {
    let files = files(sample());
    for module in ["reader", "tools"] {
        let named = |ending: &str| {
            let name = format!("assets/{module}-");
            let is_named = |file: &&String| file.starts_with(&name) && file.ends_with(ending);
            files.keys().find(is_named).unwrap()
        };
        let glue = std::str::from_utf8(&files[named(".js")]).unwrap();
        let wasm = named(".wasm").trim_start_matches("assets/");
        let start = format!("start({{module_or_path:new URL(\"{wasm}\",import.meta.url)}})");
        assert!(glue.contains(&start), "{glue}");
    }
}

#[test]
fn the_page_that_the_reader_rehearses_is_one_that_it_could_be_given() {
    let json = include_str!("../../src/reader/prepare/rehearsal.json");
    let page: Data = serde_json::from_str(json).unwrap();
    let written = serde_json::to_value(&page).unwrap();
    assert_eq!(
        written,
        serde_json::from_str::<serde_json::Value>(json).unwrap()
    );
    assert!(!json.contains("picture"), "a browser would ask for it");
}
