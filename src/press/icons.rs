//! The paper's icon in every form that browsers and systems ask for, and the manifest that names them.
//!
//! Entry point: [`publish`]. The one source is an SVG: the paper's own, or a plain one in its colour.
//!
//! 1. The SVG is read, and written again from what was understood: shapes alone, no script and no address
//!    that a picture of somebody else's could bring along.
//! 2. It is drawn in the sizes of home screens.
//! 3. The manifest (W3C Web Application Manifest) tells systems of them.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use resvg::tiny_skia::{Color, Pixmap, Transform};
use serde_json::json;
use usvg::{Tree, WriteOptions};

use super::asset::Assets;
use super::svg::read;
use crate::paper::Paper;

/// The icon of a paper that has none of its own.
const ICON: &str = include_str!("../../static/icon.svg");
/// The colour of that icon, which a paper's accent replaces.
const ICON_COLOUR: &str = "#8a2a1c";
/// The ground that pages are printed on (`--paper` in static/css/base.css).
const GROUND: &str = "#fffdf8";

/// Name of the manifest, at the top of the paper: addresses in it count from there.
pub const MANIFEST: &str = "manifest.webmanifest";

/// Pixels of the icon on an iPhone's home screen.
const TOUCH: u32 = 180;
/// Pixels of the icons that the manifest names.
const SIZES: [u32; 2] = [192, 512];
/// How much of a maskable icon is sure to be seen, whatever form the system cuts it to
/// (W3C Web Application Manifest, "Icon masks and safe zone": a circle of 40% radius).
const SAFE: f32 = 0.8;

/// Where the icon stands.
#[derive(Clone, Debug)]
pub struct Icons {
    /// Address of the SVG.
    pub vector: String,
    /// Address of the picture for home screens.
    pub touch: String,
}

/// Publishes the icon in all its forms, and the manifest.
///
/// # Errors
/// The paper's icon is no SVG, which the check has told of, or the manifest cannot be written.
pub fn publish(paper: &Paper, folder: &Path, assets: &Assets, out: &Path) -> Result<Icons> {
    let tree = read(&source(paper, folder)?)?;
    let vector = tree.to_string(&WriteOptions::default());
    let png = |name: &str, pixels, share, ground| -> Result<String> {
        Ok(assets.publish_bytes(name, draw(&tree, pixels, share, ground)?))
    };
    let icons = Icons {
        vector: assets.publish_bytes("icon.svg", vector.into_bytes()),
        touch: png("icon-touch.png", TOUCH, 1.0, true)?,
    };
    let mut named = vec![json!({ "src": icons.vector, "type": "image/svg+xml", "sizes": "any" })];
    let mut name = |pixels: u32, src: String, purpose: &str| {
        let sizes = format!("{pixels}x{pixels}");
        named.push(json!({ "src": src, "type": "image/png", "sizes": sizes, "purpose": purpose }));
    };
    for pixels in SIZES {
        name(
            pixels,
            png(&format!("icon-{pixels}.png"), pixels, 1.0, false)?,
            "any",
        );
    }
    let [.., largest] = SIZES;
    name(
        largest,
        png("icon-maskable.png", largest, SAFE, true)?,
        "maskable",
    );
    let manifest = json!({
        "name": paper.name,
        "short_name": paper.name,
        "description": paper.tagline,
        "lang": paper.language,
        "dir": paper.direction().as_str(),
        "start_url": "./",
        "scope": "./",
        "display": "minimal-ui",
        "background_color": GROUND,
        "theme_color": GROUND,
        "icons": named,
    });
    let file = out.join(MANIFEST);
    fs::write(&file, manifest.to_string())
        .with_context(|| format!("{} cannot be written", file.display()))?;
    Ok(icons)
}

/// Whether a text is an SVG that can be drawn.
pub fn is_icon(svg: &str) -> bool {
    read(svg).is_ok()
}

fn source(paper: &Paper, folder: &Path) -> Result<String> {
    if paper.icon.is_empty() {
        return Ok(match paper.theme.accent.as_str() {
            "" => ICON.to_owned(),
            accent => ICON.replace(ICON_COLOUR, accent),
        });
    }
    let file = folder.join(&paper.icon);
    fs::read_to_string(&file).with_context(|| format!("{} cannot be read", file.display()))
}

/// Draws a square PNG: `share` of its side is the icon's, around it and below is the paper's ground or nothing.
fn draw(tree: &Tree, pixels: u32, share: f32, ground: bool) -> Result<Vec<u8>> {
    let mut picture = Pixmap::new(pixels, pixels).context("an icon of no size")?;
    if ground {
        picture.fill(Color::from_rgba8(0xff, 0xfd, 0xf8, 0xff));
    }
    let (side, size) = (pixels as f32, tree.size());
    let scale = side * share / size.width().max(size.height());
    let place = |length: f32| (side - length * scale) / 2.0;
    let transform = Transform::from_scale(scale, scale)
        .post_translate(place(size.width()), place(size.height()));
    resvg::render(tree, transform, &mut picture.as_mut());
    picture
        .encode_png()
        .context("an icon cannot be written as PNG")
}
