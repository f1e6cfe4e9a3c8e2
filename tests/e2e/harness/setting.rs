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
}

impl Default for Setting {
    fn default() -> Self {
        Self {
            engine: Engine::Chromium,
            folder: "/",
            scripts: true,
            workers: false,
        }
    }
}
