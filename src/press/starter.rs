//! A small paper to start from.
//!
//! Entry point: [`fn@write`].

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};

use super::schema;

/// The files of the starting paper, by their path in it.
const FILES: &[(&str, &str)] = &[
    (
        "paper.json",
        include_str!("../../static/starter/paper.json"),
    ),
    (
        "stories/first-edition.json",
        include_str!("../../static/starter/stories/first-edition.json"),
    ),
    (
        "stories/how-a-story-is-made.json",
        include_str!("../../static/starter/stories/how-a-story-is-made.json"),
    ),
    (
        "stories/letters-welcome.json",
        include_str!("../../static/starter/stories/letters-welcome.json"),
    ),
];

/// Writes the starting paper, with the schemas its files name.
///
/// # Errors
/// The folder exists and holds something, or cannot be written.
pub fn write(folder: &Path) -> Result<()> {
    if fs::read_dir(folder).is_ok_and(|mut files| files.next().is_some()) {
        bail!(
            "{} holds something already; name a new folder",
            folder.display()
        );
    }
    for (path, content) in FILES {
        put(&folder.join(path), content)?;
    }
    put(
        &folder.join("schema/story.json"),
        &pretty(&schema::story())?,
    )?;
    put(
        &folder.join("schema/paper.json"),
        &pretty(&schema::paper())?,
    )
}

/// A schema as text.
///
/// # Errors
/// Never in practice: a schema is JSON already.
pub fn pretty(schema: &schemars::Schema) -> Result<String> {
    Ok(serde_json::to_string_pretty(schema)? + "\n")
}

fn put(file: &Path, content: &str) -> Result<()> {
    if let Some(parent) = file.parent() {
        fs::create_dir_all(parent)
            .with_context(|| format!("{} cannot be made", parent.display()))?;
    }
    fs::write(file, content).with_context(|| format!("{} cannot be written", file.display()))
}
