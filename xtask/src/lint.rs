//! Checks format, lints and documentation: any warning is a fault.

use std::process::ExitCode;

use anyhow::Result;
use xshell::{Cmd, cmd};

use crate::project::{EXAMPLE, PACKAGE, Project, WASM_TARGET};
use crate::step::step;
use crate::tools::Toolbox;

/// Runs every check, also after one has failed, and fails when one did.
///
/// # Errors
/// When the tools for it cannot be had.
pub(crate) fn run(project: &Project, toolbox: &Toolbox) -> Result<ExitCode> {
    toolbox.get_for_lint(project)?;
    let mut failed = Vec::new();
    for (name, command) in checks(project) {
        let checked = step(name, || Ok(command.quiet().run()?));
        if checked.is_err() {
            failed.push(name);
        }
    }
    if failed.is_empty() {
        return Ok(ExitCode::SUCCESS);
    }
    eprintln!("error: not in order: {}", failed.join(", "));
    Ok(ExitCode::FAILURE)
}

fn checks(project: &Project) -> Vec<(&'static str, Cmd<'_>)> {
    let (shell, cargo) = (&project.shell, &project.cargo);
    vec![
        ("Format", cmd!(shell, "{cargo} fmt --all -- --check")),
        (
            "Lints, native",
            cmd!(
                shell,
                "{cargo} clippy --quiet --workspace --all-targets -- -D warnings"
            ),
        ),
        (
            "Lints, Wasm",
            cmd!(
                shell,
                "{cargo} clippy --quiet --package {PACKAGE} --package {EXAMPLE} --target {WASM_TARGET} --lib --bins --test browser -- -D warnings"
            ),
        ),
        (
            "Documentation",
            cmd!(
                shell,
                "{cargo} doc --quiet --workspace --no-deps --document-private-items"
            )
            .env(
                "RUSTDOCFLAGS",
                "-D warnings -A rustdoc::private-intra-doc-links",
            ),
        ),
    ]
}
