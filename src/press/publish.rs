//! Puts a printed paper in its place: whole, or not at all.
//!
//! Entry point: [`Staging`].
//!
//! 1. [`place`] finds the folder that is meant, and refuses what is somebody else's or has to do with the paper's sources.
//! 2. [`lock`] keeps a second build out.
//! 3. Pages are written beside the folder they go to. When all are there, [`manifest`] notes what was printed.
//! 4. [`others`] finds what somebody else laid into the folder: it is carried over.
//! 5. [`exchange`] swaps the folders, and puts right what a killed build left.

mod exchange;
mod lock;
mod manifest;
mod others;
mod place;

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use lock::Lock;
pub use manifest::FILE;
use manifest::Manifest;
use others::Others;
use place::Place;

/// The file that says a folder was printed by Newsprint, and may be replaced.
pub const MARKER: &str = ".newsprint";

/// What the name of a folder ends with that held the paper before.
const OLD: &str = "-old";

/// Most names that are told one by one.
const MOST_NAMES: usize = 10;

/// What is never printed into.
#[derive(Clone, Debug)]
pub struct Sources<'a> {
    /// The paper's folder.
    pub folder: &'a Path,
    /// What in it is the paper's own, from its top: files and folders, whether they exist or not.
    pub names: Vec<&'a str>,
}

/// What else was found in the folder that a paper was printed into.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Found {
    /// What others laid there, and was kept: paths from its top.
    pub kept: Vec<PathBuf>,
    /// Compressed copies that others laid beside printed files, and were left out, for those files changed.
    pub stale: Vec<PathBuf>,
    /// Printed files that somebody changed, and were printed anew.
    pub changed: Vec<PathBuf>,
}

/// A folder being printed.
pub struct Staging {
    place: Place,
    folder: PathBuf,
    published: bool,
    /// Dropped last, when nothing is left to do.
    _lock: Lock,
}

impl Staging {
    /// Makes an empty folder to print into, for a place.
    ///
    /// # Errors
    /// The place is somebody else's, or the folder cannot be made.
    pub fn open(out: &Path, sources: &Sources) -> Result<Self> {
        let place = Place::find(out, sources)?;
        fs::create_dir_all(&place.workshop)
            .with_context(|| format!("{} cannot be made", place.workshop.display()))?;
        let mut lock = Lock::take(&place.lock(), &place.target)?;
        exchange::recover(&place, lock.left.as_deref())?;
        let name = place.free_name();
        lock.note(&name)?;
        let folder = place.workshop.join(name);
        fs::create_dir(&folder).with_context(|| format!("{} cannot be made", folder.display()))?;
        Ok(Self {
            place,
            folder,
            published: false,
            _lock: lock,
        })
    }

    /// The folder to print into.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Swaps the printed folder in. Its marker file has to be there ([`super::hosting::write`]).
    ///
    /// # Errors
    /// Somebody laid a file where another is printed, or a rename failed. The paper that stood there before stands there still.
    pub fn publish(mut self) -> Result<Found> {
        Manifest::of(&self.folder)?.write(&self.folder)?;
        let target = &self.place.target;
        let others = match target.exists() {
            true => Others::of(target, &self.folder, &Manifest::read(target), &self.place)?,
            false => Others::default(),
        };
        refuse(target, &others)?;
        let left = exchange::exchange(&self.place, &self.folder, &others.carried)?;
        self.published = true;
        if let Some(left) = left {
            // The new paper is in place; what is left over is said, and does no harm.
            let _ = writeln!(
                std::io::stderr(),
                "warning: {} is left over and can be deleted",
                left.display()
            );
        }
        Ok(Found {
            kept: others.carried,
            stale: others.stale,
            changed: others.changed,
        })
    }
}

impl Drop for Staging {
    fn drop(&mut self) {
        if !self.published {
            // Nothing else can be done about a folder that cannot be deleted.
            let _ = exchange::delete(&self.folder);
        }
    }
}

/// Refuses to print over what somebody laid there, and what cannot be carried over.
fn refuse(target: &Path, others: &Others) -> Result<()> {
    let target = target.display();
    if !others.clashing.is_empty() {
        bail!(
            "{target} holds what Newsprint did not print, where the paper has something of its own now: {}. \
             Nothing was printed, so that it is not lost. Move it away, or delete it, then build again.",
            shown(&others.clashing)
        );
    }
    if !others.mounted.is_empty() {
        bail!(
            "a disk or folder is mounted inside of {target}, and could not be kept: {}. \
             Nothing was printed. Unmount it, or mount it at the top of the folder.",
            shown(&others.mounted)
        );
    }
    Ok(())
}

/// Some names, with how many more there are.
pub fn shown(paths: &[PathBuf]) -> String {
    let names = paths.iter().take(MOST_NAMES);
    let names: Vec<String> = names.map(|path| path.display().to_string()).collect();
    match paths.len().checked_sub(MOST_NAMES) {
        None | Some(0) => names.join(", "),
        Some(more) => format!("{} and {more} more", names.join(", ")),
    }
}

fn with_ending(folder: &Path, ending: &str) -> PathBuf {
    let mut name = folder.as_os_str().to_owned();
    name.push(ending);
    name.into()
}

/// Whether a name is one of a folder or file that the press works with while it prints beside something.
pub(super) fn is_of_workshop(name: &std::ffi::OsStr) -> bool {
    let name = name.to_string_lossy();
    name.starts_with('.') && name.contains(".newsprint-")
}
