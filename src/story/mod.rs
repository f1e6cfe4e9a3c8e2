//! What a story is: the words and pictures of one article, as its JSON file says them.
//!
//! Entry point: [`Story`], read with serde from `stories/**/*.json` by the press and from a page's
//! `index.json` by the reader. It is one type on both sides; what the press adds (an address, a
//! date in words, the size of a picture) stands in fields that a source file leaves empty.
//!
//! 1. [`text`] and [`block`] say what a body is made of, [`tagged`] how those kinds are read.
//! 2. [`walk`] visits every part of a story with its JSON path: checking and enhancing use it.
//! 3. [`footnotes`] numbers the marks of footnotes.
//! 4. [`url`] is the one allow-list that every address of a story passes.

pub mod anchor;
pub mod block;
pub mod byline;
pub mod digits;
pub mod footnotes;
pub mod fragment;
#[cfg(not(target_arch = "wasm32"))]
pub mod genre;
pub mod language;
pub mod length;
pub mod lines;
pub mod moment;
pub mod picture;
#[cfg(not(target_arch = "wasm32"))]
pub mod status;
pub mod tagged;
pub mod text;
pub mod url;
pub mod walk;

use serde::{Deserialize, Serialize};

pub use block::Block;
pub use byline::{Byline, Correction, Notice};
#[cfg(not(target_arch = "wasm32"))]
pub use genre::Genre;
pub use language::Direction;
pub use moment::Moment;
pub use picture::Picture;
pub use text::{FootnoteMark, Span, Text};

/// One article.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Story {
    /// The JSON Schema that an editor checks the file with; it has no meaning for the paper.
    #[cfg(not(target_arch = "wasm32"))]
    #[serde(rename = "$schema", default, skip_serializing)]
    pub schema: Option<String>,
    /// The headline. A bar (`|`) in a source file divides it from the standfirst.
    pub headline: String,
    /// The sentence under the headline.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub standfirst: String,
    /// The word or two above the headline.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub kicker: String,
    /// What kind of journalism the story is.
    #[cfg(not(target_arch = "wasm32"))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub genre: Option<Genre>,
    /// Slug of the section the story stands in.
    pub section: String,
    /// Names of what the story is about; each has a page.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub topics: Vec<String>,
    /// Who made the story, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub bylines: Vec<Byline>,
    /// The story is not for everybody yet.
    #[cfg(not(target_arch = "wasm32"))]
    #[serde(default, skip_serializing)]
    pub draft: Option<bool>,
    /// How far the story is, in the words of other systems: it is published, a draft, or waits for its day.
    #[cfg(not(target_arch = "wasm32"))]
    #[serde(default, skip_serializing)]
    #[schemars(schema_with = "status::schema")]
    pub status: Option<String>,
    /// When the story first appears: it is published from then on. `false` for a story that is not.
    #[serde(deserialize_with = "moment::read_or_never")]
    #[cfg_attr(
        not(target_arch = "wasm32"),
        schemars(schema_with = "moment::schema_or_never")
    )]
    pub published: Moment,
    /// When the story was last changed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub updated: Option<Moment>,
    /// What the paper got wrong and put right.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub corrections: Vec<Correction>,
    /// BCP 47 tag of the story's language; the paper's when empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub language: String,
    /// Writing direction; follows from the language when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub direction: Option<Direction>,
    /// The picture over the body.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lead_picture: Option<Picture>,
    /// The story itself.
    pub body: Vec<Block>,
    /// Slugs of stories to read next, chosen by the newsroom.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub related: Vec<String>,
    /// Addresses the story had before, from the top of the paper: `/2019/05/old-name/`.
    #[cfg(not(target_arch = "wasm32"))]
    #[serde(default, skip_serializing)]
    pub aliases: Vec<String>,
    /// Slugs of stories offered at the end of the body.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub see_also: Vec<String>,
    /// Absolute URL of the original, when the story first stood elsewhere.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub canonical: String,
    /// The story's licence, when it is not the paper's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub licence: Option<Notice>,
    /// Whom to write to about the story, when it is not the paper's contact.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contact: Option<Notice>,
    /// The story is still being updated.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub live: bool,
    /// Fields this version does not know, kept as they came.
    #[cfg(not(target_arch = "wasm32"))]
    #[serde(flatten)]
    pub unknown: std::collections::BTreeMap<String, serde_json::Value>,
}

impl Story {
    /// The picture that stands for the story in lists: the lead picture, else the first of the body.
    pub fn picture(&self) -> Option<&Picture> {
        self.lead_picture.as_ref().or_else(|| {
            self.body.iter().find_map(|block| match block {
                Block::Picture(picture) => Some(picture),
                Block::Gallery(gallery) => gallery.pictures.first(),
                _ => None,
            })
        })
    }

    /// Divides `Headline | Standfirst`. A standfirst of its own wins over the part after the bar.
    pub fn divide_headline(&mut self) {
        let Some((headline, standfirst)) = self.headline.split_once('|') else {
            return;
        };
        if self.standfirst.is_empty() {
            self.standfirst = standfirst.trim().to_owned();
        }
        self.headline = headline.trim().to_owned();
    }
}
