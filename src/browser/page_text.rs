//! The text of a part of the page, and where its words stand there.
//!
//! Entry point: [`PageText`]. How the text is put together says [`Lines`].

use std::ops::Range;

use wasm_bindgen::JsCast;
use web_sys::{Element, Node, Range as PageRange};

use crate::story::lines::{Lines, bytes};

/// The text of an element, with the nodes that hold it.
pub(crate) struct PageText {
    root: Element,
    /// All of it.
    pub(crate) words: String,
    /// Every node of text, and where it begins in the text, in bytes.
    nodes: Vec<(Node, usize)>,
}

impl PageText {
    /// Reads the words that somebody wrote in an element: the numbers of footnotes are none.
    pub(crate) fn of(root: Element) -> Self {
        Self::read(root, false)
    }

    /// Reads what is seen in an element, as a browser looks for words.
    pub(crate) fn seen(root: Element) -> Self {
        Self::read(root, true)
    }

    fn read(root: Element, with_marks: bool) -> Self {
        let (mut lines, mut nodes) = (Lines::default(), Vec::new());
        read(&root, with_marks, &mut lines, &mut nodes);
        Self {
            root,
            words: lines.text,
            nodes,
        }
    }

    /// Where a range of the page stands in the text, in bytes; `None` when it lies outside. What reaches beyond the
    /// element counts as far as the element goes.
    pub(crate) fn part(&self, range: &PageRange) -> Option<Range<usize>> {
        let (start, end) = (range.start_container().ok()?, range.end_container().ok()?);
        let (starts, ends) = (self.holds(&start), self.holds(&end));
        if !starts && !ends {
            return None;
        }
        let from = match starts {
            true => self.place_of(&start, range.start_offset().ok()?)?,
            false => 0,
        };
        let to = match ends {
            true => self.place_of(&end, range.end_offset().ok()?)?,
            false => self.words.len(),
        };
        Some(from..to.max(from))
    }

    /// The words in a range of the page, without the space around them.
    pub(crate) fn words_in(&self, range: &PageRange) -> &str {
        let part = self.part(range);
        let words = part.and_then(|part| self.words.get(part));
        words.unwrap_or_default().trim()
    }

    fn holds(&self, node: &Node) -> bool {
        self.root.contains(Some(node))
    }

    /// The byte of the text that a place of the page comes to: in a node of text, or between nodes.
    fn place_of(&self, node: &Node, offset: u32) -> Option<usize> {
        if let Some((_, start)) = self.nodes.iter().find(|(known, _)| known == node) {
            let text = self.words.get(*start..)?;
            return Some(start + bytes(text, offset));
        }
        let place = PageRange::new().ok()?;
        place.set_start(node, offset).ok()?;
        place.collapse_with_to_start(true);
        let is_before = |node: &Node| place.compare_point(node, 0).is_ok_and(|side| side < 0);
        let before = self.nodes.partition_point(|(node, _)| is_before(node));
        let next = self.nodes.get(before);
        Some(next.map_or(self.words.len(), |(_, start)| *start))
    }

    /// A part of the text, in bytes, as a range of the page.
    pub(crate) fn range(&self, part: &Range<usize>) -> Option<PageRange> {
        let words = self.words.get(part.clone())?;
        // A break is nowhere on the page.
        let start = part.start + (words.len() - words.trim_start().len());
        let words = words.trim();
        let last = words.chars().next_back()?;
        let range = PageRange::new().ok()?;
        let (node, offset) = self.node_at(start)?;
        range.set_start(node, offset).ok()?;
        // The end belongs to the node of the last character, not to what follows.
        let (node, offset) = self.node_at(start + words.len() - last.len_utf8())?;
        range.set_end(node, offset + last.len_utf16() as u32).ok()?;
        Some(range)
    }

    /// The node at a byte of the text, and the UTF-16 units before it there.
    fn node_at(&self, byte: usize) -> Option<(&Node, u32)> {
        let after = self.nodes.partition_point(|(_, start)| *start <= byte);
        let (node, start) = self.nodes.get(after.checked_sub(1)?)?;
        let units = self.words.get(*start..byte)?.encode_utf16().count();
        Some((node, units as u32))
    }
}

fn read(around: &Node, with_marks: bool, lines: &mut Lines, nodes: &mut Vec<(Node, usize)>) {
    let mut next = around.first_child();
    while let Some(child) = next {
        if let Some(element) = child.dyn_ref::<Element>() {
            let tag = element.tag_name();
            let is_mark = tag == "A" && element.class_name() == "mark";
            if Lines::is_read(&tag) && (with_marks || !is_mark) {
                lines.enter(&tag);
                read(&child, with_marks, lines, nodes);
                lines.leave(&tag);
            }
        } else if child.node_type() == Node::TEXT_NODE {
            let text = child.text_content().unwrap_or_default();
            if let Some(start) = lines.add(&text) {
                nodes.push((child.clone(), start));
            }
        }
        next = child.next_sibling();
    }
}
