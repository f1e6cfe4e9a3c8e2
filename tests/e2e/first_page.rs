//! The page somebody arrives at can be read whatever the browser does, wherever the paper lies.

use std::fs::read_dir;

use crate::harness::{Fault, Reading, Setting, read, read_in, server};

const STORY: &str = "stories/heron-returns/";
const NEXT: &str = "stories/dry-dock-overrun/";
const SEE_ALSO: &str = "main nav.see-also a";

/// Path of the reader's WebAssembly.
fn wasm() -> String {
    let mut names = read_dir(server::paper().join("assets")).unwrap();
    let name = names
        .find_map(|entry| {
            entry
                .unwrap()
                .file_name()
                .into_string()
                .ok()
                .filter(|name| name.starts_with("reader-") && name.ends_with(".wasm"))
        })
        .unwrap_or_else(|| panic!("the printed paper has no reader"));
    format!("assets/{name}")
}

async fn can_be_read(reading: &Reading) {
    let headline = reading.browser.find("main h1").await.text().await.unwrap();
    assert!(headline.starts_with("The Heron sails again"), "{headline}");
    const LAST: &str = "main .body > p:last-of-type";
    assert!(reading.browser.is_shown(LAST).await);
    let last = reading.browser.find(LAST).await.text().await.unwrap();
    assert!(last.ends_with("a trailer of sheep."), "{last}");
}

fn a_story_stays_readable_when_the_reader_fails(fault: Fault) {
    read(async move |reading| {
        reading.server.fail(&wasm(), fault);
        reading.load(STORY).await;
        reading.browser.begin_to_use().await;
        reading.browser.mark().await;
        reading
            .browser
            .until(
                "performance.getEntriesByType('resource').some(one => one.name.endsWith('.wasm'))",
            )
            .await;
        can_be_read(&reading).await;
        reading.browser.click(SEE_ALSO).await;
        reading.until_at(NEXT).await;
        assert!(
            !reading.browser.is_marked().await,
            "the link has to be an ordinary one"
        );
        reading.browser.back().await;
        reading.until_at(STORY).await;
        can_be_read(&reading).await;
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn with_a_reader_of_garbage_the_story_can_be_read_and_its_links_work() {
    a_story_stays_readable_when_the_reader_fails(Fault::Changed(|_| b"garbage".to_vec()));
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn with_a_reader_that_is_cut_off_the_story_can_be_read_and_its_links_work() {
    a_story_stays_readable_when_the_reader_fails(Fault::CutOff);
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn with_a_reader_that_is_missing_the_story_can_be_read_and_its_links_work() {
    a_story_stays_readable_when_the_reader_fails(Fault::Status(404));
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn without_javascript_the_headline_and_the_last_paragraph_are_there_and_links_work() {
    let setting = Setting {
        scripts: false,
        ..Setting::default()
    };
    read_in(setting, async |reading| {
        reading.load(STORY).await;
        can_be_read(&reading).await;
        reading.browser.click(SEE_ALSO).await;
        reading.browser.until_url(&reading.server.url(NEXT)).await;
        let headline = reading.browser.find("main h1").await.text().await.unwrap();
        assert_eq!(headline, "Where the two million went");
        let asked = reading.server.requests();
        assert!(
            !asked.iter().any(|path| path.starts_with("assets/reader-")),
            "scripts ran: {asked:?}"
        );
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn under_any_path_of_a_server_the_paper_works_the_same() {
    let setting = Setting {
        folder: "/any/sub/path/",
        ..Setting::default()
    };
    read_in(setting, async |reading| {
        reading.open("").await;
        reading.browser.mark().await;
        reading.browser.click("main .leads h3 a").await;
        reading.until_at(STORY).await;
        reading.browser.click(SEE_ALSO).await;
        reading.until_at(NEXT).await;
        reading.browser.back().await;
        reading.until_at(STORY).await;
        reading.browser.back().await;
        reading.until_at("").await;
        assert!(reading.browser.shows_the_first_main().await);
        let strayed: Vec<_> = reading
            .server
            .requests()
            .into_iter()
            .filter(|path| path.starts_with('/'))
            .collect();
        assert!(
            strayed.is_empty(),
            "asked for outside the paper: {strayed:?}"
        );
    });
}

/// A document with the reader's script and an empty `<main>`, made of a printed page.
fn shell(page: Vec<u8>) -> Vec<u8> {
    let page = String::from_utf8(page).unwrap();
    let script = &page[page.find("<script id=\"newsprint\"").unwrap()..];
    let script = &script[..script.find("</script>").unwrap()];
    format!(
        "<!doctype html><meta charset=utf-8><title>…</title><main id=main></main>{script}</script>"
    )
    .into_bytes()
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn an_empty_document_is_filled_by_the_reader() {
    read(async |reading| {
        reading.open(STORY).await;
        let printed = reading
            .browser
            .text("document.querySelector('main').textContent")
            .await;
        reading.server.fail(STORY, Fault::Changed(shell));
        reading.load(STORY).await;
        reading.until_at(STORY).await;
        assert_eq!(
            reading
                .browser
                .text("document.querySelector('main').textContent")
                .await,
            printed
        );
        assert_eq!(
            reading
                .browser
                .value("document.querySelectorAll('main').length")
                .await,
            1
        );
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn an_empty_document_takes_title_and_language_from_its_data() {
    read(async |reading| {
        let story = "stories/al-mina-wa-al-lugha/";
        reading.server.fail(story, Fault::Changed(shell));
        reading.load(story).await;
        reading.until_at(story).await;
        assert_eq!(
            reading.browser.text("document.documentElement.lang").await,
            "ar"
        );
        assert_eq!(
            reading.browser.text("document.documentElement.dir").await,
            "rtl"
        );
        assert!(
            reading
                .browser
                .text("document.title")
                .await
                .starts_with("كلمات رست هنا")
        );
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn links_work_in_a_document_that_the_reader_filled() {
    read(async |reading| {
        reading.server.fail(STORY, Fault::Changed(shell));
        reading.load(STORY).await;
        reading.until_at(STORY).await;
        reading.browser.mark().await;
        reading.browser.click(SEE_ALSO).await;
        reading.until_at(NEXT).await;
        reading.browser.back().await;
        reading.until_at(STORY).await;
        assert!(reading.browser.shows_the_first_main().await);
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn an_empty_document_without_data_says_so_and_can_be_tried_again() {
    read(async |reading| {
        reading.server.fail(STORY, Fault::Changed(shell));
        let data = format!("{STORY}index.json");
        reading.server.fail(&data, Fault::Status(404));
        reading.load(STORY).await;
        reading.browser.until("!!document.querySelector('[role=alert]') && document.querySelector('[role=alert]').offsetHeight > 0").await;
        reading.server.mend(&data);
        reading
            .browser
            .click("[role=alert] button[data-act=retry]")
            .await;
        reading.until_at(STORY).await;
    });
}
