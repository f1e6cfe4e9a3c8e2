//! What one takes away: links, files, books and citations.

use serde_json::{Value, json};

use crate::harness::{Fault, OwnPaper, Reading, read};

const STORY: &str = "stories/heron-returns/";

/// Keeps what is handed to the browser to be saved.
const SAVED: &str = "window.saved = []; URL.createObjectURL = blob => (saved.push(blob), 'blob:nothing'); HTMLAnchorElement.prototype.click = function () { this.download ? window.savedAs = this.download : this.dispatchEvent(new MouseEvent('click', {bubbles: true, cancelable: true})); }";
const CLIPBOARD: &str = "Object.defineProperty(navigator, 'clipboard', {value: {writeText: async text => { window.copied = text; }}})";
const NO_CLIPBOARD: &str = "Object.defineProperty(navigator, 'clipboard', {value: {writeText: async () => { throw new DOMException('denied', 'NotAllowedError'); }}})";

async fn opened(reading: &Reading) {
    reading.open(STORY).await;
    offered(reading).await;
}

/// Opens the story of a paper of the test's own.
async fn opened_at(reading: &Reading, url: &str) {
    reading.browser.before_every_page(SAVED).await;
    reading.browser.go_to(url).await;
    offered(reading).await;
}

async fn offered(reading: &Reading) {
    reading.browser.call_the_tools().await;
    reading
        .browser
        .run("document.body.dispatchEvent(new KeyboardEvent('keydown', {key: 't', bubbles: true}))")
        .await;
    reading
        .browser
        .until("!!document.querySelector('.tool .share')")
        .await;
}

/// Saves a file of a kind, and gives its name and its text, byte by byte.
async fn saved(reading: &Reading, kind: &str) -> (String, String) {
    reading
        .browser
        .click(&format!("[data-do='make {kind}']"))
        .await;
    reading
        .browser
        .until("document.querySelector('.outcome').textContent.includes(window.savedAs)")
        .await;
    reading
        .browser
        .run("saved[0].arrayBuffer().then(bytes => { window.text = Array.from(new Uint8Array(bytes), byte => String.fromCharCode(byte)).join(''); })")
        .await;
    reading.browser.until("!!window.text").await;
    (
        reading.browser.text("savedAs").await,
        reading.browser.text("text").await,
    )
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn the_link_that_is_copied_is_the_one_that_search_engines_know() {
    read(async |reading| {
        reading.browser.before_every_page(CLIPBOARD).await;
        opened(&reading).await;
        reading.browser.click("[data-do=copy]").await;
        reading
            .browser
            .until("document.querySelector('.outcome').textContent == 'Copied.'")
            .await;
        let copied = reading.browser.text("copied").await;
        assert_eq!(
            copied,
            reading
                .browser
                .text("document.querySelector('[rel=canonical]').href")
                .await
        );
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn where_copying_is_denied_the_link_stands_there_to_be_copied_by_hand() {
    read(async |reading| {
        reading.browser.before_every_page(NO_CLIPBOARD).await;
        opened(&reading).await;
        reading.browser.click("[data-do=copy]").await;
        reading
            .browser
            .until("document.querySelector('.uncopied textarea')?.value.endsWith('/stories/heron-returns/')")
            .await;
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn the_machines_own_way_to_share_is_offered_where_there_is_one() {
    read(async |reading| {
        reading
            .browser
            .before_every_page("Object.defineProperty(navigator, 'share', {value: async told => { window.shared = told; }})")
            .await;
        opened(&reading).await;
        reading.browser.click("[data-do=share]").await;
        let shared = reading.browser.value("shared").await;
        assert!(
            shared["title"]
                .as_str()
                .unwrap()
                .starts_with("The Heron sails again")
        );
        assert!(
            shared["url"]
                .as_str()
                .unwrap()
                .ends_with("/stories/heron-returns/")
        );
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn a_story_is_saved_as_one_file_that_asks_for_nothing() {
    read(async |reading| {
        reading.browser.before_every_page(SAVED).await;
        opened(&reading).await;
        let (name, text) = saved(&reading, "html").await;
        assert_eq!(name, "heron-returns.html");
        assert!(text.starts_with("<!doctype html>") && text.contains("The Heron sails again"));
        assert!(
            text.contains("src=\"data:image/"),
            "the picture is in the file"
        );
        let foreign =
            text.contains("src=\"http") || text.contains("srcset") || text.contains("url(");
        assert!(
            !foreign && !text.contains("<script"),
            "it asks for something"
        );
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn a_story_is_saved_as_a_book_whose_parts_are_all_named() {
    read(async |reading| {
        reading.browser.before_every_page(SAVED).await;
        opened(&reading).await;
        let (name, text) = saved(&reading, "epub").await;
        assert_eq!(name, "heron-returns.epub");
        // The first file says what it is, at a place of its own (EPUB OCF 3.3, 4.3).
        let start: String = text.chars().skip(30).take(28).collect();
        assert_eq!(start, "mimetypeapplication/epub+zip");
        for part in [
            "META-INF/container.xml",
            "EPUB/book.opf",
            "EPUB/nav.xhtml",
            "EPUB/story-0.xhtml",
            "EPUB/picture-0-0.",
        ] {
            assert_eq!(
                text.matches(part).count() - usize::from(part == "EPUB/book.opf"),
                2,
                "{part} in the archive and in its list"
            );
        }
        if let Ok(file) = std::env::var("NEWSPRINT_E2E_BOOK") {
            let bytes: Vec<u8> = text.chars().map(|c| c as u32 as u8).collect();
            std::fs::write(file, bytes).unwrap();
        }
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn a_story_is_cited_in_three_forms() {
    for (kind, holds) in [
        ("bib", "author = {{Ines Calder}}"),
        ("ris", "AU  - Ines Calder\r\n"),
        ("json", "\"literal\": \"Ines Calder\""),
    ] {
        read(async move |reading| {
            reading.browser.before_every_page(SAVED).await;
            opened(&reading).await;
            let (name, text) = saved(&reading, kind).await;
            assert_eq!(name, format!("heron-returns.{kind}"));
            assert!(text.contains(holds) && text.contains("2026"), "{text}");
            if kind == "json" {
                let cited: Value = serde_json::from_str(&text).unwrap();
                assert_eq!(cited[0]["container-title"], "The Averil Lantern");
            }
        });
    }
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn where_the_network_is_gone_it_is_said_that_nothing_was_saved() {
    read(async |reading| {
        reading.browser.before_every_page(SAVED).await;
        opened(&reading).await;
        reading.server.go_away().await;
        reading.browser.click("[data-do='make epub']").await;
        reading
            .browser
            .until("document.querySelector('.outcome').textContent.startsWith('This could not be saved')")
            .await;
        assert_eq!(reading.browser.number("saved.length").await, 0.0);
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn a_script_that_did_not_come_whole_is_asked_for_again() {
    read(async |reading| {
        reading.browser.before_every_page(SAVED).await;
        opened(&reading).await;
        let script = "document.getElementById('newsprint').dataset.takeAway";
        let script = reading.browser.text(script).await;
        let (_, script) = script.split_once("/assets/").unwrap();
        let script = format!("assets/{script}");
        reading.server.fail(&script, Fault::CutOff);
        reading.browser.click("[data-do='make html']").await;
        reading
            .browser
            .until("document.querySelector('.outcome').textContent.startsWith('This could not be saved')")
            .await;
        reading.server.mend(&script);
        // What came is not asked for again for a while; what did not come is. Here half of it came.
        let nothing = serde_json::json!({});
        reading
            .browser
            .devtools("Network.clearBrowserCache", nothing)
            .await;
        saved(&reading, "html").await;
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn while_one_is_on_the_way_back_the_links_of_the_file_are_those_of_the_story() {
    // Not as deep as a story, so that relative addresses would lead elsewhere from there.
    const LIST: &str = "archive/2026/11/";
    read(async |reading| {
        reading.browser.before_every_page(SAVED).await;
        reading.open(LIST).await;
        let url = reading.server.url(STORY);
        reading
            .browser
            .run(&format!("const link = document.querySelector('header.masthead a'); link.href = '{url}'; link.click()"))
            .await;
        reading.until_at(STORY).await;
        // The page one goes back to has to be asked for.
        reading.browser.reload().await;
        reading.browser.call_the_tools().await;
        let author = "document.querySelector('article.story a[rel=author]').href";
        let author = reading.browser.text(author).await;
        reading
            .server
            .fail(&format!("{LIST}index.json"), Fault::Hang);
        reading.browser.run("history.back()").await;
        let ahead = format!("location.href == '{}'", reading.server.url(LIST));
        reading.browser.until(&ahead).await;
        reading.browser.run("document.body.dispatchEvent(new KeyboardEvent('keydown', {key: 't', bubbles: true}))").await;
        reading
            .browser
            .until("!!document.querySelector('.tool .share')")
            .await;
        let (_, text) = saved(&reading, "html").await;
        assert!(text.contains(&format!("href=\"{author}\"")), "{author}");
        assert!(reading.browser.holds(&ahead).await);
    });
}

#[test]
#[ignore = "needs a browser: cargo xtask test"]
fn every_sound_of_a_saved_story_is_a_link_to_itself() {
    let names = ["one.mp3", "two.mp3", "three.mp3"];
    let files = names.map(|name| (name.to_owned(), format!("ID3{name}").into_bytes()));
    let paper = OwnPaper::start_with(&files, |story| {
        let sounds = names.map(|name| json!({ "audio": { "source": name } }));
        story["body"] = json!(sounds);
    });
    read(async move |reading| {
        opened_at(&reading, &paper.story()).await;
        let right = reading
            .browser
            .value("[...document.querySelectorAll('audio')].map(one => one.src)")
            .await;
        assert_eq!(right.as_array().unwrap().len(), 3);
        let (_, text) = saved(&reading, "html").await;
        assert!(!text.contains("<audio"), "{text}");
        let mut rest = text.as_str();
        for sound in right.as_array().unwrap() {
            let link = format!("href=\"{}\"", sound.as_str().unwrap());
            rest = &rest[rest.find(&link).unwrap_or_else(|| panic!("{link}"))..];
        }
    });
}

#[test]
#[ignore = "needs a browser: cargo xtask test"]
fn a_book_holds_no_character_that_xml_may_not_hold() {
    let paper = OwnPaper::start(|story| {
        story["body"] = json!(["One line\u{b} and\u{1} another\u{ffff}."]);
    });
    read(async move |reading| {
        opened_at(&reading, &paper.story()).await;
        // What came into the page otherwise, as by a translation.
        reading
            .browser
            .run("document.querySelector('.body p').append('\\u0002 One more\\uD800.')")
            .await;
        let (_, text) = saved(&reading, "epub").await;
        let (_, chapter) = text
            .split_once("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<!DOCTYPE html>")
            .unwrap();
        let (chapter, _) = chapter.split_once("</html>").unwrap();
        assert!(
            chapter.contains("another") && chapter.contains(" One more."),
            "{chapter}"
        );
        let is_forbidden = |c: char| c < ' ' && !matches!(c, '\t' | '\n' | '\r');
        assert!(!chapter.contains(is_forbidden), "{chapter:?}");
    });
}

#[test]
#[ignore = "needs a browser: cargo xtask test"]
fn a_story_is_saved_under_its_own_name_in_every_script() {
    read(async |reading| {
        let paper = OwnPaper::start(|_| {});
        paper.move_to("港口");
        opened_at(&reading, &paper.moved("%E6%B8%AF%E5%8F%A3")).await;
        let (name, _) = saved(&reading, "html").await;
        assert_eq!(name, "港口.html");
    });
}

#[test]
#[ignore = "needs a browser: cargo xtask test"]
fn in_a_citation_a_headline_is_one_line_and_a_name_of_several_words_one_name() {
    let paper = OwnPaper::start_as(
        |paper| paper["language"] = json!("es"),
        |story| {
            story["headline"] = json!("The ferry\ncame late");
            story["bylines"] = json!(["Jose Ortega y Gasset", "Ana Ruiz, hija", "Mara Lind"]);
        },
    );
    read(async move |reading| {
        opened_at(&reading, &paper.story()).await;
        let (_, text) = saved(&reading, "ris").await;
        for line in [
            "AU  - Jose Ortega y Gasset",
            "AU  - Ana Ruiz, hija",
            "AU  - Mara Lind",
            "TI  - The ferry came late",
        ] {
            assert!(text.split("\r\n").any(|known| known == line), "{text}");
        }
        assert_eq!(text.matches("AU  - ").count(), 3, "{text}");
    });
}
