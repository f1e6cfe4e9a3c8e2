//! A story of 10,000 blocks opens, scrolls and is used with the tools, and never keeps the page from answering for long.

use std::fs;
use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

use serde_json::{Value, json};
use tempfile::TempDir;

use crate::harness::{Reading, measure};

const BLOCKS: usize = 10_000;
/// One in so many blocks is a heading.
const PART: usize = 100;
/// The longest that a task may take, in milliseconds.
const LONG: f64 = 200.0;

const WATCH_TASKS: &str = "window.tasks = []; window.step = 'opened'; new PerformanceObserver(list => { for (const task of list.getEntries()) tasks.push([step, task.duration]); }).observe({type: 'longtask', buffered: true})";

/// A paper with the story, printed and served; the server ends with the test.
struct Served {
    _folder: TempDir,
    process: Child,
    story: String,
}

impl Served {
    fn start() -> Self {
        let folder = TempDir::new().unwrap();
        let (paper, printed) = (folder.path().join("paper"), folder.path().join("printed"));
        let command = env!("CARGO_BIN_EXE_newsprint");
        let made = Command::new(command).arg("new").arg(&paper).output();
        assert!(made.unwrap().status.success());
        let blocks: Vec<Value> = (0..BLOCKS).map(block).collect();
        let file = paper.join("stories/letters-welcome.json");
        let mut story: Value = serde_json::from_str(&fs::read_to_string(&file).unwrap()).unwrap();
        story["body"] = json!(blocks);
        fs::write(file, story.to_string()).unwrap();
        let built = Command::new(command)
            .args(["build", "--no-search"])
            .arg(&paper)
            .arg("--out")
            .arg(&printed)
            .output()
            .unwrap();
        assert!(
            built.status.success(),
            "{}",
            String::from_utf8_lossy(&built.stderr)
        );
        let mut process = Command::new(command)
            .arg("serve")
            .arg(&printed)
            .args(["--port", "0"])
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut said = String::new();
        BufReader::new(process.stdout.take().unwrap())
            .read_line(&mut said)
            .unwrap();
        let root = said
            .split_whitespace()
            .find(|word| word.starts_with("http"))
            .unwrap();
        Self {
            story: format!("{root}stories/letters-welcome/"),
            _folder: folder,
            process,
        }
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        self.process.kill().unwrap();
        self.process.wait().unwrap();
    }
}

fn block(number: usize) -> Value {
    if number.is_multiple_of(PART) {
        return json!({ "heading": { "level": 2, "text": format!("Part {number}") } });
    }
    json!({ "paragraph": format!("Paragraph {number}. The ship left at 11.42 this morning, which was four hours and twelve minutes later than the timetable and fourteen months later than anyone on the island would have liked, and nobody on the quay said so.") })
}

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
async fn visit(reading: &Reading, served: &Served) -> Vec<Value> {
    let browser = &reading.browser;
    browser.go_to("about:blank").await;
    browser.go_to(&served.story).await;
    browser
        .until("!!document.querySelector('.tools-button')")
        .await;
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
    browser.value("tasks").await.as_array().unwrap().clone()
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn no_task_of_a_story_of_ten_thousand_blocks_takes_a_fifth_of_a_second() {
    measure(async |reading| {
        let served = Served::start();
        reading.browser.before_every_page(WATCH_TASKS).await;
        let mut visits = Vec::new();
        // What else runs on this machine can only lengthen tasks, so the best of some visits is the page's own.
        for _ in 0..4 {
            let tasks = visit(&reading, &served).await;
            if tasks.iter().all(|task| task[1].as_f64() <= Some(LONG)) {
                return;
            }
            visits.push(tasks);
        }
        panic!("every visit had a task of more than {LONG} ms: {visits:?}");
    });
}
