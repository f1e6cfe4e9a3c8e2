//! Lays smaller copies beside the files of a bundle, for servers that send them to browsers that take them.
//!
//! Entry point: [`compress`]. Each text and the reader get a `.br` (RFC 7932) and a `.gz` (RFC 1952), where that is
//! smaller; pictures, sounds, films and faces are compressed already.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use brotli::enc::BrotliEncoderParams;
use flate2::{Compression, GzBuilder};
use rayon::prelude::*;
use walkdir::WalkDir;

/// Below this a file fits into one packet as it is.
const SMALLEST: usize = 1024;

/// What the names of the copies end with.
pub const COPIES: [&str; 2] = ["br", "gz"];

/// Endings of files that are worth it.
const ENDINGS: [&str; 12] = [
    "html",
    "json",
    "xml",
    "css",
    "js",
    "svg",
    "wasm",
    "txt",
    "vtt",
    "webmanifest",
    "opml",
    "xsl",
];

/// Brotli's quality for pages, of which there may be many: 11 takes twenty times as long for a few per cent.
const PAGE_QUALITY: i32 = 9;
/// Brotli's quality for assets, which are few and asked for with every first page.
const ASSET_QUALITY: i32 = 11;

/// Compresses the files of a bundle, on all cores; how many. The same bytes give the same copies.
///
/// # Errors
/// A file cannot be read or written.
pub fn compress(folder: &Path) -> Result<usize> {
    let files: Vec<PathBuf> = WalkDir::new(folder)
        .into_iter()
        .filter_map(Result::ok)
        .map(walkdir::DirEntry::into_path)
        .filter(|file| is_worth_it(file))
        .collect();
    let done = files.par_iter().map(|file| one(folder, file));
    let done: Result<Vec<bool>> = done.collect();
    Ok(done?.into_iter().filter(|done| *done).count())
}

fn is_worth_it(file: &Path) -> bool {
    let ending = file.extension().and_then(|ending| ending.to_str());
    ending.is_some_and(|ending| ENDINGS.contains(&ending)) && file.is_file()
}

fn one(folder: &Path, file: &Path) -> Result<bool> {
    let bytes = fs::read(file).with_context(|| format!("{} cannot be read", file.display()))?;
    if bytes.len() < SMALLEST {
        return Ok(false);
    }
    let quality = if file.starts_with(folder.join("assets")) {
        ASSET_QUALITY
    } else {
        PAGE_QUALITY
    };
    for (ending, small) in COPIES
        .into_iter()
        .zip([brotli(&bytes, quality)?, gzip(&bytes)?])
    {
        let copy = copy_of(file, ending);
        // A publisher may have laid one of the paper's own beside it.
        if small.len() < bytes.len() && !copy.exists() {
            fs::write(&copy, small)
                .with_context(|| format!("{} cannot be written", copy.display()))?;
        }
    }
    Ok(true)
}

/// Where the copy of a file lies.
pub fn copy_of(file: &Path, ending: &str) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(format!(".{ending}"));
    PathBuf::from(name)
}

fn brotli(mut bytes: &[u8], quality: i32) -> io::Result<Vec<u8>> {
    let mut small = Vec::new();
    let parameters = BrotliEncoderParams {
        quality,
        size_hint: bytes.len(),
        ..Default::default()
    };
    brotli::BrotliCompress(&mut bytes, &mut small, &parameters)?;
    Ok(small)
}

/// Without the time and the name that a gzip may carry, so that nothing but the content is in it.
fn gzip(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let mut encoder = GzBuilder::new()
        .mtime(0)
        .write(Vec::new(), Compression::best());
    encoder.write_all(bytes)?;
    encoder.finish()
}
