//! Looks at a picture's file without decoding it: is it a picture that can be shown, how large, is it whole?
//!
//! Entry point: [`look`].

use std::fs::{self, File};
use std::io::{self, Read as _};
use std::path::Path;

use imagesize::{Compression, ImageType};

use super::anatomy::{Anatomy, CutOff};
use super::vector;

/// The most pixels that are decoded. A telephone takes up to 50 million in the ordinary way of taking photographs;
/// each takes up to four bytes of memory.
pub const MOST_PIXELS: u64 = 100_000_000;
/// The most bytes that are read.
pub const MOST_BYTES: u64 = 200_000_000;

/// What kind of picture a file holds.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Kind {
    /// Photographs, mostly.
    Jpeg,
    /// Drawings, mostly, without loss; may move.
    Png,
    /// Up to 256 colours; may move.
    Gif,
    /// Either; may move.
    WebP,
    /// Photographs of few bytes. It is published as it is.
    Avif,
    /// Shapes.
    Svg,
}

/// A picture that can be shown.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Look {
    /// Its kind.
    pub kind: Kind,
    /// Width and height in pixels, as the file holds them.
    pub size: (u32, u32),
}

/// Why a file cannot be shown.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Unfit {
    /// It holds no picture.
    NoPicture,
    /// It holds a picture of a kind that browsers do not show.
    OtherKind,
    /// It has more than [`MOST_PIXELS`].
    TooManyPixels(u32, u32),
    /// It has more than [`MOST_BYTES`].
    TooManyBytes(u64),
    /// It ends before its picture does.
    CutOff,
    /// It says more than the picture, perhaps where it was taken, and the press cannot take that out.
    Tells,
}

/// Looks at a file.
///
/// # Errors
/// The file cannot be read.
pub fn look(file: &Path) -> io::Result<Result<Look, Unfit>> {
    let mut open = File::open(file)?;
    let length = open.metadata()?.len();
    if length > MOST_BYTES {
        return Ok(Err(Unfit::TooManyBytes(length)));
    }
    let mut bytes = Vec::with_capacity(usize::try_from(length).unwrap_or_default() + 1);
    open.by_ref().take(MOST_BYTES).read_to_end(&mut bytes)?;
    Ok(look_at(&bytes))
}

/// Looks at the bytes of a file.
pub(super) fn look_at(bytes: &[u8]) -> Result<Look, Unfit> {
    if let Some(svg) = vector::text(bytes) {
        let size = vector::size(svg).ok_or(Unfit::NoPicture)?;
        return Ok(Look {
            kind: Kind::Svg,
            size,
        });
    }
    let kind = kind(bytes)?;
    // Some files are too short even for their size.
    let size = imagesize::blob_size(bytes).map_err(|_| Unfit::CutOff)?;
    let pixels = |side: usize| u32::try_from(side).unwrap_or(u32::MAX);
    let (width, height) = (pixels(size.width), pixels(size.height));
    if u64::from(width) * u64::from(height) > MOST_PIXELS {
        return Err(Unfit::TooManyPixels(width, height));
    }
    let anatomy = Anatomy::of(kind, bytes).map_err(|CutOff| Unfit::CutOff)?;
    match anatomy.tells {
        true => Err(Unfit::Tells),
        false => Ok(Look {
            kind,
            size: (width, height),
        }),
    }
}

/// Whether a file holds a picture that browsers show. Films in MP4 are made of the same boxes as AVIF, and are none.
pub fn is_picture(bytes: &[u8]) -> bool {
    vector::text(bytes).is_some() || kind(bytes).is_ok()
}

fn kind(bytes: &[u8]) -> Result<Kind, Unfit> {
    Ok(match imagesize::image_type(bytes) {
        Ok(ImageType::Jpeg) => Kind::Jpeg,
        Ok(ImageType::Png) => Kind::Png,
        Ok(ImageType::Gif) => Kind::Gif,
        Ok(ImageType::Webp) => Kind::WebP,
        Ok(ImageType::Heif(Compression::Av1)) => Kind::Avif,
        Ok(_) => return Err(Unfit::OtherKind),
        Err(_) => return Err(Unfit::NoPicture),
    })
}

/// Reads a file whole, when it is not larger than a picture may be.
pub(super) fn read(file: &Path) -> io::Result<Vec<u8>> {
    match fs::metadata(file)?.len() > MOST_BYTES {
        true => Err(io::Error::other("the file has grown too large")),
        false => fs::read(file),
    }
}
