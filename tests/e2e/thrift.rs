//! Where data is to be saved, or the connection is very slow, the reader waits for a sign of use.

use thirtyfour::Key;

use crate::harness::{Reading, read};

const SAVES_DATA: &str = "Object.defineProperty(navigator, 'connection', {value: {saveData: true, effectiveType: '4g'}})";
const VERY_SLOW: &str = "Object.defineProperty(navigator, 'connection', {value: {saveData: false, effectiveType: '2g', rtt: 1400}})";

fn asked_for_reader(reading: &Reading) -> bool {
    reading
        .server
        .requests()
        .iter()
        .any(|path| path.starts_with("assets/reader-"))
}

/// Opens the front page and waits longer than the reader ever takes without a reason to wait.
async fn open_and_wait(reading: &Reading, connection: &str) {
    reading.browser.before_every_page(connection).await;
    reading.load("").await;
    // The loader asks when the page has loaded and the browser is idle, after two seconds at the latest. That nothing
    // happens can only be seen by waiting.
    tokio::time::sleep(std::time::Duration::from_millis(2_500)).await;
    assert!(
        !asked_for_reader(reading),
        "{:?}",
        reading.server.requests()
    );
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn with_save_data_the_reader_comes_with_the_first_move_of_the_pointer() {
    read(async |reading| {
        open_and_wait(&reading, SAVES_DATA).await;
        reading.browser.hover("main .leads h3 a").await;
        reading.browser.until_the_reader_is_there().await;
        assert!(asked_for_reader(&reading));
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn on_a_very_slow_connection_the_reader_comes_with_the_first_key() {
    read(async |reading| {
        open_and_wait(&reading, VERY_SLOW).await;
        reading.browser.press(Key::Tab).await;
        reading.browser.until_the_reader_is_there().await;
        assert!(asked_for_reader(&reading));
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn with_save_data_no_page_is_asked_for_early() {
    read(async |reading| {
        reading.browser.before_every_page(SAVES_DATA).await;
        reading.load("").await;
        reading.browser.press(Key::Tab).await;
        reading.browser.until_the_reader_is_there().await;
        reading.browser.hover("main .leads h3 a").await;
        // Longer than a pointer has to rest.
        tokio::time::sleep(std::time::Duration::from_millis(300)).await;
        assert_eq!(
            reading
                .server
                .times_asked("stories/heron-returns/index.json"),
            0
        );
    });
}
