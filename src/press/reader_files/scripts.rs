//! The scripts that work beside the reader.
//!
//! Entry points: [`Scripts::beside`] for a built reader, whose folder holds them small, and [`Scripts::written`] as they
//! are written, without comments.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use crate::press::offline::tight;

/// The scripts, by what they do.
#[derive(Clone, Debug)]
pub(super) struct Scripts {
    /// Makes files of stories.
    pub(super) take_away: String,
    /// The service worker.
    pub(super) worker: String,
    /// Speaks with the service worker for the reader.
    pub(super) offline: String,
}

/// Names of the scripts in `static/` and in the reader's folder.
const TAKE_AWAY: &str = "take-away.js";
const WORKER: &str = "service-worker.js";
const OFFLINE: &str = "offline.js";

impl Scripts {
    /// The scripts as they are written.
    pub(super) fn written() -> Self {
        Self {
            take_away: tight(include_str!("../../../static/take-away.js")),
            worker: tight(include_str!("../../../static/service-worker.js")),
            offline: tight(include_str!("../../../static/offline.js")),
        }
    }

    /// The scripts in a reader's folder; one that is not there is as it is written.
    ///
    /// # Errors
    /// A script is there and cannot be read.
    pub(super) fn beside(folder: &Path) -> Result<Self> {
        let mut scripts = Self::written();
        for (name, script) in [
            (TAKE_AWAY, &mut scripts.take_away),
            (WORKER, &mut scripts.worker),
            (OFFLINE, &mut scripts.offline),
        ] {
            let file = folder.join(name);
            if file.is_file() {
                *script = fs::read_to_string(&file)
                    .with_context(|| format!("{} cannot be read", file.display()))?;
            }
        }
        Ok(scripts)
    }

    /// Those inside the executable that `cargo xtask dist` makes.
    #[cfg(feature = "embedded-reader")]
    pub(super) fn carried() -> Self {
        Self {
            take_away: include_str!(concat!(env!("NEWSPRINT_READER"), "/take-away.js")).to_owned(),
            worker: include_str!(concat!(env!("NEWSPRINT_READER"), "/service-worker.js"))
                .to_owned(),
            offline: include_str!(concat!(env!("NEWSPRINT_READER"), "/offline.js")).to_owned(),
        }
    }
}
