//! The names of all fields of the formats, for the help with a misspelt one.
//!
//! Entry point: [`help`].

use std::collections::BTreeSet;
use std::sync::LazyLock;

use serde_json::Value;

use crate::paper::Paper;
use crate::press::check::wording::{nearest, quoted};
use crate::story::Story;

/// Every field that an object of the formats may have, as their JSON Schemas tell.
static FIELDS: LazyLock<BTreeSet<String>> = LazyLock::new(|| {
    let mut names = BTreeSet::new();
    for schema in [schemars::schema_for!(Story), schemars::schema_for!(Paper)] {
        collect(schema.as_value(), &mut names);
    }
    names
});

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

/// What to do about a field that is not known.
pub(super) fn help(name: &str) -> String {
    match nearest(name, FIELDS.iter().map(String::as_str)) {
        Some(known) if known != name => format!("did you mean {}?", quoted(known)),
        Some(_) => "the field belongs to another object; move it there or take it away".to_owned(),
        None => "correct its name or take it away".to_owned(),
    }
}
