//! Reads the printed sample paper as the rest of the world does: feed readers, search engines, a link checker.
//!
//! Entry points: [`read`] for feeds and pages, [`follow`] for links.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

use anyhow::{Context, Result, bail};
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

/// `newsprint serve` on a free port; it ends with this value.
struct Server {
    process: Child,
    url: String,
}

impl Server {
    fn start(project: &Project) -> Result<Self> {
        let mut process = Command::new(project.released_press())
            .arg("serve")
            .arg(project.bundle())
            .args(["--port", "0"])
            .stdout(Stdio::piped())
            .spawn()
            .context("starting `newsprint serve`")?;
        let output = process.stdout.take().context("its output cannot be read")?;
        let mut said = String::new();
        BufReader::new(output).read_line(&mut said)?;
        let url = said
            .split_whitespace()
            .find(|word| word.starts_with("http"));
        let url = url
            .context("`newsprint serve` did not say its URL")?
            .to_owned();
        Ok(Self { process, url })
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // One that has ended already needs no ending.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
