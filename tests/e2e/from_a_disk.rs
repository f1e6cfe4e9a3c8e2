//! The printed folder, opened from a disk: what somebody sees who unpacks it and opens `index.html`.

use crate::harness::{Browser, read, server};

fn file(page: &str) -> String {
    let folder = server::paper().canonicalize().unwrap();
    format!("file://{}/{page}index.html", folder.display())
}

async fn until_at(browser: &Browser, page: &str) {
    let here = format!(
        "location.href == '{}' && document.readyState == 'complete' && !!document.querySelector('main h1')",
        file(page)
    );
    browser.until(&here).await;
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn a_story_from_a_disk_has_its_text_its_styles_and_its_pictures() {
    read(async |reading| {
        let browser = &reading.browser;
        browser.go_to(&file("stories/heron-returns/")).await;
        let headline = browser.find("main h1").await.text().await.unwrap();
        assert!(headline.starts_with("The Heron sails again"), "{headline}");
        let family = browser
            .text("getComputedStyle(document.querySelector('main .body > p')).fontFamily")
            .await;
        assert!(family.starts_with("Newsreader"), "{family}");
        let narrow = "document.querySelector('main .body > p').getBoundingClientRect().width < 800";
        assert!(browser.holds(narrow).await);
        browser.until("[...document.images].filter(one => one.loading != 'lazy').every(one => one.complete)").await;
        let shown = "[...document.images].filter(one => one.complete).every(one => one.naturalWidth > 0) && document.images.length > 0";
        assert!(browser.holds(shown).await);
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn links_from_a_disk_lead_from_page_to_page() {
    read(async |reading| {
        let browser = &reading.browser;
        browser.go_to(&file("")).await;
        until_at(browser, "").await;
        browser.click("main a[href='stories/heron-returns/']").await;
        until_at(browser, "stories/heron-returns/").await;
        browser.click("main nav.see-also a").await;
        until_at(browser, "stories/dry-dock-overrun/").await;
        browser.back().await;
        until_at(browser, "stories/heron-returns/").await;
        browser.click("body > header nav a[href*=sections]").await;
        browser
            .until("/sections\\/[a-z]+\\/index.html$/.test(location.pathname)")
            .await;
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn an_old_address_from_a_disk_leads_to_the_folder_of_its_story() {
    read(async |reading| {
        let browser = &reading.browser;
        browser.go_to(&file("2024/09/heron-laid-up/")).await;
        browser
            .until("location.pathname.includes('/stories/heron-returns/')")
            .await;
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn nothing_is_complained_of_when_the_paper_is_read_from_a_disk() {
    read(async |reading| {
        let browser = &reading.browser;
        for page in ["", "stories/heron-returns/", "stories/ar-sea-wall/"] {
            browser.go_to(&file(page)).await;
            until_at(browser, page).await;
            // The reader would be loaded when the page has been quiet for a while.
            tokio::time::sleep(std::time::Duration::from_millis(1500)).await;
        }
        assert_eq!(browser.log().await, [""; 0]);
    });
}
