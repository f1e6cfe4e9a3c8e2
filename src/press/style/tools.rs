//! The sheet of the reader's tools, and the face it names: published beside the reader, which loads them.
//!
//! Entry point: [`ToolFiles::publish`].

use anyhow::{Result, anyhow};
use lightningcss::printer::PrinterOptions;
use lightningcss::stylesheet::{ParserOptions, StyleSheet};

use super::is_colour;
use crate::paper::Theme;
use crate::press::asset::Assets;

const SHEET: &str = include_str!("../../../static/css/tools.css");

const LEGIBLE: &str = "legible.woff2";
const FACES: [(&str, &[u8]); 2] = [
    (
        LEGIBLE,
        include_bytes!("../../../static/fonts/legible.woff2"),
    ),
    (
        "legible-italic.woff2",
        include_bytes!("../../../static/fonts/legible-italic.woff2"),
    ),
];

/// Published addresses.
#[derive(Clone, Debug, Default)]
pub struct ToolFiles {
    /// The sheet.
    pub sheet: String,
    /// The face that is easily read.
    pub legible: String,
}

impl ToolFiles {
    /// Publishes the sheet, with the paper's accents in its schemes, and the faces.
    ///
    /// # Errors
    /// The press's own sheet is not valid CSS.
    pub(super) fn publish(theme: &Theme, assets: &Assets) -> Result<Self> {
        let options = PrinterOptions {
            minify: true,
            ..PrinterOptions::default()
        };
        let sheet = StyleSheet::parse(SHEET, ParserOptions::default())
            .map_err(|fault| anyhow!("tools.css cannot be read: {fault}"))?;
        let mut css = sheet.to_css(options)?.code;
        let mut files = Self::default();
        for (name, bytes) in FACES {
            let address = assets.publish_bytes(name, bytes.to_vec());
            // The sheet lies in the same folder.
            css = css.replace(name, address.trim_start_matches("assets/"));
            if name == LEGIBLE {
                files.legible = address;
            }
        }
        for (scheme, accent) in [("light", &theme.accent), ("dark", &theme.accent_dark)] {
            if is_colour(accent) {
                css += &format!(".scheme-{scheme}{{--accent:{accent}}}");
            }
        }
        files.sheet = assets.publish_bytes("tools.css", css.into_bytes());
        Ok(files)
    }
}
