//! Running text: plain runs, emphasis, links and the other things that stand inside a paragraph.
//!
//! Entry point: [`Text`], a list of [`Span`]s. A plain string or a single span is read as a list of one, and a text
//! of one plain span is written as a plain string.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::language::Direction;
use super::tagged::{short_form, tagged};

/// A run of spans, in reading order.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Text(pub Vec<Span>);

impl Text {
    /// The words without their marks.
    pub fn plain(&self) -> String {
        let mut words = String::new();
        self.append_plain(&mut words);
        words
    }

    /// Whether there is nothing to read.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    fn append_plain(&self, words: &mut String) {
        for span in &self.0 {
            match span {
                Span::Text(text) | Span::Code(text) => words.push_str(text),
                Span::Abbreviation(abbreviation) => words.push_str(&abbreviation.text),
                Span::LineBreak(_) => words.push(' '),
                Span::Footnote(_) | Span::Unsupported(_) => {}
                Span::Emphasis(text)
                | Span::Strong(text)
                | Span::Sub(text)
                | Span::Sup(text)
                | Span::Strike(text)
                | Span::Mark(text)
                | Span::Link(Link { text, .. })
                | Span::Foreign(Foreign { text, .. }) => text.append_plain(words),
            }
        }
    }
}

impl From<String> for Text {
    fn from(words: String) -> Self {
        Self(vec![Span::Text(words)])
    }
}

impl From<&str> for Text {
    fn from(words: &str) -> Self {
        words.to_owned().into()
    }
}

impl Serialize for Text {
    fn serialize<S: Serializer>(&self, target: S) -> Result<S::Ok, S::Error> {
        match self.0.as_slice() {
            [Span::Text(words)] => target.serialize_str(words),
            spans => target.collect_seq(spans.iter().map(Written)),
        }
    }
}

/// A span inside a list: plain text is written as a string.
struct Written<'a>(&'a Span);

impl Serialize for Written<'_> {
    fn serialize<S: Serializer>(&self, target: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            Span::Text(words) => target.serialize_str(words),
            span => span.serialize(target),
        }
    }
}

impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(source: D) -> Result<Self, D::Error> {
        struct Forms;
        impl<'de> serde::de::Visitor<'de> for Forms {
            type Value = Text;

            fn expecting(&self, out: &mut std::fmt::Formatter) -> std::fmt::Result {
                out.write_str("a text: a string, a span, or a list of spans")
            }

            fn visit_str<E>(self, words: &str) -> Result<Text, E> {
                Ok(words.into())
            }

            fn visit_seq<A: serde::de::SeqAccess<'de>>(
                self,
                mut list: A,
            ) -> Result<Text, A::Error> {
                let mut spans = Vec::new();
                while let Some(span) = list.next_element()? {
                    spans.push(span);
                }
                Ok(Text(spans))
            }

            fn visit_map<A: serde::de::MapAccess<'de>>(self, map: A) -> Result<Text, A::Error> {
                let span = serde::de::value::MapAccessDeserializer::new(map);
                Span::deserialize(span).map(|span| Text(vec![span]))
            }
        }
        source.deserialize_any(Forms)
    }
}

#[cfg(not(target_arch = "wasm32"))]
impl schemars::JsonSchema for Text {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Text".into()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let span = generator.subschema_for::<Span>();
        schemars::json_schema!({
            "description": "A string, a span, or a list of strings and spans.",
            "anyOf": [span.clone(), { "type": "array", "items": span }],
        })
    }
}

tagged! {
    /// One run inside a text.
    pub enum Span, string Text {
        /// Plain text.
        "text" Text(String),
        /// Stressed words (`<em>`).
        "emphasis" Emphasis(Text),
        /// Important words (`<strong>`).
        "strong" Strong(Text),
        /// A link.
        "link" Link(Link),
        /// Something a machine reads (`<code>`).
        "code" Code(String),
        /// Lowered, as in a formula.
        "sub" Sub(Text),
        /// Raised.
        "sup" Sup(Text),
        /// No longer valid (`<s>`).
        "strike" Strike(Text),
        /// Marked out (`<mark>`).
        "mark" Mark(Text),
        /// A short form and what it stands for.
        "abbreviation" Abbreviation(Abbreviation),
        /// Words in another language.
        "foreign" Foreign(Foreign),
        /// A mark that leads to the footnote of this id.
        "footnote" Footnote(FootnoteMark),
        /// A new line.
        "line_break" LineBreak(Nothing),
    }
}

/// The content of a kind that has none: `{}`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Nothing {}

/// A link inside a text.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Link {
    /// Where it leads; see [`super::url`] for what may stand here.
    pub href: String,
    /// The words one clicks on.
    pub text: Text,
}

/// A short form with its meaning.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Abbreviation {
    /// The short form.
    pub text: String,
    /// What it stands for.
    pub title: String,
}

/// A run in another language.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Foreign {
    /// BCP 47 tag.
    pub language: String,
    /// Writing direction; follows from the language when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub direction: Option<Direction>,
    /// The words.
    pub text: Text,
}

/// A mark that leads to a footnote. A source file gives its id alone: `{"footnote": "1"}`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[cfg_attr(not(target_arch = "wasm32"), schemars(transform = FootnoteMark::accept_short_form))]
#[serde(remote = "Self")]
pub struct FootnoteMark {
    /// What the footnote is named by.
    pub id: String,
    /// Number of the footnote, from 1; the press counts it (see [`super::footnotes`]), and 0 is none.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub number: u32,
    /// It is the first mark of its footnote, which leads back to it; the press says so.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub first: bool,
}

fn is_zero(number: &u32) -> bool {
    *number == 0
}

short_form!(FootnoteMark, String, |id| FootnoteMark {
    id,
    ..FootnoteMark::default()
});
