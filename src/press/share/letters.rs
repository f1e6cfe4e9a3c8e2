//! Sets words in the paper's faces.
//!
//! Entry points: [`has_letters`], [`Line::set`].
//!
//! 1. A line is divided where its direction changes (Unicode Standard Annex 9), and where another face has the letters.
//! 2. Each part is shaped (harfrust): letters join, marks find their place.
//! 3. What is drawn is the outline of the whole line.

use std::sync::LazyLock;

use harfrust::{Direction, FontRef, ShapeOptions, ShaperData, ShaperInstance, UnicodeBuffer};
use resvg::tiny_skia::{Path, PathBuilder};
use skrifa::instance::{Location, Size};
use skrifa::outline::{DrawSettings, OutlinePen};
use skrifa::{GlyphId, MetadataProvider};
use unicode_bidi::{BidiInfo, Level};

use crate::press::typecase;

/// How words are set.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Style {
    /// Faces whose files' names begin so; letters they lack are taken from the Arabic one.
    pub(super) family: &'static str,
    /// 400 to 700.
    pub(super) weight: u16,
    /// Pixels of an em.
    pub(super) size: f32,
    /// What is added between letters, in ems. Letters that join stay joined.
    pub(super) tracking: f32,
}

/// The faces of headlines.
pub(super) const SERIF: &str = "newsreader-roman";
/// The faces of labels.
pub(super) const SANS: &str = "franklin";
/// The face of Arabic letters.
const ARABIC: &str = "naskh-arabic";

/// A face in one weight.
struct Face {
    font: FontRef<'static>,
    shaper: ShaperData,
    instance: ShaperInstance,
    location: Location,
    file: &'static str,
    weight: u16,
    em: f32,
}

/// The weights that are used.
const WEIGHTS: [u16; 2] = [600, 700];

static FACES: LazyLock<Vec<Face>> = LazyLock::new(|| {
    let files = typecase::files().iter();
    let faces = files.flat_map(|(file, bytes)| {
        WEIGHTS.into_iter().filter_map(|weight| {
            let font = FontRef::new(bytes).ok()?;
            let variations = [("wght", f32::from(weight))];
            Some(Face {
                shaper: ShaperData::new(&font),
                instance: ShaperInstance::from_variations(&font, variations),
                location: font.axes().location(variations),
                em: f32::from(
                    font.metrics(Size::unscaled(), skrifa::instance::LocationRef::default())
                        .units_per_em,
                ),
                font,
                file,
                weight,
            })
        })
    });
    faces.collect()
});

impl Face {
    fn has(&self, letter: char) -> bool {
        self.font
            .charmap()
            .map(letter)
            .is_some_and(|glyph| glyph != GlyphId::NOTDEF)
    }
}

/// The faces of a style, the nearest first.
fn faces(style: Style) -> impl Iterator<Item = &'static Face> {
    let of = move |family: &'static str| {
        FACES
            .iter()
            .filter(move |face| face.weight == style.weight && face.file.starts_with(family))
    };
    of(style.family).chain(of(ARABIC))
}

fn face_of(letter: char, style: Style) -> Option<&'static Face> {
    faces(style).find(|face| face.has(letter))
}

/// Whether every letter of a text has a face.
pub(super) fn has_letters(text: &str, style: Style) -> bool {
    text.chars()
        .all(|letter| is_silent(letter) || face_of(letter, style).is_some())
}

/// Whether nothing is drawn for a letter: spaces, joiners, marks of direction, selectors of a variant.
fn is_silent(letter: char) -> bool {
    letter.is_whitespace()
        || matches!(letter, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{fe00}'..='\u{fe0f}')
}

/// A glyph in its place on a line, in pixels.
struct Glyph {
    face: &'static Face,
    id: GlyphId,
    x: f32,
    y: f32,
}

/// Words on one line.
pub(super) struct Line {
    glyphs: Vec<Glyph>,
    style: Style,
    /// Its width in pixels.
    pub(super) width: f32,
}

impl Line {
    /// Sets words that are read from right to left or not.
    pub(super) fn set(text: &str, style: Style, from_right: bool) -> Self {
        let mut line = Self {
            glyphs: Vec::new(),
            style,
            width: 0.0,
        };
        let level = if from_right {
            Level::rtl()
        } else {
            Level::ltr()
        };
        let bidi = BidiInfo::new(text, Some(level));
        for paragraph in &bidi.paragraphs {
            let (levels, runs) = bidi.visual_runs(paragraph, paragraph.range.clone());
            for run in runs {
                let from_right = levels[run.start].is_rtl();
                line.add_run(&text[run], from_right);
            }
        }
        line
    }

    /// Adds words of one direction.
    fn add_run(&mut self, text: &str, from_right: bool) {
        let mut parts: Vec<(Option<&'static Face>, String)> = Vec::new();
        for letter in text.chars() {
            let face = match parts.last() {
                Some((Some(face), _)) if is_silent(letter) || face.has(letter) => Some(*face),
                _ => face_of(letter, self.style),
            };
            match parts.last_mut() {
                Some((last, part)) if same(*last, face) => part.push(letter),
                _ => parts.push((face, letter.to_string())),
            }
        }
        if from_right {
            parts.reverse();
        }
        for (face, part) in parts {
            if let Some(face) = face {
                self.add_part(face, &part, from_right);
            }
        }
    }

    /// Adds words of one face.
    fn add_part(&mut self, face: &'static Face, text: &str, from_right: bool) {
        let mut buffer = UnicodeBuffer::new();
        buffer.push_str(text);
        buffer.guess_segment_properties();
        buffer.set_direction(match from_right {
            true => Direction::RightToLeft,
            false => Direction::LeftToRight,
        });
        let shaper = face
            .shaper
            .shaper(&face.font)
            .instance(Some(&face.instance))
            .build();
        let shaped = shaper.shape(buffer, ShapeOptions::new());
        let scale = self.style.size / face.em;
        let tracking = match face.file {
            ARABIC => 0.0,
            _ => self.style.tracking * self.style.size,
        };
        for (info, position) in shaped.glyph_infos().iter().zip(shaped.glyph_positions()) {
            self.glyphs.push(Glyph {
                face,
                id: GlyphId::new(info.glyph_id),
                x: self.width + position.x_offset as f32 * scale,
                y: position.y_offset as f32 * scale,
            });
            self.width += position.x_advance as f32 * scale + tracking;
        }
    }

    /// The outline of the line, its left end and its foot at a place.
    pub(super) fn outline(&self, left: f32, foot: f32) -> Option<Path> {
        let mut pen = Pen {
            path: PathBuilder::new(),
            left: 0.0,
            foot: 0.0,
        };
        for glyph in &self.glyphs {
            (pen.left, pen.foot) = (left + glyph.x, foot - glyph.y);
            let size = Size::new(self.style.size);
            let settings = DrawSettings::unhinted(size, &glyph.face.location);
            if let Some(outline) = glyph.face.font.outline_glyphs().get(glyph.id) {
                // A glyph that cannot be drawn leaves its place empty.
                let _ = outline.draw(settings, &mut pen);
            }
        }
        pen.path.finish()
    }
}

fn same(one: Option<&Face>, other: Option<&Face>) -> bool {
    match (one, other) {
        (Some(one), Some(other)) => std::ptr::eq(one, other),
        (None, None) => true,
        _ => false,
    }
}

/// Draws glyphs into one path.
struct Pen {
    path: PathBuilder,
    left: f32,
    foot: f32,
}

impl OutlinePen for Pen {
    fn move_to(&mut self, x: f32, y: f32) {
        self.path.move_to(self.left + x, self.foot - y);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.path.line_to(self.left + x, self.foot - y);
    }

    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        let (left, foot) = (self.left, self.foot);
        self.path.quad_to(left + x1, foot - y1, left + x, foot - y);
    }

    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        let (left, foot) = (self.left, self.foot);
        self.path.cubic_to(
            left + x1,
            foot - y1,
            left + x2,
            foot - y2,
            left + x,
            foot - y,
        );
    }

    fn close(&mut self) {
        self.path.close();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const STYLE: Style = Style {
        family: SERIF,
        weight: 600,
        size: 80.0,
        tracking: 0.0,
    };

    #[test]
    fn the_paper_s_languages_but_chinese_have_letters() {
        assert!(has_letters("The ferry “Averil” is back – 5 €", STYLE));
        assert!(has_letters("El puerto, ¿y después? Łódź", STYLE));
        assert!(has_letters("الجدار البحري لا يحمي الجميع", STYLE));
        assert!(!has_letters("鳗鱼回来了", STYLE));
        assert!(!has_letters("The eel 🐟", STYLE));
    }

    #[test]
    fn arabic_letters_join() {
        let alone: f32 = "بحر"
            .chars()
            .map(|letter| Line::set(&letter.to_string(), STYLE, true).width)
            .sum();
        assert!(Line::set("بحر", STYLE, true).width < alone * 0.9);
    }
}
