//! Builds the finished bundle into `dist/`, and serves it.

use anyhow::{Context, Result};
use xshell::cmd;

use crate::project::{PACKAGE, Project};
use crate::step::step;
use crate::tools::Toolbox;

/// Has Trunk compile the reader; Trunk's hook ([`mod@crate::print`]) prints the pages.
///
/// # Errors
/// When a tool cannot be had, the reader does not compile, or the paper does not print.
pub(crate) fn build(project: &Project, toolbox: &Toolbox) -> Result<()> {
    toolbox.get_for_bundle(project)?;
    step("Building the bundle into dist/", || {
        let shell = &project.shell;
        // Trunk reads NO_COLOR as an option of its own and stops at the usual `NO_COLOR=1`.
        let colour = if shell.var_os("NO_COLOR").is_some() {
            "never"
        } else {
            "auto"
        };
        cmd!(shell, "trunk build --release --log warn --color {colour}")
            .env_remove("NO_COLOR")
            .env("TRUNK_SKIP_VERSION_CHECK", "true")
            .quiet()
            .run()
            .context("building the bundle with Trunk; its messages above say why")
    })
}

/// Builds the bundle, then serves it until the person stops it.
///
/// # Errors
/// When the bundle cannot be built, or the server cannot run.
pub(crate) fn serve(project: &Project, toolbox: &Toolbox, port: Option<u16>) -> Result<()> {
    build(project, toolbox)?;
    let (shell, cargo, bundle) = (&project.shell, &project.cargo, project.bundle());
    let port = port.map(|port| format!("--port={port}"));
    cmd!(
        shell,
        "{cargo} run --quiet --release --package {PACKAGE} --bin newsprint -- serve {bundle} {port...}"
    )
    .quiet()
    .run()
    .context("serving dist/")
}
