//! Tools that cargo compiles from the crate registry: wasm-bindgen, Trunk and geckodriver.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use xshell::cmd;

use super::{in_folder, on_path, put_on_path};
use crate::project::Project;
use crate::step::step;

/// The Trunk that the project is built with; 0.22 needs a newer compiler.
const TRUNK_VERSION: &str = "0.21.14";

/// The geckodriver that drives Firefox; one that is newer than the Firefox works as well.
const GECKODRIVER_VERSION: &str = "0.37.1";

/// A package with programs that `cargo install` compiles.
pub(crate) struct CargoTool {
    package: &'static str,
    version: String,
    /// All must stand in one folder for the tool to count as there.
    programs: &'static [&'static str],
    arguments: &'static [&'static str],
    /// How much work goes into the programs themselves, from 0 to 3.
    opt_level: &'static str,
}

/// wasm-bindgen, in the version that the project's lock names: the two must agree to the letter.
pub(crate) fn wasm_bindgen(project: &Project) -> Result<CargoTool> {
    Ok(CargoTool {
        package: "wasm-bindgen-cli",
        version: project.locked_version("wasm-bindgen")?,
        programs: &["wasm-bindgen", "wasm-bindgen-test-runner"],
        arguments: &[],
        // It works through megabytes of Wasm for every debug build.
        opt_level: "1",
    })
}

/// Trunk without its look for updates.
pub(crate) fn trunk() -> CargoTool {
    CargoTool {
        package: "trunk",
        version: TRUNK_VERSION.to_owned(),
        programs: &["trunk"],
        // Locked: with the newest releases of its dependencies Trunk no longer compiles.
        arguments: &["--locked", "--no-default-features", "--features", "rustls"],
        // Trunk only starts others: its own speed is worth no minute of compiling.
        opt_level: "0",
    }
}

/// What drives Firefox.
pub(crate) fn geckodriver() -> CargoTool {
    CargoTool {
        package: "geckodriver",
        version: GECKODRIVER_VERSION.to_owned(),
        programs: &["geckodriver"],
        arguments: &["--locked"],
        // It waits for the browser.
        opt_level: "0",
    }
}

impl CargoTool {
    /// Finds or installs the tool and puts it on the shell's `PATH`.
    pub(crate) fn get(&self, project: &Project, tools: &Path) -> Result<()> {
        let folder = tools.join(format!("{}-{}", self.package, self.version));
        let programs = folder.join("bin");
        if let Some(found) = self.found_on_path() {
            return put_on_path(&project.shell, &found);
        }
        if !self.is_in(&programs) {
            step(
                format!(
                    "Installing {} {} (once for this user; takes minutes)",
                    self.package, self.version
                ),
                || self.install(project, tools, &folder),
            )?;
        }
        put_on_path(&project.shell, &programs)
    }

    fn found_on_path(&self) -> Option<PathBuf> {
        let first = on_path(self.programs.first()?, &self.version)?;
        let folder = first.parent()?;
        self.is_in(folder).then(|| folder.to_path_buf())
    }

    fn is_in(&self, folder: &Path) -> bool {
        self.programs
            .iter()
            .all(|program| in_folder(program, folder).is_some())
    }

    fn install(&self, project: &Project, tools: &Path, folder: &Path) -> Result<()> {
        let Self {
            package,
            version,
            opt_level,
            ..
        } = self;
        let arguments = self.arguments;
        let (shell, cargo) = (&project.shell, &project.cargo);
        // A place of its own lets an interrupted build go on where it stopped.
        let building = tools.join("building").join(package);
        shell.create_dir(tools)?;
        // Outside the project its cargo settings do not apply to the tool.
        let _outside = shell.push_dir(tools);
        cmd!(
            shell,
            "{cargo} install {package} --version ={version} {arguments...} --root {folder} --target-dir {building}"
        )
        .env("CARGO_PROFILE_RELEASE_LTO", "off")
        .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
        .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", opt_level)
        .quiet()
        .run()
        .with_context(|| {
            format!(
                "installing {package} {version}; with the tool of this version on PATH nothing is installed"
            )
        })?;
        shell.remove_path(&building)?;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tool_counts_as_there_only_with_all_its_programs() -> Result<()> {
        let shell = xshell::Shell::new()?;
        let folder = shell.create_temp_dir()?;
        let tool = CargoTool {
            package: "pair",
            version: "1.0.0".to_owned(),
            programs: &["cargo", "no-such-program-of-newsprint"],
            arguments: &[],
            opt_level: "0",
        };
        let cargo = which::which("cargo")?;
        shell.copy_file(&cargo, folder.path())?;
        assert!(in_folder("cargo", folder.path()).is_some());
        assert!(!tool.is_in(folder.path()));
        Ok(())
    }
}
