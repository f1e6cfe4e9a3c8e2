//! Notices that a file of the paper changed.
//!
//! Entry point: [`changes`]. Editors write a file in several steps, and a checkout writes many files: what happens within
//! [`REST`] is one change.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use anyhow::{Context, Result};
use notify_debouncer_full::notify::{RecommendedWatcher, RecursiveMode};
use notify_debouncer_full::{DebounceEventResult, Debouncer, RecommendedCache, new_debouncer};

use crate::press::location::printed_folder;
use crate::press::{publish, store};

/// How long nothing may happen before a change is over.
const REST: Duration = Duration::from_millis(120);

/// What happens to a paper's files from now on.
pub(super) struct Changes {
    happened: Receiver<()>,
    /// It watches as long as it lives.
    _watcher: Debouncer<RecommendedWatcher, RecommendedCache>,
}

impl Changes {
    /// Waits for a change; `false` when there will be none any more.
    pub(super) fn wait(&self) -> bool {
        let first = self.happened.recv().is_ok();
        // What came in the meantime is answered by the same round.
        while self.happened.try_recv().is_ok() {}
        first
    }
}

/// Whether a file is one that the press keeps for itself, or that a build prints while the paper is watched.
fn is_kept(folder: &Path, path: &Path) -> bool {
    path.iter()
        .any(|step| step == store::FOLDER || publish::is_of_workshop(step))
        || printed_folder(folder, path).is_some()
}

/// Watches a folder with all that is in it.
///
/// # Errors
/// The folder cannot be read, or the system watches no more folders.
pub(super) fn changes(folder: &Path) -> Result<Changes> {
    let (tell, happened) = channel();
    let paper = folder.to_owned();
    let on_change = move |events: DebounceEventResult| {
        // The press reads every file, and reading is not changing; what it keeps of pictures, it writes itself. A fault
        // of the watcher may hide a change.
        let changed = events.map_or(true, |events| {
            events.iter().any(|event| {
                let is_kept = |path: &PathBuf| is_kept(&paper, path);
                !event.kind.is_access() && !event.paths.iter().all(is_kept)
            })
        });
        if changed {
            // Fails when the process is about to end.
            let _ = tell.send(());
        }
    };
    let watching = || format!("{} cannot be watched", folder.display());
    let mut watcher = new_debouncer(REST, None, on_change).with_context(watching)?;
    watcher
        .watch(folder, RecursiveMode::Recursive)
        .with_context(watching)?;
    Ok(Changes {
        happened,
        _watcher: watcher,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    #[test]
    fn what_a_build_prints_inside_of_the_paper_is_no_change_of_it() {
        let paper = tempfile::tempdir().unwrap();
        fs::create_dir_all(paper.path().join("printed/stories")).unwrap();
        fs::write(paper.path().join("printed/.newsprint"), "{}").unwrap();
        fs::create_dir(paper.path().join("stories")).unwrap();
        for path in [
            "printed",
            "printed/stories",
            ".printed.newsprint-12/index.html",
            ".printed.newsprint-12-old/x",
            ".printed.newsprint-lock",
            ".newsprint-cache/x.json",
        ] {
            assert!(is_kept(paper.path(), &paper.path().join(path)), "{path}");
        }
        for path in ["paper.json", "stories", "stories/a.json", "gone.json"] {
            assert!(!is_kept(paper.path(), &paper.path().join(path)), "{path}");
        }
    }
}
