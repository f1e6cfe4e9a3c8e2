//! What others laid into a printed folder.
//!
//! Entry point: [`Others::of`]. Whatever the press did not print there is somebody's, and is carried over into what is printed
//! now, with three exceptions:
//!
//! - where the press prints something else in its place, it clashes;
//! - what the press prints in its place is the same to the byte, so there is nothing to carry;
//! - a compressed copy that somebody laid beside a printed file is stale when that file is printed otherwise now.

use std::fs::{self, DirEntry};
use std::io;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use super::manifest::Manifest;
use super::place::Place;
use crate::press::location::is_mounted;

/// What compressed copies of files end with.
const COPIES: [&str; 3] = ["br", "gz", "zst"];

/// What others laid there, from the top of the folder. A folder that is somebody's as a whole stands for what it holds.
#[derive(Debug, Default)]
pub(super) struct Others {
    /// What is to be carried over.
    pub(super) carried: Vec<PathBuf>,
    /// What something else is printed in the place of.
    pub(super) clashing: Vec<PathBuf>,
    /// What cannot be carried, for a disk of its own is mounted there.
    pub(super) mounted: Vec<PathBuf>,
    /// Compressed copies of files that are printed otherwise now.
    pub(super) stale: Vec<PathBuf>,
    /// What the press printed at the top, and somebody changed since.
    pub(super) changed: Vec<PathBuf>,
}

impl Others {
    /// Compares a printed folder with the one that is to take its place.
    ///
    /// # Errors
    /// A folder of it cannot be read.
    pub(super) fn of(old: &Path, new: &Path, manifest: &Manifest, place: &Place) -> Result<Self> {
        let mut search = Search {
            old,
            new,
            manifest,
            place,
            found: Self::default(),
        };
        search.look_into(Path::new(""))?;
        Ok(search.found)
    }
}

struct Search<'a> {
    old: &'a Path,
    new: &'a Path,
    manifest: &'a Manifest,
    place: &'a Place,
    found: Others,
}

impl Search<'_> {
    fn look_into(&mut self, path: &Path) -> Result<()> {
        let folder = self.old.join(path);
        let entries = fs::read_dir(&folder).and_then(Iterator::collect::<io::Result<Vec<_>>>);
        let mut entries =
            entries.with_context(|| format!("{} cannot be read", folder.display()))?;
        entries.sort_by_key(DirEntry::file_name);
        for entry in entries {
            if path == Path::new("") && self.place.is_passed_over(&entry.file_name()) {
                continue;
            }
            let kind = entry
                .file_type()
                .with_context(|| format!("{} cannot be read", entry.path().display()))?;
            let path = path.join(entry.file_name());
            if kind.is_dir() {
                self.look_at_folder(path)?;
            } else if kind.is_file() && self.manifest.has_file(&path) {
                self.look_at_own(path);
            } else if kind.is_file() && self.is_the_same(&path) {
                // Nothing would be lost.
            } else if self.is_stale(&path) {
                self.found.stale.push(path);
            } else if self.is_taken(&path) {
                self.found.clashing.push(path);
            } else {
                self.found.carried.push(path);
            }
        }
        Ok(())
    }

    /// Looks at a file that the press printed.
    fn look_at_own(&mut self, path: PathBuf) {
        if !self.manifest.was_changed(self.old, &path) || self.is_the_same(&path) {
            return;
        }
        match self.is_taken(&path) {
            true => self.found.changed.push(path),
            false => self.found.carried.push(path),
        }
    }

    fn look_at_folder(&mut self, path: PathBuf) -> Result<()> {
        // At the top, a mount stays where it is: the press works in place there.
        let stays = self.place.in_place && path.iter().count() == 1;
        let is_ours = self.manifest.has_folder(&path);
        if is_mounted(&self.old.join(&path)) && (is_ours || !stays) {
            self.found.mounted.push(path);
        } else if is_ours || self.new.join(&path).is_dir() {
            self.look_into(&path)?;
        } else if self.is_taken(&path) {
            self.found.clashing.push(path);
        } else {
            self.found.carried.push(path);
        }
        Ok(())
    }

    /// Whether something is printed at a path, or in the place of a folder on the way there.
    fn is_taken(&self, path: &Path) -> bool {
        let here = fs::symlink_metadata(self.new.join(path)).is_ok();
        let mut above = path.ancestors().skip(1);
        here || above.any(|above| {
            fs::symlink_metadata(self.new.join(above)).is_ok_and(|there| !there.is_dir())
        })
    }

    /// Whether the file that is printed at a path now is the one that lies there.
    fn is_the_same(&self, path: &Path) -> bool {
        is_same_file(&self.old.join(path), &self.new.join(path))
    }

    /// Whether a file is the compressed copy of a printed one that is not printed as it was.
    fn is_stale(&self, path: &Path) -> bool {
        is_copy(path, self.manifest) && !self.is_the_same(&path.with_extension(""))
    }
}

/// Whether a file is by its name the compressed copy of one that was printed.
pub(super) fn is_copy(path: &Path, manifest: &Manifest) -> bool {
    let ending = path.extension().and_then(|ending| ending.to_str());
    let is_ending = ending.is_some_and(|ending| COPIES.contains(&ending));
    is_ending && manifest.has_file(&path.with_extension(""))
}

fn is_same_file(one: &Path, other: &Path) -> bool {
    let length =
        |file: &Path| fs::symlink_metadata(file).map(|there| (there.is_file(), there.len()));
    match (length(one), length(other)) {
        (Ok((true, one_length)), Ok((true, other_length))) if one_length == other_length => {
            matches!((fs::read(one), fs::read(other)), (Ok(one), Ok(other)) if one == other)
        }
        _ => false,
    }
}
