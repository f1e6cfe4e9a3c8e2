//! What one reading of a whole paper leaves in memory: the paper, an entry for each story, every fault.
//!
//! Entry point: [`survey`]. Stories are read twice, once here and once when they are printed, so that a paper
//! of any size needs memory for its entries only.

use std::path::PathBuf;

use crate::paper::Paper;
use crate::paper::place::Permalinks;
use crate::story::Picture;

use super::check::Fault;

/// A paper, read and checked.
#[derive(Debug)]
pub struct Survey {
    /// The paper's folder.
    pub folder: PathBuf,
    /// What `paper.json` says.
    pub paper: Paper,
    /// Where stories stand.
    pub permalinks: Permalinks,
    /// The stories that can be printed, newest first (then by slug).
    pub entries: Vec<Entry>,
    /// Every fault of every file, by file and place.
    pub faults: Vec<Fault>,
}

/// A story, as lists and links need it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Entry {
    /// Path of its file from the paper's folder, with `/`.
    pub file: String,
    /// Its slug: the file's name without `.json`.
    pub slug: String,
    /// Its address in the paper.
    pub address: String,
    /// Its headline, without the part after a bar.
    pub headline: String,
    /// Its standfirst, else the part of the headline after a bar.
    pub standfirst: String,
    /// Its kicker.
    pub kicker: String,
    /// Slug of its section.
    pub section: String,
    /// Its topics, by name.
    pub topics: Vec<String>,
    /// Names of its authors.
    pub authors: Vec<String>,
    /// When it appeared, as the source says it.
    pub published: String,
    /// The same in seconds since 1970, to sort by.
    pub timestamp: i64,
    /// BCP 47 tag of its language (the paper's when the story names none).
    pub language: String,
    /// Its lead picture.
    pub picture: Option<Picture>,
    /// It is still being updated.
    pub live: bool,
}
