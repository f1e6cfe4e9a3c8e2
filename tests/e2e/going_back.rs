//! Back, Forward and Reload lead where one was: the very same page, scrolled and focused as it was left.

use crate::harness::{Reading, read};

const STORY: &str = "stories/heron-returns/";
const NEXT: &str = "stories/dry-dock-overrun/";
const SEE_ALSO: &str = "main nav.see-also a";

/// Scrolls, and waits until the reader has written the place down.
async fn scroll_to(reading: &Reading, y: u32) {
    reading.browser.run(&format!("scrollTo(0, {y})")).await;
    reading
        .browser
        .until(&format!(
            "scrollY == {y} && (history.state || {{}}).y == {y}"
        ))
        .await;
}

async fn until_scrolled_to(reading: &Reading, y: f64) {
    reading
        .browser
        .until(&format!("Math.abs(scrollY - {y}) < 2"))
        .await;
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn back_brings_the_printed_page_itself_back() {
    read(async |reading| {
        reading.open(STORY).await;
        reading.browser.mark().await;
        reading.browser.click(SEE_ALSO).await;
        reading.until_at(NEXT).await;
        assert!(!reading.browser.shows_the_first_main().await);
        reading.browser.back().await;
        reading.until_at(STORY).await;
        assert!(reading.browser.shows_the_first_main().await);
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn back_brings_the_page_back_where_it_was_scrolled_to() {
    read(async |reading| {
        reading.open(STORY).await;
        reading.browser.mark().await;
        reading.browser.run(&format!("document.querySelector('{SEE_ALSO}').scrollIntoView({{block: 'center', behavior: 'instant'}})")).await;
        let left = reading.browser.number("scrollY").await;
        assert!(left > 300.0, "{left}");
        reading.browser.click(SEE_ALSO).await;
        reading.until_at(NEXT).await;
        assert_eq!(reading.browser.number("scrollY").await, 0.0);
        reading.browser.back().await;
        reading.until_at(STORY).await;
        until_scrolled_to(&reading, left).await;
        assert!(reading.browser.is_marked().await);
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn back_gives_the_focus_to_the_link_that_was_followed() {
    read(async |reading| {
        reading.open(STORY).await;
        reading.browser.click(SEE_ALSO).await;
        reading.until_at(NEXT).await;
        reading.browser.back().await;
        reading.until_at(STORY).await;
        assert!(
            reading
                .browser
                .holds(&format!(
                    "document.activeElement === document.querySelector('{SEE_ALSO}')"
                ))
                .await
        );
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn forward_brings_a_drawn_page_itself_back_where_it_was_scrolled_to() {
    read(async |reading| {
        reading.open(STORY).await;
        reading.browser.click(SEE_ALSO).await;
        reading.until_at(NEXT).await;
        reading.browser.mark().await;
        scroll_to(&reading, 700).await;
        reading.browser.back().await;
        reading.until_at(STORY).await;
        reading.browser.forward().await;
        reading.until_at(NEXT).await;
        assert!(reading.browser.shows_the_first_main().await);
        until_scrolled_to(&reading, 700.0).await;
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn back_asks_the_server_for_nothing() {
    read(async |reading| {
        reading.open(STORY).await;
        reading.browser.click(SEE_ALSO).await;
        reading.until_at(NEXT).await;
        reading.server.go_away().await;
        reading.browser.back().await;
        reading.until_at(STORY).await;
        assert!(
            reading
                .browser
                .holds("!document.querySelector('[role=alert]')")
                .await
        );
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn a_story_visited_twice_is_two_steps_of_the_history() {
    read(async |reading| {
        reading.open("").await;
        reading.browser.mark().await;
        reading.browser.click("main .leads h3 a").await;
        reading.until_at(STORY).await;
        scroll_to(&reading, 400).await;
        reading.browser.click("header.masthead .name a").await;
        reading.until_at("").await;
        assert!(!reading.browser.shows_the_first_main().await);
        reading.browser.back().await;
        reading.until_at(STORY).await;
        reading.browser.back().await;
        reading.until_at("").await;
        assert!(reading.browser.shows_the_first_main().await);
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn a_reload_keeps_the_place() {
    read(async |reading| {
        reading.open(STORY).await;
        scroll_to(&reading, 600).await;
        reading.browser.reload().await;
        reading.browser.call_the_reader().await;
        until_scrolled_to(&reading, 600.0).await;
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn a_reload_of_a_page_that_the_reader_drew_keeps_the_place() {
    read(async |reading| {
        reading.open("").await;
        reading.browser.click("main .leads h3 a").await;
        reading.until_at(STORY).await;
        scroll_to(&reading, 600).await;
        reading.browser.reload().await;
        reading.browser.call_the_reader().await;
        reading.until_at(STORY).await;
        until_scrolled_to(&reading, 600.0).await;
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn after_a_reload_back_still_leads_to_the_page_before_where_it_was_scrolled_to() {
    read(async |reading| {
        reading.open(STORY).await;
        reading.browser.run(&format!("document.querySelector('{SEE_ALSO}').scrollIntoView({{block: 'center', behavior: 'instant'}})")).await;
        let left = reading.browser.number("scrollY").await;
        reading.browser.click(SEE_ALSO).await;
        reading.until_at(NEXT).await;
        reading.browser.reload().await;
        reading.browser.call_the_reader().await;
        reading.browser.mark().await;
        reading.browser.back().await;
        reading.until_at(STORY).await;
        reading
            .browser
            .until("document.title.startsWith('The Heron sails again')")
            .await;
        until_scrolled_to(&reading, left).await;
        assert!(
            reading.browser.is_marked().await,
            "the reader is there, so no full load is needed"
        );
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn the_history_works_across_full_loads() {
    read(async |reading| {
        reading.open("").await;
        reading.browser.click("main .leads h3 a").await;
        reading.until_at(STORY).await;
        // Another site, as far as the paper knows.
        reading
            .browser
            .go_to("data:text/html,<h1>Elsewhere</h1>")
            .await;
        reading.browser.back().await;
        reading.until_at(STORY).await;
        reading.browser.call_the_reader().await;
        assert!(
            reading
                .browser
                .text("document.querySelector('main h1').textContent")
                .await
                .starts_with("The Heron")
        );
        reading.browser.back().await;
        reading.until_at("").await;
        reading
            .browser
            .until("!!document.querySelector('main .front')")
            .await;
        reading.browser.forward().await;
        reading.until_at(STORY).await;
        reading
            .browser
            .until("!!document.querySelector('main article.story')")
            .await;
        reading.browser.forward().await;
        reading
            .browser
            .until("document.querySelector('h1').textContent == 'Elsewhere'")
            .await;
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn twelve_pages_back_the_first_one_is_drawn_anew_with_its_place() {
    read(async |reading| {
        reading.open("").await;
        scroll_to(&reading, 500).await;
        reading.browser.mark().await;
        let pages = [
            "sections/city/",
            "sections/coast/",
            "sections/trade/",
            "sections/culture/",
            "sections/science/",
            "",
        ];
        for page in pages.iter().chain(&pages) {
            let link = match *page {
                "" => "header.masthead .name a".to_owned(),
                page => format!("header.masthead a[href$='{page}']"),
            };
            // The masthead scrolls away with the page.
            reading
                .browser
                .run(&format!("document.querySelector(\"{link}\").click()"))
                .await;
            reading.until_at(page).await;
        }
        reading.browser.run("history.go(-12)").await;
        reading.browser.until("history.state.position == 0").await;
        reading.until_at("").await;
        until_scrolled_to(&reading, 500.0).await;
        assert!(reading.browser.is_marked().await);
        assert!(
            !reading.browser.shows_the_first_main().await,
            "only ten pages are kept"
        );
    });
}

/// Clicks this link as soon as the page of another one is being drawn.
fn click_while_the_next_page_is_drawn(link: &str) -> String {
    format!(
        "const push = history.pushState.bind(history);
         history.pushState = (...given) => {{
             push(...given);
             delete history.pushState;
             queueMicrotask(() => document.querySelector('{link}').click());
         }}"
    )
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn a_page_that_is_still_being_drawn_when_another_link_is_clicked_is_never_shown() {
    read(async |reading| {
        reading.open(STORY).await;
        reading.browser.mark().await;
        reading
            .browser
            .run("window.seen = []; const first = document.querySelector('main'); new MutationObserver(() => { const main = document.querySelector('main'); if (main != first) seen.push(main.querySelector('h1')?.textContent); }).observe(document.body, {childList: true})")
            .await;
        let section = ".masthead nav a[href$=\"sections/city/\"]";
        reading
            .browser
            .run(&click_while_the_next_page_is_drawn(section))
            .await;
        reading
            .browser
            .run(&format!("document.querySelector('{SEE_ALSO}').click()"))
            .await;
        reading.until_at("sections/city/").await;
        assert_eq!(
            reading.browser.text("[...new Set(seen)].join()").await,
            "City"
        );
        // The entry of the page that was not shown leads to it all the same.
        reading.browser.back().await;
        reading.until_at(NEXT).await;
        assert!(reading.browser.is_marked().await);
    });
}
