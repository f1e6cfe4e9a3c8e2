//! Puts a printed paper in its place: whole, or not at all.
//!
//! Entry point: [`Staging`]. Pages are written beside the place they go to; when all are there, two renames swap them in.
//! A folder that Newsprint did not write is never touched: it has no marker file.
//!
//! One build at a time prints into a place: a lock file beside it says so. Whoever holds it clears away what a killed
//! build left, and puts the old paper back if the build was killed between the two renames.

use std::ffi::OsStr;
use std::fs::{self, File, TryLockError};
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
    /// Dropped last, when nothing is left to do.
    _lock: Lock,
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
        let name = name.to_string_lossy();
        let lock = Lock::take(&parent.join(format!(".{name}.newsprint-lock")), &target)?;
        recover(parent, &name, &target)?;
        let folder = parent.join(format!(".{name}.newsprint-{}", std::process::id()));
        fs::create_dir(&folder).with_context(|| format!("{} cannot be made", folder.display()))?;
        Ok(Self {
            target,
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
    /// A rename failed. The paper that stood there before stands there still.
    pub fn publish(mut self) -> Result<()> {
        let old = with_ending(&self.folder, OLD);
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

/// What the name of a folder ends with that held the paper before.
const OLD: &str = "-old";

fn with_ending(folder: &Path, ending: &str) -> PathBuf {
    let mut name = folder.as_os_str().to_owned();
    name.push(ending);
    name.into()
}

/// Clears away what a killed build left beside the target. Called with the lock held, so nobody is at work there.
fn recover(parent: &Path, name: &str, target: &Path) -> Result<()> {
    let start = format!(".{name}.newsprint-");
    let is_ours = |name: &OsStr| {
        let rest = name.to_str().and_then(|name| name.strip_prefix(&start));
        let number = rest.map(|rest| rest.strip_suffix(OLD).unwrap_or(rest));
        number.is_some_and(|number| number.parse::<u32>().is_ok())
    };
    let entries =
        fs::read_dir(parent).with_context(|| format!("{} cannot be read", parent.display()))?;
    for entry in entries {
        let entry = entry.with_context(|| format!("{} cannot be read", parent.display()))?;
        if !is_ours(&entry.file_name()) || !entry.file_type().is_ok_and(|kind| kind.is_dir()) {
            continue;
        }
        let left = entry.path();
        let is_old = left.to_string_lossy().ends_with(OLD);
        if is_old && !target.exists() {
            fs::rename(&left, target).with_context(|| {
                format!(
                    "{} cannot be put back from {}",
                    target.display(),
                    left.display()
                )
            })?;
        } else {
            fs::remove_dir_all(&left).with_context(|| {
                format!(
                    "{}, left by a killed build, cannot be deleted",
                    left.display()
                )
            })?;
        }
    }
    Ok(())
}

/// The right to print into a place. The system gives it back when the process ends, however it ends.
struct Lock {
    file: PathBuf,
    _held: File,
}

impl Lock {
    fn take(file: &Path, target: &Path) -> Result<Self> {
        loop {
            let held = File::options()
                .create(true)
                .truncate(false)
                .write(true)
                .open(file)
                .with_context(|| format!("{} cannot be made", file.display()))?;
            match held.try_lock() {
                Ok(()) => {}
                Err(TryLockError::WouldBlock) => bail!(
                    "another build is printing into {} at this moment; let it end, then build again",
                    target.display()
                ),
                Err(TryLockError::Error(error)) => {
                    return Err(error)
                        .with_context(|| format!("{} cannot be locked", file.display()));
                }
            }
            // The build before may have deleted the file between our opening and locking it.
            if is_the_same(&held, file) {
                return Ok(Self {
                    file: file.to_owned(),
                    _held: held,
                });
            }
        }
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        // A lock file that stays does no harm: what counts is the lock.
        let _ = fs::remove_file(&self.file);
    }
}

#[cfg(unix)]
fn is_the_same(held: &File, file: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let (Ok(held), Ok(there)) = (held.metadata(), fs::metadata(file)) else {
        return false;
    };
    (held.dev(), held.ino()) == (there.dev(), there.ino())
}

/// Where an open file cannot be deleted.
#[cfg(not(unix))]
fn is_the_same(_: &File, file: &Path) -> bool {
    file.exists()
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
