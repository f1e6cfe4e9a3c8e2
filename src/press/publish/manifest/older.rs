//! What a Newsprint that kept no list must have printed.
//!
//! Entry point: [`guess`]. Only what is surely the press's counts; everything else is taken for somebody else's and kept:
//!
//! 1. files at the top that have the names the press prints there;
//! 2. files of `assets/` whose names end with a hash, and those of Pagefind;
//! 3. the files of a page, in every folder whose `index.json` says that it stands there;
//! 4. the pages that lead on from old addresses, which the bundle names.

use std::fs;
use std::path::{Path, PathBuf};

use serde::Deserialize;
use walkdir::{DirEntry, WalkDir};

use super::Manifest;
use crate::press::hosting::Bundle;
use crate::press::{compress, feeds, gone, search, survey, versions};

/// What a page's data says of itself.
#[derive(Deserialize)]
struct Data {
    address: String,
}

/// What the press printed into a folder.
pub(super) fn guess(folder: &Path) -> Manifest {
    let mut manifest = Manifest::default();
    manifest.add_folder(Path::new("assets"));
    // No folder that the press prints begins with a dot.
    let shown = |entry: &DirEntry| {
        let hidden = entry.file_name().as_encoded_bytes().starts_with(b".");
        entry.depth() == 0 || !(hidden && entry.file_type().is_dir())
    };
    let walk = WalkDir::new(folder).into_iter().filter_entry(shown);
    let mut files: Vec<PathBuf> = Vec::new();
    for entry in walk.filter_map(Result::ok) {
        let Ok(path) = entry.path().strip_prefix(folder) else {
            continue;
        };
        if entry.file_type().is_dir() {
            files.extend(of_page(folder, path));
        } else if is_ours(path) {
            files.push(path.to_owned());
        }
    }
    files.extend(old_addresses(folder));
    for file in &files {
        add(&mut manifest, file);
    }
    manifest
}

/// Adds a file, the copies that `--compress` laid beside it, and the folders it lies in.
fn add(manifest: &mut Manifest, file: &Path) {
    manifest.add_file(file);
    for ending in compress::COPIES {
        manifest.add_file(&compress::copy_of(file, ending));
    }
    for folder in file.ancestors().skip(1) {
        manifest.add_folder(folder);
    }
}

/// Whether a file's place and name are those of a file that only the press prints.
fn is_ours(path: &Path) -> bool {
    let (Some(name), Some(folder)) = (
        path.file_name().and_then(|name| name.to_str()),
        path.parent(),
    ) else {
        return false;
    };
    if folder == Path::new("") {
        return survey::is_file(name);
    }
    if folder == Path::new("assets") {
        return is_named_by_content(name);
    }
    folder.starts_with(search::FOLDER)
        && (name == "pagefind-entry.json"
            || name.ends_with(".pagefind")
            || path
                .extension()
                .is_some_and(|ending| ending.to_string_lossy().starts_with("pf_")))
}

/// Whether a name is one of [`crate::press::asset`]: `quay-1a2b3c4d5e6f.jpg`, `quay-1a2b3c4d5e6f-640.webp`.
fn is_named_by_content(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or(name);
    let is_hash = |part: &str| part.len() == 12 && part.bytes().all(is_digit);
    let mut parts = stem.rsplit('-');
    let last = parts.next().unwrap_or_default();
    is_hash(last) || last.parse::<u32>().is_ok() && parts.next().is_some_and(is_hash)
}

fn is_digit(byte: u8) -> bool {
    byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte)
}

/// The files of the page in a folder, when there is one.
fn of_page(folder: &Path, path: &Path) -> Vec<PathBuf> {
    let data = fs::read(folder.join(path).join("index.json")).ok();
    let data = data.and_then(|data| serde_json::from_slice::<Data>(&data).ok());
    let stands_here = data.is_some_and(|data| Path::new(&data.address) == path);
    let names = ["index.html", "index.json", versions::FILE];
    let names = names
        .into_iter()
        .chain(feeds::FORMATS.map(|(file, ..)| file));
    match stands_here {
        true => names.map(|name| path.join(name)).collect(),
        false => Vec::new(),
    }
}

/// The pages that lead on.
fn old_addresses(folder: &Path) -> Vec<PathBuf> {
    let redirects = Bundle::read(folder).map(|bundle| bundle.redirects);
    let named = redirects.unwrap_or_default().into_keys();
    let listed = fs::read_to_string(folder.join(gone::FILE)).unwrap_or_default();
    let listed = listed.lines().filter_map(|line| line.split(' ').next());
    named
        .chain(listed.map(str::to_owned))
        .filter(|address| !address.contains('?'))
        .map(|address| match address.ends_with('/') {
            true => PathBuf::from(address).join("index.html"),
            false => PathBuf::from(address),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_name_with_a_hash_is_of_the_press() {
        for name in [
            "quay-1a2b3c4d5e6f.jpg",
            "a-b-1a2b3c4d5e6f-640.webp",
            "all-0123456789ab.css.br",
        ] {
            assert!(is_named_by_content(name), "{name}");
        }
        for name in [
            "quay.jpg",
            "quay-640.jpg",
            "quay-1a2b3c4d5e6.jpg",
            "quay-1A2B3C4D5E6F.jpg",
            "x-of-640.png",
        ] {
            assert!(!is_named_by_content(name), "{name}");
        }
    }
}
