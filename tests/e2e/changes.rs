//! What changed in a story since one read it: the press prints the paper again, and the reader tells.

use serde_json::{Value, json};

use crate::axe::faults;
use crate::harness::{NO_STORAGE, OwnPaper, Reading, read};

const NOTICE: &str = ".changed";
const FIRST: &str = "The heron returned to the harbour at noon, and nobody saw it.";
const THEN: &str = "The heron came back to the harbour at noon, and nobody saw it.";
fn says(text: &'static str) -> impl FnOnce(&mut Value) {
    move |story| story["body"] = json!([text, "A second paragraph stays as it is."])
}

async fn open(reading: &Reading, paper: &OwnPaper) {
    reading.browser.go_to("about:blank").await;
    reading.browser.go_to(&paper.story()).await;
    reading.browser.call_the_tools().await;
}

/// Opens the tool by its name.
async fn open_changes(reading: &Reading) {
    reading.browser.click(".tools-button").await;
    reading.browser.choose_tool("What changed").await;
    let there = "!!document.querySelector('.tool .changes p')";
    reading.browser.until(there).await;
}

async fn told(reading: &Reading) -> String {
    let text = "document.querySelector('.tool .changes').textContent";
    reading.browser.text(text).await
}

#[test]
#[ignore = "needs a browser: cargo xtask test"]
fn a_story_that_changed_says_so_and_shows_it_word_by_word() {
    read(async |reading| {
        let paper = OwnPaper::start(says(FIRST));
        open(&reading, &paper).await;
        paper.publish(says(THEN));
        open(&reading, &paper).await;
        let there = format!("!!document.querySelector('{NOTICE} button')");
        reading.browser.until(&there).await;
        assert_eq!(faults(&reading, "document").await, json!([]));
        reading
            .browser
            .click(&format!("{NOTICE} button:first-of-type"))
            .await;
        reading
            .browser
            .until("!!document.querySelector('.changes ins')")
            .await;
        let words = |element: &str| {
            format!(
                "[...document.querySelectorAll('.changes {element}')].map(part => part.lastChild.textContent.trim()).join('|')"
            )
        };
        assert_eq!(reading.browser.text(&words("del")).await, "returned");
        assert_eq!(reading.browser.text(&words("ins")).await, "came back");
        let passages = "document.querySelectorAll('.changes .passage').length";
        assert_eq!(reading.browser.value(passages).await, json!(1));
        assert_eq!(faults(&reading, "document").await, json!([]));
        assert!(told(&reading).await.contains("January 1, 2026"));
        assert!(
            reading
                .browser
                .holds(&format!("!document.querySelector('{NOTICE}')"))
                .await
        );
    });
}

#[test]
#[ignore = "needs a browser: cargo xtask test"]
fn a_change_is_told_once() {
    read(async |reading| {
        let paper = OwnPaper::start(says(FIRST));
        open(&reading, &paper).await;
        paper.publish(says(THEN));
        open(&reading, &paper).await;
        let there = format!("!!document.querySelector('{NOTICE}')");
        reading.browser.until(&there).await;
        open(&reading, &paper).await;
        open_changes(&reading).await;
        assert!(told(&reading).await.starts_with("Nothing has changed"));
        assert!(!reading.browser.holds(&there).await);
    });
}

#[test]
#[ignore = "needs a browser: cargo xtask test"]
fn a_story_that_is_read_for_the_first_time_has_not_changed() {
    read(async |reading| {
        let paper = OwnPaper::start(says(FIRST));
        paper.publish(says(THEN));
        open(&reading, &paper).await;
        open_changes(&reading).await;
        assert!(told(&reading).await.starts_with("Nothing has changed"));
    });
}

#[test]
#[ignore = "needs a browser: cargo xtask test"]
fn dated_corrections_stand_below_what_changed() {
    read(async |reading| {
        let paper = OwnPaper::start(says(FIRST));
        open(&reading, &paper).await;
        paper.publish(|story| {
            says(THEN)(story);
            story["corrections"] =
                json!([{ "date": "2026-02-03T10:00:00Z", "text": "It was no heron." }]);
        });
        open(&reading, &paper).await;
        open_changes(&reading).await;
        reading
            .browser
            .until("!!document.querySelector('.changes ins')")
            .await;
        let said = told(&reading).await;
        assert!(
            said.contains("February 3, 2026") && said.ends_with("It was no heron."),
            "{said}"
        );
    });
}

#[test]
#[ignore = "needs a browser: cargo xtask test"]
fn a_version_that_is_no_longer_known_is_said_to_be_too_old() {
    read(async |reading| {
        let paper = OwnPaper::start(says(FIRST));
        open(&reading, &paper).await;
        reading
            .browser
            .run("localStorage['newsprint-read'] = localStorage['newsprint-read'].replace(/ .*/, ' 0123456789')")
            .await;
        paper.publish(says(THEN));
        open(&reading, &paper).await;
        open_changes(&reading).await;
        reading.browser.until("document.querySelector('.tool .changes').textContent.startsWith('The version you read is too old')").await;
    });
}

#[test]
#[ignore = "needs a browser: cargo xtask test"]
fn changes_that_do_not_arrive_are_said_not_to() {
    read(async |reading| {
        let paper = OwnPaper::start(says(FIRST));
        open(&reading, &paper).await;
        paper.publish(says(THEN));
        std::fs::remove_file(paper.printed("changes.json")).unwrap();
        open(&reading, &paper).await;
        open_changes(&reading).await;
        reading.browser.until("document.querySelector('.tool .changes').textContent.startsWith('What changed could not be loaded')").await;
    });
}

#[test]
#[ignore = "needs a browser: cargo xtask test"]
fn where_the_browser_keeps_nothing_every_story_is_new() {
    read(async |reading| {
        reading.browser.before_every_page(NO_STORAGE).await;
        let paper = OwnPaper::start(says(FIRST));
        open(&reading, &paper).await;
        paper.publish(says(THEN));
        open(&reading, &paper).await;
        open_changes(&reading).await;
        assert!(told(&reading).await.starts_with("Nothing has changed"));
    });
}
