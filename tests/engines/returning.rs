//! Back from another site: to the place one left, whether the browser kept the document or loads it anew.

use std::time::Duration;

use tokio::time::sleep;

use crate::harness::{Reading, Server};

pub(crate) const STORY: &str = "stories/heron-returns/";

/// Longer than the reader waits for the scrolling to rest before it writes down where.
const REST: Duration = Duration::from_millis(300);

/// Scrolls, and waits until the reader has written the place down.
async fn scroll_to(reading: &Reading, y: u32) {
    let browser = &reading.browser;
    browser.run(&format!("scrollTo(0, {y})")).await;
    browser
        .until(&format!(
            "scrollY == {y} && (history.state || {{}}).y == {y}"
        ))
        .await;
}

/// Goes to another site, as by a link.
async fn go_elsewhere(reading: &Reading, url: &str) {
    let browser = &reading.browser;
    let go = format!("setTimeout(() => location.href = '{url}')");
    browser.run(&go).await;
    let there = format!("location.href == '{url}' && document.readyState == 'complete'");
    browser.until(&there).await;
}

/// Goes to another site, and comes back to a page that is scrolled as it was.
async fn go_elsewhere_and_back(reading: &Reading, elsewhere: &Server, page: &str, y: u32) {
    go_elsewhere(reading, &elsewhere.url("topics/")).await;
    reading.browser.back().await;
    reading.until_at(page).await;
    stays_at(reading, y).await;
}

/// The window comes to a place, and neither it nor what the reader writes down leaves it.
async fn stays_at(reading: &Reading, y: u32) {
    let there = format!("scrollY == {y} && history.state.y == {y}");
    reading.browser.until(&there).await;
    sleep(REST).await;
    let place = "[scrollY, history.state.y].join()";
    assert_eq!(reading.browser.text(place).await, format!("{y},{y}"));
}

/// To a document that the browser kept whole, as far as it did: Firefox does not where the machine has much to do.
pub(crate) async fn to_a_kept_document(reading: Reading) {
    let elsewhere = Server::start("/").await;
    reading.open(STORY).await;
    scroll_to(&reading, 900).await;
    for _ in 0..2 {
        go_elsewhere_and_back(&reading, &elsewhere, STORY, 900).await;
    }
}

/// To a page that the reader drew, and then to the one before it and forward again.
pub(crate) async fn to_a_drawn_page(reading: Reading) {
    let elsewhere = Server::start("/").await;
    reading.open("").await;
    // A hand has to click: WebKit leaves out, on the way back, what a script alone has come through.
    scroll_to(&reading, 50).await;
    reading.browser.click("main .leads h3 a").await;
    reading.until_at(STORY).await;
    scroll_to(&reading, 700).await;
    go_elsewhere_and_back(&reading, &elsewhere, STORY, 700).await;
    reading.browser.back().await;
    reading.until_at("").await;
    stays_at(&reading, 50).await;
    reading.browser.forward().await;
    reading.until_at(STORY).await;
    stays_at(&reading, 700).await;
}

/// To a document that the browser did not keep.
pub(crate) async fn to_a_document_that_is_loaded_anew(reading: Reading) {
    let elsewhere = Server::start("/").await;
    reading.open(STORY).await;
    scroll_to(&reading, 900).await;
    reading.browser.mark().await;
    // Firefox keeps no document with such a listener, WebKit keeps few documents.
    let listen = "addEventListener('unload', () => {})";
    reading.browser.run(listen).await;
    let pages = ["topics/", "search/", "archive/", "sections/city/", ""];
    for page in pages {
        go_elsewhere(&reading, &elsewhere.url(page)).await;
    }
    let steps = pages.len();
    let back = format!("setTimeout(() => history.go(-{steps}))");
    reading.browser.run(&back).await;
    reading.until_at(STORY).await;
    assert!(!reading.browser.is_marked().await, "the document was kept");
    reading.browser.call_the_reader().await;
    stays_at(&reading, 900).await;
}

/// To a story in which words were selected: they are offered something only where they are selected still.
pub(crate) async fn to_selected_words(reading: Reading) {
    let browser = &reading.browser;
    let elsewhere = Server::start("/").await;
    reading.open(STORY).await;
    browser.call_the_tools().await;
    browser
        .run("getSelection().selectAllChildren(document.querySelector('.body > p'))")
        .await;
    let bar = "!!document.querySelector('.selection button')";
    browser.until(bar).await;
    browser
        .run("document.querySelector('.selection button').focus()")
        .await;
    go_elsewhere(&reading, &elsewhere.url("topics/")).await;
    browser.back().await;
    reading.until_at(STORY).await;
    sleep(2 * REST).await;
    let right = format!("({bar}) == (String(getSelection()) != '')");
    browser.until(&right).await;
}
