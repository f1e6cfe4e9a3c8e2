//! Decodes a picture that does not move: upright, and in the colours of the web (sRGB).
//!
//! Entry point: [`decode`]. JPEG is decoded by libjpeg ([`super::jpeg`]), the others by `image`; profiles and the like are
//! read by [`super::colour`].

use std::io::Cursor;

use anyhow::{Context, Result, bail};
use image::metadata::Orientation;
use image::{DynamicImage, GrayImage, ImageDecoder, ImageReader, Limits, RgbImage};

use super::anatomy::Anatomy;
use super::colour;
use super::jpeg::{self, Colours};
use super::kind::Kind;

/// A decoded picture.
pub(super) struct Still {
    pub(super) picture: DynamicImage,
    /// Whether it is another than the one in the file: the camera was not held upright, or the colours were inks, which
    /// not everybody shows.
    pub(super) changed: bool,
}

/// Decodes a picture.
pub(super) fn decode(kind: Kind, bytes: &[u8], anatomy: &Anatomy) -> Result<Still> {
    match kind {
        Kind::Jpeg => of_jpeg(anatomy),
        _ => of_another(kind, bytes, anatomy),
    }
}

fn of_jpeg(anatomy: &Anatomy) -> Result<Still> {
    let segments = &anatomy.segments;
    let decoded = jpeg::decode(&anatomy.clean())?;
    // Between several scans anything may stand, and libjpeg warns of it as it does of damage.
    if decoded.is_guessed && (segments.scans == 1 || !anatomy.ends) {
        bail!("the file is damaged inside, or its end is missing");
    }
    let profile = segments
        .profile()
        .and_then(|profile| colour::read(&profile));
    let (width, height) = decoded.size;
    let samples = decoded.samples;
    let picture = match decoded.colours {
        Colours::Grey => GrayImage::from_raw(width, height, samples).map(DynamicImage::from),
        Colours::Light => RgbImage::from_raw(width, height, samples).map(DynamicImage::from),
        Colours::Inks => {
            let light = colour::of_inks(samples, profile.as_ref());
            RgbImage::from_raw(width, height, light).map(DynamicImage::from)
        }
    };
    let picture = picture.context("it has not all of its pixels")?;
    let picture = match profile {
        Some(profile) if decoded.colours != Colours::Inks => colour::into_web(picture, &profile),
        _ => picture,
    };
    let orientation = segments.exif.and_then(Orientation::from_exif_chunk);
    let mut still = upright(picture, orientation.unwrap_or(Orientation::NoTransforms));
    still.changed |= decoded.colours == Colours::Inks;
    Ok(still)
}

fn of_another(kind: Kind, bytes: &[u8], anatomy: &Anatomy) -> Result<Still> {
    // One that does not say that it ends has been completed.
    let completed = (!anatomy.ends).then(|| anatomy.clean());
    let bytes = completed.as_deref().unwrap_or(bytes);
    let mut reader = ImageReader::new(Cursor::new(bytes)).with_guessed_format()?;
    // How many pixels there are has been looked at.
    reader.limits(Limits::no_limits());
    let mut decoder = reader.into_decoder()?;
    let orientation = decoder.orientation()?;
    let profile = match kind {
        Kind::Png => colour::of_png(bytes),
        _ => decoder
            .icc_profile()?
            .and_then(|profile| colour::read(&profile)),
    };
    let picture = DynamicImage::from_decoder(decoder)?;
    let picture = match profile {
        Some(profile) => colour::into_web(picture, &profile),
        None => picture,
    };
    Ok(upright(picture, orientation))
}

fn upright(mut picture: DynamicImage, orientation: Orientation) -> Still {
    picture.apply_orientation(orientation);
    Still {
        picture,
        changed: orientation != Orientation::NoTransforms,
    }
}
