//! What the press printed into a folder: only that may be replaced and deleted.
//!
//! Entry points: [`Manifest::of`] a folder that was just printed, [`Manifest::read`] of one that was printed before.
//!
//! The list has a line for each file and folder: a hash of its path, and of a file at the top another of its content. It is
//! served with the others, and a name that nobody is meant to guess does not stand in it.

pub(super) mod older;

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::Path;

use anyhow::{Context, Result};
use walkdir::WalkDir;

/// The list of what was printed.
pub const FILE: &str = ".newsprint-files";

/// The files and folders of a bundle that the press printed, and the content of those at its top: hosts and crawlers read
/// them, and somebody may have changed one by hand.
#[derive(Debug, Default, Eq, PartialEq)]
pub(super) struct Manifest(BTreeMap<u64, Option<u64>>);

impl Manifest {
    /// Everything in a folder, and the list itself.
    ///
    /// # Errors
    /// The folder cannot be read.
    pub(super) fn of(folder: &Path) -> Result<Self> {
        let mut manifest = Self::default();
        manifest.add_file(Path::new(FILE));
        for entry in WalkDir::new(folder).min_depth(1) {
            let entry = entry.map_err(io::Error::from);
            let entry = entry.with_context(|| format!("{} cannot be read", folder.display()))?;
            let path = entry.path().strip_prefix(folder)?;
            if entry.file_type().is_dir() {
                manifest.add_folder(path);
                continue;
            }
            let content = match entry.depth() {
                1 => Some(content(entry.path())?),
                _ => None,
            };
            manifest.0.insert(key(path, ""), content);
        }
        Ok(manifest)
    }

    /// What was printed into a folder. Of a bundle without a list it is found out as well as can be.
    pub(super) fn read(folder: &Path) -> Self {
        match fs::read_to_string(folder.join(FILE)) {
            // A line that is none is of nothing.
            Ok(text) => Self(text.lines().filter_map(line).collect()),
            Err(_) => older::guess(folder),
        }
    }

    /// Lays the list into the folder.
    ///
    /// # Errors
    /// It cannot be written.
    pub(super) fn write(&self, folder: &Path) -> Result<()> {
        let lines = self.0.iter().map(|(key, content)| match content {
            Some(content) => format!("{key:016x} {content:016x}\n"),
            None => format!("{key:016x}\n"),
        });
        let lines: Vec<String> = lines.collect();
        let file = folder.join(FILE);
        fs::write(&file, lines.concat())
            .with_context(|| format!("{} cannot be written", file.display()))
    }

    pub(super) fn has_file(&self, path: &Path) -> bool {
        self.0.contains_key(&key(path, ""))
    }

    pub(super) fn has_folder(&self, path: &Path) -> bool {
        self.0.contains_key(&key(path, "/"))
    }

    /// Whether a file has another content than it was printed with. Known of those at the top.
    pub(super) fn was_changed(&self, folder: &Path, path: &Path) -> bool {
        let printed = self.0.get(&key(path, "")).copied().flatten();
        printed.is_some_and(|printed| {
            content(&folder.join(path)).is_ok_and(|content| content != printed)
        })
    }

    fn add_file(&mut self, path: &Path) {
        self.0.insert(key(path, ""), None);
    }

    fn add_folder(&mut self, path: &Path) {
        self.0.insert(key(path, "/"), None);
    }
}

fn line(line: &str) -> Option<(u64, Option<u64>)> {
    let mut words = line
        .split(' ')
        .map(|word| u64::from_str_radix(word, 16).ok());
    Some((words.next()??, words.next().flatten()))
}

/// The hash of a path from the top of the bundle, the same on every system.
fn key(path: &Path, ending: &str) -> u64 {
    let mut hasher = blake3::Hasher::new();
    for (place, step) in path.iter().enumerate() {
        if place > 0 {
            hasher.update(b"/");
        }
        hasher.update(step.as_encoded_bytes());
    }
    hasher.update(ending.as_bytes());
    number(&hasher.finalize())
}

fn content(file: &Path) -> Result<u64> {
    let bytes = fs::read(file).with_context(|| format!("{} cannot be read", file.display()))?;
    Ok(number(&blake3::hash(&bytes)))
}

fn number(hash: &blake3::Hash) -> u64 {
    let mut bytes = [0; 8];
    bytes.copy_from_slice(&hash.as_bytes()[..8]);
    u64::from_be_bytes(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_that_was_written_is_read_as_it_was() {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir_all(folder.path().join("a/b")).unwrap();
        fs::write(folder.path().join("a/c.html"), "c").unwrap();
        let manifest = Manifest::of(folder.path()).unwrap();
        manifest.write(folder.path()).unwrap();
        let read = Manifest::read(folder.path());
        assert_eq!(read, manifest);
        assert!(read.has_folder(Path::new("a/b")) && read.has_file(Path::new("a/c.html")));
        assert!(!read.has_file(Path::new("a/b")) && !read.has_folder(Path::new("a/c.html")));
        assert!(read.has_file(Path::new(FILE)));
    }

    #[test]
    fn a_list_names_nothing() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("secret-x7q.pdf"), "x").unwrap();
        Manifest::of(folder.path())
            .unwrap()
            .write(folder.path())
            .unwrap();
        let text = fs::read_to_string(folder.path().join(FILE)).unwrap();
        assert!(!text.contains("secret"), "{text}");
        assert_eq!(text.lines().count(), 2);
    }
}
