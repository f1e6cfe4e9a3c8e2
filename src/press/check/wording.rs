//! Words for faults: values as one would name them, the nearest known name, serde's messages made plain.
//!
//! Entry points: [`quoted`], [`nearest`], [`describe`], [`WrongType::read`].

use serde_json::Value;

/// Longest piece of a file's content that a message repeats, in characters.
const LONGEST: usize = 60;

/// A piece of a file's content as a message shows it: short, on one line, without control characters.
pub(in crate::press) fn quoted(words: &str) -> String {
    if words.is_empty() {
        return "an empty string".to_owned();
    }
    let mut shown = String::from("`");
    for (place, character) in words.chars().enumerate() {
        if place == LONGEST {
            shown.push('…');
            break;
        }
        // Direction marks and other invisible characters would garble the terminal's line.
        if character.is_control()
            || matches!(character, '\u{200e}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
        {
            shown.extend(character.escape_default());
        } else {
            shown.push(character);
        }
    }
    shown.push('`');
    shown
}

/// The known name that somebody probably meant.
pub(in crate::press) fn nearest<'a>(
    word: &str,
    known: impl IntoIterator<Item = &'a str>,
) -> Option<&'a str> {
    let letters = word.chars().count();
    let furthest = (letters / 3).clamp(1, 6);
    let lower = word.to_lowercase();
    known
        .into_iter()
        .filter(|candidate| candidate.len().abs_diff(word.len()) <= furthest * 2)
        .map(|candidate| {
            let distance = strsim::damerau_levenshtein(&lower, &candidate.to_lowercase());
            (distance, candidate)
        })
        .filter(|(distance, _)| *distance <= furthest)
        .min()
        .map(|(_, candidate)| candidate)
}

/// The help for a name that is not known: the nearest one, or what else to do.
pub(in crate::press) fn suggestion<'a>(
    word: &str,
    known: impl IntoIterator<Item = &'a str>,
    otherwise: &str,
) -> String {
    match nearest(word, known) {
        Some(name) => format!("did you mean {}?", quoted(name)),
        None => otherwise.to_owned(),
    }
}

/// A few names, for a help that lists what there is.
pub(in crate::press) fn listed<'a>(names: impl IntoIterator<Item = &'a str>) -> String {
    let names: Vec<String> = names.into_iter().take(12).map(quoted).collect();
    names.join(", ")
}

/// A value, as one would name it.
pub(in crate::press) fn describe(value: &Value) -> String {
    match value {
        Value::Null => "`null`".to_owned(),
        Value::Bool(value) => format!("`{value}`"),
        Value::Number(number) => format!("the number `{number}`"),
        Value::String(text) if text.is_empty() => quoted(text),
        Value::String(text) => format!("the string {}", quoted(text)),
        Value::Array(list) if list.is_empty() => "an empty list".to_owned(),
        Value::Array(_) => "a list".to_owned(),
        Value::Object(_) => "an object".to_owned(),
    }
}

/// A message of serde about a value of the wrong type, made plain.
pub(in crate::press) struct WrongType {
    /// What was expected and found.
    pub(in crate::press) message: String,
    /// What to write.
    pub(in crate::press) help: String,
}

/// What serde calls the types of the formats; what they are called here; an example.
const TYPES: &[(&str, &str, &str)] = &[
    ("a string", "a string", "`\"…\"`"),
    ("a sequence", "a list", "`[ … ]`"),
    ("a map", "an object", "`{ … }`"),
    ("struct ", "an object", "`{ … }`"),
    ("a boolean", "`true` or `false`", "`true` or `false`"),
    (
        "u8",
        "a whole number from 0 to 255",
        "a number without quotation marks",
    ),
    (
        "u32",
        "a whole number",
        "a number without quotation marks, a point or a sign",
    ),
    (
        "usize",
        "a whole number",
        "a number without quotation marks, a point or a sign",
    ),
    ("a text: ", "a text", "`\"…\"`, a span or a list of both"),
    (
        "a text, a list or an object",
        "a text, a list or an object",
        "its words as `\"…\"`, or `{ … }` with its fields",
    ),
    (
        "text, or an object with one key",
        "text, or an object with one key, its kind",
        "`\"…\"` or `{ \"kind\": … }`",
    ),
    ("a date", "a date", "`\"2026-11-20\"`"),
];

impl WrongType {
    /// Says what is wrong with a value, from serde's message about it.
    pub(in crate::press) fn read(message: &str, found: &Value) -> Self {
        let Some((_, expected)) = message.split_once("expected ") else {
            return Self {
                message: message.to_owned(),
                help: "write one object for each part, with one key".to_owned(),
            };
        };
        let known = TYPES.iter().find(|(name, ..)| expected.starts_with(name));
        let (expected, example) =
            known.map_or((expected, expected), |(_, name, example)| (*name, *example));
        Self {
            message: format!("expected {expected}, found {}", describe(found)),
            help: format!("write {example} here"),
        }
    }
}

/// The field that serde misses.
pub(in crate::press) fn missing_field(message: &str) -> Option<&str> {
    message.strip_prefix("missing field `")?.split('`').next()
}

/// What serde_json's message about broken JSON means, and what to do.
pub(in crate::press) fn broken_json(message: &str) -> (String, &'static str) {
    let message = message.split(" at line ").next().unwrap_or(message);
    let meaning = match message {
        "trailing comma" => (
            "a comma stands before the closing bracket",
            "take the comma away",
        ),
        "key must be a string" => (
            "a key does not stand in quotation marks",
            "put the key in quotation marks: `\"headline\"`; after the last field no comma follows",
        ),
        "expected value" => (
            "a value is missing",
            "write a string in quotation marks, a number, `true`, `false`, a list or an object",
        ),
        "trailing characters" => (
            "the JSON has ended, but the file goes on",
            "take away what follows the last bracket; a file holds one object",
        ),
        "expected `,` or `}`" => (
            "a comma or a closing `}` is missing",
            "put a comma between two fields, and a backslash before a quotation mark inside a string",
        ),
        "expected `,` or `]`" => (
            "a comma or a closing `]` is missing",
            "put a comma between two elements, and a backslash before a quotation mark inside a string",
        ),
        "expected `:`" => ("a colon is missing", "put a colon between key and value"),
        "invalid escape" => (
            "no such escape exists",
            "write a backslash itself as two backslashes",
        ),
        "recursion limit exceeded" => (
            "lists and objects stand more than 127 deep in each other",
            "write the part with fewer lists in lists",
        ),
        _ if message.starts_with("EOF") => (
            "the file ends in the middle of its JSON",
            "close every string, list and object; perhaps the file was cut off",
        ),
        _ if message.starts_with("control character") => (
            "a line break or another control character stands inside a string",
            "write a line break as `\\n`, a tab as `\\t`",
        ),
        other => return (format!("the JSON is broken: {other}"), "correct the JSON"),
    };
    (format!("the JSON is broken: {}", meaning.0), meaning.1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_name_is_near() {
        let known = ["pull_quote", "paragraph", "picture"];
        assert_eq!(nearest("pull-quote", known), Some("pull_quote"));
        assert_eq!(nearest("Paragraf", known), Some("paragraph"));
        assert_eq!(nearest("poll", known), None);
    }

    #[test]
    fn what_is_quoted_cannot_change_the_terminal() {
        assert_eq!(
            quoted("a\u{1b}[31m\nb\u{202e}c"),
            "`a\\u{1b}[31m\\nb\\u{202e}c`"
        );
        assert_eq!(quoted(&"é".repeat(99)).chars().count(), LONGEST + 3);
    }
}
