//! Makes the compiled modules small: wasm-opt for the Wasm, terser for its glue. Nothing else changes either of them.
//!
//! What came out last time is kept with a stamp of what went in, so that an
//! unchanged module is not shrunk twice.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use xshell::{Cmd, cmd};

use crate::print::Module;
use crate::project::Project;
use crate::tools::Shrinkers;

/// What today's compiler puts into Wasm, and every browser the paper is read in knows.
const WASM_FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-sign-ext",
    "--enable-nontrapping-float-to-int",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
];

/// Size first; then drop what only a debugger reads.
/// What is called once is put where it is called only when it is short: long functions compress worse. Tried one by one.
const WASM_PASSES: [&str; 10] = [
    "--one-caller-inline-max-function-size=30",
    "--always-inline-max-function-size=4",
    "-Oz",
    "--flatten",
    "--rereloop",
    "-Oz",
    "-Oz",
    "--strip-debug",
    "--strip-producers",
    "--strip-target-features",
];

/// The glue is an ES module. The name of its default export stays, for whoever adds a line to it.
const TERSER_OPTIONS: [&str; 7] = [
    "--module",
    "--ecma",
    "2020",
    "--compress",
    "passes=3,unsafe_arrows=true",
    "--mangle",
    "reserved=[__wbg_init]",
];

/// Shrinks each part with the program that is there for it; without one the part stays as it is.
///
/// # Errors
/// When a program is there and fails.
pub(crate) fn shrink(project: &Project, shrinkers: &Shrinkers, module: Module) -> Result<Module> {
    let [wasm_name, script_name] = ["wasm", "js"].map(|ending| format!("{}.{ending}", module.name));
    let wasm = match &shrinkers.wasm_opt {
        Some(program) => through(project, &wasm_name, &module.wasm, |from, to| {
            cmd!(project.shell, "{program} {from} -o {to}")
                .args(WASM_PASSES)
                .args(WASM_FEATURES)
        })?,
        None => module.wasm,
    };
    let mut glue = [(script_name.as_str(), module.script)];
    scripts(project, shrinkers, &mut glue)?;
    let [(_, script)] = glue;
    Ok(Module {
        name: module.name,
        script,
        wasm,
    })
}

/// Shrinks the scripts that work beside the reader, each known by its name.
///
/// # Errors
/// When the program is there and fails.
pub(crate) fn scripts(
    project: &Project,
    shrinkers: &Shrinkers,
    scripts: &mut [(&str, String)],
) -> Result<()> {
    let Some(program) = &shrinkers.terser else {
        return Ok(());
    };
    for (name, script) in scripts {
        let small = through(project, name, script.as_bytes(), |from, to| {
            cmd!(project.shell, "{program} {from} -o {to}").args(TERSER_OPTIONS)
        })?;
        *script = String::from_utf8(small)?;
    }
    Ok(())
}

/// Runs a program that reads one file and writes another, unless its last answer still holds.
fn through<'a>(
    project: &Project,
    name: &str,
    input: &[u8],
    command: impl FnOnce(&Path, &Path) -> Cmd<'a>,
) -> Result<Vec<u8>> {
    let shell = &project.shell;
    let folder = project.work("shrunk");
    let [from, to, stamp]: [PathBuf; 3] =
        ["from", "to", "stamp"].map(|part| folder.join(part).join(name));
    let command = command(&from, &to).quiet();
    let wanted = stamp_of(&command.to_string(), input);
    let kept = shell.read_file(&stamp).is_ok_and(|last| last == wanted);
    if !(kept && to.exists()) {
        shell.remove_path(&stamp)?;
        shell.create_dir(folder.join("to"))?;
        shell.write_file(&from, input)?;
        command.run().with_context(|| format!("shrinking {name}"))?;
        shell.write_file(&stamp, &wanted)?;
    }
    Ok(shell.read_binary_file(&to)?)
}

/// One stamp for what a program is told to do and what it does it to.
fn stamp_of(command: &str, input: &[u8]) -> String {
    let mut hasher = blake3::Hasher::new();
    hasher.update(command.as_bytes());
    hasher.update(&[0]);
    hasher.update(input);
    hasher.finalize().to_hex().to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stamp_changes_with_the_input_and_with_the_command() {
        let stamp = stamp_of("wasm-opt -Oz", b"code");
        assert_eq!(stamp, stamp_of("wasm-opt -Oz", b"code"));
        assert_ne!(stamp, stamp_of("wasm-opt -Oz", b"other"));
        assert_ne!(stamp, stamp_of("wasm-opt -O2", b"code"));
    }
}
