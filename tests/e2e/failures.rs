//! When a page does not come, the one that is being read stays, and one is told.
//!
//! Where the data is not there or is not the paper's, the link is followed as an ordinary one. Where the network or
//! the server failed, an ordinary link would fail too, so a message is shown instead.

use std::time::Duration;

use serde_json::{Value, json};

use crate::harness::{Fault, Reading, read};

const STORY: &str = "stories/heron-returns/";
const NEXT: &str = "stories/dry-dock-overrun/";
const DATA: &str = "stories/dry-dock-overrun/index.json";
const SEE_ALSO: &str = "main nav.see-also a";
const MESSAGE: &str = "document.querySelector('[role=alert]')";

/// Opens a story, scrolls down to a link, and notes how far that is.
async fn open_and_scroll(reading: &Reading) -> f64 {
    reading.open(STORY).await;
    reading.browser.mark().await;
    reading.browser.run(&format!("document.querySelector('{SEE_ALSO}').scrollIntoView({{block: 'center', behavior: 'instant'}})")).await;
    reading.browser.number("scrollY").await
}

async fn until_message_is_in_sight(reading: &Reading, patience: u64) {
    let in_sight = format!(
        "!!{MESSAGE} && (place => place.height > 0 && place.top >= 0 && place.bottom <= innerHeight)({MESSAGE}.getBoundingClientRect())"
    );
    reading
        .browser
        .until_within(Duration::from_secs(patience), &in_sight)
        .await;
}

async fn nothing_is_lost(reading: &Reading, scrolled: f64) {
    assert!(
        reading.browser.shows_the_first_main().await,
        "the story being read is gone"
    );
    assert_eq!(
        reading.browser.number("scrollY").await,
        scrolled,
        "the story moved"
    );
    assert_eq!(
        reading.browser.text("location.href").await,
        reading.server.url(STORY)
    );
    assert!(
        reading
            .browser
            .text("document.title")
            .await
            .starts_with("The Heron sails again")
    );
}

/// A click on the way to a fault shows a message that says so, and the story stays.
fn a_message_is_shown_for(fault: Fault, says: &'static str, patience: u64) {
    read(async move |reading| {
        reading.server.fail(DATA, fault);
        let scrolled = open_and_scroll(&reading).await;
        reading.browser.click(SEE_ALSO).await;
        until_message_is_in_sight(&reading, patience).await;
        let text = reading
            .browser
            .text(&format!("{MESSAGE}.textContent"))
            .await;
        assert!(text.contains(says), "{text}");
        nothing_is_lost(&reading, scrolled).await;
    });
}

/// A click on the way to a fault ends on the page itself, which came with a full load.
fn the_link_is_followed_as_an_ordinary_one_for(fault: Fault) {
    read(async move |reading| {
        reading.server.fail(DATA, fault);
        open_and_scroll(&reading).await;
        reading.browser.click(SEE_ALSO).await;
        reading.until_at(NEXT).await;
        assert!(
            !reading.browser.is_marked().await,
            "a full load was expected"
        );
        assert_eq!(
            reading
                .browser
                .text("document.querySelector('main h1').textContent")
                .await,
            "Where the two million went"
        );
        assert_eq!(reading.server.times_asked(NEXT), 1);
    });
}

/// Whatever another script does wrong, the next link is still followed by the reader.
fn the_reader_goes_on_after(script: &str) {
    let script = script.to_owned();
    read(async move |reading| {
        reading.open(STORY).await;
        reading.browser.mark().await;
        reading
            .browser
            .run("window.faults = 0; for (const kind of ['error', 'unhandledrejection']) addEventListener(kind, () => { window.faults += 1; })")
            .await;
        reading
            .browser
            .run(&format!("setTimeout(() => {{ {script} }})"))
            .await;
        reading.browser.until("window.faults > 0").await;
        reading.browser.click(SEE_ALSO).await;
        reading.until_at(NEXT).await;
        assert!(
            reading.browser.is_marked().await,
            "the reader ended: {script}"
        );
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn errors_of_other_scripts_do_not_end_the_reader() {
    the_reader_goes_on_after("throw new RangeError('of another script')");
    the_reader_goes_on_after("(function deeper() { deeper(); })()");
    the_reader_goes_on_after("'a'.repeat(-1)");
    for reason in [
        "RangeError('of another script')",
        "WebAssembly.RuntimeError('unreachable')",
    ] {
        // As the window is told of it; what a driver runs rejects without a word.
        let rejected = format!(
            "dispatchEvent(new PromiseRejectionEvent('unhandledrejection', {{promise: Promise.resolve(), reason: new {reason}}}))"
        );
        the_reader_goes_on_after(&rejected);
    }
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn what_only_calls_itself_a_trap_does_not_end_the_reader() {
    the_reader_goes_on_after(
        "dispatchEvent(new PromiseRejectionEvent('unhandledrejection', {promise: Promise.resolve(), reason: {name: 'RuntimeError'}}))",
    );
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn a_trap_in_the_wasm_of_another_script_does_not_end_the_reader() {
    // A module whose one function is `unreachable`.
    the_reader_goes_on_after(
        "new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 7, 5, 1, 1, 116, 0, 0, 10, 5, 1, 3, 0, 0, 11]))).exports.t()",
    );
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn an_error_that_the_window_says_nothing_of_does_not_end_the_reader() {
    // What a window is told of a script of another site.
    the_reader_goes_on_after("dispatchEvent(new ErrorEvent('error', {message: 'Script error.'}))");
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn data_that_is_nested_without_end_overflows_the_wasm_and_makes_the_link_an_ordinary_one() {
    read(async |reading| {
        reading.server.fail(
            DATA,
            Fault::Changed(|page| {
                let mut page: Value = serde_json::from_slice(&page).unwrap();
                page["content"]["story"]["story"]["body"] = json!([{ "list": ["DEEP"] }]);
                let (open, close) = (r#"{"text":"a","list":["#, "]}");
                let deep = [&open.repeat(200_000), "\"b\"", &*close.repeat(200_000)].concat();
                page.to_string().replace("\"DEEP\"", &deep).into_bytes()
            }),
        );
        open_and_scroll(&reading).await;
        reading.browser.click(SEE_ALSO).await;
        reading.until_at(NEXT).await;
        assert!(
            !reading.browser.is_marked().await,
            "a full load was expected"
        );
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn data_that_is_not_there_makes_the_link_an_ordinary_one() {
    the_link_is_followed_as_an_ordinary_one_for(Fault::Status(404));
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn html_in_place_of_data_makes_the_link_an_ordinary_one() {
    the_link_is_followed_as_an_ordinary_one_for(Fault::Html);
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn json_that_is_no_page_makes_the_link_an_ordinary_one() {
    the_link_is_followed_as_an_ordinary_one_for(Fault::Changed(|_| {
        br#"{"hello":"world"}"#.to_vec()
    }));
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn the_data_of_another_page_makes_the_link_an_ordinary_one() {
    the_link_is_followed_as_an_ordinary_one_for(Fault::Changed(|page| {
        with_json(page, |page| page["address"] = "stories/eel-count/".into())
    }));
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn a_page_that_is_nowhere_shows_what_the_server_says() {
    read(async |reading| {
        for path in [NEXT, DATA] {
            reading.server.fail(
                path,
                Fault::Changed(|_| {
                    b"<!doctype html><title>Gone</title><main><h1>Gone fishing</h1></main>".to_vec()
                }),
            );
        }
        open_and_scroll(&reading).await;
        reading.browser.click(SEE_ALSO).await;
        reading.until_at(NEXT).await;
        assert_eq!(
            reading
                .browser
                .text("document.querySelector('h1').textContent")
                .await,
            "Gone fishing"
        );
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn data_that_is_cut_off_shows_a_message_and_loses_nothing() {
    a_message_is_shown_for(Fault::CutOff, "This page did not arrive", 5);
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn a_server_that_fails_shows_a_message_and_loses_nothing() {
    a_message_is_shown_for(
        Fault::Status(500),
        "The server answered with an error (500)",
        5,
    );
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn a_server_that_is_overloaded_shows_a_message_and_loses_nothing() {
    a_message_is_shown_for(
        Fault::Status(503),
        "The server answered with an error (503)",
        5,
    );
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn a_dropped_connection_shows_a_message_and_loses_nothing() {
    a_message_is_shown_for(Fault::Dropped, "You seem to be offline", 5);
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn an_answer_that_never_comes_shows_a_message_after_ten_seconds_and_loses_nothing() {
    a_message_is_shown_for(Fault::Hang, "The page took too long to arrive", 14);
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn a_network_that_goes_away_shows_a_message_and_loses_nothing() {
    read(async |reading| {
        let scrolled = open_and_scroll(&reading).await;
        reading.server.go_away().await;
        reading.browser.click(SEE_ALSO).await;
        until_message_is_in_sight(&reading, 5).await;
        nothing_is_lost(&reading, scrolled).await;
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn when_the_network_is_back_trying_again_opens_the_page() {
    read(async |reading| {
        open_and_scroll(&reading).await;
        reading.server.go_away().await;
        reading.browser.click(SEE_ALSO).await;
        until_message_is_in_sight(&reading, 5).await;
        reading.server.come_back();
        reading
            .browser
            .click("[role=alert] button[data-act=retry]")
            .await;
        reading.until_at(NEXT).await;
        assert!(reading.browser.is_marked().await);
        assert!(reading.browser.holds(&format!("!{MESSAGE}")).await);
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn when_the_server_is_mended_trying_again_opens_the_page() {
    read(async |reading| {
        reading.server.fail(DATA, Fault::Status(500));
        open_and_scroll(&reading).await;
        reading.browser.click(SEE_ALSO).await;
        until_message_is_in_sight(&reading, 5).await;
        reading.server.mend(DATA);
        reading
            .browser
            .click("[role=alert] button[data-act=retry]")
            .await;
        reading.until_at(NEXT).await;
        assert!(reading.browser.is_marked().await);
        assert!(
            reading
                .browser
                .holds("document.activeElement === document.querySelector('main h1')")
                .await
        );
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn trying_again_in_vain_shows_the_message_again() {
    read(async |reading| {
        reading.server.fail(DATA, Fault::Status(500));
        let scrolled = open_and_scroll(&reading).await;
        reading.browser.click(SEE_ALSO).await;
        until_message_is_in_sight(&reading, 5).await;
        reading
            .browser
            .run(&format!("window.firstMessage = {MESSAGE}"))
            .await;
        reading
            .browser
            .click("[role=alert] button[data-act=retry]")
            .await;
        reading
            .browser
            .until(&format!("!!{MESSAGE} && {MESSAGE} !== window.firstMessage"))
            .await;
        nothing_is_lost(&reading, scrolled).await;
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn closing_the_message_gives_the_focus_back_to_the_link() {
    read(async |reading| {
        reading.server.fail(DATA, Fault::Status(500));
        let scrolled = open_and_scroll(&reading).await;
        reading.browser.click(SEE_ALSO).await;
        until_message_is_in_sight(&reading, 5).await;
        reading
            .browser
            .click("[role=alert] button[data-act=dismiss]")
            .await;
        reading.browser.until(&format!("!{MESSAGE}")).await;
        assert!(
            reading
                .browser
                .holds(&format!(
                    "document.activeElement === document.querySelector('{SEE_ALSO}')"
                ))
                .await
        );
        nothing_is_lost(&reading, scrolled).await;
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn the_message_offers_the_page_as_an_ordinary_link() {
    read(async |reading| {
        reading.server.fail(DATA, Fault::Status(500));
        open_and_scroll(&reading).await;
        reading.browser.click(SEE_ALSO).await;
        until_message_is_in_sight(&reading, 5).await;
        reading.browser.click("[role=alert] a").await;
        reading.until_at(NEXT).await;
        assert!(!reading.browser.is_marked().await);
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn another_link_closes_the_message_and_opens_its_page() {
    read(async |reading| {
        reading.server.fail(DATA, Fault::Status(500));
        open_and_scroll(&reading).await;
        reading.browser.click(SEE_ALSO).await;
        until_message_is_in_sight(&reading, 5).await;
        reading
            .browser
            .run("document.querySelector('main a[rel=author]').click()")
            .await;
        reading.until_at("authors/ines-calder/").await;
        assert!(reading.browser.holds(&format!("!{MESSAGE}")).await);
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn while_a_page_is_long_in_coming_a_sign_shows_and_another_link_still_works() {
    read(async |reading| {
        reading.server.fail(DATA, Fault::Hang);
        open_and_scroll(&reading).await;
        reading.browser.click(SEE_ALSO).await;
        reading.browser.until("!!document.querySelector('.progress') && document.querySelector('.progress').offsetHeight > 0").await;
        reading.browser.click("main .topics a").await;
        reading.until_at("topics/harbour/").await;
        assert!(
            reading
                .browser
                .holds("!document.querySelector('.progress')")
                .await
        );
        assert!(reading.browser.is_marked().await);
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn back_without_a_network_shows_a_message_and_closing_it_returns_to_the_story() {
    read(async |reading| {
        reading.open(STORY).await;
        reading.browser.click(SEE_ALSO).await;
        reading.until_at(NEXT).await;
        reading.browser.reload().await;
        reading.browser.call_the_reader().await;
        reading.browser.mark().await;
        reading.server.go_away().await;
        reading.browser.run("history.back()").await;
        until_message_is_in_sight(&reading, 5).await;
        assert!(reading.browser.shows_the_first_main().await);
        reading
            .browser
            .click("[role=alert] button[data-act=dismiss]")
            .await;
        reading
            .browser
            .until(&format!("location.href == '{}'", reading.server.url(NEXT)))
            .await;
        assert!(reading.browser.shows_the_first_main().await);
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn an_unknown_block_is_a_labelled_gap_and_the_rest_of_the_story_is_there() {
    read(async |reading| {
        reading.server.fail(
            DATA,
            Fault::Changed(|page| {
                with_json(page, |page| {
                    let body = page["content"]["story"]["story"]["body"]
                        .as_array_mut()
                        .unwrap();
                    body.insert(1, json!({ "hologram": { "depth": 3 } }));
                })
            }),
        );
        open_and_scroll(&reading).await;
        reading.browser.click(SEE_ALSO).await;
        reading.until_at(NEXT).await;
        assert!(reading.browser.is_marked().await);
        let gaps = reading
            .browser
            .value("[...document.querySelectorAll('main .gap')].map(gap => gap.textContent)")
            .await;
        assert_eq!(
            gaps,
            json!(["This part of the story (hologram) cannot be shown here."])
        );
        let drawn = reading.browser.value("[...document.querySelectorAll('main .body p:not(.gap)')].map(part => part.textContent)").await;
        reading.open(NEXT).await;
        let printed = reading
            .browser
            .value("[...document.querySelectorAll('main .body p')].map(part => part.textContent)")
            .await;
        assert_eq!(drawn, printed);
    });
}

/// The JSON of a page, changed.
pub(crate) fn with_json(page: Vec<u8>, change: impl FnOnce(&mut Value)) -> Vec<u8> {
    let mut page: Value = serde_json::from_slice(&page).unwrap();
    change(&mut page);
    serde_json::to_vec(&page).unwrap()
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn the_bar_for_selected_words_does_not_cover_what_the_message_offers() {
    read(async |reading| {
        let browser = &reading.browser;
        reading.server.fail(DATA, Fault::Status(500));
        reading.open(STORY).await;
        browser.call_the_tools().await;
        browser
            .run("getSelection().selectAllChildren(document.querySelector('.body > p'))")
            .await;
        browser
            .until("!!document.querySelector('.selection button')")
            .await;
        browser
            .run(&format!("document.querySelector('{SEE_ALSO}').click()"))
            .await;
        until_message_is_in_sight(&reading, 10).await;
        reading.server.mend(DATA);
        browser.click("[role=alert] [data-act=retry]").await;
        reading.until_at(NEXT).await;
        assert!(browser.holds("!document.querySelector('.selection')").await);
    });
}
