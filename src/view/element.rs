//! Draws elements. What `html!` writes out at every use stands here once: `html!` made two fifths of the
//! reader's own code.
//!
//! Entry point: [`element`]; [`attributes!`] lists what it has, [`together`] puts nodes side by side.

use yew::html::IntoPropValue;
use yew::prelude::*;
use yew::virtual_dom::{AttributeOrProperty, Attributes, VList, VTag};

/// Attributes by name. A value is a text, or an option: `None` leaves the attribute out.
macro_rules! attributes {
    ($($name:literal = $value:expr),* $(,)?) => {
        yew::virtual_dom::Attributes::Dynamic {
            keys: &[$($name),*],
            values: Box::new([$($crate::view::element::attribute($value)),*]),
        }
    };
}

pub(crate) use attributes;

/// An element that is being described.
pub(crate) struct Element(Box<VTag>);

/// Describes an element.
pub(crate) fn element(name: &'static str) -> Element {
    Element(Box::new(VTag::new(name)))
}

/// Describes a link.
pub(crate) fn link(href: String) -> Element {
    element("a").with(attributes! { "href" = href })
}

/// The value of an attribute.
pub(crate) fn attribute(
    value: impl IntoPropValue<Option<AttrValue>>,
) -> Option<AttributeOrProperty> {
    value.into_prop_value().map(AttributeOrProperty::Attribute)
}

/// A text that is left out when it is empty.
pub(crate) fn filled(text: &str) -> Option<String> {
    (!text.is_empty()).then(|| text.to_owned())
}

/// Puts nodes side by side.
pub(crate) fn together(nodes: Vec<Html>) -> Html {
    VList::with_children(nodes, None).into()
}

/// A text node.
pub(crate) fn words(words: &str) -> Html {
    Html::from(words)
}

/// Draws something unless it would be empty.
pub(crate) fn unless(empty: bool, draw: impl FnOnce() -> Html) -> Html {
    if empty { Html::default() } else { draw() }
}

impl Element {
    /// With these attributes and no others.
    pub(crate) fn with(mut self, attributes: Attributes) -> Self {
        self.0.set_attributes(attributes);
        self
    }

    /// With a class and no other attribute.
    pub(crate) fn class(self, class: &'static str) -> Self {
        self.with(attributes! { "class" = class })
    }

    /// With one more node inside.
    pub(crate) fn add(mut self, node: Html) -> Self {
        self.0.add_child(node);
        self
    }

    /// With more words inside.
    pub(crate) fn say(self, text: &str) -> Self {
        self.add(words(text))
    }

    /// Draws it.
    pub(crate) fn html(self) -> Html {
        (*self.0).into()
    }

    /// Draws it around its only content.
    pub(crate) fn around(mut self, content: Html) -> Html {
        if let Some(own) = self.0.children_mut() {
            *own = content;
        }
        self.html()
    }

    /// Draws it around words.
    pub(crate) fn words(self, text: &str) -> Html {
        self.around(words(text))
    }
}
