//! Finds where a JSON path stands in a file's text.
//!
//! Entry point: [`place_all`].
//!
//! 1. Each file that has a fault is read once more.
//! 2. [`Text`] goes down a path step by step; serde_json's `RawValue` tells where each part begins and ends. What it
//!    has found it keeps, so that the next path costs little.
//! 3. A path of the types passes through fields that a short form leaves out (`heading.text` of
//!    `{"heading": "Harbour"}`): such a step is passed over, and the fault gets the path that the file really has.

use std::borrow::Cow;
use std::collections::HashMap;
use std::ops::Range;
use std::path::Path;
use std::rc::Rc;

use rayon::prelude::*;
use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;

use super::{Aim, Fault, Place};
use crate::story::walk::{JsonPath, Step};

/// Gives every fault its place, and sorts them by file and place.
pub fn place_all(folder: &Path, faults: &mut [Fault]) {
    faults.sort_by(|one, other| one.file.cmp(&other.file));
    faults
        .chunk_by_mut(|one, other| one.file == other.file)
        .collect::<Vec<_>>()
        .into_par_iter()
        .for_each(|faults| place_in_file(folder, faults));
}

/// Sorts faults that have their places by file and place.
pub fn sort(faults: &mut [Fault]) {
    let key = |fault: &Fault| {
        let start = fault.place.as_ref().map_or(0, |place| place.range.start);
        (fault.file.clone(), start, fault.code, fault.message.clone())
    };
    faults.sort_by_cached_key(key);
}

fn place_in_file(folder: &Path, faults: &mut [Fault]) {
    if faults.iter().any(|fault| fault.aim != Aim::File)
        && let Some(text) = read(folder, &faults[0].file)
    {
        let mut text = Text::new(&text);
        for fault in faults.iter_mut() {
            text.place(fault);
        }
    }
    sort(faults);
}

/// The text of a file as faults count it: without a byte-order mark, what is not UTF-8 replaced.
pub(super) fn read(folder: &Path, file: &str) -> Option<String> {
    let bytes = std::fs::read(folder.join(file)).ok()?;
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&bytes);
    Some(String::from_utf8_lossy(bytes).into_owned())
}

/// A part of an object or a list: where its key stands, if it has one, and where its value.
#[derive(Clone)]
struct Part<'a> {
    key: Option<(Cow<'a, str>, Range<usize>)>,
    value: Range<usize>,
}

/// A file's text and what is known of it.
struct Text<'a> {
    text: &'a str,
    /// Where each line begins.
    lines: Vec<usize>,
    /// The parts of the objects and lists that have been looked into, by where they begin.
    known: HashMap<usize, Rc<[Part<'a>]>>,
}

impl<'a> Text<'a> {
    fn new(text: &'a str) -> Self {
        let breaks = text
            .bytes()
            .enumerate()
            .filter(|(_, byte)| *byte == b'\n')
            .map(|(place, _)| place + 1);
        Self {
            text,
            lines: std::iter::once(0).chain(breaks).collect(),
            known: HashMap::new(),
        }
    }

    fn place(&mut self, fault: &mut Fault) {
        let range = match fault.aim {
            Aim::File => return,
            Aim::Byte(byte) => self.character_at(byte),
            aim => {
                let (path, part) = self.find(&fault.path);
                fault.path = path;
                self.range(aim, part)
            }
        };
        let line = self.lines.partition_point(|start| *start <= range.start);
        let line_start = self.lines[line - 1];
        fault.place = Some(Place {
            line,
            column: self.text[line_start..range.start].chars().count() + 1,
            range,
        });
    }

    fn character_at(&self, byte: usize) -> Range<usize> {
        let mut start = byte.min(self.text.len());
        while !self.text.is_char_boundary(start) {
            start -= 1;
        }
        let length = self.text[start..].chars().next().map_or(0, char::len_utf8);
        start..start + length
    }

    /// What to underline of a part: its value, but only the key or the bracket of one that takes several lines.
    fn range(&self, aim: Aim, part: Part) -> Range<usize> {
        let many_lines = self.text[part.value.clone()].contains('\n');
        match part.key {
            Some((_, key)) if aim == Aim::Key || many_lines => key,
            _ if many_lines => part.value.start..part.value.start + 1,
            _ => part.value,
        }
    }

    /// The part at a path, or the deepest there is on the way; and the path that leads to it.
    fn find(&mut self, path: &JsonPath) -> (JsonPath, Part<'a>) {
        let start = self.text.len() - self.text.trim_start().len();
        let mut found = JsonPath::default();
        let mut part = Part {
            key: None,
            value: start..self.text.trim_end().len().max(start),
        };
        for step in &path.0 {
            let opening = self.text.as_bytes().get(part.value.start);
            let next = match (step, opening) {
                (Step::Field(name), Some(b'{')) => self
                    .parts(&part.value)
                    .iter()
                    .find(|part| part.key.as_ref().is_some_and(|(key, _)| key == name))
                    .cloned(),
                (Step::Index(index), Some(b'[')) => self.parts(&part.value).get(*index).cloned(),
                // A short form: what the path names the text of is the text itself.
                (Step::Field(_), Some(b'[' | b'"')) | (Step::Index(0), Some(b'{')) => continue,
                _ => None,
            };
            let Some(next) = next else { break };
            part = next;
            found.0.push(step.clone());
        }
        (found, part)
    }

    fn parts(&mut self, value: &Range<usize>) -> Rc<[Part<'a>]> {
        let text = self.text;
        Rc::clone(self.known.entry(value.start).or_insert_with(|| {
            let parts = serde_json::from_str::<Parts>(&text[value.clone()]);
            let place = |raw: &str| {
                let start = raw.as_ptr() as usize - text.as_ptr() as usize;
                start..start + raw.len()
            };
            let part = |(key, value): &(Option<&'a RawValue>, &'a RawValue)| Part {
                key: key.map(|key| {
                    let name = serde_json::from_str(key.get()).unwrap_or_default();
                    (name, place(key.get()))
                }),
                value: place(value.get()),
            };
            parts.map_or_else(|_| Rc::from([]), |parts| parts.0.iter().map(part).collect())
        }))
    }
}

/// The parts of an object or a list, unread.
struct Parts<'a>(Vec<(Option<&'a RawValue>, &'a RawValue)>);

impl<'de> Deserialize<'de> for Parts<'de> {
    fn deserialize<D: Deserializer<'de>>(source: D) -> Result<Self, D::Error> {
        struct Forms;
        impl<'de> Visitor<'de> for Forms {
            type Value = Parts<'de>;

            fn expecting(&self, out: &mut std::fmt::Formatter) -> std::fmt::Result {
                out.write_str("an object or a list")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut parts = Vec::new();
                while let Some((key, value)) = map.next_entry()? {
                    parts.push((Some(key), value));
                }
                Ok(Parts(parts))
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Self::Value, A::Error> {
                let mut parts = Vec::new();
                while let Some(value) = list.next_element()? {
                    parts.push((None, value));
                }
                Ok(Parts(parts))
            }
        }
        source.deserialize_any(Forms)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn path(steps: &str) -> JsonPath {
        JsonPath(
            steps
                .split('.')
                .map(|step| match step.parse() {
                    Ok(index) => Step::Index(index),
                    Err(_) => Step::Field(step.to_owned()),
                })
                .collect(),
        )
    }

    /// What is underlined, where, and the path it has.
    fn shown(text: &str, steps: &str, aim: Aim) -> (String, usize, usize, String) {
        let mut fault = Fault::error("code", "file", path(steps), "message").aimed(aim);
        Text::new(text).place(&mut fault);
        let place = fault.place.unwrap();
        (
            text[place.range].to_owned(),
            place.line,
            place.column,
            fault.path.to_string(),
        )
    }

    const STORY: &str = "{\n  \"headline\": \"Ferry\",\n  \"body\": [\n    \"é\", { \"heading\": [\"a\", {\"link\": {\"href\": \"x:y\"}}] },\n    { \"list\": [\"one\", { \"text\": \"two\" }] },\n    {\n      \"picture\": { \"source\": \"a\\u002fb.jpg\" }\n    }\n  ]\n}\n";

    #[test]
    fn a_value_is_found_by_its_path() {
        assert_eq!(
            shown(STORY, "headline", Aim::Value),
            ("\"Ferry\"".into(), 2, 15, "headline".into())
        );
        assert_eq!(
            shown(STORY, "body.3.picture.source", Aim::Value),
            (
                "\"a\\u002fb.jpg\"".into(),
                7,
                30,
                "body[3].picture.source".into()
            )
        );
    }

    #[test]
    fn a_key_is_found_by_its_path() {
        assert_eq!(
            shown(STORY, "body.3.picture.source", Aim::Key).0,
            "\"source\""
        );
    }

    #[test]
    fn a_path_through_a_short_form_leads_to_the_short_form() {
        assert_eq!(
            shown(STORY, "body.1.heading.text.1.link.href", Aim::Value),
            (
                "\"x:y\"".into(),
                4,
                47,
                "body[1].heading[1].link.href".into()
            )
        );
        assert_eq!(
            shown(STORY, "body.2.list.items.1.text.0", Aim::Value),
            ("\"two\"".into(), 5, 33, "body[2].list[1].text".into())
        );
        assert_eq!(
            shown(STORY, "body.0.paragraph.0", Aim::Value),
            ("\"é\"".into(), 4, 5, "body[0]".into())
        );
    }

    #[test]
    fn a_path_through_a_text_of_one_span_leads_to_the_span() {
        let text = r#"{ "paragraph": { "link": { "href": "x:y" } } }"#;
        assert_eq!(
            shown(text, "paragraph.0.link.href", Aim::Value).3,
            "paragraph.link.href"
        );
    }

    #[test]
    fn of_a_value_on_many_lines_only_the_beginning_is_shown() {
        assert_eq!(shown(STORY, "body", Aim::Value).0, "\"body\"");
        assert_eq!(shown(STORY, "body.3", Aim::Value).0, "{");
    }

    #[test]
    fn a_path_that_goes_nowhere_stops_at_the_last_part_there_is() {
        assert_eq!(
            shown(STORY, "body.1.heading.9.link", Aim::Value).3,
            "body[1].heading"
        );
        assert_eq!(
            shown(STORY, "nothing", Aim::Key),
            ("{".into(), 1, 1, String::new())
        );
    }

    #[test]
    fn a_text_that_is_no_json_has_places_too() {
        assert_eq!(
            shown("", "a.b", Aim::Value),
            (String::new(), 1, 1, String::new())
        );
        assert_eq!(shown("{\"a\": ", "a", Aim::Value).1, 1);
        assert_eq!(shown("é", "a", Aim::Byte(1)).0, "é");
    }
}
