//! What stands where in a share picture.
//!
//! Entry point: [`Design::draw`]. It is the top of the paper's front page in small: the name over a double rule, then the section
//! in the accent and the headline, as large as it fits.

use anyhow::Result;

use super::SIZE;
use super::canvas::{Canvas, Colour, Paint};
use super::letters::{Line, SANS, SERIF, Style, has_letters};
use super::lines::lines;

/// The ground that pages are printed on, and the ink (`--paper` and `--ink` in static/css/base.css).
const GROUND: Colour = [0xff, 0xfd, 0xf8];
const INK: Colour = [0x1c, 0x19, 0x16];

/// From the edge to what is drawn, in pixels.
const EDGE: f32 = 72.0;
/// Where the double rule stands.
const RULE: f32 = 142.0;
/// The sizes that a headline is tried in, from the largest.
const SIZES: [f32; 9] = [104.0, 96.0, 88.0, 80.0, 72.0, 64.0, 56.0, 50.0, 44.0];
/// From foot to foot of a headline's lines, in ems.
const LEADING: f32 = 1.1;
/// Arabic letters reach higher and lower.
const ARABIC_LEADING: f32 = 1.45;

const NAME: Style = Style {
    family: SERIF,
    weight: 700,
    size: 60.0,
    tracking: -0.022,
};
const SECTION: Style = Style {
    family: SANS,
    weight: 700,
    size: 30.0,
    tracking: 0.0,
};
const HEADLINE: Style = Style {
    family: SERIF,
    weight: 600,
    size: SIZES[0],
    tracking: -0.018,
};

/// The words of a share picture.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) struct Design {
    pub(super) name: String,
    pub(super) section: String,
    pub(super) headline: String,
    /// `#` and six hexadecimal digits.
    pub(super) accent: String,
}

impl Design {
    /// Draws it; `None` when the paper's faces have no letters for its name.
    pub(super) fn draw(&self) -> Result<Option<Vec<u8>>> {
        if !has_letters(&self.name, NAME) {
            return Ok(None);
        }
        let mut canvas = Canvas::new(SIZE)?;
        match self.headline() {
            Some(headline) => self.with_headline(&mut canvas, &headline),
            None => self.without_headline(&mut canvas),
        }
        canvas.png(GROUND, INK, colour(&self.accent)).map(Some)
    }

    /// The lines of the headline, as large as they fit; `None` when it cannot be set.
    fn headline(&self) -> Option<Headline> {
        if !has_letters(&self.headline, HEADLINE) || self.headline.trim().is_empty() {
            return None;
        }
        let from_right = is_from_right(&self.headline);
        let leading = if from_right { ARABIC_LEADING } else { LEADING };
        SIZES.into_iter().find_map(|size| {
            let style = Style { size, ..HEADLINE };
            let room = SIZE.1 as f32 - EDGE - TOP - LABEL;
            let most = (room / (size * leading)).floor() as usize;
            let lines = lines(&self.headline, style, SIZE.0 as f32 - 2.0 * EDGE, most)?;
            Some(Headline {
                lines,
                style,
                from_right,
                leading: size * leading,
            })
        })
    }

    fn with_headline(&self, canvas: &mut Canvas, headline: &Headline) {
        let width = SIZE.0 as f32;
        canvas.bar(0.0, 0.0, width, 14.0, Paint::Accent);
        let from_right = is_from_right(&self.name);
        let name = fitting(&self.name, NAME, width - 2.0 * EDGE, from_right);
        put(canvas, &name, 112.0, headline.from_right, Paint::Ink);
        canvas.bar(EDGE, RULE, width - 2.0 * EDGE, 4.0, Paint::Ink);
        canvas.bar(EDGE, RULE + 7.0, width - 2.0 * EDGE, 1.0, Paint::Ink);
        // Section and headline stand together; of the room that is left, a third is over them.
        let height = LABEL + headline.leading * headline.lines.len() as f32;
        let mut foot = TOP + (SIZE.1 as f32 - EDGE - TOP - height) / 3.0 + SECTION.size;
        if has_letters(&self.section, SECTION) {
            let from_right = is_from_right(&self.section);
            let section = fitting(&self.section, SECTION, width - 2.0 * EDGE, from_right);
            put(canvas, &section, foot, headline.from_right, Paint::Accent);
        }
        foot += LABEL - SECTION.size + headline.leading * 0.8;
        for line in &headline.lines {
            let line = Line::set(line, headline.style, headline.from_right);
            put(canvas, &line, foot, headline.from_right, Paint::Ink);
            foot += headline.leading;
        }
    }

    fn without_headline(&self, canvas: &mut Canvas) {
        let width = SIZE.0 as f32;
        canvas.bar(0.0, 0.0, width, 14.0, Paint::Accent);
        let style = Style {
            size: 112.0,
            ..NAME
        };
        let name = fitting(
            &self.name,
            style,
            width - 2.0 * EDGE,
            is_from_right(&self.name),
        );
        centre(canvas, &name, 318.0, Paint::Ink);
        canvas.bar(EDGE, 374.0, width - 2.0 * EDGE, 4.0, Paint::Ink);
        canvas.bar(EDGE, 381.0, width - 2.0 * EDGE, 1.0, Paint::Ink);
        if has_letters(&self.section, SECTION) {
            let style = Style {
                size: 40.0,
                ..SECTION
            };
            let from_right = is_from_right(&self.section);
            let section = fitting(&self.section, style, width - 2.0 * EDGE, from_right);
            centre(canvas, &section, 452.0, Paint::Accent);
        }
    }
}

/// Where section and headline may begin.
const TOP: f32 = 172.0;
/// The height of the section with the room under it.
const LABEL: f32 = 52.0;

/// A headline in lines.
struct Headline {
    lines: Vec<String>,
    style: Style,
    from_right: bool,
    /// From foot to foot, in pixels.
    leading: f32,
}

/// Sets words in one line, smaller when they are too wide.
fn fitting(text: &str, style: Style, width: f32, from_right: bool) -> Line {
    let line = Line::set(text, style, from_right);
    match line.width > width {
        true => {
            let size = style.size * width / line.width;
            Line::set(text, Style { size, ..style }, from_right)
        }
        false => line,
    }
}

/// Puts a line at the side that its picture is read from.
fn put(canvas: &mut Canvas, line: &Line, foot: f32, from_right: bool, paint: Paint) {
    let left = match from_right {
        true => SIZE.0 as f32 - EDGE - line.width,
        false => EDGE,
    };
    if let Some(outline) = line.outline(left, foot) {
        canvas.fill(&outline, paint);
    }
}

fn centre(canvas: &mut Canvas, line: &Line, foot: f32, paint: Paint) {
    let left = (SIZE.0 as f32 - line.width) / 2.0;
    if let Some(outline) = line.outline(left, foot) {
        canvas.fill(&outline, paint);
    }
}

/// Whether words are read from right to left: their first letter with a direction says it.
fn is_from_right(text: &str) -> bool {
    let level = unicode_bidi::get_base_direction(text);
    level == unicode_bidi::Direction::Rtl
}

/// A colour as CSS writes it in six digits; the check has seen to that.
fn colour(css: &str) -> Colour {
    let digits = u32::from_str_radix(css.trim_start_matches('#'), 16).unwrap_or_default();
    let [_, red, green, blue] = digits.to_be_bytes();
    [red, green, blue]
}
