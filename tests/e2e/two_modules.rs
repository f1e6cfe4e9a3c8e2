//! The tools are a module of their own: they come when one is used, and neither module needs the other to go on.

use thirtyfour::Key;

use crate::harness::{Fault, Reading, read};

const STORY: &str = "stories/heron-returns/";
const NEXT: &str = "stories/dry-dock-overrun/";
const BUTTON: &str = ".tools-button";
const PANEL: &str = "!!document.querySelector('.tools-panel')";
const NO_TOOLS: &str = "!!document.querySelector('.no-tools')";

/// Has the tools show a picture while they show one, at which they panic.
const BREAK: &str = "window.traps = 0; addEventListener('error', event => { if (event.error instanceof WebAssembly.RuntimeError) traps += 1 }); const { focus } = HTMLElement.prototype; HTMLElement.prototype.focus = function (options) { HTMLElement.prototype.focus = focus; document.querySelector('main figure img').dispatchEvent(new MouseEvent('click', { bubbles: true })); }; document.querySelector('main figure img').click()";

fn asked_for_tools(reading: &Reading) -> usize {
    let is_tools = |path: &&String| path.contains("assets/tools-") && path.ends_with(".wasm");
    reading.server.requests().iter().filter(is_tools).count()
}

/// Presses a key where nothing has the focus, as a page hears it.
async fn key(reading: &Reading, key: &str) {
    let press = format!(
        "document.body.dispatchEvent(new KeyboardEvent('keydown', {{key: '{key}', bubbles: true, cancelable: true}}))"
    );
    reading.browser.run(&press).await;
}

/// The path of the module that starts the tools.
async fn module(reading: &Reading) -> String {
    let name = "document.getElementById('newsprint').dataset.tools.split('/').pop()";
    format!("assets/{}", reading.browser.text(name).await)
}

/// Opens a story where the module of the tools fails.
async fn open_without_tools(reading: &Reading, page: &str) -> String {
    reading.open(page).await;
    let module = module(reading).await;
    reading.server.fail(&module, Fault::Status(404));
    module
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn whoever_reads_scrolls_and_goes_on_loads_no_tools() {
    read(async |reading| {
        reading.open(STORY).await;
        reading.browser.run("scrollTo(0, 900)").await;
        reading.browser.click("main nav.see-also a").await;
        reading.until_at(NEXT).await;
        reading.browser.press(Key::End).await;
        reading
            .browser
            .until("!!localStorage['newsprint-read']")
            .await;
        reading.browser.back().await;
        reading.until_at(STORY).await;
        assert_eq!(asked_for_tools(&reading), 0);
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn a_key_of_a_tool_that_is_pressed_before_the_tools_are_there_opens_it() {
    read(async |reading| {
        reading.open(STORY).await;
        key(&reading, "d").await;
        reading
            .browser
            .until("!!document.querySelector('.tool .display')")
            .await;
        assert_eq!(asked_for_tools(&reading), 1);
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn keys_that_lead_on_need_no_tools() {
    read(async |reading| {
        reading.open(STORY).await;
        key(&reading, "n").await;
        reading
            .browser
            .until(&format!("!location.href.includes('{STORY}')"))
            .await;
        key(&reading, "p").await;
        reading.until_at(STORY).await;
        assert_eq!(asked_for_tools(&reading), 0);
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn tools_that_do_not_come_are_excused_beside_their_button_and_can_be_tried_again() {
    read(async |reading| {
        let module = open_without_tools(&reading, STORY).await;
        reading.browser.click(BUTTON).await;
        reading.browser.until(NO_TOOLS).await;
        let busy = format!("document.querySelector('{BUTTON}').ariaBusy == null");
        assert!(reading.browser.holds(&busy).await);
        reading.server.mend(&module);
        reading
            .browser
            .click(".no-tools button:first-of-type")
            .await;
        reading.browser.until(PANEL).await;
        assert!(!reading.browser.holds(NO_TOOLS).await);
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn a_footnote_leads_to_its_note_where_the_tools_do_not_come() {
    read(async |reading| {
        open_without_tools(&reading, NEXT).await;
        let href = "document.querySelector('a.mark').getAttribute('href')";
        let href = reading.browser.text(href).await;
        reading
            .browser
            .run("document.querySelector('a.mark').click()")
            .await;
        reading
            .browser
            .until(&format!("location.hash == '{href}'"))
            .await;
        assert!(!reading.browser.holds(NO_TOOLS).await);
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn where_the_tools_stop_working_the_reader_goes_on_and_their_button_brings_new_ones() {
    read(async |reading| {
        reading.open(STORY).await;
        reading.browser.mark().await;
        reading.browser.click(BUTTON).await;
        reading.browser.until(PANEL).await;
        reading.browser.click(BUTTON).await;
        reading.browser.run(BREAK).await;
        reading.browser.until("traps == 1").await;
        reading.browser.click(BUTTON).await;
        reading.browser.until(PANEL).await;
        assert_eq!(asked_for_tools(&reading), 1, "its Wasm is in the cache");
        reading
            .browser
            .run("document.querySelector('main nav.see-also a').click()")
            .await;
        reading.until_at(NEXT).await;
        assert!(reading.browser.is_marked().await);
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn where_the_reader_stops_working_the_tools_go_on() {
    read(async |reading| {
        reading.open(STORY).await;
        reading
            .browser
            .run("Node.prototype.insertBefore = () => { throw new Error('broken by the test'); }; window.panics = 0; for (const kind of ['error', 'unhandledrejection']) addEventListener(kind, event => { if ((event.error || event.reason) instanceof WebAssembly.RuntimeError) window.panics += 1; })")
            .await;
        // Its page is drawn beforehand, which breaks it.
        reading.browser.hover("main nav.see-also a").await;
        reading.browser.until("window.panics == 1").await;
        reading
            .browser
            .until(&format!(
                "document.querySelector('{BUTTON}').click(), {PANEL}"
            ))
            .await;
        reading
            .browser
            .run("document.querySelector('[name=size]').value = 4; document.querySelector('[name=size]').dispatchEvent(new Event('input', { bubbles: true }))")
            .await;
        reading
            .browser
            .until("localStorage['newsprint-choices'] == 'size=4'")
            .await;
    });
}
