//! Breaks a headline into lines.
//!
//! Entry point: [`lines`].

use super::letters::{Line, Style};

/// Breaks a text into lines of nearly equal width, none wider than `width` pixels; `None` when a word is wider, or when there
/// would be more than `most` lines.
pub(super) fn lines(text: &str, style: Style, width: f32, most: usize) -> Option<Vec<String>> {
    let words: Vec<(&str, f32)> = text
        .split_whitespace()
        .map(|word| (word, Line::set(word, style, false).width))
        .collect();
    let widest = words.iter().map(|(_, width)| *width).fold(0.0, f32::max);
    if widest > width {
        return None;
    }
    let space = Line::set("\u{a0}", style, false).width;
    let broken = fill(&words, space, width);
    if broken.len() > most {
        return None;
    }
    // The narrowest measure that needs no line more.
    let (mut narrow, mut wide) = (widest, width);
    for _ in 0..12 {
        let middle = (narrow + wide) / 2.0;
        match fill(&words, space, middle).len() > broken.len() {
            true => narrow = middle,
            false => wide = middle,
        }
    }
    Some(fill(&words, space, wide))
}

/// Puts as many words on each line as fit.
fn fill(words: &[(&str, f32)], space: f32, width: f32) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut at = 0.0;
    for (word, length) in words {
        match lines.last_mut() {
            Some(line) if at + space + length <= width => {
                line.push(' ');
                line.push_str(word);
                at += space + length;
            }
            _ => {
                lines.push((*word).to_owned());
                at = *length;
            }
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::super::letters::SERIF;
    use super::*;

    const STYLE: Style = Style {
        family: SERIF,
        weight: 600,
        size: 80.0,
        tracking: 0.0,
    };

    #[test]
    fn lines_are_even_and_hold_every_word() {
        let text = "The council votes tonight on a wall against the sea that most of the coast does not want";
        let broken = lines(text, STYLE, 1056.0, 4).unwrap();
        assert_eq!(broken.join(" "), text);
        let widths: Vec<f32> = broken
            .iter()
            .map(|line| Line::set(line, STYLE, false).width)
            .collect();
        assert!(widths.iter().all(|width| *width <= 1056.0), "{widths:?}");
        let (least, most) = widths.iter().fold((f32::MAX, 0.0), |(least, most), width| {
            (width.min(least), width.max(most))
        });
        assert!(least > most * 0.6, "{widths:?}");
        assert_eq!(
            lines(
                "Donaudampfschifffahrtsgesellschaftskapitän",
                STYLE,
                1056.0,
                4
            ),
            None
        );
    }
}
