//! Pictures of shapes (SVG): read, and written again from what was understood.
//!
//! Entry point: [`rewrite`]. What is written holds shapes alone: no script, no style, no address that somebody else's
//! picture could bring along. Words in it become shapes too, in the paper's faces.

use anyhow::{Context, Result};
use usvg::WriteOptions;

use crate::press::svg;

/// The SVG in a file's bytes; `None` when it holds something else.
pub(super) fn text(bytes: &[u8]) -> Option<&str> {
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text,
        // The beginning of a file may end inside a letter.
        Err(error) if error.error_len().is_none() => {
            std::str::from_utf8(&bytes[..error.valid_up_to()]).ok()?
        }
        Err(_) => return None,
    };
    let start = text.trim_start_matches('\u{feff}').trim_start();
    let is_svg = start.starts_with('<') && text.contains("<svg");
    is_svg.then_some(text)
}

/// Width and height in pixels; `None` when it cannot be drawn.
pub(super) fn size(svg: &str) -> Option<(u32, u32)> {
    let size = svg::read(svg).ok()?.size().to_int_size();
    Some((size.width(), size.height()))
}

/// Writes an SVG anew.
pub(super) fn rewrite(bytes: &[u8]) -> Result<(Vec<u8>, (u32, u32))> {
    let tree = svg::read(text(bytes).context("it is no SVG")?)?;
    let size = tree.size().to_int_size();
    let options = WriteOptions {
        coordinates_precision: 3,
        transforms_precision: 5,
        indent: usvg::Indent::None,
        attributes_indent: usvg::Indent::None,
        ..WriteOptions::default()
    };
    let svg = tree.to_string(&options).into_bytes();
    Ok((svg, (size.width(), size.height())))
}
