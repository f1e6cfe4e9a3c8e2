//! A live story is followed while one reads it, and never moves what one is reading.

use serde_json::{Value, json};

use crate::harness::{Fault, Reading, read};

const STORY: &str = "stories/live-storm-brannoc/";
const DATA: &str = "stories/live-storm-brannoc/index.json";
const BAR: &str = "document.querySelector('.news')";

/// The story an hour later, with an update on top.
fn an_hour_later(data: Vec<u8>) -> Vec<u8> {
    let mut page: Value = serde_json::from_slice(&data).unwrap();
    let story = &mut page["content"]["story"]["story"];
    story["updated"] =
        json!({ "datetime": "2026-11-20T15:35:00Z", "text": "20 November 2026 at 15:35" });
    let update = json!({ "update": { "date": { "datetime": "2026-11-20T15:30:00Z", "text": "15:30" }, "headline": "The wind drops", "body": [{ "paragraph": "Nobody noticed at first." }], "id": "later" } });
    story["body"].as_array_mut().unwrap().insert(1, update);
    page.to_string().into_bytes()
}

async fn opened(reading: &Reading) {
    reading.open(STORY).await;
    reading.browser.call_the_tools().await;
}

/// Lets half a minute pass, and looks at the window again.
async fn later(reading: &Reading) {
    reading
        .browser
        .run("window.now ??= Date.now; window.passed = (window.passed ?? 0) + 40000; Date.now = () => now() + passed; document.dispatchEvent(new Event('visibilitychange'))")
        .await;
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn new_updates_are_announced_and_shown_when_asked_for_without_moving_what_one_reads() {
    read(async |reading| {
        opened(&reading).await;
        reading
            .browser
            .run("document.querySelectorAll('.update')[4].scrollIntoView()")
            .await;
        reading.server.fail(DATA, Fault::Changed(an_hour_later));
        later(&reading).await;
        reading
            .browser
            .until(&format!("{BAR}?.textContent.startsWith('One new update')"))
            .await;
        reading
            .browser
            .until("document.querySelector('body > [role=status]').textContent == 'One new update'")
            .await;
        assert!(
            reading
                .browser
                .holds("!document.getElementById('later')")
                .await
        );
        let place = "Math.round(document.querySelector('#' + CSS.escape(window.id)).getBoundingClientRect().top)";
        reading
            .browser
            .run("window.id = [...document.querySelectorAll('.body > *')].find(block => block.getBoundingClientRect().bottom > 0).id")
            .await;
        let before = reading.browser.number(place).await;
        reading.browser.click(".news [data-do=news]").await;
        reading
            .browser
            .until("!!document.getElementById('later')")
            .await;
        let after = reading.browser.number(place).await;
        assert!((after - before).abs() <= 2.0, "from {before} to {after}");
        assert!(reading.browser.holds(&format!("!{BAR}")).await);
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn a_story_that_did_not_change_is_asked_for_and_nothing_is_said() {
    read(async |reading| {
        opened(&reading).await;
        let asked = reading.server.times_asked(DATA);
        later(&reading).await;
        reading.browser.until("performance.getEntriesByType('resource').some(one => one.name.endsWith('storm-brannoc/index.json'))").await;
        assert_eq!(reading.server.times_asked(DATA), asked + 1);
        assert!(reading.browser.holds(&format!("!{BAR}")).await);
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn in_a_hidden_window_and_on_a_story_that_is_not_live_nothing_is_asked_for() {
    read(async |reading| {
        opened(&reading).await;
        let asked = reading.server.times_asked(DATA);
        reading
            .browser
            .run("Object.defineProperty(document, 'hidden', {value: true, configurable: true})")
            .await;
        later(&reading).await;
        later(&reading).await;
        assert_eq!(reading.server.times_asked(DATA), asked);
        reading.open("stories/heron-returns/").await;
        reading.browser.call_the_tools().await;
        let asked = reading.server.requests().len();
        later(&reading).await;
        assert_eq!(reading.server.requests().len(), asked);
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn after_a_failure_it_is_asked_for_less_often_and_the_page_stays() {
    read(async |reading| {
        opened(&reading).await;
        reading.server.go_away().await;
        later(&reading).await;
        reading.browser.until("performance.getEntriesByType('resource').some(one => one.name.endsWith('storm-brannoc/index.json'))").await;
        reading.server.come_back();
        let asked = reading.server.times_asked(DATA);
        // Forty seconds are too soon now.
        later(&reading).await;
        assert_eq!(reading.server.times_asked(DATA), asked);
        later(&reading).await;
        reading.browser.until("performance.getEntriesByType('resource').filter(one => one.name.endsWith('storm-brannoc/index.json')).length > 1").await;
        assert!(
            reading
                .browser
                .holds(&format!("!{BAR} && !!document.querySelector('.update')"))
                .await
        );
    });
}
