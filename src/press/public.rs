//! The paper's own files, which are published as they are at the top of the bundle: `CNAME`, `.well-known/`.
//!
//! Entry points: [`Public::read`] finds them, and names each that cannot be published; [`Public::write`] lays them into the bundle.
//!
//! 1. The folder is the one that `paper.json` names, else `public/`, where there is one.
//! 2. Links out of the paper publish nothing, and neither does a folder that was printed there.
//! 3. [`claims`] says which addresses the press needs for itself: a file there is a fault, and left out.

mod claims;

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use walkdir::{DirEntry, WalkDir};

use super::check::Fault;
use super::check::wording::quoted;
use super::location::{holds, is_printed, leads_out, printed_folder, real};
use super::source::{self, PAPER};
use super::store;
use super::survey::Entry;
use crate::paper::Paper;
use crate::paper::place::Permalinks;
use crate::story::url::stays_inside;
use crate::story::walk::JsonPath;
use claims::Claims;

/// The folder of a paper that names none.
const FOLDER: &str = "public";

/// The files that are published as they are.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Public {
    /// The folder, from the paper's; `None` when the paper has none.
    folder: Option<String>,
    /// Its files, from its top.
    files: Vec<PathBuf>,
}

impl Public {
    /// Finds the files; what cannot be published is a fault.
    pub(super) fn read(
        folder: &Path,
        paper: &Paper,
        permalinks: &Permalinks,
        entries: &[Entry],
        faults: &mut Vec<Fault>,
    ) -> Self {
        let name = match folder_of(folder, paper) {
            Ok(Some(name)) => name,
            Ok(None) => return Self::default(),
            Err(fault) => {
                faults.push(*fault);
                return Self::default();
            }
        };
        let claims = Claims::of(permalinks, entries);
        let mut files = Vec::new();
        let top = folder.join(&name);
        let mut walk = WalkDir::new(&top)
            .min_depth(1)
            .sort_by_file_name()
            .into_iter();
        while let Some(entry) = walk.next() {
            let entry = match entry {
                Ok(entry) => entry,
                Err(error) => {
                    faults.push(source::unreadable_entry(folder, &error));
                    continue;
                }
            };
            let shown = source::name_in(folder, entry.path());
            if entry.file_type().is_dir() {
                if is_printed(entry.path()) {
                    faults.push(source::of_printed_folder(&shown));
                    walk.skip_current_dir();
                }
                continue;
            }
            let Ok(path) = entry.path().strip_prefix(&top) else {
                continue;
            };
            match publishable(folder, &entry, &shown)
                .and_then(|()| claims.refuse(&source::name_in(&top, entry.path()), &shown))
            {
                Ok(()) => files.push(path.to_owned()),
                Err(fault) => faults.push(*fault),
            }
        }
        Self {
            folder: Some(name),
            files,
        }
    }

    /// The folder, from the paper's.
    pub(super) fn folder(&self) -> Option<&str> {
        self.folder.as_deref()
    }

    /// Lays the files of the paper in a folder into a bundle.
    ///
    /// # Errors
    /// A file cannot be read or written, or something has been printed in its place.
    pub(super) fn write(&self, paper: &Path, out: &Path) -> Result<()> {
        let Some(folder) = self.folder() else {
            return Ok(());
        };
        for path in &self.files {
            let (from, to) = (paper.join(folder).join(path), out.join(path));
            if let Some(parent) = to.parent() {
                fs::create_dir_all(parent)
                    .with_context(|| format!("{} cannot be made", parent.display()))?;
            }
            // Not `fs::copy`: what only its owner may read is for everybody once it is published.
            File::open(&from)
                .and_then(|mut file| io::copy(&mut file, &mut File::create_new(&to)?))
                .with_context(|| format!("{} cannot be published", from.display()))?;
        }
        Ok(())
    }
}

/// The folder that is published, from the paper's.
fn folder_of(folder: &Path, paper: &Paper) -> Result<Option<String>, Box<Fault>> {
    let name = match paper.public.as_deref() {
        Some("") => return Ok(None),
        Some(name) => name.trim_end_matches('/'),
        None if folder.join(FOLDER).is_dir() => FOLDER,
        None => return Ok(None),
    };
    let fault = |code, message: String, help: &str| {
        let path = JsonPath::field("public");
        let fault = match paper.public {
            Some(_) => Fault::error(code, PAPER, path, message),
            None => Fault::of_file(code, name, message),
        };
        Err(Box::new(fault.help(help)))
    };
    let (shown, place) = (quoted(name), folder.join(name));
    if !stays_inside(name) {
        let message = format!("{shown} is no path inside the paper's folder");
        return fault(
            "path-out-of-paper",
            message,
            "write the path from the top of the paper, without `.` and `..`: `public`",
        );
    }
    if !place.is_dir() {
        let message = format!("there is no folder {shown} in the paper");
        return fault(
            "missing-file",
            message,
            "make the folder, correct its name, or take the field away",
        );
    }
    if leads_out(folder, &place) {
        let message = format!("{shown} is a link that leads out of the paper's folder");
        return fault(
            "link-out-of-paper",
            message,
            "put the folder itself in its place",
        );
    }
    if printed_folder(folder, &place).is_some() {
        let message = format!("{shown} lies in a folder that Newsprint printed");
        return fault(
            "printed-folder",
            message,
            "put the files into a folder of the paper's own",
        );
    }
    match source_in(folder, &place) {
        None => Ok(Some(name.to_owned())),
        Some(source) => {
            let message = format!(
                "{shown} would publish {} of the paper as they are",
                quoted(source)
            );
            fault(
                "bad-public",
                message,
                "put what is to be published into a folder of its own, such as `public`",
            )
        }
    }
}

/// What of the sources lies in a folder, or holds it.
fn source_in(folder: &Path, public: &Path) -> Option<&'static str> {
    let names = [PAPER, source::STORIES, source::PAGES, store::FOLDER];
    let public = real(public).ok()?;
    names.into_iter().find(|name| {
        real(&folder.join(name)).is_ok_and(|source| {
            source.exists() && (holds(&public, &source) || holds(&source, &public))
        })
    })
}

/// Whether an entry of the folder is a file that may be published.
fn publishable(folder: &Path, entry: &DirEntry, shown: &str) -> Result<(), Box<Fault>> {
    let path = entry.path();
    if entry.path_is_symlink()
        && let Err(message) = source::follow(folder, path)
    {
        return Err(source::link_out_of_paper(shown, message).into());
    }
    let unreadable = |message: String| {
        let fault = Fault::of_file("unreadable", shown, message);
        Err(Box::new(
            fault.help("check who may read it, or take it away"),
        ))
    };
    if !path.is_file() {
        return unreadable(
            "it is neither a file nor a folder, so it cannot be published".to_owned(),
        );
    }
    match File::open(path) {
        Ok(_) => Ok(()),
        Err(error) => unreadable(format!("the file cannot be read: {error}")),
    }
}
