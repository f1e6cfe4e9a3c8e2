//! The whole output of one small paper, as it was when somebody last looked at it.
//!
//! `SNAPSHOTS=overwrite cargo test --test press snapshot` writes it anew.

use std::fmt::Write;
use std::path::Path;

use newsprint::paper::page::Page;
use newsprint::press::document::LOADER_HASH;
use snapbox::{Assert, Data};

use crate::support::{build, files, reader};

/// Everything of a page but its style sheet, which changes with every touch of the design: one line for each element.
fn shown(html: &str) -> String {
    let (before, rest) = html.split_once("<style>").unwrap();
    let (css, after) = rest.split_once("</style>").unwrap();
    let html = format!("{before}<style>…</style>{after}");
    let hash = newsprint::press::policy::hash(css);
    let loader = html
        .find("data-faces=")
        .and_then(|at| Some(at + html[at..].find('>')? + 1));
    let html = match loader {
        Some(at) => format!(
            "{}…{}",
            &html[..at],
            &html[at + html[at..].find("</script>").unwrap()..]
        ),
        None => html,
    };
    html.replace(&hash, "sha256-…").replace("><", ">\n<")
}

/// A file as it is told of; the loader changes with the reader.
fn told(file: &str, content: &[u8]) -> String {
    text_of(file, content).replace(LOADER_HASH.as_str(), "sha256-…")
}

fn text_of(file: &str, content: &[u8]) -> String {
    match std::str::from_utf8(content) {
        Ok(html) if file.ends_with(".html") => without_hashes(&shown(html)),
        Ok(json) if file.ends_with("index.json") => {
            let page: Page = serde_json::from_str(json).unwrap();
            serde_json::to_string_pretty(&page).unwrap()
        }
        _ if file.starts_with("assets/") => String::new(),
        Ok(text) => text.to_owned(),
        Err(_) => panic!("{file} is no text"),
    }
}

/// Files of the design and of the reader, whose names change with every touch of them.
const MADE_HERE: [&str; 4] = ["all", "print", "reader", "tools"];

/// The names of such files, and the loader's hash, change with what they name.
fn without_hashes(text: &str) -> String {
    let loader = newsprint::press::policy::hash(&newsprint::press::document::LOADER);
    let mut text = text.replace(&loader, "sha256-…");
    for name in MADE_HERE {
        let begins = format!("assets/{name}-");
        let mut parts = text.split(&begins);
        let mut shown = parts.next().unwrap_or_default().to_owned();
        for part in parts {
            let ending = part.find('.').map_or("", |at| &part[at..]);
            shown.extend([&begins, "…", ending]);
        }
        text = shown;
    }
    text
}

#[test]
fn a_small_paper_prints_as_it_did_when_somebody_last_looked() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    let out = tempfile::TempDir::new().unwrap();
    build(
        &root.join("papers/valid/harbour"),
        out.path(),
        &["--reader", reader().to_str().unwrap()],
    );
    let mut all = String::new();
    for (file, content) in files(out.path()) {
        // They are made of hashes of the others (tests/press/offline.rs, src/press/publish/manifest.rs).
        let is_of_hashes = ["service-worker.js", ".newsprint-files"].contains(&file.as_str());
        let of_pagefind = file.starts_with("pagefind/") && !file.ends_with(".json");
        if file.starts_with("assets/all-")
            || file.ends_with(".woff2")
            || of_pagefind
            || is_of_hashes
        {
            continue;
        }
        let told = told(&file, &content);
        let file = without_hashes(&file);
        writeln!(all, "── {file}\n{}", told.trim_end()).unwrap();
    }
    let expected = Data::read_from(&root.join("press/harbour.txt"), None);
    Assert::new().action_env("SNAPSHOTS").eq(all, expected);
}
