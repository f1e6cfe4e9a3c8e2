//! Ways through the paper: the list that Ctrl K opens, keys, and swipes.

use serde_json::json;
use thirtyfour::Key;

use crate::harness::{Reading, read};

const STORY: &str = "stories/heron-returns/";
/// What the story names first among its related ones.
const NEXT: &str = "stories/dry-dock-overrun/";
const FIELD: &str = "[name=find]";

async fn opened(reading: &Reading, page: &str) {
    reading.open(page).await;
    reading.browser.call_the_tools().await;
}

/// Presses a key where nothing has the focus, as a page hears it.
async fn key(reading: &Reading, key: &str, more: &str) {
    reading
        .browser
        .run(&format!(
            "document.body.dispatchEvent(new KeyboardEvent('keydown', {{key: '{key}', bubbles: true, cancelable: true{more}}}))"
        ))
        .await;
}

async fn type_into_field(reading: &Reading, text: &str) {
    reading
        .browser
        .until(&format!("!!document.querySelector('{FIELD}')"))
        .await;
    let field = reading.browser.find(FIELD).await;
    field.send_keys(text).await.unwrap();
}

async fn swipe(reading: &Reading, from: u32, to: u32) {
    swipe_over(reading, "h1", from, to).await;
}

/// Swipes with a finger that comes down on a part of the page.
async fn swipe_over(reading: &Reading, part: &str, from: u32, to: u32) {
    reading
        .browser
        .run(&format!(
            "const part = document.querySelector('{part}');
             const touch = x => new Touch({{identifier: 1, target: part, clientX: x, clientY: 300}});
             const tell = (kind, touches, x) => part.dispatchEvent(new TouchEvent(kind, {{touches, changedTouches: [touch(x)], bubbles: true}}));
             tell('touchstart', [touch({from})], {from});
             tell('touchend', [], {to});"
        ))
        .await;
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn control_and_k_open_the_list_with_the_focus_in_its_field() {
    read(async |reading| {
        opened(&reading, STORY).await;
        key(&reading, "k", ", ctrlKey: true").await;
        reading
            .browser
            .until(&format!("document.activeElement?.matches('{FIELD}')"))
            .await;
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn what_is_typed_narrows_the_commands_and_enter_takes_the_first() {
    read(async |reading| {
        opened(&reading, STORY).await;
        key(&reading, "/", "").await;
        type_into_field(&reading, "keyb").await;
        let commands =
            "[...document.querySelectorAll('.found button')].map(one => one.textContent)";
        assert_eq!(
            reading.browser.value(commands).await,
            json!(["Keyboard shortcuts"])
        );
        reading.browser.press(Key::Enter).await;
        reading
            .browser
            .until("!!document.querySelector('.tool .keys')")
            .await;
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn stories_are_suggested_as_one_types_and_open_without_a_full_load() {
    read(async |reading| {
        opened(&reading, STORY).await;
        reading.browser.mark().await;
        key(&reading, "/", "").await;
        type_into_field(&reading, "lighthouse").await;
        reading
            .browser
            .until("!!document.querySelector('.found li a')")
            .await;
        reading.browser.press(Key::Down).await;
        assert!(
            reading
                .browser
                .holds("document.activeElement.matches('.found li a')")
                .await
        );
        reading.browser.press(Key::Enter).await;
        reading
            .browser
            .until(&format!("!location.pathname.endsWith('{STORY}')"))
            .await;
        assert!(reading.browser.is_marked().await);
        assert!(
            reading
                .browser
                .holds("!document.querySelector('.tools-panel')")
                .await
        );
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn where_the_index_does_not_come_that_is_said_and_the_commands_stay() {
    read(async |reading| {
        opened(&reading, STORY).await;
        reading.server.go_away().await;
        key(&reading, "/", "").await;
        type_into_field(&reading, "e").await;
        reading
            .browser
            .until("document.querySelector('.found p')?.textContent.includes('not available')")
            .await;
        assert!(
            reading
                .browser
                .holds("!!document.querySelector('.found button')")
                .await
        );
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn n_leads_to_the_next_story_and_p_back_to_the_page_before() {
    read(async |reading| {
        opened(&reading, STORY).await;
        reading.browser.mark().await;
        key(&reading, "n", "").await;
        reading.until_at(NEXT).await;
        key(&reading, "p", "").await;
        reading.until_at(STORY).await;
        assert!(reading.browser.is_marked().await);
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn the_next_story_is_never_one_that_was_just_read() {
    read(async |reading| {
        opened(&reading, STORY).await;
        key(&reading, "n", "").await;
        reading.until_at(NEXT).await;
        key(&reading, "n", "").await;
        reading
            .browser
            .until(&format!("!location.pathname.endsWith('{NEXT}')"))
            .await;
        assert!(
            reading
                .browser
                .holds(&format!("!location.pathname.endsWith('{STORY}')"))
                .await
        );
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn the_question_mark_explains_the_keys() {
    read(async |reading| {
        opened(&reading, STORY).await;
        key(&reading, "?", "").await;
        let keys = "[...document.querySelectorAll('.keys kbd')].map(key => key.textContent)";
        reading
            .browser
            .until("!!document.querySelector('.keys kbd')")
            .await;
        let keys = reading.browser.value(keys).await;
        for key in ["Ctrl K", "Esc", "?", "/", "n", "p"] {
            assert!(keys.as_array().unwrap().contains(&json!(key)), "{keys}");
        }
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn letters_are_left_alone_where_one_types_with_other_keys_and_when_switched_off() {
    read(async |reading| {
        opened(&reading, STORY).await;
        let panel = "!document.querySelector('.tools-panel')";
        key(&reading, "?", ", altKey: true").await;
        assert!(reading.browser.holds(panel).await);
        key(&reading, "/", "").await;
        type_into_field(&reading, "n?d").await;
        assert!(
            reading
                .browser
                .holds("!!document.querySelector('.found')")
                .await
        );
        assert!(
            reading
                .browser
                .holds(&format!("location.pathname.endsWith('{STORY}')"))
                .await
        );
        reading.browser.press(Key::Escape).await;
        key(&reading, "?", "").await;
        reading
            .browser
            .until("!!document.querySelector('[name=letters]')")
            .await;
        reading.browser.click("[name=letters]").await;
        reading.browser.press(Key::Escape).await;
        // After a reload too.
        reading.browser.reload().await;
        reading.browser.call_the_tools().await;
        key(&reading, "?", "").await;
        assert!(reading.browser.holds(panel).await);
        key(&reading, "k", ", ctrlKey: true").await;
        reading.browser.until(&format!("!({panel})")).await;
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn a_swipe_leads_to_the_next_story_and_back() {
    read(async |reading| {
        reading.browser.narrow_to(390).await;
        opened(&reading, STORY).await;
        swipe(&reading, 300, 120).await;
        reading.until_at(NEXT).await;
        swipe(&reading, 100, 290).await;
        reading.until_at(STORY).await;
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn a_swipe_that_is_short_at_the_edge_or_switched_off_does_nothing() {
    read(async |reading| {
        reading.browser.narrow_to(390).await;
        opened(&reading, STORY).await;
        let asked = reading.server.requests().len();
        swipe(&reading, 300, 260).await;
        swipe(&reading, 380, 120).await;
        reading
            .browser
            .run("localStorage.setItem('newsprint-off', 'swipes')")
            .await;
        swipe(&reading, 300, 120).await;
        assert_eq!(reading.server.requests().len(), asked);
        assert!(
            reading
                .browser
                .holds(&format!("location.pathname.endsWith('{STORY}')"))
                .await
        );
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn where_a_story_is_read_from_right_to_left_swipes_are_mirrored() {
    read(async |reading| {
        reading.browser.narrow_to(390).await;
        opened(&reading, "stories/al-mina-wa-al-lugha/").await;
        swipe(&reading, 100, 290).await;
        reading
            .browser
            .until("!location.pathname.endsWith('stories/al-mina-wa-al-lugha/')")
            .await;
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn who_moves_a_wide_table_or_the_navigation_turns_no_page() {
    read(async |reading| {
        const TABLE: &str = "stories/eel-count/";
        reading.browser.narrow_to(390).await;
        opened(&reading, TABLE).await;
        let asked = reading.server.requests().len();
        // Beside the rows of a table there is nothing but what scrolls it.
        for part in [".table", ".masthead nav ul"] {
            swipe_over(&reading, part, 300, 120).await;
        }
        assert_eq!(reading.server.requests().len(), asked);
        swipe(&reading, 300, 120).await;
        reading
            .browser
            .until(&format!("!location.pathname.endsWith('{TABLE}')"))
            .await;
    });
}

/// Counts how often the page goes back, without letting it.
const COUNT_BACKS: &str = "window.backs = 0; history.back = () => { window.backs++; }";

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn p_and_swipes_never_lead_out_of_the_paper() {
    read(async |reading| {
        reading.browser.narrow_to(390).await;
        opened(&reading, STORY).await;
        key(&reading, "n", "").await;
        reading.until_at(NEXT).await;
        reading.browser.back().await;
        reading.until_at(STORY).await;
        reading.browser.run(COUNT_BACKS).await;
        // Two pages were shown, and what was there before them is not the paper's.
        key(&reading, "p", "").await;
        swipe(&reading, 100, 290).await;
        assert_eq!(reading.browser.number("backs").await, 0.0);
        reading.browser.forward().await;
        reading.until_at(NEXT).await;
        reading.browser.run(COUNT_BACKS).await;
        // Pressed twice it is one step: nobody knows where a second would begin.
        key(&reading, "p", "").await;
        key(&reading, "p", "").await;
        assert_eq!(reading.browser.number("backs").await, 1.0);
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn where_fingers_touch_the_browser_does_not_go_back_at_a_swipe_too_unless_swipes_are_switched_off()
{
    read(async |reading| {
        reading
            .browser
            .devtools(
                "Emulation.setTouchEmulationEnabled",
                json!({ "enabled": true }),
            )
            .await;
        opened(&reading, STORY).await;
        let kept = "getComputedStyle(document.documentElement).overscrollBehaviorX";
        reading.browser.until(&format!("{kept} == 'none'")).await;
        key(&reading, "?", "").await;
        reading
            .browser
            .until("!!document.querySelector('[name=swipes]')")
            .await;
        reading.browser.click("[name=swipes]").await;
        assert_eq!(reading.browser.text(kept).await, "auto");
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn keys_are_known_on_a_keyboard_of_another_alphabet() {
    read(async |reading| {
        opened(&reading, STORY).await;
        key(&reading, "т", ", code: 'KeyN'").await;
        reading.until_at(NEXT).await;
        key(&reading, "л", ", code: 'KeyK', ctrlKey: true").await;
        reading
            .browser
            .until(&format!("document.activeElement?.matches('{FIELD}')"))
            .await;
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn a_command_that_is_named_in_full_comes_before_stories() {
    read(async |reading| {
        opened(&reading, STORY).await;
        key(&reading, "k", ", ctrlKey: true").await;
        type_into_field(&reading, "listen").await;
        reading
            .browser
            .until("document.querySelectorAll('.find li a').length > 0")
            .await;
        let first = "document.querySelector('.find li > *').textContent";
        assert_eq!(reading.browser.text(first).await, "Listen");
        reading.browser.press(Key::Enter).await;
        let chosen = "document.querySelector('.names [aria-current]')?.textContent == 'Listen'";
        reading.browser.until(chosen).await;
    });
}
