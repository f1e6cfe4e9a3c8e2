//! Where a paper is printed into, and that nothing of anybody's is in the way.
//!
//! Entry point: [`Place::find`].
//!
//! 1. Links are followed: what is printed into is the folder that they lead to.
//! 2. The press works beside that folder. Where it is a mount point, which cannot be renamed, it works inside.
//! 3. A folder that Newsprint did not print is refused, and so is one that holds sources of the paper, or lies in them.

use std::ffi::{OsStr, OsString};
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use super::{FILE, MARKER, OLD, Sources};
use crate::press::location::{holds, is_mounted, is_printed, real};

/// The folder that a new disk has of itself.
const OF_DISKS: &str = "lost+found";

/// A place to print into.
#[derive(Debug)]
pub(super) struct Place {
    /// The folder, without links.
    pub(super) target: PathBuf,
    /// The folder that the press makes its own in while it works.
    pub(super) workshop: PathBuf,
    /// What the names of those begin with.
    start: String,
    /// Whether the content is exchanged, for the folder itself cannot be.
    pub(super) in_place: bool,
}

impl Place {
    /// The place that a path names.
    ///
    /// # Errors
    /// It is somebody else's, or it has to do with the sources of the paper.
    pub(super) fn find(out: &Path, sources: &Sources) -> Result<Self> {
        let target = real(out).with_context(|| format!("{} leads nowhere", out.display()))?;
        let (Some(parent), Some(name)) = (target.parent(), target.file_name()) else {
            bail!(
                "{} cannot be printed into: name a folder inside another",
                target.display()
            );
        };
        let place = match is_mounted(&target) || holds_a_mount(&target) {
            true => Self {
                workshop: target.clone(),
                start: ".newsprint-".to_owned(),
                in_place: true,
                target,
            },
            false => Self {
                workshop: parent.to_owned(),
                start: format!(".{}.newsprint-", name.to_string_lossy()),
                in_place: false,
                target,
            },
        };
        place.keep_off(sources)?;
        place.refuse_foreign()?;
        Ok(place)
    }

    pub(super) fn lock(&self) -> PathBuf {
        self.workshop.join(format!("{}lock", self.start))
    }

    /// A name for the folder that this process prints into, which nothing has.
    pub(super) fn free_name(&self) -> String {
        let mut number = std::process::id();
        loop {
            let name = format!("{}{number}", self.start);
            if fs::symlink_metadata(self.workshop.join(&name)).is_err() {
                return name;
            }
            number = number.wrapping_add(1);
        }
    }

    /// Whether a name is one that the press gives a folder of its own while it works.
    pub(super) fn is_left_over(&self, name: &OsStr) -> bool {
        let rest = name
            .to_str()
            .and_then(|name| name.strip_prefix(&self.start));
        let number = rest.map(|rest| rest.strip_suffix(OLD).unwrap_or(rest));
        number.is_some_and(|number| number.parse::<u32>().is_ok())
    }

    /// Whether something at the top of the target has to do with this printing alone, or with the disk.
    pub(super) fn is_passed_over(&self, name: &OsStr) -> bool {
        self.in_place
            && (self.is_left_over(name)
                || self.lock().file_name() == Some(name)
                || name == OF_DISKS)
    }

    /// Refuses a place where printing could touch a source of the paper.
    fn keep_off(&self, sources: &Sources) -> Result<()> {
        let paper = real(sources.folder)
            .with_context(|| format!("{} leads nowhere", sources.folder.display()))?;
        let shown = self.target.display();
        if holds(&self.target, &paper) {
            bail!(
                "{shown} cannot be printed into: the paper's folder {} lies there, and its sources would be lost. \
                 Name a folder outside of the paper, or a new one inside.",
                paper.display()
            );
        }
        let work_folder = |ancestor: &Path| {
            let name = ancestor.file_name().unwrap_or_default();
            ancestor.parent() == Some(&self.workshop) && self.is_left_over(name)
        };
        if paper.ancestors().any(work_folder) {
            bail!(
                "{shown} cannot be printed into: the press would work in {}, which is the paper's. Name another folder.",
                paper.display()
            );
        }
        for name in &sources.names {
            let source = real(&paper.join(name))?;
            let is_source = match source.exists() {
                true => holds(&source, &self.target) || holds(&self.target, &source),
                // Disks that take capitals for small letters would make one of both.
                false => self.step_below(&paper).is_some_and(|step| {
                    step.to_string_lossy().to_lowercase() == name.to_lowercase()
                }),
            };
            if is_source {
                bail!(
                    "{shown} cannot be printed into: `{name}` of the paper belongs to its sources. \
                     Name a folder outside of the paper, or a new one at its top."
                );
            }
        }
        Ok(())
    }

    /// The step of the target's path that follows that of a folder.
    fn step_below(&self, folder: &Path) -> Option<OsString> {
        let mut below = None;
        for ancestor in self.target.ancestors() {
            if holds(ancestor, folder) {
                return match holds(folder, ancestor) {
                    true => below,
                    false => None,
                };
            }
            below = ancestor.file_name().map(OsStr::to_owned);
        }
        None
    }

    /// Whether a folder of that name holds the paper that was put aside by a build: what was printed says so.
    pub(super) fn is_old(&self, name: &OsStr) -> bool {
        let folder = self.workshop.join(name);
        self.is_left_over(name)
            && name.to_string_lossy().ends_with(OLD)
            && (is_printed(&folder) || folder.join(FILE).is_file())
    }

    fn refuse_foreign(&self) -> Result<()> {
        let Self { target, .. } = self;
        if !target.exists() {
            return Ok(());
        }
        if !target.is_dir() {
            bail!(
                "{} is a file; name a folder to print into",
                target.display()
            );
        }
        let mut entries =
            fs::read_dir(target).with_context(|| format!("{} cannot be read", target.display()))?;
        let is_empty =
            entries.all(|entry| entry.is_ok_and(|entry| self.is_passed_over(&entry.file_name())));
        // A file without a name: nothing of it is seen, and nothing is left.
        if let Err(error) = tempfile::tempfile_in(target) {
            bail!(
                "{} cannot be written to ({error}), so nothing was printed. Let this user write there, or name another folder.",
                target.display()
            );
        }
        if !is_empty && !is_printed(target) && !self.was_broken_off() {
            bail!(
                "{} holds files that Newsprint did not print ({MARKER} is not there), so it is left alone. \
                 Name another folder, or empty this one yourself.",
                target.display()
            );
        }
        Ok(())
    }

    /// Whether a killed build was just exchanging the content of the folder.
    fn was_broken_off(&self) -> bool {
        let entries = fs::read_dir(&self.workshop).into_iter().flatten().flatten();
        self.in_place
            && entries
                .map(|entry| entry.file_name())
                .any(|name| self.is_old(&name))
    }
}

/// Whether something is mounted at the top of a folder: it could not be carried from one folder into another.
fn holds_a_mount(folder: &Path) -> bool {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    entries
        .filter(|entry| entry.file_type().is_ok_and(|kind| !kind.is_symlink()))
        .any(|entry| is_mounted(&entry.path()))
}
