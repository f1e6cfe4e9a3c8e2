//! What kind of picture a file holds, by the bytes it begins with; its name says nothing.
//!
//! Entry points: [`kind`], and [`is_picture`] for files that should be none.

use imagesize::ImageType;

use super::vector;

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

/// A file of a kind that not all browsers show.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Foreign {
    /// Photographs of telephones (HEIC, HEIF).
    Heic,
    /// Scans and pictures for print.
    Tiff,
    /// What a camera's sensor saw (DNG and NEF are TIFF, too).
    Raw,
    /// The working file of an image program.
    Photoshop,
    /// JPEG XL or JPEG 2000.
    OtherJpeg,
    /// No picture at all, but a film.
    Film,
    /// Another picture.
    Other,
}

/// What a file's beginning tells of it.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Sort {
    Picture(Kind),
    Foreign(Foreign),
    /// Nothing that is known.
    Unknown,
}

/// As much of a file as is looked at to know its kind; an SVG may begin with a long comment.
pub(super) const HEAD: usize = 64 * 1024;

/// How files begin that `imagesize` does not know.
const SIGNATURES: &[(&[u8], Foreign)] = &[
    (b"\0\0\0\x0cjP  \r\n\x87\n", Foreign::OtherJpeg),
    (b"\xff\x4f\xff\x51", Foreign::OtherJpeg),
    (b"FUJIFILMCCD-RAW", Foreign::Raw),
    (b"IIRO", Foreign::Raw),
    (b"IIRS", Foreign::Raw),
    (b"IIU\0", Foreign::Raw),
    (b"II\xbc", Foreign::Other),
];

/// The kind of a file.
pub(super) fn kind(bytes: &[u8]) -> Sort {
    let head = &bytes[..bytes.len().min(HEAD)];
    if vector::text(head).is_some() {
        return Sort::Picture(Kind::Svg);
    }
    if let Some((_, foreign)) = SIGNATURES.iter().find(|(begin, _)| head.starts_with(begin)) {
        return Sort::Foreign(*foreign);
    }
    match imagesize::image_type(head) {
        Ok(ImageType::Jpeg) => Sort::Picture(Kind::Jpeg),
        Ok(ImageType::Png) => Sort::Picture(Kind::Png),
        Ok(ImageType::Gif) => Sort::Picture(Kind::Gif),
        Ok(ImageType::Webp) => Sort::Picture(Kind::WebP),
        Ok(ImageType::Heif(_)) => of_brands(head),
        Ok(ImageType::Tiff) => Sort::Foreign(Foreign::Tiff),
        Ok(ImageType::Psd) => Sort::Foreign(Foreign::Photoshop),
        Ok(ImageType::Jxl) => Sort::Foreign(Foreign::OtherJpeg),
        // Both are known by so little that a sound or a text may begin like one.
        Ok(ImageType::Pnm | ImageType::Tga) | Err(_) => Sort::Unknown,
        Ok(_) => Sort::Foreign(Foreign::Other),
    }
}

/// What the brands of a file of boxes say (ISO/IEC 14496-12, 4.3): films are made of the same boxes as AVIF and HEIC.
fn of_brands(head: &[u8]) -> Sort {
    let length = head.first_chunk().map(|length| u32::from_be_bytes(*length));
    let end = length.map_or(0, |length| length as usize).min(head.len());
    let Some(major) = head.get(8..12) else {
        return Sort::Unknown;
    };
    let others = head.get(16..end).unwrap_or_default().chunks_exact(4);
    let is_film = !PICTURE_BRANDS.contains(&major);
    for brand in std::iter::once(major).chain(others.filter(|_| !is_film)) {
        match brand {
            b"avif" | b"avis" | b"avio" => return Sort::Picture(Kind::Avif),
            b"crx " => return Sort::Foreign(Foreign::Raw),
            _ if brand.starts_with(b"hei") || brand.starts_with(b"hev") => {
                return Sort::Foreign(Foreign::Heic);
            }
            _ => {}
        }
    }
    Sort::Foreign(match is_film {
        true => Foreign::Film,
        false => Foreign::Other,
    })
}

/// Brands that a file begins with and that leave to the others what its pictures are coded with.
const PICTURE_BRANDS: &[&[u8]] = &[
    b"mif1", b"mif2", b"msf1", b"miaf", b"MA1A", b"MA1B", b"avci", b"avcs", b"jpeg", b"jpgs",
];

/// Whether a file, or its first [`HEAD`] bytes, holds a picture of any kind.
pub fn is_picture(bytes: &[u8]) -> bool {
    !matches!(kind(bytes), Sort::Unknown | Sort::Foreign(Foreign::Film))
}

#[cfg(test)]
mod tests {
    use super::{Foreign, Kind, Sort, is_picture, kind};

    fn boxes(brands: &[&[u8; 4]]) -> Vec<u8> {
        let length = u8::try_from(12 + 4 * brands.len()).unwrap();
        let mut file = vec![0, 0, 0, length];
        file.extend(b"ftyp");
        file.extend(brands[0]);
        file.extend([0; 4]);
        file.extend(brands[1..].iter().flat_map(|brand| brand.iter()));
        file.extend(b"\0\0\0\x08mdat");
        file
    }

    #[test]
    fn pictures_and_films_of_the_same_boxes_are_told_apart() {
        let heic = Sort::Foreign(Foreign::Heic);
        let film = Sort::Foreign(Foreign::Film);
        for (brands, expected) in [
            (&[b"avif", b"mif1"][..], Sort::Picture(Kind::Avif)),
            (
                &[b"mif1", b"miaf", b"MA1B", b"avif"],
                Sort::Picture(Kind::Avif),
            ),
            (&[b"heic", b"mif1"], heic),
            (&[b"mif1", b"MiHB", b"miaf", b"heic"], heic),
            (&[b"msf1", b"hevc"], heic),
            (&[b"isom", b"mp42", b"hevc"], film),
            (&[b"qt  ", b"qt  "], film),
            (&[b"crx ", b"isom"], Sort::Foreign(Foreign::Raw)),
        ] {
            assert_eq!(kind(&boxes(brands)), expected, "{brands:?}");
        }
    }

    #[test]
    fn pictures_that_browsers_do_not_show_are_pictures_too() {
        for head in [
            b"II*\0\x08\0\0\0\0\0\0\0".as_slice(),
            b"MM\0*\0\0\0\x08\0\0\0\0",
            b"8BPS\0\x01\0\0\0\0\0\0",
            b"\xff\x0a\0\0\0\0\0\0\0\0\0\0",
            b"\0\0\0\x0cjP  \r\n\x87\n",
            b"FUJIFILMCCD-RAW 0201",
        ] {
            assert!(is_picture(head), "{head:?}");
        }
        for head in [
            b"OggS\0\0\0\0\0\0\0\0".as_slice(),
            b"RIFF\0\0\0\0WAVE",
            b"WEBVTT\n\n00:00",
            b"ID3\x04\0\0\0\0\0\0\0\0",
            b"P1 of two parts of a text",
            b"FORM\0\0\0\0AIFF",
        ] {
            assert!(!is_picture(head), "{head:?}");
        }
    }
}
