//! Writes the files of a printed paper, from memory, on all cores: what the disk alone takes.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use anyhow::{Context, Result};
use rayon::prelude::*;
use walkdir::WalkDir;

/// What writing took.
pub(super) struct Writing {
    pub(super) time: Duration,
    pub(super) files: usize,
    pub(super) bytes: usize,
}

/// The files of one folder, by name.
type Folder = Vec<(PathBuf, Vec<u8>)>;

/// Reads the files below `from`, then writes them below `to`; only the writing is timed.
///
/// # Errors
/// When a file cannot be read or written.
pub(super) fn write(from: &Path, to: &Path) -> Result<Writing> {
    let folders = read(from)?;
    let start = Instant::now();
    folders
        .par_iter()
        .try_for_each(|(folder, files)| write_folder(&to.join(folder), files))?;
    let time = start.elapsed();
    let contents = || folders.values().flatten();
    Ok(Writing {
        time,
        files: contents().count(),
        bytes: contents().map(|(_, content)| content.len()).sum(),
    })
}

fn read(from: &Path) -> Result<BTreeMap<PathBuf, Folder>> {
    let mut folders: BTreeMap<PathBuf, Folder> = BTreeMap::new();
    for entry in WalkDir::new(from) {
        let entry = entry?;
        if entry.file_type().is_dir() {
            continue;
        }
        let path = entry.path().strip_prefix(from)?;
        let (folder, name) = (path.parent(), path.file_name());
        let (folder, name) = folder.zip(name).context("a file has no name")?;
        let content = fs::read(entry.path())
            .with_context(|| format!("reading {}", entry.path().display()))?;
        let files = folders.entry(folder.to_owned()).or_default();
        files.push((name.into(), content));
    }
    Ok(folders)
}

fn write_folder(folder: &Path, files: &Folder) -> Result<()> {
    fs::create_dir_all(folder).with_context(|| format!("making {}", folder.display()))?;
    for (name, content) in files {
        let file = folder.join(name);
        fs::write(&file, content).with_context(|| format!("writing {}", file.display()))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use xshell::Shell;

    #[test]
    fn the_control_writes_the_same_files_with_the_same_bytes() -> Result<()> {
        let shell = Shell::new()?;
        let folder = shell.create_temp_dir()?;
        let (from, to) = (folder.path().join("from"), folder.path().join("to"));
        shell.write_file(from.join("index.html"), "front")?;
        shell.write_file(from.join("stories/ferry/index.html"), "ferry")?;
        let writing = write(&from, &to)?;
        assert_eq!((writing.files, writing.bytes), (2, 10));
        assert_eq!(
            shell.read_file(to.join("stories/ferry/index.html"))?,
            "ferry"
        );
        Ok(())
    }
}
