//! Pictures: a file of the paper, what it shows, and whose it is.
//!
//! Entry point: [`Picture`].

use serde::{Deserialize, Serialize};

use super::text::Text;

/// A picture with its words.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Picture {
    /// Path of the file from the top of the paper; in a printed page, of the published asset.
    pub source: String,
    /// What the picture shows, for those who do not see it; `""` says that it only decorates.
    /// Required (WCAG 2.2, 1.1.1): its absence is reported.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub alt: Option<String>,
    /// The words under the picture.
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub caption: Text,
    /// Who made it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub credit: String,
    /// The same picture in other widths.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<PictureSource>,
    /// Width in pixels; the press reads it from the file.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub width: Option<u32>,
    /// Height in pixels; the press reads it from the file.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub height: Option<u32>,
}

/// One file of a picture that exists in several widths.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct PictureSource {
    /// Path of the file, as in [`Picture::source`].
    pub source: String,
    /// Its width in pixels.
    pub width: u32,
}
