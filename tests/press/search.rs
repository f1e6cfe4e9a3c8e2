//! The search index: what goes into it, and what is left out.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Read;

use flate2::read::GzDecoder;
use serde_json::{Value, json};

use crate::support::{Newsroom, differences, files, reader, sample, story};

/// What Pagefind writes before the content of a file.
const SIGNATURE: &str = "pagefind_dcd";

fn reader_path() -> &'static str {
    reader().to_str().unwrap()
}

/// A printed paper of one story.
fn printed(story: &Value, more: &[&str]) -> Newsroom {
    let newsroom = Newsroom::new().story("ferry", story);
    let arguments: Vec<&str> = ["--reader", reader_path()]
        .iter()
        .chain(more)
        .copied()
        .collect();
    let run = newsroom.build(&arguments);
    assert_eq!(run.code, 0, "{}{}", run.out, run.err);
    newsroom
}

fn folder(newsroom: &Newsroom) -> BTreeMap<String, Vec<u8>> {
    files(&newsroom.path("printed"))
}

/// The stories in the index, as a browser is told of them.
fn records(files: &BTreeMap<String, Vec<u8>>) -> Vec<Value> {
    let records = files
        .iter()
        .filter(|(name, _)| name.starts_with("pagefind/fragment/"));
    let records = records.map(|(_, bytes)| {
        let mut text = String::new();
        GzDecoder::new(bytes.as_slice())
            .read_to_string(&mut text)
            .unwrap();
        serde_json::from_str(text.strip_prefix(SIGNATURE).unwrap()).unwrap()
    });
    records.collect()
}

/// By what the only story of a printed paper can be narrowed down to.
pub(crate) fn filters(newsroom: &Newsroom) -> Value {
    let mut records = records(&folder(newsroom));
    assert_eq!(records.len(), 1);
    let record = records.remove(0);
    record["filters"].clone()
}

fn languages(files: &BTreeMap<String, Vec<u8>>) -> BTreeSet<String> {
    let entry: Value = serde_json::from_slice(&files["pagefind/pagefind-entry.json"]).unwrap();
    entry["languages"]
        .as_object()
        .unwrap()
        .keys()
        .cloned()
        .collect()
}

#[test]
fn every_story_is_in_the_index_once() {
    let files = files(sample());
    let pages = files
        .keys()
        .filter(|name| name.starts_with("stories/") && name.ends_with("index.json"));
    assert_eq!(records(&files).len(), pages.count());
}

#[test]
fn a_record_has_the_words_of_the_story_and_what_a_result_shows() {
    let mut story = story("The Heron | A ferry returns");
    story["topics"] = json!(["Harbour"]);
    story["bylines"] = json!(["Ines Calder"]);
    story["body"] = json!([
        { "paragraph": ["At ", { "emphasis": "noon" }, " the ferry left."] },
        { "table": { "rows": [["Berth", "Seven"]] } },
        { "questions": [{ "question": "Who steers?", "answer": ["The mate."] }] },
        { "see_also": "ferry" },
    ]);
    let newsroom = printed(&story, &[]);
    let records = records(&folder(&newsroom));
    let [record] = records.as_slice() else {
        panic!("{records:?}")
    };
    let words = "A ferry returns. At noon the ferry left. Berth. Seven. Who steers? The mate.";
    assert_eq!(record["content"], words);
    assert_eq!(record["meta"], json!({ "title": "The Heron" }));
    let filters = json!({
        "section": ["City"], "topic": ["Harbour"], "author": ["Ines Calder"], "year": ["2026"],
    });
    assert_eq!(record["filters"], filters);
    let shown: Value = serde_json::from_str(record["url"].as_str().unwrap()).unwrap();
    assert_eq!(shown["address"], "stories/ferry/");
    assert_eq!(shown["headline"], "The Heron");
    assert_eq!(shown["published"]["text"], "20 November 2026");
}

#[test]
fn each_language_has_an_index_and_its_territories_share_it() {
    assert_eq!(
        languages(&files(sample())).into_iter().collect::<Vec<_>>(),
        ["ar", "en", "es", "zh"]
    );
    assert!(languages(&folder(&printed(&story("The Heron"), &[]))).contains("en"));
}

#[test]
fn chinese_is_divided_into_words() {
    let mut story = story("渡轮");
    story["language"] = json!("zh-Hans");
    story["body"] = json!(["渡轮回到港口。"]);
    let records = records(&folder(&printed(&story, &[])));
    let content = records[0]["content"].as_str().unwrap();
    // Pagefind sets words apart by a space of no width.
    assert!(
        content.split('\u{200b}').any(|word| word == "港口"),
        "{content:?}"
    );
}

#[test]
fn only_what_the_reader_asks_for_is_published() {
    let newsroom = printed(&story("The Heron"), &[]);
    let files = folder(&newsroom);
    for name in files
        .keys()
        .filter_map(|name| name.strip_prefix("pagefind/"))
    {
        let known = ["fragment/", "index/", "filter/", "pagefind.en_"];
        let known = known
            .iter()
            .any(|start| name.starts_with(start) && name.contains(".pf_"));
        let fixed = [
            "pagefind-entry.json",
            "wasm.en.pagefind",
            "wasm.unknown.pagefind",
        ];
        assert!(known || fixed.contains(&name), "{name}");
    }
}

#[test]
fn the_masthead_leads_to_the_search_page_and_the_search_page_to_every_list() {
    let newsroom = printed(&story("The Heron"), &[]);
    assert!(
        newsroom
            .printed("stories/ferry/index.html")
            .contains("href=\"../../search/\">Search</a>")
    );
    let page = newsroom.printed("search/index.html");
    for address in ["../sections/city/", "../archive/"] {
        assert!(
            page.contains(&format!("<li><a href=\"{address}\">")),
            "{address}"
        );
    }
    assert!(page.contains("<meta name=\"robots\" content=\"noindex\">"));
}

#[test]
fn the_search_page_names_a_script_that_was_published() {
    let newsroom = printed(&story("The Heron"), &[]);
    let data: Value = serde_json::from_str(&newsroom.printed("search/index.json")).unwrap();
    let script = data["content"]["search"]["script"].as_str().unwrap();
    let script = newsroom.printed(script);
    assert!(script.contains("class PagefindInstance") || script.contains("PagefindInstance=class"));
    assert!(script.contains("export const newsprint"));
}

#[test]
fn without_search_there_is_no_index_no_page_and_no_link_to_one() {
    let files = folder(&printed(&story("The Heron"), &["--no-search"]));
    let of_search = |name: &&String| name.starts_with("search") || name.starts_with("pagefind");
    assert_eq!(files.keys().find(of_search), None);
    for (name, page) in files.iter().filter(|(name, _)| name.ends_with(".html")) {
        assert!(!String::from_utf8_lossy(page).contains("search/"), "{name}");
    }
}

#[test]
fn a_paper_without_stories_has_no_search() {
    let empty = Newsroom::new();
    assert_eq!(empty.build(&["--reader", reader_path()]).code, 0);
    assert!(!empty.path("printed/search").exists());
    assert!(!empty.path("printed/pagefind").exists());
}

#[test]
fn the_index_is_the_same_to_the_byte_every_time() {
    let print = || {
        let newsroom = (0..40).fold(Newsroom::new(), |newsroom, number| {
            newsroom.story(
                &format!("ferry-{number}"),
                &story(&format!("Ferry {number} returns")),
            )
        });
        assert_eq!(newsroom.build(&["--reader", reader_path()]).code, 0);
        newsroom
    };
    let (one, other) = (print(), print());
    assert_eq!(
        differences(&one.path("printed"), &other.path("printed")),
        Vec::<String>::new()
    );
}

#[test]
fn a_story_that_would_stand_at_the_search_page_is_a_fault() {
    let newsroom = Newsroom::new()
        .paper(&json!({
            "name": "The Quay", "language": "en", "permalinks": "/search/:slug/",
            "sections": [{ "slug": "city", "name": "City" }],
        }))
        .story("ferry", &story("The Heron"));
    let run = newsroom.build(&[]);
    assert_eq!(run.code, 1, "{}", run.out);
    assert!(run.out.contains("search/"), "{}", run.out);
}
