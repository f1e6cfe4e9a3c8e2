//! What stands around a page changes with it: the window's title, the language, the keyboard, the masthead.

use std::path::PathBuf;

use crate::harness::{Fault, Reading, read};

const ARABIC: &str = "stories/al-mina-wa-al-lugha/";

/// Opens the front page, scrolls down, and follows a link to a story.
async fn arrive(reading: &Reading, story: &str) {
    reading.open("").await;
    reading.browser.mark().await;
    reading
        .browser
        .click(&format!("main h3 a[href$='{story}']"))
        .await;
    reading.until_at(story).await;
    assert!(
        reading.browser.is_marked().await,
        "{story} came with a full load"
    );
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn the_window_takes_the_title_of_the_page() {
    read(async |reading| {
        arrive(&reading, "stories/heron-returns/").await;
        let drawn = reading.browser.text("document.title").await;
        assert!(drawn.starts_with("The Heron sails again"), "{drawn}");
        reading.open("stories/heron-returns/").await;
        assert_eq!(drawn, reading.browser.text("document.title").await);
    });
}

/// What the document says of the page alone.
const METADATA: &str = "[...document.head.querySelectorAll('title~meta,[rel=canonical]')].map(e => e.outerHTML).join('')";

/// What the press printed of a page alone: all that stands between its title and its icon.
fn printed_metadata(address: &str) -> String {
    let folder = PathBuf::from(std::env::var_os("NEWSPRINT_E2E_DIST").unwrap());
    let html = std::fs::read_to_string(folder.join(address).join("index.html")).unwrap();
    let (_, rest) = html.split_once("</title>").unwrap();
    let (metadata, _) = rest.split_once("<link rel=\"icon\"").unwrap();
    metadata.to_owned()
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn the_head_says_of_the_new_page_what_the_press_printed_of_it() {
    read(async |reading| {
        let address = "stories/heron-returns/";
        arrive(&reading, address).await;
        let shown = reading.browser.text(METADATA).await;
        assert_eq!(shown, printed_metadata(address));
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn back_on_the_page_that_came_first_the_head_says_all_it_said_again() {
    read(async |reading| {
        let rest = "[...document.querySelectorAll('[rel=alternate][type],[type=\"application/ld+json\"]')].map(e => e.outerHTML).join('')";
        reading.open("").await;
        let before = reading.browser.text(rest).await;
        assert!(before.contains("NewsMediaOrganization") && before.contains("feed.xml"));
        arrive(&reading, "stories/heron-returns/").await;
        assert_eq!(reading.browser.text(rest).await, "");
        reading.browser.back().await;
        reading.until_at("").await;
        let shown = reading.browser.text(METADATA).await;
        assert_eq!(shown, printed_metadata(""));
        assert_eq!(reading.browser.text(rest).await, before);
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn an_arabic_story_turns_the_document_right_to_left() {
    read(async |reading| {
        arrive(&reading, ARABIC).await;
        assert_eq!(
            reading.browser.text("document.documentElement.lang").await,
            "ar"
        );
        assert_eq!(
            reading
                .browser
                .text("getComputedStyle(document.querySelector('main p')).direction")
                .await,
            "rtl"
        );
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn an_english_masthead_stays_left_to_right_around_an_arabic_story() {
    read(async |reading| {
        arrive(&reading, ARABIC).await;
        let masthead = "getComputedStyle(document.querySelector('header.masthead nav')).direction";
        assert_eq!(reading.browser.text(masthead).await, "ltr");
        assert!(reading.browser.holds("document.querySelector('header.masthead nav').closest('[lang]').lang == 'en-GB'").await);
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn back_from_an_arabic_story_the_document_is_english_again() {
    read(async |reading| {
        arrive(&reading, ARABIC).await;
        reading.browser.back().await;
        reading.until_at("").await;
        assert_eq!(
            reading.browser.text("document.documentElement.lang").await,
            "en-GB"
        );
        assert_eq!(
            reading.browser.text("document.documentElement.dir").await,
            "ltr"
        );
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn the_focus_is_on_the_new_headline() {
    read(async |reading| {
        arrive(&reading, "stories/heron-returns/").await;
        assert!(
            reading
                .browser
                .holds("document.activeElement === document.querySelector('main h1')")
                .await
        );
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn the_next_press_of_tab_goes_to_the_first_link_of_the_new_page() {
    read(async |reading| {
        arrive(&reading, "stories/heron-returns/").await;
        reading.browser.press(thirtyfour::Key::Tab).await;
        let after =
            "document.querySelector('main h1').compareDocumentPosition(document.activeElement)";
        assert!(
            reading
                .browser
                .holds(&format!("({after} & Node.DOCUMENT_POSITION_FOLLOWING) > 0"))
                .await
        );
        assert!(
            reading
                .browser
                .holds("document.activeElement === document.querySelector('main a[rel=author]')")
                .await
        );
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn the_arrival_is_announced_politely() {
    read(async |reading| {
        arrive(&reading, "stories/heron-returns/").await;
        reading
            .browser
            .until("(said => said.includes('The Heron sails again') && said.endsWith('page loaded'))(document.querySelector('body > [role=status]').textContent)")
            .await;
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn the_arrival_at_an_arabic_story_is_announced_in_arabic() {
    read(async |reading| {
        arrive(&reading, ARABIC).await;
        reading
            .browser
            .until("(region => region.lang == 'ar' && region.textContent.includes('اكتمل تحميل الصفحة'))(document.querySelector('body > [role=status]'))")
            .await;
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn a_page_is_shown_from_its_top() {
    read(async |reading| {
        reading.open("").await;
        let link = "main .section-front:last-child h3 a";
        reading
            .browser
            .run(&format!(
                "document.querySelector(\"{link}\").scrollIntoView({{block: 'center'}})"
            ))
            .await;
        assert!(reading.browser.number("scrollY").await > 500.0);
        reading.browser.mark().await;
        reading.browser.click(link).await;
        reading.browser.until("document.title.startsWith('The view from the rock') || !!document.querySelector('main article.story')").await;
        assert!(reading.browser.is_marked().await);
        assert_eq!(reading.browser.number("scrollY").await, 0.0);
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn the_masthead_marks_the_section_that_is_shown_as_the_page() {
    read(async |reading| {
        reading.open("").await;
        reading
            .browser
            .click("header.masthead a[href$='sections/city/']")
            .await;
        reading.until_at("sections/city/").await;
        let marked = reading.browser.value(
            "[...document.querySelectorAll('header.masthead [aria-current]')].map(link => [link.textContent, link.getAttribute('aria-current')])",
        );
        assert_eq!(marked.await, serde_json::json!([["City", "page"]]));
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn the_masthead_marks_the_section_a_story_belongs_to() {
    read(async |reading| {
        arrive(&reading, "stories/heron-returns/").await;
        let marked = reading.browser.value(
            "[...document.querySelectorAll('header.masthead [aria-current]')].map(link => [link.textContent, link.getAttribute('aria-current')])",
        );
        assert_eq!(marked.await, serde_json::json!([["City", "true"]]));
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn a_page_that_the_reader_drew_looks_as_it_was_printed() {
    read(async |reading| {
        // Every paragraph in its place and of its size: the one sheet serves as well as the page's own styles. A face
        // that came in time for one of the two pages alone would tell them apart, so none comes.
        let folder = std::env::var("NEWSPRINT_E2E_DIST").unwrap();
        for file in std::fs::read_dir(std::path::Path::new(&folder).join("assets")).unwrap() {
            let name = file.unwrap().file_name().into_string().unwrap();
            if name.ends_with(".woff2") {
                reading
                    .server
                    .fail(&format!("assets/{name}"), Fault::Status(404));
            }
        }
        let places = "[...document.querySelectorAll('main *')].map(element => { const box = element.getBoundingClientRect(); return [element.tagName, Math.round(box.x), Math.round(box.y), Math.round(box.width), Math.round(box.height)].join(' ') })";
        for story in ["stories/heron-returns/", "stories/sea-wall-vote/"] {
            arrive(&reading, story).await;
            let images =
                "[...document.images].every(image => image.complete || image.loading == 'lazy')";
            reading
                .browser
                .until(&format!("document.fonts.status == 'loaded' && {images}"))
                .await;
            let drawn = reading.browser.value(places).await;
            reading.open(story).await;
            reading
                .browser
                .until("document.fonts.status == 'loaded'")
                .await;
            let printed = reading.browser.value(places).await;
            assert_eq!(drawn, printed, "{story}");
        }
    });
}
