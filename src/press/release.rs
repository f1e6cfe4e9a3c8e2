//! Which stories are published now, and which are held back.
//!
//! Entry points: [`Release::look`] at one story, [`summary`] and [`notes`] of all that are held back.
//!
//! 1. A story is a draft when `draft`, `status` or `published` says so, or when one of them cannot be understood: what
//!    nobody meant to publish must not be read by everybody.
//! 2. A finished story is for later while its date lies ahead, on the paper's clock, or its `status` says so.
//! 3. Whoever is asked for drafts, or for stories for later, is given them, with a mark.

use jiff::Timestamp;

use super::check::Fault;
use super::check::wording::quoted;
use super::moment::{Parsed, Zone};
use super::survey::Entry;
use crate::story::status::Status;
use crate::story::walk::{JsonPath, Step};
use crate::story::{Moment, Story};
use crate::view::words::Words;

/// What is printed, and at which moment.
#[derive(Clone, Copy, Debug)]
pub struct Release {
    /// The moment.
    pub now: Timestamp,
    /// Whether drafts are printed.
    pub drafts: bool,
    /// Whether stories for later are printed.
    pub future: bool,
}

/// Why a story is not published.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Reason {
    /// It is not finished, or not for everybody.
    Draft,
    /// Its day has not come.
    Later,
}

impl Reason {
    /// The mark that such a story is printed with, when it is.
    pub fn mark(self, words: &Words) -> &'static str {
        match self {
            Self::Draft => words.draft,
            Self::Later => words.scheduled,
        }
    }

    /// What such a story is, after "is".
    pub fn what(self) -> &'static str {
        match self {
            Self::Draft => "a draft",
            Self::Later => "for later",
        }
    }

    /// What prints such stories.
    fn flag(self) -> &'static str {
        match self {
            Self::Draft => "--drafts",
            Self::Later => "--future",
        }
    }
}

/// Why a story is not published, and what says so.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Unpublished {
    /// Why.
    pub reason: Reason,
    /// The field of its file that says so.
    pub field: &'static str,
}

/// A story that is held back: nothing of it is printed.
#[derive(Clone, Debug)]
pub struct Held {
    /// Path of its file from the paper's folder, with `/`.
    pub file: String,
    /// When it appears, as its file says it.
    pub published: String,
    /// Why.
    pub why: Unpublished,
    /// What lists would need of it; `None` when faults keep it out of the paper anyway.
    pub entry: Option<Entry>,
}

/// The fields that say whether a story is published.
const FIELDS: [&str; 3] = ["draft", "status", "published"];

impl Release {
    /// What everybody may read at a moment.
    pub fn at(now: Timestamp) -> Self {
        Self {
            now,
            drafts: false,
            future: false,
        }
    }

    /// Everything, at a moment.
    pub fn of_all(now: Timestamp) -> Self {
        Self {
            now,
            drafts: true,
            future: true,
        }
    }

    /// Whether stories are printed that are not published for a reason.
    pub fn prints(&self, reason: Reason) -> bool {
        match reason {
            Reason::Draft => self.drafts,
            Reason::Later => self.future,
        }
    }

    /// Why a story is not published by now; `None` for one that is. `faults` are those of reading its file.
    pub fn look(&self, story: &Story, faults: &[Fault], zone: &Zone) -> Option<Unpublished> {
        let published = &story.published;
        let because = |reason, field| Some(Unpublished { reason, field });
        if let Some(field) = FIELDS.into_iter().find(|field| is_unclear(faults, field)) {
            return because(Reason::Draft, field);
        }
        if story.draft == Some(true) {
            return because(Reason::Draft, "draft");
        }
        match story.status.as_deref().map(Status::read) {
            Some(Some(Status::Draft) | None) => return because(Reason::Draft, "status"),
            Some(Some(Status::Later)) => return because(Reason::Later, "status"),
            Some(Some(Status::Published)) | None => {}
        }
        if published.is_never() || is_no_date(published) {
            return because(Reason::Draft, "published");
        }
        let ahead = self.is_ahead(published, zone);
        ahead.then_some(Unpublished {
            reason: Reason::Later,
            field: "published",
        })
    }

    /// Whether a date lies ahead.
    pub fn is_ahead(&self, date: &Moment, zone: &Zone) -> bool {
        let date = Parsed::read(&date.datetime);
        date.is_ok_and(|date| date.on_clock(zone).timestamp() > self.now)
    }
}

/// Whether a date cannot be read, so that nobody knows whether its day has come. A story that says none is not for later.
fn is_no_date(date: &Moment) -> bool {
    !date.datetime.is_empty() && Parsed::read(&date.datetime).is_err()
}

/// Whether a field that says whether a story is published could not be read, stands twice, or is spelled in capitals.
fn is_unclear(faults: &[Fault], field: &str) -> bool {
    faults.iter().any(|fault| match fault.path.0.as_slice() {
        [Step::Field(name)] if fault.code == "unknown-field" => is_misspelt(name, field),
        [Step::Field(name), ..] => name == field && fault.code == "wrong-type",
        [Step::Index(_), ..] => false,
        [] => fault.code == "duplicate-field" && fault.message.starts_with(&quoted(field)),
    })
}

/// Whether a field that a story does not have is meant to say whether it is published: `Draft`, `STATUS`.
pub(super) fn is_meant(path: &JsonPath) -> bool {
    matches!(path.0.as_slice(), [Step::Field(name)]
        if FIELDS.iter().any(|field| is_misspelt(name, field)))
}

fn is_misspelt(name: &str, field: &str) -> bool {
    name.eq_ignore_ascii_case(field)
}

/// What was held back, in a sentence; `None` when nothing was.
pub fn summary(held: &[Held]) -> Option<String> {
    let count = |reason| held.iter().filter(|one| one.why.reason == reason).count();
    let (drafts, later) = (count(Reason::Draft), count(Reason::Later));
    let drafts_said = match drafts {
        1 => "1 draft".to_owned(),
        drafts => format!("{drafts} drafts"),
    };
    let later_said = match later {
        1 => "1 story for later".to_owned(),
        later => format!("{later} stories for later"),
    };
    let verb = if drafts + later == 1 { "was" } else { "were" };
    match (drafts, later) {
        (0, 0) => None,
        (_, 0) => Some(format!(
            "{drafts_said} {verb} held back; --drafts prints drafts."
        )),
        (0, _) => Some(format!(
            "{later_said} {verb} held back; --future prints what is for later."
        )),
        _ => Some(format!(
            "{drafts_said} and {later_said} were held back; --drafts and --future print them."
        )),
    }
}

/// A note on each story that is held back, for `check`.
pub fn notes(held: &[Held]) -> Vec<Fault> {
    held.iter().map(note).collect()
}

fn note(held: &Held) -> Fault {
    let Unpublished { reason, field } = held.why;
    let is_unreadable = held.published != Moment::NEVER;
    let (code, message) = match (reason, field) {
        (Reason::Draft, "published") if is_unreadable => (
            "draft",
            "it cannot be read when the story is to be published, so it is held back".to_owned(),
        ),
        (Reason::Draft, _) => (
            "draft",
            "the story is a draft, so it is held back".to_owned(),
        ),
        (Reason::Later, "status") => (
            "later",
            "the story is for later, so it is held back".to_owned(),
        ),
        (Reason::Later, _) => (
            "later",
            format!(
                "the story is for later, so it is held back until {}",
                quoted(&held.published)
            ),
        ),
    };
    let help = format!(
        "`newsprint dev` shows it, and `newsprint build {}` prints it",
        reason.flag()
    );
    Fault::note(code, &held.file, JsonPath::field(field), message).help(help)
}
