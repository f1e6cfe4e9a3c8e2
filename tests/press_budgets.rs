//! The promises of size that the press makes (`docs/budgets.md`), measured on the sample paper.
//!
//! Run with `--nocapture` to see the figures.
#![cfg(not(target_arch = "wasm32"))]
// A test that cannot go on has failed.
#![allow(clippy::unwrap_used)]

#[path = "press_budgets/plain.rs"]
mod plain;

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD as BASE64;
use brotli::enc::BrotliEncoderParams;
use indicatif::ProgressBar;
use newsprint::paper::page::{Content, Page};
use newsprint::press::print::{Options, print};
use newsprint::press::release::Release;
use newsprint::press::source::read_paper;
use newsprint::press::survey::survey;
use regex::{Captures, Regex};
use walkdir::WalkDir;

/// The service worker with its list, in bytes of brotli at quality 11.
const WORKER_BUDGET: usize = 2_500;
/// The CSS in a page, in bytes of brotli at quality 11.
const CSS_BYTES: usize = 6_000;
/// A story page's HTML, against the same content in plain hand-written HTML.
const HTML_RATIO: f64 = 1.25;
/// A story as most are: some 900 words with subheadings, links, a picture and a box.
const TYPICAL: &str = "stories/heron-returns/";

fn sample_paper() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("static/paper")
}

/// The sample paper, printed once for all tests with the smallest of readers, whose loader is in every page.
fn printed() -> &'static Path {
    static PRINTED: LazyLock<PathBuf> = LazyLock::new(|| {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR"));
        let (reader, out) = (folder.join("budget-reader"), folder.join("budget-paper"));
        // Over an older print of it, stories that changed since would say so.
        if out.exists() {
            fs::remove_dir_all(&out).unwrap();
        }
        fs::create_dir_all(&reader).unwrap();
        for module in ["reader", "tools"] {
            let file = |ending| reader.join(format!("{module}.{ending}"));
            let glue = "function start(){}\nexport{start as default};\n";
            fs::write(file("js"), glue).unwrap();
            fs::write(file("wasm"), b"\0asm\x01\0\0\0").unwrap();
        }
        // After the date of every story, whatever the day that tests run on.
        let release = Release::at("2027-01-01T00:00:00Z".parse().unwrap());
        let options = Options {
            out: out.clone(),
            base_url: None,
            reader: Some(reader),
            compress: false,
            offline: true,
            search: true,
            versions: true,
        };
        print(
            survey(&sample_paper(), &release).unwrap(),
            &options,
            &ProgressBar::hidden(),
        )
        .unwrap();
        out
    });
    &PRINTED
}

fn compressed(text: &str) -> usize {
    let parameters = BrotliEncoderParams {
        quality: 11,
        lgwin: 22,
        size_hint: text.len(),
        ..BrotliEncoderParams::default()
    };
    let mut compressed = Vec::new();
    brotli::BrotliCompress(&mut text.as_bytes(), &mut compressed, &parameters).unwrap();
    compressed.len()
}

/// The addresses of all pages that have data.
fn addresses() -> Vec<String> {
    let entries = WalkDir::new(printed())
        .sort_by_file_name()
        .into_iter()
        .map(Result::unwrap);
    let pages = entries.filter(|entry| entry.file_name() == "index.json");
    pages
        .map(|entry| {
            entry
                .path()
                .parent()
                .unwrap()
                .strip_prefix(printed())
                .unwrap()
                .to_str()
                .unwrap()
                .to_owned()
        })
        .collect()
}

fn html(address: &str) -> String {
    fs::read_to_string(printed().join(address).join("index.html")).unwrap()
}

/// A page's HTML without its style sheets, and the one in it.
fn divided(html: &str) -> (String, &str) {
    let (before, rest) = html.split_once("<style>").unwrap();
    let (css, after) = rest.split_once("</style>").unwrap();
    (format!("{before}{after}"), css)
}

fn page(address: &str) -> Page {
    serde_json::from_str(&fs::read_to_string(printed().join(address).join("index.json")).unwrap())
        .unwrap()
}

/// How many other hashes a page is measured with.
const HASHES: usize = 200;

/// The compressed bytes of a story page without its CSS, and of the same content in plain HTML.
///
/// A page names its files and its scripts by hashes, which are as good as random: with others a page of five kilobytes
/// is up to 20 bytes larger or smaller. So it is the mean over many of them that counts.
fn story_bytes(address: &str) -> (f64, f64) {
    let paper = read_paper(&sample_paper()).0.unwrap();
    let plain = plain::document(&paper, &page(address));
    let (printed, _) = divided(&html(address)).to_owned();
    let mean = |text: &str| {
        let sizes = (0..HASHES).map(|number| compressed(&with_other_hashes(text, number)));
        sizes.sum::<usize>() as f64 / HASHES as f64
    };
    (mean(&printed), mean(&plain))
}

/// The same text with other hashes in it: of files (`-1a2b3c4d5e6f.jpg`) and of what a policy lets pass (`sha256-…=`).
/// They follow from where a hash stands first, so that a change of a file alone changes no figure.
fn with_other_hashes(text: &str, number: usize) -> String {
    static HASH: LazyLock<Regex> =
        LazyLock::new(|| Regex::new("-[0-9a-f]{12}[-.]|sha256-[^=]{43}=").unwrap());
    let mut known: Vec<String> = Vec::new();
    let other = |hash: &Captures| {
        let place = known.iter().position(|one| *one == hash[0]);
        let place = place.unwrap_or_else(|| {
            known.push(hash[0].to_owned());
            known.len() - 1
        });
        let random = blake3::hash(format!("{number} {place}").as_bytes());
        match hash[0].strip_prefix("sha256-") {
            Some(_) => format!("sha256-{}", BASE64.encode(random.as_bytes())),
            None => format!("-{}{}", &random.to_hex()[..12], &hash[0][13..]),
        }
    };
    HASH.replace_all(text, other).into_owned()
}

fn ratio(address: &str) -> f64 {
    let (printed, plain) = story_bytes(address);
    let ratio = printed / plain;
    println!("{address}: {printed:.0} bytes of HTML, {plain:.0} in plain HTML, {ratio:.3} times");
    ratio
}

#[test]
fn the_service_worker_is_within_its_budget() {
    let script = fs::read_to_string(printed().join("service-worker.js")).unwrap();
    assert!(script.contains("FILES"), "it is the kill switch");
    let size = compressed(&script);
    println!("service worker: {size} bytes");
    assert!(size <= WORKER_BUDGET, "{size} bytes");
}

#[test]
fn the_style_sheet_in_every_page_is_within_its_budget() {
    let mut sizes: Vec<(usize, String)> = addresses()
        .into_iter()
        .map(|address| (compressed(divided(&html(&address)).1), address))
        .collect();
    sizes.sort();
    let (largest, address) = sizes.last().unwrap();
    println!(
        "CSS in a page: {} to {largest} bytes (/{address})",
        sizes[0].0
    );
    assert!(
        *largest <= CSS_BYTES,
        "the CSS of /{address} has {largest} bytes of {CSS_BYTES}"
    );
}

#[test]
fn the_page_of_a_typical_story_is_hardly_larger_than_the_story_in_plain_html() {
    let ratio = ratio(TYPICAL);
    assert!(ratio <= HTML_RATIO, "{ratio:.3} of {HTML_RATIO}");
}

#[test]
fn the_plain_html_that_pages_are_measured_against_holds_all_that_they_say() {
    let words = |html: &str| -> String {
        let html = scraper::Html::parse_document(html);
        let body = html
            .select(&scraper::Selector::parse("body").unwrap())
            .next()
            .unwrap();
        let inside = body.descendants().filter(|node| {
            let script = |node: &scraper::Node| {
                node.as_element()
                    .is_some_and(|element| element.name() == "script")
            };
            node.value().is_text() && !node.parent().is_some_and(|parent| script(parent.value()))
        });
        let text: String = inside
            .filter_map(|node| node.value().as_text().map(|text| text.to_string()))
            .collect();
        text.split_whitespace().collect::<Vec<_>>().concat()
    };
    let paper = read_paper(&sample_paper()).0.unwrap();
    let printed = words(&html(TYPICAL)).replacen("Skiptothestory", "", 1);
    // The button of the tools, which only scripts show.
    let printed = printed.strip_suffix("Aa").unwrap();
    assert_eq!(words(&plain::document(&paper, &page(TYPICAL))), printed);
}

#[test]
fn the_typical_story_is_one() {
    let Content::Story(story) = page(TYPICAL).content else {
        panic!("{TYPICAL} is no story")
    };
    let words: usize = story.story.body.iter().map(plain::words).sum();
    assert!((700..1_300).contains(&words), "{words} words");
    assert!(story.story.lead_picture.is_some() && !story.related.is_empty());
}
