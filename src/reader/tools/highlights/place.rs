//! The text of a story, and where its parts stand on the page.
//!
//! Entry point: [`StoryText`].

use std::ops::Range;

use wasm_bindgen::JsCast;
use web_sys::{Element, Node, Range as PageRange};

/// The text of a story's body, with the nodes that hold it.
pub(super) struct StoryText {
    body: Element,
    /// All of it.
    pub(super) words: String,
    /// Every node of text, and where it begins in the text, in bytes.
    nodes: Vec<(Node, usize)>,
}

impl StoryText {
    /// Reads the text of a body.
    pub(super) fn of(body: Element) -> Self {
        let mut text = Self {
            body: body.clone(),
            words: String::new(),
            nodes: Vec::new(),
        };
        text.read(&body);
        text
    }

    fn read(&mut self, node: &Node) {
        let mut next = node.first_child();
        while let Some(child) = next {
            if child.node_type() == Node::TEXT_NODE {
                self.nodes.push((child.clone(), self.words.len()));
                self.words += &child.text_content().unwrap_or_default();
            } else {
                self.read(&child);
            }
            next = child.next_sibling();
        }
    }

    /// Where a range of the page stands in the text, in bytes; `None` when it lies outside. What reaches beyond the body
    /// counts as far as the body goes.
    pub(super) fn part(&self, range: &PageRange) -> Option<Range<usize>> {
        let own = PageRange::new().ok()?;
        own.select_node_contents(&self.body).ok()?;
        let (start, end) = (range.start_container().ok()?, range.end_container().ok()?);
        let (starts, ends) = (self.holds(&start), self.holds(&end));
        if !starts && !ends {
            return None;
        }
        if ends {
            own.set_end(&end, range.end_offset().ok()?).ok()?;
        }
        let to = text_of(&own).len();
        let mut from = 0;
        if starts {
            own.set_end(&start, range.start_offset().ok()?).ok()?;
            from = text_of(&own).len();
        }
        Some(from..to)
    }

    fn holds(&self, node: &Node) -> bool {
        self.body.contains(Some(node))
    }

    /// A part of the text, in bytes, as a range of the page.
    pub(super) fn range(&self, part: &Range<usize>) -> Option<PageRange> {
        let range = PageRange::new().ok()?;
        let (node, offset) = self.place(part.start)?;
        range.set_start(node, offset).ok()?;
        // The end belongs to the node of the last character, not to what follows.
        let last = self.words.get(..part.end)?.chars().next_back()?;
        let (node, offset) = self.place(part.end - last.len_utf8())?;
        range.set_end(node, offset + last.len_utf16() as u32).ok()?;
        Some(range)
    }

    /// The node at a byte of the text, and the UTF-16 units before it there.
    fn place(&self, byte: usize) -> Option<(&Node, u32)> {
        let after = self.nodes.partition_point(|(_, start)| *start <= byte);
        let (node, start) = self.nodes.get(after.checked_sub(1)?)?;
        let units = self.words.get(*start..byte)?.encode_utf16().count();
        Some((node, units as u32))
    }
}

/// The block of a body that a range begins in, and the one it ends in.
pub(super) fn blocks(body: &Element, range: &PageRange) -> Option<(Element, Element)> {
    let start = block(body, range.start_container().ok()?)?;
    Some((start, block(body, range.end_container().ok()?)?))
}

fn block(body: &Element, mut node: Node) -> Option<Element> {
    while node.parent_node().as_ref() != Some(body) {
        node = node.parent_node()?;
    }
    node.dyn_into().ok()
}

/// The text in a range of the page.
pub(super) fn text_of(range: &PageRange) -> String {
    range.to_string().into()
}
