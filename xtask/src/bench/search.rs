//! Weighs what a first search brings over the network.
//!
//! Entry point: [`weigh`].

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::budget::compressed_size;

/// Stories that a first search shows: `SHOWN` of `src/reader/search.rs`.
const SHOWN: usize = 10;

/// What a first search for one word brings, in bytes. Nothing of it is text but the script and the entry, so nothing
/// else is compressed by a host: Pagefind's files are compressed already.
pub(super) struct Weight {
    /// The script, in brotli.
    pub(super) script: usize,
    /// The entry, the table of all stories, and the Wasm that knows the language's stems.
    pub(super) always: usize,
    /// The part of the index that holds the word: the mean of all parts.
    pub(super) part: usize,
    /// The largest part: it holds one of the words that nearly every story has.
    pub(super) largest_part: usize,
    /// The stories that are shown, the largest of all.
    pub(super) stories: usize,
}

impl Weight {
    pub(super) fn total(&self) -> usize {
        self.script + self.always + self.part + self.stories
    }
}

/// Weighs the index of a printed paper in English.
///
/// # Errors
/// When the paper has no index, or a file cannot be read.
pub(super) fn weigh(printed: &Path) -> Result<Weight> {
    let index = printed.join("pagefind");
    let named = |folder: &Path, start: &str, ending: &str| -> Result<Vec<PathBuf>> {
        let mut files = Vec::new();
        let entries =
            fs::read_dir(folder).with_context(|| format!("reading {}", folder.display()))?;
        for entry in entries {
            let name = entry?.file_name().to_string_lossy().into_owned();
            if name.starts_with(start) && name.ends_with(ending) {
                files.push(folder.join(name));
            }
        }
        Ok(files)
    };
    let sizes = |files: Vec<PathBuf>| -> Result<Vec<usize>> {
        let mut sizes = Vec::new();
        for file in files {
            sizes.push(fs::metadata(&file)?.len() as usize);
        }
        sizes.sort_unstable();
        Ok(sizes)
    };
    let mut script = 0;
    for file in named(&printed.join("assets"), "search-", ".js")? {
        script += compressed_size(&fs::read(file)?)?;
    }
    let mut always = 0;
    for (start, ending) in [
        ("pagefind-entry", ".json"),
        ("pagefind.en_", ".pf_meta"),
        ("wasm.en", ".pagefind"),
    ] {
        always += sizes(named(&index, start, ending)?)?.iter().sum::<usize>();
    }
    let parts = sizes(named(&index.join("index"), "en_", ".pf_index")?)?;
    let stories = sizes(named(&index.join("fragment"), "en_", ".pf_fragment")?)?;
    Ok(Weight {
        script,
        always,
        part: parts.iter().sum::<usize>() / parts.len().max(1),
        largest_part: parts.last().copied().unwrap_or_default(),
        stories: stories.iter().rev().take(SHOWN).sum(),
    })
}
