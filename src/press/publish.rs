//! Puts a printed paper in its place: whole, or not at all.
//!
//! Entry point: [`Staging`]. Pages are written beside the place they go to; when all are there, two renames swap them in.
//! A folder that Newsprint did not write is never touched: it has no marker file.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

/// The file that says a folder was printed by Newsprint, and may be replaced.
pub const MARKER: &str = ".newsprint";

/// A folder being printed.
pub struct Staging {
    target: PathBuf,
    folder: PathBuf,
    published: bool,
}

impl Staging {
    /// Makes an empty folder beside the target.
    ///
    /// # Errors
    /// The target is somebody else's, or the folder cannot be made.
    pub fn beside(target: &Path) -> Result<Self> {
        let target = std::path::absolute(target)?;
        refuse_foreign(&target)?;
        let (Some(parent), Some(name)) = (target.parent(), target.file_name()) else {
            bail!(
                "{} cannot be printed into: name a folder inside another",
                target.display()
            );
        };
        fs::create_dir_all(parent)
            .with_context(|| format!("{} cannot be made", parent.display()))?;
        let folder = parent.join(format!(
            ".{}.newsprint-{}",
            name.to_string_lossy(),
            std::process::id()
        ));
        fs::create_dir(&folder).with_context(|| format!("{} cannot be made", folder.display()))?;
        Ok(Self {
            target,
            folder,
            published: false,
        })
    }

    /// The folder to print into.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Swaps the printed folder in.
    ///
    /// # Errors
    /// A rename failed. The paper that stood there before stands there still.
    pub fn publish(mut self) -> Result<()> {
        let marker = self.folder.join(MARKER);
        fs::write(
            &marker,
            "Printed by Newsprint, which may replace this folder.\n",
        )
        .with_context(|| format!("{} cannot be written", marker.display()))?;
        let old = self.folder.with_extension("old");
        let had_one = self.target.exists();
        if had_one {
            fs::rename(&self.target, &old)
                .with_context(|| format!("{} cannot be moved", self.target.display()))?;
        }
        if let Err(error) = fs::rename(&self.folder, &self.target) {
            if had_one {
                fs::rename(&old, &self.target).with_context(|| {
                    format!(
                        "the paper that stood in {} now stands in {}",
                        self.target.display(),
                        old.display()
                    )
                })?;
            }
            return Err(error)
                .with_context(|| format!("{} cannot be put in place", self.target.display()));
        }
        self.published = true;
        if had_one && fs::remove_dir_all(&old).is_err() {
            // The new paper is in place; what is left over is said, and does no harm.
            let _ = writeln!(
                std::io::stderr(),
                "warning: {} is left over and can be deleted",
                old.display()
            );
        }
        Ok(())
    }
}

impl Drop for Staging {
    fn drop(&mut self) {
        if !self.published {
            // Nothing else can be done about a folder that cannot be deleted.
            let _ = fs::remove_dir_all(&self.folder);
        }
    }
}

fn refuse_foreign(target: &Path) -> Result<()> {
    if !target.exists() {
        return Ok(());
    }
    if !target.is_dir() {
        bail!(
            "{} is a file; name a folder to print into",
            target.display()
        );
    }
    let empty = fs::read_dir(target)
        .with_context(|| format!("{} cannot be read", target.display()))?
        .next()
        .is_none();
    if !empty && !target.join(MARKER).is_file() {
        bail!(
            "{} holds files that Newsprint did not print ({MARKER} is not there), so it is left alone. \
             Name another folder, or empty this one yourself.",
            target.display()
        );
    }
    Ok(())
}
