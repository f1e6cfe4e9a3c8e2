//! A story on paper: where its links lead is listed at its end, and nothing of it stays on the screen.

use serde_json::json;

use crate::harness::read;

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
        reading
            .browser
            .until("!!document.querySelector('.tools-button')")
            .await;
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
