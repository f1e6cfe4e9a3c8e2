//! What is stored in the browser is shown, deleted, written to a file and read from one.

use crate::harness::{Reading, Setting, read, read_in};

const STORY: &str = "stories/heron-returns/";
const SAVED: &str = "window.saved = []; URL.createObjectURL = blob => (saved.push(blob), 'blob:nothing'); HTMLAnchorElement.prototype.click = () => {}";

async fn opened(reading: &Reading, kept: &str) {
    reading.open(STORY).await;
    reading.browser.run(kept).await;
    reading
        .browser
        .until("!!document.querySelector('.tools-button')")
        .await;
    reading.browser.click(".tools-button").await;
    reading.browser.choose_tool("What is stored").await;
    reading
        .browser
        .until("!!document.querySelector('.tool .data')")
        .await;
}

const KEPT: &str = "localStorage.setItem('newsprint-choices', 'scheme=dark'); localStorage.setItem('newsprint-off', 'swipes')";

/// Chooses a file with this text.
async fn choose(reading: &Reading, text: &str) {
    reading
        .browser
        .run(&format!(
            "const files = new DataTransfer(); files.items.add(new File([{text:?}], 'newsprint.json'));
             const input = document.querySelector('[name=import]'); input.files = files.files;
             input.dispatchEvent(new Event('input', {{bubbles: true}}))"
        ))
        .await;
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn every_kind_is_shown_and_deleted_by_itself() {
    read(async |reading| {
        opened(&reading, KEPT).await;
        assert_eq!(
            reading
                .browser
                .number("document.querySelectorAll('.data .rows li').length")
                .await,
            3.0,
            "what was chosen, what was switched off, and the version of the story"
        );
        reading
            .browser
            .click(".data .rows li:first-child button")
            .await;
        assert!(reading.browser.holds("!localStorage['newsprint-choices'] && localStorage['newsprint-off'] == 'swipes'").await);
        assert_eq!(
            reading
                .browser
                .number("document.querySelectorAll('.data .rows li').length")
                .await,
            2.0
        );
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn all_of_it_is_deleted_at_once_and_the_page_looks_as_the_paper_has_it() {
    read(async |reading| {
        opened(&reading, KEPT).await;
        reading.browser.click(".data p [data-do=delete]").await;
        assert!(
            reading
                .browser
                .holds("!Object.keys(localStorage).some(name => name.startsWith('newsprint'))")
                .await
        );
        assert!(
            reading
                .browser
                .holds("document.querySelector('.tool').textContent.includes('Nothing is stored.')")
                .await
        );
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn what_is_written_to_a_file_is_taken_over_from_it() {
    read(async |reading| {
        reading.browser.before_every_page(SAVED).await;
        opened(&reading, KEPT).await;
        reading.browser.click("[data-do=export]").await;
        reading
            .browser
            .run("saved[0].text().then(text => { window.text = text; })")
            .await;
        reading.browser.until("!!window.text").await;
        let file = reading.browser.text("text").await;
        reading.browser.click(".data p [data-do=delete]").await;
        choose(&reading, &file).await;
        reading
            .browser
            .until("document.querySelector('.outcome').textContent == 'Taken over.'")
            .await;
        assert!(reading.browser.holds("localStorage['newsprint-choices'] == 'scheme=dark' && localStorage['newsprint-off'] == 'swipes'").await);
        assert_eq!(
            reading
                .browser
                .text("getComputedStyle(document.body).backgroundColor")
                .await,
            "rgb(22, 20, 18)"
        );
    });
}

/// Opens the tool, and waits until it names the kept stories.
async fn with_kept_story(reading: &Reading) {
    opened(reading, "1").await;
    let there = "!!document.querySelector(\"[data-do='delete stories']\")";
    reading.browser.until(there).await;
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn kept_stories_are_deleted_written_to_the_file_and_kept_again_from_it() {
    let setting = Setting {
        workers: true,
        ..Setting::default()
    };
    read_in(setting, async |reading| {
        reading.browser.before_every_page(SAVED).await;
        opened(&reading, "1").await;
        reading.browser.choose_tool("Keep").await;
        reading
            .browser
            .until("!!document.querySelector('.keep > button')")
            .await;
        reading.browser.click(".keep > button").await;
        reading
            .browser
            .until("!!document.querySelector('.kept li')")
            .await;
        with_kept_story(&reading).await;
        reading.browser.click("[data-do=export]").await;
        reading
            .browser
            .run("saved[0].text().then(text => { window.text = text; })")
            .await;
        reading.browser.until("!!window.text").await;
        let file = reading.browser.text("text").await;
        assert!(file.contains(&reading.server.url(STORY)), "{file}");
        reading.browser.click("[data-do='delete stories']").await;
        reading
            .browser
            .until("!document.querySelector(\"[data-do='delete stories']\")")
            .await;
        // Never read in this browser: without a network it is there only if it was kept whole.
        let other = file.replace("heron-returns", "the-drowned-street");
        choose(&reading, &other).await;
        reading
            .browser
            .until("!!document.querySelector(\"[data-do='delete stories']\")")
            .await;
        reading.server.go_away().await;
        reading.load("stories/the-drowned-street/").await;
        let seen = "[...document.querySelectorAll('main img')].filter(picture => picture.loading != 'lazy').every(picture => picture.complete && picture.naturalWidth > 0) && !!document.querySelector('main h1')";
        reading.browser.until(seen).await;
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn a_file_that_is_none_of_ours_changes_nothing_and_that_is_said() {
    for file in [
        "no JSON",
        "{\"kept\": {\"newsprint-off\": \"letters\"}}",
        "{\"newsprint\": 2, \"kept\": {}}",
    ] {
        read(async move |reading| {
            opened(&reading, KEPT).await;
            choose(&reading, file).await;
            reading
                .browser
                .until("document.querySelector('.outcome').textContent.startsWith('This file holds nothing')")
                .await;
            assert!(
                reading
                    .browser
                    .holds("localStorage['newsprint-off'] == 'swipes'")
                    .await
            );
        });
    }
}
