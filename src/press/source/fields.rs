//! The names of all fields of the formats, for the help with a misspelt one.
//!
//! Entry point: [`help`].

use std::collections::BTreeSet;
use std::sync::LazyLock;

use serde_json::Value;

use super::PAPER;
use crate::paper::Paper;
use crate::press::check::wording::{nearest, quoted};
use crate::story::Story;

/// Every field that an object of a story may have, as its JSON Schema tells.
static OF_STORIES: LazyLock<BTreeSet<String>> =
    LazyLock::new(|| names(&schemars::schema_for!(Story)));

/// The same of `paper.json`.
static OF_PAPERS: LazyLock<BTreeSet<String>> =
    LazyLock::new(|| names(&schemars::schema_for!(Paper)));

fn names(schema: &schemars::Schema) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    collect(schema.as_value(), &mut names);
    names
}

fn collect(schema: &Value, names: &mut BTreeSet<String>) {
    match schema {
        Value::Object(fields) => {
            if let Some(Value::Object(properties)) = fields.get("properties") {
                names.extend(properties.keys().cloned());
            }
            fields.values().for_each(|part| collect(part, names));
        }
        Value::Array(parts) => parts.iter().for_each(|part| collect(part, names)),
        _ => {}
    }
}

/// What to do about a field that a file should not have.
pub(super) fn help(name: &str, file: &str) -> String {
    let fields = match file {
        PAPER => &OF_PAPERS,
        _ => &OF_STORIES,
    };
    match nearest(name, fields.iter().map(String::as_str)) {
        Some(known) if known != name => format!("did you mean {}?", quoted(known)),
        Some(_) => "the field belongs to another object; move it there or take it away".to_owned(),
        None => "correct its name or take it away".to_owned(),
    }
}
