//! Makes the one executable that publishers install, and proves that it needs nothing beside it.
//!
//! Entry points: [`dist`], and [`check`] for the tests.
//!
//! 1. The bundle is built, which leaves the reader in a folder.
//! 2. The press is compiled with that folder's files inside, and put where no reader lies beside it.
//! 3. In an empty folder, without a `PATH`, it writes a paper to start from and prints it with the reader.

use std::path::Path;

use anyhow::{Context, Result, bail};
use xshell::cmd;

use crate::bundle;
use crate::project::{PACKAGE, Project};
use crate::step::step;
use crate::tools::Toolbox;

/// Makes the executable.
///
/// # Errors
/// When the bundle or the press cannot be built, or the executable does not do its work.
pub(crate) fn dist(project: &Project, toolbox: &Toolbox) -> Result<()> {
    bundle::build(project, toolbox)?;
    check(project)?;
    let file = project.executable();
    let megabytes = file.metadata()?.len() as f64 / 1e6;
    println!(
        "{} ({megabytes:.1} MB) needs nothing beside it.",
        file.display()
    );
    Ok(())
}

/// Makes the executable from the reader that the bundle left, and has it print a paper alone.
///
/// # Errors
/// When the press cannot be built, or the executable does not do its work.
pub(crate) fn check(project: &Project) -> Result<()> {
    step("Compiling the press with the reader inside", || {
        compile(project)
    })?;
    step("Printing a new paper with the executable alone", || {
        print_alone(project)
    })
}

fn compile(project: &Project) -> Result<()> {
    let (shell, cargo) = (&project.shell, &project.cargo);
    cmd!(
        shell,
        "{cargo} build --quiet --release --package {PACKAGE} --bin {PACKAGE} --features embedded-reader"
    )
    .env("NEWSPRINT_READER", project.work("reader"))
    .quiet()
    .run()?;
    let file = project.executable();
    shell.create_dir(project.work("executable"))?;
    // Not over a file that may be running.
    shell.remove_path(&file)?;
    std::fs::copy(project.released_press(), &file)?;
    Ok(())
}

fn print_alone(project: &Project) -> Result<()> {
    let (shell, folder) = (&project.shell, project.work("alone"));
    shell.remove_path(&folder)?;
    shell.create_dir(&folder)?;
    let executable = project.executable();
    let there = shell.push_dir(&folder);
    for arguments in [
        &["new", "paper"][..],
        &["build", "paper", "--out", "printed"],
    ] {
        cmd!(shell, "{executable} {arguments...}")
            .quiet()
            .ignore_stdout()
            .env_clear()
            .run()?;
    }
    drop(there);
    let printed = reader_of(&folder.join("printed"))?;
    if printed.is_empty() || printed != reader_of(&project.bundle())? {
        bail!("the executable printed other reader files than the bundle has: {printed:?}");
    }
    Ok(())
}

/// Names, which follow their content, of the reader's files in a printed paper.
fn reader_of(printed: &Path) -> Result<Vec<String>> {
    let assets = printed.join("assets");
    let entries = assets
        .read_dir()
        .with_context(|| format!("{} cannot be read", assets.display()))?;
    let mut names = Vec::new();
    for entry in entries {
        let name = entry?.file_name().to_string_lossy().into_owned();
        if ["reader-", "tools-"]
            .iter()
            .any(|module| name.starts_with(module))
        {
            names.push(name);
        }
    }
    names.sort();
    Ok(names)
}
