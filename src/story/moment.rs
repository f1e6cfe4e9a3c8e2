//! A date or a moment, with the words a reader sees.
//!
//! Entry point: [`Moment`]. A source file writes the machine's form alone (`"2026-11-20"`); the press
//! adds the words in the story's language, so that the reader carries no calendar.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A point in time: a year, a month, a day, or a day with its time.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Moment {
    /// The machine's form, valid in HTML's `datetime` (a subset of ISO 8601).
    pub datetime: String,
    /// The words, in the language of the page; empty in a source file.
    pub text: String,
}

impl Moment {
    /// The machine's form of a moment that never comes: what `false` in the place of a date says.
    pub const NEVER: &str = "false";

    /// Whether the moment never comes.
    pub fn is_never(&self) -> bool {
        self.datetime == Self::NEVER
    }
}

#[derive(Deserialize)]
struct Published {
    datetime: String,
    text: String,
}

impl Serialize for Moment {
    fn serialize<S: Serializer>(&self, target: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeStruct;
        if self.text.is_empty() {
            return target.serialize_str(&self.datetime);
        }
        let mut published = target.serialize_struct("Moment", 2)?;
        published.serialize_field("datetime", &self.datetime)?;
        published.serialize_field("text", &self.text)?;
        published.end()
    }
}

impl<'de> Deserialize<'de> for Moment {
    fn deserialize<D: Deserializer<'de>>(source: D) -> Result<Self, D::Error> {
        source.deserialize_any(Forms { or_never: false })
    }
}

/// Reads a moment, or `false` for one that never comes.
pub(super) fn read_or_never<'de, D: Deserializer<'de>>(source: D) -> Result<Moment, D::Error> {
    source.deserialize_any(Forms { or_never: true })
}

/// The forms that a moment is written in.
struct Forms {
    /// Whether `false` is one of them.
    or_never: bool,
}

impl<'de> serde::de::Visitor<'de> for Forms {
    type Value = Moment;

    fn expecting(&self, out: &mut std::fmt::Formatter) -> std::fmt::Result {
        out.write_str("a date, such as \"2026-11-20\" or \"2026-11-20T08:30:00Z\"")
    }

    fn visit_bool<E: serde::de::Error>(self, value: bool) -> Result<Moment, E> {
        match self.or_never && !value {
            true => self.visit_str(Moment::NEVER),
            false => Err(E::invalid_type(serde::de::Unexpected::Bool(value), &self)),
        }
    }

    fn visit_str<E>(self, datetime: &str) -> Result<Moment, E> {
        Ok(Moment {
            datetime: datetime.to_owned(),
            text: String::new(),
        })
    }

    fn visit_map<A: serde::de::MapAccess<'de>>(self, map: A) -> Result<Moment, A::Error> {
        let Published { datetime, text } =
            Published::deserialize(serde::de::value::MapAccessDeserializer::new(map))?;
        Ok(Moment { datetime, text })
    }
}

/// The schema of a moment, or of `false`.
#[cfg(not(target_arch = "wasm32"))]
pub(super) fn schema_or_never(source: &mut schemars::SchemaGenerator) -> schemars::Schema {
    let moment = source.subschema_for::<Moment>();
    schemars::json_schema!({ "anyOf": [moment, { "const": false }] })
}

#[cfg(not(target_arch = "wasm32"))]
impl schemars::JsonSchema for Moment {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Moment".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "description": "A year, a month, a day, or a day with time and offset.",
            "type": "string",
            "examples": ["2026-11-20", "2026-11-20T08:30:00Z", "1871-03", "1871"],
        })
    }
}
