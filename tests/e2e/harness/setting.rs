//! What differs between sessions.

use super::Engine;

/// A browser and a place to serve from; the default is an ordinary one.
#[derive(Clone)]
pub(crate) struct Setting {
    /// The browser.
    pub(crate) engine: Engine,
    /// Folder of the server the paper lies in, with a slash at both ends.
    pub(crate) folder: &'static str,
    /// Whether pages may run scripts.
    pub(crate) scripts: bool,
    /// Whether the browser has service workers. Most tests count what the server is asked for, and a worker asks, too.
    pub(crate) workers: bool,
    /// Whether the browser is started for this test alone, in a window that is not private.
    pub(crate) alone: bool,
}

impl Setting {
    /// Whether the test may read where others have read, in a private window.
    pub(super) fn can_share(&self) -> bool {
        self.engine == Engine::Chromium && self.scripts && !self.alone
    }
}

impl Default for Setting {
    fn default() -> Self {
        Self {
            engine: Engine::Chromium,
            folder: "/",
            scripts: true,
            workers: false,
            alone: false,
        }
    }
}
