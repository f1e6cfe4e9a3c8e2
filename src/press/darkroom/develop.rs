//! Makes of one picture the files that pages show.
//!
//! Entry point: [`develop`].
//!
//! 1. What moves, and what is not made of pixels, stays what it is, cleaned.
//! 2. A still picture is decoded ([`super::still`]).
//! 3. The picture that everybody can show is the file itself, cleaned, when nothing had to be changed; else it is
//!    written anew as JPEG or PNG.
//! 4. Beside it stand narrower ones, never wider ones, in WebP.

use std::collections::HashSet;

use anyhow::{Context, Result, anyhow};
use fast_image_resize::images::Image;
use fast_image_resize::{PixelType, Resizer};
use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use image::{DynamicImage, ImageEncoder};
use jpeg_encoder::{ColorType, SamplingFactor};
use rayon::prelude::*;

use super::anatomy::Anatomy;
use super::kind::Kind;
use super::{still, vector};
use crate::press::store::Made;

/// Widths in pixels that a picture is made in. Telephones show one in 320 to 430 points of two or three pixels each, a
/// page's column has 640 points, its lead picture 928.
pub(super) const WIDTHS: [u32; 5] = [320, 640, 800, 1120, 1600];
/// The widest that is published: twice the points of a lead picture.
pub(super) const WIDEST: u32 = 1920;
/// A width that is nearly the next one is left out.
const NEARLY: f32 = 0.85;
/// Quality of WebP. Measured on the sample paper's photographs; see docs/pictures.md.
const WEBP: f32 = 70.0;
/// Quality of JPEG, where one has to be written.
const JPEG: u8 = 84;
/// A picture of so many colours is a drawing, which WebP keeps without loss.
const DRAWING: usize = 256;

/// Makes the files of a picture: first the one that everybody can show, then its widths from narrow to wide when they are wanted.
pub(super) fn develop(bytes: &[u8], kind: Kind, widths: bool) -> Result<Vec<Made>> {
    if kind == Kind::Svg {
        let (bytes, (width, height)) = vector::rewrite(bytes)?;
        return Ok(vec![Made {
            ending: "svg",
            width,
            height,
            bytes,
        }]);
    }
    let anatomy = Anatomy::of(kind, bytes).map_err(|_| anyhow!("the file is cut off"))?;
    let clean = |(width, height)| Made {
        ending: ending(kind),
        width,
        height,
        bytes: anatomy.clean(),
    };
    if anatomy.moves || kind == Kind::Avif {
        let size = imagesize::blob_size(bytes)?;
        let size = (u32::try_from(size.width)?, u32::try_from(size.height)?);
        return Ok(vec![clean(size)]);
    }
    let still = still::decode(kind, bytes, &anatomy)?;
    let pixels = Pixels::of(still.picture);
    let size = pixels.size;
    let as_it_is = !still.changed && size.0 <= WIDEST && kind != Kind::WebP;
    let original = match as_it_is {
        true => clean(size),
        false => pixels.narrowed(size.0.min(WIDEST))?.for_everybody(kind)?,
    };
    let made = match widths {
        true => pixels.in_widths(kind)?,
        false => Vec::new(),
    };
    // Of a very small picture, or one of very low quality, nothing smaller can be made.
    let smaller = made
        .iter()
        .any(|one| one.bytes.len() < original.bytes.len());
    let made = made.into_iter().filter(|_| smaller);
    Ok(std::iter::once(original).chain(made).collect())
}

fn ending(kind: Kind) -> &'static str {
    match kind {
        Kind::Jpeg => "jpg",
        Kind::Png => "png",
        Kind::Gif => "gif",
        Kind::WebP => "webp",
        Kind::Avif => "avif",
        Kind::Svg => "svg",
    }
}

/// The widths to make of a picture, from narrow to wide.
fn widths(own: u32) -> Vec<u32> {
    let widest = own.min(WIDEST);
    let narrower = WIDTHS
        .into_iter()
        .filter(|width| (*width as f32) < widest as f32 * NEARLY);
    narrower.chain([widest]).collect()
}

/// Pixels of 8 bits a channel, with or without transparency.
struct Pixels {
    size: (u32, u32),
    clear: bool,
    bytes: Vec<u8>,
}

impl Pixels {
    fn of(picture: DynamicImage) -> Self {
        let size = (picture.width(), picture.height());
        if picture.color().has_alpha() {
            let picture = picture.into_rgba8();
            if picture.pixels().any(|pixel| pixel.0[3] < u8::MAX) {
                return Self {
                    size,
                    clear: true,
                    bytes: picture.into_raw(),
                };
            }
            let bytes = DynamicImage::from(picture).into_rgb8().into_raw();
            return Self {
                size,
                clear: false,
                bytes,
            };
        }
        Self {
            size,
            clear: false,
            bytes: picture.into_rgb8().into_raw(),
        }
    }

    fn channels(&self) -> usize {
        if self.clear { 4 } else { 3 }
    }

    /// The same picture, narrower.
    fn narrowed(&self, width: u32) -> Result<Self> {
        let (own, tall) = self.size;
        let height = (f64::from(tall) * f64::from(width) / f64::from(own)).round() as u32;
        let size = (width, height.max(1));
        if size == self.size {
            return Ok(Self {
                bytes: self.bytes.clone(),
                ..*self
            });
        }
        let kind = if self.clear {
            PixelType::U8x4
        } else {
            PixelType::U8x3
        };
        let source = fast_image_resize::images::ImageRef::new(own, tall, &self.bytes, kind)?;
        let mut target = Image::new(size.0, size.1, kind);
        Resizer::new().resize(&source, &mut target, None)?;
        Ok(Self {
            size,
            clear: self.clear,
            bytes: target.into_vec(),
        })
    }

    /// A drawing has few colours, which show what loss does to them.
    fn is_drawing(&self) -> bool {
        let mut colours = HashSet::with_capacity(DRAWING + 1);
        for pixel in self.bytes.chunks_exact(self.channels()) {
            colours.insert(pixel);
            if colours.len() > DRAWING {
                return false;
            }
        }
        true
    }

    /// The picture as browsers, feed readers and link previews of any age show it.
    fn for_everybody(&self, kind: Kind) -> Result<Made> {
        let (width, height) = self.size;
        let drawing = self.clear || kind == Kind::Png || kind == Kind::Gif;
        let (ending, bytes) = match drawing {
            true => ("png", self.png()?),
            false => ("jpg", self.jpeg()?),
        };
        Ok(Made {
            ending,
            width,
            height,
            bytes,
        })
    }

    fn png(&self) -> Result<Vec<u8>> {
        let mut bytes = Vec::new();
        let colours = match self.clear {
            true => image::ExtendedColorType::Rgba8,
            false => image::ExtendedColorType::Rgb8,
        };
        PngEncoder::new_with_quality(&mut bytes, CompressionType::Best, FilterType::Adaptive)
            .write_image(&self.bytes, self.size.0, self.size.1, colours)?;
        Ok(bytes)
    }

    fn jpeg(&self) -> Result<Vec<u8>> {
        let mut bytes = Vec::new();
        let mut encoder = jpeg_encoder::Encoder::new(&mut bytes, JPEG);
        encoder.set_progressive(true);
        encoder.set_optimized_huffman_tables(true);
        encoder.set_sampling_factor(SamplingFactor::F_2_2);
        let side = |side: u32| u16::try_from(side).context("it is too tall for a JPEG");
        let (width, height) = (side(self.size.0)?, side(self.size.1)?);
        encoder.encode(&self.bytes, width, height, ColorType::Rgb)?;
        Ok(bytes)
    }

    /// The picture in every width, in WebP.
    fn in_widths(&self, kind: Kind) -> Result<Vec<Made>> {
        let lossless = kind != Kind::Jpeg && self.is_drawing();
        let tallest = |width: &u32| {
            // WebP has no side longer than 14 bits (RFC 9649, 2.1).
            u64::from(self.size.1) * u64::from(*width) / u64::from(self.size.0) < 1 << 14
        };
        widths(self.size.0)
            .into_par_iter()
            .filter(tallest)
            .map(|width| self.narrowed(width)?.webp(lossless))
            .collect()
    }

    fn webp(&self, lossless: bool) -> Result<Made> {
        let (width, height) = self.size;
        let mut config = webp::WebPConfig::new().map_err(|()| anyhow!("libwebp does not start"))?;
        config.lossless = lossless.into();
        config.quality = if lossless { 60.0 } else { WEBP };
        let encoder = match self.clear {
            true => webp::Encoder::from_rgba(&self.bytes, width, height),
            false => webp::Encoder::from_rgb(&self.bytes, width, height),
        };
        let bytes = encoder
            .encode_advanced(&config)
            .map_err(|fault| anyhow!("libwebp: {fault:?}"))?
            .to_vec();
        Ok(Made {
            ending: "webp",
            width,
            height,
            bytes,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::widths;

    #[test]
    fn widths_end_with_the_picture_s_own_and_never_go_beyond_it() {
        assert_eq!(widths(12), [12]);
        assert_eq!(widths(640), [320, 640]);
        assert_eq!(widths(1024), [320, 640, 800, 1024]);
        assert_eq!(widths(6000), [320, 640, 800, 1120, 1600, 1920]);
    }
}
