//! What Python brings: the programs that read printed papers as the rest of the world does.
//!
//! Entry point: [`get`], which makes a virtual environment with exactly these packages.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use xshell::cmd;

use crate::project::Project;
use crate::step::step;

/// The packages: reading feeds, reading JSON-LD and Open Graph.
const PACKAGES: [&str; 2] = ["feedparser==6.0.14", "extruct==0.18.0"];

/// Finds or makes the virtual environment; its folder of programs.
///
/// # Errors
/// There is no Python, or the packages cannot be installed.
pub(crate) fn get(project: &Project, tools: &Path) -> Result<PathBuf> {
    let folder = tools.join(format!("python-{}", PACKAGES.join("-").replace("==", "-")));
    let programs = folder.join(if cfg!(windows) { "Scripts" } else { "bin" });
    // Written last, so that an installation that was broken off is made anew.
    let whole = folder.join("installed");
    if whole.is_file() {
        return Ok(programs);
    }
    let python = which::which("python3").or_else(|_| which::which("python"));
    let python = python.context(
        "there is no Python to read feeds and pages with; install Python 3 with its venv module (Debian: `apt install python3-venv`)",
    )?;
    let shell = &project.shell;
    step("Installing feedparser and extruct", || {
        shell.remove_path(&folder)?;
        cmd!(shell, "{python} -m venv {folder}").quiet().run()?;
        let inside = programs.join("python");
        cmd!(
            shell,
            "{inside} -m pip install --quiet --disable-pip-version-check {PACKAGES...}"
        )
        .quiet()
        .run()?;
        Ok(shell.write_file(&whole, PACKAGES.join("\n"))?)
    })?;
    Ok(programs)
}
