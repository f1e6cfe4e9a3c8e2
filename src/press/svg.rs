//! Reads SVG: shapes, and words in the paper's faces.
//!
//! Entry point: [`read`]. An SVG may come from anywhere, so nothing that it names is loaded.

use anyhow::{Context, Result};
use usvg::{Options, Tree};

use super::typecase;

/// Reads an SVG. Pictures inside it are passed over, whether they lie in files or in the SVG itself.
///
/// # Errors
/// It is no SVG that can be drawn.
pub(super) fn read(svg: &str) -> Result<Tree> {
    let mut options = Options {
        fontdb: typecase::faces(),
        font_family: typecase::SERIF.to_owned(),
        ..Options::default()
    };
    options.image_href_resolver.resolve_data = Box::new(|_, _, _| None);
    options.image_href_resolver.resolve_string = Box::new(|_, _| None);
    Tree::from_str(svg, &options).context("it is no SVG that can be drawn")
}
