//! Trunk's hook after a build: from the compiled modules to the printed paper.
//!
//! 1. Take wasm-bindgen's files out of Trunk's staging folder: two for the reader, two for its tools.
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

/// The modules: what Trunk calls each, and what the press does.
const MODULES: [(&str, &str); 2] = [("newsprint", "reader"), ("tools", "tools")];

/// A compiled module: JavaScript that loads the Wasm, and the Wasm.
pub(crate) struct Module {
    /// What the press calls it.
    pub(crate) name: &'static str,
    /// wasm-bindgen's glue, an ES module whose default export starts it.
    pub(crate) script: String,
    /// The module itself.
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
    let mut modules = take_modules(shell, &staging)?;
    let mut scripts = Vec::new();
    if env::var("TRUNK_PROFILE").is_ok_and(|profile| profile == "release") {
        let shrinkers = toolbox.get_for_shrinking(project)?;
        modules = step("Shrinking the reader and its tools", || {
            scripts = written_scripts(project)?;
            shrink::scripts(project, &shrinkers, &mut scripts)?;
            let small = |module| shrink::shrink(project, &shrinkers, module);
            modules.into_iter().map(small).collect::<Result<_>>()
        })?;
    }
    let folder = project.work("reader");
    lay_down(shell, &modules, &scripts, &folder)?;
    let printed = project.work("print");
    step("Printing the sample paper", || {
        press(project, &folder, &printed)
    })?;
    copy_folder(&printed, &staging)
}

/// Takes wasm-bindgen's files out of the staging folder, and whatever else Trunk made there.
fn take_modules(shell: &Shell, staging: &Path) -> Result<Vec<Module>> {
    if staging.join("snippets").exists() {
        bail!(
            "a dependency of the reader brings JavaScript files of its own (snippets/ in {}), \
             which the bundle has no place for; use a dependency without them",
            staging.display()
        );
    }
    let modules = MODULES.map(|(bin, name)| take_module(shell, staging, bin, name));
    let modules = modules.into_iter().collect::<Result<Vec<_>>>()?;
    shell.remove_path(staging.join("index.html"))?;
    if let Some(other) = shell.read_dir(staging)?.first() {
        bail!(
            "Trunk has made {}, which the bundle has no place for",
            other.display()
        );
    }
    Ok(modules)
}

fn take_module(shell: &Shell, staging: &Path, bin: &str, name: &'static str) -> Result<Module> {
    let wasm = staging.join(format!("{bin}{WASM_ENDING}"));
    let script = staging.join(format!("{bin}.js"));
    if !wasm.exists() || !script.exists() {
        bail!(
            "{bin}{WASM_ENDING} and {bin}.js are not both in {}; does index.html hold \
             `<link data-trunk rel=\"rust\" data-bin=\"{bin}\">`?",
            staging.display()
        );
    }
    let module = Module {
        name,
        script: shell.read_file(&script)?,
        wasm: shell.read_binary_file(&wasm)?,
    };
    shell.remove_path(wasm)?;
    shell.remove_path(script)?;
    Ok(module)
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

/// Writes the reader's folder anew, with the files of the modules, these scripts and no other.
fn lay_down(
    shell: &Shell,
    modules: &[Module],
    scripts: &[(&str, String)],
    folder: &Path,
) -> Result<()> {
    shell.remove_path(folder)?;
    shell.create_dir(folder)?;
    for module in modules {
        let file = |ending| folder.join(format!("{}.{ending}", module.name));
        shell.write_file(file("js"), &module.script)?;
        shell.write_file(file("wasm"), &module.wasm)?;
    }
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
            ("tools.js", "export default open;"),
            ("tools_bg.wasm", "\0asm"),
        ] {
            shell.write_file(folder.path().join(name), text)?;
        }
        Ok(folder)
    }

    fn fault<T>(result: Result<T>) -> String {
        result
            .err()
            .map_or(String::new(), |error| format!("{error:#}"))
    }

    #[test]
    fn both_modules_are_taken_out_of_staging_and_nothing_of_trunk_stays() -> Result<()> {
        let shell = Shell::new()?;
        let staging = staged(&shell)?;
        let modules = take_modules(&shell, staging.path())?;
        let names: Vec<_> = modules.iter().map(|module| module.name).collect();
        assert_eq!(names, ["reader", "tools"]);
        assert_eq!(modules[1].script, "export default open;");
        assert_eq!(modules[0].wasm, b"\0asm");
        assert!(shell.read_dir(staging.path())?.is_empty());
        Ok(())
    }

    #[test]
    fn a_build_without_a_module_says_what_is_missing() -> Result<()> {
        let shell = Shell::new()?;
        let staging = staged(&shell)?;
        shell.remove_path(staging.path().join("tools_bg.wasm"))?;
        let text = fault(take_modules(&shell, staging.path()));
        assert!(text.contains("tools_bg.wasm") && text.contains("index.html"));
        Ok(())
    }

    #[test]
    fn a_file_that_nobody_knows_is_refused_by_name() -> Result<()> {
        let shell = Shell::new()?;
        let staging = staged(&shell)?;
        shell.write_file(staging.path().join("third_bg.wasm"), "\0asm")?;
        assert!(fault(take_modules(&shell, staging.path())).contains("third_bg.wasm"));
        Ok(())
    }

    #[test]
    fn javascript_of_a_dependency_is_refused_by_name() -> Result<()> {
        let shell = Shell::new()?;
        let staging = staged(&shell)?;
        shell.create_dir(staging.path().join("snippets"))?;
        assert!(fault(take_modules(&shell, staging.path())).contains("snippets/"));
        Ok(())
    }

    #[test]
    fn the_reader_folder_holds_its_modules_and_scripts_alone() -> Result<()> {
        let shell = Shell::new()?;
        let place = shell.create_temp_dir()?;
        let folder = place.path().join("reader");
        shell.write_file(folder.join("stale.js"), "old")?;
        let modules = take_modules(&shell, staged(&shell)?.path())?;
        let scripts = [("offline.js", String::new())];
        lay_down(&shell, &modules, &scripts, &folder)?;
        let mut files = shell.read_dir(&folder)?;
        files.sort();
        let expected = [
            "offline.js",
            "reader.js",
            "reader.wasm",
            "tools.js",
            "tools.wasm",
        ];
        assert_eq!(files, expected.map(|name| folder.join(name)));
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
