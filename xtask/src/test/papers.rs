//! Prints every test paper, for the tests that compare what is drawn with what was printed.
//!
//! Entry point: [`print_all`]. The list of all pages lies beside the papers as `list.json`, where the tests in the
//! browser fetch it.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use walkdir::WalkDir;
use xshell::cmd;

use crate::project::{PACKAGE, Project};

/// Where whole papers without faults lie that tests are made of.
const VALID: &str = "tests/papers/valid";
/// Where faulty ones lie; they print too, with gaps where the faults are.
const INVALID: &str = "tests/papers/invalid";

/// Exit code of a paper that was printed but has faults, or could not be printed for them.
const FAULTS: i32 = 1;

/// Prints the sample paper and every test paper, drafts too, and lists their pages.
///
/// # Errors
/// When the press cannot run, or a file cannot be written.
pub(super) fn print_all(project: &Project) -> Result<()> {
    let shell = &project.shell;
    let all = project.work("papers");
    shell.remove_path(&all)?;
    print(project, project.sample_paper(), &all.join("sample"))?;
    let faulty = papers_in(project, INVALID)?;
    for paper in valid(project)?.iter().chain(&faulty) {
        print(project, paper, &printed(&all, paper))?;
    }
    let pages = pages(&project.root, &all)?;
    shell.write_file(all.join("list.json"), serde_json::to_string(&pages)?)?;
    Ok(())
}

/// The folders that [`print_all`] printed papers without faults into.
pub(super) fn without_faults(project: &Project) -> Result<Vec<PathBuf>> {
    let all = project.work("papers");
    let mut folders = vec![all.join("sample")];
    let valid = valid(project)?;
    folders.extend(valid.iter().map(|paper| printed(&all, paper)));
    Ok(folders)
}

/// The test papers without faults, as they were written.
pub(super) fn valid(project: &Project) -> Result<Vec<PathBuf>> {
    papers_in(project, VALID)
}

fn papers_in(project: &Project, folder: &str) -> Result<Vec<PathBuf>> {
    let mut papers = project.shell.read_dir(project.root.join(folder))?;
    papers.retain(|paper| paper.is_dir());
    Ok(papers)
}

fn printed(all: &Path, paper: &Path) -> PathBuf {
    all.join(paper.file_name().unwrap_or_default())
}

/// Prints a paper, drafts too, with its faults if it has any.
pub(super) fn print(project: &Project, paper: &Path, out: &Path) -> Result<()> {
    let (shell, cargo) = (&project.shell, &project.cargo);
    // An earlier print would be the edition before, whose changes are told.
    shell.remove_path(out)?;
    let output = cmd!(
        shell,
        "{cargo} run --quiet --release --package {PACKAGE} --bin newsprint -- build {paper} --out {out} --drafts --future"
    )
    .quiet()
    .ignore_status()
    .output()?;
    match output.status.code() {
        Some(0 | FAULTS) => Ok(()),
        _ => bail!(
            "printing {}: {}",
            paper.display(),
            String::from_utf8_lossy(&output.stderr)
        ),
    }
}

/// The addresses of all pages with data, as a server at `root` has them.
fn pages(root: &Path, papers: &Path) -> Result<Vec<String>> {
    let mut pages = Vec::new();
    for entry in WalkDir::new(papers).sort_by_file_name() {
        let entry = entry?;
        if entry.file_name() == "index.json" {
            let folder = entry
                .path()
                .parent()
                .context("a file has a folder")?
                .strip_prefix(root)?;
            pages.push(format!("/{}/", folder.to_string_lossy().replace('\\', "/")));
        }
    }
    Ok(pages)
}
