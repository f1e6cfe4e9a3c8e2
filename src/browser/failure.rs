//! What can go wrong on the way to a page, and what is done about it.
//!
//! Entry points: [`of_status`] and [`read`]. Two answers are possible. Where the data is not there or
//! is not ours, the link is followed as an ordinary one: the server knows better than the reader what
//! stands there. Where the network or the server failed, an ordinary link would fail too and take the
//! page that is being read with it, so a message is shown instead.
//!
//! JSON that ends too early is the network's doing, so it gets the message; any other fault in it
//! (HTML in its place, a page of another version of the paper) is followed as a link.

use super::json::{self, Fault};
use crate::paper::page::Page;
use crate::story::digits::digits;
use crate::view::words::{Words, fill};

/// Why a page did not come.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Failure {
    /// There is no data for the page here, or none that the reader can use.
    NoData,
    /// Nothing answered.
    NoNetwork,
    /// The answer took too long.
    TimedOut,
    /// The answer ended too early.
    CutOff,
    /// The server said that it failed, with this HTTP status.
    Server(u16),
}

impl Failure {
    /// Whether the link is to be followed as an ordinary one.
    pub fn is_followed(self) -> bool {
        self == Self::NoData
    }

    /// What the reader is told.
    pub fn text(self, words: &Words) -> String {
        match self {
            Self::NoNetwork => words.error_offline.to_owned(),
            Self::TimedOut => words.error_timeout.to_owned(),
            Self::NoData | Self::CutOff => words.error_broken.to_owned(),
            Self::Server(status) => fill(words.error_server, &[("status", &digits(status))]),
        }
    }
}

/// What an HTTP status means for the page; `None` when it is there.
pub fn of_status(status: u16) -> Option<Failure> {
    match status {
        200..=299 => None,
        // Too slow, too many: both pass (RFC 9110, 15.5.9; RFC 6585, 4).
        408 | 429 | 500.. => Some(Failure::Server(status)),
        _ => Some(Failure::NoData),
    }
}

/// Reads a page from its JSON.
///
/// # Errors
/// [`Failure::CutOff`] when the JSON ends too early, [`Failure::NoData`] when it is not a page.
pub fn read(json: &str) -> Result<Page, Failure> {
    json::read(json).map_err(|fault| match fault {
        Fault::CutOff => Failure::CutOff,
        Fault::OtherForm => Failure::NoData,
    })
}
