//! Reads `paper.json` and the stories of a paper.
//!
//! Entry points: [`read_paper`], [`story_files`], [`read_story`].
//!
//! 1. A file is read whole, up to a limit, and must be UTF-8 (RFC 8259, 8.1; a byte-order mark is passed over).
//! 2. serde reads it in one go; fields it does not know are reported as warnings.
//! 3. When that fails, [`repair`] puts each faulty part aside and goes on, so that one reading names all faults.

mod fields;
mod repair;

use std::fs::File;
use std::io::{self, Read as _};
use std::path::Path;

use anyhow::{Context, Result};
use serde::de::DeserializeOwned;
use serde_json::Value;
use walkdir::{DirEntry, WalkDir};

use crate::paper::Paper;
use crate::story::Story;
use crate::story::walk::{JsonPath, Step};

pub(super) use repair::{Removed, restore};

use super::check::wording::broken_json;
use super::check::{Aim, Fault, Severity};
use super::location::{is_printed, leads_out, printed_folder};
use super::moment::keep_day;
use super::release;

/// Largest file that is read, in bytes.
pub const LARGEST: u64 = 8 * 1024 * 1024;

/// Name of the file that describes the paper.
pub const PAPER: &str = "paper.json";

/// Name of the folder of stories.
pub const STORIES: &str = "stories";

/// Name of a folder that is kept for pages of the paper's own.
pub const PAGES: &str = "pages";

/// A kind of file that can be read.
pub(super) trait Document: DeserializeOwned {
    /// The fields it cannot do without.
    const REQUIRED: &[&str];
    /// The field that holds blocks.
    const BLOCKS: Option<&str>;
    /// The fields that this version does not know.
    fn unknown(&self) -> impl Iterator<Item = &String>;
}

impl Document for Story {
    const REQUIRED: &[&str] = &["headline", "section", "published", "body"];
    const BLOCKS: Option<&str> = Some("body");

    fn unknown(&self) -> impl Iterator<Item = &String> {
        self.unknown.keys()
    }
}

impl Document for Paper {
    const REQUIRED: &[&str] = &["name", "language", "sections"];
    const BLOCKS: Option<&str> = None;

    fn unknown(&self) -> impl Iterator<Item = &String> {
        self.unknown.keys()
    }
}

/// Reads what the paper says of itself. `None` when nothing of it can be read.
pub fn read_paper(folder: &Path) -> (Option<Paper>, Vec<Fault>) {
    let read = read(folder, PAPER);
    (read.document, read.faults)
}

/// Reads a story; `file` is its path from the paper's folder. `None` when nothing of it can be read; what could not
/// be read of it stands in the story as [`crate::story::Block::Unsupported`] or is left out.
pub fn read_story(folder: &Path, file: &str) -> (Option<Story>, Vec<Fault>) {
    let read = read(folder, file);
    (read.document, read.faults)
}

/// Reads a story once more that the check has read: what it told of is not told again.
///
/// # Errors
/// Nothing of the file can be read now.
pub fn read_again(folder: &Path, file: &str) -> Result<Story> {
    let story = read_story(folder, file).0;
    let mut story = story.with_context(|| changed(file))?;
    keep_days(&mut story);
    Ok(story)
}

/// Of the story's own dates, those whose time cannot be read keep their day.
pub fn keep_days(story: &mut Story) {
    keep_day(&mut story.published);
    story.updated.iter_mut().for_each(keep_day);
}

/// What is said of a story's file that is not as the check has read it.
pub fn changed(file: &str) -> String {
    format!("{file} changed while the paper was printed")
}

/// The files of the stories, as paths from the paper's folder with `/`, in order.
///
/// Hidden files and folders are passed over; a link that leads out of the paper is a fault, and so is a folder that
/// Newsprint printed there.
pub fn story_files(folder: &Path) -> (Vec<String>, Vec<Fault>) {
    let mut files = Vec::new();
    let mut faults = Vec::new();
    let stories = folder.join(STORIES);
    if !stories.is_dir() {
        let help = "put each story in a file of its own: `stories/heron-returns.json`";
        let fault = Fault::of_file(
            "no-stories",
            "stories",
            "the paper has no folder of stories",
        );
        return (files, vec![fault.help(help)]);
    }
    if leads_out(folder, &stories) {
        return (files, vec![link_out_of_paper("stories", LEADS_OUT)]);
    }
    if printed_folder(folder, &stories).is_some() {
        return (files, vec![of_printed_folder("stories")]);
    }
    let visible = |entry: &DirEntry| {
        entry.depth() == 0 || !entry.file_name().as_encoded_bytes().starts_with(b".")
    };
    let mut walk = WalkDir::new(&stories).sort_by_file_name().into_iter();
    while let Some(entry) = walk.next() {
        match entry {
            Ok(entry) if !visible(&entry) => {
                if entry.file_type().is_dir() {
                    walk.skip_current_dir();
                }
            }
            Ok(entry) if entry.file_type().is_dir() && is_printed(entry.path()) => {
                faults.push(of_printed_folder(&name_in(folder, entry.path())));
                walk.skip_current_dir();
            }
            Ok(entry) => {
                let file = name_in(folder, entry.path());
                match is_story(folder, &entry) {
                    Ok(true) => files.push(file),
                    Ok(false) => {}
                    Err(message) => faults.push(link_out_of_paper(&file, message)),
                }
            }
            Err(error) => faults.push(unreadable_entry(folder, &error)),
        }
    }
    (files, faults)
}

pub(super) const LEADS_OUT: &str = "the link leads out of the paper's folder";

pub(super) fn link_out_of_paper(file: &str, message: &str) -> Fault {
    Fault::of_file("link-out-of-paper", file, message).help("put the file itself in its place")
}

/// What is said of a folder among the paper's own that Newsprint printed.
pub(super) fn of_printed_folder(folder: &str) -> Fault {
    let message = "Newsprint printed this folder, so nothing in it is read as part of the paper";
    let help = "delete it, and print into another: `newsprint build PAPER --out printed`";
    let fault = Fault::of_file("printed-folder", folder, message).help(help);
    Fault {
        severity: Severity::Warning,
        ..fault
    }
}

/// Whether an entry of the folder of stories is a story, or why it cannot be one.
fn is_story(folder: &Path, entry: &DirEntry) -> Result<bool, &'static str> {
    let is_json = entry
        .path()
        .extension()
        .is_some_and(|extension| extension == "json");
    if !entry.path_is_symlink() {
        return Ok(is_json && entry.file_type().is_file());
    }
    follow(folder, entry.path())?;
    Ok(is_json)
}

/// Whether a link leads to a file of the paper, or why it does not.
pub(super) fn follow(folder: &Path, link: &Path) -> Result<(), &'static str> {
    if !link.exists() {
        return Err("the link leads nowhere");
    }
    if leads_out(folder, link) {
        return Err(LEADS_OUT);
    }
    if link.is_dir() {
        return Err("the press does not follow links to folders");
    }
    if printed_folder(folder, link).is_some() {
        return Err("the link leads into a folder that Newsprint printed");
    }
    Ok(())
}

pub(super) fn unreadable_entry(folder: &Path, error: &walkdir::Error) -> Fault {
    let file = error
        .path()
        .map_or("stories".to_owned(), |path| name_in(folder, path));
    let reason = error
        .io_error()
        .map_or_else(|| error.to_string(), ToString::to_string);
    Fault::of_file(
        "unreadable",
        &file,
        format!("the folder cannot be read: {reason}"),
    )
    .help("check who may read it")
}

/// A path from the paper's folder, with `/` on every system.
pub(super) fn name_in(folder: &Path, path: &Path) -> String {
    let path = path.strip_prefix(folder).unwrap_or(path);
    let steps: Vec<_> = path
        .iter()
        .map(|step| step.to_string_lossy().into_owned())
        .collect();
    steps.join("/")
}

/// Reads a file's text.
fn read_text(folder: &Path, file: &str) -> Result<String, Box<Fault>> {
    let unreadable = |error: io::Error| {
        let missing = error.kind() == io::ErrorKind::NotFound;
        let message = match missing {
            true => "there is no such file".to_owned(),
            false => format!("the file cannot be read: {error}"),
        };
        let fault = Fault::of_file("unreadable", file, message);
        fault.help(match missing {
            true if file == PAPER => {
                "a paper is a folder with a `paper.json`; `newsprint new DIR` makes one to start from"
            }
            true => "put the file there",
            false => "check who may read it",
        })
    };
    let path = folder.join(file);
    // Links to stories are looked at when their folder is read.
    if file == PAPER && leads_out(folder, &path) {
        return Err(link_out_of_paper(file, LEADS_OUT).into());
    }
    let mut open = File::open(path).map_err(unreadable)?;
    let size = open.metadata().map_err(unreadable)?.len();
    if size > LARGEST {
        let message = format!("the file has {size} bytes; the press reads up to {LARGEST}");
        let help = "divide it, and keep pictures in files of their own";
        return Err(Fault::of_file("too-large", file, message).help(help).into());
    }
    let mut bytes = Vec::with_capacity(size as usize + 1);
    open.by_ref()
        .take(LARGEST + 1)
        .read_to_end(&mut bytes)
        .map_err(unreadable)?;
    let text = String::from_utf8(bytes).map_err(|error| {
        let byte = error.utf8_error().valid_up_to();
        let message = format!("the file is not UTF-8: byte {byte} begins no character");
        Fault::of_file("not-utf-8", file, message)
            .help("save the file as UTF-8")
            .aimed(Aim::Byte(byte))
    })?;
    Ok(match text.strip_prefix('\u{feff}') {
        Some(rest) => rest.to_owned(),
        None => text,
    })
}

/// A document as it was read.
pub(super) struct Read<T> {
    /// What could be read; `None` when nothing could.
    pub(super) document: Option<T>,
    /// What could not.
    pub(super) faults: Vec<Fault>,
    /// The elements that are missing in its lists.
    pub(super) removed: Vec<Removed>,
}

impl<T> Read<T> {
    fn nothing(fault: Fault) -> Self {
        Self {
            document: None,
            faults: vec![fault],
            removed: Vec::new(),
        }
    }
}

/// Reads a document of the paper.
pub(super) fn read<T: Document>(folder: &Path, file: &str) -> Read<T> {
    match read_text(folder, file) {
        Ok(text) => understand(&text, file),
        Err(fault) => Read::nothing(*fault),
    }
}

/// Makes a document of its text.
fn understand<T: Document>(text: &str, file: &str) -> Read<T> {
    let mut ignored = Vec::new();
    let mut source = serde_json::Deserializer::from_str(text);
    let read = serde_ignored::deserialize(&mut source, |path| ignored.push(path_of(&path)))
        .and_then(|document: T| source.end().map(|()| document));
    match read {
        Ok(document) => {
            let faults = unknown_fields(&document, ignored, file);
            Read {
                document: Some(document),
                faults,
                removed: Vec::new(),
            }
        }
        Err(error) if error.is_data() => mend(text, file, &error),
        Err(error) => Read::nothing(broken(text, file, &error)),
    }
}

/// Reads a document with faulty parts.
fn mend<T: Document>(text: &str, file: &str, first: &serde_json::Error) -> Read<T> {
    let mut value: Value = match serde_json::from_str(text) {
        Ok(value) => value,
        Err(error) => return Read::nothing(broken(text, file, &error)),
    };
    let mended = repair::repair::<T>(&mut value, file);
    let mut faults = mended.faults;
    if faults.is_empty() {
        // A `Value` keeps one of two fields of the same name, so only the first reading saw this.
        faults.push(twice(text, file, first));
    }
    if let Some(document) = &mended.document {
        faults.extend(unknown_fields(document, mended.ignored, file));
    }
    Read {
        document: mended.document,
        faults,
        removed: mended.removed,
    }
}

fn twice(text: &str, file: &str, error: &serde_json::Error) -> Fault {
    let words = error.to_string();
    let message = match words.strip_prefix("duplicate field `") {
        Some(rest) => format!(
            "`{}` stands twice in one object",
            rest.split('`').next().unwrap_or_default()
        ),
        None => words,
    };
    Fault::error("duplicate-field", file, JsonPath::default(), message)
        .help("keep one of the two")
        .aimed(Aim::Byte(offset(text, error).saturating_sub(1)))
}

fn broken(text: &str, file: &str, error: &serde_json::Error) -> Fault {
    let (message, help) = match text.trim() {
        "" => (
            "the file is empty".to_owned(),
            "write the story, or take the file away",
        ),
        _ => broken_json(&error.to_string()),
    };
    let byte = offset(text, error);
    Fault::error("bad-json", file, JsonPath::default(), message)
        .help(help)
        .aimed(Aim::Byte(byte))
}

/// The byte that serde_json stopped at: it tells a line, and a column in bytes, both from 1.
fn offset(text: &str, error: &serde_json::Error) -> usize {
    let line_start: usize = text
        .split_inclusive('\n')
        .take(error.line().saturating_sub(1))
        .map(str::len)
        .sum();
    let mut byte = (line_start + error.column().saturating_sub(1)).min(text.len());
    while !text.is_char_boundary(byte) {
        byte -= 1;
    }
    byte
}

fn unknown_fields(document: &impl Document, ignored: Vec<JsonPath>, file: &str) -> Vec<Fault> {
    let top = document.unknown().map(|name| JsonPath::field(name));
    top.chain(ignored)
        .map(|path| {
            let name = match path.0.last() {
                Some(Step::Field(name)) => name.as_str(),
                _ => "",
            };
            let help = fields::help(name, file);
            let effect = match file != PAPER && release::is_meant(&path) {
                true => "until it is corrected, the story is held back as a draft",
                false => "it has no effect",
            };
            let message = format!("the formats know no field `{name}` here; {effect}");
            Fault::warning("unknown-field", file, path.clone(), message)
                .help(help)
                .aimed(Aim::Key)
        })
        .collect()
}

/// serde_ignored's path as a JSON path.
fn path_of(path: &serde_ignored::Path) -> JsonPath {
    use serde_ignored::Path::{Map, NewtypeStruct, NewtypeVariant, Root, Seq, Some};
    let (parent, step) = match path {
        Root => return JsonPath::default(),
        Seq { parent, index } => (parent, Step::Index(*index)),
        Map { parent, key } => (parent, Step::Field(key.clone())),
        Some { parent } | NewtypeStruct { parent } | NewtypeVariant { parent } => {
            return path_of(parent);
        }
    };
    let mut path = path_of(parent);
    path.0.push(step);
    path
}
