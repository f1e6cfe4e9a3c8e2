//! Names every fault of a paper, each with its place and what to do about it.
//!
//! Entry points: [`Fault`], which every part of the press reports with, and [`fn@report`], which prints them.
//!
//! 1. [`story`] looks at one story, [`paper`] at `paper.json`, [`files`] at the files both name;
//! 2. [`targets`] looks at what leads from one story to another, when all of them are known;
//! 3. [`aliases`] looks at the old addresses of stories, then too;
//! 4. [`names`] looks at the names of people and topics in all of them;
//! 5. [`locate`] finds the line and column of a JSON path, for the files that have a fault;
//! 6. [`fn@report`] prints faults as a compiler does, or as JSON.

pub(super) mod aliases;
pub(super) mod files;
mod locate;
pub(super) mod names;
pub(super) mod paper;
mod report;
pub(super) mod story;
pub(super) mod targets;
pub(super) mod wording;

use std::ops::Range;

use crate::story::walk::{JsonPath, Step};

pub use locate::{place_all, sort};
pub use paper::is_base_url;
pub use report::{Format, as_json, report};

/// Whether a fault stops the paper.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub enum Severity {
    /// Something is wrong, or would be missing from the printed paper.
    Error,
    /// The paper can be printed as it is; somebody should look.
    Warning,
    /// Nothing is wrong.
    Note,
}

/// Something wrong in a file of the paper.
#[derive(Clone, Debug, PartialEq)]
pub struct Fault {
    /// Whether it stops the paper.
    pub severity: Severity,
    /// Its kind, in a word that stays the same from version to version: `unknown-section`.
    pub code: &'static str,
    /// Path of the file from the paper's folder, with `/`.
    pub file: String,
    /// Where in the file's JSON it stands; empty for the file as a whole.
    pub path: JsonPath,
    /// What was found, and why it matters.
    pub message: String,
    /// What to do.
    pub help: String,
    /// What at that path is meant.
    pub aim: Aim,
    /// Where in the file's text it stands; [`place_all`] fills it in.
    pub place: Option<Place>,
}

/// What a fault points at.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Aim {
    /// The value at the path.
    Value,
    /// The key that leads to the value.
    Key,
    /// A byte of the file, where JSON cannot be read on. Counted after a byte-order mark.
    Byte(usize),
    /// The file, whatever it says.
    File,
}

/// A place in a file's text.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Place {
    /// The bytes it takes, counted after a byte-order mark.
    pub range: Range<usize>,
    /// Its line, from 1.
    pub line: usize,
    /// Its column in characters, from 1.
    pub column: usize,
}

impl Fault {
    /// An error at a place of a file.
    pub fn error(
        code: &'static str,
        file: &str,
        path: JsonPath,
        message: impl Into<String>,
    ) -> Self {
        Self {
            severity: Severity::Error,
            code,
            file: file.to_owned(),
            path,
            message: message.into(),
            help: String::new(),
            aim: Aim::Value,
            place: None,
        }
    }

    /// A warning at a place of a file.
    pub fn warning(
        code: &'static str,
        file: &str,
        path: JsonPath,
        message: impl Into<String>,
    ) -> Self {
        Self {
            severity: Severity::Warning,
            ..Self::error(code, file, path, message)
        }
    }

    /// Something worth knowing of a place of a file.
    pub fn note(
        code: &'static str,
        file: &str,
        path: JsonPath,
        message: impl Into<String>,
    ) -> Self {
        Self {
            severity: Severity::Note,
            ..Self::error(code, file, path, message)
        }
    }

    /// An error of a file as a whole.
    pub fn of_file(code: &'static str, file: &str, message: impl Into<String>) -> Self {
        Self::error(code, file, JsonPath::default(), message).aimed(Aim::File)
    }

    /// The same, with what to do.
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = help.into();
        self
    }

    /// The same, pointing at something else.
    pub fn aimed(mut self, aim: Aim) -> Self {
        self.aim = aim;
        self
    }
}

/// A path with one more step into a list.
pub(super) fn element(path: &JsonPath, index: usize) -> JsonPath {
    let mut longer = path.clone();
    longer.0.push(Step::Index(index));
    longer
}
