//! The sheet of the reader's tools, its second face, the interface texts: published beside the reader, which loads them.
//!
//! Entry point: [`ToolFiles::publish`].

use anyhow::Result;

use super::minified;
use crate::paper::Theme;
use crate::press::accent::accents;
use crate::press::asset::Assets;
use crate::view::words::Words;

const SHEET: &str = include_str!("../../../static/css/tools.css");

const LEGIBLE: &[u8] = include_bytes!("../../../static/fonts/legible.woff2");
const LEGIBLE_ITALIC: &[u8] = include_bytes!("../../../static/fonts/legible-italic.woff2");

/// Published addresses.
#[derive(Clone, Debug, Default)]
pub struct ToolFiles {
    /// The sheet.
    pub sheet: String,
    /// The face that is easily read.
    pub legible: String,
    /// Its slanted letters.
    pub legible_italic: String,
    /// The texts of pages and tools, by language.
    pub words: Vec<(&'static str, String)>,
}

impl ToolFiles {
    /// Publishes the sheet, with the paper's accents in its schemes, and the faces.
    ///
    /// # Errors
    /// The press's own sheet is not valid CSS.
    pub(super) fn publish(theme: &Theme, assets: &Assets) -> Result<Self> {
        let mut css = minified("tools.css", SHEET)?;
        let mut files = Self {
            legible: assets.publish_bytes("legible.woff2", LEGIBLE.to_vec()),
            legible_italic: assets.publish_bytes("legible-italic.woff2", LEGIBLE_ITALIC.to_vec()),
            ..Self::default()
        };
        for (scheme, accent) in accents(theme) {
            if let Some(accent) = accent {
                css += &format!(".scheme-{}{{--accent:{accent}}}", scheme.name);
            }
        }
        for words in Words::all() {
            let name = format!("words-{}.txt", words.language);
            let address = assets.publish_bytes(&name, words.file().into_bytes());
            files.words.push((words.language, address));
        }
        files.sheet = assets.publish_bytes("tools.css", css.into_bytes());
        Ok(files)
    }
}
