//! The tools are a module of their own: they come when one is used, and neither module needs the other to go on.

use std::time::Duration;

use thirtyfour::Key;

use crate::harness::{Fault, NO_STORAGE, Reading, read};

const STORY: &str = "stories/heron-returns/";
const NEXT: &str = "stories/dry-dock-overrun/";
const BUTTON: &str = ".tools-button";
const PANEL: &str = "!!document.querySelector('.tools-panel')";
const NO_TOOLS: &str = "!!document.querySelector('.no-tools')";

/// Has the panel closed while the tools measure it, at which they panic.
const BREAK: &str = "window.traps = 0; addEventListener('error', event => { if (event.error instanceof WebAssembly.RuntimeError) traps += 1 }); const { getBoundingClientRect } = Element.prototype; Element.prototype.getBoundingClientRect = function () { if (this.matches('.tool')) { Element.prototype.getBoundingClientRect = getBoundingClientRect; document.querySelector('.tools-button').click(); } return getBoundingClientRect.call(this); }";

/// The tools have come: whatever was asked of them has reached them.
const TOOLS_ARE_THERE: &str = "document.querySelector('.tools-button').ariaBusy == null && [...document.styleSheets].some(sheet => sheet.href?.includes('/tools-'))";

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
        key(&reading, "d").await;
        reading.browser.until("traps == 1").await;
        // Their button was clicked while they still worked.
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

/// Does something in the page at once, before what comes of it, and waits until the tools are there.
async fn do_before_the_tools_are_there(reading: &Reading, script: &str) {
    reading.browser.run(script).await;
    reading.browser.until(TOOLS_ARE_THERE).await;
    // What was asked for would be there by then.
    reading
        .browser
        .run("window.painted = false; requestAnimationFrame(() => setTimeout(() => window.painted = true, 50))")
        .await;
    reading.browser.until("window.painted").await;
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn the_panel_speaks_the_language_of_the_page_that_one_goes_to() {
    read(async |reading| {
        reading.open(STORY).await;
        key(&reading, "d").await;
        let name = "document.querySelector('.tools-panel [aria-current]')?.textContent";
        reading.browser.until(&format!("{name} == 'Display'")).await;
        reading
            .browser
            .run("const link = document.createElement('a'); link.href = '../ar-sea-wall/'; document.querySelector('main').append(link); link.click()")
            .await;
        reading
            .browser
            .until(&format!("/[\\u0600-\\u06ff]/.test({name})"))
            .await;
        assert!(
            reading
                .browser
                .holds("document.querySelector('.tools-panel').matches('[lang=ar][dir=rtl]')")
                .await
        );
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn escape_takes_back_what_was_asked_of_tools_that_are_not_there_yet() {
    read(async |reading| {
        reading.open(STORY).await;
        do_before_the_tools_are_there(&reading, &format!("document.querySelector('{BUTTON}').click(); document.body.dispatchEvent(new KeyboardEvent('keydown', {{key: 'Escape', bubbles: true, cancelable: true}}))")).await;
        assert!(!reading.browser.holds(PANEL).await);
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn who_has_begun_to_write_before_the_tools_are_there_goes_on_writing() {
    read(async |reading| {
        reading.open("search/").await;
        do_before_the_tools_are_there(
            &reading,
            &format!(
                "document.querySelector('{BUTTON}').click(); document.querySelector('#q').focus()"
            ),
        )
        .await;
        assert!(!reading.browser.holds(PANEL).await);
        assert!(
            reading
                .browser
                .holds("document.activeElement.matches('#q')")
                .await
        );
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn what_is_asked_twice_before_the_tools_are_there_is_done_once() {
    read(async |reading| {
        reading.open(STORY).await;
        let twice = format!(
            "document.querySelector('{BUTTON}').click(); document.querySelector('{BUTTON}').click()"
        );
        do_before_the_tools_are_there(&reading, &twice).await;
        assert!(reading.browser.holds(PANEL).await);
        reading.open(STORY).await;
        let twice = "document.querySelector('main figure img').click(); document.querySelector('main figure img').click()";
        do_before_the_tools_are_there(&reading, twice).await;
        let shown = "document.querySelectorAll('.lightbox').length";
        assert_eq!(reading.browser.number(shown).await, 1.0);
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn words_that_are_selected_before_the_tools_are_there_are_highlighted_by_their_key() {
    read(async |reading| {
        reading.open(STORY).await;
        do_before_the_tools_are_there(&reading, "getSelection().selectAllChildren(document.querySelector('.body > p')); document.body.dispatchEvent(new KeyboardEvent('keydown', {key: 'h', bubbles: true, cancelable: true}))").await;
        reading
            .browser
            .until("!!localStorage['newsprint-highlights']")
            .await;
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn tools_that_do_not_come_are_not_asked_for_at_every_change_of_the_selection() {
    read(async |reading| {
        let module = open_without_tools(&reading, STORY).await;
        for nodes in 1..5 {
            let select = format!(
                "const text = document.querySelector('.body > p').firstChild; getSelection().setBaseAndExtent(text, 0, text, {nodes})"
            );
            reading.browser.run(&select).await;
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
        assert_eq!(reading.server.times_asked(&module), 1);
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn another_try_opens_what_was_asked_for() {
    read(async |reading| {
        let module = open_without_tools(&reading, STORY).await;
        key(&reading, "m").await;
        reading.browser.until(NO_TOOLS).await;
        reading.server.mend(&module);
        reading
            .browser
            .click(".no-tools button:first-of-type")
            .await;
        reading
            .browser
            .until("!!document.querySelector('.tool .notes')")
            .await;
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn what_cannot_be_kept_holds_in_both_modules_for_the_visit() {
    read(async |reading| {
        reading.browser.before_every_page(NO_STORAGE).await;
        reading.open(STORY).await;
        key(&reading, "?").await;
        reading.browser.click("[name=letters]").await;
        reading.browser.press(Key::Escape).await;
        reading.browser.until(&format!("!({PANEL})")).await;
        key(&reading, "n").await;
        tokio::time::sleep(Duration::from_millis(500)).await;
        reading.until_at(STORY).await;
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn colours_that_are_set_back_in_another_window_are_set_back_where_no_tool_was_used() {
    read(async |reading| {
        reading.load(STORY).await;
        reading
            .browser
            .run("localStorage['newsprint-choices'] = 'size=4'; localStorage.newsprint = ':root{font-size:150%}'")
            .await;
        reading.open(STORY).await;
        let size = "getComputedStyle(document.documentElement).fontSize";
        reading.browser.until(&format!("{size} == '24px'")).await;
        reading
            .browser
            .run("const frame = document.createElement('iframe'); document.body.append(frame); frame.contentWindow.localStorage.removeItem('newsprint'); frame.contentWindow.localStorage.removeItem('newsprint-choices')")
            .await;
        reading.browser.until(&format!("{size} == '16px'")).await;
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn where_the_reader_has_no_texts_the_button_of_the_tools_goes() {
    read(async |reading| {
        reading.load(STORY).await;
        let texts = "fetch(document.getElementById('newsprint').dataset.reader).then(answer => answer.text()).then(text => window.texts = text.match(/words-en-[0-9a-f]+[.]txt/)[0])";
        reading.browser.run(texts).await;
        reading.browser.until("!!window.texts").await;
        let texts = reading.browser.text("texts").await;
        reading
            .server
            .fail(&format!("assets/{texts}"), Fault::Status(404));
        reading.browser.click(BUTTON).await;
        reading
            .browser
            .until("!document.documentElement.matches('.able')")
            .await;
    });
}
