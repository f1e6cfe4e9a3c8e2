//! Divides a story into what is spoken at a time.
//!
//! Entry point: [`of`].

use web_sys::{Element, Node, Range};

use wasm_bindgen::JsCast;

use crate::tools::Tools;

/// What is read: a table or code says nothing to the ear, what leads elsewhere is no part of the story, and a pull quote
/// repeats it.
const READ: &str =
    "article h1,article .standfirst,.body p,.body h2,.body h3,.body h4,.body li,.body dt,.body dd";
const NOT_READ: &str = "table,pre,nav,figure,.footnotes,.pull-quote,.see-also,.embed,[hidden]";
/// Inside of something that is read: what is read by itself, or not at all.
const APART: &str = "p,h2,h3,h4,ul,ol,dl,table,pre,nav,figure";
/// From so many characters on a piece ends with its sentence. Some browsers stop after a quarter of a minute.
const LONG: usize = 180;
/// What ends a sentence.
const ENDS: [char; 7] = ['.', '!', '?', '…', '。', '！', '؟'];

/// Something that is spoken without a pause, in one language.
pub(super) struct Piece {
    /// What holds it: a paragraph, a heading.
    pub(super) block: Element,
    pub(super) text: String,
    /// BCP 47.
    pub(super) language: String,
    parts: Vec<Part>,
}

/// A part of a piece's text.
struct Part {
    /// The text node it comes from; none for a space that the page does not have, as at the end of a line.
    node: Option<Node>,
    /// Where it begins in the node and its length there, in UTF-16 units.
    start: u32,
    length: u32,
}

impl Piece {
    /// A part of the piece on the page, by places in its text in UTF-16 units.
    pub(super) fn range(&self, from: u32, to: u32) -> Option<Range> {
        let range = Range::new().ok()?;
        let mut passed = 0;
        let mut has_begun = false;
        for part in &self.parts {
            let (start, length) = (part.start, part.length);
            if let Some(node) = &part.node {
                if !has_begun && from < passed + length {
                    let skipped = from.saturating_sub(passed);
                    range.set_start(node, start + skipped).ok()?;
                    has_begun = true;
                }
                if has_begun {
                    let end = to.saturating_sub(passed).min(length);
                    range.set_end(node, start + end).ok()?;
                }
            }
            passed += length;
            if to <= passed {
                break;
            }
        }
        has_begun.then_some(range)
    }
}

/// The pieces of the shown story.
pub(super) fn of(tools: &Tools) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let main = tools.shown.borrow().main.clone();
    let language = tools.shown.borrow().language.clone();
    let Ok(found) = main.query_selector_all(READ) else {
        return pieces;
    };
    for number in 0..found.length() {
        let Some(block) = found.item(number) else {
            continue;
        };
        let block: Element = block.unchecked_into();
        if !is_within(&block, NOT_READ) {
            divide(&block, &block, &language, &mut pieces);
        }
    }
    pieces.retain(|piece| piece.text.chars().any(says));
    pieces
}

fn is_within(element: &Element, around: &str) -> bool {
    matches!(element.closest(around), Ok(Some(_)))
}

fn says(c: char) -> bool {
    !c.is_ascii_punctuation() && !c.is_whitespace()
}

/// Adds the texts below a node, in the language of the element around it.
fn divide(block: &Element, node: &Node, language: &str, pieces: &mut Vec<Piece>) {
    let children = node.child_nodes();
    for number in 0..children.length() {
        let Some(child) = children.item(number) else {
            continue;
        };
        let Some(element) = child.dyn_ref::<Element>() else {
            add(block, &child, language, pieces);
            continue;
        };
        match element.tag_name().as_str() {
            // A footnote's mark is a number in the middle of a sentence.
            "SUP" if matches!(element.query_selector(".mark"), Ok(Some(_))) => continue,
            // Raised figures are a number of their own (10⁶); raised letters belong to what they follow (4th).
            "SUP" if !begins_with_letter(element) => part(block, " ", pieces),
            // A pause, which voices make at the end of a line.
            "BR" => part(block, "\n", pieces),
            _ => {}
        }
        if !element.matches(APART).unwrap_or_default() {
            let own = element.get_attribute("lang");
            divide(block, element, own.as_deref().unwrap_or(language), pieces);
        }
    }
}

fn begins_with_letter(element: &Element) -> bool {
    let text = element.text_content().unwrap_or_default();
    text.chars().next().is_some_and(char::is_alphabetic)
}

/// Parts what follows from what is there of a block.
fn part(block: &Element, by: &str, pieces: &mut [Piece]) {
    if let Some(piece) = pieces.last_mut().filter(|piece| piece.block == *block) {
        piece.text += by;
        piece.parts.push(Part {
            node: None,
            start: 0,
            length: 1,
        });
    }
}

fn add(block: &Element, node: &Node, language: &str, pieces: &mut Vec<Piece>) {
    let text = node.text_content().unwrap_or_default();
    let mut start = 0;
    for sentence in text.split_inclusive(ENDS) {
        let length = sentence.encode_utf16().count() as u32;
        let part = Part {
            node: Some(node.clone()),
            start,
            length,
        };
        let open = pieces.last_mut().filter(|piece| {
            piece.block == *block
                && piece.language == language
                && !(piece.text.len() > LONG && piece.text.trim_end().ends_with(ENDS))
        });
        if let Some(piece) = open {
            piece.text += sentence;
            piece.parts.push(part);
        } else {
            pieces.push(Piece {
                block: block.clone(),
                text: sentence.to_owned(),
                language: language.to_owned(),
                parts: vec![part],
            });
        }
        start += length;
    }
}
