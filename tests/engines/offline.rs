//! Without a network, which is to say when the server has gone. Entry points: [`read_again`] and
//! [`ask_for_what_was_not_read`].

use crate::harness::Reading;

const STORY: &str = "stories/the-drowned-street/";
const NEXT: &str = "stories/heron-returns/";
const KEPT: &str = "stories/steam-cat/";
const TOOLS: &str = ".tools-button";

/// Reads stories and keeps one; then all of them, and the front page, are there without a network.
pub(crate) async fn read_again(reading: Reading) {
    read(&reading, KEPT).await;
    keep(&reading).await;
    read(&reading, STORY).await;
    read(&reading, NEXT).await;
    reading.server.go_away().await;
    reading.browser.reload().await;
    shows(&reading, NEXT, "The Heron sails again").await;
    reading.open(STORY).await;
    shows(&reading, STORY, "The drowned street").await;
    reading.open("").await;
    shows(&reading, "", "The Averil Lantern").await;
    // As if it had not been read: what somebody keeps is found where it is kept.
    forget_what_was_read(&reading).await;
    reading.open(KEPT).await;
    shows(&reading, KEPT, "An inquiry into the working").await;
}

/// Reads one story, and asks for another without a network.
pub(crate) async fn ask_for_what_was_not_read(reading: Reading) {
    read(&reading, STORY).await;
    reading.server.go_away().await;
    reading.load(NEXT).await;
    let said = "document.querySelector('p').textContent";
    let said = reading.browser.text(said).await;
    assert!(said.starts_with("You seem to be offline"), "{said}");
}

async fn forget_what_was_read(reading: &Reading) {
    let pages = "names => names.filter(name => name.endsWith(' pages'))";
    let browser = &reading.browser;
    browser
        .run(&format!(
            "caches.keys().then({pages}).then(names => names.forEach(name => caches.delete(name)))"
        ))
        .await;
    browser
        .until(&format!(
            "caches.keys().then({pages}).then(names => !names.length)"
        ))
        .await;
}

/// Waits until the service worker has a file, in a cache of this kind.
async fn until_kept(reading: &Reading, kind: &str, file: &str) {
    let url = reading.server.url(file);
    let kept = format!(
        "caches.keys().then(async names => {{ for (const name of names) if (name.split(' ')[2] == '{kind}' && await (await caches.open(name)).match('{url}', {{ignoreVary: true}})) return true; }})"
    );
    reading.browser.until(&kept).await;
}

/// Opens a page, and waits until the service worker has it.
async fn read(reading: &Reading, page: &str) {
    reading.open(page).await;
    reading
        .browser
        .until("!!navigator.serviceWorker.controller")
        .await;
    for file in [page.to_owned(), format!("{page}index.json")] {
        until_kept(reading, "pages", &file).await;
    }
}

async fn keep(reading: &Reading) {
    let browser = &reading.browser;
    browser
        .until(&format!("!!document.querySelector('{TOOLS}')"))
        .await;
    browser.click(TOOLS).await;
    browser.choose_tool("Offline").await;
    browser.click(".keep > button").await;
    browser.until("document.querySelector('.tools-panel').textContent.includes('is saved on this device, with its pictures')").await;
}

/// The page that is shown is that of this title, with its reader.
async fn shows(reading: &Reading, page: &str, title: &str) {
    reading.until_at(page).await;
    reading.browser.call_the_reader().await;
    let heading = "document.querySelector('main h1').textContent";
    let heading = reading.browser.text(heading).await;
    assert!(heading.starts_with(title), "{page} shows {heading}");
}
