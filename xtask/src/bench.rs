//! Measures how fast the press prints a large paper, and in how much memory.
//!
//! 1. [`paper`] writes a paper of neutral stories, the same for every run.
//! 2. [`press`] prints it with the released command, and watches its memory.
//! 3. [`control`] writes the same files with the same bytes, and does nothing else.
//! 4. With the index for searching, the paper is printed once: [`search`] weighs what a reader's first search brings.
//! 5. [`Figures`] holds it all against the promises of `docs/budgets.md`.

mod control;
mod paper;
mod press;
mod search;

use std::path::Path;
use std::process::ExitCode;
use std::time::Duration;

use anyhow::Result;
use xshell::cmd;

use crate::project::{PACKAGE, Project};
use crate::step::{step, warn};

/// Stories that are printed in a second, at the least.
const STORIES_A_SECOND: f64 = 3_000.0;
/// How many times as long as the control printing may take, where the disk is too slow for that.
const TIMES_CONTROL: f64 = 3.0;
/// The most memory that printing takes, in megabytes.
const MEGABYTES: f64 = 500.0;
/// How long the index for searching may take to make, for [`INDEXED`] stories.
const INDEX_SECONDS: f64 = 60.0;
/// The most memory that the press takes with it, in megabytes; Pagefind holds every word of every story.
const INDEX_MEGABYTES: f64 = 5_000.0;
/// The stories these are promised for.
const INDEXED: f64 = 10_000.0;
/// What a first search may bring over the network, in bytes.
const SEARCH_BYTES: usize = 200_000;

/// How often both are measured. The fastest of each counts: noise only ever adds time.
const ROUNDS: usize = 3;

/// Prints a paper of so many stories and holds the figures against the promises.
///
/// # Errors
/// When the press cannot be built, the paper has faults, or a file cannot be read or written.
pub(crate) fn run(project: &Project, stories: usize) -> Result<ExitCode> {
    let (shell, cargo, folder) = (&project.shell, &project.cargo, project.work("bench"));
    let paper = folder.join("paper");
    shell.remove_path(&folder)?;
    step(format!("Writing a paper of {stories} stories"), || {
        paper::write(&paper, stories)
    })?;
    step("Building the press", || {
        let build = cmd!(
            shell,
            "{cargo} build --quiet --release --package {PACKAGE} --bin newsprint"
        );
        Ok(build.quiet().run()?)
    })?;
    let mut figures = Figures::of(stories);
    for round in 1..=ROUNDS {
        figures.add(&measure(project, &paper, &folder.join(round.to_string()))?);
    }
    settle(project);
    figures.index = Some(index(project, &paper, &folder)?);
    figures.say();
    shell.remove_path(&folder)?;
    Ok(figures.judge())
}

/// What one round found.
type Round = (press::Printing, control::Writing);

/// Prints the paper, then writes the same files again, both into a new folder: what was just deleted slows a file system.
fn measure(project: &Project, paper: &Path, folder: &Path) -> Result<Round> {
    project.shell.create_dir(folder)?;
    let (printed, copy) = (folder.join("printed"), folder.join("control"));
    settle(project);
    let press = step("Printing the paper", || {
        press::print(&project.released_press(), paper, &printed, &["--no-search"])
    })?;
    settle(project);
    let control = step("Writing the same files and nothing else", || {
        control::write(&printed, &copy)
    })?;
    Ok((press, control))
}

/// Prints the paper once more, with its index. Only a paper with a reader has one; the smallest does.
fn index(project: &Project, paper: &Path, folder: &Path) -> Result<Index> {
    let (reader, printed) = (folder.join("reader"), folder.join("searched"));
    for module in ["reader", "tools"] {
        let file = |ending| reader.join(format!("{module}.{ending}"));
        let glue = "function start(){}\nexport{start as default};\n";
        project.shell.write_file(file("js"), glue)?;
        project.shell.write_file(file("wasm"), b"\0asm\x01\0\0\0")?;
    }
    let arguments = ["--reader", &*reader.to_string_lossy()];
    let printing = step("Printing the paper with its index for searching", || {
        press::print(&project.released_press(), paper, &printed, &arguments)
    })?;
    Ok(Index {
        printing,
        weight: search::weigh(&printed)?,
    })
}

/// What the index for searching took, and takes.
struct Index {
    /// The pages, too.
    printing: press::Printing,
    weight: search::Weight,
}

/// Waits until what was written before is on the disk, so that it is not waited for in the next figure.
fn settle(project: &Project) {
    if cmd!(project.shell, "sync").quiet().run().is_err() {
        warn("`sync` cannot be run; what is still being written to the disk may slow the figures");
    }
}

/// What was measured.
struct Figures {
    stories: usize,
    press: Duration,
    control: Duration,
    files: usize,
    bytes: usize,
    /// In megabytes; `None` where the system does not tell.
    peak: Option<f64>,
    index: Option<Index>,
}

impl Figures {
    fn of(stories: usize) -> Self {
        Self {
            stories,
            press: Duration::MAX,
            control: Duration::MAX,
            files: 0,
            bytes: 0,
            peak: None,
            index: None,
        }
    }

    /// Keeps the shortest times and the highest peak.
    fn add(&mut self, (press, control): &Round) {
        self.press = self.press.min(press.time);
        self.control = self.control.min(control.time);
        (self.files, self.bytes) = (control.files, control.bytes);
        let peak = press.peak_kilobytes.map(|kilobytes| kilobytes / 1_000.0);
        self.peak = self.peak.into_iter().chain(peak).reduce(f64::max);
    }

    fn stories_a_second(&self) -> f64 {
        self.stories as f64 / self.press.as_secs_f64()
    }

    fn times_control(&self) -> f64 {
        self.press.as_secs_f64() / self.control.as_secs_f64()
    }

    fn index_seconds(&self, printing: &press::Printing) -> f64 {
        printing.time.saturating_sub(self.press).as_secs_f64()
    }

    /// How many times the stories are those that the index is promised for.
    fn times_indexed(&self) -> f64 {
        (self.stories as f64 / INDEXED).max(1.0)
    }

    fn say(&self) {
        let (press, control) = (self.press.as_secs_f64(), self.control.as_secs_f64());
        let (stories, speed) = (self.stories, self.stories_a_second());
        let (files, megabytes) = (self.files, self.bytes as f64 / 1e6);
        println!("press: {stories} stories in {press:.2} s, {speed:.0} stories/s");
        println!("control: {files} files, {megabytes:.0} MB in {control:.2} s");
        println!("the press takes {:.2} times as long", self.times_control());
        match self.peak {
            Some(peak) => println!("peak memory: {peak:.0} MB"),
            None => println!("peak memory: this system does not tell"),
        }
        if let Some(Index { printing, weight }) = &self.index {
            let megabytes = printing.peak_kilobytes.unwrap_or_default() / 1_000.0;
            println!(
                "search index: {:.1} s, peak memory {megabytes:.0} MB",
                self.index_seconds(printing)
            );
            println!(
                "a first search: {} bytes (script {}, table and Wasm {}, part of the index {}, stories {}); the largest part has {}",
                weight.total(),
                weight.script,
                weight.always,
                weight.part,
                weight.stories,
                weight.largest_part
            );
        }
    }

    fn judge(&self) -> ExitCode {
        let broken = self.broken_promises();
        broken
            .iter()
            .for_each(|broken| eprintln!("error: {broken}"));
        if broken.is_empty() {
            ExitCode::SUCCESS
        } else {
            ExitCode::FAILURE
        }
    }

    fn broken_promises(&self) -> Vec<String> {
        let mut broken = Vec::new();
        if self.stories_a_second() < STORIES_A_SECOND && self.times_control() > TIMES_CONTROL {
            broken.push(format!(
                "printing is slower than {STORIES_A_SECOND} stories/s, and more than {TIMES_CONTROL} times as slow as the control"
            ));
        }
        if let Some(peak) = self.peak.filter(|peak| *peak >= MEGABYTES) {
            broken.push(format!("{peak:.0} MB of memory is {MEGABYTES} MB or more"));
        }
        if let Some(Index { printing, weight }) = &self.index {
            let times = self.times_indexed();
            if self.index_seconds(printing) > INDEX_SECONDS * times {
                broken.push(format!(
                    "the search index takes more than {INDEX_SECONDS} s for {INDEXED} stories"
                ));
            }
            let megabytes = printing.peak_kilobytes.unwrap_or_default() / 1_000.0;
            if megabytes > INDEX_MEGABYTES * times {
                broken.push(format!(
                    "{megabytes:.0} MB of memory for the search index is more than {INDEX_MEGABYTES} MB for {INDEXED} stories"
                ));
            }
            if self.times_indexed() <= 1.0 && weight.total() > SEARCH_BYTES {
                broken.push(format!(
                    "a first search brings {} bytes, more than {SEARCH_BYTES}",
                    weight.total()
                ));
            }
        }
        broken
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn figures(press: f64, control: f64, peak: Option<f64>) -> Figures {
        let seconds = Duration::from_secs_f64;
        Figures {
            press: seconds(press),
            control: seconds(control),
            peak,
            ..Figures::of(6_000)
        }
    }

    #[test]
    fn a_press_that_is_fast_keeps_its_promise_whatever_the_disk() {
        assert!(figures(1.9, 0.1, Some(90.0)).broken_promises().is_empty());
    }

    #[test]
    fn a_slow_press_keeps_its_promise_on_a_slow_disk_alone() {
        assert!(figures(9.0, 3.1, None).broken_promises().is_empty());
        assert_eq!(figures(9.0, 2.9, None).broken_promises().len(), 1);
    }

    #[test]
    fn the_fastest_round_and_the_highest_peak_count() {
        let mut figures = Figures::of(10);
        for (seconds, peak) in [(2, 1_000.0), (1, 3_000.0), (3, 2_000.0)] {
            let time = Duration::from_secs(seconds);
            let press = press::Printing {
                time,
                peak_kilobytes: Some(peak),
            };
            let control = control::Writing {
                time,
                files: 1,
                bytes: 1,
            };
            figures.add(&(press, control));
        }
        assert_eq!(figures.press, Duration::from_secs(1));
        assert_eq!(figures.control, Duration::from_secs(1));
        assert_eq!(figures.peak, Some(3.0));
    }

    #[test]
    fn an_index_that_is_slow_or_heavy_breaks_a_promise_of_its_own() {
        let index = |seconds: f64, gigabytes: f64, part: usize| Index {
            printing: press::Printing {
                time: Duration::from_secs_f64(seconds),
                peak_kilobytes: Some(gigabytes * 1e6),
            },
            weight: search::Weight {
                script: 10_000,
                always: 120_000,
                part,
                largest_part: 500_000,
                stories: 30_000,
            },
        };
        let broken = |index| {
            let figures = Figures {
                index: Some(index),
                ..figures(1.0, 1.0, None)
            };
            figures.broken_promises().len()
        };
        assert_eq!(broken(index(60.0, 4.0, 30_000)), 0);
        assert_eq!(broken(index(62.0, 4.0, 30_000)), 1);
        assert_eq!(broken(index(60.0, 6.0, 30_000)), 1);
        assert_eq!(broken(index(60.0, 4.0, 50_000)), 1);
    }

    #[test]
    fn a_press_that_takes_too_much_memory_breaks_its_promise() {
        assert_eq!(figures(1.0, 1.0, Some(500.0)).broken_promises().len(), 1);
    }
}
