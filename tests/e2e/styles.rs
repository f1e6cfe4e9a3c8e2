//! A page comes with the rules it needs.

use serde_json::json;

use crate::harness::read;

/// Reads every page that links lead to, and names what the whole sheet says of an element there that the sheet in the
/// page does not.
const RULES_MISSED: &str = r#"(async () => {
    const rules = (sheet, media = "") => [...sheet.cssRules].flatMap(rule =>
        rule.media ? rules(rule, rule.media.mediaText) : rule.selectorText ? [[media + rule.style.cssText, rule.selectorText]] : []);
    const read = css => { const sheet = new CSSStyleSheet(); sheet.replaceSync(css); return rules(sheet); };
    const text = async url => (await fetch(url)).text();
    // A DOMParser is refused under Trusted Types; a request that reads a document is not.
    const parsed = url => new Promise(done => {
        const request = new XMLHttpRequest();
        request.responseType = "document";
        request.onload = () => done(request.response);
        request.open("GET", url);
        request.send();
    });
    const whole = read(await text(new URL(document.getElementById("newsprint").dataset.styles, location)));
    const missed = [], pages = new Set([location.href]);
    for (const page of pages) {
        const shown = await parsed(page);
        const own = new Set(read(shown.querySelector("style").textContent).map(([says]) => says));
        for (const [says, selector] of whole)
            if (!own.has(says) && shown.querySelector(selector.replace(/::[a-z-]+|:hover/g, ""))) missed.push(page + " " + selector);
        for (const link of shown.querySelectorAll("a[href]")) {
            const url = new URL(link.getAttribute("href"), page);
            if (url.origin == location.origin && url.pathname.endsWith("/")) pages.add(url.origin + url.pathname);
        }
    }
    return [missed, pages.size > 60];
})()"#;

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn no_page_lacks_a_rule_that_matches_in_it() {
    read(async |reading| {
        reading.open("").await;
        assert_eq!(reading.browser.value(RULES_MISSED).await, json!([[], true]));
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn what_the_reader_adds_for_screen_readers_is_not_seen_on_the_printed_page() {
    read(async |reading| {
        reading.open("stories/heron-returns/").await;
        let region = "document.querySelector('body > [role=status]').getBoundingClientRect()";
        assert_eq!(
            reading.browser.number(&format!("{region}.width")).await,
            1.0
        );
    });
}
