//! The reader's tools: one button, one panel, and what was chosen holds for the pages one opens later.

use std::time::Duration;

use serde_json::json;
use thirtyfour::Key;

use crate::harness::{NO_STORAGE, Reading, read};

const STORY: &str = "stories/the-drowned-street/";
const NEXT: &str = "stories/heron-returns/";
const BUTTON: &str = ".tools-button";
const PANEL: &str = ".tools-panel";
const GROUND: &str = "getComputedStyle(document.body).backgroundColor";
const SIZE: &str = "getComputedStyle(document.documentElement).fontSize";

async fn opened(reading: &Reading, page: &str) {
    reading.open(page).await;
    reading.browser.call_the_tools().await;
    reading.browser.click(BUTTON).await;
    reading
        .browser
        .until(&format!("!!document.querySelector('{PANEL} input')"))
        .await;
}

async fn choose(reading: &Reading, name: &str, value: &str) {
    let label = format!("document.querySelector('{PANEL} input[name={name}][value={value}]')");
    reading.browser.run(&format!("{label}.click()")).await;
}

async fn turn(reading: &Reading, name: &str, value: u32) {
    reading
        .browser
        .run(&format!(
            "const input = document.querySelector('{PANEL} input[name={name}]'); input.value = '{value}'; input.dispatchEvent(new Event('input', {{bubbles: true}}))"
        ))
        .await;
}

async fn show_contents(reading: &Reading) {
    reading
        .browser
        .click(&format!("{PANEL} .names li:nth-child(2) button"))
        .await;
    reading
        .browser
        .until(&format!("!!document.querySelector('{PANEL} .contents')"))
        .await;
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn the_button_opens_the_panel_and_escape_closes_it_where_one_came_from() {
    read(async |reading| {
        opened(&reading, STORY).await;
        let focused = format!("document.activeElement === document.querySelector('{PANEL}')");
        assert!(reading.browser.holds(&focused).await);
        reading.browser.press(Key::Escape).await;
        reading
            .browser
            .until(&format!("!document.querySelector('{PANEL}')"))
            .await;
        let focused = format!("document.activeElement === document.querySelector('{BUTTON}')");
        assert!(reading.browser.holds(&focused).await);
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn everything_in_the_panel_is_large_enough_for_a_finger() {
    read(async |reading| {
        reading.browser.narrow_to(390).await;
        opened(&reading, STORY).await;
        let small = format!(
            "[...document.querySelectorAll('{BUTTON}, {PANEL} button, {PANEL} label')].map(one => [one.textContent, one.getBoundingClientRect()]).filter(([, box]) => box.height < 44 || box.width < 44).map(([text]) => text)"
        );
        assert_eq!(reading.browser.value(&small).await, json!([]));
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn a_scheme_colours_the_page_at_once_and_the_next_before_the_reader_is_there() {
    read(async |reading| {
        opened(&reading, STORY).await;
        choose(&reading, "scheme", "dark").await;
        assert_eq!(reading.browser.text(GROUND).await, "rgb(22, 20, 18)");
        reading.load(NEXT).await;
        assert_eq!(reading.browser.text(GROUND).await, "rgb(22, 20, 18)");
        assert!(
            !reading
                .browser
                .holds(&format!(
                    "!!document.querySelector('{BUTTON}[aria-expanded]')"
                ))
                .await,
            "the reader came too soon for this test to tell"
        );
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn sizes_and_spaces_are_turned_and_all_goes_back_to_how_the_paper_has_it() {
    read(async |reading| {
        opened(&reading, STORY).await;
        let before = reading.browser.text(SIZE).await;
        let leading = "getComputedStyle(document.querySelector('.body')).lineHeight";
        let lines = reading.browser.text(leading).await;
        turn(&reading, "size", 4).await;
        assert_eq!(reading.browser.text(SIZE).await, "24px");
        turn(&reading, "leading", 4).await;
        assert_ne!(reading.browser.text(leading).await, lines);
        reading
            .browser
            .run(&format!(
                "document.querySelector('{PANEL} [data-do=reset]').click()"
            ))
            .await;
        assert_eq!(reading.browser.text(SIZE).await, before);
        assert_eq!(reading.browser.text(leading).await, lines);
        assert!(reading.browser.holds("!localStorage.newsprint").await);
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn what_is_chosen_in_one_window_holds_in_another_at_once() {
    read(async |reading| {
        reading.open(STORY).await;
        reading
            .browser
            .run("window.other = open(location.href)")
            .await;
        reading
            .browser
            .until(
                "other.document.readyState == 'complete' && other.location.href == location.href",
            )
            .await;
        // Browsers tell every window of it but the one whose storage was written.
        reading
            .browser
            .run("other.localStorage.setItem('newsprint-choices', 'size=4')")
            .await;
        reading
            .browser
            .until("getComputedStyle(document.documentElement).fontSize == '24px'")
            .await;
        reading.browser.run("other.close()").await;
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn the_legible_face_is_there_on_the_next_page() {
    read(async |reading| {
        opened(&reading, STORY).await;
        choose(&reading, "face", "legible").await;
        reading.load(NEXT).await;
        reading
            .browser
            .until("[...document.fonts].some(face => face.family.includes('Atkinson') && face.status == 'loaded')")
            .await;
        let styles = "[...document.fonts].filter(face => face.family.includes('Atkinson')).map(face => face.style).sort()";
        assert_eq!(
            reading.browser.value(styles).await,
            json!(["italic", "normal"])
        );
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn where_the_browser_keeps_nothing_a_choice_holds_for_the_visit_and_that_is_said() {
    read(async |reading| {
        reading.browser.before_every_page(NO_STORAGE).await;
        opened(&reading, STORY).await;
        choose(&reading, "scheme", "sepia").await;
        assert_eq!(reading.browser.text(GROUND).await, "rgb(243, 232, 210)");
        reading
            .browser
            .until("document.querySelector('body > [role=status]').textContent.startsWith('Your browser stores nothing')")
            .await;
        let chosen = format!("document.querySelector('{PANEL} [value=sepia]').checked");
        assert!(reading.browser.holds(&chosen).await);
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn the_contents_lead_to_the_headings_and_mark_where_one_is() {
    read(async |reading| {
        opened(&reading, STORY).await;
        show_contents(&reading).await;
        let headings = "[...document.querySelectorAll('.body h2[id], .body h3[id]')].map(heading => heading.textContent)";
        let listed =
            format!("[...document.querySelectorAll('{PANEL} li a')].map(link => link.textContent)");
        assert_eq!(
            reading.browser.value(&listed).await,
            reading.browser.value(headings).await
        );
        reading
            .browser
            .run(&format!(
                "document.querySelectorAll('{PANEL} .contents a')[1].click()"
            ))
            .await;
        reading
            .browser
            .until(&format!(
                "document.querySelectorAll('{PANEL} .contents a')[1].getAttribute('aria-current') == 'location'"
            ))
            .await;
        assert!(reading.browser.number("scrollY").await > 0.0);
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn the_place_in_a_story_is_kept_and_offered_on_return() {
    read(async |reading| {
        reading.open(STORY).await;
        reading
            .browser
            .run("document.querySelectorAll('.body > *')[12].scrollIntoView()")
            .await;
        reading
            .browser
            .until("!!localStorage['newsprint-places']")
            .await;
        reading.open("").await;
        reading.open(STORY).await;
        reading
            .browser
            .until("!!document.querySelector('.resume button')")
            .await;
        reading.browser.click(".resume button").await;
        let top = "document.querySelectorAll('.body > *')[12].getBoundingClientRect().top";
        let top = reading.browser.number(top).await;
        assert!(top.abs() < 60.0, "the place is {top} pixels below the top");
        assert!(
            reading
                .browser
                .holds("!document.querySelector('.resume')")
                .await
        );
    });
}

/// Stops in a story, and comes back by a link of another page that was scrolled.
async fn stop_and_come_back(reading: &Reading) {
    reading.open(STORY).await;
    reading.browser.call_the_tools().await;
    reading
        .browser
        .run("document.querySelectorAll('.body > *')[12].scrollIntoView()")
        .await;
    reading.browser.until(PLACE).await;
    reading
        .browser
        .run("document.querySelector('.masthead a').click()")
        .await;
    reading.until_at("").await;
    reading
        .browser
        .run(&format!("const link = document.querySelector('main a[href$=\"{STORY}\"]'); scrollTo(0, 900); setTimeout(() => link.click(), 300)"))
        .await;
    reading.until_at(STORY).await;
    reading
        .browser
        .until("!!document.querySelector('.resume button')")
        .await;
    // Longer than scrolling takes to come to rest.
    tokio::time::sleep(Duration::from_millis(400)).await;
}

/// A place is kept.
const PLACE: &str = "/drowned-street\\/ 1\\d/.test(localStorage['newsprint-places'] ?? '')";

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn who_comes_back_by_a_link_of_a_scrolled_page_goes_on_where_they_stopped() {
    read(async |reading| {
        stop_and_come_back(&reading).await;
        assert!(reading.browser.holds(PLACE).await);
        reading.browser.click(".resume button").await;
        let top = "document.querySelectorAll('.body > *')[12].getBoundingClientRect().top";
        let top = reading.browser.number(top).await;
        assert!(top.abs() < 60.0, "the place is {top} pixels below the top");
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn a_place_that_is_offered_stays_kept_while_one_stands_at_the_top_and_for_the_next_visit() {
    read(async |reading| {
        stop_and_come_back(&reading).await;
        reading.browser.run("scrollTo(0, 60)").await;
        tokio::time::sleep(Duration::from_millis(400)).await;
        reading.open("").await;
        reading.open(STORY).await;
        reading
            .browser
            .until("!!document.querySelector('.resume button')")
            .await;
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn a_place_is_offered_again_and_stays_kept_after_a_reload_a_little_below_the_top() {
    read(async |reading| {
        stop_and_come_back(&reading).await;
        reading.browser.run("scrollTo(0, 60)").await;
        tokio::time::sleep(Duration::from_millis(400)).await;
        reading.browser.reload().await;
        reading
            .browser
            .until("scrollY > 0 && !!document.querySelector('.resume button')")
            .await;
        reading.browser.run("scrollTo(0, 80)").await;
        tokio::time::sleep(Duration::from_millis(400)).await;
        assert!(reading.browser.holds(PLACE).await);
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn a_place_that_was_declined_is_not_offered_again() {
    read(async |reading| {
        stop_and_come_back(&reading).await;
        reading.browser.click(".resume button:last-child").await;
        assert!(!reading.browser.holds(PLACE).await);
        reading.open(STORY).await;
        reading.browser.call_the_tools().await;
        assert!(
            reading
                .browser
                .holds("!document.querySelector('.resume')")
                .await
        );
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn who_reads_on_without_an_answer_has_the_new_place_kept_and_can_still_go_to_the_old_one() {
    read(async |reading| {
        stop_and_come_back(&reading).await;
        reading
            .browser
            .run("document.querySelectorAll('.body > *')[6].scrollIntoView()")
            .await;
        reading
            .browser
            .until("/drowned-street\\/ [5-7]\\b/.test(localStorage['newsprint-places'])")
            .await;
        reading.browser.click(".resume button").await;
        let top = "document.querySelectorAll('.body > *')[12].getBoundingClientRect().top";
        let top = reading.browser.number(top).await;
        assert!(top.abs() < 60.0, "the place is {top} pixels below the top");
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn the_tools_speak_the_language_of_the_story() {
    read(async |reading| {
        opened(&reading, "stories/al-mina-wa-al-lugha/").await;
        let frame = format!(
            "[document.querySelector('{PANEL}').lang, document.querySelector('{PANEL}').dir, document.querySelector('{BUTTON}').getAttribute('aria-label')]"
        );
        assert_eq!(
            reading.browser.value(&frame).await,
            json!(["ar", "rtl", "أدوات القراءة"])
        );
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn scrolling_leaves_a_control_that_is_being_turned_as_it_is() {
    read(async |reading| {
        opened(&reading, STORY).await;
        reading
            .browser
            .run(&format!(
                "window.control = document.querySelector('{PANEL} [name=size]'); scrollTo(0, 3000)"
            ))
            .await;
        // Scrolling has come to rest when the place is kept.
        reading
            .browser
            .until("!!localStorage['newsprint-places']")
            .await;
        assert!(reading.browser.holds("window.control.isConnected").await);
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn no_tool_scrolls_sideways_in_the_narrowest_window_or_under_the_largest_zoom() {
    // 320 by 256 points are a window of 1280 by 1024 at 400 % (WCAG 2.2, 1.4.10).
    read(async |reading| {
        reading
            .browser
            .devtools(
                "Emulation.setDeviceMetricsOverride",
                json!({"width": 320, "height": 256, "deviceScaleFactor": 1, "mobile": false}),
            )
            .await;
        for story in [STORY, "stories/al-mina-wa-al-lugha/"] {
            opened(&reading, story).await;
            reading
                .browser
                .run("localStorage['newsprint-highlights'] = `${encodeURIComponent(location.pathname)} T 2026 N 0 ${'lost'.repeat(30)} before after `")
                .await;
            let tools = "document.querySelectorAll('.tools-panel .names [data-do^=choose]').length";
            for tool in 0..reading.browser.number(tools).await as usize {
                reading
                    .browser
                    .run(&format!(
                        "document.querySelector('[data-do=\"choose {tool}\"]').click()"
                    ))
                    .await;
                let fits = "document.documentElement.scrollWidth <= 320 && (panel => panel.scrollWidth <= panel.clientWidth)(document.querySelector('.tools-panel'))";
                assert!(reading.browser.holds(fits).await, "tool {tool} of {story}");
            }
        }
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn the_focus_goes_back_to_where_it_was_when_the_panel_closes() {
    read(async |reading| {
        reading.open("stories/heron-returns/").await;
        reading.browser.call_the_tools().await;
        let link = "document.querySelector('main .kicker a')";
        reading.browser.run(&format!("{link}.focus()")).await;
        reading
            .browser
            .run(&format!(
                "{link}.dispatchEvent(new KeyboardEvent('keydown', {{key: 'd', bubbles: true}}))"
            ))
            .await;
        reading
            .browser
            .until("!!document.activeElement.closest('.tools-panel')")
            .await;
        reading.browser.press(thirtyfour::Key::Escape).await;
        reading
            .browser
            .until(&format!("document.activeElement == {link}"))
            .await;
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn the_focus_is_in_the_story_when_a_bar_goes_away_that_had_it() {
    read(async |reading| {
        reading.open("stories/heron-returns/").await;
        reading.browser.call_the_tools().await;
        reading
            .browser
            .run("getSelection().selectAllChildren(document.querySelector('.body p'))")
            .await;
        reading
            .browser
            .until("!!document.querySelector('.selection button')")
            .await;
        reading
            .browser
            .run("document.querySelector('.selection button').focus()")
            .await;
        reading.browser.press(thirtyfour::Key::Escape).await;
        reading
            .browser
            .until("!document.querySelector('.selection')")
            .await;
        assert!(
            reading
                .browser
                .holds("!!document.activeElement.closest('main')")
                .await
        );
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn a_field_one_types_in_stays_whatever_another_window_keeps() {
    read(async |reading| {
        reading.open("stories/heron-returns/").await;
        reading.browser.call_the_tools().await;
        reading
            .browser
            .run("document.body.dispatchEvent(new KeyboardEvent('keydown', {key: '/', bubbles: true}))")
            .await;
        let field = "document.querySelector('.tools-panel input')";
        reading.browser.until(&format!("!!{field}")).await;
        reading
            .browser
            .run(&format!(
                "window.field = {field}; field.focus(); field.value = 'heron'"
            ))
            .await;
        for name in ["'newsprint-places'", "'newsprint-highlights'", "null"] {
            reading
                .browser
                .run(&format!(
                    "dispatchEvent(new StorageEvent('storage', {{key: {name}}}))"
                ))
                .await;
            assert!(
                reading
                    .browser
                    .holds("field.isConnected && field.value == 'heron' && document.activeElement == field")
                    .await,
                "{name}"
            );
        }
    });
}
