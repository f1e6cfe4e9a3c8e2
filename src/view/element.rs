//! Draws elements. What `html!` writes out at every use stands here once: `html!` made two fifths of the
//! reader's own code.
//!
//! Entry point: [`element`]; [`together`] puts nodes side by side.

use yew::prelude::*;
use yew::virtual_dom::{AttributeOrProperty, Attributes, VList, VTag};

/// An element that is being described.
pub(super) struct Element(Box<VTag>);

/// Describes an element.
pub(super) fn element(name: &'static str) -> Element {
    Element(Box::new(VTag::new(name)))
}

/// Puts nodes side by side.
pub(super) fn together(nodes: Vec<Html>) -> Html {
    VList::with_children(nodes, None).into()
}

/// A text node.
pub(super) fn words(words: &str) -> Html {
    Html::from(words)
}

impl Element {
    /// With a class. It comes first among the attributes.
    pub(super) fn class(mut self, class: &'static str) -> Self {
        let class = AttributeOrProperty::Attribute(AttrValue::Static(class));
        self.0.set_attributes(Attributes::Dynamic {
            keys: &["class"],
            values: Box::new([Some(class)]),
        });
        self
    }

    /// With an attribute.
    pub(super) fn with(mut self, name: &'static str, value: impl Into<AttrValue>) -> Self {
        self.0.add_attribute(name, value.into());
        self
    }

    /// With an attribute that may be missing.
    pub(super) fn maybe(self, name: &'static str, value: Option<impl Into<AttrValue>>) -> Self {
        match value {
            Some(value) => self.with(name, value),
            None => self,
        }
    }

    /// With an attribute that is left out when it would be empty.
    pub(super) fn filled(self, name: &'static str, value: &str) -> Self {
        self.maybe(name, (!value.is_empty()).then(|| value.to_owned()))
    }

    /// Draws it around its content.
    pub(super) fn around(mut self, content: Html) -> Html {
        if let Some(own) = self.0.children_mut() {
            *own = content;
        }
        (*self.0).into()
    }

    /// Draws it around words.
    pub(super) fn words(self, text: &str) -> Html {
        self.around(words(text))
    }

    /// Draws it without content.
    pub(super) fn empty(self) -> Html {
        self.around(Html::default())
    }
}

/// Draws something unless it would be empty.
pub(super) fn unless(empty: bool, draw: impl FnOnce() -> Html) -> Html {
    if empty { Html::default() } else { draw() }
}
