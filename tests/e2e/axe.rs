//! Everybody can read every kind of page, in every scheme, with every tool open: axe-core finds nothing.

use std::env;
use std::fs;

use serde_json::json;

use crate::harness::{Reading, read};

/// Every kind of page, and a story in each direction and script.
const PAGES: [&str; 12] = [
    "",
    "sections/city/",
    "topics/harbour/",
    "authors/ines-calder/",
    "archive/",
    "search/",
    "nothing/stands/here/",
    "stories/heron-returns/",
    "stories/live-storm-brannoc/",
    "stories/the-drowned-street/",
    "stories/al-mina-wa-al-lugha/",
    "stories/tide-tables/",
];

const STORY: &str = "stories/heron-returns/";

/// What axe-core finds in a part of the page.
pub(crate) async fn faults(reading: &Reading, part: &str) -> serde_json::Value {
    let script = env::var("NEWSPRINT_E2E_AXE").unwrap();
    let script = fs::read_to_string(script).unwrap();
    reading.browser.run(&script).await;
    let rules = "{resultTypes: ['violations'], runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']}";
    let found = format!(
        "axe.run({part}, {rules}).then(found => found.violations.flatMap(fault => fault.nodes.map(node => fault.id + ' ' + node.html.slice(0, 160) + ' ' + node.failureSummary)))"
    );
    reading.browser.value(&found).await
}

/// Chooses a scheme, as one does, for the pages that follow.
async fn choose(reading: &Reading, scheme: &str) {
    reading.open(STORY).await;
    reading.browser.call_the_tools().await;
    reading.browser.click(".tools-button").await;
    reading
        .browser
        .run(&format!(
            "document.querySelector('.tools-panel [name=scheme][value=\"{scheme}\"]').click()"
        ))
        .await;
}

fn nothing_is_found_in(scheme: &'static str) {
    read(async move |reading| {
        choose(&reading, scheme).await;
        for page in PAGES {
            reading.load(page).await;
            let found = faults(&reading, "document").await;
            assert_eq!(found, json!([]), "/{page} in scheme {scheme:?}");
        }
    });
}

/// The bar for selected words, and the list of highlights with one in it.
async fn nothing_is_found_in_highlights(reading: &Reading) {
    reading
        .browser
        .run("document.querySelector('.tools-button').click(); getSelection().selectAllChildren(document.querySelector('.body > p'))")
        .await;
    let bar = "!!document.querySelector('.selection button')";
    reading.browser.until(bar).await;
    assert_eq!(faults(reading, "document").await, json!([]));
    reading.browser.click(".selection [data-do=note]").await;
    let noted = "document.activeElement.name?.startsWith('note-')";
    reading.browser.until(noted).await;
    assert_eq!(faults(reading, "document").await, json!([]));
}

fn nothing_is_found_with_tools_open_in(scheme: &'static str) {
    read(async move |reading| {
        for page in [STORY, "stories/al-mina-wa-al-lugha/"] {
            choose(&reading, scheme).await;
            reading.load(page).await;
            reading.browser.call_the_tools().await;
            reading.browser.click(".tools-button").await;
            let tools = "document.querySelectorAll('.tools-panel .names [data-do^=choose]').length";
            let tools = reading.browser.number(tools).await as usize;
            assert!(tools > 5, "only {tools} tools");
            for tool in 0..tools {
                reading
                    .browser
                    .run(&format!(
                        "document.querySelector('[data-do=\"choose {tool}\"]').click()"
                    ))
                    .await;
                let found = faults(&reading, "{include: ['.tools-panel', '.tools-button']}").await;
                assert_eq!(
                    found,
                    json!([]),
                    "tool {tool} on /{page} in scheme {scheme:?}"
                );
            }
            nothing_is_found_in_highlights(&reading).await;
        }
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn on_no_page_in_the_systems_scheme_is_anything_found() {
    nothing_is_found_in("");
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn on_no_page_in_the_dark_scheme_is_anything_found() {
    nothing_is_found_in("dark");
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn on_no_page_in_the_sepia_scheme_is_anything_found() {
    nothing_is_found_in("sepia");
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn on_no_page_in_the_high_contrast_scheme_is_anything_found() {
    nothing_is_found_in("contrast");
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn in_no_tool_is_anything_found_in_the_light_scheme() {
    nothing_is_found_with_tools_open_in("light");
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn in_no_tool_is_anything_found_in_the_dark_scheme() {
    nothing_is_found_with_tools_open_in("dark");
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn in_no_tool_is_anything_found_in_the_sepia_scheme() {
    nothing_is_found_with_tools_open_in("sepia");
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn in_no_tool_is_anything_found_in_the_high_contrast_scheme() {
    nothing_is_found_with_tools_open_in("contrast");
}
