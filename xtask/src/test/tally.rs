//! How many tests passed and failed.

use std::fmt;
use std::ops::AddAssign;

/// Counted tests.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Tally {
    /// Tests that passed.
    pub(crate) passed: u64,
    /// Tests that failed, and stages that could not run.
    pub(crate) failed: u64,
}

impl Tally {
    /// So many passed tests.
    pub(crate) fn of_passed(passed: u64) -> Self {
        Self { passed, failed: 0 }
    }

    /// So many failed tests.
    pub(crate) fn of_failed(failed: u64) -> Self {
        Self { passed: 0, failed }
    }

    /// Reads a closing line of a test binary: `test result: ok. 3 passed; 0 failed; …`.
    pub(crate) fn in_line(line: &str) -> Option<Self> {
        let (_, counts) = line.trim().strip_prefix("test result:")?.split_once('.')?;
        let count = |what: &str| {
            counts.split(';').find_map(|part| {
                let (number, name) = part.trim().split_once(' ')?;
                (name == what).then(|| number.parse().ok()).flatten()
            })
        };
        Some(Self {
            passed: count("passed")?,
            failed: count("failed")?,
        })
    }

    /// The tally of a finished command. A failure that no test told of (it did
    /// not compile, it crashed) counts as one, and so does a run of no test at
    /// all, unless a filter may have left none.
    pub(crate) fn judged(self, succeeded: bool, filtered: bool, command: &str) -> Self {
        let ran_none = self == Self::default() && !filtered;
        if !succeeded && self.failed == 0 {
            eprintln!("error: `{command}` failed without a failed test");
        } else if succeeded && ran_none {
            eprintln!("error: `{command}` ran no test");
        } else {
            return self;
        }
        Self {
            failed: self.failed + 1,
            ..self
        }
    }
}

impl AddAssign for Tally {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, form: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(form, "{} passed, {} failed", self.passed, self.failed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FIVE: Tally = Tally {
        passed: 5,
        failed: 0,
    };

    #[test]
    fn the_closing_line_of_a_test_binary_is_read() {
        let line = "test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured; 3 filtered out; finished in 0.02s";
        assert_eq!(Tally::in_line(line), Some(Tally::of_passed(12)));
    }

    #[test]
    fn failed_tests_are_read_too() {
        let line = "test result: FAILED. 3 passed; 2 failed; 0 ignored; 0 measured";
        assert_eq!(
            Tally::in_line(line),
            Some(Tally {
                passed: 3,
                failed: 2
            })
        );
    }

    #[test]
    fn other_lines_count_nothing() {
        assert_eq!(Tally::in_line("test story::tests::one ... ok"), None);
        assert_eq!(Tally::in_line("7 passed; 1 failed"), None);
        assert_eq!(Tally::in_line("test result: unknown"), None);
    }

    #[test]
    fn tallies_add_up_to_the_closing_line() {
        let mut total = FIVE;
        total += Tally {
            passed: 1,
            failed: 2,
        };
        assert_eq!(total.to_string(), "6 passed, 2 failed");
    }

    #[test]
    fn a_command_that_fails_without_a_failed_test_counts_as_one_failure() {
        assert_eq!(
            FIVE.judged(false, false, "test"),
            Tally {
                passed: 5,
                failed: 1
            }
        );
    }

    #[test]
    fn a_command_that_fails_by_its_tests_counts_those_alone() {
        let two = Tally {
            passed: 3,
            failed: 2,
        };
        assert_eq!(two.judged(false, false, "test"), two);
    }

    #[test]
    fn a_run_of_no_test_is_a_failure_unless_a_filter_left_none() {
        let none = Tally::default();
        assert_eq!(none.judged(true, false, "test"), Tally::of_failed(1));
        assert_eq!(none.judged(true, true, "test"), none);
    }

    #[test]
    fn a_good_run_is_taken_as_it_is() {
        assert_eq!(FIVE.judged(true, false, "test"), FIVE);
    }
}
