//! The browsers that are not Chromium, each with what drives it, for the tests that run in them.
//!
//! Entry point: [`get`].

use std::path::{Path, PathBuf};

use super::{apt, cargo_tool};
use crate::project::Project;
use crate::step::{step, warn};

/// Names that Firefox goes by, and where macOS keeps it.
const FIREFOX_NAMES: [&str; 3] = [
    "firefox-esr",
    "firefox",
    "/Applications/Firefox.app/Contents/MacOS/firefox",
];

/// Folders below which systems keep the programs of libraries, of which WebKit's browser for tests is one.
const LIBRARIES: [&str; 3] = ["/usr/lib", "/usr/libexec", "/usr/local/lib"];

/// The browsers that were found, and which there are none of.
#[derive(Default)]
pub(crate) struct Engines {
    /// What the tests are called by whose engine is not there (`tests/engines/`).
    pub(crate) missing: Vec<&'static str>,
    /// What tells the tests where a browser is.
    pub(crate) variables: Vec<(&'static str, PathBuf)>,
}

/// Finds the browsers and their drivers, or installs those that are missing where that is possible. Each that there is
/// none of has been warned of.
pub(crate) fn get(project: &Project, tools: &Path) -> Engines {
    install_packages(project);
    let mut engines = Engines::default();
    match firefox() {
        None => engines.lack(
            "firefox::",
            "Firefox",
            "install Firefox and put it on PATH (Debian: `apt install firefox-esr`)",
        ),
        Some(firefox) => match cargo_tool::geckodriver().get(project, tools) {
            Ok(()) => engines.variables.push(("NEWSPRINT_E2E_FIREFOX", firefox)),
            Err(error) => {
                let advice = format!("{error:#}");
                engines.lack("firefox::", "`geckodriver`", &advice);
            }
        },
    }
    match webkit() {
        Some(webkit) => engines.variables.push(("NEWSPRINT_E2E_WEBKIT", webkit)),
        None => engines.lack(
            "webkit::",
            "WebKitGTK with its driver, or no `Xvfb` to show it on",
            "install both and put `WebKitWebDriver` and `Xvfb` on PATH (Debian: `apt install webkit2gtk-driver xvfb`)",
        ),
    }
    engines
}

impl Engines {
    fn lack(&mut self, tests: &'static str, what: &str, advice: &str) {
        warn(format!(
            "there is no {what}, so the tests in that engine do not run; {advice}"
        ));
        self.missing.push(tests);
    }
}

fn install_packages(project: &Project) {
    let mut packages = Vec::new();
    if firefox().is_none() {
        packages.push("firefox-esr");
    }
    if webkit().is_none() {
        packages.extend(["webkit2gtk-driver", "xvfb"]);
    }
    if packages.is_empty() || !apt::may_install(project) {
        return;
    }
    let name = format!("Installing {} with apt", packages.join(", "));
    if let Err(error) = step(name, || apt::install(project, &packages)) {
        warn(format!("{error:#}"));
    }
}

fn firefox() -> Option<PathBuf> {
    FIREFOX_NAMES
        .iter()
        .find_map(|name| which::which(name).ok())
}

/// WebKit's browser for tests, where its driver and a screen are there too.
fn webkit() -> Option<PathBuf> {
    which::which("WebKitWebDriver").ok()?;
    which::which("Xvfb").ok()?;
    LIBRARIES
        .iter()
        .find_map(|folder| mini_browser(Path::new(folder)))
}

/// The newest MiniBrowser below a folder: in `webkit2gtk-4.1`, or in that of a folder for one kind of processor.
fn mini_browser(folder: &Path) -> Option<PathBuf> {
    let mut found: Vec<PathBuf> = walkdir::WalkDir::new(folder)
        .max_depth(3)
        .into_iter()
        .filter_map(Result::ok)
        .map(walkdir::DirEntry::into_path)
        .filter(|path| path.ends_with("MiniBrowser") && is_of_webkit(path))
        .collect();
    found.sort();
    found.pop()
}

fn is_of_webkit(path: &Path) -> bool {
    let folder = path.parent().and_then(Path::file_name);
    folder.is_some_and(|name| name.to_string_lossy().starts_with("webkit"))
}

#[cfg(test)]
mod tests {
    use anyhow::Result;
    use xshell::Shell;

    use super::*;

    #[test]
    fn the_newest_browser_of_webkit_is_taken_wherever_the_system_keeps_it() -> Result<()> {
        let shell = Shell::new()?;
        let folder = shell.create_temp_dir()?;
        for path in [
            "x86_64-linux-gnu/webkit2gtk-4.0/MiniBrowser",
            "x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser",
            "x86_64-linux-gnu/zinc/MiniBrowser",
        ] {
            shell.write_file(folder.path().join(path), "")?;
        }
        let found = mini_browser(folder.path());
        let wanted = "x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser";
        assert_eq!(found, Some(folder.path().join(wanted)));
        Ok(())
    }

    #[test]
    fn the_tests_of_an_engine_that_is_not_there_are_named() {
        let mut engines = Engines::default();
        engines.lack("webkit::", "WebKit", "install it");
        assert_eq!(engines.missing, ["webkit::"]);
    }
}
