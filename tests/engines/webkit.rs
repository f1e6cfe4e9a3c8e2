//! The paper in WebKit.

use serde_json::json;

use crate::harness::{Engine, Reading};
use crate::seen::{self, span_of_ink};
use crate::{offline, read_with, returning, visit};

const STORY: &str = "stories/heron-returns/";
const NEXT: &str = "stories/dry-dock-overrun/";

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn a_visitor_reads_searches_and_chooses_how_pages_look() {
    read_with(Engine::WebKit, visit::read_search_and_choose);
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn back_from_another_site_leads_to_where_one_was() {
    read_with(Engine::WebKit, returning::to_a_kept_document);
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn back_from_another_site_leads_to_where_one_was_on_a_page_that_the_reader_drew() {
    read_with(Engine::WebKit, returning::to_a_drawn_page);
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn back_from_another_site_leads_to_where_one_was_though_the_page_is_loaded_anew() {
    read_with(Engine::WebKit, returning::to_a_document_that_is_loaded_anew);
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn what_was_read_and_what_is_kept_is_there_without_a_network() {
    read_with(Engine::WebKit, offline::read_again);
}

/// Changes the history until WebKit refuses, which it then goes on to do for ten seconds.
async fn tire_the_history(reading: &Reading) {
    let tired = "(() => { try { for (let call = 0; call < 1000; call++) history.replaceState(history.state, ''); } catch (refusal) { return refusal.name; } })()";
    assert_eq!(reading.browser.value(tired).await, json!("SecurityError"));
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn a_link_that_the_history_has_no_entry_for_is_an_ordinary_one() {
    read_with(Engine::WebKit, async |reading| {
        let browser = &reading.browser;
        reading.open(STORY).await;
        browser.mark().await;
        tire_the_history(&reading).await;
        browser.click("main nav.see-also a").await;
        reading.until_at(NEXT).await;
        let heading = "document.querySelector('main h1').textContent";
        assert_eq!(browser.text(heading).await, "Where the two million went");
        assert!(!browser.is_marked().await, "a full load was expected");
        browser.back().await;
        reading.until_at(STORY).await;
        assert!(
            browser
                .text(heading)
                .await
                .starts_with("The Heron sails again")
        );
    });
}

/// Turns from section to section as soon as each is shown, until a full load ends it. What stands there at any frame
/// has to be what the address says.
const TURN: &str = "
    const frame = () => new Promise(requestAnimationFrame);
    const wrong = () => {
        const [, section] = location.pathname.match(/sections\\/(\\w+)/) || [];
        const heading = document.querySelector('main h1').textContent.toLowerCase();
        if (section && heading != section) sessionStorage.wrong = `${heading} at ${location.pathname}`;
    };
    sessionStorage.turns = 0;
    (async () => {
        for (;;) for (const section of ['city', 'trade']) {
            const link = [...document.querySelectorAll('header.masthead a')].find(link => link.href.includes(section));
            link.click();
            do await frame(), wrong(); while (!location.pathname.includes(section));
            sessionStorage.turns++;
        }
    })()";

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn whoever_turns_a_hundred_times_in_ten_seconds_sees_no_page_under_the_address_of_another() {
    read_with(Engine::WebKit, async |reading| {
        let browser = &reading.browser;
        reading.open("").await;
        browser.mark().await;
        browser.run(TURN).await;
        browser
            .until("!window.marked && document.readyState == 'complete'")
            .await;
        assert!(
            browser.number("+sessionStorage.turns").await > 30.0,
            "a full load came too soon"
        );
        assert_eq!(
            browser.value("sessionStorage.wrong || null").await,
            json!(null)
        );
        let right = "location.pathname.endsWith(`/sections/${document.querySelector('main h1').textContent.toLowerCase()}/`)";
        assert!(browser.holds(right).await);
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn what_a_search_finds_stands_under_its_own_address() {
    read_with(Engine::WebKit, async |reading| {
        let browser = &reading.browser;
        reading.open("search/").await;
        tire_the_history(&reading).await;
        let field = browser.find("#q").await;
        field.send_keys("slipway dredgers").await.unwrap();
        browser.until("location.search == '?q=slipway%20dredgers' && document.querySelectorAll('main .finds li').length > 0").await;
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn double_rules_are_two_lines() {
    read_with(Engine::WebKit, seen::the_rules_are_double);
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn arabic_letters_stand_on_one_line_and_their_dots_over_them() {
    read_with(Engine::WebKit, async |reading| {
        let browser = &reading.browser;
        // The face comes with the first visit, and is used in the second.
        for _ in 0..2 {
            reading.load("stories/al-mina-wa-al-lugha/").await;
            browser.until("document.fonts.status == 'loaded'").await;
        }
        let face = "[...document.fonts].some(face => face.family.includes('Naskh') && face.status == 'loaded')";
        assert!(browser.holds(face).await, "the face did not come");
        // Nothing in these words is higher than an alef, or lower.
        let alef = span_of_ink(&reading, "main h1", "ا").await;
        for words in ["ات", "ات.", "ات ات ا", "ا «ات» 7", "ثا"] {
            let words = ["ا ", words].concat();
            let span = span_of_ink(&reading, "main h1", &words).await;
            let off = span
                .start
                .abs_diff(alef.start)
                .max(span.end.abs_diff(alef.end));
            assert!(off <= 2, "{words}: {span:?} and not {alef:?}");
        }
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn chinese_lines_are_full() {
    read_with(Engine::WebKit, async |reading| {
        reading.load("stories/zh-harbour-kitchen/").await;
        let short = "(text => {
            text.textContent = '潮'.repeat(200);
            const range = document.createRange();
            range.selectNodeContents(text);
            const room = text.clientWidth - 1.5 * parseFloat(getComputedStyle(text).fontSize);
            return [...range.getClientRects()].slice(0, -1).filter(line => line.width < room).length;
        })(document.querySelector('.body > p'))";
        assert_eq!(reading.browser.number(short).await, 0.0);
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn back_from_another_site_the_bar_for_selected_words_is_there_only_with_words() {
    read_with(Engine::WebKit, returning::to_selected_words);
}
