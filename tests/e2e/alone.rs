//! Tests share browsers, and none meets what another one left.

use serde_json::json;

use crate::harness::{Driver, Engine, OwnPaper, Reading, Setting, read_in};

/// Leaves something in every kind of store, and a second window.
const LEAVE: &str = "document.cookie = 'left=yes'; localStorage.left = sessionStorage.left = 'yes'; window.name = 'left'; open(location);
    navigator.serviceWorker.register('service-worker.js').then(() => caches.open('left'))
        .then(() => indexedDB.open('left').onsuccess = () => window.leaves = true)";

/// What is found in the stores, and how the window is.
const FOUND: &str = "Promise.all([caches.keys(), indexedDB.databases(), navigator.serviceWorker.getRegistrations()]).then(kept => [
    ...kept.map(things => things.length), document.cookie, localStorage.left, sessionStorage.left, window.name, window.told,
    innerWidth, matchMedia('(prefers-color-scheme: dark)').matches, navigator.userAgent].join())";

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn a_test_finds_nothing_of_the_one_before_it_in_the_same_browser() {
    // While somebody holds it, a browser that one visit leaves is there for the next.
    let _driver = Driver::of(Engine::Chromium);
    let paper = OwnPaper::start(|_| {});
    for _ in 0..3 {
        // A page of the paper would keep things of its own.
        let bare = paper.moved("..").replace("stories/../", "robots.txt");
        let setting = Setting {
            workers: true,
            ..Setting::default()
        };
        read_in(setting, async move |reading| {
            reading.browser.go_to(&bare).await;
            reading.browser.until_windows(1).await;
            let found = reading.browser.text(FOUND).await;
            assert!(
                found.starts_with("0,0,0,,,,,,1280,false,Mozilla/"),
                "{found}"
            );
            leave_all(&reading, &bare).await;
            let left = reading.browser.text(FOUND).await;
            assert!(
                left.ends_with(",1,1,left=yes,yes,yes,left,yes,700,true,Left"),
                "{left}"
            );
        });
    }
}

async fn leave_all(reading: &Reading, page: &str) {
    let browser = &reading.browser;
    browser.before_every_page("window.told = 'yes'").await;
    browser.narrow_to(700).await;
    browser.slow_down(4).await;
    let dark = json!({ "features": [{ "name": "prefers-color-scheme", "value": "dark" }] });
    browser.devtools("Emulation.setEmulatedMedia", dark).await;
    let named = json!({ "userAgent": "Left" });
    browser
        .devtools("Network.setUserAgentOverride", named)
        .await;
    browser.go_to(page).await;
    browser.run(LEAVE).await;
    browser.until("window.leaves === true").await;
    browser.until_windows(2).await;
}
