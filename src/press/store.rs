//! Keeps pictures that were made, so that the next build does not make it again.
//!
//! Entry point: [`Store`]. An entry is a list (`KEY.json`) and the files it names. The key is a hash of what they were made of and
//! of how; the list says the hash of each file, so that one that was cut off or changed is noticed, and made again.
//! Every file is written beside its place and renamed: two builds at once do not disturb each other.

use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use serde::{Deserialize, Serialize};
use tempfile::{NamedTempFile, TempDir};

use crate::story::url::stays_inside;

/// The store's folder in the paper's.
pub const FOLDER: &str = ".newsprint-cache";
/// How long an entry stays that no build asks for.
const KEPT: Duration = Duration::from_secs(30 * 24 * 60 * 60);

/// A file that was made.
#[derive(Debug)]
pub(super) struct Made {
    pub(super) ending: &'static str,
    pub(super) width: u32,
    pub(super) height: u32,
    pub(super) bytes: Vec<u8>,
}

/// A file that was made, in its place.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Sheet {
    /// Where it lies.
    pub file: PathBuf,
    /// What its name ends with, without the dot.
    pub ending: String,
    /// Its width in pixels.
    pub width: u32,
    /// Its height in pixels.
    pub height: u32,
}

/// What an entry's list says of a file.
#[derive(Debug, Deserialize, Serialize)]
struct Line {
    name: String,
    ending: String,
    width: u32,
    height: u32,
    hash: String,
}

/// A folder of entries.
#[derive(Debug)]
pub(super) struct Store {
    folder: PathBuf,
    /// The folder goes with it where the paper's cannot be written to.
    passing: Option<TempDir>,
}

impl Store {
    /// The store of a paper, or one for this build alone when the paper's folder cannot be written to.
    pub(super) fn of(paper: &Path) -> io::Result<Self> {
        let folder = paper.join(FOLDER);
        match open(&folder) {
            Ok(()) => Ok(Self {
                folder,
                passing: None,
            }),
            Err(_) => {
                let passing = tempfile::Builder::new().prefix("newsprint-").tempdir()?;
                Ok(Self {
                    folder: passing.path().to_owned(),
                    passing: Some(passing),
                })
            }
        }
    }

    /// Whether what is made is kept for the next build.
    pub(super) fn keeps(&self) -> bool {
        self.passing.is_none()
    }

    /// The files of an entry, when all are there as they were written.
    pub(super) fn find(&self, key: &str) -> Option<Vec<Sheet>> {
        let list = self.list(key);
        let lines: Vec<Line> = serde_json::from_slice(&fs::read(&list).ok()?).ok()?;
        let sheets: Option<Vec<Sheet>> = lines.into_iter().map(|line| self.sheet(line)).collect();
        // Says that it is still asked for. Where that fails it is made again some day.
        let _ = fs::File::open(&list).and_then(|list| list.set_modified(SystemTime::now()));
        sheets.filter(|sheets| !sheets.is_empty())
    }

    fn sheet(&self, line: Line) -> Option<Sheet> {
        // A list that somebody else wrote leads nowhere else.
        if !stays_inside(&line.name) || line.name.contains('/') {
            return None;
        }
        let file = self.folder.join(&line.name);
        let hash = blake3::hash(&fs::read(&file).ok()?).to_hex();
        (hash.as_str() == line.hash).then_some(Sheet {
            file,
            ending: line.ending,
            width: line.width,
            height: line.height,
        })
    }

    /// Writes an entry.
    pub(super) fn put(&self, key: &str, made: &[Made]) -> io::Result<Vec<Sheet>> {
        let mut lines = Vec::new();
        let mut sheets = Vec::new();
        for (number, one) in made.iter().enumerate() {
            let name = format!("{key}-{number}.{}", one.ending);
            self.write(&name, &one.bytes)?;
            sheets.push(Sheet {
                file: self.folder.join(&name),
                ending: one.ending.to_owned(),
                width: one.width,
                height: one.height,
            });
            lines.push(Line {
                name,
                ending: one.ending.to_owned(),
                width: one.width,
                height: one.height,
                hash: blake3::hash(&one.bytes).to_hex().to_string(),
            });
        }
        // The list comes last: an entry is there whole or not at all.
        self.write(&format!("{key}.json"), &serde_json::to_vec(&lines)?)?;
        Ok(sheets)
    }

    fn write(&self, name: &str, bytes: &[u8]) -> io::Result<()> {
        let mut file = NamedTempFile::new_in(&self.folder)?;
        file.write_all(bytes)?;
        file.persist(self.folder.join(name))?;
        Ok(())
    }

    fn list(&self, key: &str) -> PathBuf {
        self.folder.join(format!("{key}.json"))
    }

    /// Clears away entries that no build has asked for in a long time. What cannot be deleted stays.
    pub(super) fn clear_away(&self) {
        let Ok(entries) = fs::read_dir(&self.folder) else {
            return;
        };
        let names = entries.flatten().map(|entry| entry.file_name());
        let mut names: Vec<String> = names.filter_map(|name| name.into_string().ok()).collect();
        names.sort_unstable();
        let old = |key: &str| {
            let changed = fs::metadata(self.list(key)).and_then(|list| list.modified());
            let age = changed.ok().and_then(|changed| changed.elapsed().ok());
            age.is_some_and(|age| age > KEPT)
        };
        let keys = names.iter().filter_map(|name| name.strip_suffix(".json"));
        for key in keys.filter(|key| old(key)) {
            for name in names.iter().filter(|name| name.starts_with(key)) {
                let _ = fs::remove_file(self.folder.join(name));
            }
        }
    }
}

/// Makes the folder, if need be, and sees whether it can be written to.
fn open(folder: &Path) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    if fs::symlink_metadata(folder)?.is_symlink() {
        return Err(io::Error::other("it is a link"));
    }
    tempfile::tempfile_in(folder)?;
    // Nobody wants it among the paper's own files.
    let ignore = folder.join(".gitignore");
    match ignore.exists() {
        true => Ok(()),
        false => fs::write(ignore, "*\n"),
    }
}
