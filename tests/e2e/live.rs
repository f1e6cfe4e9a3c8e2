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
        reading.browser.click(".news button:first-of-type").await;
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

/// The story another hour later.
fn two_hours_later(data: Vec<u8>) -> Vec<u8> {
    let mut page: Value = serde_json::from_slice(&an_hour_later(data)).unwrap();
    let story = &mut page["content"]["story"]["story"];
    story["updated"]["datetime"] = json!("2026-11-20T16:35:00Z");
    let mut update = story["body"][1].clone();
    update["update"]["id"] = json!("much-later");
    story["body"].as_array_mut().unwrap().insert(1, update);
    page.to_string().into_bytes()
}

/// With an update more, and no word of when the story was changed.
fn with_one_more(data: Vec<u8>) -> Vec<u8> {
    let before: Value = serde_json::from_slice(&data).unwrap();
    let mut page: Value = serde_json::from_slice(&an_hour_later(data)).unwrap();
    page["content"]["story"]["story"]["updated"] =
        before["content"]["story"]["story"]["updated"].clone();
    page.to_string().into_bytes()
}

/// As the story was the day before.
fn a_day_before(data: Vec<u8>) -> Vec<u8> {
    let mut page: Value = serde_json::from_slice(&data).unwrap();
    let story = &mut page["content"]["story"]["story"];
    story["updated"] =
        json!({ "datetime": "2026-11-19T09:00:00Z", "text": "19 November 2026 at 9:00" });
    page.to_string().into_bytes()
}

/// An hour later with a sound.
fn with_a_sound(data: Vec<u8>) -> Vec<u8> {
    let mut page: Value = serde_json::from_slice(&an_hour_later(data)).unwrap();
    let body = &mut page["content"]["story"]["story"]["body"];
    let sound = json!({ "audio": { "source": "assets/tide.mp3" } });
    body.as_array_mut().unwrap().push(sound);
    page.to_string().into_bytes()
}

/// Counts the bars that come from now on.
const COUNT_BARS: &str = "window.bars = 0; new MutationObserver(all => all.forEach(one => one.addedNodes.forEach(node => { window.bars += node.className == 'news'; }))).observe(document.body, {childList: true, subtree: true})";

async fn until_told(reading: &Reading, updates: u32) {
    let words = match updates {
        1 => "One new update".to_owned(),
        _ => format!("{updates} new updates"),
    };
    let told = format!("{BAR}?.textContent.startsWith('{words}')");
    reading.browser.until(&told).await;
}

/// Lets time pass until the story was asked for once more.
async fn asked_again(reading: &Reading) {
    let asked = "performance.getEntriesByType('resource').filter(one => one.name.endsWith('storm-brannoc/index.json')).length";
    let before = reading.browser.number(asked).await;
    later(reading).await;
    reading.browser.until(&format!("{asked} > {before}")).await;
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn a_bar_that_was_closed_comes_back_for_nothing_but_newer_news() {
    read(async |reading| {
        opened(&reading).await;
        reading.server.fail(DATA, Fault::Changed(an_hour_later));
        later(&reading).await;
        until_told(&reading, 1).await;
        reading.browser.click(".news button:last-of-type").await;
        reading.browser.run(COUNT_BARS).await;
        asked_again(&reading).await;
        reading.server.fail(DATA, Fault::Changed(two_hours_later));
        asked_again(&reading).await;
        until_told(&reading, 2).await;
        assert_eq!(reading.browser.number("bars").await, 1.0);
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn a_button_of_the_bar_keeps_the_focus_whatever_comes_meanwhile() {
    read(async |reading| {
        opened(&reading).await;
        reading.server.fail(DATA, Fault::Changed(an_hour_later));
        later(&reading).await;
        until_told(&reading, 1).await;
        reading
            .browser
            .run("document.querySelector('.news button:last-of-type').focus()")
            .await;
        asked_again(&reading).await;
        reading.server.fail(DATA, Fault::Changed(two_hours_later));
        asked_again(&reading).await;
        until_told(&reading, 2).await;
        let holds = "document.activeElement.matches('.news button:last-of-type')";
        assert!(reading.browser.holds(holds).await);
        // Closed by the keyboard, one is at the block that one reads.
        reading.browser.press(thirtyfour::Key::Enter).await;
        reading.browser.until(&format!("!{BAR}")).await;
        assert!(
            reading
                .browser
                .holds("!!document.activeElement.closest('main')")
                .await
        );
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn an_older_copy_of_the_story_is_no_news() {
    read(async |reading| {
        opened(&reading).await;
        reading.browser.run(COUNT_BARS).await;
        reading.server.fail(DATA, Fault::Changed(a_day_before));
        asked_again(&reading).await;
        reading.server.fail(DATA, Fault::Changed(an_hour_later));
        asked_again(&reading).await;
        until_told(&reading, 1).await;
        assert_eq!(reading.browser.number("bars").await, 1.0);
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn an_update_that_comes_without_a_new_date_of_the_story_is_told_of() {
    read(async |reading| {
        opened(&reading).await;
        reading.server.fail(DATA, Fault::Changed(with_one_more));
        later(&reading).await;
        until_told(&reading, 1).await;
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn once_it_comes_again_the_story_is_asked_for_as_often_as_before_the_failure() {
    read(async |reading| {
        opened(&reading).await;
        reading.server.go_away().await;
        asked_again(&reading).await;
        reading.server.come_back();
        // Forty seconds are too soon, eighty are enough.
        later(&reading).await;
        asked_again(&reading).await;
        reading.server.fail(DATA, Fault::Changed(an_hour_later));
        later(&reading).await;
        until_told(&reading, 1).await;
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn what_plays_plays_on_from_its_place_when_news_are_shown() {
    read(async |reading| {
        opened(&reading).await;
        reading
            .browser
            .run(
                "const player = document.createElement('audio'); player.setAttribute('src', '../../assets/tide.mp3');
                 Object.defineProperty(player, 'paused', {value: false}); Object.defineProperty(player, 'currentTime', {value: 42});
                 document.querySelector('main .body').append(player);
                 HTMLMediaElement.prototype.play = function () { window.played = [this.isConnected, this.getAttribute('src'), this.currentTime]; return Promise.reject(new DOMException('no gesture', 'NotAllowedError')); }",
            )
            .await;
        reading.server.fail(DATA, Fault::Changed(with_a_sound));
        later(&reading).await;
        until_told(&reading, 1).await;
        reading.browser.click(".news button:first-of-type").await;
        reading.browser.until("!!window.played").await;
        assert_eq!(
            reading.browser.value("played").await,
            json!([true, "../../assets/tide.mp3", 42])
        );
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn whoever_has_news_shown_by_the_keyboard_is_at_the_block_that_one_reads() {
    read(async |reading| {
        opened(&reading).await;
        reading.server.fail(DATA, Fault::Changed(an_hour_later));
        later(&reading).await;
        until_told(&reading, 1).await;
        reading
            .browser
            .run("document.querySelector('.news button:first-of-type').focus()")
            .await;
        reading.browser.press(thirtyfour::Key::Enter).await;
        reading
            .browser
            .until("!!document.getElementById('later') && !!document.activeElement.closest('main')")
            .await;
    });
}
