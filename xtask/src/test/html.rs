//! Has the Nu HTML checker, which the W3C's validator runs, read every page of every test paper without faults.
//!
//! Entry point: [`check`].

use anyhow::{Context, Result, bail};
use xshell::cmd;

use super::papers;
use crate::project::Project;
use crate::tools::Toolbox;

/// Checks the pages that [`super::papers::print_all`] left.
///
/// # Errors
/// When a page is no good HTML; the checker has said where. When there is no checker, or no Java to run it.
pub(super) fn check(project: &Project, toolbox: &Toolbox) -> Result<()> {
    let checker = toolbox.get_html_checker(project)?;
    let checker = checker.context("there is no HTML checker: install Node.js with npm")?;
    which::which("java").context(
        "the HTML checker needs Java: install a JRE (Debian: `apt install default-jre-headless`)",
    )?;
    let papers = papers::without_faults(project)?;
    let shell = &project.shell;
    // A deep story needs a deep stack.
    let checked = cmd!(
        shell,
        "{checker} --errors-only --skip-non-html --format gnu {papers...}"
    )
    .env("JDK_JAVA_OPTIONS", "-Xss8m")
    .run();
    if checked.is_err() {
        bail!("the Nu HTML checker found errors in printed pages");
    }
    Ok(())
}
