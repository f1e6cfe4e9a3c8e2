//! Runs the press and watches its memory.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

/// What printing took.
pub(super) struct Printing {
    pub(super) time: Duration,
    /// `None` where the system does not tell.
    pub(super) peak_kilobytes: Option<f64>,
}

/// Time between two looks at the memory. The kernel keeps the peak, so only what is taken after the last look is missed.
const LOOK: Duration = Duration::from_millis(5);

/// Prints a paper into a folder that does not exist yet, with more arguments.
///
/// # Errors
/// When the command cannot be started, or finds a fault.
pub(super) fn print(press: &Path, paper: &Path, out: &Path, more: &[&str]) -> Result<Printing> {
    let start = Instant::now();
    let mut process = Command::new(press)
        .arg("build")
        .arg(paper)
        .arg("--out")
        .arg(out)
        .args(more)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .with_context(|| format!("starting {}", press.display()))?;
    let mut peak_kilobytes = None;
    let status = loop {
        if let Some(status) = process.try_wait()? {
            break status;
        }
        peak_kilobytes = peak(process.id()).or(peak_kilobytes);
        sleep(LOOK);
    };
    let time = start.elapsed();
    if !status.success() {
        bail!(
            "the press ended with {status}; `newsprint check {}` says why",
            paper.display()
        );
    }
    Ok(Printing {
        time,
        peak_kilobytes,
    })
}

/// The most memory that a running process has held so far (Linux, `VmHWM` of proc(5)), in kilobytes.
fn peak(process: u32) -> Option<f64> {
    peak_in(&fs::read_to_string(format!("/proc/{process}/status")).ok()?)
}

fn peak_in(status: &str) -> Option<f64> {
    let line = status
        .lines()
        .find_map(|line| line.strip_prefix("VmHWM:"))?;
    let kibibytes: f64 = line.trim().strip_suffix(" kB")?.parse().ok()?;
    Some(kibibytes * 1.024)
}

#[cfg(test)]
mod tests {
    use super::peak_in;

    #[test]
    fn the_peak_is_read_in_kilobytes() {
        let status = "Name:\tnewsprint\nVmPeak:\t  900 kB\nVmHWM:\t    1000 kB\nVmRSS:\t 10 kB\n";
        assert_eq!(peak_in(status), Some(1024.0));
        assert_eq!(peak_in("Name:\tnewsprint\n"), None);
    }
}
