//! The segments that a JPEG is made of (ITU-T T.81, annex B).
//!
//! Entry point: [`Segments::of`]. They are found as libjpeg finds them, which browsers use: bytes between two segments,
//! fill bytes and markers without content are passed over, and a file may end without saying so. What is kept is what the
//! picture is drawn of; everything else, thumbnails too, may say where it was taken.

use super::anatomy::{Flaw, number};

/// The segments of a JPEG.
#[derive(Debug, Default)]
pub(super) struct Segments<'a> {
    /// The file without what it says beside the picture.
    pub(super) kept: Vec<&'a [u8]>,
    /// Whether it says that it ends.
    pub(super) ends: bool,
    /// Width and height in pixels.
    pub(super) size: (u32, u32),
    /// How many scans it has. Of a single one the coded data tell whether they are whole.
    pub(super) scans: usize,
    /// What the camera noted.
    pub(super) exif: Option<&'a [u8]>,
    /// The parts of its colour profile, each with its number.
    profile: Vec<(u8, &'a [u8])>,
}

const START: u8 = 0xd8;
const END: u8 = 0xd9;
const SCAN: u8 = 0xda;
/// Huffman tables, quantization tables, restart interval.
const TABLES: [u8; 3] = [0xc4, 0xdb, 0xdd];

/// JFIF without the thumbnail that it may hold.
const JFIF: &[u8] = b"\xff\xe0\0\x10JFIF\0\x01\x02\0\0\x01\0\x01\0\0";
/// What Adobe's programs say of the colours: as they are, luminance and chrominance, the same with black.
const ADOBE: [&[u8]; 3] = [
    b"\xff\xee\0\x0eAdobe\0\x64\0\0\0\0\0",
    b"\xff\xee\0\x0eAdobe\0\x64\0\0\0\0\x01",
    b"\xff\xee\0\x0eAdobe\0\x64\0\0\0\0\x02",
];

impl<'a> Segments<'a> {
    /// Walks from segment to segment.
    pub(super) fn of(bytes: &'a [u8]) -> Result<Self, Flaw> {
        let mut segments = Self::default();
        segments.kept.push(bytes.get(..2).ok_or(Flaw::CutOff)?);
        let mut at = 2;
        while let Some((marker, after)) = next_marker(bytes, at) {
            match marker {
                END => {
                    segments.ends = true;
                    break;
                }
                // They have no content (B.1.1.3).
                0x01 | 0xd0..=0xd7 => at = after,
                START => return Err(Flaw::CutOff),
                _ => at = segments.segment(bytes, marker, after)?,
            }
        }
        if segments.scans == 0 {
            return Err(Flaw::CutOff);
        }
        segments.kept.push(&[0xff, END]);
        Ok(segments)
    }

    /// Takes up a segment; where the next one is looked for.
    fn segment(&mut self, bytes: &'a [u8], marker: u8, after: usize) -> Result<usize, Flaw> {
        let length = number(bytes, after, 2).ok_or(Flaw::CutOff)?;
        let mut end = after + length;
        let content = bytes.get(after + 2..end).ok_or(Flaw::CutOff)?;
        match marker {
            SCAN => {
                self.scans += 1;
                end = scan_end(bytes, end);
                self.kept.push(&bytes[after - 2..end]);
            }
            0xc0..=0xc3 | 0xc5..=0xcb | 0xcd..=0xcf => {
                self.kept.push(&bytes[after - 2..end]);
                self.size = frame(marker, content)?;
            }
            0xe0 if content.starts_with(b"JFIF\0") => self.kept.push(JFIF),
            0xe1 if content.starts_with(b"Exif\0\0") => {
                self.exif = self.exif.or(content.get(6..));
            }
            0xe2 if content.starts_with(b"ICC_PROFILE\0") => {
                self.kept.push(&bytes[after - 2..end]);
                if let [number, _, part @ ..] = &content[12..] {
                    self.profile.push((*number, part));
                }
            }
            0xee if content.starts_with(b"Adobe") => {
                let transform = content.get(11).map(|transform| usize::from(*transform));
                self.kept
                    .extend(transform.and_then(|transform| ADOBE.get(transform)));
            }
            _ if TABLES.contains(&marker) => self.kept.push(&bytes[after - 2..end]),
            _ => {}
        }
        Ok(end)
    }

    /// Its colour profile.
    pub(super) fn profile(&self) -> Option<Vec<u8>> {
        let mut parts = self.profile.clone();
        parts.sort_by_key(|(number, _)| *number);
        let parts: Vec<&[u8]> = parts.into_iter().map(|(_, part)| part).collect();
        (!parts.is_empty()).then(|| parts.concat())
    }
}

/// Width and height of a frame (B.2.2): browsers decode some of the ways that the standard knows.
fn frame(marker: u8, content: &[u8]) -> Result<(u32, u32), Flaw> {
    let &[precision, high, low, wide, narrow, components, ..] = content else {
        return Err(Flaw::CutOff);
    };
    let size = ([wide, narrow], [high, low]);
    let (width, height) = (u16::from_be_bytes(size.0), u16::from_be_bytes(size.1));
    Err(Flaw::Coding(match (marker, precision, components) {
        (0xc3, ..) => "coded without loss",
        (0xc9..=0xcb | 0xcd..=0xcf, ..) => "with arithmetic coding",
        (0xc5..=0xc7, ..) => "coded in several sizes (hierarchically)",
        (0xc8, ..) => "with an extension of the standard",
        (_, 8, 1 | 3 | 4) if height > 0 => return Ok((width.into(), height.into())),
        (_, 8, 1 | 3 | 4) => "that says its height only at its end",
        (_, 8, _) => "of other than one, three or four components",
        _ => "of more than 8 bits a colour",
    }))
}

/// The next marker from a place on, and where its segment begins.
fn next_marker(bytes: &[u8], mut at: usize) -> Option<(u8, usize)> {
    loop {
        at += bytes.get(at..)?.iter().position(|byte| *byte == 0xff)?;
        at += bytes.get(at..)?.iter().position(|byte| *byte != 0xff)?;
        if bytes[at] != 0 {
            return Some((bytes[at], at + 1));
        }
    }
}

/// Where the coded data of a scan end: at a marker that is neither a stuffed byte nor a restart, else with the file.
fn scan_end(bytes: &[u8], from: usize) -> usize {
    let mut pairs = bytes[from..].windows(2);
    let end =
        pairs.position(|pair| pair[0] == 0xff && !matches!(pair[1], 0x00 | 0xff | 0xd0..=0xd7));
    end.map_or(bytes.len(), |end| from + end)
}
