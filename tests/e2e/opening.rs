//! A link inside the paper opens the next page without a full load.

use crate::harness::{Reading, read};

const STORY: &str = "stories/heron-returns/";

/// Clicks a link and waits for the page it leads to; the document has to stay.
async fn follow(reading: &Reading, link: &str, page: &str) {
    reading.browser.mark().await;
    reading.browser.click(link).await;
    reading.until_at(page).await;
    assert!(
        reading.browser.is_marked().await,
        "{page} came with a full load"
    );
    let address = format!("{page}index.html");
    assert_eq!(
        reading.server.times_asked(page) + reading.server.times_asked(&address),
        0
    );
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn a_headline_opens_its_story() {
    read(async |reading| {
        reading.open("").await;
        follow(&reading, "main .leads h3 a", STORY).await;
        let headline = reading
            .browser
            .text("document.querySelector('main h1').textContent")
            .await;
        assert!(headline.starts_with("The Heron sails again"), "{headline}");
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn a_section_of_the_masthead_opens_its_list() {
    read(async |reading| {
        reading.open("").await;
        follow(
            &reading,
            "header.masthead a[href$='sections/city/']",
            "sections/city/",
        )
        .await;
        assert!(
            reading
                .browser
                .holds("document.querySelectorAll('main article').length > 2")
                .await
        );
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn a_topic_opens_its_list() {
    read(async |reading| {
        reading.open(STORY).await;
        follow(&reading, "main .topics a", "topics/harbour/").await;
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn a_byline_opens_the_page_of_its_author() {
    read(async |reading| {
        reading.open(STORY).await;
        follow(&reading, "main a[rel=author]", "authors/ines-calder/").await;
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn a_see_also_line_opens_its_story() {
    read(async |reading| {
        reading.open(STORY).await;
        follow(&reading, "main nav.see-also a", "stories/dry-dock-overrun/").await;
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn a_related_story_opens() {
    read(async |reading| {
        reading.open(STORY).await;
        follow(
            &reading,
            "main aside.related a[href*=live-storm]",
            "stories/live-storm-brannoc/",
        )
        .await;
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn the_name_in_the_masthead_opens_the_front_page_from_a_page_that_the_reader_drew() {
    read(async |reading| {
        reading.open("").await;
        follow(&reading, "main .leads h3 a", STORY).await;
        reading.browser.click("header.masthead .name a").await;
        reading.until_at("").await;
        assert!(reading.browser.is_marked().await);
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn links_go_on_working_page_after_page() {
    read(async |reading| {
        reading.open("").await;
        follow(&reading, "main .leads h3 a", STORY).await;
        follow(&reading, "main nav.see-also a", "stories/dry-dock-overrun/").await;
        follow(&reading, "main a[rel=author]", "authors/priya-nair/").await;
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn the_pictures_of_an_opened_story_load() {
    read(async |reading| {
        reading.open("").await;
        follow(&reading, "main .leads h3 a", STORY).await;
        let loaded = "document.querySelector('main img').complete && document.querySelector('main img').naturalWidth > 0";
        reading.browser.until(loaded).await;
    });
}
