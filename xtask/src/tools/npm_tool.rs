//! Tools that npm brings. Those that make the reader small a build can do without; those that judge the pages are for
//! tests.

use std::path::{Path, PathBuf};

use anyhow::Result;
use xshell::cmd;

use super::{in_folder, on_path};
use crate::project::Project;
use crate::step::{step, warn};

/// A program of an npm package.
pub(crate) struct NpmTool {
    package: &'static str,
    /// The version that npm installs.
    package_version: &'static str,
    program: &'static str,
    /// The version that the program gives for itself.
    program_version: &'static str,
    /// What happens where the program cannot be had.
    without: &'static str,
}

/// What happens without a program that makes the reader small.
const LARGER: &str = "the reader stays larger than it has to be";

/// Binaryen's optimiser for Wasm.
pub(crate) const WASM_OPT: NpmTool = NpmTool {
    package: "binaryen",
    package_version: "132.0.0",
    program: "wasm-opt",
    program_version: "132",
    without: LARGER,
};

/// The minifier for wasm-bindgen's JavaScript.
pub(crate) const TERSER: NpmTool = NpmTool {
    package: "terser",
    package_version: "5.51.2",
    program: "terser",
    program_version: "5.51.2",
    without: LARGER,
};

/// The Nu HTML checker, which the W3C's validator runs. It needs Java.
pub(crate) const HTML_CHECKER: NpmTool = NpmTool {
    package: "vnu-jar",
    package_version: "26.9.27",
    program: "vnu",
    program_version: "26.9.27",
    without: "the HTML of the pages cannot be checked",
};

/// What follows every link of printed papers. From 8 on it needs a newer Node.js than long-lived systems have.
pub(crate) const LINK_CHECKER: NpmTool = NpmTool {
    package: "linkinator",
    package_version: "7.6.1",
    program: "linkinator",
    program_version: "7.6.1",
    without: "nobody follows the links of the pages",
};

/// What judges whether everybody can read a page: a script, which runs in it.
pub(crate) const AXE: NpmTool = NpmTool {
    package: "axe-core",
    package_version: "4.14.1",
    program: "axe.min.js",
    program_version: "4.14.1",
    without: "nobody judges whether everybody can read the pages",
};

/// What judges how pages load and read.
pub(crate) const LIGHTHOUSE: NpmTool = NpmTool {
    package: "lighthouse",
    package_version: "12.8.2",
    program: "lighthouse",
    program_version: "12.8.2",
    without: "how the pages load and read cannot be judged",
};

impl NpmTool {
    /// Finds or installs a package that is a script, and gives its file; as [`Self::get`] otherwise.
    pub(crate) fn get_script(&self, project: &Project, tools: &Path) -> Result<Option<PathBuf>> {
        let folder = tools.join(format!("{}-{}", self.package, self.package_version));
        let script = folder
            .join("node_modules")
            .join(self.package)
            .join(self.program);
        if !script.is_file() {
            self.bring(project, &folder)?;
        }
        Ok(script.is_file().then_some(script))
    }

    /// Finds or installs the program; without npm, or when npm fails, warns and gives none.
    pub(crate) fn get(&self, project: &Project, tools: &Path) -> Result<Option<PathBuf>> {
        let folder = tools.join(format!("{}-{}", self.package, self.package_version));
        let programs = folder.join("node_modules").join(".bin");
        if let Some(found) = in_folder(self.program, &programs)
            .or_else(|| on_path(self.program, self.program_version))
        {
            return Ok(Some(found));
        }
        self.bring(project, &folder)?;
        Ok(in_folder(self.program, &programs))
    }

    /// Installs the package, or warns.
    fn bring(&self, project: &Project, folder: &Path) -> Result<()> {
        let Ok(npm) = which::which("npm") else {
            self.warn_of_lack("npm is not installed");
            return Ok(());
        };
        let installed = step(
            format!("Installing {} {}", self.package, self.package_version),
            || self.install(project, &npm, folder),
        );
        if let Err(error) = installed {
            self.warn_of_lack(&format!("{error:#}"));
        }
        Ok(())
    }

    fn warn_of_lack(&self, reason: &str) {
        warn(format!(
            "{reason}, so there is no `{}` and {}; \
             install Node.js with npm, or put {} {} on PATH",
            self.program, self.without, self.program, self.program_version
        ));
    }

    /// Installs beside the final folder and then moves it there, so that it is whole or absent.
    fn install(&self, project: &Project, npm: &Path, folder: &Path) -> Result<()> {
        let shell = &project.shell;
        let package = format!("{}@{}", self.package, self.package_version);
        let partial = folder.with_extension(format!("partial-{}", std::process::id()));
        shell.create_dir(&partial)?;
        let installed = cmd!(
            shell,
            "{npm} install --prefix {partial} --no-audit --no-fund --loglevel=error {package}"
        )
        .quiet()
        .ignore_stdout()
        .run();
        if installed.is_ok() {
            shell.remove_path(folder)?;
            std::fs::rename(&partial, folder)?;
        } else {
            shell.remove_path(&partial)?;
        }
        Ok(installed?)
    }
}
