//! Reads the printed sample paper as the rest of the world does: feed readers and search engines.
//!
//! Entry point: [`read`].

use anyhow::Result;
use xshell::cmd;

use super::count;
use super::tally::Tally;
use crate::project::Project;
use crate::tools::Toolbox;

/// Has feedparser read every feed, and extruct the JSON-LD and Open Graph of every page.
///
/// # Errors
/// There is no Python, or its packages cannot be installed.
pub(super) fn read(project: &Project, toolbox: &Toolbox) -> Result<Tally> {
    let python = toolbox.get_python(project)?.join("python");
    let (shell, bundle) = (&project.shell, project.bundle());
    let script = project.root.join("xtask/src/test/outside.py");
    count(cmd!(shell, "{python} {script} {bundle}"), None)
}
