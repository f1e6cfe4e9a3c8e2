//! The paper in Firefox.

use crate::harness::{Engine, Fault};
use crate::{offline, read_with, returning, visit};

const STORY: &str = "stories/heron-returns/";
const TOOLS: &str = ".tools-button";

/// Keeps what is handed to the browser to be saved.
const SAVED: &str =
    "window.saved = []; URL.createObjectURL = blob => (saved.push(blob), 'blob:nothing')";

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn a_visitor_reads_searches_and_chooses_how_pages_look() {
    read_with(Engine::Firefox, visit::read_search_and_choose);
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn back_from_another_site_leads_to_where_one_was() {
    read_with(Engine::Firefox, returning::to_a_kept_document);
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn back_from_another_site_leads_to_where_one_was_on_a_page_that_the_reader_drew() {
    read_with(Engine::Firefox, returning::to_a_drawn_page);
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn back_from_another_site_leads_to_where_one_was_though_the_page_is_loaded_anew() {
    read_with(
        Engine::Firefox,
        returning::to_a_document_that_is_loaded_anew,
    );
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn what_was_read_and_what_is_kept_is_there_without_a_network() {
    read_with(Engine::Firefox, offline::read_again);
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn a_page_that_nobody_has_read_says_so_without_a_network() {
    read_with(Engine::Firefox, offline::ask_for_what_was_not_read);
}

/// The path of a script that the page names.
fn path(name: &str) -> String {
    format!(
        "new URL(document.getElementById('newsprint').dataset.{name}, location).pathname.slice(1)"
    )
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn a_file_that_could_not_be_made_is_made_at_the_next_click() {
    read_with(Engine::Firefox, async |reading| {
        let browser = &reading.browser;
        reading.open(STORY).await;
        let script = browser.text(&path("takeAway")).await;
        reading.server.fail(&script, Fault::Status(500));
        browser.run(SAVED).await;
        browser
            .until(&format!("!!document.querySelector('{TOOLS}')"))
            .await;
        browser.click(TOOLS).await;
        browser.choose_tool("Share and save").await;
        browser.click("[data-do='make html']").await;
        let outcome = "document.querySelector('.outcome').textContent";
        browser.until(&format!("{outcome} != ''")).await;
        let said = browser.text(outcome).await;
        assert!(!said.starts_with("Saved as"), "{said}");
        reading.server.mend(&script);
        browser.click("[data-do='make html']").await;
        browser
            .until(&format!("{outcome}.startsWith('Saved as')"))
            .await;
        assert!(browser.holds("saved[0].type == 'text/html'").await);
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn where_the_reader_does_not_come_links_lead_on_and_it_comes_with_the_next_page() {
    read_with(Engine::Firefox, async |reading| {
        let browser = &reading.browser;
        reading.load(STORY).await;
        let script = browser.text(&path("reader")).await;
        reading.server.fail(&script, Fault::Status(500));
        reading.load(STORY).await;
        let asked = reading.server.times_asked(&script);
        browser.mark().await;
        browser.begin_to_use().await;
        browser.until("performance.getEntriesByType('resource').some(one => one.name.includes('/reader-'))").await;
        assert!(
            reading.server.times_asked(&script) > asked,
            "the reader was not asked for"
        );
        browser.click("main nav.see-also a").await;
        reading.until_at("stories/dry-dock-overrun/").await;
        assert!(
            !browser.is_marked().await,
            "the link was not an ordinary one"
        );
        reading.server.mend(&script);
        reading.open(STORY).await;
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn back_from_another_site_the_bar_for_selected_words_is_there_only_with_words() {
    read_with(Engine::Firefox, returning::to_selected_words);
}
