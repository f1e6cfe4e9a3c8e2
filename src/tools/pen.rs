//! Draws the tools: elements one after the other, as one writes.
//!
//! Entry point: [`Pen`].
//!
//! The pages are drawn by Yew. The tools are many small forms that change by hand: with a builder whose every call is short
//! in the Wasm they have a third of what they had as Yew's nodes.

use web_sys::{Document, Element, HtmlInputElement, Node};

use wasm_bindgen::JsCast;

use super::{Tools, say};
use crate::browser::write_value;
use crate::view::words::ToolWord;

/// Draws into an element.
pub(super) struct Pen {
    tools: &'static Tools,
    /// The elements that are open, the innermost last; never empty.
    open: Vec<Element>,
}

impl Pen {
    /// Draws into an element.
    pub(super) fn new(tools: &'static Tools, into: Element) -> Self {
        Self {
            tools,
            open: vec![into],
        }
    }

    fn document(&self) -> &Document {
        &self.tools.document
    }

    /// Opens an element with attributes: `type=search name=find`. Whatever has a space in it is [`Self::set`].
    #[inline(never)]
    pub(super) fn open(&mut self, name: &str, attributes: &str) -> &mut Self {
        // Fails for names that are none only.
        if let Ok(element) = self.document().create_element(name) {
            if let Some(around) = self.open.last() {
                let _ = around.append_child(&element);
            }
            self.open.push(element);
        }
        for attribute in attributes.split(' ') {
            if let Some((name, value)) = attribute.split_once('=') {
                self.set(name, value);
            }
        }
        self
    }

    /// Gives the open element an attribute.
    #[inline(never)]
    pub(super) fn set(&mut self, name: &str, value: &str) -> &mut Self {
        if let Some(element) = self.open.last() {
            let _ = element.set_attribute(name, value);
        }
        self
    }

    /// Gives the open element an attribute where something holds.
    #[inline(never)]
    pub(super) fn mark(&mut self, holds: bool, name: &str, value: &str) -> &mut Self {
        if holds { self.set(name, value) } else { self }
    }

    /// Gives the open control its value.
    #[inline(never)]
    pub(super) fn value(&mut self, value: &str) -> &mut Self {
        if let Some(element) = self.open.last() {
            write_value(element, value);
        }
        self
    }

    /// Turns the open control on or off.
    #[inline(never)]
    pub(super) fn checked(&mut self, is: bool) -> &mut Self {
        if let Some(input) = self.open.last() {
            input.unchecked_ref::<HtmlInputElement>().set_checked(is);
        }
        self
    }

    /// Writes words into the open element.
    #[inline(never)]
    pub(super) fn write(&mut self, text: &str) -> &mut Self {
        if let Some(element) = self.open.last() {
            let _ = element.append_child(&self.document().create_text_node(text));
        }
        self
    }

    /// Draws what a part of the page shows into the open element.
    pub(super) fn copy(&mut self, part: &Node) -> &mut Self {
        if let (Some(element), Ok(copy)) = (self.open.last(), part.clone_node_with_deep(true)) {
            let _ = element.append_child(&copy);
        }
        self
    }

    /// Writes a text of the table into the open element.
    #[inline(never)]
    pub(super) fn word(&mut self, word: ToolWord) -> &mut Self {
        let text = say(self.tools, word);
        self.write(text)
    }

    /// Names the open element for screen readers.
    #[inline(never)]
    pub(super) fn label(&mut self, word: ToolWord) -> &mut Self {
        let text = say(self.tools, word);
        self.set("aria-label", text)
    }

    /// Closes the open element.
    #[inline(never)]
    pub(super) fn close(&mut self) -> &mut Self {
        if self.open.len() > 1 {
            self.open.pop();
        }
        self
    }

    /// Draws an element that holds a text of the table alone.
    #[inline(never)]
    pub(super) fn line(&mut self, name: &str, word: ToolWord) -> &mut Self {
        self.open(name, "").word(word).close()
    }

    /// Draws a button that does something when it is clicked. It stays open.
    #[inline(never)]
    pub(super) fn button(&mut self, act: &str) -> &mut Self {
        self.open("button", "type=button").set("data-do", act)
    }

    /// Draws a button named by the table.
    #[inline(never)]
    pub(super) fn act(&mut self, act: &str, word: ToolWord) -> &mut Self {
        self.button(act).word(word).close()
    }

    /// Draws a control that is on or off.
    #[inline(never)]
    pub(super) fn switch(&mut self, name: &str, word: ToolWord, is: bool) -> &mut Self {
        self.open("label", "class=switch");
        self.open("input", "type=checkbox")
            .set("name", name)
            .checked(is)
            .close();
        self.line("span", word).close()
    }
}
