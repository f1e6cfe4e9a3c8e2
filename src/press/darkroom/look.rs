//! Looks at a picture's file without decoding it: is it a picture that can be shown, how large, is it whole?
//!
//! Entry point: [`look`].

use std::fs::{self, File};
use std::io::{self, Read as _};
use std::path::Path;

use super::anatomy::{Anatomy, Flaw};
use super::kind::{Foreign, HEAD, Kind, Sort, is_picture, kind};
use super::segments::Segments;
use super::{jpeg, vector};

/// The most pixels that are decoded. A telephone takes up to 50 million in the ordinary way of taking photographs;
/// each takes up to four bytes of memory.
pub const MOST_PIXELS: u64 = 100_000_000;
/// The most bytes that are read.
pub const MOST_BYTES: u64 = 200_000_000;

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
    /// It is of a kind that browsers do not show.
    OtherKind(Foreign),
    /// It is coded in a way that browsers do not show; how.
    OtherCoding(&'static str),
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
    let kind = match kind(bytes) {
        Sort::Picture(kind) => kind,
        Sort::Foreign(foreign) => return Err(Unfit::OtherKind(foreign)),
        Sort::Unknown => return Err(Unfit::NoPicture),
    };
    if kind == Kind::Svg {
        let size = vector::text(bytes).and_then(vector::size);
        let size = size.ok_or(Unfit::NoPicture)?;
        return Ok(Look { kind, size });
    }
    let (width, height) = size(kind, bytes)?;
    if u64::from(width) * u64::from(height) > MOST_PIXELS {
        return Err(Unfit::TooManyPixels(width, height));
    }
    let anatomy = Anatomy::of(kind, bytes).map_err(unfit)?;
    if anatomy.tells {
        return Err(Unfit::Tells);
    }
    // Where a file does not say that it ends there, only its picture tells whether it is whole.
    if !anatomy.ends && !is_whole(kind, &anatomy.clean()) {
        return Err(Unfit::CutOff);
    }
    Ok(Look {
        kind,
        size: (width, height),
    })
}

/// Width and height of a picture of pixels, as its header says them.
fn size(kind: Kind, bytes: &[u8]) -> Result<(u32, u32), Unfit> {
    if kind == Kind::Jpeg {
        return Segments::of(bytes)
            .map(|segments| segments.size)
            .map_err(unfit);
    }
    // Some files are too short even for their size.
    let size = imagesize::blob_size(bytes).map_err(|_| Unfit::CutOff)?;
    let pixels = |side: usize| u32::try_from(side).unwrap_or(u32::MAX);
    Ok((pixels(size.width), pixels(size.height)))
}

fn unfit(flaw: Flaw) -> Unfit {
    match flaw {
        Flaw::CutOff => Unfit::CutOff,
        Flaw::Coding(coding) => Unfit::OtherCoding(coding),
    }
}

fn is_whole(kind: Kind, bytes: &[u8]) -> bool {
    match kind {
        Kind::Jpeg => jpeg::decode(bytes).is_ok_and(|decoded| !decoded.is_guessed),
        _ => image::load_from_memory(bytes).is_ok(),
    }
}

/// Whether a file that should be a sound, a film or a text holds a picture.
///
/// # Errors
/// The file cannot be read.
pub fn holds_picture(file: &Path) -> io::Result<bool> {
    let mut head = Vec::new();
    File::open(file)?.take(HEAD as u64).read_to_end(&mut head)?;
    Ok(is_picture(&head))
}

/// Reads a file whole, when it is not larger than a picture may be.
pub(super) fn read(file: &Path) -> io::Result<Vec<u8>> {
    match fs::metadata(file)?.len() > MOST_BYTES {
        true => Err(io::Error::other("the file has grown too large")),
        false => fs::read(file),
    }
}
