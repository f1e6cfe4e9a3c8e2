//! Reads the printed sample paper as the rest of the world does: feed readers, search engines, a link checker.
//!
//! Entry points: [`read`] for feeds and pages, [`follow`] for links.

use anyhow::{Result, bail};
use xshell::cmd;

use super::count;
use super::served::Server;
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

/// Follows every link of the paper from its front page on.
///
/// # Errors
/// A link leads nowhere; the checker has said which. Or the paper cannot be served.
pub(super) fn follow(project: &Project, toolbox: &Toolbox) -> Result<()> {
    let checker = toolbox.get_python(project)?.join("linkchecker");
    let (shell, server) = (&project.shell, Server::start(project)?);
    let settings = project.work("linkchecker.ini");
    // Its manners towards hosts of others, ten requests a second, are not needed here.
    shell.write_file(
        &settings,
        "[checking]\nmaxrequestspersecond=1000\n[AnchorCheck]\n",
    )?;
    let url = &server.url;
    if cmd!(shell, "{checker} --config {settings} --no-status {url}")
        .run()
        .is_err()
    {
        bail!("links of the printed paper lead nowhere");
    }
    Ok(())
}
