//! The standard library for `wasm32-unknown-unknown`, which the reader is compiled against.
//!
//! 1. It may be there already.
//! 2. rustup adds it wherever the Rust release servers can be reached.
//! 3. Else it is built from Debian's sources of this very compiler ([`rust_sources`]).

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use xshell::cmd;

use super::rust_sources;
use crate::project::{Project, WASM_TARGET};
use crate::step::{step, warn};

/// Sees to it that the compiler can compile for Wasm.
///
/// # Errors
/// When no way leads to the library; the error says what to install.
pub(crate) fn get(project: &Project, tools: &Path) -> Result<()> {
    let libraries = library_folder(project)?;
    if holds_std(&libraries) {
        return Ok(());
    }
    if let Ok(rustup) = which::which("rustup") {
        let shell = &project.shell;
        let added = step(format!("Adding {WASM_TARGET} with rustup"), || {
            Ok(cmd!(shell, "{rustup} target add {WASM_TARGET}")
                .quiet()
                .run()?)
        });
        match added {
            Ok(()) if holds_std(&libraries) => return Ok(()),
            Ok(()) => warn("rustup added the target to another toolchain than the one in use"),
            Err(error) => warn(format!("{error:#}; trying the sources instead")),
        }
    }
    step(
        format!("Building the standard library for {WASM_TARGET} from Debian's sources"),
        || rust_sources::build_std(project, tools, &libraries),
    )
    .with_context(|| {
        format!(
            "the Rust standard library for {WASM_TARGET} is missing; \
             install it with `rustup target add {WASM_TARGET}`"
        )
    })?;
    if !holds_std(&libraries) {
        bail!(
            "the standard library was built, but {} holds none",
            libraries.display()
        );
    }
    Ok(())
}

fn library_folder(project: &Project) -> Result<PathBuf> {
    let shell = &project.shell;
    let folder = cmd!(shell, "rustc --print target-libdir --target {WASM_TARGET}")
        .quiet()
        .read()
        .context("asking rustc where its libraries are")?;
    Ok(PathBuf::from(folder))
}

fn holds_std(folder: &Path) -> bool {
    folder.read_dir().is_ok_and(|entries| {
        entries
            .flatten()
            .any(|entry| is_std(&entry.file_name().to_string_lossy()))
    })
}

fn is_std(file: &str) -> bool {
    file.starts_with("libstd-") && file.ends_with(".rlib")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_standard_library_itself_counts_as_the_standard_library() {
        assert!(is_std("libstd-0123456789abcdef.rlib"));
        assert!(!is_std("libstd_detect-0123456789abcdef.rlib"));
        assert!(!is_std("libcore-0123456789abcdef.rlib"));
        assert!(!is_std("libstd-0123456789abcdef.rmeta"));
    }

    #[test]
    fn a_folder_that_does_not_exist_holds_no_library() {
        assert!(!holds_std(Path::new("/no/such/folder")));
    }
}
