//! The highlights as they are kept: one on each line, those of a story together, the oldest first.
//!
//! Entry points: [`read`] and [`fn@write`]; [`merge`] for those of another machine, [`moved`] for a story that has another
//! address than before.
//!
//! A line is the parts of a [`Highlight`], percent-encoded, with spaces between them.

use js_sys::{JsString, decode_uri_component, encode_uri_component};

use crate::browser::identity::Identity;
use crate::browser::storage::{self, HIGHLIGHTS};
use crate::paper::address::is_same;
use crate::story::anchor::Anchor;
use crate::story::digits::digits;
use crate::tools::Tools;

/// Words of a story that somebody marked.
#[derive(Clone)]
pub(super) struct Highlight {
    /// Address of the story's page on its host.
    pub(super) address: String,
    /// The page's title.
    pub(super) title: String,
    /// When they were marked, as ISO 8601 writes it.
    pub(super) created: String,
    /// What somebody thinks of them; may be empty.
    pub(super) note: String,
    /// The words.
    pub(super) anchor: Anchor,
}

impl Highlight {
    /// Whether another one is of the same story.
    pub(super) fn is_beside(&self, other: &Self) -> bool {
        is_same(&self.address, &other.address)
    }

    /// Whether another one marks the same words of the same story.
    fn is_same(&self, other: &Self) -> bool {
        self.anchor == other.anchor && self.is_beside(other)
    }

    /// Adds what somebody thought of the same words elsewhere. What is written here already is not written again.
    fn join(&mut self, note: String) {
        // The browser's own search, which the Wasm need not bring.
        let lines = |note: &str| JsString::from(["\n", note, "\n"].concat());
        if self.note.is_empty() {
            self.note = note;
        } else if !note.is_empty() && !lines(&self.note).includes(&String::from(lines(&note)), 0) {
            self.note.extend(["\n", &note]);
        }
    }
}

/// All highlights, of every story.
pub(super) fn read() -> Vec<Highlight> {
    parse(&storage::get(HIGHLIGHTS))
}

/// Keeps highlights, and no others.
pub(super) fn write(tools: &'static Tools, highlights: &[Highlight]) {
    tools.store(HIGHLIGHTS, &text(highlights));
}

/// All highlights. Those that were kept under an old address of the shown story are kept under its own from now on.
pub(super) fn moved(tools: &'static Tools, shown: &Identity) -> Vec<Highlight> {
    let mut old = read();
    let mut are_moved = false;
    for one in &mut old {
        if one.address != shown.address && shown.is_at(&one.address) {
            one.address.clone_from(&shown.address);
            are_moved = true;
        }
    }
    if !are_moved {
        return old;
    }
    // What was marked at both addresses is there once.
    let mut kept = Vec::new();
    add(&mut kept, old);
    write(tools, &kept);
    kept
}

/// The highlights that are kept here and those of another machine: what both have is there once, with both notes.
pub(in crate::tools) fn merge(own: &str, other: &str) -> String {
    let mut kept = parse(own);
    add(&mut kept, parse(other));
    text(&kept)
}

/// Adds highlights, each beside the others of its story, by age.
fn add(kept: &mut Vec<Highlight>, others: Vec<Highlight>) {
    for one in others {
        if let Some(known) = kept.iter_mut().find(|known| known.is_same(&one)) {
            known.join(one.note);
            continue;
        }
        let after = |known: &Highlight| known.is_beside(&one) && known.created <= one.created;
        let place = match kept.iter().rposition(after) {
            Some(last) => last + 1,
            None => kept
                .iter()
                .position(|known| known.is_beside(&one))
                .unwrap_or(kept.len()),
        };
        kept.insert(place, one);
    }
}

fn parse(text: &str) -> Vec<Highlight> {
    text.lines().filter_map(parse_line).collect()
}

fn text(highlights: &[Highlight]) -> String {
    highlights.iter().map(line).collect()
}

fn parse_line(line: &str) -> Option<Highlight> {
    let mut parts = line.split(' ').map(|part| {
        let text = decode_uri_component(part);
        text.map(String::from).unwrap_or_default()
    });
    let mut next = || parts.next();
    Some(Highlight {
        address: next().filter(|address| is_path(address))?,
        title: next()?,
        created: next()?,
        note: next()?,
        anchor: Anchor {
            start: next()?.parse().ok()?,
            exact: next()?,
            prefix: next()?,
            suffix: next()?,
        },
    })
}

/// Whether an address is a path on this host. A file may hold any other, and the list would lead there.
fn is_path(address: &str) -> bool {
    let rest = address.strip_prefix('/');
    rest.is_some_and(|rest| !rest.starts_with(['/', '\\']))
}

fn line(highlight: &Highlight) -> String {
    let anchor = &highlight.anchor;
    let mut line = String::new();
    for part in [
        &highlight.address,
        &highlight.title,
        &highlight.created,
        &highlight.note,
        &digits(anchor.start),
        &anchor.exact,
        &anchor.prefix,
        &anchor.suffix,
    ] {
        line += &String::from(encode_uri_component(part));
        line.push(' ');
    }
    line.push('\n');
    line
}
