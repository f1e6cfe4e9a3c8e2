//! A picture of three colours: the ground, ink, and the paper's accent.
//!
//! Entry point: [`Canvas`]. Ink and accent are drawn apart, each as how much of a pixel it covers; a few steps of that are
//! the palette of the PNG, which so takes four bits a pixel.

use anyhow::{Context, Result};
use png::{BitDepth, ColorType, Compression, Encoder, Filter};
use resvg::tiny_skia::{FillRule, Mask, Path, PathBuilder, Rect, Transform};

/// Steps from the ground to the ink.
const INKS: u8 = 8;
/// Steps from the ground to the accent.
const ACCENTS: u8 = 7;

/// Red, green and blue.
pub(super) type Colour = [u8; 3];

/// What something is drawn in.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Paint {
    Ink,
    Accent,
}

/// A picture being drawn.
pub(super) struct Canvas {
    ink: Mask,
    accent: Mask,
}

impl Canvas {
    /// An empty picture.
    pub(super) fn new((width, height): (u32, u32)) -> Result<Self> {
        let mask = || Mask::new(width, height).context("a picture of no size");
        Ok(Self {
            ink: mask()?,
            accent: mask()?,
        })
    }

    /// Fills an outline.
    pub(super) fn fill(&mut self, path: &Path, paint: Paint) {
        let mask = match paint {
            Paint::Ink => &mut self.ink,
            Paint::Accent => &mut self.accent,
        };
        mask.fill_path(path, FillRule::Winding, true, Transform::identity());
    }

    /// Fills a rectangle.
    pub(super) fn bar(&mut self, x: f32, y: f32, width: f32, height: f32, paint: Paint) {
        if let Some(bar) = Rect::from_xywh(x, y, width, height) {
            self.fill(&PathBuilder::from_rect(bar), paint);
        }
    }

    /// The picture as PNG.
    pub(super) fn png(&self, ground: Colour, ink: Colour, accent: Colour) -> Result<Vec<u8>> {
        let mut palette = ground.to_vec();
        for (colour, steps) in [(ink, INKS), (accent, ACCENTS)] {
            palette.extend((1..=steps).flat_map(|step| blend(ground, colour, step, steps)));
        }
        let pixels = self.ink.data().iter().zip(self.accent.data());
        let pixels: Vec<u8> = pixels.map(|(ink, accent)| index(*ink, *accent)).collect();
        let pairs = pixels.chunks(2);
        let packed: Vec<u8> = pairs
            .map(|pair| pair[0] << 4 | pair.get(1).copied().unwrap_or_default())
            .collect();
        let mut bytes = Vec::new();
        let mut encoder = Encoder::new(&mut bytes, self.ink.width(), self.ink.height());
        encoder.set_color(ColorType::Indexed);
        encoder.set_depth(BitDepth::Four);
        encoder.set_palette(palette);
        encoder.set_compression(Compression::Balanced);
        encoder.set_filter(Filter::NoFilter);
        encoder.write_header()?.write_image_data(&packed)?;
        Ok(bytes)
    }
}

/// The place in the palette of a pixel that ink and accent cover so much.
fn index(ink: u8, accent: u8) -> u8 {
    let step = |cover: u8, steps: u8| {
        ((u16::from(cover) * u16::from(steps) + 127) / u16::from(u8::MAX)) as u8
    };
    match (step(ink, INKS), step(accent, ACCENTS)) {
        (0, 0) => 0,
        (0, accent) => INKS + accent,
        (ink, _) => ink,
    }
}

fn blend(ground: Colour, colour: Colour, step: u8, steps: u8) -> Colour {
    std::array::from_fn(|channel| {
        let (from, to) = (u16::from(ground[channel]), u16::from(colour[channel]));
        let (step, steps) = (u16::from(step), u16::from(steps));
        ((from * (steps - step) + to * step + steps / 2) / steps) as u8
    })
}
