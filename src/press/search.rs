//! The search index, made by Pagefind: what the browser needs to find a story by any of its words.
//!
//! Entry points: [`write_index`], and [`script`], which the search page names.
//!
//! 1. Every story becomes a [`record`](record::Record), on all cores.
//! 2. Pagefind makes one index for each language; it stems words where it knows how, and divides Chinese into words.
//! 3. Of its files only those are written that the reader asks for ([`tight`]): it brings search boxes of its own, too.
//!
//! The browser loads none of it before somebody searches, and then only the parts that hold the words looked for.

mod record;
mod tight;
mod words;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use pagefind::api::{PagefindIndex, SyntheticFile};
use pagefind::options::PagefindServiceConfig;
use rayon::prelude::*;
use serde_json::{Value, json};
use tokio::runtime::{Builder, Runtime};

use super::pages::{Calendars, Edition};
use super::print::write;
use crate::view::words::Words;
use record::Record;

/// The folder of the index, from the top of the paper.
pub const FOLDER: &str = "pagefind";

/// Pagefind's script, to which [`script`] adds ours.
const PAGEFIND: &str = "pagefind.js";
/// The class of that script which ours works with.
const CLASS: &str = "PagefindInstance";

/// The script that searches: Pagefind's own, and `static/search.js`, which tells the reader what was found.
///
/// # Errors
/// Pagefind's script is not the one that ours was written for.
pub fn script() -> Result<String> {
    let files = runtime()?.block_on(async { index()?.get_files().await })?;
    let pagefind = files
        .into_iter()
        .find(|file| file.filename == Path::new(PAGEFIND))
        .with_context(|| format!("Pagefind made no {PAGEFIND}"))?;
    let pagefind = String::from_utf8(pagefind.contents)
        .with_context(|| format!("Pagefind's {PAGEFIND} is no text"))?;
    if !pagefind.contains(CLASS) {
        bail!(
            "Pagefind's {PAGEFIND} has no {CLASS}: static/search.js was written for another version"
        );
    }
    let ours = include_str!("../../static/search.js").lines();
    let ours: Vec<&str> = ours
        .filter(|line| !line.trim_start().starts_with("//"))
        .collect();
    let words = serde_json::to_string(&texts()).context("a text cannot be written as JSON")?;
    Ok(format!(
        "{pagefind}\nconst newsprintWords={words};\n{}\n",
        ours.join("\n")
    ))
}

/// The interface texts that only what was found has, by language.
fn texts() -> BTreeMap<&'static str, Value> {
    let texts = Words::all().map(|words| {
        let texts = json!({
            "found": words.found,
            "nothing": words.found_nothing,
            "more": words.more_found,
            "narrow": words.narrow,
            "any": words.any,
            "section": words.section,
            "topic": words.topic,
            "author": words.author,
            "year": words.year,
            "language": words.in_language,
        });
        (words.language, texts)
    });
    texts.collect()
}

/// Writes the index of all stories into the folder the paper is printed into.
///
/// # Errors
/// A story's file changed since the check, or a file cannot be written.
pub fn write_index(edition: &Edition, folder: &Path, out: &Path) -> Result<()> {
    let records = (0..edition.index.entries.len())
        .into_par_iter()
        .map_init(Calendars::default, |calendars, place| {
            record::of(edition, folder, place, calendars)
        })
        .collect::<Result<Vec<Record>>>()?;
    let languages: BTreeSet<String> = records
        .iter()
        .map(|record| record.language.clone())
        .collect();
    let files = runtime()?.block_on(indexed(records))?;
    let needed: Vec<SyntheticFile> = files
        .into_iter()
        .filter(|file| is_needed(&file.filename, &languages))
        .collect();
    let out = out.join(FOLDER);
    let folders: BTreeSet<PathBuf> = needed
        .iter()
        .filter_map(|file| Some(out.join(file.filename.parent()?)))
        .collect();
    for folder in folders {
        fs::create_dir_all(&folder)
            .with_context(|| format!("{} cannot be made", folder.display()))?;
    }
    needed
        .par_iter()
        .try_for_each(|file| write(&out.join(&file.filename), &tight::again(&file.contents)))
}

async fn indexed(records: Vec<Record>) -> Result<Vec<SyntheticFile>> {
    let mut index = index()?;
    for record in records {
        index
            .add_custom_record(
                record.shown,
                record.words,
                record.language,
                Some(record.heading),
                Some(record.filters),
                None,
            )
            .await?;
    }
    index.get_files().await
}

fn index() -> Result<PagefindIndex> {
    PagefindIndex::new(Some(PagefindServiceConfig::builder().build()))
}

/// Pagefind waits on threads of its own while it works; nothing of ours runs meanwhile.
fn runtime() -> Result<Runtime> {
    Builder::new_current_thread()
        .build()
        .context("the search index cannot be made: no thread can be started")
}

/// Whether the reader asks for a file of Pagefind's: the index itself, and of its programs those that know the words of
/// a language (`wasm.en.pagefind`), or of any language that it has no stems for.
fn is_needed(file: &Path, languages: &BTreeSet<String>) -> bool {
    let name = file.to_string_lossy();
    let extension = file.extension().unwrap_or_default();
    match name
        .strip_prefix("wasm.")
        .and_then(|name| name.strip_suffix(".pagefind"))
    {
        Some("unknown") => true,
        Some(language) => languages.contains(language),
        None => name == "pagefind-entry.json" || extension.to_string_lossy().starts_with("pf_"),
    }
}
