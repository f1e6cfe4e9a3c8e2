//! What a paper is: its name, its sections, its people, and where everything stands.
//!
//! Entry point: [`Paper`], read from `paper.json`.
//!
//! 1. [`Paper`] says what the newsroom decided once for all stories.
//! 2. [`place`] turns a place of the paper into its address, and back: pure functions.
//!    [`address`] says which addresses mean the same page.
//! 3. [`page`] is what stands at an address: the type of every `index.json`.
//! 4. [`publisher`] is what the paper tells machines of itself.

pub mod address;
pub mod news;
pub mod page;
pub mod place;
pub mod publisher;

use serde::{Deserialize, Serialize};

use crate::story::{Direction, Notice, Picture};
use publisher::Publisher;

/// What `paper.json` says.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Paper {
    /// The JSON Schema that an editor checks the file with; it has no meaning for the paper.
    #[serde(rename = "$schema", default, skip_serializing)]
    pub schema: Option<String>,
    /// The paper's name, as in the masthead.
    pub name: String,
    /// The line under the name.
    #[serde(default)]
    pub tagline: String,
    /// BCP 47 tag of the paper's language.
    pub language: String,
    /// Writing direction; follows from the language when absent.
    #[serde(default)]
    pub direction: Option<Direction>,
    /// Absolute URL of the folder the paper is published in.
    #[serde(default)]
    pub base_url: String,
    /// IANA name of the time zone that dates are shown in; when empty, each is shown as it is written.
    #[serde(default)]
    pub time_zone: String,
    /// Date of the edition; the newest story's when absent.
    #[serde(default)]
    pub edition: Option<String>,
    /// The sections, in the paper's order.
    pub sections: Vec<Section>,
    /// What the masthead leads to; the sections when empty.
    #[serde(default)]
    pub navigation: Vec<Notice>,
    /// What bylines of these names add.
    #[serde(default)]
    pub authors: Vec<Author>,
    /// How the front page opens.
    #[serde(default)]
    pub front: Front,
    /// Pattern of the stories' addresses; see [`place::Permalinks`].
    #[serde(default)]
    pub permalinks: String,
    /// Stories on one page of a list, 1 to 200.
    #[serde(default = "default_page_size")]
    pub page_size: usize,
    /// Path of the paper's icon from its top, an SVG; a plain one in its colour when empty.
    #[serde(default)]
    pub icon: String,
    /// Whether a picture for link previews is drawn for each story that has none.
    #[serde(default)]
    pub share_pictures: bool,
    /// Whether browsers may keep the paper for reading without a network. `false` takes away what they kept.
    #[serde(default = "default_offline")]
    pub offline: bool,
    /// Folder whose files are published as they are, from the top of the bundle: `CNAME`, `.well-known/`. `public`, where
    /// there is one, when absent; none when empty.
    #[serde(default)]
    pub public: Option<String>,
    /// Colours of the paper's own.
    #[serde(default)]
    pub theme: Theme,
    /// Who publishes the paper, and by which rules.
    #[serde(default)]
    pub publisher: Publisher,
    /// Under which terms the paper may be used.
    #[serde(default)]
    pub licence: Option<Notice>,
    /// Whom to write to.
    #[serde(default)]
    pub contact: Option<Notice>,
    /// Fields this version does not know, kept as they came.
    #[cfg(not(target_arch = "wasm32"))]
    #[serde(flatten)]
    pub unknown: std::collections::BTreeMap<String, serde_json::Value>,
}

fn default_page_size() -> usize {
    24
}

fn default_offline() -> bool {
    true
}

impl Paper {
    /// The direction the paper is written in.
    pub fn direction(&self) -> Direction {
        self.direction
            .unwrap_or_else(|| Direction::of(&self.language))
    }

    /// The section of that slug.
    pub fn section(&self, slug: &str) -> Option<&Section> {
        self.sections.iter().find(|section| section.slug == slug)
    }
}

/// A section of the paper.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Section {
    /// Its name in addresses: small letters, digits and `-`.
    pub slug: String,
    /// Its name, as printed.
    pub name: String,
    /// What it is about.
    #[serde(default)]
    pub description: String,
}

/// One of the paper's people.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Author {
    /// The name, as in bylines.
    pub name: String,
    /// What the person does at the paper.
    #[serde(default)]
    pub role: String,
    /// A few words about the person.
    #[serde(default)]
    pub about: String,
    /// A portrait.
    #[serde(default)]
    pub picture: Option<Picture>,
    /// A page of the person's own elsewhere.
    #[serde(default)]
    pub link: String,
}

/// How the front page opens.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Front {
    /// Slugs of the stories that lead, in order; the newest when empty.
    #[serde(default)]
    pub lead: Vec<String>,
}

/// Colours of the paper's own, as `#rrggbb`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Theme {
    /// The accent on light ground.
    #[serde(default)]
    pub accent: String,
    /// The accent on dark ground.
    #[serde(default)]
    pub accent_dark: String,
}
