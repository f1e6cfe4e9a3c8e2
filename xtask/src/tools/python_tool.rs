//! Packages of Python that judge what was printed, each in a virtual environment of its own.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use xshell::cmd;

use super::in_folder;
use crate::project::Project;
use crate::step::step;

/// A package of Python.
pub(crate) struct PythonTool {
    package: &'static str,
    version: &'static str,
}

/// The parser that feed readers in Python are built on.
pub(crate) const FEEDPARSER: PythonTool = PythonTool {
    package: "feedparser",
    version: "6.0.12",
};

impl PythonTool {
    /// The Python that has the package.
    ///
    /// # Errors
    /// There is no Python, or the package cannot be installed.
    pub(crate) fn get(&self, project: &Project, tools: &Path) -> Result<PathBuf> {
        let folder = tools.join(format!("{}-{}", self.package, self.version));
        // An environment cannot be moved, so a mark says that it is whole.
        let mark = folder.join("whole");
        if !mark.exists() {
            let python = which::which("python3")
                .or_else(|_| which::which("python"))
                .with_context(|| {
                    format!(
                        "{} needs Python: install it with its venv module (Debian: `apt install python3-venv`)",
                        self.package
                    )
                })?;
            step(
                format!("Installing {} {}", self.package, self.version),
                || self.install(project, &python, &folder),
            )?;
            project.shell.write_file(&mark, "")?;
        }
        python_in(&folder).with_context(|| {
            format!(
                "{} has lost its Python; remove that folder",
                folder.display()
            )
        })
    }

    fn install(&self, project: &Project, python: &Path, folder: &Path) -> Result<()> {
        let shell = &project.shell;
        shell.remove_path(folder)?;
        cmd!(shell, "{python} -m venv {folder}").quiet().run()?;
        let own = python_in(folder).context("the virtual environment has no Python")?;
        let package = format!("{}=={}", self.package, self.version);
        cmd!(
            shell,
            "{own} -m pip install --quiet --disable-pip-version-check {package}"
        )
        .quiet()
        .run()?;
        Ok(())
    }
}

fn python_in(folder: &Path) -> Option<PathBuf> {
    let programs = if cfg!(windows) { "Scripts" } else { "bin" };
    in_folder("python", &folder.join(programs))
}
