//! What a page promises in numbers: nothing shifts, nothing blocks, nothing sticks out.

use serde_json::json;

use crate::harness::{Reading, measure, read};

const STORY: &str = "stories/heron-returns/";

/// Notes every shift of the layout that nobody's input explains.
const WATCH_SHIFTS: &str = "window.shifts = []; new PerformanceObserver(list => { for (const shift of list.getEntries()) if (!shift.hadRecentInput) shifts.push([shift.value, shift.sources.map(source => source.node && (source.node.outerHTML || source.node.textContent).slice(0, 80))]); }).observe({type: 'layout-shift', buffered: true})";

/// Notes every task that keeps the page from answering for more than 50 ms: when it began, and how long it took.
const WATCH_TASKS: &str = "window.tasks = []; new PerformanceObserver(list => { for (const task of list.getEntries()) tasks.push([Math.round(task.startTime), task.duration]); }).observe({type: 'longtask', buffered: true})";

/// When the reader was asked for.
const READER_ASKED: &str = "Math.min(...performance.getEntriesByType('resource').filter(one => one.name.includes('/assets/reader-')).map(one => one.startTime))";

/// The reader is there, and so are the fonts, the pictures in sight and the sheet that the reader adds; all is painted.
async fn until_settled(reading: &Reading) {
    reading.browser.until("document.fonts.status == 'loaded' && [...document.querySelectorAll('link[rel=stylesheet]')].every(link => link.sheet) && document.querySelector('body > [role=status]') !== null").await;
    reading.browser.run("window.painted = false; requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => window.painted = true, 50)))").await;
    reading.browser.until("window.painted").await;
}

fn nothing_shifts(page: &'static str, width: u32) {
    read(async move |reading| {
        reading.browser.narrow_to(width).await;
        reading.browser.before_every_page(WATCH_SHIFTS).await;
        reading.open(page).await;
        until_settled(&reading).await;
        assert_eq!(reading.browser.value("shifts").await, json!([]));
        for _ in 0..40 {
            reading.browser.run("scrollBy(0, 600)").await;
            if reading
                .browser
                .holds("scrollY + innerHeight >= document.documentElement.scrollHeight - 1")
                .await
            {
                break;
            }
        }
        reading
            .browser
            .until("[...document.images].every(image => image.complete)")
            .await;
        until_settled(&reading).await;
        assert_eq!(reading.browser.value("shifts").await, json!([]));
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn on_a_phone_the_navigation_is_one_line_and_every_place_in_it_can_be_reached() {
    read(async |reading| {
        reading.browser.narrow_to(390).await;
        reading.open("").await;
        let tops = "new Set([...document.querySelectorAll('.masthead nav a')].map(link => link.getBoundingClientRect().top)).size";
        assert_eq!(reading.browser.number(tops).await, 1.0);
        assert!(
            reading
                .browser
                .holds("document.documentElement.scrollWidth <= innerWidth")
                .await
        );
        reading
            .browser
            .run("window.last = [...document.querySelectorAll('.masthead nav a')].pop(); last.focus()")
            .await;
        reading
            .browser
            .until("last.getBoundingClientRect().right <= innerWidth && last.getBoundingClientRect().left >= 0")
            .await;
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn nothing_shifts_on_the_front_page_of_a_wide_window() {
    nothing_shifts("", 1280);
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn nothing_shifts_on_the_front_page_of_a_phone() {
    nothing_shifts("", 390);
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn nothing_shifts_in_a_story_in_a_wide_window() {
    nothing_shifts(STORY, 1280);
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn nothing_shifts_in_a_story_on_a_phone() {
    nothing_shifts(STORY, 390);
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn nothing_shifts_after_a_link_was_followed() {
    read(async |reading| {
        reading.browser.before_every_page(WATCH_SHIFTS).await;
        reading.open("").await;
        until_settled(&reading).await;
        // A shift within half a second of a click counts as wanted, a click by a script does not.
        reading
            .browser
            .run("document.querySelector('main .leads h3 a').click()")
            .await;
        reading.until_at(STORY).await;
        reading.browser.run("shifts.length = 0").await;
        until_settled(&reading).await;
        reading
            .browser
            .until("document.querySelector('main img').complete")
            .await;
        until_settled(&reading).await;
        assert_eq!(reading.browser.value("shifts").await, json!([]));
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn no_task_of_a_story_is_long_on_a_processor_four_times_slower() {
    measure(async |reading| {
        reading.browser.before_every_page(WATCH_TASKS).await;
        reading.browser.slow_down(4).await;
        // What else runs on this machine can only lengthen tasks, so the best of some visits is the page's own.
        let mut visits = Vec::new();
        for _ in 0..5 {
            reading.browser.go_to("about:blank").await;
            // Every visit is a first one.
            reading
                .browser
                .devtools("Network.clearBrowserCache", json!({}))
                .await;
            reading.open(STORY).await;
            until_settled(&reading).await;
            let tasks = reading.browser.value("tasks").await;
            if tasks == json!([]) {
                return;
            }
            let asked = reading.browser.number(READER_ASKED).await;
            visits.push(format!("{tasks}, the reader asked for at {asked:.0}"));
        }
        panic!("every visit had tasks of more than 50 ms ([start, duration]): {visits:#?}");
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn no_page_scrolls_sideways_in_the_narrowest_window() {
    read(async |reading| {
        reading.browser.narrow_to(320).await;
        let pages = [
            "",
            STORY,
            "stories/tide-tables/",
            "stories/sea-wall-vote/",
            "stories/al-mina-wa-al-lugha/",
            "stories/zh-eels/",
            "sections/city/",
        ];
        for page in pages {
            reading.open(page).await;
            until_settled(&reading).await;
            let width = "[innerWidth, Math.max(document.documentElement.scrollWidth, document.body.scrollWidth)]";
            assert_eq!(
                reading.browser.value(width).await,
                json!([320, 320]),
                "{page}"
            );
            reading
                .browser
                .run("scrollTo(500, 0); scrollTo(-500, 0)")
                .await;
            assert_eq!(reading.browser.number("scrollX").await, 0.0, "{page}");
        }
    });
}

/// What of the page stands out of the window.
const OUTSIDE: &str = "[...document.querySelectorAll('main *')].filter(part => { const box = part.getBoundingClientRect(); return box.width && !part.closest('.table, pre, .hidden') && (box.left < -1 || box.right > document.documentElement.clientWidth + 1); }).map(part => part.outerHTML.slice(0, 80))";

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn nothing_stands_out_of_the_window_however_large_type_is_chosen_and_however_wide_lines_are() {
    read(async |reading| {
        let pages = [
            "stories/the-drowned-street/",
            "stories/al-mina-wa-al-lugha/",
            "search/",
        ];
        let choices = [
            (320, "html{font-size:150%}"),
            (390, "html{font-size:200%}"),
            (992, "html{font-size:125%}"),
            (1280, "html{font-size:200%}"),
            (1200, ":root{--measure:60rem}"),
        ];
        for (width, choice) in choices {
            reading.browser.narrow_to(width).await;
            reading.load("").await;
            reading
                .browser
                .run(&format!("localStorage.newsprint = '{choice}'"))
                .await;
            for page in pages {
                reading.load(page).await;
                assert_eq!(
                    reading.browser.value(OUTSIDE).await,
                    json!([]),
                    "/{page} at {width} px with {choice}"
                );
            }
        }
    });
}
