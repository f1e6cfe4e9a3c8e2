//! How blocks and spans are read: `{"kind": content}`, or a plain string.
//!
//! [`tagged!`] writes the enum and its `Deserialize`. A derived one would refuse a kind it does not
//! know; a story must outlive that, so an unknown kind becomes [`Unsupported`].
//!
//! [`short_form!`] lets a struct stand for its text alone: `{"heading": "Harbour"}`.

use serde::{Deserialize, Serialize};

/// A block or span that cannot be drawn: its kind is unknown, or its content is faulty.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Unsupported {
    /// The kind the source named.
    pub kind: String,
    /// The kind is known, but its content could not be read.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub faulty: bool,
    /// What the source held, kept for other programs.
    #[cfg(not(target_arch = "wasm32"))]
    #[serde(default, skip_serializing_if = "serde_json::Value::is_null")]
    pub content: serde_json::Value,
}

/// What the content of an unknown kind is read as: the press keeps it, the reader passes over it.
#[cfg(not(target_arch = "wasm32"))]
pub(super) type Content = serde_json::Value;
/// What the content of an unknown kind is read as: the press keeps it, the reader passes over it.
#[cfg(target_arch = "wasm32")]
pub(super) type Content = serde::de::IgnoredAny;

impl Unsupported {
    /// What stands for content of an unknown kind.
    pub(super) fn unknown(
        kind: &str,
        #[cfg_attr(target_arch = "wasm32", expect(unused))] content: Content,
    ) -> Self {
        Self {
            kind: kind.to_owned(),
            faulty: false,
            #[cfg(not(target_arch = "wasm32"))]
            content,
        }
    }
}

/// Declares an enum read from `{"kind": content}`; a plain string is the variant after `string`.
macro_rules! tagged {
    (
        $(#[$meta:meta])*
        pub enum $name:ident, string $plain:ident {
            $( $(#[$doc:meta])* $tag:literal $variant:ident($content:ty), )*
        }
    ) => {
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq, serde::Serialize)]
        #[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
        #[cfg_attr(not(target_arch = "wasm32"), schemars(transform = $name::accept_string))]
        pub enum $name {
            $( $(#[$doc])* #[serde(rename = $tag)] $variant($content), )*
            /// A kind this version does not know, or content it could not read.
            #[serde(rename = "unsupported")]
            #[cfg_attr(not(target_arch = "wasm32"), schemars(skip))]
            Unsupported($crate::story::tagged::Unsupported),
        }

        impl $name {
            /// The kinds that can stand in a source file.
            pub const KINDS: &[&str] = &[$($tag),*];

            /// The kind, as the JSON names it.
            pub fn kind(&self) -> &'static str {
                match self {
                    $( Self::$variant(_) => $tag, )*
                    Self::Unsupported(_) => "unsupported",
                }
            }

            /// Adds the plain string to the schema.
            #[cfg(not(target_arch = "wasm32"))]
            fn accept_string(schema: &mut schemars::Schema) {
                if let Some(serde_json::Value::Array(forms)) = schema.get_mut("oneOf") {
                    forms.insert(0, serde_json::json!({ "type": "string" }));
                }
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(source: D) -> Result<Self, D::Error> {
                struct Kinds;
                impl<'de> serde::de::Visitor<'de> for Kinds {
                    type Value = $name;

                    fn expecting(&self, out: &mut std::fmt::Formatter) -> std::fmt::Result {
                        out.write_str("text, or an object with one key, its kind")
                    }

                    fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<$name, E> {
                        Ok($name::$plain(text.to_owned().into()))
                    }

                    fn visit_map<A: serde::de::MapAccess<'de>>(
                        self,
                        mut map: A,
                    ) -> Result<$name, A::Error> {
                        let Some(kind) = map.next_key::<String>()? else {
                            return Err(serde::de::Error::custom("an empty object names no kind"));
                        };
                        let read = match kind.as_str() {
                            $( $tag => $name::$variant(map.next_value()?), )*
                            "unsupported" => $name::Unsupported(map.next_value()?),
                            other => $name::Unsupported(
                                $crate::story::tagged::Unsupported::unknown(
                                    other,
                                    map.next_value()?,
                                ),
                            ),
                        };
                        if map.next_key::<serde::de::IgnoredAny>()?.is_some() {
                            return Err(serde::de::Error::custom(
                                "more than one key in an object that names its kind",
                            ));
                        }
                        Ok(read)
                    }
                }
                source.deserialize_any(Kinds)
            }
        }
    };
}

/// Lets a struct that derives serde with `#[serde(remote = "Self")]` be written as its text (or its
/// list) alone.
macro_rules! short_form {
    ($name:ident, $short:ty, |$value:ident| $make:expr) => {
        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, target: S) -> Result<S::Ok, S::Error> {
                Self::serialize(self, target)
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(source: D) -> Result<Self, D::Error> {
                struct Forms;
                impl<'de> serde::de::Visitor<'de> for Forms {
                    type Value = $name;

                    fn expecting(&self, out: &mut std::fmt::Formatter) -> std::fmt::Result {
                        out.write_str("a text, a list or an object")
                    }

                    fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<$name, E> {
                        let $value =
                            <$short as serde::Deserialize>::deserialize(
                                serde::de::value::StrDeserializer::new(text),
                            )?;
                        Ok($make)
                    }

                    fn visit_seq<A: serde::de::SeqAccess<'de>>(
                        self,
                        list: A,
                    ) -> Result<$name, A::Error> {
                        let $value = <$short as serde::Deserialize>::deserialize(
                            serde::de::value::SeqAccessDeserializer::new(list),
                        )?;
                        Ok($make)
                    }

                    fn visit_map<A: serde::de::MapAccess<'de>>(
                        self,
                        map: A,
                    ) -> Result<$name, A::Error> {
                        $name::deserialize(serde::de::value::MapAccessDeserializer::new(map))
                    }
                }
                source.deserialize_any(Forms)
            }
        }

        #[cfg(not(target_arch = "wasm32"))]
        impl $name {
            /// Adds the short form to the schema of the long one.
            fn accept_short_form(schema: &mut schemars::Schema) {
                let mut long = std::mem::take(schema);
                let description = long.remove("description");
                let mut short = long.pointer(concat!("/properties/", stringify!($value))).cloned();
                if let Some(serde_json::Value::Object(short)) = &mut short {
                    short.remove("description");
                    // An object is taken for the long form.
                    short.entry("type").or_insert(serde_json::json!(["string", "array"]));
                }
                *schema = schemars::json_schema!({ "anyOf": [short, long] });
                if let Some(description) = description {
                    schema.insert("description".to_owned(), description);
                }
            }
        }
    };
}

pub(super) use {short_form, tagged};
