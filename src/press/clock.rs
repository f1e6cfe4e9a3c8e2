//! The one clock of the press: the moment at which a command begins. It decides which stories are published by now, and
//! nothing else comes from it.
//!
//! Entry point: [`now`], called once for each printing of a paper.

use std::env;

use anyhow::{Result, bail};
use jiff::Timestamp;

/// The variable that takes the clock's place: seconds since 1970 (<https://reproducible-builds.org/specs/source-date-epoch/>).
pub const VARIABLE: &str = "SOURCE_DATE_EPOCH";

/// The moment that a command works at: what `SOURCE_DATE_EPOCH` says, else that of the machine's clock.
///
/// # Errors
/// The variable holds something else than a number of seconds.
pub fn now() -> Result<Timestamp> {
    match env::var_os(VARIABLE) {
        None => Ok(Timestamp::now()),
        Some(value) => read(&value.to_string_lossy()),
    }
}

/// Whether something else than the machine's clock says which moment it is.
pub fn is_set() -> bool {
    env::var_os(VARIABLE).is_some()
}

fn read(value: &str) -> Result<Timestamp> {
    let seconds = value.parse().ok();
    match seconds.and_then(|seconds| Timestamp::from_second(seconds).ok()) {
        Some(moment) => Ok(moment),
        None => bail!(
            "{VARIABLE} is `{value}`, which is no number of seconds since 1970, so it cannot be said which stories are for later; \
             write what `date +%s` says, or take the variable away"
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn the_variable_is_a_number_of_seconds() {
        assert_eq!(read("86400").unwrap().to_string(), "1970-01-02T00:00:00Z");
        for value in ["", "yesterday", "1.5", "2026-11-20", "9999999999999999"] {
            let error = read(value).unwrap_err().to_string();
            assert!(
                error.contains("SOURCE_DATE_EPOCH") && error.contains(value),
                "{error}"
            );
        }
    }
}
