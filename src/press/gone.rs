//! Notices stories that have lost their address since the last build, and what became of them.
//!
//! Entry points: [`fn@write`] lays the addresses of all stories into the bundle; [`since`] compares those of the bundle
//! before with the stories of today. Nothing is done by itself: a publisher who renames a file is told which alias
//! keeps its readers.

use std::collections::{HashMap, HashSet};
use std::fs;
use std::path::Path;

use anyhow::Result;

use super::pages::Edition;
use super::print;
use super::release::{Held, Reason};
use super::survey::Entry;
use crate::story::Story;

/// The addresses of the stories of a bundle: a line for each, with what the story is known by.
pub const FILE: &str = ".newsprint-stories";

/// What a story is known by when its file has another name: its date with its headline, and with its first words.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub struct Marks {
    headline: u64,
    opening: u64,
}

impl Marks {
    /// The marks of a story.
    pub fn of(story: &Story) -> Self {
        let date = &story.published.datetime;
        // What cannot be written as JSON could not be read from it.
        let opening = serde_json::to_string(&story.body.first()).unwrap_or_default();
        Self {
            headline: mark(&[date, &story.headline]),
            opening: mark(&[date, &opening]),
        }
    }
}

/// 48 bits suffice: only a few stories are compared, those whose address is gone.
fn mark(parts: &[&str]) -> u64 {
    let mut hasher = blake3::Hasher::new();
    for part in parts {
        hasher.update(part.as_bytes()).update(b"\0");
    }
    let mut bytes = [0; 8];
    bytes[2..].copy_from_slice(&hasher.finalize().as_bytes()[..6]);
    u64::from_be_bytes(bytes)
}

/// An address of the last build that is no longer there.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Gone {
    /// The address, from the top of the paper.
    pub address: String,
    /// What became of the story that stood there.
    pub fate: Fate,
}

/// What became of a story that has lost its address.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Fate {
    /// No story looks like it.
    Unknown,
    /// It looks like one that stands elsewhere.
    Moved(Now),
    /// It is held back: the file, and why.
    HeldBack(String, Reason),
}

/// Where a story stands today.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Now {
    /// Its address.
    pub address: String,
    /// Its file, from the paper's folder.
    pub file: String,
}

/// Writes the addresses of all stories, old ones too, in order.
///
/// # Errors
/// The file cannot be written.
pub fn write(edition: &Edition, out: &Path) -> Result<()> {
    let entries = edition.index.entries.iter();
    let mut lines: Vec<String> = entries
        .flat_map(|entry| {
            let Marks { headline, opening } = entry.marks;
            let end = format!(" {headline:012x} {opening:012x}\n");
            addresses(entry).map(move |address| format!("{address}{end}"))
        })
        .collect();
    lines.sort_unstable();
    print::write(&out.join(FILE), lines.concat().as_bytes())
}

fn addresses(entry: &Entry) -> impl Iterator<Item = &str> {
    std::iter::once(&entry.address)
        .chain(&entry.aliases)
        .map(String::as_str)
}

/// The addresses of the bundle in a folder that the paper no longer has. None where there is no bundle, or one of a
/// Newsprint that did not write them down.
pub fn since(bundle: &Path, edition: &Edition) -> Vec<Gone> {
    let Ok(last) = fs::read_to_string(bundle.join(FILE)) else {
        return Vec::new();
    };
    let entries = &edition.index.entries;
    let here: HashSet<&str> = entries.iter().flat_map(addresses).collect();
    let gone: Vec<_> = last
        .lines()
        .filter_map(line)
        .filter(|(address, _)| !here.contains(address))
        .collect();
    if gone.is_empty() {
        return Vec::new();
    }
    // Of stories with one mark, the oldest.
    let by = |mark: fn(&Entry) -> u64| -> HashMap<u64, &Entry> {
        entries.iter().map(|entry| (mark(entry), entry)).collect()
    };
    let (headlines, openings) = (
        by(|entry| entry.marks.headline),
        by(|entry| entry.marks.opening),
    );
    let moved = |marks: Marks| {
        let same = headlines.get(&marks.headline);
        let entry = same.or_else(|| openings.get(&marks.opening))?;
        Some(Fate::Moved(Now {
            address: entry.address.clone(),
            file: entry.file.clone(),
        }))
    };
    let fate = |address: &str, marks: Marks| {
        let held = held_back(&edition.held, |entry| {
            addresses(entry).any(|own| own == address)
        });
        held.or_else(|| moved(marks)).or_else(|| {
            held_back(&edition.held, |entry| {
                entry.marks.headline == marks.headline || entry.marks.opening == marks.opening
            })
        })
    };
    gone.into_iter()
        .map(|(address, marks)| Gone {
            address: address.to_owned(),
            fate: fate(address, marks).unwrap_or(Fate::Unknown),
        })
        .collect()
}

/// The first of the stories that are held back which is the one that is looked for.
fn held_back(held: &[Held], is_it: impl Fn(&Entry) -> bool) -> Option<Fate> {
    let found = held
        .iter()
        .find(|one| one.entry.as_ref().is_some_and(&is_it))?;
    Some(Fate::HeldBack(found.file.clone(), found.why.reason))
}

/// Reads a line; what is none is passed over.
fn line(line: &str) -> Option<(&str, Marks)> {
    let mut words = line.split(' ');
    let address = words.next()?;
    let mut mark = || u64::from_str_radix(words.next()?, 16).ok();
    let marks = Marks {
        headline: mark()?,
        opening: mark()?,
    };
    Some((address, marks))
}
