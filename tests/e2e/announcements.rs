//! What is announced is heard: announcements wait for each other, and what matters is seen, too.

use serde_json::json;

use crate::harness::{NO_STORAGE, Reading, read};

const STORY: &str = "stories/heron-returns/";
const OTHER: &str = "stories/the-drowned-street/";

/// Notes what a screen reader finds in the region that comes to look a tenth of a second after every change.
const LISTEN: &str = "window.heard = []; addEventListener('DOMContentLoaded', () => new MutationObserver(() => setTimeout(() => {
    const said = document.querySelector('body > p[role=status]')?.textContent;
    if (said && heard.at(-1) !== said || !said) heard.push(said ?? '');
}, 100)).observe(document.body, {childList: true, subtree: true, characterData: true}));
window.said = () => heard.filter(one => one);";

async fn opened(reading: &Reading, page: &str) {
    reading.browser.before_every_page(LISTEN).await;
    reading.open(page).await;
    reading.browser.call_the_tools().await;
}

async fn key(reading: &Reading, key: &str) {
    reading
        .browser
        .run(&format!(
            "document.body.dispatchEvent(new KeyboardEvent('keydown', {{key: '{key}', bubbles: true}}))"
        ))
        .await;
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn that_nothing_is_kept_is_heard_although_more_is_announced_in_the_same_moment() {
    read(async |reading| {
        reading.browser.before_every_page(NO_STORAGE).await;
        opened(&reading, "").await;
        reading
            .browser
            .run(&format!(
                "document.querySelector('main h3 a[href$=\"{STORY}\"]').click()"
            ))
            .await;
        reading.until_at(STORY).await;
        reading.browser.until("said().some(one => one.startsWith('Your browser stores nothing')) && said().some(one => one.endsWith('page loaded'))").await;
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn that_nothing_is_kept_is_seen_once_until_it_is_closed() {
    read(async |reading| {
        reading.browser.before_every_page(NO_STORAGE).await;
        opened(&reading, STORY).await;
        let notice = "[...document.querySelectorAll('.unkept')].map(one => one.firstChild.textContent.slice(0, 27))";
        reading
            .browser
            .until(&format!("{notice}.length == 1"))
            .await;
        assert_eq!(
            reading.browser.value(notice).await,
            json!(["Your browser stores nothing"])
        );
        reading.browser.click(".unkept button").await;
        reading.browser.click(".tools-button").await;
        reading.browser.click(".tools-panel [value=sepia]").await;
        assert_eq!(reading.browser.value(notice).await, json!([]));
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn what_is_announced_twice_is_heard_twice() {
    read(async |reading| {
        opened(&reading, "archive/").await;
        key(&reading, "n").await;
        key(&reading, "n").await;
        reading
            .browser
            .until("said().length == 2 && said()[0] == said()[1]")
            .await;
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn what_waits_to_be_said_of_a_page_is_dropped_with_it_and_never_more_than_a_few_wait() {
    read(async |reading| {
        opened(&reading, "archive/").await;
        for _ in 0..40 {
            key(&reading, "n").await;
        }
        reading
            .browser
            .run("document.querySelector('.masthead a').click()")
            .await;
        reading.until_at("").await;
        // Of forty, the one that was being said; then what is said of the new page.
        reading
            .browser
            .until("said().at(-1).endsWith('page loaded')")
            .await;
        assert_eq!(reading.browser.number("said().length").await, 2.0);
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn that_there_is_no_next_story_is_seen_on_that_page_alone() {
    read(async |reading| {
        opened(&reading, "archive/").await;
        key(&reading, "n").await;
        reading
            .browser
            .until("!!document.querySelector('.no-next')?.checkVisibility()")
            .await;
        reading
            .browser
            .run("document.querySelector('.masthead a').click()")
            .await;
        reading.until_at("").await;
        reading
            .browser
            .until("!document.querySelector('.no-next')")
            .await;
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn a_file_that_could_not_be_made_is_told_of_although_the_panel_was_closed_meanwhile() {
    read(async |reading| {
        opened(&reading, STORY).await;
        // Saving takes as long as the test wants it to, and fails.
        reading.browser.run("document.getElementById('newsprint').setAttribute('data-take-away', location.origin + '/nothing.js')").await;
        reading.browser.click(".tools-button").await;
        reading.browser.choose_tool("Share and save").await;
        reading
            .browser
            .run("document.querySelector('[data-do=\"make html\"]').click(); document.querySelector('[data-do=close]').click()")
            .await;
        reading
            .browser
            .until("document.querySelector('.outcome-notice')?.textContent.length > 10")
            .await;
        reading.browser.click(".outcome-notice button").await;
        assert!(
            reading
                .browser
                .holds("!document.querySelector('.outcome-notice')")
                .await
        );
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn notices_stand_beside_each_other_and_cover_nothing_of_one_another() {
    read(async |reading| {
        reading.browser.before_every_page(NO_STORAGE).await;
        reading.browser.narrow_to(320).await;
        opened(&reading, OTHER).await;
        reading
            .browser
            .until("!!document.querySelector('.unkept')")
            .await;
        // Nothing leads on from a story whose links are gone.
        reading
            .browser
            .run("for (const list of document.querySelectorAll('main .related')) list.remove()")
            .await;
        key(&reading, "n").await;
        let boxes = "['.unkept', '.no-next'].map(one => document.querySelector(one).getBoundingClientRect())";
        assert!(
            reading
                .browser
                .holds(&format!(
                    "(([one, other]) => one.bottom <= other.top && one.left >= 0 && one.right <= 320)({boxes})"
                ))
                .await
        );
    });
}
