//! Reads the types of a page from JSON in little code. Wasm only.
//!
//! Entry point: [`read`].
//!
//! The press reads the same types with serde's derived code, which says of every fault what it is and
//! where. In the browser that code was half of the reader, and nobody would see its messages: the
//! press has checked the page, and what still cannot be read is left to the browser as an ordinary
//! link. So the browser's own parser reads the JSON, and [`fill`] walks through what it found, and asks each
//! value for the place that the next part goes to; the types only list their fields ([`types`]). The compiler
//! refuses a list that lacks one.

mod types;

use js_sys::{Array, JSON, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// A value that JSON can be written into.
pub trait Receive {
    /// The value that takes everything except `null`: itself, or what it wraps.
    fn inside(&mut self) -> &mut dyn Receive;

    /// Takes a value without parts; `false` when it is of another kind.
    fn plain(&mut self, _: Plain<'_>) -> bool {
        false
    }

    /// The place for the next item of a list.
    fn item(&mut self) -> Option<&mut dyn Receive> {
        None
    }

    /// The place for the content of an object with one key, which names its kind.
    fn kind(&mut self, _: &str) -> Option<&mut dyn Receive> {
        None
    }

    /// The fields of a struct.
    fn fields(&self) -> Option<&'static Fields> {
        None
    }

    /// The field of that number.
    fn field(&mut self, _: usize) -> Option<&mut dyn Receive> {
        None
    }
}

/// A value without parts.
#[derive(Clone, Copy, Debug)]
pub enum Plain<'a> {
    /// `null`
    Null,
    /// `true` or `false`
    Flag(bool),
    /// A number; no type of a page has negative ones or fractions.
    Number(u32),
    /// A string
    Text(&'a str),
}

/// What is known of a struct's fields.
#[derive(Debug)]
pub struct Fields {
    /// Their names; those that must be there come first.
    pub names: &'static [&'static str],
    /// How many must be there.
    pub required: usize,
    /// Whether a string or a list may stand for the first field, and so for the whole struct.
    pub short: bool,
}

/// Why JSON cannot be read.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Fault {
    /// It ends too early.
    CutOff,
    /// It is no JSON, or not of the form of the type.
    OtherForm,
}

/// Reads a value from its JSON.
///
/// # Errors
/// The JSON ends too early, or is not of the form of the type.
pub fn read<T: Receive + Default>(json: &str) -> Result<T, Fault> {
    let Ok(source) = JSON::parse(json) else {
        // Browsers tell in words of their own where they stopped. A page's JSON is an object, so its ends show.
        let json = json.trim();
        return Err(match json.starts_with('{') && !json.ends_with('}') {
            true => Fault::CutOff,
            false => Fault::OtherForm,
        });
    };
    let mut value = T::default();
    match fill(&mut value, &source) {
        true => Ok(value),
        false => Err(Fault::OtherForm),
    }
}

/// Writes a JavaScript value into a value of ours; `false` when it is of another form.
fn fill(value: &mut dyn Receive, source: &JsValue) -> bool {
    if let Some(text) = source.as_string() {
        short(value).plain(Plain::Text(&text))
    } else if let Some(number) = source.as_f64() {
        value.inside().plain(Plain::Number(number as u32))
    } else if let Some(flag) = source.as_bool() {
        value.inside().plain(Plain::Flag(flag))
    } else if source.is_null() {
        value.plain(Plain::Null)
    } else if let Some(items) = source.dyn_ref::<Array>() {
        let value = short(value);
        items
            .iter()
            .all(|item| value.item().is_some_and(|place| fill(place, &item)))
    } else {
        fill_object(value.inside(), source)
    }
}

fn fill_object(value: &mut dyn Receive, source: &JsValue) -> bool {
    let Some(fields) = value.fields() else {
        let keys = Object::keys(source.unchecked_ref::<Object>());
        let kind = keys.get(0).as_string().unwrap_or_default();
        let part = Reflect::get(source, &keys.get(0)).unwrap_or_default();
        return keys.length() == 1 && value.kind(&kind).is_some_and(|place| fill(place, &part));
    };
    // What this version does not know is not asked for.
    let mut names = fields.names.iter().enumerate();
    names.all(|(number, name)| {
        let part = Reflect::get(source, &JsValue::from_str(name)).unwrap_or_default();
        if part.is_undefined() {
            return number >= fields.required;
        }
        value.field(number).is_some_and(|place| fill(place, &part))
    })
}

/// The value that takes a string or a list; `value` itself when there is none.
fn short(value: &mut dyn Receive) -> &mut dyn Receive {
    let value = value.inside();
    match value.fields() {
        Some(fields) if fields.short => match value.field(0) {
            Some(field) => short(field),
            None => nowhere(),
        },
        _ => value,
    }
}

/// A value that wraps no other.
macro_rules! itself {
    () => {
        fn inside(&mut self) -> &mut dyn $crate::story::compact::Receive {
            self
        }
    };
}

/// Lists the fields of a struct: those that must be there, a bar, and those that may. `short true` lets
/// the first one stand for the struct.
macro_rules! fields {
    ($name:ident { $($required:ident)* | $($optional:ident)* } $(short $short:literal)?) => {
        impl $crate::story::compact::Receive for $name {
            $crate::story::compact::itself!();

            fn fields(&self) -> Option<&'static $crate::story::compact::Fields> {
                const REQUIRED: &[&str] = &[$(stringify!($required)),*];
                const FIELDS: $crate::story::compact::Fields = $crate::story::compact::Fields {
                    names: &[$(stringify!($required),)* $(stringify!($optional),)*],
                    required: REQUIRED.len(),
                    short: false $(|| $short)?,
                };
                Some(&FIELDS)
            }

            fn field(&mut self, number: usize) -> Option<&mut dyn $crate::story::compact::Receive> {
                let Self { $($required,)* $($optional,)* } = self;
                let fields: [&mut dyn $crate::story::compact::Receive; _] =
                    [$($required,)* $($optional,)*];
                fields.into_iter().nth(number)
            }
        }
    };
}

pub(crate) use {fields, itself};

/// Takes everything and keeps nothing.
struct Nowhere;

/// The place for what this version does not know.
pub(crate) fn nowhere() -> &'static mut dyn Receive {
    // It has no size, so nothing is allocated.
    Box::leak(Box::new(Nowhere))
}

impl Receive for Nowhere {
    itself!();

    fn plain(&mut self, _: Plain<'_>) -> bool {
        true
    }

    fn item(&mut self) -> Option<&mut dyn Receive> {
        Some(self)
    }

    fn fields(&self) -> Option<&'static Fields> {
        Some(&Fields {
            names: &[],
            required: 0,
            short: false,
        })
    }
}

impl Receive for String {
    itself!();

    fn plain(&mut self, plain: Plain<'_>) -> bool {
        let Plain::Text(text) = plain else {
            return false;
        };
        text.clone_into(self);
        true
    }
}

impl Receive for bool {
    itself!();

    fn plain(&mut self, plain: Plain<'_>) -> bool {
        let Plain::Flag(flag) = plain else {
            return false;
        };
        *self = flag;
        true
    }
}

macro_rules! number {
    ($($name:ty)*) => { $(
        impl Receive for $name {
            itself!();

            fn plain(&mut self, plain: Plain<'_>) -> bool {
                let Plain::Number(number) = plain else {
                    return false;
                };
                *self = number as $name;
                true
            }
        }
    )* };
}

number!(u8 u32 usize);

impl<T: Receive + Default> Receive for Option<T> {
    fn inside(&mut self) -> &mut dyn Receive {
        self.get_or_insert_default().inside()
    }

    fn plain(&mut self, plain: Plain<'_>) -> bool {
        matches!(plain, Plain::Null)
    }
}

impl<T: Receive> Receive for Box<T> {
    fn inside(&mut self) -> &mut dyn Receive {
        self.as_mut().inside()
    }
}

impl<T: Receive + Default> Receive for Vec<T> {
    itself!();

    fn item(&mut self) -> Option<&mut dyn Receive> {
        self.push(T::default());
        self.last_mut().map(|item| item as &mut dyn Receive)
    }
}
