//! The JSON Schemas of the formats, made from the types.
//!
//! Entry points: [`story`] and [`paper`].

use schemars::Schema;
use schemars::generate::SchemaSettings;

/// The schema of a story file.
pub fn story() -> Schema {
    schema::<crate::story::Story>("A story of a Newsprint paper")
}

/// The schema of `paper.json`.
pub fn paper() -> Schema {
    schema::<crate::paper::Paper>("A Newsprint paper")
}

fn schema<T: schemars::JsonSchema>(title: &str) -> Schema {
    let mut schema = SchemaSettings::draft2020_12()
        .into_generator()
        .into_root_schema_for::<T>();
    schema.insert("title".to_owned(), title.into());
    schema
}
