//! Pictures shown large, and footnotes where their marks are.

use thirtyfour::Key;

use crate::harness::{Reading, read};

/// A story with pictures, a gallery and footnotes.
const STORY: &str = "stories/the-drowned-street/";
const BOX: &str = "document.querySelector('.lightbox')";
const NOTE: &str = "document.querySelector('.note-in-place')";

async fn opened(reading: &Reading) {
    reading.open(STORY).await;
    reading.browser.call_the_tools().await;
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn a_picture_is_shown_large_with_its_words_and_escape_closes_it() {
    read(async |reading| {
        opened(&reading).await;
        reading.browser.click(".lead-picture img").await;
        reading
            .browser
            .until(&format!(
                "{BOX}?.open && {BOX}.querySelector('img').complete"
            ))
            .await;
        let same = format!(
            "{BOX}.querySelector('img').alt == document.querySelector('.lead-picture img').alt"
        );
        assert!(reading.browser.holds(&same).await);
        let said = format!(
            "{BOX}.querySelector('p').textContent == document.querySelector('.lead-picture figcaption').textContent"
        );
        assert!(reading.browser.holds(&said).await);
        reading.browser.press(Key::Escape).await;
        reading.browser.until(&format!("!{BOX}")).await;
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn by_keys_one_opens_the_pictures_goes_through_them_and_enlarges_them() {
    read(async |reading| {
        opened(&reading).await;
        reading
            .browser
            .run("document.body.dispatchEvent(new KeyboardEvent('keydown', {key: 'i', bubbles: true}))")
            .await;
        reading.browser.until(&format!("{BOX}?.open")).await;
        let first = reading
            .browser
            .text(&format!("{BOX}.querySelector('img').src"))
            .await;
        reading.browser.press(Key::Right).await;
        let second = reading
            .browser
            .text(&format!("{BOX}.querySelector('img').src"))
            .await;
        assert_ne!(first, second);
        let wide = format!("{BOX}.querySelector('img').getBoundingClientRect().width");
        let before = reading.browser.number(&wide).await;
        reading
            .browser
            .run(&format!(
                "{BOX}.dispatchEvent(new KeyboardEvent('keydown', {{key: '+', bubbles: true}}))"
            ))
            .await;
        let after = reading.browser.number(&wide).await;
        assert!(
            (after / before - 1.5).abs() < 0.05,
            "from {before} to {after}"
        );
        let focused = format!("{BOX}.contains(document.activeElement)");
        assert!(reading.browser.holds(&focused).await);
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn a_picture_that_leads_to_a_story_still_does() {
    read(async |reading| {
        reading.open("").await;
        reading
            .browser
            .run("document.querySelector('main a img, main figure img')?.click()")
            .await;
        assert!(reading.browser.holds(&format!("!{BOX}")).await);
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn a_footnote_opens_beside_its_mark_and_escape_leads_back_to_it() {
    read(async |reading| {
        opened(&reading).await;
        reading.browser.click("a.mark").await;
        reading.browser.until(&format!("!!{NOTE}")).await;
        assert!(reading.browser.holds(&format!("{NOTE}.textContent.includes('The Tull notebooks') && document.activeElement === {NOTE}")).await);
        let near = format!(
            "Math.abs({NOTE}.getBoundingClientRect().top - document.querySelector('a.mark').getBoundingClientRect().bottom)"
        );
        assert!(reading.browser.number(&near).await < 30.0);
        reading.browser.press(Key::Escape).await;
        assert!(
            reading
                .browser
                .holds(&format!(
                    "!{NOTE} && document.activeElement === document.querySelector('a.mark')"
                ))
                .await
        );
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn the_link_in_a_footnote_leads_to_all_of_them() {
    read(async |reading| {
        opened(&reading).await;
        reading.browser.click("a.mark").await;
        reading.browser.until(&format!("!!{NOTE}")).await;
        reading.browser.click(".note-in-place p a").await;
        reading.browser.until("location.hash == '#note-1'").await;
    });
}
