//! Puts colours into those of the web (sRGB), as browsers do it when they show a picture.
//!
//! Entry points: [`into_web`], [`of_inks`], and the profiles: [`read`] and [`of_png`].

use std::io::Cursor;

use image::{DynamicImage, RgbImage, RgbaImage};
use moxcms::{
    Chromaticity, CicpColorPrimaries, CicpProfile, ColorPrimaries, ColorProfile, DataColorSpace,
    Layout, MatrixCoefficients, TransferCharacteristics, TransformOptions, XyY, curve_from_gamma,
};
use png::{CodingIndependentCodePoints, ScaledFloat, SourceChromaticities};

/// A profile that stands in a file. One that cannot be read is passed over.
pub(super) fn read(profile: &[u8]) -> Option<ColorProfile> {
    ColorProfile::new_from_slice(profile).ok()
}

/// The colours of a PNG: of several parts that tell them, the first counts (Portable Network Graphics, third edition,
/// 4.3). `None` when they are those of the web.
pub(super) fn of_png(file: &[u8]) -> Option<ColorProfile> {
    let reader = png::Decoder::new(Cursor::new(file)).read_info().ok()?;
    let info = reader.info();
    if let Some(points) = info.coding_independent_code_points
        && let Some(profile) = of_code_points(points)
    {
        return Some(profile);
    }
    if let Some(profile) = &info.icc_profile {
        return read(profile);
    }
    match info.srgb {
        Some(_) => None,
        None => of_gamma(info.gama_chunk?, info.chrm_chunk),
    }
}

fn of_code_points(points: CodingIndependentCodePoints) -> Option<ColorProfile> {
    let profile = ColorProfile::new_from_cicp(CicpProfile {
        color_primaries: CicpColorPrimaries::try_from(points.color_primaries).ok()?,
        transfer_characteristics: TransferCharacteristics::try_from(points.transfer_function)
            .ok()?,
        matrix_coefficients: MatrixCoefficients::Identity,
        full_range: points.is_video_full_range_image,
    });
    profile.red_trc.is_some().then_some(profile)
}

fn of_gamma(
    gamma: ScaledFloat,
    chromaticities: Option<SourceChromaticities>,
) -> Option<ColorProfile> {
    let gamma = gamma.into_value();
    if gamma <= 0.0 {
        return None;
    }
    let curve = curve_from_gamma(1.0 / gamma);
    let mut profile = ColorProfile::new_srgb();
    if let Some(of) = chromaticities {
        let point =
            |(x, y): (ScaledFloat, ScaledFloat)| Chromaticity::new(x.into_value(), y.into_value());
        let primaries = ColorPrimaries {
            red: point(of.red),
            green: point(of.green),
            blue: point(of.blue),
        };
        let (x, y) = of.white;
        let white = XyY::new(f64::from(x.into_value()), f64::from(y.into_value()), 1.0);
        profile.update_rgb_colorimetry(white, primaries);
    }
    profile.cicp = None;
    profile.red_trc = Some(curve.clone());
    profile.green_trc = Some(curve.clone());
    profile.blue_trc = Some(curve);
    Some(profile)
}

/// Turns the colours of a picture into those of the web. A profile of other colours than the picture's is passed over.
pub(super) fn into_web(picture: DynamicImage, profile: &ColorProfile) -> DynamicImage {
    let (width, height) = (picture.width(), picture.height());
    let is_clear = picture.color().has_alpha();
    let (samples, from) = match (profile.color_space, is_clear) {
        (DataColorSpace::Rgb, false) => (picture.to_rgb8().into_raw(), Layout::Rgb),
        (DataColorSpace::Rgb, true) => (picture.to_rgba8().into_raw(), Layout::Rgba),
        (DataColorSpace::Gray, _) if picture.color().has_color() => return picture,
        (DataColorSpace::Gray, false) => (picture.to_luma8().into_raw(), Layout::Gray),
        (DataColorSpace::Gray, true) => (picture.to_luma_alpha8().into_raw(), Layout::GrayAlpha),
        _ => return picture,
    };
    let turned = match is_clear {
        false => turned(&samples, (profile, from), Layout::Rgb)
            .and_then(|bytes| RgbImage::from_raw(width, height, bytes))
            .map(DynamicImage::from),
        true => turned(&samples, (profile, from), Layout::Rgba)
            .and_then(|bytes| RgbaImage::from_raw(width, height, bytes))
            .map(DynamicImage::from),
    };
    turned.unwrap_or(picture)
}

/// What the inks of a picture for print look like on the web. They are upside down: 255 is none.
pub(super) fn of_inks(mut samples: Vec<u8>, profile: Option<&ColorProfile>) -> Vec<u8> {
    if let Some(profile) = profile.filter(|one| one.color_space == DataColorSpace::Cmyk) {
        samples.iter_mut().for_each(|ink| *ink = !*ink);
        if let Some(light) = turned(&samples, (profile, Layout::Rgba), Layout::Rgb) {
            return light;
        }
        samples.iter_mut().for_each(|ink| *ink = !*ink);
    }
    let light = |ink: u8, black: u8| ((u32::from(ink) * u32::from(black) + 127) / 255) as u8;
    let (pixels, _) = samples.as_chunks::<4>();
    pixels
        .iter()
        .flat_map(|[cyan, magenta, yellow, black]| {
            [cyan, magenta, yellow].map(|ink| light(*ink, *black))
        })
        .collect()
}

fn turned(samples: &[u8], (profile, from): (&ColorProfile, Layout), to: Layout) -> Option<Vec<u8>> {
    let web = ColorProfile::new_srgb();
    let transform = profile.create_transform_8bit(from, &web, to, TransformOptions::default());
    let mut turned = vec![0; samples.len() / from.channels() * to.channels()];
    transform.ok()?.transform(samples, &mut turned).ok()?;
    Some(turned)
}
