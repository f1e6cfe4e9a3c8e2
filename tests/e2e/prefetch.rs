//! A page is asked for just before it is needed, and nothing is asked for before the printed page has painted.

use crate::harness::{Reading, read};

const DATA: &str = "stories/heron-returns/index.json";
const HEADLINE: &str = "main .leads h3 a";

async fn until_asked_for(reading: &Reading, path: &str) {
    for _ in 0..200 {
        if reading.server.times_asked(path) > 0 {
            return;
        }
        tokio::time::sleep(std::time::Duration::from_millis(10)).await;
    }
    panic!(
        "{path} was not asked for, only {:?}",
        reading.server.requests()
    );
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn a_pointer_that_rests_on_a_link_asks_for_its_page() {
    read(async |reading| {
        reading.open("").await;
        assert_eq!(reading.server.times_asked(DATA), 0);
        reading.browser.hover(HEADLINE).await;
        until_asked_for(&reading, DATA).await;
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn the_focus_on_a_link_asks_for_its_page() {
    read(async |reading| {
        reading.open("").await;
        reading
            .browser
            .run(&format!("document.querySelector('{HEADLINE}').focus()"))
            .await;
        until_asked_for(&reading, DATA).await;
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn a_finger_on_a_link_asks_for_its_page() {
    read(async |reading| {
        reading.open("").await;
        reading.browser.run(&format!("document.querySelector('{HEADLINE}').dispatchEvent(new Event('touchstart', {{bubbles: true}}))")).await;
        until_asked_for(&reading, DATA).await;
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn a_link_that_the_pointer_came_to_before_the_reader_was_there_asks_for_its_page() {
    read(async |reading| {
        reading.load("").await;
        // The move calls the reader, and is over before it comes.
        reading.browser.hover(HEADLINE).await;
        until_asked_for(&reading, DATA).await;
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn a_page_that_was_asked_for_early_is_not_asked_for_again() {
    read(async |reading| {
        reading.open("").await;
        reading.browser.hover(HEADLINE).await;
        until_asked_for(&reading, DATA).await;
        reading.browser.click(HEADLINE).await;
        reading.until_at("stories/heron-returns/").await;
        assert_eq!(reading.server.times_asked(DATA), 1);
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn a_reader_that_something_waits_for_comes_after_the_largest_paint_and_the_load() {
    read(async |reading| {
        reading.browser.before_every_page(
            "window.largest = 0; new PerformanceObserver(list => { for (const paint of list.getEntries()) { window.largest = paint.startTime; window.painted = paint.element && paint.element.outerHTML.slice(0, 120); } }).observe({type: 'largest-contentful-paint', buffered: true})",
        ).await;
        reading.load("").await;
        reading
            .browser
            .run("localStorage['newsprint-places'] = '/ x 0'")
            .await;
        for page in ["", "stories/heron-returns/", "sections/city/"] {
            reading.browser.go_to("about:blank").await;
            reading.load(page).await;
            reading.browser.until_the_reader_is_there().await;
            reading.browser.until("window.largest > 0").await;
            let asked = reading.browser.number("Math.min(...performance.getEntriesByType('resource').filter(one => /reader-[0-9a-f]+[.](js|wasm)$/.test(one.name)).map(one => one.startTime))").await;
            let largest = reading.browser.number("window.largest").await;
            let painted = reading.browser.value("window.painted").await;
            let loaded = reading
                .browser
                .number("performance.getEntriesByType('navigation')[0].loadEventStart")
                .await;
            assert!(
                asked > largest,
                "{page}: the reader at {asked} ms, the largest paint at {largest} ms, of {painted}"
            );
            assert!(
                asked > loaded,
                "{page}: the reader at {asked} ms, the load at {loaded} ms"
            );
        }
    });
}
