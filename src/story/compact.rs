//! Reads the types of a page from JSON in little code. Wasm only.
//!
//! Entry point: [`Compact`]. The press reads the same types with serde's derived code, which says of
//! every fault what it is and where. In the browser that code was half of the reader, and nobody
//! would see its messages: the press has checked the page, and what still cannot be read is left to
//! the browser as an ordinary link. So serde reads the JSON into a tree here, and each type takes its
//! fields from the tree.
//!
//! [`types`] lists the fields; the compiler refuses a list that lacks one.

mod types;

use serde_json::{Map, Value};

/// A type that is read from a JSON value, which it may empty.
pub trait Compact: Sized {
    /// Reads the value; `None` when it is of another form.
    fn compact(json: &mut Value) -> Option<Self>;
}

/// A struct that is read from an object, and perhaps from a short form too.
pub trait Fields: Sized {
    /// Reads the object; `None` when a field lacks or is of another form.
    fn fields(json: &mut Value) -> Option<Self>;
}

/// Lists the fields of a struct: those that must be there, a bar, and those that may.
macro_rules! fields {
    ($name:ident { $($required:ident)* | $($optional:ident)* }) => {
        impl $crate::story::compact::Fields for $name {
            fn fields(json: &mut serde_json::Value) -> Option<Self> {
                let object = json.as_object_mut()?;
                let mut this = Self::default();
                let Self { $($required,)* $($optional,)* } = &mut this;
                $( $crate::story::compact::required(object, stringify!($required), $required)?; )*
                $( $crate::story::compact::optional(object, stringify!($optional), $optional)?; )*
                Some(this)
            }
        }
    };
}

/// The same, for a struct that has no short form.
macro_rules! compact {
    ($name:ident { $($fields:tt)* }) => {
        $crate::story::compact::fields!($name { $($fields)* });
        impl $crate::story::compact::Compact for $name {
            fn compact(json: &mut serde_json::Value) -> Option<Self> {
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
                let mut json = serde_json::Value::deserialize(source)?;
                $crate::story::compact::Compact::compact(&mut json)
                    .ok_or_else(|| serde::de::Error::custom("not of the expected form"))
            }
        }
    )* };
}

pub(crate) use {compact, deserialize, fields};

/// Reads a field that must be there.
pub(crate) fn required<T: Compact>(
    object: &mut Map<String, Value>,
    name: &str,
    field: &mut T,
) -> Option<()> {
    *field = T::compact(object.get_mut(name)?)?;
    Some(())
}

/// Reads a field that keeps its default when it is not there.
pub(crate) fn optional<T: Compact>(
    object: &mut Map<String, Value>,
    name: &str,
    field: &mut T,
) -> Option<()> {
    match object.get_mut(name) {
        Some(json) => *field = T::compact(json)?,
        None => {}
    }
    Some(())
}

/// The one key of an object that names its kind, with its content.
pub(crate) fn only_entry(json: &mut Value) -> Option<(&str, &mut Value)> {
    let object = json.as_object_mut()?;
    if object.len() != 1 {
        return None;
    }
    let (kind, content) = object.iter_mut().next()?;
    Some((kind, content))
}

impl Compact for String {
    fn compact(json: &mut Value) -> Option<Self> {
        match json {
            Value::String(text) => Some(std::mem::take(text)),
            _ => None,
        }
    }
}

impl Compact for bool {
    fn compact(json: &mut Value) -> Option<Self> {
        json.as_bool()
    }
}

impl Compact for u8 {
    fn compact(json: &mut Value) -> Option<Self> {
        json.as_u64()?.try_into().ok()
    }
}

impl Compact for u32 {
    fn compact(json: &mut Value) -> Option<Self> {
        json.as_u64()?.try_into().ok()
    }
}

impl Compact for usize {
    fn compact(json: &mut Value) -> Option<Self> {
        json.as_u64()?.try_into().ok()
    }
}

impl<T: Compact> Compact for Option<T> {
    fn compact(json: &mut Value) -> Option<Self> {
        if json.is_null() {
            return Some(None);
        }
        T::compact(json).map(Some)
    }
}

impl<T: Compact> Compact for Box<T> {
    fn compact(json: &mut Value) -> Option<Self> {
        T::compact(json).map(Self::new)
    }
}

impl<T: Compact> Compact for Vec<T> {
    fn compact(json: &mut Value) -> Option<Self> {
        json.as_array_mut()?.iter_mut().map(T::compact).collect()
    }
}
