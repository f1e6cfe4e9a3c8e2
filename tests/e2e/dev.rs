//! `newsprint dev`: whoever makes a paper sees every change in the open page.

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};

use tempfile::TempDir;

use crate::harness::{Reading, read};

/// A paper that is being made; the command ends with the test.
struct Making {
    folder: TempDir,
    process: Child,
    root: String,
}

const STORY: &str = "stories/letters-welcome";
const PANEL: &str = "(document.querySelector('#newsprint-dev')?.shadowRoot.textContent || '')";

impl Making {
    fn start() -> Self {
        let folder = TempDir::new().unwrap();
        let paper = folder.path().join("paper");
        let command = env!("CARGO_BIN_EXE_newsprint");
        let made = Command::new(command).arg("new").arg(&paper).output();
        assert!(made.unwrap().status.success());
        let mut process = Command::new(command)
            // After the date of every story, whatever the day that tests run on.
            .env("SOURCE_DATE_EPOCH", "1798761600")
            .arg("dev")
            .arg(&paper)
            .args(["--port", "0"])
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let said = BufReader::new(process.stdout.take().unwrap()).lines();
        let root = said
            .map(Result::unwrap)
            .find_map(|line| Some(line.split_once("http://")?.1.split_once(' ')?.0.to_owned()));
        Self {
            folder,
            process,
            root: format!("http://{}", root.unwrap()),
        }
    }

    fn file(&self) -> PathBuf {
        self.folder.path().join(format!("paper/{STORY}.json"))
    }

    async fn open(&self, reading: &Reading, page: &str) {
        reading.browser.go_to(&format!("{}{page}", self.root)).await;
        // The page hears of rounds from then on.
        reading
            .browser
            .until("!!document.querySelector('#newsprint-dev')")
            .await;
        reading.browser.mark().await;
    }

    /// Writes another headline into the story.
    fn change_headline(&self) {
        let text = fs::read_to_string(self.file()).unwrap();
        let mut story: serde_json::Value = serde_json::from_str(&text).unwrap();
        story["headline"] = "Another headline".into();
        fs::write(self.file(), story.to_string()).unwrap();
    }
}

impl Drop for Making {
    fn drop(&mut self) {
        self.process.kill().unwrap();
        self.process.wait().unwrap();
    }
}

#[test]
#[ignore = "needs a browser: cargo xtask test"]
fn a_changed_story_shows_in_the_open_page_by_itself() {
    read(async |reading| {
        let making = Making::start();
        making.open(&reading, &format!("{STORY}/")).await;
        making.change_headline();
        let shown = "document.querySelector('h1').textContent == 'Another headline'";
        reading.browser.until(shown).await;
    });
}

#[test]
#[ignore = "needs a browser: cargo xtask test"]
fn a_page_that_no_change_touched_is_not_loaded_anew() {
    read(async |reading| {
        let making = Making::start();
        making.open(&reading, "authors/the-editor/").await;
        // A new story by nobody changes the front page and its own section.
        let story = r#"{ "headline": "New", "section": "news", "published": "2020-01-01", "body": ["New."], "unheard_of": 1 }"#;
        fs::write(making.folder.path().join("paper/stories/new.json"), story).unwrap();
        reading
            .browser
            .until(&format!("{PANEL}.includes('unheard_of')"))
            .await;
        assert!(reading.browser.is_marked().await);
    });
}

#[test]
#[ignore = "needs a browser: cargo xtask test"]
fn what_the_check_finds_stands_in_the_page_until_it_is_put_right() {
    read(async |reading| {
        let making = Making::start();
        making.open(&reading, "").await;
        let good = fs::read_to_string(making.file()).unwrap();
        fs::write(making.file(), &good[..good.len() / 2]).unwrap();
        let told = format!("{PANEL}.includes('{STORY}.json:') && {PANEL}.includes('1 error')");
        reading.browser.until(&told).await;
        fs::write(making.file(), good).unwrap();
        reading.browser.until(&format!("{PANEL} == ''")).await;
    });
}

#[test]
#[ignore = "needs a browser: cargo xtask test"]
fn a_paper_that_cannot_be_printed_leaves_the_page_and_says_so() {
    read(async |reading| {
        let making = Making::start();
        making.open(&reading, "").await;
        let paper = making.folder.path().join("paper/paper.json");
        fs::write(paper, "{").unwrap();
        let told = format!("{PANEL}.includes('Nothing can be printed')");
        reading.browser.until(&told).await;
        assert!(reading.browser.is_marked().await);
        let headings = reading
            .browser
            .number("document.querySelectorAll('main h3').length")
            .await;
        assert!(headings > 0.0);
    });
}
