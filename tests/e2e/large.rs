//! Pictures shown large, and footnotes where their marks are.

use serde_json::json;
use thirtyfour::Key;

use crate::axe::faults;
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
        reading
            .browser
            .until(&format!("{BOX}.querySelector('img').complete"))
            .await;
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

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn a_footnote_whose_mark_stands_in_the_last_line_opens_in_sight() {
    read(async |reading| {
        for width in [1280, 390] {
            reading.browser.narrow_to(width).await;
            opened(&reading).await;
            reading
                .browser
                .run("document.querySelector('a.mark').scrollIntoView({block: 'end', behavior: 'instant'})")
                .await;
            reading.browser.click("a.mark").await;
            reading.browser.until(&format!("!!{NOTE}")).await;
            let in_sight = format!(
                "(box => box.top >= 0 && box.bottom <= innerHeight)({NOTE}.getBoundingClientRect())"
            );
            reading.browser.until(&in_sight).await;
            // Its button too, which the button of the tools could cover.
            reading
                .browser
                .click(".note-in-place [data-do=close-note]")
                .await;
            assert!(reading.browser.holds(&format!("!{NOTE}")).await);
        }
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn an_opened_footnote_is_a_landmark_with_a_name() {
    read(async |reading| {
        opened(&reading).await;
        reading.browser.click("a.mark").await;
        reading.browser.until(&format!("!!{NOTE}")).await;
        assert_eq!(faults(&reading, "document").await, json!([]));
        let name = format!("{NOTE}.getAttribute('aria-label')");
        assert_eq!(reading.browser.text(&name).await, "Note 1");
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn a_picture_shown_large_has_no_bands_beside_it() {
    read(async |reading| {
        for width in [1280, 390] {
            reading.browser.narrow_to(width).await;
            opened(&reading).await;
            reading.browser.click(".lead-picture img").await;
            let there = format!("{BOX}?.open && {BOX}.querySelector('img').complete");
            reading.browser.until(&there).await;
            let as_it_is = format!(
                "((image, view) => {{
                    const box = image.getBoundingClientRect(), wide = box.width / image.naturalWidth, high = box.height / image.naturalHeight;
                    const fills = Math.abs(box.width - view.clientWidth) < 1 || Math.abs(box.height - view.clientHeight) < 1;
                    return fills && Math.abs(wide / high - 1) < 0.01;
                }})({BOX}.querySelector('img'), {BOX}.querySelector('.view'))"
            );
            assert!(reading.browser.holds(&as_it_is).await, "at {width} px");
        }
    });
}
