//! Chromium and its driver, for the tests that run in a browser.

use std::env;
use std::path::PathBuf;

use anyhow::{Result, bail};

use super::apt;
use crate::project::Project;
use crate::step::step;

/// Names that Chromium and its kin go by, and where macOS keeps Chrome.
const CHROMIUM_NAMES: [&str; 6] = [
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/// A browser of the Chromium family and the program that drives it.
pub(crate) struct Browser {
    /// The browser itself.
    pub(crate) chromium: PathBuf,
    /// Its WebDriver server.
    pub(crate) driver: PathBuf,
}

/// Finds the browser, or installs it where this is a Debian and we are root.
///
/// # Errors
/// When there is none and it cannot be installed; the error says what to install.
pub(crate) fn get(project: &Project) -> Result<Browser> {
    if let Some(browser) = find() {
        return Ok(browser);
    }
    if apt::may_install(project) {
        step("Installing Chromium and its driver with apt", || {
            apt::install(project, &["chromium", "chromium-driver"])
        })?;
    }
    match find() {
        Some(browser) => Ok(browser),
        None => bail!(
            "the browser tests need Chromium (or Chrome) and `chromedriver` of the same version; \
             install both and put them on PATH (Debian: `apt install chromium chromium-driver`)"
        ),
    }
}

fn find() -> Option<Browser> {
    let chromium = CHROMIUM_NAMES
        .iter()
        .find_map(|name| which::which(name).ok())?;
    let driver = env::var_os("CHROMEDRIVER").map_or_else(|| "chromedriver".into(), PathBuf::from);
    let driver = which::which(driver).ok()?;
    Some(Browser { chromium, driver })
}
