//! The tools that are not crates of the project: found on this machine, or installed for this user.
//!
//! A tool of the right version on `PATH` is used as it is. What is missing goes
//! into a folder of the user's cache, one for each tool and version, so that it
//! outlives `target/` and never takes the place of the user's own.
//!
//! - [`wasm_std`]: the standard library for Wasm
//! - [`cargo_tool`]: wasm-bindgen, Trunk and geckodriver, compiled by cargo
//! - [`npm_tool`]: wasm-opt and terser, which make the reader small, and what judges the pages
//! - [`python`]: what reads the printed paper as other programs do
//! - [`browser`]: Chromium and its driver
//! - [`engines`]: Firefox and WebKit, and what drives them
//! - [`servers`]: the web servers that papers stand on
//! - [`apt`]: what Debian's packages bring
//! - [`components`]: rustfmt and clippy

mod apt;
pub(crate) mod browser;
mod cargo_tool;
mod components;
mod engines;
mod npm_tool;
mod python;
mod rust_sources;
pub(crate) mod servers;
mod wasm_std;

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};
use etcetera::BaseStrategy;
use xshell::Shell;

use crate::project::Project;
use browser::Browser;
use engines::Engines;

/// The user's cache of tools, and what each command needs of it.
pub(crate) struct Toolbox {
    folder: PathBuf,
}

impl Toolbox {
    /// Finds the cache folder: `$XDG_CACHE_HOME`, `~/.cache`, or what the system has in its place.
    pub(crate) fn open() -> Result<Self> {
        let strategy = etcetera::choose_base_strategy()
            .context("this user has no home folder to keep tools in; set HOME")?;
        let folder = strategy.cache_dir().join("newsprint").join("tools");
        Ok(Self { folder })
    }

    /// Everything that any command needs.
    pub(crate) fn get_everything(&self, project: &Project) -> Result<()> {
        self.get_for_lint(project)?;
        browser::get(project)?;
        self.get_engines(project);
        servers::get(project);
        self.get_html_checker(project)?;
        self.get_link_checker(project)?;
        self.get_lighthouse(project)?;
        self.get_axe(project)?;
        self.get_python(project)?;
        self.get_for_bundle(project)?;
        eprintln!(
            "Every tool is there; those that were installed are in {}",
            self.folder.display()
        );
        Ok(())
    }

    /// What checking needs: the standard library for Wasm, rustfmt and clippy.
    pub(crate) fn get_for_lint(&self, project: &Project) -> Result<()> {
        wasm_std::get(project, &self.folder)?;
        components::get(project)
    }

    /// What building needs: the standard library for Wasm, wasm-bindgen, Trunk,
    /// and the programs that make the reader small.
    pub(crate) fn get_for_bundle(&self, project: &Project) -> Result<()> {
        wasm_std::get(project, &self.folder)?;
        cargo_tool::wasm_bindgen(project)?.get(project, &self.folder)?;
        self.get_for_shrinking(project)?;
        cargo_tool::trunk().get(project, &self.folder)
    }

    /// The programs that make the reader small; without npm there are none.
    pub(crate) fn get_for_shrinking(&self, project: &Project) -> Result<Shrinkers> {
        Ok(Shrinkers {
            wasm_opt: npm_tool::WASM_OPT.get(project, &self.folder)?,
            terser: npm_tool::TERSER.get(project, &self.folder)?,
        })
    }

    /// The checker of HTML; without npm there is none.
    pub(crate) fn get_html_checker(&self, project: &Project) -> Result<Option<PathBuf>> {
        npm_tool::HTML_CHECKER.get(project, &self.folder)
    }

    /// What follows links; without npm there is none.
    pub(crate) fn get_link_checker(&self, project: &Project) -> Result<Option<PathBuf>> {
        npm_tool::LINK_CHECKER.get(project, &self.folder)
    }

    /// What judges how pages load and read; without npm there is none.
    pub(crate) fn get_lighthouse(&self, project: &Project) -> Result<Option<PathBuf>> {
        npm_tool::LIGHTHOUSE.get(project, &self.folder)
    }

    /// The script that judges whether everybody can read a page; without npm there is none.
    pub(crate) fn get_axe(&self, project: &Project) -> Result<Option<PathBuf>> {
        npm_tool::AXE.get_script(project, &self.folder)
    }

    /// The folder of Python's programs, with the packages that read printed papers.
    pub(crate) fn get_python(&self, project: &Project) -> Result<PathBuf> {
        python::get(project, &self.folder)
    }

    /// What the tests in the browser need beside [`Self::get_for_bundle`].
    pub(crate) fn get_for_browser(&self, project: &Project) -> Result<Browser> {
        browser::get(project)
    }

    /// The browsers that are not Chromium, as far as they can be had.
    pub(crate) fn get_engines(&self, project: &Project) -> Engines {
        engines::get(project, &self.folder)
    }
}

/// The programs that make the reader small, where this machine has or can get them.
pub(crate) struct Shrinkers {
    /// Binaryen's optimiser.
    pub(crate) wasm_opt: Option<PathBuf>,
    /// The JavaScript minifier.
    pub(crate) terser: Option<PathBuf>,
}

/// Finds a program of exactly this version on `PATH`.
fn on_path(program: &str, version: &str) -> Option<PathBuf> {
    which::which_all(program)
        .ok()?
        .find(|path| has_version(path, version))
}

/// Finds a program in one folder, whatever ending the system gives to programs.
fn in_folder(program: &str, folder: &Path) -> Option<PathBuf> {
    which::which_in(program, Some(folder), folder).ok()
}

fn has_version(program: &Path, version: &str) -> bool {
    Command::new(program)
        .arg("--version")
        .output()
        .is_ok_and(|output| names_version(&String::from_utf8_lossy(&output.stdout), version))
}

/// Whether the answer to `--version` holds this version as a word of its own.
fn names_version(answer: &str, version: &str) -> bool {
    answer.split_whitespace().any(|word| word == version)
}

/// Puts a tool's folder in front of the `PATH` of every command that the shell runs.
fn put_on_path(shell: &Shell, folder: &Path) -> Result<()> {
    let path = shell.var_os("PATH").unwrap_or_default();
    if env::split_paths(&path).next().as_deref() == Some(folder) {
        return Ok(());
    }
    let folders = [folder.to_path_buf()]
        .into_iter()
        .chain(env::split_paths(&path));
    shell.set_var("PATH", env::join_paths(folders)?);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tool_is_taken_only_when_its_version_is_the_wanted_one_to_the_letter() {
        assert!(names_version("wasm-bindgen 0.2.130\n", "0.2.130"));
        assert!(names_version("wasm-opt version 132 (version_132)", "132"));
        assert!(!names_version("trunk 0.21.1", "0.21.14"));
        assert!(!names_version("trunk 0.21.14", "0.21.1"));
        assert!(!names_version("", "1.0.0"));
    }

    #[test]
    fn a_folder_is_put_in_front_of_the_path_and_only_once() -> Result<()> {
        let shell = Shell::new()?;
        shell.set_var("PATH", "/usr/bin");
        put_on_path(&shell, Path::new("/tools/bin"))?;
        put_on_path(&shell, Path::new("/tools/bin"))?;
        let folders: Vec<_> = env::split_paths(&shell.var_os("PATH").unwrap_or_default()).collect();
        assert_eq!(folders, [Path::new("/tools/bin"), Path::new("/usr/bin")]);
        Ok(())
    }
}
