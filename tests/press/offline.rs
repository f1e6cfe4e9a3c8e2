//! The service worker: one version of one paper, or the end of all.

use std::path::Path;

use newsprint::press::offline::KILL_SWITCH;
use newsprint::press::policy::hash;
use serde_json::{Value, json};

use crate::support::{Newsroom, reader, sample, story};

const WORKER: &str = "service-worker.js";

/// What a printed service worker says in one of its first constants.
fn said(script: &str, name: &str) -> Value {
    let (_, from) = script.split_once(&format!("{name}=")).unwrap();
    let mut values = serde_json::Deserializer::from_str(from).into_iter();
    values.next().unwrap().unwrap()
}

fn read(folder: &Path, file: &str) -> String {
    std::fs::read_to_string(folder.join(file)).unwrap()
}

fn printed(newsroom: &Newsroom) -> String {
    let run = newsroom.build(&["--reader", reader().to_str().unwrap()]);
    assert_eq!(run.code, 0, "{}{}", run.out, run.err);
    newsroom.printed(WORKER)
}

fn newsroom(headline: &str) -> Newsroom {
    Newsroom::new().story("ferry", &story(headline))
}

/// A paper that says whether it may be kept.
fn paper(offline: bool) -> Newsroom {
    let sections = json!([{ "slug": "city", "name": "City" }]);
    newsroom("The ferry is back").paper(
        &json!({ "name": "The Quay", "language": "en-GB", "sections": sections, "offline": offline }),
    )
}

#[test]
fn the_core_is_made_of_files_that_are_there() {
    let files = said(&read(sample(), WORKER), "FILES");
    let files: Vec<String> = serde_json::from_value(files).unwrap();
    for file in &files {
        assert!(
            file.starts_with("assets/"),
            "{file} does not follow its content"
        );
        assert!(sample().join(file).is_file(), "{file}");
    }
    let wanted = [
        "reader-",
        ".wasm",
        "all-",
        "tools-",
        "words-zh-",
        "icon-",
        "newsreader-roman-",
    ];
    for part in wanted {
        assert!(files.iter().any(|file| file.contains(part)), "{part}");
    }
}

#[test]
fn every_file_that_the_front_page_loads_for_its_reader_is_in_the_core() {
    let script = read(sample(), WORKER);
    let front = read(sample(), "index.html");
    let (_, tag) = front.split_once("<script id=\"newsprint\"").unwrap();
    let (tag, _) = tag.split_once('>').unwrap();
    let named = tag
        .split(['"', ' '])
        .filter_map(|part| part.strip_prefix("./assets/"));
    let named: Vec<&str> = named.collect();
    assert!(named.len() >= 3, "{named:?}");
    for file in named {
        assert!(script.contains(&format!("\"assets/{file}\"")), "{file}");
    }
}

#[test]
fn the_front_page_and_its_data_are_named_by_their_hashes() {
    let front = said(&read(sample(), WORKER), "FRONT");
    let expected = json!([
        ["./", hash(&read(sample(), "index.html"))],
        ["index.json", hash(&read(sample(), "index.json"))],
    ]);
    assert_eq!(front, expected);
}

#[test]
fn the_same_paper_has_the_same_version_and_another_front_page_another_one() {
    let first = printed(&newsroom("The ferry is back"));
    assert_eq!(first, printed(&newsroom("The ferry is back")));
    let other = printed(&newsroom("The ferry is gone"));
    assert_ne!(said(&first, "VERSION"), said(&other, "VERSION"));
    assert_eq!(said(&first, "FILES"), said(&other, "FILES"));
}

#[test]
fn a_paper_that_is_not_to_be_kept_has_the_kill_switch_and_nobody_registers_it() {
    let registers = |newsroom: &Newsroom| {
        let front = newsroom.printed("index.html");
        let (_, from) = front.split_once("data-reader=\"./").unwrap();
        let module = newsroom.printed(from.split_once('"').unwrap().0);
        module.contains(WORKER) && module.contains("createPolicy(\"newsprint\"")
    };
    let kept = paper(true);
    assert_ne!(printed(&kept), *KILL_SWITCH);
    assert!(registers(&kept));
    let killed = paper(false);
    assert_eq!(printed(&killed), *KILL_SWITCH);
    assert!(!registers(&killed));
}

#[test]
fn a_paper_without_the_reader_has_the_kill_switch() {
    let newsroom = newsroom("The ferry is back");
    let run = newsroom.build(&[]);
    assert_eq!(run.code, 0, "{}", run.err);
    let worker = newsroom.printed(WORKER);
    // A reader that was built on this machine is found and printed.
    let is_kept = newsroom.printed("index.html").contains("data-reader");
    assert_eq!(worker == *KILL_SWITCH, !is_kept);
}

#[test]
fn a_name_with_marks_of_html_and_scripts_stays_a_name() {
    let sections = json!([{ "slug": "city", "name": "City" }]);
    let name = "The </script>\"Quay\" & `${x}`\u{2028}";
    let newsroom = newsroom("The ferry is back")
        .paper(&json!({ "name": name, "language": "ar", "sections": sections }));
    let nothing = said(&printed(&newsroom), "NOTHING");
    let html = nothing.as_str().unwrap();
    assert!(html.contains("<html lang=\"ar\" dir=\"rtl\">"), "{html}");
    assert!(
        html.contains("The &lt;/script&gt;&quot;Quay&quot; &amp; `${x}`"),
        "{html}"
    );
}
