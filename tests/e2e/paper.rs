//! A story on paper: where its links lead is listed at its end, and nothing of it stays on the screen.

use serde_json::json;

use crate::harness::{NO_STORAGE, OwnPaper, read};

/// A story with links to other sites.
const STORY: &str = "stories/heron-returns/";
const MAIN: &str = "document.querySelector('main').cloneNode(true)";

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn addresses_of_other_sites_are_listed_for_paper_and_taken_away_again() {
    read(async |reading| {
        reading.open(STORY).await;
        reading
            .browser
            .run(&format!(
                "const link = document.createElement('a'); link.href = 'https://example.org/tides'; link.textContent = 'tides';
                 document.querySelector('.body p').append(link); window.before = {MAIN}; dispatchEvent(new Event('beforeprint'))"
            ))
            .await;
        let listed =
            "[...document.querySelectorAll('.addresses li')].map(entry => entry.textContent)";
        assert_eq!(
            reading.browser.value(listed).await,
            json!(["https://example.org/tides"])
        );
        reading
            .browser
            .run("dispatchEvent(new Event('afterprint'))")
            .await;
        assert!(
            reading
                .browser
                .holds(&format!("before.isEqualNode({MAIN})"))
                .await
        );
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn on_paper_neither_navigation_nor_tools_are_seen() {
    read(async |reading| {
        reading.open(STORY).await;
        reading.browser.call_the_tools().await;
        reading
            .browser
            .devtools("Emulation.setEmulatedMedia", json!({ "media": "print" }))
            .await;
        reading
            .browser
            .until("getComputedStyle(document.querySelector('.tools-button')).display == 'none'")
            .await;
        let seen = "['.masthead nav', '.related', '.skip', '.tools-button'].filter(part => getComputedStyle(document.querySelector(part)).display != 'none')";
        assert_eq!(reading.browser.value(seen).await, json!([]));
        assert_eq!(
            reading
                .browser
                .text("getComputedStyle(document.querySelector('.body')).columnCount")
                .await,
            "2"
        );
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn a_page_is_printed_as_it_should_be_before_anybody_has_used_it_whatever_colours_were_chosen() {
    read(async |reading| {
        reading.load(STORY).await;
        reading
            .browser
            .run(
                "localStorage.newsprint = ':root{color-scheme:dark;--paper:#161412;--ink:#ece6dc}'",
            )
            .await;
        reading.load(STORY).await;
        let ground = "getComputedStyle(document.body).backgroundColor";
        assert_eq!(reading.browser.text(ground).await, "rgb(22, 20, 18)");
        reading
            .browser
            .devtools("Emulation.setEmulatedMedia", json!({ "media": "print" }))
            .await;
        assert_eq!(reading.browser.text(ground).await, "rgb(255, 255, 255)");
        let ink = "getComputedStyle(document.querySelector('h1')).color";
        assert_eq!(reading.browser.text(ink).await, "rgb(0, 0, 0)");
        let columns = "getComputedStyle(document.querySelector('.body')).columnCount";
        assert_eq!(reading.browser.text(columns).await, "2");
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn no_bar_of_the_tools_is_seen_on_paper() {
    read(async |reading| {
        // There is a notice that nothing is kept.
        reading.browser.before_every_page(NO_STORAGE).await;
        reading.open(STORY).await;
        reading.browser.call_the_tools().await;
        reading
            .browser
            .run("getSelection().selectAllChildren(document.querySelector('.body p'))")
            .await;
        reading.browser.click(".tools-button").await;
        reading
            .browser
            .until("!!document.querySelector('.selection button') && !!document.querySelector('.tools-panel') && !!document.querySelector('.notices')")
            .await;
        let seen = "['.selection', '.notices', '.tools-panel'].filter(part => document.querySelector(part).checkVisibility())";
        assert_eq!(
            reading.browser.value(seen).await,
            json!([".selection", ".notices", ".tools-panel"])
        );
        reading
            .browser
            .devtools("Emulation.setEmulatedMedia", json!({ "media": "print" }))
            .await;
        reading
            .browser
            .until("getComputedStyle(document.querySelector('.tools-button')).display == 'none'")
            .await;
        assert_eq!(reading.browser.value(seen).await, json!([]));
    });
}

#[test]
#[ignore = "needs a browser: cargo xtask test"]
fn lines_of_code_are_whole_on_paper() {
    read(async |reading| {
        let line = format!("PRINT {} END", "TIDE".repeat(60));
        let paper = OwnPaper::start(|story| {
            story["body"] = json!([{ "paragraph": "By hand:" }, { "code": { "text": line } }])
        });
        let browser = &reading.browser;
        browser.narrow_to(700).await;
        browser.go_to(&paper.story()).await;
        let cut = "(code => code.scrollWidth > code.clientWidth)(document.querySelector('pre'))";
        assert!(browser.holds(cut).await, "the line is too short");
        browser
            .devtools("Emulation.setEmulatedMedia", json!({ "media": "print" }))
            .await;
        assert!(!browser.holds(cut).await);
    });
}
