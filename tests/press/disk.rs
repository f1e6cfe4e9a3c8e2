//! Disks of memory, mounted for as long as a test needs them.
//!
//! Entry point: [`Disk`]. Only root may mount one: without, the test is skipped and says so.
#![cfg(target_os = "linux")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Something that is mounted at a place, for as long as this lives.
pub(crate) struct Disk(pub(crate) PathBuf);

impl Disk {
    /// A disk of a few pages of memory.
    pub(crate) fn mount(place: PathBuf) -> Option<Self> {
        Self::at(place, &["-t", "tmpfs", "-o", "size=4m", "tmpfs"])
    }

    /// A folder, seen at a second place.
    pub(crate) fn bind(folder: &Path, place: PathBuf) -> Option<Self> {
        Self::at(place, &["--bind", folder.to_str().unwrap()])
    }

    fn at(place: PathBuf, how: &[&str]) -> Option<Self> {
        fs::create_dir_all(&place).unwrap();
        if mount(how, &place) {
            return Some(Self(place));
        }
        eprintln!("skipped: this user may not mount a disk");
        None
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg(&self.0).status();
    }
}

pub(crate) fn mount(how: &[&str], place: &Path) -> bool {
    let mounted = Command::new("mount").args(how).arg(place).output();
    mounted.is_ok_and(|output| output.status.success())
}
