//! Prints every test paper, for the tests that compare what is drawn with what was printed.
//!
//! Entry point: [`print_all`]. The list of all pages lies beside the papers as `list.json`, where the tests in the
//! browser fetch it.

use std::path::Path;

use anyhow::{Context, Result, bail};
use walkdir::WalkDir;
use xshell::cmd;

use crate::project::{PACKAGE, Project};

/// Where whole papers lie that tests are made of; faulty ones print too, with gaps where the faults are.
const FOLDERS: &[&str] = &["tests/papers/valid", "tests/papers/invalid"];

/// Exit code of a paper that was printed but has faults, or could not be printed for them.
const FAULTS: i32 = 1;

/// Prints the sample paper and every test paper, and lists their pages.
///
/// # Errors
/// When the press cannot run, or a file cannot be written.
pub(super) fn print_all(project: &Project) -> Result<()> {
    let shell = &project.shell;
    let all = project.work("papers");
    shell.remove_path(&all)?;
    print(project, project.sample_paper(), &all.join("sample"))?;
    for folder in FOLDERS {
        for paper in shell.read_dir(project.root.join(folder))? {
            if let Some(name) = paper.file_name().filter(|_| paper.is_dir()) {
                print(project, &paper, &all.join(name))?;
            }
        }
    }
    let pages = pages(&project.root, &all)?;
    shell.write_file(all.join("list.json"), serde_json::to_string(&pages)?)?;
    Ok(())
}

fn print(project: &Project, paper: &Path, out: &Path) -> Result<()> {
    let (shell, cargo) = (&project.shell, &project.cargo);
    let output = cmd!(
        shell,
        "{cargo} run --quiet --release --package {PACKAGE} --bin newsprint -- build {paper} --out {out}"
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
