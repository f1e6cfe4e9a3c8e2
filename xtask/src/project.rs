//! Where things are in this project, and the shell that runs commands in it.

use std::env;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use xshell::Shell;

/// The package whose reader and press are built here.
pub(crate) const PACKAGE: &str = "newsprint";

/// The package of the Yew app that draws stories of a paper (docs/embedding.md).
pub(crate) const EXAMPLE: &str = "embedded-story";

/// The target that the reader is compiled for.
pub(crate) const WASM_TARGET: &str = "wasm32-unknown-unknown";

/// The moment at which the press prints, in seconds since 1970.
const MOMENT: &str = "SOURCE_DATE_EPOCH";

/// The project's folder and the shell that stands in it.
pub(crate) struct Project {
    /// The folder of the workspace's `Cargo.toml`.
    pub(crate) root: PathBuf,
    /// Runs commands from `root`.
    pub(crate) shell: Shell,
    /// The cargo that runs this task, so that every build has the same compiler.
    pub(crate) cargo: PathBuf,
}

impl Project {
    /// Finds the project from the place where this task was compiled.
    pub(crate) fn open() -> Result<Self> {
        let here = env::var_os("CARGO_MANIFEST_DIR")
            .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
        let root = here
            .parent()
            .context("the xtask package has no folder above it")?
            .to_path_buf();
        let shell = Shell::new()?;
        shell.change_dir(&root);
        // Unless somebody says otherwise, papers are printed at the beginning of 2027: after the date of every story of the
        // sample and of the test papers, whatever the day that this runs on.
        if env::var_os(MOMENT).is_none() {
            shell.set_var(MOMENT, "1798761600");
        }
        let cargo = env::var_os("CARGO").map_or_else(|| PathBuf::from("cargo"), PathBuf::from);
        Ok(Self { root, shell, cargo })
    }

    /// The finished bundle.
    pub(crate) fn bundle(&self) -> PathBuf {
        self.root.join("dist")
    }

    /// The `newsprint` command as `cargo build --release` leaves it.
    pub(crate) fn released_press(&self) -> PathBuf {
        let target = env::var_os("CARGO_TARGET_DIR").unwrap_or_else(|| "target".into());
        let name = format!("{PACKAGE}{}", env::consts::EXE_SUFFIX);
        self.root.join(target).join("release").join(name)
    }

    /// What is made on the way. It has a folder of its own below `target/`,
    /// where cargo gives each profile a folder of the profile's name (`reader` is one).
    pub(crate) fn work(&self, name: &str) -> PathBuf {
        self.root.join("target").join("newsprint").join(name)
    }

    /// The `newsprint` command with the reader inside, as `cargo xtask dist` leaves it.
    pub(crate) fn executable(&self) -> PathBuf {
        self.work("executable")
            .join(format!("{PACKAGE}{}", env::consts::EXE_SUFFIX))
    }

    /// The paper that the bundle shows.
    pub(crate) fn sample_paper(&self) -> &'static Path {
        Path::new("static/paper")
    }

    /// The locked version of a package, for tools that must match it to the letter.
    ///
    /// # Errors
    /// When `Cargo.lock` is missing, is not TOML, or does not hold the package.
    pub(crate) fn locked_version(&self, package: &str) -> Result<String> {
        let path = self.root.join("Cargo.lock");
        let text = self.shell.read_file(&path)?;
        version_in_lock(&text, package)
            .with_context(|| format!("looking up `{package}` in {}", path.display()))
    }
}

/// Reads the version of `package` from the text of a `Cargo.lock`.
fn version_in_lock(lock: &str, package: &str) -> Result<String> {
    let lock: toml::Table = lock.parse()?;
    lock.get("package")
        .and_then(toml::Value::as_array)
        .into_iter()
        .flatten()
        .find(|entry| entry.get("name").and_then(toml::Value::as_str) == Some(package))
        .and_then(|entry| entry.get("version")?.as_str().map(str::to_owned))
        .with_context(|| {
            format!("no package `{package}` is locked; run `cargo update --workspace`")
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOCK: &str = r#"
version = 4

[[package]]
name = "wasm-bindgen-macro"
version = "0.1.0"

[[package]]
name = "wasm-bindgen"
version = "0.2.130"
dependencies = ["cfg-if"]
"#;

    #[test]
    fn the_locked_version_is_that_of_the_package_of_exactly_this_name() {
        assert_eq!(
            version_in_lock(LOCK, "wasm-bindgen").ok().as_deref(),
            Some("0.2.130")
        );
    }

    #[test]
    fn a_package_that_is_not_locked_is_named_in_the_error() {
        let error = version_in_lock(LOCK, "yew").map_err(|error| error.to_string());
        assert!(matches!(error, Err(text) if text.contains("`yew`")));
    }

    #[test]
    fn a_lock_that_is_not_toml_is_an_error() {
        assert!(version_in_lock("[[package", "yew").is_err());
    }
}
