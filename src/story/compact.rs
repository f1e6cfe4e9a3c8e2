//! Reads the types of a page from JSON in little code. Wasm only.
//!
//! Entry point: [`Compact`]. The press reads the same types with serde's derived code, which says of
//! every fault what it is and where. In the browser that code was half of the reader, and nobody
//! would see its messages: the press has checked the page, and what still cannot be read is left to
//! the browser as an ordinary link. So serde reads the JSON into a tree here, and each type takes its
//! fields from the tree.
//!
//! [`types`] lists the fields; the compiler refuses a list that lacks one.

mod json;
mod types;

pub use json::Json;

/// A type that is read from a JSON value, which it may empty.
pub trait Compact: Sized {
    /// Reads the value; `None` when it is of another form.
    fn compact(json: &mut Json) -> Option<Self>;
}

/// A struct that is read from an object, and perhaps from a short form too.
pub trait Fields: Sized {
    /// Reads the object; `None` when a field lacks or is of another form.
    fn fields(json: &mut Json) -> Option<Self>;
}

/// Lists the fields of a struct: those that must be there, a bar, and those that may.
macro_rules! fields {
    ($name:ident { $($required:ident)* | $($optional:ident)* }) => {
        impl $crate::story::compact::Fields for $name {
            fn fields(json: &mut $crate::story::compact::Json) -> Option<Self> {
                use $crate::story::compact::{optional, required};
                let mut this = Self::default();
                let Self { $($required,)* $($optional,)* } = &mut this;
                // All of them, even after a failure: the code of one way out is smaller than of many.
                let complete = true
                    $( & required(json, stringify!($required), $required) )*
                    $( & optional(json, stringify!($optional), $optional) )*;
                complete.then_some(this)
            }
        }
    };
}

/// The same, for a struct that has no short form.
macro_rules! compact {
    ($name:ident { $($fields:tt)* }) => {
        $crate::story::compact::fields!($name { $($fields)* });
        impl $crate::story::compact::Compact for $name {
            fn compact(json: &mut $crate::story::compact::Json) -> Option<Self> {
                $crate::story::compact::Fields::fields(json)
            }
        }
    };
}

/// Gives a type serde's `Deserialize`, through the tree.
macro_rules! deserialize {
    ($($name:ident)*) => { $(
        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(source: D) -> Result<Self, D::Error> {
                let mut json = $crate::story::compact::Json::deserialize(source)?;
                $crate::story::compact::Compact::compact(&mut json)
                    .ok_or_else(|| serde::de::Error::custom("not of the expected form"))
            }
        }
    )* };
}

pub(crate) use {compact, deserialize, fields};

/// A field that takes what it reads.
pub(crate) trait Field {
    fn take(&mut self, json: &mut Json) -> bool;
}

impl<T: Compact> Field for T {
    fn take(&mut self, json: &mut Json) -> bool {
        match T::compact(json) {
            Some(value) => {
                *self = value;
                true
            }
            None => false,
        }
    }
}

/// Reads a field that must be there.
pub(crate) fn required(json: &mut Json, name: &str, field: &mut dyn Field) -> bool {
    json.get(name).is_some_and(|json| field.take(json))
}

/// Reads a field that keeps its default when it is not there.
pub(crate) fn optional(json: &mut Json, name: &str, field: &mut dyn Field) -> bool {
    match json.get(name) {
        Some(json) => field.take(json),
        None => json.is_object(),
    }
}

impl Compact for String {
    fn compact(json: &mut Json) -> Option<Self> {
        match json {
            Json::Text(text) => Some(std::mem::take(text)),
            _ => None,
        }
    }
}

impl Compact for bool {
    fn compact(json: &mut Json) -> Option<Self> {
        match json {
            Json::Flag(flag) => Some(*flag),
            _ => None,
        }
    }
}

impl Compact for u32 {
    fn compact(json: &mut Json) -> Option<Self> {
        match json {
            Json::Number(number) => Some(*number),
            _ => None,
        }
    }
}

impl Compact for u8 {
    fn compact(json: &mut Json) -> Option<Self> {
        Some(u32::compact(json)? as Self)
    }
}

impl Compact for usize {
    fn compact(json: &mut Json) -> Option<Self> {
        Some(u32::compact(json)? as Self)
    }
}

impl<T: Compact> Compact for Option<T> {
    fn compact(json: &mut Json) -> Option<Self> {
        match json {
            Json::Null => Some(None),
            json => T::compact(json).map(Some),
        }
    }
}

impl<T: Compact> Compact for Box<T> {
    fn compact(json: &mut Json) -> Option<Self> {
        T::compact(json).map(Self::new)
    }
}

impl<T: Compact> Compact for Vec<T> {
    fn compact(json: &mut Json) -> Option<Self> {
        let Json::List(items) = json else {
            return None;
        };
        let mut read = Self::new();
        for item in items {
            read.push(T::compact(item)?);
        }
        Some(read)
    }
}
