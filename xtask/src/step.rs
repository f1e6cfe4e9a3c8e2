//! Says what is being done and how long it took.
//!
//! Everything goes to standard error: standard output is for test results alone.

use std::fmt::Display;
use std::time::{Duration, Instant};

use anyhow::Result;

/// Runs `work` between a line that names it and a line with the time it took.
pub(crate) fn step<T>(name: impl Display, work: impl FnOnce() -> Result<T>) -> Result<T> {
    judged_step(name, work, |_| true)
}

/// A step whose result may be bad though the work could be done.
pub(crate) fn judged_step<T>(
    name: impl Display,
    work: impl FnOnce() -> Result<T>,
    is_good: impl FnOnce(&T) -> bool,
) -> Result<T> {
    eprintln!("▸ {name}");
    let start = Instant::now();
    let result = work();
    let good = result.as_ref().is_ok_and(is_good);
    let mark = if good { "✓" } else { "✗" };
    eprintln!("{mark} {name}: {}", seconds(start.elapsed()));
    result
}

/// Tells of something that went on without a part, and what to do to have that part.
pub(crate) fn warn(text: impl Display) {
    eprintln!("warning: {text}");
}

fn seconds(time: Duration) -> String {
    format!("{:.1} s", time.as_secs_f64())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_step_hands_back_what_the_work_gave() {
        assert_eq!(step("adding", || Ok(1 + 1)).ok(), Some(2));
        assert!(step("failing", || anyhow::bail!("no") as Result<()>).is_err());
    }

    #[test]
    fn times_are_shown_in_tenths_of_a_second() {
        assert_eq!(seconds(Duration::from_millis(12_340)), "12.3 s");
    }
}
