//! Everything but a plain click on a page of the paper stays what it is in any browser.

use thirtyfour::Key;

use crate::harness::{Reading, read};

const STORY: &str = "stories/heron-returns/";
const SEE_ALSO: &str = "main nav.see-also a";
const NOTES: &str = "stories/dry-dock-overrun/";

/// Writes down whether the reader took a click, and keeps the browser from acting on it.
async fn watch_clicks(reading: &Reading) {
    let watch = "addEventListener('click', event => { window.taken = event.defaultPrevented; event.preventDefault(); })";
    reading.browser.run(watch).await;
}

async fn was_left_alone(reading: &Reading) -> bool {
    reading
        .browser
        .until("typeof window.taken == 'boolean'")
        .await;
    reading.browser.holds("window.taken === false").await
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn a_plain_click_is_taken_by_the_reader() {
    read(async |reading| {
        reading.open(STORY).await;
        watch_clicks(&reading).await;
        reading.browser.click(SEE_ALSO).await;
        assert!(!was_left_alone(&reading).await);
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn a_click_with_control_held_is_left_alone() {
    a_click_is_left_alone_while_holding(Key::Control);
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn a_click_with_the_command_key_held_is_left_alone() {
    a_click_is_left_alone_while_holding(Key::Meta);
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn a_click_with_shift_held_is_left_alone() {
    a_click_is_left_alone_while_holding(Key::Shift);
}

fn a_click_is_left_alone_while_holding(key: Key) {
    read(async move |reading| {
        reading.open(STORY).await;
        watch_clicks(&reading).await;
        reading.browser.click_holding(key, SEE_ALSO).await;
        assert!(was_left_alone(&reading).await);
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn a_link_with_another_target_is_left_alone() {
    a_link_is_left_alone_with("target", "_blank");
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn a_download_is_left_alone() {
    a_link_is_left_alone_with("download", "");
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn a_link_to_a_file_is_left_alone() {
    a_link_is_left_alone_with("href", "../../index.json");
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn a_link_to_another_site_is_left_alone() {
    a_link_is_left_alone_with("href", "https://elsewhere.example/stories/heron-returns/");
}

/// The same link that is taken as it stands, with one attribute set.
fn a_link_is_left_alone_with(name: &'static str, value: &'static str) {
    read(async move |reading| {
        reading.open(STORY).await;
        watch_clicks(&reading).await;
        reading
            .browser
            .run(&format!(
                "document.querySelector('{SEE_ALSO}').setAttribute('{name}', '{value}')"
            ))
            .await;
        reading.browser.click(SEE_ALSO).await;
        assert!(was_left_alone(&reading).await);
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn a_control_click_opens_the_story_in_a_tab_of_its_own() {
    read(async |reading| {
        reading.open(STORY).await;
        reading.browser.mark().await;
        reading.browser.click_holding(Key::Control, SEE_ALSO).await;
        reading.browser.until_windows(2).await;
        assert!(reading.browser.shows_the_first_main().await);
        assert_eq!(
            reading.browser.text("location.href").await,
            reading.server.url(STORY)
        );
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn a_footnote_mark_scrolls_to_its_note_and_the_note_back() {
    read(async |reading| {
        reading.open(NOTES).await;
        a_footnote_leads_there_and_back(&reading).await;
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn footnotes_work_in_a_story_that_the_reader_drew() {
    read(async |reading| {
        reading.open(STORY).await;
        reading.browser.click(SEE_ALSO).await;
        reading.until_at(NOTES).await;
        a_footnote_leads_there_and_back(&reading).await;
    });
}

/// Opens a note beside its mark, and follows the link in it to all of them.
async fn follow_mark(reading: &Reading) {
    reading.browser.call_the_tools().await;
    reading.browser.click("#mark-2").await;
    reading
        .browser
        .until("!!document.querySelector('.note-in-place')")
        .await;
    reading.browser.click(".note-in-place p a").await;
}

async fn a_footnote_leads_there_and_back(reading: &Reading) {
    reading.browser.mark().await;
    let in_sight = |id: &str| {
        format!(
            "(place => place.top >= 0 && place.bottom <= innerHeight)(document.getElementById('{id}').getBoundingClientRect())"
        )
    };
    follow_mark(reading).await;
    reading
        .browser
        .until(&format!(
            "location.hash == '#note-2' && {}",
            in_sight("note-2")
        ))
        .await;
    reading.browser.click("#note-2 a[role=doc-backlink]").await;
    reading
        .browser
        .until(&format!(
            "location.hash == '#mark-2' && {}",
            in_sight("mark-2")
        ))
        .await;
    assert!(reading.browser.shows_the_first_main().await);
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn back_over_a_footnote_stays_in_the_story() {
    read(async |reading| {
        reading.open(NOTES).await;
        reading.browser.mark().await;
        reading.browser.run("document.getElementById('mark-2').scrollIntoView({block: 'center', behavior: 'instant'})").await;
        let left = reading.browser.number("scrollY").await;
        follow_mark(&reading).await;
        reading.browser.until("location.hash == '#note-2'").await;
        reading.browser.back().await;
        reading.browser.until("location.hash == ''").await;
        reading
            .browser
            .until(&format!("Math.abs(scrollY - {left}) < 2"))
            .await;
        assert!(reading.browser.shows_the_first_main().await);
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn a_link_to_a_place_in_another_story_shows_that_place() {
    read(async |reading| {
        reading.open(STORY).await;
        reading.browser.mark().await;
        reading
            .browser
            .run(&format!(
                "document.querySelector('{SEE_ALSO}').hash = '#note-2'"
            ))
            .await;
        reading.browser.click(SEE_ALSO).await;
        reading.until_at(&format!("{NOTES}#note-2")).await;
        assert!(reading.browser.is_marked().await);
        assert!(reading.browser.number("scrollY").await > 100.0);
        assert!(
            reading
                .browser
                .holds("document.activeElement.id == 'note-2'")
                .await
        );
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn a_link_of_the_paper_to_words_of_another_story_leads_to_the_words_and_marks_them() {
    read(async |reading| {
        reading.open(STORY).await;
        reading.browser.call_the_tools().await;
        reading.browser.mark().await;
        let url = reading.server.url(NOTES);
        // Words of its last paragraph but for the first of them.
        reading
            .browser
            .run(&format!(
                "const request = new XMLHttpRequest();
                 request.open('GET', '{url}');
                 request.responseType = 'document';
                 request.onload = () => {{
                     const paragraphs = [...request.response.querySelectorAll('.body > p')];
                     const last = paragraphs.map(one => one.textContent).filter(text => text.length > 99).at(-1);
                     window.words = last.split(' ').slice(1, 7).join(' ');
                     const link = document.querySelector('main a');
                     link.href = '{url}#:~:text=' + encodeURIComponent(words).replace(/-/g, '%2D');
                     link.click();
                 }};
                 request.send()"
            ))
            .await;
        reading
            .browser
            .until("[...CSS.highlights.get('newsprint-named') || []].join() == window.words")
            .await;
        assert!(reading.browser.is_marked().await);
        let top = "[...CSS.highlights.get('newsprint-named')][0].getBoundingClientRect().top";
        reading
            .browser
            .until(&format!(
                "scrollY > 300 && {top} > 0 && {top} < innerHeight"
            ))
            .await;
        assert!(
            reading
                .browser
                .holds("document.activeElement.textContent.includes(words)")
                .await
        );
        // The next page is shown from its top, and nothing is marked in it.
        reading
            .browser
            .run("document.querySelector('header.masthead a').click()")
            .await;
        reading
            .browser
            .until("!CSS.highlights.has('newsprint-named') && scrollY == 0")
            .await;
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn a_link_to_words_of_the_same_page_leads_to_them() {
    read(async |reading| {
        reading.open(NOTES).await;
        reading.browser.call_the_tools().await;
        reading.browser.mark().await;
        reading
            .browser
            .run(
                "const last = [...document.querySelectorAll('.body > p')].map(one => one.textContent).filter(text => text.length > 99).at(-1);
                 window.words = last.split(' ').slice(1, 7).join(' ');
                 const link = document.querySelector('.body a');
                 link.href = '#:~:text=' + encodeURIComponent(words).replace(/-/g, '%2D');
                 link.click()",
            )
            .await;
        reading
            .browser
            .until("[...CSS.highlights.get('newsprint-named') || []].join() == window.words && scrollY > 300")
            .await;
        assert!(reading.browser.is_marked().await);
    });
}
