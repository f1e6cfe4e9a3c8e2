//! The parts that a picture's file is made of.
//!
//! Entry point: [`Anatomy::of`]. Nothing is decoded: one walk from part to part tells whether the file is whole, whether
//! the picture moves, and which parts say something beside the picture (Exif, XMP, IPTC, comments), which may be where
//! it was taken. [`Anatomy::clean`] is the file without those, its pixels untouched and its colour profile kept.

use super::Kind;
use super::segments::Segments;

/// What is wrong with a file.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Flaw {
    /// It ends before its picture does, or is not made as its kind is.
    CutOff,
    /// It is coded in a way that browsers do not show.
    Coding(&'static str),
}

/// The parts of a file.
#[derive(Debug)]
pub(super) struct Anatomy<'a> {
    kind: Kind,
    kept: Vec<&'a [u8]>,
    /// Whether it has several frames.
    pub(super) moves: bool,
    /// Whether it says something beside the picture that cannot be taken out.
    pub(super) tells: bool,
    /// Whether it says that it ends. Browsers show one that does not, when its picture is whole.
    pub(super) ends: bool,
    /// Of a JPEG, more of its parts.
    pub(super) segments: Segments<'a>,
}

impl<'a> Anatomy<'a> {
    /// Walks through a file.
    pub(super) fn of(kind: Kind, bytes: &'a [u8]) -> Result<Self, Flaw> {
        let mut anatomy = Self {
            kind,
            kept: Vec::new(),
            moves: false,
            tells: false,
            ends: true,
            segments: Segments::default(),
        };
        let walked = match kind {
            Kind::Jpeg => {
                let mut segments = Segments::of(bytes)?;
                anatomy.kept = std::mem::take(&mut segments.kept);
                anatomy.ends = segments.ends;
                anatomy.segments = segments;
                Some(())
            }
            Kind::Png => anatomy.png(bytes),
            Kind::Gif => anatomy.gif(bytes),
            Kind::WebP => anatomy.webp(bytes),
            Kind::Avif => anatomy.avif(bytes),
            Kind::Svg => Some(()),
        };
        walked.map(|()| anatomy).ok_or(Flaw::CutOff)
    }

    /// The file without what it says beside the picture.
    pub(super) fn clean(&self) -> Vec<u8> {
        let mut file = self.kept.concat();
        if self.kind == Kind::WebP {
            let size = u32::try_from(file.len() - 8).unwrap_or(u32::MAX);
            file[4..8].copy_from_slice(&size.to_le_bytes());
            // The extended header says which parts follow; Exif and XMP no longer do.
            if &file[12..16] == b"VP8X" {
                file[20] &= !(WEBP_EXIF | WEBP_XMP);
            }
        }
        file
    }

    /// Portable Network Graphics, third edition, 5.
    fn png(&mut self, bytes: &'a [u8]) -> Option<()> {
        self.kept.push(bytes.get(..8)?);
        let mut at = 8;
        let mut has_pixels = false;
        loop {
            if has_pixels && at == bytes.len() {
                self.kept.push(PNG_END);
                self.ends = false;
                return Some(());
            }
            let end = at + 12 + number(bytes, at, 4)?;
            let part = bytes.get(at..end)?;
            let kind = &part[4..8];
            self.moves |= kind == b"acTL";
            has_pixels |= kind == b"IDAT";
            if PNG_KEPT.contains(&kind) {
                self.kept.push(part);
            }
            if kind == b"IEND" {
                return Some(());
            }
            at = end;
        }
    }

    /// Graphics Interchange Format, version 89a.
    fn gif(&mut self, bytes: &'a [u8]) -> Option<()> {
        let mut at = 13 + colours(*bytes.get(10)?);
        self.kept.push(bytes.get(..at)?);
        let mut frames = 0;
        loop {
            let (end, keep) = match bytes.get(at) {
                Some(0x2c) => {
                    frames += 1;
                    let data = at + 11 + colours(*bytes.get(at + 9)?);
                    (blocks_end(bytes, data)?, true)
                }
                Some(0x21) => {
                    let label = *bytes.get(at + 1)?;
                    let name = bytes.get(at + 3..at + 14).unwrap_or_default();
                    let comment = label == 0xfe;
                    let foreign = label == 0xff && !GIF_KEPT.contains(&name);
                    (blocks_end(bytes, at + 2)?, !comment && !foreign)
                }
                // Browsers take what they do not know for the end.
                other => {
                    self.kept.push(GIF_END);
                    self.moves = frames > 1;
                    self.ends = other == Some(&GIF_END[0]);
                    return (frames > 0).then_some(());
                }
            };
            if keep {
                self.kept.push(bytes.get(at..end)?);
            }
            at = end;
        }
    }

    /// RFC 9649, 2.
    fn webp(&mut self, bytes: &'a [u8]) -> Option<()> {
        let size = u32::from_le_bytes(bytes.get(4..8)?.try_into().ok()?);
        let end_of_all = 8 + usize::try_from(size).ok()?;
        // The byte that makes a last part even is often left out.
        let bytes = bytes.get(..end_of_all.min(bytes.len()))?;
        if bytes.len() + 1 < end_of_all {
            return None;
        }
        self.kept.push(bytes.get(..12)?);
        let mut at = 12;
        while at < bytes.len() {
            let length = u32::from_le_bytes(bytes.get(at + 4..at + 8)?.try_into().ok()?);
            let end = at + 8 + usize::try_from(length).ok()?;
            let part = bytes.get(at..(end + end % 2).min(bytes.len()))?;
            if part.len() < end - at {
                return None;
            }
            let kind = &part[..4];
            self.moves |= kind == b"ANIM";
            if WEBP_KEPT.contains(&kind) {
                self.kept.push(part);
            }
            at = end + end % 2;
        }
        (self.kept.len() > 1).then_some(())
    }

    /// ISO/IEC 14496-12, 4.2, and AV1 Image File Format. Positions in the file stand in it, so nothing can be taken out.
    fn avif(&mut self, bytes: &'a [u8]) -> Option<()> {
        self.kept.push(bytes);
        let mut at = 0;
        while at < bytes.len() {
            let (mut length, mut header) = (number(bytes, at, 4)?, 8);
            if length == 1 {
                (length, header) = (number(bytes, at + 8, 8)?, 16);
            } else if length == 0 {
                length = bytes.len() - at;
            }
            let kind = bytes.get(at + 4..at + 8)?;
            let content = bytes.get(at + header..at.checked_add(length)?)?;
            let holds = |words: &[u8]| content.windows(words.len()).any(|part| part == words);
            self.moves |= kind == b"ftyp" && holds(b"avis");
            self.tells |= match kind {
                b"ftyp" | b"mdat" | b"moov" => false,
                b"meta" => holds(b"Exif") || holds(b"application/rdf+xml"),
                // A box that no picture is drawn of, as one of somebody's own (`uuid`).
                _ => content.iter().any(|byte| *byte != 0),
            };
            at += length;
        }
        Some(())
    }
}

/// Parts of a PNG that it looks different without.
const PNG_KEPT: &[&[u8]] = &[
    b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"cICP",
    b"sBIT", b"bKGD", b"acTL", b"fcTL", b"fdAT",
];

const PNG_END: &[u8] = b"\0\0\0\0IEND\xae\x42\x60\x82";
const GIF_END: &[u8] = b";";

/// Names of the parts that say how often a GIF is played.
const GIF_KEPT: &[&[u8]] = &[b"NETSCAPE2.0", b"ANIMEXTS1.0"];

const WEBP_KEPT: &[&[u8]] = &[
    b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ANIM", b"ANMF", b"ICCP",
];
const WEBP_EXIF: u8 = 0x08;
const WEBP_XMP: u8 = 0x04;

/// A number of some bytes, the greatest first.
pub(super) fn number(bytes: &[u8], at: usize, length: usize) -> Option<usize> {
    let digits = bytes.get(at..at + length)?.iter();
    let number = digits.fold(0, |number, digit| number << 8 | u64::from(*digit));
    usize::try_from(number)
        .ok()
        .filter(|number| *number < usize::MAX / 2)
}

/// Bytes of the colour table that a GIF's flags announce.
fn colours(flags: u8) -> usize {
    match flags & 0x80 {
        0 => 0,
        _ => 3 << ((flags & 7) + 1),
    }
}

/// Where a GIF's row of sub-blocks ends.
fn blocks_end(bytes: &[u8], mut at: usize) -> Option<usize> {
    loop {
        let length = usize::from(*bytes.get(at)?);
        at += 1 + length;
        if length == 0 {
            return Some(at);
        }
    }
}
