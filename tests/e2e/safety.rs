//! Pages run nothing but the paper's own script, ask nobody else for anything, and give the console nothing to say.

use serde_json::json;

use crate::failures::with_json;
use crate::harness::{Fault, Reading, read};

const STORY: &str = "stories/heron-returns/";
const NEXT: &str = "stories/dry-dock-overrun/";

/// Together they have pictures, a gallery, audio, video, an embed, tables, notes, and another script.
const MEDIA: [&str; 6] = [
    "stories/steam-cat/",
    "stories/the-drowned-street/",
    "stories/choir-of-the-dredgers/",
    "stories/harbour-bell/",
    "stories/live-storm-brannoc/",
    "stories/al-mina-wa-al-lugha/",
];

/// Has every picture load, also those below the window, before the console is looked at.
async fn the_console_is_silent_after(reading: &Reading, page: &str) {
    let hurry = "for (const image of document.images) image.loading = 'eager'";
    reading.browser.run(hurry).await;
    let loaded = "[...document.images].every(image => image.complete)";
    reading.browser.until(loaded).await;
    assert_eq!(reading.browser.log().await, Vec::<String>::new(), "{page}");
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn printed_pages_of_every_kind_leave_the_console_silent() {
    read(async |reading| {
        for page in [
            "",
            "sections/city/",
            "topics/harbour/",
            "authors/ines-calder/",
            "404.html",
        ]
        .iter()
        .chain(&MEDIA)
        {
            reading.open(page).await;
            the_console_is_silent_after(&reading, page).await;
        }
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn pages_that_the_reader_draws_leave_the_console_silent() {
    read(async |reading| {
        reading.open("").await;
        reading.browser.mark().await;
        for page in ["sections/city/", "topics/harbour/", "authors/ines-calder/"]
            .iter()
            .chain(&MEDIA)
        {
            let url = reading.server.url(page);
            reading.browser.run(&format!("const link = document.querySelector('header.masthead a'); link.href = '{url}'; link.click()")).await;
            reading.until_at(page).await;
            the_console_is_silent_after(&reading, page).await;
        }
        assert!(reading.browser.is_marked().await);
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn no_page_asks_another_site_for_anything() {
    read(async |reading| {
        for page in ["", "sections/city/"].iter().chain(&MEDIA) {
            reading.open(page).await;
            reading
                .browser
                .run("scrollTo(0, document.body.scrollHeight)")
                .await;
            let foreign = "performance.getEntriesByType('resource').map(one => one.name).filter(name => !name.startsWith(location.origin))";
            assert_eq!(reading.browser.value(foreign).await, json!([]), "{page}");
        }
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn a_script_that_was_smuggled_into_a_page_is_refused() {
    read(async |reading| {
        reading.server.fail(STORY, Fault::Changed(|page| {
            let page = String::from_utf8(page).unwrap();
            let hostile = "<body><script>window.hostile = 'inline'</script><img src='data:,' onerror=\"window.hostile = 'handler'\"><script src='data:text/javascript,window.hostile=1'></script>";
            assert!(page.contains("<body>"));
            page.replacen("<body>", hostile, 1).into_bytes()
        }));
        reading.open(STORY).await;
        assert!(
            reading
                .browser
                .holds("typeof window.hostile == 'undefined'")
                .await
        );
        let log = reading.browser.log().await;
        assert!(
            log.iter()
                .any(|line| line.contains("Content Security Policy") && line.contains("script")),
            "{log:#?}"
        );
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn a_form_that_was_smuggled_into_a_page_sends_nothing() {
    read(async |reading| {
        reading.server.fail(
            STORY,
            Fault::Changed(|page| {
                let page = String::from_utf8(page).unwrap();
                page.replacen(
                    "<main id=\"main\">",
                    "<main id=\"main\"><form action='/stolen'><button id=send>Send</button></form>",
                    1,
                )
                .into_bytes()
            }),
        );
        reading.open(STORY).await;
        reading.browser.click("#send").await;
        reading
            .browser
            .until("document.readyState == 'complete'")
            .await;
        assert_eq!(
            reading.browser.text("location.href").await,
            reading.server.url(STORY)
        );
        assert_eq!(reading.server.times_asked("stolen"), 0);
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn hostile_addresses_in_data_become_no_links() {
    read(async |reading| {
        reading.server.fail(&format!("{NEXT}index.json"), Fault::Changed(|page| {
            with_json(page, |page| {
                let body = page["content"]["story"]["story"]["body"].as_array_mut().unwrap();
                for href in ["javascript:window.hostile=1", " java\nscript:window.hostile=1", "data:text/html,<script>1</script>", "vbscript:1"] {
                    body.insert(0, json!({ "paragraph": [{ "link": { "href": href, "text": "hostile link" } }] }));
                }
                body.insert(0, json!({ "paragraph": "<img src=x onerror='window.hostile=1'> hostile text" }));
            })
        }));
        reading.open(STORY).await;
        reading.browser.mark().await;
        reading.browser.click("main nav.see-also a").await;
        reading.until_at(NEXT).await;
        assert!(reading.browser.is_marked().await);
        assert!(
            reading
                .browser
                .holds("document.querySelector('main').textContent.includes('hostile link')")
                .await
        );
        let links = "[...document.querySelectorAll('main a')].filter(link => link.textContent == 'hostile link' || !/^(https?|mailto):$/.test(link.protocol)).map(link => link.outerHTML)";
        assert_eq!(reading.browser.value(links).await, json!([]));
        assert!(
            reading
                .browser
                .holds("document.querySelector('main').textContent.includes('<img src=x onerror')")
                .await
        );
        assert!(
            reading
                .browser
                .holds("typeof window.hostile == 'undefined'")
                .await
        );
    });
}

/// Has every document remember what its policy forbade it.
const WATCH: &str = "window.forbidden = []; document.addEventListener('securitypolicyviolation', event => forbidden.push(`${event.effectiveDirective} ${event.sample}`))";

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn the_reader_starts_and_navigates_where_no_text_may_become_a_script() {
    read(async |reading| {
        reading.browser.before_every_page(WATCH).await;
        reading.open(STORY).await;
        reading.browser.call_the_reader().await;
        reading.browser.mark().await;
        reading.browser.click("main nav.see-also a").await;
        reading.until_at(NEXT).await;
        reading.browser.back().await;
        reading.until_at(STORY).await;
        assert!(reading.browser.is_marked().await);
        assert_eq!(reading.browser.value("forbidden").await, json!([]));
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn text_that_a_script_hands_to_the_parser_is_refused() {
    read(async |reading| {
        reading.open(STORY).await;
        for attempt in [
            "document.body.innerHTML = '<b>hostile</b>'",
            "document.write('<b>hostile</b>')",
            "document.createElement('iframe').srcdoc = 'hostile'",
            "document.createElement('script').src = 'hostile.js'",
            "document.createElement('b').setAttribute('onclick', 'hostile()')",
            "new Function('window.hostile = 1')()",
            "eval('window.hostile = 1')",
            "trustedTypes.createPolicy('default', { createHTML: text => text })",
        ] {
            // In a task of its own: what a driver runs itself may use `eval` whatever the policy says.
            let later = format!(
                "delete window.answer; setTimeout(() => {{ try {{ {attempt}; window.answer = 'done' }} catch (error) {{ window.answer = error.name }} }})"
            );
            reading.browser.run(&later).await;
            reading.browser.until("'answer' in window").await;
            let name = reading.browser.text("answer").await;
            assert!(
                ["TypeError", "EvalError"].contains(&name.as_str()),
                "{attempt}: {name}"
            );
        }
        assert!(
            reading
                .browser
                .holds(
                    "typeof window.hostile == 'undefined' && !document.querySelector('b.hostile')"
                )
                .await
        );
        // A script element that a script makes is refused by its text, as one in the page is.
        let injected = "(() => { const script = document.createElement('script'); try { script.text = 'window.hostile = 1'; document.body.append(script) } catch {} return typeof window.hostile })()";
        assert_eq!(reading.browser.text(injected).await, "undefined");
    });
}
