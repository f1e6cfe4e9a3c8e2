//! Has feedparser, the Python parser that feed readers are built on, read every feed of every test paper without a
//! warning.
//!
//! Entry point: [`check`]. What it asks of a feed stands in `feeds.py` beside this file.

use anyhow::{Result, bail};
use xshell::cmd;

use super::papers;
use crate::project::Project;
use crate::tools::Toolbox;

/// Checks the feeds that [`super::papers::print_all`] left.
///
/// # Errors
/// When feedparser warns of a feed, finds none, or cannot be had.
pub(super) fn check(project: &Project, toolbox: &Toolbox) -> Result<()> {
    let python = toolbox.get_feedparser(project)?;
    let script = project.root.join("xtask/src/test/feeds.py");
    let papers = papers::without_faults(project)?;
    let shell = &project.shell;
    if cmd!(shell, "{python} {script} {papers...}").run().is_err() {
        bail!("feedparser found faults in printed feeds");
    }
    Ok(())
}
