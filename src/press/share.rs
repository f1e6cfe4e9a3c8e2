//! Draws what a link preview shows of a story that has no picture: the paper's name, the section, the headline.
//!
//! Entry points: [`wanted`], [`SharePictures::draw`].
//!
//! 1. [`wanted`] lists the stories, for a paper that asks for it and has a base URL: previews need whole addresses.
//! 2. [`letters`] sets words in the paper's faces, [`lines`] breaks a headline into lines.
//! 3. [`design`] says what stands where, [`canvas`] draws it and writes a PNG of few colours.
//!
//! What the paper's faces have no letters for is not drawn: the headline is left out then, and the name of the paper and of the
//! section stand alone.

mod canvas;
mod design;
mod letters;
mod lines;

use std::collections::BTreeMap;

use anyhow::Result;
use indicatif::ProgressBar;
use rayon::prelude::*;

use super::asset::Assets;
use super::head::is_previewed;
use super::pages::Edition;
use super::store::{Made, Sheet, Store};
use design::Design;

/// Width and height in pixels, as the Open Graph protocol's consumers advise.
pub const SIZE: (u32, u32) = (1200, 630);

/// Counts up when the same words are drawn otherwise than before.
const RECIPE: u32 = 1;

/// The colour of a paper without an accent of its own (`--accent` in static/css/base.css).
const ACCENT: &str = "#8a2a1c";

/// A picture to draw.
#[derive(Clone, Debug)]
pub struct Wanted {
    slug: String,
    design: Design,
}

/// The pictures that should be drawn.
pub fn wanted(edition: &Edition) -> Vec<Wanted> {
    let paper = &edition.paper;
    if !paper.share_pictures || edition.base_url.is_empty() {
        return Vec::new();
    }
    let shown = |source: &str| {
        let ending = edition.assets.ending(source);
        ending.is_some_and(|ending| is_previewed(&format!(".{ending}")))
    };
    let mut wanted = Vec::new();
    for entry in &edition.index.entries {
        if entry
            .picture
            .as_ref()
            .is_some_and(|picture| shown(&picture.source))
        {
            continue;
        }
        let section = edition.index.section(&entry.section);
        wanted.push(Wanted {
            slug: entry.slug.clone(),
            design: Design {
                name: paper.name.clone(),
                section: section
                    .map(|section| section.name.clone())
                    .unwrap_or_default(),
                headline: entry.headline.clone(),
                accent: match paper.theme.accent.as_str() {
                    "" => ACCENT.to_owned(),
                    accent => accent.to_owned(),
                },
            },
        });
    }
    wanted
}

/// The pictures of stories, by slug.
#[derive(Debug, Default)]
pub struct SharePictures {
    pictures: BTreeMap<String, (String, Sheet)>,
    drawn: usize,
}

impl SharePictures {
    /// Draws pictures on all cores; those that were drawn before are found.
    ///
    /// # Errors
    /// A file cannot be written.
    pub(super) fn draw(wanted: &[Wanted], store: &Store, progress: &ProgressBar) -> Result<Self> {
        let draw = |wanted: &Wanted| {
            let key = key(&wanted.design);
            let found = store.find(&key);
            let new = found.is_none();
            let sheets = match found {
                Some(sheets) => sheets,
                None => match wanted.design.draw()? {
                    Some(bytes) => store.put(&key, &[made(bytes)])?,
                    None => Vec::new(),
                },
            };
            progress.inc(1);
            let sheet = sheets.into_iter().next();
            Ok(sheet.map(|sheet| (wanted.slug.clone(), (key, sheet), new)))
        };
        let drawn: Vec<Option<_>> = wanted.par_iter().map(draw).collect::<Result<_>>()?;
        let mut pictures = Self::default();
        for (slug, picture, new) in drawn.into_iter().flatten() {
            pictures.drawn += usize::from(new);
            pictures.pictures.insert(slug, picture);
        }
        Ok(pictures)
    }

    /// How many were drawn now.
    pub fn drawn(&self) -> usize {
        self.drawn
    }

    /// Publishes the picture of a story; its address, empty when it has none.
    pub fn publish(&self, slug: &str, assets: &Assets) -> String {
        let picture = self.pictures.get(slug);
        picture
            .map(|(key, sheet)| assets.publish_made("share", key, sheet))
            .unwrap_or_default()
    }
}

fn made(bytes: Vec<u8>) -> Made {
    let (width, height) = SIZE;
    Made {
        ending: "png",
        width,
        height,
        bytes,
    }
}

/// Names what is drawn.
fn key(design: &Design) -> String {
    let Design {
        name,
        section,
        headline,
        accent,
    } = design;
    let version = env!("CARGO_PKG_VERSION");
    // No text holds the character between them.
    let drawn = [version, name, section, headline, accent].join("\0");
    let hash = blake3::hash(format!("share {RECIPE} {drawn}").as_bytes());
    hash.to_hex()[..32].to_owned()
}
