//! Runs the `newsprint` command, and makes papers to run it on.
//!
//! Entry points: [`newsprint`], [`Newsroom`], [`sample`].

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::LazyLock;

use newsprint::press::store::FOLDER;
use serde_json::{Value, json};
use tempfile::TempDir;
use walkdir::{DirEntry, WalkDir};

/// What a run of the command left behind.
#[derive(Debug)]
pub(crate) struct Run {
    pub(crate) code: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

/// The moment at which commands are run, in seconds since 1970: the beginning of 2027. It is after the date of every story,
/// whatever the day that tests run on.
pub(crate) const NOW: &str = "1798761600";

/// The real command, ready to run.
pub(crate) fn command() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_newsprint"));
    command.env("SOURCE_DATE_EPOCH", NOW);
    command
}

/// Runs the real command.
pub(crate) fn newsprint<A: AsRef<OsStr>>(arguments: impl IntoIterator<Item = A>) -> Run {
    run(command().args(arguments))
}

/// Runs a command to its end.
pub(crate) fn run(command: &mut Command) -> Run {
    let output = command.output().unwrap();
    Run {
        code: output.status.code().unwrap(),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    }
}

/// Prints a paper, and holds that it has no faults.
pub(crate) fn build(paper: &Path, out: &Path, more: &[&str]) {
    let run = run(command()
        .arg("build")
        .arg(paper)
        .arg("--out")
        .arg(out)
        .args(more));
    assert_eq!(run.code, 0, "{}{}", run.out, run.err);
}

/// The paper that ships with Newsprint.
pub(crate) fn sample_paper() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("static/paper")
}

/// The sample paper, printed once for all tests, with a reader.
pub(crate) fn sample() -> &'static Path {
    static PRINTED: LazyLock<PathBuf> = LazyLock::new(|| {
        let out = Path::new(env!("CARGO_TARGET_TMPDIR")).join("sample-paper");
        // Over an older print of it, stories that changed since would say so.
        if out.exists() {
            fs::remove_dir_all(&out).unwrap();
        }
        build(
            &sample_paper(),
            &out,
            &["--reader", reader().to_str().unwrap()],
        );
        out
    });
    &PRINTED
}

/// A folder with the files of a reader and its tools, the smallest that are a module and a WebAssembly.
///
/// The press publishes a reader and never looks into it, so tests of the press need not wait for the real one.
pub(crate) fn reader() -> &'static Path {
    static FOLDER: LazyLock<PathBuf> = LazyLock::new(|| {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("smallest-reader");
        fs::create_dir_all(&folder).unwrap();
        for module in ["reader", "tools"] {
            let file = |ending| folder.join(format!("{module}.{ending}"));
            let glue = "function start(){}\nexport{start as default};\n";
            fs::write(file("js"), glue).unwrap();
            fs::write(file("wasm"), b"\0asm\x01\0\0\0").unwrap();
        }
        folder
    });
    &FOLDER
}

/// Every file below a folder, by its path with `/`.
pub(crate) fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    // What the press keeps of a paper's pictures may change while it is looked at.
    let kept = |entry: &DirEntry| entry.depth() > 0 && entry.file_name() == FOLDER;
    let walk = WalkDir::new(folder).into_iter();
    let files = walk.filter_entry(|entry| !kept(entry)).map(Result::unwrap);
    files
        .filter(|entry| entry.file_type().is_file())
        .map(|entry| {
            (
                name_in(folder, entry.path()),
                fs::read(entry.path()).unwrap(),
            )
        })
        .collect()
}

fn name_in(folder: &Path, file: &Path) -> String {
    let path = file.strip_prefix(folder).unwrap();
    path.to_str().unwrap().replace('\\', "/")
}

/// The names of files that differ, or that one side lacks.
pub(crate) fn differences(one: &Path, other: &Path) -> Vec<String> {
    let (one, other) = (files(one), files(other));
    let names: std::collections::BTreeSet<&String> = one.keys().chain(other.keys()).collect();
    names
        .into_iter()
        .filter(|name| one.get(*name) != other.get(*name))
        .cloned()
        .collect()
}

/// A folder with a small paper in `paper/`, for one test.
pub(crate) struct Newsroom {
    folder: TempDir,
}

impl Newsroom {
    /// A paper of one section, `city`, without stories.
    pub(crate) fn new() -> Self {
        let newsroom = Self {
            folder: TempDir::new().unwrap(),
        };
        let sections = json!([{ "slug": "city", "name": "City" }]);
        newsroom.paper(&json!({ "name": "The Quay", "language": "en-GB", "sections": sections }))
    }

    /// The same with another `paper.json`.
    pub(crate) fn paper(self, paper: &Value) -> Self {
        self.write("paper/paper.json", &paper.to_string());
        fs::create_dir_all(self.path("paper/stories")).unwrap();
        self
    }

    /// The same with one more story.
    pub(crate) fn story(self, slug: &str, story: &Value) -> Self {
        self.write(&format!("paper/stories/{slug}.json"), &story.to_string());
        self
    }

    /// Writes a file.
    pub(crate) fn write(&self, path: &str, content: &str) {
        let file = self.path(path);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, content).unwrap();
    }

    /// A path below the folder.
    pub(crate) fn path(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    /// Prints `paper/` into `printed/`.
    pub(crate) fn build(&self, more: &[&str]) -> Run {
        self.build_into("printed", more)
    }

    /// Prints `paper/` into a folder.
    pub(crate) fn build_into(&self, out: &str, more: &[&str]) -> Run {
        run(command()
            .arg("build")
            .arg(self.path("paper"))
            .arg("--out")
            .arg(self.path(out))
            .args(more))
    }

    /// What the check says of `paper/`.
    pub(crate) fn check(&self) -> Run {
        run(command().arg("check").arg(self.path("paper")))
    }

    /// A printed file.
    pub(crate) fn printed(&self, path: &str) -> String {
        let file = self.path("printed").join(path);
        fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()))
    }
}

/// A story without faults.
pub(crate) fn story(headline: &str) -> Value {
    json!({
        "headline": headline,
        "section": "city",
        "published": "2026-11-20T08:30:00Z",
        "body": ["The ferry is back."],
    })
}
