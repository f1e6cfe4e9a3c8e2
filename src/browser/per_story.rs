//! Things that are stored for each story: lines of its address, a value without spaces, and when that was written, in
//! seconds; the newest first.
//!
//! Entry points: [`get`] and [`set`] for a story, [`merge`] for what comes from another machine.

use super::identity::Identity;
use super::storage::{self, Kept};
use crate::paper::address::is_same;
use crate::story::digits::digits;

/// Stories that a kind of thing is stored for.
const MOST: usize = 500;

#[derive(Clone, Copy)]
struct Line<'a> {
    address: &'a str,
    value: &'a str,
    /// Zero where it is not known.
    time: usize,
}

fn read(text: &str) -> Vec<Line<'_>> {
    let mut lines = Vec::new();
    for line in text.lines() {
        let mut parts = line.split(' ');
        if let Some((address, value)) = parts.next().zip(parts.next()) {
            let time = parts.next().and_then(|time| time.parse().ok());
            lines.push(Line {
                address,
                value,
                time: time.unwrap_or_default(),
            });
        }
    }
    lines
}

fn write(lines: &[Line]) -> String {
    let mut text = String::new();
    for line in lines.iter().take(MOST) {
        text.extend([line.address, " ", line.value, " ", &digits(line.time), "\n"]);
    }
    text
}

/// What is stored under a name for a story.
pub(crate) fn get(story: &Identity, name: &'static str) -> Option<String> {
    let text = storage::get(name);
    let lines = read(&text);
    let line = lines.iter().find(|line| story.is_at(line.address));
    line.map(|line| line.value.to_owned())
}

/// Stores a value for a story; none is forgotten.
pub(crate) fn set(story: &Identity, name: &'static str, value: Option<&str>) -> Kept {
    let text = storage::get(name);
    let mut lines = read(&text);
    let before = lines.iter().find(|line| story.is_at(line.address));
    let stays = match before {
        Some(line) => line.address == story.address && value == Some(line.value),
        None => value.is_none(),
    };
    if stays {
        return Kept::Yes;
    }
    lines.retain(|line| !story.is_at(line.address));
    if let Some(value) = value {
        let now = Line {
            address: &story.address,
            value,
            time: (js_sys::Date::now() / 1000.0) as usize,
        };
        lines.insert(0, now);
    }
    storage::set(name, &write(&lines))
}

/// What is stored on this machine and what comes from another: of each story the newer, the own where nobody knows.
pub(crate) fn merge(own: &str, other: &str) -> String {
    let mut lines = read(own);
    for line in read(other) {
        let known = lines
            .iter()
            .position(|known| is_same(known.address, line.address));
        if let Some(place) = known {
            if lines
                .get(place)
                .is_some_and(|known| known.time >= line.time)
            {
                continue;
            }
            lines.remove(place);
        }
        let older = lines.iter().position(|other| other.time < line.time);
        lines.insert(older.unwrap_or(lines.len()), line);
        // Another machine's file may be of any length.
        lines.truncate(MOST);
    }
    write(&lines)
}
