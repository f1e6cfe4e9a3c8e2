//! Trunk's hook after a build: from the compiled reader to the printed paper.
//!
//! 1. Take wasm-bindgen's two files out of Trunk's staging folder.
//! 2. For a release, make them small ([`crate::shrink`]).
//! 3. Lay them into a folder of their own, which the press reads.
//! 4. Run the press over the sample paper.
//! 5. Put the printed paper where Trunk's own files were.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use walkdir::WalkDir;
use xshell::{Shell, cmd};

use crate::project::{PACKAGE, Project};
use crate::shrink;
use crate::step::step;
use crate::tools::Toolbox;

/// What wasm-bindgen puts behind the name of the Wasm it writes.
const WASM_ENDING: &str = "_bg.wasm";

/// The compiled reader: JavaScript that loads the Wasm, and the Wasm.
pub(crate) struct Reader {
    /// wasm-bindgen's glue, an ES module whose default export starts the reader.
    pub(crate) script: String,
    /// The reader itself.
    pub(crate) wasm: Vec<u8>,
}

/// Runs the whole hook. Trunk says in `TRUNK_STAGING_DIR` and `TRUNK_PROFILE` what it built.
///
/// # Errors
/// When Trunk did not start this, its output is not a reader, or the paper does not print.
pub(crate) fn run(project: &Project, toolbox: &Toolbox) -> Result<()> {
    let staging = env::var_os("TRUNK_STAGING_DIR")
        .map(PathBuf::from)
        .context(
            "`cargo xtask print` is Trunk's hook; to build and print, use `cargo xtask build`",
        )?;
    let shell = &project.shell;
    let mut reader = take_reader(shell, &staging)?;
    let mut scripts = Vec::new();
    if env::var("TRUNK_PROFILE").is_ok_and(|profile| profile == "release") {
        let shrinkers = toolbox.get_for_shrinking(project)?;
        reader = step("Shrinking the reader", || {
            scripts = written_scripts(project)?;
            shrink::scripts(project, &shrinkers, &mut scripts)?;
            shrink::shrink(project, &shrinkers, reader)
        })?;
    }
    let folder = project.work("reader");
    lay_down(shell, &reader, &scripts, &folder)?;
    let printed = project.work("print");
    step("Printing the sample paper", || {
        press(project, &folder, &printed)
    })?;
    copy_folder(&printed, &staging)
}

/// Takes wasm-bindgen's files out of the staging folder, and whatever else Trunk made there.
fn take_reader(shell: &Shell, staging: &Path) -> Result<Reader> {
    let wasm_file = the_wasm_file(&shell.read_dir(staging)?)
        .with_context(|| format!("looking for the compiled reader in {}", staging.display()))?;
    let script_file = script_beside(&wasm_file)?;
    if staging.join("snippets").exists() {
        bail!(
            "a dependency of the reader brings JavaScript files of its own (snippets/ in {}), \
             which the bundle has no place for; use a dependency without them",
            staging.display()
        );
    }
    let reader = Reader {
        script: shell.read_file(&script_file)?,
        wasm: shell.read_binary_file(&wasm_file)?,
    };
    for file in [wasm_file, script_file, staging.join("index.html")] {
        shell.remove_path(file)?;
    }
    Ok(reader)
}

fn the_wasm_file(files: &[PathBuf]) -> Result<PathBuf> {
    let mut found = files
        .iter()
        .filter(|file| file.to_string_lossy().ends_with(WASM_ENDING));
    match (found.next(), found.next()) {
        (Some(file), None) => Ok(file.clone()),
        (None, _) => bail!(
            "no *{WASM_ENDING} is there; does index.html hold `<link data-trunk rel=\"rust\">`?"
        ),
        (Some(_), Some(_)) => bail!("several *{WASM_ENDING} are there; the paper has one reader"),
    }
}

/// The glue that wasm-bindgen writes beside `NAME_bg.wasm` is `NAME.js`.
fn script_beside(wasm_file: &Path) -> Result<PathBuf> {
    let name = wasm_file
        .file_name()
        .and_then(|name| name.to_str()?.strip_suffix(WASM_ENDING))
        .with_context(|| format!("{} is not a name of wasm-bindgen's", wasm_file.display()))?;
    Ok(wasm_file.with_file_name(format!("{name}.js")))
}

/// The scripts that work beside the reader, as they are written: their names, and their text. A press that finds none
/// in the reader's folder has them itself.
fn written_scripts(project: &Project) -> Result<Vec<(&'static str, String)>> {
    let names = ["take-away.js", "service-worker.js", "offline.js"].into_iter();
    let read = |name| {
        let file = project.root.join("static").join(name);
        Ok((name, project.shell.read_file(file)?))
    };
    names.map(read).collect()
}

/// Writes the reader's folder anew, with its own two files, these scripts and no other.
fn lay_down(
    shell: &Shell,
    reader: &Reader,
    scripts: &[(&str, String)],
    folder: &Path,
) -> Result<()> {
    shell.remove_path(folder)?;
    shell.create_dir(folder)?;
    shell.write_file(folder.join("reader.js"), &reader.script)?;
    shell.write_file(folder.join("reader.wasm"), &reader.wasm)?;
    for (name, script) in scripts {
        shell.write_file(folder.join(name), script)?;
    }
    Ok(())
}

fn press(project: &Project, reader: &Path, printed: &Path) -> Result<()> {
    let (shell, cargo, paper) = (&project.shell, &project.cargo, project.sample_paper());
    // An earlier print would be the edition before, whose changes are told.
    shell.remove_path(printed)?;
    cmd!(
        shell,
        "{cargo} run --quiet --release --package {PACKAGE} --bin newsprint -- build {paper} --out {printed} --reader {reader}"
    )
    .quiet()
    .run()
    .context("printing the sample paper")
}

/// Copies every file below `from`, hidden ones too.
fn copy_folder(from: &Path, to: &Path) -> Result<()> {
    for entry in WalkDir::new(from) {
        let entry = entry?;
        let target = to.join(entry.path().strip_prefix(from)?);
        if entry.file_type().is_dir() {
            fs::create_dir_all(&target)
        } else {
            fs::copy(entry.path(), &target).map(|_| ())
        }
        .with_context(|| format!("copying {} to {}", entry.path().display(), target.display()))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A staging folder as Trunk leaves it.
    fn staged(shell: &Shell) -> Result<xshell::TempDir> {
        let folder = shell.create_temp_dir()?;
        for (name, text) in [
            ("index.html", "<!doctype html>"),
            ("newsprint.js", "export default start;"),
            ("newsprint_bg.wasm", "\0asm"),
        ] {
            shell.write_file(folder.path().join(name), text)?;
        }
        Ok(folder)
    }

    #[test]
    fn the_reader_is_taken_out_of_staging_and_nothing_of_trunk_stays() -> Result<()> {
        let shell = Shell::new()?;
        let staging = staged(&shell)?;
        let reader = take_reader(&shell, staging.path())?;
        assert_eq!(reader.script, "export default start;");
        assert_eq!(reader.wasm, b"\0asm");
        assert!(shell.read_dir(staging.path())?.is_empty());
        Ok(())
    }

    #[test]
    fn a_build_without_a_reader_says_what_is_missing() -> Result<()> {
        let shell = Shell::new()?;
        let staging = shell.create_temp_dir()?;
        let error = take_reader(&shell, staging.path())
            .err()
            .map(|error| format!("{error:#}"));
        assert!(error.is_some_and(|text| text.contains("_bg.wasm") && text.contains("index.html")));
        Ok(())
    }

    #[test]
    fn a_second_reader_is_refused() {
        let files = ["a_bg.wasm", "b_bg.wasm"].map(PathBuf::from);
        assert!(the_wasm_file(&files).is_err());
    }

    #[test]
    fn javascript_of_a_dependency_is_refused_by_name() -> Result<()> {
        let shell = Shell::new()?;
        let staging = staged(&shell)?;
        shell.create_dir(staging.path().join("snippets"))?;
        let error = take_reader(&shell, staging.path())
            .err()
            .map(|error| format!("{error:#}"));
        assert!(error.is_some_and(|text| text.contains("snippets/")));
        Ok(())
    }

    #[test]
    fn the_reader_folder_holds_exactly_two_files() -> Result<()> {
        let shell = Shell::new()?;
        let place = shell.create_temp_dir()?;
        let folder = place.path().join("reader");
        shell.write_file(folder.join("stale.js"), "old")?;
        let reader = Reader {
            script: "new".to_owned(),
            wasm: b"\0asm".to_vec(),
        };
        lay_down(&shell, &reader, &[("offline.js", String::new())], &folder)?;
        let mut files = shell.read_dir(&folder)?;
        files.sort();
        assert_eq!(
            files,
            ["offline.js", "reader.js", "reader.wasm"].map(|name| folder.join(name))
        );
        Ok(())
    }

    #[test]
    fn hidden_files_and_nested_folders_are_copied() -> Result<()> {
        let shell = Shell::new()?;
        let (from, to) = (shell.create_temp_dir()?, shell.create_temp_dir()?);
        shell.write_file(from.path().join(".nojekyll"), "")?;
        shell.write_file(from.path().join("stories/one/index.html"), "<p>One</p>")?;
        copy_folder(from.path(), to.path())?;
        assert!(to.path().join(".nojekyll").exists());
        assert_eq!(
            shell.read_file(to.path().join("stories/one/index.html"))?,
            "<p>One</p>"
        );
        Ok(())
    }
}
