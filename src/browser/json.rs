//! Reads JSON with serde, out of what the browser's own parser found.
//!
//! Entry point: [`read`].
//!
//! 1. `JSON.parse` reads the text.
//! 2. [`Value`] is serde's `Deserializer` over what came out; its lists and objects stand in [`parts`].
//!
//! Nobody sees why JSON cannot be read: the press has checked the page, and what still cannot be read is left to the
//! browser as an ordinary link. So [`Refused`] takes no words, and the code that would write them stays out of the
//! reader (`docs/decisions/2026-11-27-json-in-the-browser.md`).

mod parts;

use std::fmt::{self, Display, Formatter};

use js_sys::{Array, JSON};
use serde::de::{self, DeserializeOwned, Deserializer, Visitor};
use serde::forward_to_deserialize_any;
use wasm_bindgen::{JsCast, JsValue};

use parts::{Fields, Items, Properties, Variant, object};

/// Why JSON cannot be read.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Fault {
    /// It ends too early.
    CutOff,
    /// It is not JSON, or not of the form of the type.
    OtherForm,
}

/// Reads a value from its JSON.
///
/// # Errors
/// The JSON ends too early, or is not of the form of the type.
pub fn read<T: DeserializeOwned>(json: &str) -> Result<T, Fault> {
    let Ok(source) = JSON::parse(json) else {
        // Browsers tell in words of their own where they stopped. A page's JSON is an object, so its ends show.
        let json = json.trim();
        return Err(match json.starts_with('{') && !json.ends_with('}') {
            true => Fault::CutOff,
            false => Fault::OtherForm,
        });
    };
    T::deserialize(Value(source)).map_err(|_| Fault::OtherForm)
}

/// serde's error: the JSON is not of the form of the type. It says no more, so that it weighs nothing on its way up.
#[derive(Debug)]
struct Refused;

impl Display for Refused {
    fn fmt(&self, out: &mut Formatter<'_>) -> fmt::Result {
        out.write_str("the JSON cannot be read")
    }
}

impl std::error::Error for Refused {}

/// serde offers words for every fault; nothing is made of them, so the compiler leaves out what writes them.
impl de::Error for Refused {
    fn custom<T: Display>(_: T) -> Self {
        Self
    }
}

/// A value that `JSON.parse` found: a string, a number, a boolean, `null`, a list or an object.
struct Value(JsValue);

impl Value {
    fn text(&self) -> Result<String, Refused> {
        self.0.as_string().ok_or(Refused)
    }

    /// A whole number: in JavaScript it is a number like others. One with a fraction, or below zero, is refused.
    fn whole_number(&self) -> Result<u64, Refused> {
        let number = self.0.as_f64().ok_or(Refused)?;
        let whole = number as u64;
        match whole as f64 == number {
            true => Ok(whole),
            false => Err(Refused),
        }
    }
}

impl<'de> Deserializer<'de> for Value {
    type Error = Refused;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refused> {
        if let Some(text) = self.0.as_string() {
            visitor.visit_string(text)
        } else if let Some(number) = self.0.as_f64() {
            visitor.visit_f64(number)
        } else if let Some(flag) = self.0.as_bool() {
            visitor.visit_bool(flag)
        } else if self.0.is_null() {
            visitor.visit_unit()
        } else if Array::is_array(&self.0) {
            self.deserialize_seq(visitor)
        } else {
            self.deserialize_map(visitor)
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refused> {
        match self.0.is_null() {
            true => visitor.visit_none(),
            false => visitor.visit_some(self),
        }
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refused> {
        visitor.visit_bool(self.0.as_bool().ok_or(Refused)?)
    }

    fn deserialize_u64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refused> {
        visitor.visit_u64(self.whole_number()?)
    }

    fn deserialize_u32<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refused> {
        self.deserialize_u64(visitor)
    }

    fn deserialize_u8<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refused> {
        self.deserialize_u64(visitor)
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refused> {
        visitor.visit_string(self.text()?)
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refused> {
        self.deserialize_string(visitor)
    }

    fn deserialize_identifier<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refused> {
        self.deserialize_string(visitor)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refused> {
        let list = self.0.dyn_into().map_err(|_| Refused)?;
        visitor.visit_seq(Items::of(list))
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refused> {
        visitor.visit_map(Properties::of(object(self.0)?))
    }

    /// Only the fields that the struct has are asked for; what this version does not know costs nothing.
    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        names: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Refused> {
        visitor.visit_map(Fields::of(object(self.0)?, names))
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Refused> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Refused> {
        visitor.visit_enum(Variant(self.0))
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refused> {
        visitor.visit_unit()
    }

    forward_to_deserialize_any! {
        i8 i16 i32 i64 u16 f32 f64 char bytes byte_buf unit unit_struct tuple tuple_struct
    }
}
