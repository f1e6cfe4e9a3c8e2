//! A paper of a test's own, printed and served by the command.

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use serde_json::Value;
use tempfile::TempDir;

const COMMAND: &str = env!("CARGO_BIN_EXE_newsprint");

const PAPER: &str = "paper.json";
const STORY: &str = "stories/letters-welcome.json";

/// The paper that `newsprint new` makes, with one story of the test's own; its server ends with the test.
pub(crate) struct OwnPaper {
    folder: TempDir,
    process: Child,
    root: String,
}

impl OwnPaper {
    /// Prints and serves the paper with a changed story.
    pub(crate) fn start(change: impl FnOnce(&mut Value)) -> Self {
        Self::start_as(|_| {}, change)
    }

    /// The same, with a changed `paper.json` too.
    pub(crate) fn start_as(
        change_paper: impl FnOnce(&mut Value),
        change: impl FnOnce(&mut Value),
    ) -> Self {
        Self::start_in(|_| {}, change_paper, change)
    }

    /// The same with files of the test's own in the paper.
    pub(crate) fn start_with(files: &[(String, Vec<u8>)], change: impl FnOnce(&mut Value)) -> Self {
        let write = |paper: &Path| {
            for (name, bytes) in files {
                fs::write(paper.join(name), bytes).unwrap();
            }
        };
        Self::start_in(write, |_| {}, change)
    }

    fn start_in(
        write: impl FnOnce(&Path),
        change_paper: impl FnOnce(&mut Value),
        change: impl FnOnce(&mut Value),
    ) -> Self {
        let folder = TempDir::new().unwrap();
        let paper = folder.path().join("paper");
        let made = Command::new(COMMAND).arg("new").arg(&paper).output();
        assert!(made.unwrap().status.success());
        write(&paper);
        edit(&folder, PAPER, change_paper);
        edit(&folder, STORY, change);
        print(&folder);
        let mut process = Command::new(COMMAND)
            .arg("serve")
            .arg(folder.path().join("printed"))
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
            .find(|word| word.starts_with("http"));
        Self {
            root: root.unwrap().to_owned(),
            folder,
            process,
        }
    }

    /// URL of the story.
    pub(crate) fn story(&self) -> String {
        format!("{}stories/letters-welcome/", self.root)
    }

    /// URL of the story once it stands at the address of another slug.
    pub(crate) fn moved(&self, slug: &str) -> String {
        format!("{}stories/{slug}/", self.root)
    }

    /// Gives the story another address, and prints the paper anew.
    pub(crate) fn move_to(&self, slug: &str) {
        edit(&self.folder, STORY, |story| {
            story["aliases"] = serde_json::json!(["/stories/letters-welcome/"]);
        });
        // It leads to the story by its slug.
        edit(&self.folder, "stories/first-edition.json", |story| {
            story["related"] = serde_json::json!([]);
        });
        let stories = self.folder.path().join("paper/stories");
        let old = stories.join("letters-welcome.json");
        fs::rename(old, stories.join(format!("{slug}.json"))).unwrap();
        print(&self.folder);
    }

    /// Changes the story that was moved, and prints the paper anew.
    pub(crate) fn publish_moved(&self, slug: &str, change: impl FnOnce(&mut Value)) {
        edit(&self.folder, &format!("stories/{slug}.json"), change);
        print(&self.folder);
    }

    /// Changes the story and prints the paper anew into the same folder, as the next edition.
    pub(crate) fn publish(&self, change: impl FnOnce(&mut Value)) {
        edit(&self.folder, STORY, change);
        print(&self.folder);
    }

    /// A file of the printed story.
    pub(crate) fn printed(&self, name: &str) -> PathBuf {
        self.folder
            .path()
            .join("printed/stories/letters-welcome")
            .join(name)
    }
}

impl Drop for OwnPaper {
    fn drop(&mut self) {
        self.process.kill().unwrap();
        self.process.wait().unwrap();
    }
}

fn edit(folder: &TempDir, file: &str, change: impl FnOnce(&mut Value)) {
    let file = folder.path().join("paper").join(file);
    let mut document = serde_json::from_str(&fs::read_to_string(&file).unwrap()).unwrap();
    change(&mut document);
    fs::write(file, document.to_string()).unwrap();
}

fn print(folder: &TempDir) {
    let built = Command::new(COMMAND)
        // After the date of every story, whatever the day that tests run on.
        .env("SOURCE_DATE_EPOCH", "1798761600")
        .args(["build", "--no-search"])
        .arg(folder.path().join("paper"))
        .arg("--out")
        .arg(folder.path().join("printed"))
        .output()
        .unwrap();
    let said = [built.stdout.as_slice(), &built.stderr].concat();
    let said = String::from_utf8_lossy(&said);
    assert!(built.status.success(), "{said}");
}
