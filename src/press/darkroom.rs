//! Makes of each picture of the paper the files that pages show, once.
//!
//! Entry points: [`Darkroom::develop`], and [`look()`] for the check.
//!
//! 1. [`mod@look`] sees, without decoding, what a file holds ([`mod@kind`]) and whether it can be shown.
//! 2. [`mod@develop`] makes its files: without what says where it was taken, turned upright, in several widths, in a
//!    format of few bytes; [`anatomy`] and [`segments`] take files apart that stay what they are, [`still`] decodes them
//!    ([`jpeg`], [`mod@colour`]), [`vector`] rewrites pictures of shapes.
//! 3. [`super::store`] keeps them under a hash of what they were made of, for the next build.

mod anatomy;
mod colour;
mod develop;
mod jpeg;
mod kind;
mod look;
mod segments;
mod still;
mod vector;

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context, Result, anyhow};
use indicatif::ProgressBar;
use rayon::prelude::*;

use super::check::{Aim, Fault, Severity, place_all};
use super::store::{Sheet, Store};
use crate::story::walk::JsonPath;
use develop::WIDTHS;
use look::look_at;

pub use kind::{Foreign, Kind, is_picture};
pub use look::{Look, MOST_BYTES, MOST_PIXELS, Unfit, holds_picture, look};

/// Counts up when the same picture is made otherwise than before.
const RECIPE: u32 = 3;

/// Pictures of more bytes are developed one after the other: each may take hundreds of megabytes of memory.
const LARGE: u64 = 12_000_000;

/// A picture that the paper names.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Wanted {
    /// Path of its file from the top of the paper.
    pub source: String,
    /// Whether it is shown in several widths that the press makes.
    pub widths: bool,
    /// Where it is named first: a file of the paper and a place in its JSON.
    pub named: (String, JsonPath),
}

/// The files of a picture.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Developed {
    /// Names the picture and how it was made.
    pub key: String,
    /// The file that everybody can show.
    pub original: Sheet,
    /// The same picture in WebP, from narrow to wide; the last is as wide as the original.
    pub widths: Vec<Sheet>,
}

/// What developing all pictures came to.
#[derive(Debug, Default)]
pub struct Darkroom {
    /// The pictures, by the paths of their files. Those that could not be developed are not there.
    pub pictures: BTreeMap<String, Developed>,
    /// How many were made now; the others were there from the build before.
    pub made: usize,
    /// The pictures that could not be developed.
    pub faults: Vec<Fault>,
}

impl Darkroom {
    /// Develops pictures of the paper in a folder, on all cores.
    pub(super) fn develop(
        paper: &Path,
        wanted: &[Wanted],
        store: &Store,
        progress: &ProgressBar,
    ) -> Self {
        let develop = |wanted: &&Wanted| {
            let developed = develop_one(paper, wanted, store);
            progress.inc(1);
            (wanted.source.clone(), (*wanted).clone(), developed)
        };
        let size = |wanted: &&Wanted| {
            std::fs::metadata(paper.join(&wanted.source)).map_or(0, |file| file.len())
        };
        let (large, others): (Vec<&Wanted>, Vec<&Wanted>) =
            wanted.iter().partition(|wanted| size(wanted) > LARGE);
        let mut done: Vec<_> = others.par_iter().map(develop).collect();
        done.extend(large.iter().map(develop));
        let mut room = Self {
            pictures: BTreeMap::new(),
            made: 0,
            faults: Vec::new(),
        };
        for (source, wanted, developed) in done {
            match developed {
                Ok((developed, new)) => {
                    room.made += usize::from(new);
                    room.pictures.insert(source, developed);
                }
                Err(error) => room.faults.push(fault(&wanted, &error)),
            }
        }
        place_all(paper, &mut room.faults);
        room
    }
}

/// The files of a picture, and whether they were made now.
fn develop_one(paper: &Path, wanted: &Wanted, store: &Store) -> Result<(Developed, bool)> {
    let bytes = look::read(&paper.join(&wanted.source))?;
    let key = key(&bytes, wanted.widths);
    if let Some(sheets) = store.find(&key) {
        return Ok((developed(key, sheets)?, false));
    }
    let look = look_at(&bytes).map_err(|_| anyhow!("it changed while the paper was printed"))?;
    let made = develop::develop(&bytes, look.kind, wanted.widths)?;
    let sheets = store
        .put(&key, &made)
        .context("its files cannot be written")?;
    Ok((developed(key, sheets)?, true))
}

fn developed(key: String, sheets: Vec<Sheet>) -> Result<Developed> {
    let mut sheets = sheets.into_iter();
    Ok(Developed {
        key,
        original: sheets.next().context("nothing was made")?,
        widths: sheets.collect(),
    })
}

/// Names what is made of a picture.
fn key(bytes: &[u8], widths: bool) -> String {
    let mut hash = blake3::Hasher::new();
    let widths = widths.then_some(WIDTHS);
    hash.update(format!("{} {RECIPE} {widths:?}\n", env!("CARGO_PKG_VERSION")).as_bytes());
    hash.update(bytes);
    hash.finalize().to_hex()[..32].to_owned()
}

fn fault(wanted: &Wanted, error: &anyhow::Error) -> Fault {
    let (file, path) = &wanted.named;
    Fault {
        severity: Severity::Error,
        code: "broken-picture",
        file: file.clone(),
        path: path.clone(),
        message: format!("`{}` cannot be shown: {error:#}", wanted.source),
        help: "open it in a program for pictures and save it again".to_owned(),
        aim: Aim::Value,
        place: None,
    }
}
