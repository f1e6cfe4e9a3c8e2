//! The right to print into a place.
//!
//! Entry point: [`Lock::take`]. The system gives it back when the process ends, however it ends.

use std::fs::{self, File, TryLockError};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

pub(super) struct Lock {
    file: PathBuf,
    _held: File,
}

impl Lock {
    pub(super) fn take(file: &Path, target: &Path) -> Result<Self> {
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
