//! A page that nobody uses asks for nothing but itself: the reader comes with the first sign of use, or where something
//! waits for it.

use std::time::Duration;

use serde_json::json;
use thirtyfour::Key;

use crate::harness::{Fault, Reading, read};

const STORY: &str = "stories/heron-returns/";
const LIVE: &str = "stories/live-storm-brannoc/";
const BUTTON: &str = ".tools-button";
const SAVES_DATA: &str = "Object.defineProperty(navigator, 'connection', {value: {saveData: true, effectiveType: '4g'}})";

/// Longer than the loader ever takes. That nothing happens can only be seen by waiting.
async fn wait() {
    tokio::time::sleep(Duration::from_millis(1_500)).await;
}

/// What was asked for besides the page, its pictures and its faces.
fn asked_for_more(reading: &Reading) -> Vec<String> {
    let belongs = |path: &String| {
        let parts = [
            ".jpg",
            ".webp",
            ".svg",
            ".png",
            ".woff2",
            ".webmanifest",
            "/",
        ];
        path.is_empty() || parts.iter().any(|part| path.ends_with(part))
    };
    let mut asked = reading.server.requests();
    asked.retain(|path| !belongs(path));
    asked
}

/// Opens a page, and waits in vain for the reader.
async fn open_and_wait(reading: &Reading, page: &str) {
    reading.load(page).await;
    wait().await;
    assert_eq!(asked_for_more(reading), [""; 0]);
}

fn a_page_asks_for_nothing_but_itself(page: &'static str) {
    read(async move |reading| open_and_wait(&reading, page).await);
}

fn the_reader_comes_with(sign: impl AsyncFnOnce(&Reading) + 'static) {
    read(async move |reading| {
        open_and_wait(&reading, STORY).await;
        sign(&reading).await;
        reading.browser.until_the_reader_is_there().await;
    });
}

fn the_reader_comes_by_itself(page: &'static str) {
    read(async move |reading| {
        reading.load(page).await;
        reading.browser.until_the_reader_is_there().await;
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn the_front_page_asks_for_nothing_but_itself() {
    a_page_asks_for_nothing_but_itself("");
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn a_story_asks_for_nothing_but_itself() {
    a_page_asks_for_nothing_but_itself(STORY);
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn a_question_in_the_address_of_a_story_calls_no_reader() {
    a_page_asks_for_nothing_but_itself("stories/heron-returns/?from=a-letter");
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn the_search_page_asks_for_nothing_while_nothing_is_asked_of_it() {
    a_page_asks_for_nothing_but_itself("search/");
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn the_reader_comes_with_the_first_move_of_the_pointer() {
    the_reader_comes_with(async |reading| reading.browser.hover("main h1").await);
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn the_reader_comes_with_the_first_key() {
    the_reader_comes_with(async |reading| reading.browser.press(Key::Shift).await);
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn the_reader_comes_with_the_first_touch() {
    the_reader_comes_with(async |reading| {
        for (kind, points) in [
            ("touchStart", json!([{ "x": 200, "y": 300 }])),
            ("touchEnd", json!([])),
        ] {
            let touch = json!({ "type": kind, "touchPoints": points });
            reading
                .browser
                .devtools("Input.dispatchTouchEvent", touch)
                .await;
        }
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn the_reader_comes_when_the_page_is_scrolled() {
    the_reader_comes_with(async |reading| reading.browser.run("scrollBy(0, 40)").await);
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn the_reader_comes_when_something_gets_the_focus() {
    the_reader_comes_with(async |reading| {
        let focus = "document.querySelector('main a').focus()";
        reading.browser.run(focus).await;
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn a_live_story_calls_the_reader() {
    the_reader_comes_by_itself(LIVE);
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn a_question_to_the_search_page_calls_the_reader() {
    the_reader_comes_by_itself("search/?q=heron");
}

/// Opens a story, keeps something in the browser, and opens it again.
async fn come_back_with(reading: &Reading, kept: &str) {
    reading.load(STORY).await;
    reading
        .browser
        .run(&format!("localStorage[{kept}] = '/ x 0'"))
        .await;
    reading.browser.go_to("about:blank").await;
    reading.load(STORY).await;
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn what_is_kept_of_stories_calls_the_reader() {
    read(async |reading| {
        for kept in [
            "'newsprint-places'",
            "'newsprint-read'",
            "'newsprint-highlights'",
        ] {
            come_back_with(&reading, kept).await;
            reading.browser.until_the_reader_is_there().await;
            reading.browser.run("localStorage.clear()").await;
        }
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn how_pages_look_is_set_without_the_reader() {
    read(async |reading| {
        reading.load(STORY).await;
        reading
            .browser
            .run("localStorage['newsprint-choices'] = 'size=4'; localStorage.newsprint = ':root{font-size:150%}'")
            .await;
        open_and_wait(&reading, STORY).await;
        let size = "getComputedStyle(document.documentElement).fontSize";
        assert_eq!(reading.browser.text(size).await, "24px");
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn an_entry_of_the_history_that_the_reader_wrote_calls_it() {
    read(async |reading| {
        reading.open("").await;
        reading.browser.click("main .leads h3 a").await;
        reading.until_at(STORY).await;
        reading.browser.reload().await;
        reading.browser.until_the_reader_is_there().await;
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn a_link_that_is_clicked_before_the_reader_is_there_is_an_ordinary_one() {
    read(async |reading| {
        reading.load(STORY).await;
        reading.browser.mark().await;
        // No pointer has moved.
        reading
            .browser
            .run("document.querySelector('main nav.see-also a').click()")
            .await;
        reading.until_at("stories/dry-dock-overrun/").await;
        assert!(!reading.browser.is_marked().await);
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn the_button_of_the_tools_is_there_without_the_reader_and_one_click_is_enough() {
    read(async |reading| {
        open_and_wait(&reading, STORY).await;
        let name = format!("document.querySelector('{BUTTON}').ariaLabel");
        assert_eq!(reading.browser.text(&name).await, "Reading tools");
        reading.browser.click(BUTTON).await;
        reading
            .browser
            .until("!!document.querySelector('.tools-panel')")
            .await;
        let button = format!(
            "[document.querySelectorAll('{BUTTON}').length, document.querySelector('{BUTTON}').ariaExpanded, document.querySelector('{BUTTON}').ariaBusy]"
        );
        assert_eq!(
            reading.browser.value(&button).await,
            json!([1, "true", null])
        );
        reading.browser.click(BUTTON).await;
        reading
            .browser
            .until("!document.querySelector('.tools-panel')")
            .await;
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn words_that_are_selected_before_the_reader_is_there_are_offered_to_be_highlighted() {
    read(async |reading| {
        reading.load(STORY).await;
        let select = "getSelection().selectAllChildren(document.querySelector('.body > p'))";
        reading.browser.run(select).await;
        reading.browser.begin_to_use().await;
        let offered = "!!document.querySelector('.selection button')";
        reading.browser.until(offered).await;
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn where_the_reader_does_not_come_neither_the_button_of_the_tools_nor_the_form_of_the_search_is_seen()
 {
    read(async |reading| {
        reading.load(STORY).await;
        let script = "document.getElementById('newsprint').dataset.reader.split('/').pop()";
        let module = reading.browser.text(script).await;
        reading
            .server
            .fail(&format!("assets/{module}"), Fault::Dropped);
        reading.load("search/").await;
        for part in [BUTTON, "#q"] {
            assert!(reading.browser.is_shown(part).await);
        }
        reading.browser.click(BUTTON).await;
        reading
            .browser
            .until("!document.documentElement.matches('.able')")
            .await;
        for part in [BUTTON, "#q"] {
            assert!(!reading.browser.is_shown(part).await);
        }
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn with_save_data_no_page_is_asked_for_early() {
    read(async |reading| {
        reading.browser.before_every_page(SAVES_DATA).await;
        reading.open("").await;
        reading.browser.hover("main .leads h3 a").await;
        // Longer than a pointer has to rest.
        tokio::time::sleep(Duration::from_millis(300)).await;
        assert_eq!(
            reading
                .server
                .times_asked("stories/heron-returns/index.json"),
            0
        );
    });
}
