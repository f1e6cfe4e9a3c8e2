//! A story of 10,000 blocks opens, scrolls and is used with the tools, and never keeps the page from answering for long.

use serde_json::{Value, json};

use crate::harness::{OwnPaper, Reading, measure};

const BLOCKS: usize = 10_000;
/// One in so many blocks is a heading.
const PART: usize = 100;
/// The longest that a task may take, in milliseconds.
const LONG: f64 = 200.0;

const WATCH_TASKS: &str = "window.tasks = []; window.step = 'opened'; new PerformanceObserver(list => { for (const task of list.getEntries()) tasks.push([step, task.duration]); }).observe({type: 'longtask', buffered: true})";

fn block(number: usize) -> Value {
    if number.is_multiple_of(PART) {
        return json!({ "heading": { "level": 2, "text": format!("Part {number}") } });
    }
    json!({ "paragraph": format!("Paragraph {number}. The ship left at 11.42 this morning, which was four hours and twelve minutes later than the timetable and fourteen months later than anyone on the island would have liked, and nobody on the quay said so.") })
}

const MARKED: &str = "CSS.highlights.get('newsprint-marked')?.size == 1";

async fn step(reading: &Reading, name: &str, act: &str) {
    reading
        .browser
        .run(&format!(
            "window.step = '{name}'; {act}; window.rested = false; requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => window.rested = true, 300)))"
        ))
        .await;
    reading.browser.until("window.rested").await;
}

/// What one does with a long story; its tasks of more than 50 milliseconds.
async fn visit(reading: &Reading, paper: &OwnPaper) -> Vec<Value> {
    let browser = &reading.browser;
    browser.go_to("about:blank").await;
    browser.go_to(&paper.story()).await;
    browser.call_the_tools().await;
    step(reading, "read", "").await;
    for _ in 0..10 {
        step(reading, "scrolled", "scrollBy(0, 9000)").await;
    }
    step(
        reading,
        "jumped",
        "scrollTo(0, document.body.scrollHeight / 2)",
    )
    .await;
    step(
        reading,
        "opened the tools",
        "document.querySelector('.tools-button').click()",
    )
    .await;
    step(
        reading,
        "opened the contents",
        "document.querySelector('[data-do=\"choose 1\"]').click()",
    )
    .await;
    let listed = "document.querySelectorAll('.tools-panel .contents li').length";
    assert_eq!(browser.number(listed).await, (BLOCKS / PART) as f64);
    step(
        reading,
        "closed the tools",
        "document.querySelector('.tools-button').click()",
    )
    .await;
    step(
        reading,
        "selected",
        "const text = document.querySelectorAll('.body > p')[9000].firstChild; getSelection().setBaseAndExtent(text, 3, text, 60)",
    )
    .await;
    browser
        .until("!!document.querySelector('.selection [data-do=mark]')")
        .await;
    step(
        reading,
        "highlighted",
        "document.querySelector('.selection [data-do=mark]').click()",
    )
    .await;
    browser.until(MARKED).await;
    let mut tasks = browser.value("tasks").await.as_array().unwrap().clone();
    browser.go_to("about:blank").await;
    browser.go_to(&paper.story()).await;
    browser.until(MARKED).await;
    step(reading, "highlighted again", "").await;
    tasks.extend(browser.value("tasks").await.as_array().unwrap().clone());
    browser.run("localStorage.clear()").await;
    tasks
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn no_task_of_a_story_of_ten_thousand_blocks_takes_a_fifth_of_a_second() {
    measure(async |reading| {
        let paper = OwnPaper::start(|story| story["body"] = (0..BLOCKS).map(block).collect());
        reading.browser.before_every_page(WATCH_TASKS).await;
        let mut visits = Vec::new();
        // What else runs on this machine can only lengthen tasks, so the best of some visits is the page's own.
        for _ in 0..4 {
            let tasks = visit(&reading, &paper).await;
            if tasks.iter().all(|task| task[1].as_f64() <= Some(LONG)) {
                return;
            }
            visits.push(tasks);
        }
        panic!("every visit had a task of more than {LONG} ms: {visits:?}");
    });
}
