//! Notices that a file of the paper changed.
//!
//! Entry point: [`changes`]. Editors write a file in several steps, and a checkout writes many files: what happens within
//! [`REST`] is one change.

use std::path::Path;
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use anyhow::{Context, Result};
use notify_debouncer_full::notify::{RecommendedWatcher, RecursiveMode};
use notify_debouncer_full::{DebounceEventResult, Debouncer, RecommendedCache, new_debouncer};

use crate::press::store;

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

/// Whether a file is one that the press keeps for itself.
fn is_kept(path: &Path) -> bool {
    path.iter().any(|step| step == store::FOLDER)
}

/// Watches a folder with all that is in it.
///
/// # Errors
/// The folder cannot be read, or the system watches no more folders.
pub(super) fn changes(folder: &Path) -> Result<Changes> {
    let (tell, happened) = channel();
    let on_change = move |events: DebounceEventResult| {
        // The press reads every file, and reading is not changing; what it keeps of pictures, it writes itself. A fault
        // of the watcher may hide a change.
        let changed = events.map_or(true, |events| {
            events.iter().any(|event| {
                !event.kind.is_access() && !event.paths.iter().all(|path| is_kept(path))
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
