//! `newsprint serve` for the tests that ask a server.
//!
//! Entry points: [`Server::start`] for the bundle, [`Server::of`] for any folder.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};

use anyhow::{Context, Result};

use crate::project::Project;

/// A folder that is served on a free port until this value ends.
pub(super) struct Server {
    process: Child,
    /// Where the folder stands, with a slash at the end.
    pub(super) url: String,
}

impl Server {
    /// Serves the bundle with the command that it was printed with.
    ///
    /// # Errors
    /// It cannot be started, or does not say where it serves.
    pub(super) fn start(project: &Project) -> Result<Self> {
        Self::of(project, &project.bundle())
    }

    /// Serves a folder of printed papers with the same command.
    ///
    /// # Errors
    /// It cannot be started, or does not say where it serves.
    pub(super) fn of(project: &Project, folder: &Path) -> Result<Self> {
        let mut process = Command::new(project.released_press())
            .arg("serve")
            .arg(folder)
            .args(["--port", "0"])
            .stdout(Stdio::piped())
            .spawn()
            .context("starting `newsprint serve`")?;
        let output = process.stdout.take().context("its output cannot be read")?;
        let mut said = String::new();
        BufReader::new(output).read_line(&mut said)?;
        let url = said
            .split_whitespace()
            .find(|word| word.starts_with("http"));
        let url = url
            .context("`newsprint serve` did not say its URL")?
            .to_owned();
        Ok(Self { process, url })
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // One that has ended already needs no ending.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
