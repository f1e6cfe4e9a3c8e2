//! Runs every test there is, in stages, and adds up what they say.
//!
//! 1. Native tests of the whole workspace.
//! 2. The bundle of the sample paper, as `build` makes it.
//! 3. Tests of the views and of the app in `examples/`, compiled to Wasm, in headless Chromium, over the pages of every
//!    test paper ([`papers`]).
//! 4. The HTML of those pages, in the eyes of the Nu HTML checker ([`html`]).
//! 5. The sample paper on every web server that `docs/hosting.md` shows.
//! 6. The bundle in the eyes of feed readers and search engines ([`outside`]).
//! 7. Where the links of the bundle and of test papers lead ([`links`]).
//! 8. End-to-end tests: Chromium against the served bundle.
//! 9. Other engines: Firefox and WebKit against the served bundle.
//! 10. What Lighthouse says of it ([`lighthouse`]).
//! 11. The budget of size.
//! 12. The one executable, which has to print a paper alone.
//!
//! A stage that fails does not keep the next from running. The last line on
//! standard output is `N passed, N failed`.

mod capabilities;
mod html;
mod lighthouse;
mod links;
mod outside;
mod papers;
mod served;
mod tally;

use std::io::{BufRead, BufReader};
use std::process::{Command, ExitCode, Stdio};

use anyhow::{Context, Result};
use xshell::{Cmd, cmd};

use crate::budget;
use crate::bundle;
use crate::executable;
use crate::project::{EXAMPLE, PACKAGE, Project, WASM_TARGET};
use crate::step::judged_step;
use crate::tools::Toolbox;
use crate::tools::browser::Browser;
use crate::tools::servers;
use tally::Tally;

/// How long all tests in the browser may take together; the runner's own limit is 20 seconds.
const BROWSER_SECONDS: &str = "600";

/// Runs all stages; with a filter, only tests whose name contains it.
///
/// # Errors
/// Never for a failing test: those are counted, and give the exit code for failure.
pub(crate) fn run(project: &Project, toolbox: &Toolbox, filter: Option<&str>) -> Result<ExitCode> {
    let mut total = Tally::default();
    total += stage("Native tests", || native(project, filter));
    let bundled = stage("Bundle", || {
        bundle::build(project, toolbox).map(|()| Tally::default())
    });
    total += bundled;
    total += stage("Tests in the browser", || {
        papers::print_all(project)?;
        build_example(project)?;
        in_browser(project, &toolbox.get_for_browser(project)?, filter)
    });
    if filter.is_none() {
        total += stage("HTML of the printed papers", || {
            html::check(project, toolbox).map(|()| Tally::of_passed(1))
        });
    }
    total += stage("Hosts", || hosts(project, filter));
    // What follows looks at the bundle; a stale one of an earlier run proves nothing.
    if bundled.failed == 0 {
        if filter.is_none() {
            total += stage("Feeds and pages as others read them", || {
                outside::read(project, toolbox)
            });
            total += stage("Links", || links::follow(project, toolbox));
        }
        total += stage("End-to-end tests", || end_to_end(project, toolbox, filter));
        total += stage("Other engines", || other_engines(project, toolbox, filter));
        if filter.is_none() {
            total += stage("Lighthouse", || {
                lighthouse::judge(project, toolbox, &toolbox.get_for_browser(project)?)
            });
        }
        total += stage("Size budget", || {
            budget::check(&project.bundle()).map(|()| Tally::of_passed(1))
        });
        if filter.is_none() {
            total += stage("Executable", || {
                executable::check(project).map(|()| Tally::of_passed(1))
            });
        }
    }
    println!("{total}");
    Ok(if total.failed == 0 {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

/// Runs one stage; one that cannot do its work counts as a failed test.
fn stage(name: &str, work: impl FnOnce() -> Result<Tally>) -> Tally {
    judged_step(name, work, |tally| tally.failed == 0).unwrap_or_else(|error| {
        eprintln!("error: {name}: {error:#}");
        Tally::of_failed(1)
    })
}

fn native(project: &Project, filter: Option<&str>) -> Result<Tally> {
    let (shell, cargo) = (&project.shell, &project.cargo);
    count(
        cmd!(shell, "{cargo} test --workspace --no-fail-fast {filter...}"),
        filter,
    )
}

/// The app that shows how the components are used elsewhere (docs/embedding.md). The tests in the browser draw with its
/// library; here it is built whole.
fn build_example(project: &Project) -> Result<()> {
    let (shell, cargo) = (&project.shell, &project.cargo);
    cmd!(
        shell,
        "{cargo} build --package {EXAMPLE} --target {WASM_TARGET}"
    )
    .run()?;
    Ok(())
}

fn in_browser(project: &Project, browser: &Browser, filter: Option<&str>) -> Result<Tally> {
    let (shell, cargo) = (&project.shell, &project.cargo);
    let wishes = project.work("webdriver.json");
    shell.write_file(&wishes, capabilities::chromium(&browser.chromium))?;
    let command = cmd!(
        shell,
        "{cargo} test --package {PACKAGE} --target {WASM_TARGET} --test browser {filter...}"
    )
    .env(
        "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER",
        "wasm-bindgen-test-runner",
    )
    .env("CHROMEDRIVER", &browser.driver)
    // With the variable of another driver set, the runner would take that one without a word.
    .env_remove("GECKODRIVER")
    .env_remove("SAFARIDRIVER")
    .env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", &wishes)
    .env("WASM_BINDGEN_TEST_TIMEOUT", BROWSER_SECONDS);
    count(command, filter)
}

/// One paper on every server that there is; those tests need servers, so they are marked `#[ignore]` for a bare
/// `cargo test`.
fn hosts(project: &Project, filter: Option<&str>) -> Result<Tally> {
    let missing = servers::get(project);
    let skipped = missing.iter().flat_map(|server| ["--skip", server.name]);
    let (shell, cargo) = (&project.shell, &project.cargo);
    count(
        cmd!(
            shell,
            "{cargo} test --package {PACKAGE} --test hosts {filter...} -- --ignored {skipped...}"
        ),
        filter,
    )
}

/// These tests need the bundle, so they are marked `#[ignore]` for a bare `cargo test`.
fn end_to_end(project: &Project, toolbox: &Toolbox, filter: Option<&str>) -> Result<Tally> {
    let (shell, cargo) = (&project.shell, &project.cargo);
    let browser = toolbox.get_for_browser(project)?;
    let axe = toolbox.get_axe(project)?;
    let axe = axe.context("there is no axe-core: install Node.js with npm")?;
    let command = cmd!(
        shell,
        "{cargo} test --package {PACKAGE} --test e2e {filter...} -- --include-ignored"
    )
    .env("NEWSPRINT_E2E_DIST", project.bundle())
    .env("NEWSPRINT_E2E_CHROMIUM", &browser.chromium)
    .env("NEWSPRINT_E2E_AXE", axe)
    .env("CHROMEDRIVER", &browser.driver);
    count(command, filter)
}

/// These tests need the bundle, and browsers; those whose engine this machine has not got are skipped.
fn other_engines(project: &Project, toolbox: &Toolbox, filter: Option<&str>) -> Result<Tally> {
    let browser = toolbox.get_for_browser(project)?;
    let engines = toolbox.get_engines(project);
    let skipped = engines.missing.iter().flat_map(|tests| ["--skip", *tests]);
    let (shell, cargo) = (&project.shell, &project.cargo);
    let command = cmd!(
        shell,
        "{cargo} test --package {PACKAGE} --test engines {filter...} -- --include-ignored {skipped...}"
    )
    .env("NEWSPRINT_E2E_DIST", project.bundle())
    .env("NEWSPRINT_E2E_CHROMIUM", &browser.chromium)
    .env("CHROMEDRIVER", &browser.driver)
    .envs(engines.variables);
    count(command, filter)
}

/// Runs a command that tests, shows what it says, and adds up its results.
fn count(command: Cmd<'_>, filter: Option<&str>) -> Result<Tally> {
    let shown = command.to_string();
    let mut child = Command::from(command)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .spawn()
        .with_context(|| format!("starting `{shown}`"))?;
    let output = child
        .stdout
        .take()
        .context("the output of the tests cannot be read")?;
    let mut tally = Tally::default();
    for line in BufReader::new(output).split(b'\n') {
        let line = line?;
        let line = String::from_utf8_lossy(&line);
        println!("{line}");
        tally += Tally::in_line(&line).unwrap_or_default();
    }
    let succeeded = child.wait()?.success();
    Ok(tally.judged(succeeded, filter.is_some(), &shown))
}
