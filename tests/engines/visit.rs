//! What every visitor does. Entry point: [`read_search_and_choose`].

use crate::harness::Reading;

const STORY: &str = "stories/heron-returns/";
const GROUND: &str = "getComputedStyle(document.body).backgroundColor";
const DARK: &str = "rgb(22, 20, 18)";

/// Opens the front page, follows a link and comes back, searches, and chooses how pages look.
pub(crate) async fn read_search_and_choose(reading: Reading) {
    let browser = &reading.browser;
    reading.open("").await;
    follow_a_link_and_come_back(&reading).await;
    search(&reading).await;
    choose_the_dark(&reading).await;
    let errors = browser.log().await;
    assert!(errors.is_empty(), "the console says {errors:#?}");
}

async fn follow_a_link_and_come_back(reading: &Reading) {
    let browser = &reading.browser;
    browser.mark().await;
    let link = "main .leads h3 a";
    browser.run(&format!("document.querySelector('{link}').scrollIntoView({{block: 'start', behavior: 'instant'}}); scrollBy(0, -60)")).await;
    let left = browser.number("scrollY").await;
    assert!(left > 50.0, "the front page is too short to scroll");
    browser.click(link).await;
    reading.until_at(STORY).await;
    let headline =
        "document.querySelector('main h1').textContent.startsWith('The Heron sails again')";
    browser.until(headline).await;
    assert_eq!(browser.number("scrollY").await, 0.0);
    browser.back().await;
    reading.until_at("").await;
    assert!(browser.shows_the_first_main().await);
    browser
        .until(&format!("Math.abs(scrollY - {left}) < 2"))
        .await;
    assert!(browser.is_marked().await, "a page was loaded anew");
}

async fn search(reading: &Reading) {
    let browser = &reading.browser;
    browser
        .run("[...document.links].find(link => link.pathname.endsWith('/search/')).click()")
        .await;
    reading.until_at("search/").await;
    let field = browser.find("#q").await;
    field.send_keys("slipway dredgers").await.unwrap();
    let first = "document.querySelector('main .finds h2 a')?.getAttribute('href') == '../stories/choir-of-the-dredgers/'";
    browser.until(first).await;
    assert!(browser.is_marked().await, "the search page was loaded anew");
}

async fn choose_the_dark(reading: &Reading) {
    let browser = &reading.browser;
    reading.open(STORY).await;
    assert_ne!(browser.text(GROUND).await, DARK);
    browser.call_the_tools().await;
    browser.click(".tools-button").await;
    let dark = ".tools-panel input[name=scheme][value=dark]";
    browser
        .until(&format!("!!document.querySelector('{dark}')"))
        .await;
    browser
        .run(&format!("document.querySelector('{dark}').click()"))
        .await;
    assert_eq!(browser.text(GROUND).await, DARK);
    browser.reload().await;
    assert_eq!(browser.text(GROUND).await, DARK);
    browser.call_the_reader().await;
    assert_eq!(browser.text(GROUND).await, DARK);
}
