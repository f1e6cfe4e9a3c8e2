//! A page of another site stands in a story as a card; it is loaded only when asked for.

use crate::harness::{Reading, read};

const STORY: &str = "stories/choir-of-the-dredgers/";
const BUTTON: &str = "main figure.embed button";

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn the_button_of_a_card_shows_once_the_reader_is_there() {
    read(async |reading| {
        reading.open(STORY).await;
        assert!(reading.browser.is_shown(BUTTON).await);
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn the_button_of_a_printed_card_is_large_enough_for_a_finger_before_anything_is_touched() {
    read(async |reading| {
        reading.open(STORY).await;
        let height = format!("document.querySelector('{BUTTON}').getBoundingClientRect().height");
        let height = reading.browser.number(&height).await;
        assert!(height >= 44.0, "{height}");
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn without_the_reader_a_card_has_its_link_and_no_button() {
    read(async |reading| {
        reading.load(STORY).await;
        assert!(!reading.browser.is_shown(BUTTON).await);
        assert!(
            reading
                .browser
                .is_shown("main figure.embed a[href^='https:']")
                .await
        );
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn a_click_on_the_button_puts_a_sandboxed_frame_in_its_place() {
    read(async |reading| {
        reading.open(STORY).await;
        a_click_adds_a_frame(&reading).await;
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn the_button_works_in_a_story_that_the_reader_drew() {
    read(async |reading| {
        reading.open("sections/culture/").await;
        reading.browser.mark().await;
        reading
            .browser
            .click(&format!(
                "main h2 a[href$='{STORY}'], main h3 a[href$='{STORY}']"
            ))
            .await;
        reading.until_at(STORY).await;
        assert!(reading.browser.is_marked().await);
        a_click_adds_a_frame(&reading).await;
    });
}

async fn a_click_adds_a_frame(reading: &Reading) {
    assert!(
        reading
            .browser
            .holds("document.querySelectorAll('iframe').length == 0")
            .await
    );
    reading.browser.click(BUTTON).await;
    reading
        .browser
        .until("document.querySelectorAll('main figure.embed iframe').length == 1")
        .await;
    let frame = "document.querySelector('main figure.embed iframe')";
    let sandbox = reading
        .browser
        .text(&format!("{frame}.getAttribute('sandbox')"))
        .await;
    assert!(!sandbox.contains("allow-top-navigation"), "{sandbox}");
    // The other site learns which paper shows it, and not which page.
    let told = reading
        .browser
        .text(&format!("{frame}.referrerPolicy"))
        .await;
    assert_eq!(told, "strict-origin-when-cross-origin");
    assert!(
        reading
            .browser
            .holds(&format!(
                "{frame}.src == document.querySelector('main figure.embed').dataset.frame"
            ))
            .await
    );
    assert!(
        reading
            .browser
            .holds(&format!(
                "{frame}.title != '' && {frame}.offsetHeight > 100"
            ))
            .await
    );
    assert!(!reading.browser.is_shown(BUTTON).await);
}
