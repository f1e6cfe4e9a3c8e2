//! The right to print into a place.
//!
//! Entry point: [`Lock::take`]. The system gives it back when the process ends, however it ends. The file that is locked
//! notes the folder that is printed into ([`Lock::note`]), so that the next build knows what a killed one left, and takes
//! nothing of anybody's for it.

use std::fs::{self, File, TryLockError};
use std::io::{Read, Seek, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

/// How the file begins that notes a folder.
const HEADING: &str = "Newsprint prints into ";

pub(super) struct Lock {
    file: PathBuf,
    held: File,
    /// Name of the folder that a killed build printed into.
    pub(super) left: Option<String>,
}

impl Lock {
    /// Takes the right.
    ///
    /// # Errors
    /// Another build has it, or the file is somebody else's.
    pub(super) fn take(file: &Path, target: &Path) -> Result<Self> {
        loop {
            let mut held = File::options()
                .create(true)
                .read(true)
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
                let left = left_by_a_killed_build(&mut held, file)?;
                return Ok(Self {
                    file: file.to_owned(),
                    held,
                    left,
                });
            }
        }
    }

    /// Notes the name of the folder that is printed into.
    ///
    /// # Errors
    /// The file cannot be written.
    pub(super) fn note(&mut self, folder: &str) -> Result<()> {
        let mut write = || {
            self.held.set_len(0)?;
            self.held.rewind()?;
            self.held.write_all(format!("{HEADING}{folder}").as_bytes())
        };
        write().with_context(|| format!("{} cannot be written", self.file.display()))
    }
}

fn left_by_a_killed_build(held: &mut File, file: &Path) -> Result<Option<String>> {
    let mut noted = Vec::new();
    held.read_to_end(&mut noted)
        .with_context(|| format!("{} cannot be read", file.display()))?;
    let noted = String::from_utf8_lossy(&noted).into_owned();
    match noted.strip_prefix(HEADING) {
        Some(folder) => Ok(Some(folder.to_owned())),
        // It was killed before it could note one.
        None if noted.is_empty() => Ok(None),
        None => bail!(
            "{} was not written by Newsprint, which keeps its own notes under that name while it prints; move it away",
            file.display()
        ),
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
