//! Divides a story into what is spoken at a time.
//!
//! Entry point: [`of`].

use web_sys::{Element, Node, Range};

use wasm_bindgen::JsCast;

use crate::reader::Reader;

/// What is read: a table or code says nothing to the ear, and what leads elsewhere is no part of the story.
const READ: &str =
    "article h1,article .standfirst,.body p,.body h2,.body h3,.body h4,.body li,.body dt,.body dd";
const NOT_READ: &str = "table,pre,nav,figure,.footnotes,[hidden]";
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
    /// Its text nodes, with the place in the node where the piece begins and its length there, in UTF-16 units.
    nodes: Vec<(Node, u32, u32)>,
}

impl Piece {
    /// A part of the piece on the page, by places in its text in UTF-16 units.
    pub(super) fn range(&self, from: u32, to: u32) -> Option<Range> {
        let range = Range::new().ok()?;
        let mut passed = 0;
        let mut has_begun = false;
        for (node, start, length) in &self.nodes {
            if !has_begun && from < passed + length {
                range.set_start(node, start + from - passed).ok()?;
                has_begun = true;
            }
            if has_begun {
                let end = to.saturating_sub(passed).min(*length);
                range.set_end(node, start + end).ok()?;
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
pub(super) fn of(reader: &Reader) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let main = reader.shown.borrow().main.clone();
    let language = reader.shown.borrow().head.language.clone();
    let Ok(found) = main.query_selector_all(READ) else {
        return pieces;
    };
    for number in 0..found.length() {
        let Some(block) = found.item(number) else {
            continue;
        };
        let block: Element = block.unchecked_into();
        let within = matches!(block.closest(NOT_READ), Ok(Some(_)));
        // Of what holds paragraphs, these are read.
        let holds = matches!(block.query_selector("p,li,dd"), Ok(Some(_)));
        if !within && !holds {
            divide(&block, &block, &language, &mut pieces);
        }
    }
    let says = |c: char| !c.is_ascii_punctuation() && !c.is_whitespace();
    pieces.retain(|piece| piece.text.chars().any(says));
    pieces
}

/// Adds the texts below a node, in the language of the element around it.
fn divide(block: &Element, node: &Node, language: &str, pieces: &mut Vec<Piece>) {
    let children = node.child_nodes();
    for number in 0..children.length() {
        let Some(child) = children.item(number) else {
            continue;
        };
        match child.dyn_ref::<Element>() {
            // A footnote's mark is a number in the middle of a sentence.
            Some(element) if element.tag_name() == "SUP" => {}
            Some(element) => {
                let own = element.get_attribute("lang");
                divide(block, element, own.as_deref().unwrap_or(language), pieces);
            }
            None => add(block, &child, language, pieces),
        }
    }
}

fn add(block: &Element, node: &Node, language: &str, pieces: &mut Vec<Piece>) {
    let text = node.text_content().unwrap_or_default();
    let mut start = 0;
    for sentence in text.split_inclusive(ENDS) {
        let length = sentence.encode_utf16().count() as u32;
        let open = pieces.last_mut().filter(|piece| {
            piece.block == *block
                && piece.language == language
                && !(piece.text.len() > LONG && piece.text.ends_with(ENDS))
        });
        if let Some(piece) = open {
            piece.text += sentence;
            piece.nodes.push((node.clone(), start, length));
        } else {
            pieces.push(Piece {
                block: block.clone(),
                text: sentence.to_owned(),
                language: language.to_owned(),
                nodes: vec![(node.clone(), start, length)],
            });
        }
        start += length;
    }
}
