//! rustfmt and clippy: parts of the Rust toolchain that a minimal install leaves out.

use anyhow::{Context, Result};
use xshell::cmd;

use crate::project::Project;
use crate::step::step;

/// Sees to it that `cargo fmt` and `cargo clippy` can run.
///
/// # Errors
/// When one is missing and rustup is not there, or cannot add it.
pub(crate) fn get(project: &Project) -> Result<()> {
    for (command, component) in [("fmt", "rustfmt"), ("clippy", "clippy")] {
        if !is_there(project, command) {
            step(format!("Adding {component} with rustup"), || {
                let shell = &project.shell;
                cmd!(shell, "rustup component add {component}")
                    .quiet()
                    .run()
                    .with_context(|| {
                        format!(
                            "`cargo {command}` is missing; install {component} for this toolchain"
                        )
                    })
            })?;
        }
    }
    Ok(())
}

fn is_there(project: &Project, command: &str) -> bool {
    let (shell, cargo) = (&project.shell, &project.cargo);
    cmd!(shell, "{cargo} {command} --version")
        .quiet()
        .ignore_stdout()
        .ignore_stderr()
        .run()
        .is_ok()
}
