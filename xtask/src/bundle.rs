//! Builds the finished bundle into `dist/`, and serves it.

use std::env;

use anyhow::{Context, Result};
use xshell::cmd;

use crate::project::{PACKAGE, Project};
use crate::step::step;
use crate::tools::Toolbox;

/// Where cargo reads the compiler's options for the reader alone.
const READER_FLAGS: &str = "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS";

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
            .env(READER_FLAGS, without_paths_of_this_machine(project)?)
            .quiet()
            .run()
            .context("building the bundle with Trunk; its messages above say why")
    })
}

/// Panics name the source files they come from. A published reader names them without the folders of the machine that
/// built it, so it is the same on every machine, too.
fn without_paths_of_this_machine(project: &Project) -> Result<String> {
    let sysroot = cmd!(project.shell, "rustc --print sysroot")
        .quiet()
        .read()?;
    let crates = env::var("CARGO_HOME").ok().or_else(|| {
        let home = env::home_dir()?.join(".cargo");
        Some(home.to_string_lossy().into_owned())
    });
    // Options are divided at spaces.
    let is_one = |folder: &String| !folder.contains(char::is_whitespace);
    let folders = crates.into_iter().chain([sysroot]).filter(is_one);
    let flags = folders.map(|folder| format!("--remap-path-prefix={folder}="));
    Ok(flags.collect::<Vec<_>>().join(" "))
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
