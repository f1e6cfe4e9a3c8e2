//! The highlights as they are kept: one on each line, those of a story together, the oldest first.
//!
//! Entry points: [`read`] and [`write`].
//!
//! A line is the parts of a [`Highlight`], percent-encoded, with spaces between them.

use js_sys::{decode_uri_component, encode_uri_component};

use super::KEPT;
use crate::reader::{Reader, storage};
use crate::story::anchor::Anchor;
use crate::story::digits::digits;

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

/// All highlights, of every story.
pub(super) fn read(reader: &Reader) -> Vec<Highlight> {
    storage::get(reader, KEPT)
        .lines()
        .filter_map(parse)
        .collect()
}

/// Keeps highlights, and no others.
pub(super) fn write(reader: &'static Reader, highlights: &[Highlight]) {
    let lines: String = highlights.iter().map(line).collect();
    storage::set(reader, KEPT, &lines);
}

fn parse(line: &str) -> Option<Highlight> {
    let mut parts = line.split(' ').map(|part| {
        let text = decode_uri_component(part);
        text.map(String::from).unwrap_or_default()
    });
    let mut next = || parts.next();
    Some(Highlight {
        address: next()?,
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
