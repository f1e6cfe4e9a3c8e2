//! The paper's accent in the schemes that take it, light and dark: can what is set in it be read?
//!
//! Entry points: [`Scheme::contrast`] measures, [`Scheme::readable`] finds the nearest colour that can be read,
//! [`accents`] is what style sheets set.
//!
//! Words are set in the accent (kickers, dates, marks of footnotes), on the ground of the page and on that of boxes, and
//! words in the colour of the ground on it. WCAG 2.2 asks for [`NEEDED`] of all of them (1.4.3).

use palette::color_difference::Wcag21RelativeContrast;
use palette::{FromColor, Okhsl, Srgb};

use crate::paper::Theme;

/// The contrast that text needs at least (WCAG 2.2, 1.4.3, AA).
pub const NEEDED: f64 = 4.5;

/// Steps of lightness in which a readable colour is looked for.
const STEPS: u16 = 500;

/// A colour scheme that the accent of a paper is part of. The others have accents of their own.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scheme {
    /// What the panel calls it.
    pub name: &'static str,
    /// `--paper` and `--tint` in static/css/base.css.
    grounds: [Srgb<u8>; 2],
    /// The lightness in which every colour can be read: 0 or 1.
    clearest: f64,
}

/// The light scheme.
pub const LIGHT: Scheme = Scheme {
    name: "light",
    grounds: [Srgb::new(0xff, 0xfd, 0xf8), Srgb::new(0xf5, 0xf0, 0xe6)],
    clearest: 0.0,
};

/// The dark scheme.
pub const DARK: Scheme = Scheme {
    name: "dark",
    grounds: [Srgb::new(0x16, 0x14, 0x12), Srgb::new(0x21, 0x1e, 0x1a)],
    clearest: 1.0,
};

impl Scheme {
    /// The contrast of a colour with the ground that it stands out from least; `None` for what is no colour.
    pub fn contrast(&self, colour: &str) -> Option<f64> {
        Some(self.least_contrast(parse(colour)?))
    }

    /// The colour of that hue and saturation that is nearest in lightness and can be read; the colour itself where it can.
    pub fn readable(&self, colour: &str) -> Option<String> {
        let given = parse(colour)?;
        let Okhsl {
            hue,
            saturation,
            lightness,
            ..
        } = Okhsl::from_color(given.into_format::<f64>());
        let steps = (0..=STEPS).map(|step| {
            let way = f64::from(step) / f64::from(STEPS);
            let lightness = lightness + (self.clearest - lightness) * way;
            let colour = Okhsl::new(hue, saturation, lightness);
            Srgb::from_color(colour).into_format::<u8>()
        });
        // The first step is the colour itself, but for what is lost on the way to the other space and back.
        let mut steps = std::iter::once(given).chain(steps);
        let found = steps.find(|colour| self.least_contrast(*colour) >= NEEDED)?;
        Some(format!("#{found:x}"))
    }

    fn least_contrast(&self, colour: Srgb<u8>) -> f64 {
        let colour = colour.into_format::<f64>();
        let contrasts = self
            .grounds
            .map(|ground| colour.relative_contrast(ground.into_format()));
        contrasts[0].min(contrasts[1])
    }
}

/// The accents of the light and of the dark scheme, where the paper has its own. A paper that names one colour has it in
/// the dark too, as light as it must be there to be read.
pub fn accents(theme: &Theme) -> [(Scheme, Option<String>); 2] {
    let given = |colour: &str| is_colour(colour).then(|| colour.to_owned());
    let dark = given(&theme.accent_dark).or_else(|| DARK.readable(&theme.accent));
    [(LIGHT, given(&theme.accent)), (DARK, dark)]
}

/// Whether a text is a colour as CSS writes it in six digits: nothing else may reach a style sheet.
pub fn is_colour(text: &str) -> bool {
    let digits = text.strip_prefix('#').unwrap_or_default();
    digits.len() == 6 && digits.bytes().all(|digit| digit.is_ascii_hexdigit())
}

fn parse(text: &str) -> Option<Srgb<u8>> {
    is_colour(text).then(|| text.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use palette::OklabHue;
    use proptest::prelude::*;

    use super::*;

    const SHEET: &str = include_str!("../../static/css/base.css");
    const TOOLS: &str = include_str!("../../static/css/tools.css");

    /// The values of a custom property in the sheets of pages, light then dark, and in a scheme of the tools' sheet.
    fn values(property: &str, scheme: &Scheme) -> [String; 2] {
        let value = |css: &str| {
            let (_, rest) = css.split_once(&format!("--{property}: ")).unwrap();
            rest.split_once(';').unwrap().0.to_owned()
        };
        let dark = SHEET.split_once("(prefers-color-scheme: dark)").unwrap().1;
        let page = match scheme.name {
            "light" => value(SHEET),
            _ => value(dark),
        };
        let tools = TOOLS.split_once(&format!(".scheme-{} {{", scheme.name));
        [page, value(tools.unwrap().1)]
    }

    #[test]
    fn the_grounds_are_those_of_the_style_sheets() {
        for scheme in [LIGHT, DARK] {
            for (property, ground) in ["paper", "tint"].iter().zip(scheme.grounds) {
                let ground = format!("#{ground:x}");
                assert_eq!(values(property, &scheme), [ground.clone(), ground]);
            }
        }
    }

    #[test]
    fn the_accents_of_the_style_sheets_can_be_read() {
        for scheme in [LIGHT, DARK] {
            for accent in values("accent", &scheme) {
                assert!(scheme.contrast(&accent).unwrap() >= NEEDED, "{accent}");
            }
        }
    }

    #[test]
    fn a_contrast_is_measured_as_wcag_says() {
        // Measured by hand: white on black is 21:1, the paper's grounds are a little less.
        let black = LIGHT.contrast("#000000").unwrap();
        assert!((18.4..18.6).contains(&black), "{black}");
        assert!(DARK.contrast("#8a1f1f").unwrap() < 2.0);
    }

    fn hue(colour: &str) -> OklabHue<f64> {
        Okhsl::from_color(parse(colour).unwrap().into_format::<f64>()).hue
    }

    #[test]
    fn the_derived_colour_has_the_hue_of_the_accent() {
        for accent in ["#8a1f1f", "#00684a", "#1a237e", "#5b2a86"] {
            let dark = DARK.readable(accent).unwrap();
            let turned = (hue(&dark) - hue(accent)).into_degrees().abs();
            assert!(turned < 2.0, "{accent} becomes {dark}");
        }
    }

    #[test]
    fn a_colour_that_can_be_read_stays() {
        assert_eq!(DARK.readable("#f2a08c").unwrap(), "#f2a08c");
        assert_eq!(LIGHT.readable("#8a1f1f").unwrap(), "#8a1f1f");
    }

    #[test]
    fn the_dark_accent_of_a_paper_is_its_own_where_it_names_one() {
        let theme = |accent: &str, dark: &str| Theme {
            accent: accent.to_owned(),
            accent_dark: dark.to_owned(),
        };
        let dark = |theme: Theme| accents(&theme)[1].1.clone();
        assert_eq!(dark(theme("#8a1f1f", "#ffeedd")).unwrap(), "#ffeedd");
        assert_eq!(dark(theme("#8a1f1f", "")), DARK.readable("#8a1f1f"));
        assert_eq!(dark(theme("", "")), None);
        assert_eq!(dark(theme("red", "")), None);
    }

    proptest! {
        #[test]
        fn every_colour_has_a_readable_one_in_every_scheme(red: u8, green: u8, blue: u8) {
            let colour = format!("#{red:02x}{green:02x}{blue:02x}");
            for scheme in [LIGHT, DARK] {
                let readable = scheme.readable(&colour);
                prop_assert!(readable.is_some_and(|found| scheme.contrast(&found) >= Some(NEEDED)), "{}", colour);
            }
        }
    }
}
