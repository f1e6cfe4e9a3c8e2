//! The parts that a picture's file is made of.
//!
//! Entry point: [`Anatomy::of`]. Nothing is decoded: one walk from part to part tells whether the file is whole, whether
//! the picture moves, and which parts say something beside the picture (Exif, XMP, IPTC, comments), which may be where
//! it was taken. [`Anatomy::clean`] is the file without those, its pixels untouched and its colour profile kept.

use super::Kind;

/// A file that ends before its picture does, or is not made as its kind is.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) struct CutOff;

/// The parts of a file.
#[derive(Debug)]
pub(super) struct Anatomy<'a> {
    kind: Kind,
    kept: Vec<&'a [u8]>,
    /// Whether it has several frames.
    pub(super) moves: bool,
    /// Whether it says something beside the picture that cannot be taken out.
    pub(super) tells: bool,
}

impl<'a> Anatomy<'a> {
    /// Walks through a file.
    pub(super) fn of(kind: Kind, bytes: &'a [u8]) -> Result<Self, CutOff> {
        let mut anatomy = Self {
            kind,
            kept: Vec::new(),
            moves: false,
            tells: false,
        };
        let walked = match kind {
            Kind::Jpeg => anatomy.jpeg(bytes),
            Kind::Png => anatomy.png(bytes),
            Kind::Gif => anatomy.gif(bytes),
            Kind::WebP => anatomy.webp(bytes),
            Kind::Avif => anatomy.avif(bytes),
            Kind::Svg => Some(()),
        };
        walked.map(|()| anatomy).ok_or(CutOff)
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

    /// ITU-T T.81, annex B.
    fn jpeg(&mut self, bytes: &'a [u8]) -> Option<()> {
        self.kept.push(bytes.get(..2)?);
        let mut at = 2;
        loop {
            while bytes.get(at..at + 2)? == [0xff, 0xff] {
                at += 1;
            }
            let (0xff, marker) = (bytes[at], bytes[at + 1]) else {
                return None;
            };
            if marker == JPEG_END {
                self.kept.push(&bytes[at..at + 2]);
                return Some(());
            }
            let mut end = at + 2;
            if !matches!(marker, 0x01 | 0xd0..=0xd7) {
                end += number(bytes, end, 2)?;
            }
            let content = bytes.get(at + 4..end)?;
            if marker == JPEG_SCAN {
                end = entropy_end(bytes, end)?;
            }
            let keep = match marker {
                0xe0 => content.starts_with(b"JFIF\0"),
                0xe2 => content.starts_with(b"ICC_PROFILE\0"),
                // Adobe's, which says how the colours are written.
                0xee => true,
                0xe1..=0xef | JPEG_COMMENT => false,
                _ => true,
            };
            if keep {
                self.kept.push(&bytes[at..end]);
            }
            at = end;
        }
    }

    /// Portable Network Graphics, third edition, 5.
    fn png(&mut self, bytes: &'a [u8]) -> Option<()> {
        self.kept.push(bytes.get(..8)?);
        let mut at = 8;
        loop {
            let end = at + 12 + number(bytes, at, 4)?;
            let part = bytes.get(at..end)?;
            let kind = &part[4..8];
            self.moves |= kind == b"acTL";
            if kind[0].is_ascii_uppercase() || PNG_KEPT.contains(&kind) {
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
            let (end, keep) = match bytes.get(at)? {
                0x3b => {
                    self.kept.push(&bytes[at..=at]);
                    self.moves = frames > 1;
                    return (frames > 0).then_some(());
                }
                0x2c => {
                    frames += 1;
                    let data = at + 11 + colours(*bytes.get(at + 9)?);
                    (blocks_end(bytes, data)?, true)
                }
                0x21 => {
                    let label = *bytes.get(at + 1)?;
                    let name = bytes.get(at + 3..at + 14).unwrap_or_default();
                    let comment = label == 0xfe;
                    let foreign = label == 0xff && !GIF_KEPT.contains(&name);
                    (blocks_end(bytes, at + 2)?, !comment && !foreign)
                }
                _ => return None,
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
            self.tells |= kind == b"meta" && (holds(b"Exif") || holds(b"application/rdf+xml"));
            at += length;
        }
        Some(())
    }
}

const JPEG_END: u8 = 0xd9;
const JPEG_SCAN: u8 = 0xda;
const JPEG_COMMENT: u8 = 0xfe;

/// Parts of a PNG beside the critical ones that the picture looks different without.
const PNG_KEPT: &[&[u8]] = &[
    b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"cICP", b"sBIT", b"bKGD", b"acTL", b"fcTL",
    b"fdAT",
];

/// Names of the parts that say how often a GIF is played.
const GIF_KEPT: &[&[u8]] = &[b"NETSCAPE2.0", b"ANIMEXTS1.0"];

const WEBP_KEPT: &[&[u8]] = &[
    b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ANIM", b"ANMF", b"ICCP",
];
const WEBP_EXIF: u8 = 0x08;
const WEBP_XMP: u8 = 0x04;

/// A number of some bytes, the greatest first.
fn number(bytes: &[u8], at: usize, length: usize) -> Option<usize> {
    let digits = bytes.get(at..at + length)?.iter();
    let number = digits.fold(0, |number, digit| number << 8 | u64::from(*digit));
    usize::try_from(number)
        .ok()
        .filter(|number| *number < usize::MAX / 2)
}

/// Where the coded data of a scan ends: at a marker that is neither a stuffed byte nor a restart.
fn entropy_end(bytes: &[u8], from: usize) -> Option<usize> {
    let rest = bytes.get(from..)?;
    let mut pairs = rest.windows(2).enumerate();
    pairs
        .find(|(_, pair)| pair[0] == 0xff && !matches!(pair[1], 0x00 | 0xff | 0xd0..=0xd7))
        .map(|(offset, _)| from + offset)
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
