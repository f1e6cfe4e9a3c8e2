//! Reads the types of a page from JSON in little code. Wasm only.
//!
//! Entry point: [`read`].
//!
//! The press reads the same types with serde's derived code, which says of every fault what it is and
//! where. In the browser that code was half of the reader, and nobody would see its messages: the
//! press has checked the page, and what still cannot be read is left to the browser as an ordinary
//! link. So one serde visitor, [`Into`], walks through the JSON here, and asks each value for the place
//! that the next part goes to; the types only list their fields ([`types`]). The compiler refuses a
//! list that lacks one.

mod types;

use std::cell::Cell;
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};

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
    let mut value = T::default();
    match read_into(&mut value, json) {
        None => Ok(value),
        Some(fault) => Err(fault),
    }
}

fn read_into(value: &mut dyn Receive, json: &str) -> Option<Fault> {
    let fits = Cell::new(true);
    let mut source = serde_json::Deserializer::from_str(json);
    let into = Into { value, fits: &fits };
    let read = into.deserialize(&mut source).and_then(|()| source.end());
    match read {
        Err(error) if error.is_eof() => Some(Fault::CutOff),
        Ok(()) if fits.get() => None,
        _ => Some(Fault::OtherForm),
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

/// Where JSON goes.
struct Into<'a> {
    value: &'a mut dyn Receive,
    /// Cleared by a part that does not fit, which is passed over then: an error with words of its own
    /// would bring all of serde's formatting into the reader.
    fits: &'a Cell<bool>,
}

/// A list, whose next item the JSON goes to.
struct NextItem<'a>(Into<'a>);

impl<'a> Into<'a> {
    fn plain(self, plain: Plain<'_>) {
        let taken = match plain {
            Plain::Null => self.value.plain(plain),
            Plain::Text(_) => short(self.value).plain(plain),
            _ => self.value.inside().plain(plain),
        };
        if !taken {
            self.fits.set(false);
        }
    }

    /// What goes to a part of the value; lost when the value has no such part.
    fn part(place: Option<&'a mut dyn Receive>, fits: &'a Cell<bool>) -> Self {
        if place.is_none() {
            fits.set(false);
        }
        let value = place.unwrap_or_else(|| nowhere());
        Self { value, fits }
    }
}

/// The value that takes a string or a list.
fn short(value: &mut dyn Receive) -> &mut dyn Receive {
    let value = value.inside();
    if value.fields().is_some_and(|fields| fields.short) {
        value.field(0).map_or_else(|| nowhere(), short)
    } else {
        value
    }
}

impl<'de> DeserializeSeed<'de> for Into<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, source: D) -> Result<(), D::Error> {
        source.deserialize_any(self)
    }
}

impl<'de> DeserializeSeed<'de> for NextItem<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, source: D) -> Result<(), D::Error> {
        Into::part(self.0.value.item(), self.0.fits).deserialize(source)
    }
}

impl<'de> Visitor<'de> for Into<'_> {
    type Value = ();

    fn expecting(&self, out: &mut fmt::Formatter) -> fmt::Result {
        out.write_str("JSON")
    }

    fn visit_unit<E>(self) -> Result<(), E> {
        self.plain(Plain::Null);
        Ok(())
    }

    fn visit_bool<E>(self, flag: bool) -> Result<(), E> {
        self.plain(Plain::Flag(flag));
        Ok(())
    }

    fn visit_u64<E>(self, number: u64) -> Result<(), E> {
        self.plain(Plain::Number(number as u32));
        Ok(())
    }

    // What this version does not know may hold negative numbers and fractions.
    fn visit_i64<E>(self, _: i64) -> Result<(), E> {
        self.plain(Plain::Number(0));
        Ok(())
    }

    fn visit_f64<E>(self, _: f64) -> Result<(), E> {
        self.plain(Plain::Number(0));
        Ok(())
    }

    fn visit_str<E>(self, text: &str) -> Result<(), E> {
        self.plain(Plain::Text(text));
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut source: A) -> Result<(), A::Error> {
        let Self { value, fits } = self;
        let value = short(value);
        while source
            .next_element_seed(NextItem(Into { value, fits }))?
            .is_some()
        {}
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut source: A) -> Result<(), A::Error> {
        let Self { value, fits } = self;
        let value = value.inside();
        let fields = value.fields();
        // The fields that came; without fields, how many keys did.
        let mut seen = 0_u32;
        while let Some(name) = source.next_key::<String>()? {
            let part = match fields {
                Some(fields) => match fields.names.iter().position(|known| *known == name) {
                    Some(number) => {
                        seen |= 1 << number;
                        value.field(number)
                    }
                    None => Some(nowhere() as &mut dyn Receive),
                },
                None => {
                    seen += 1;
                    value.kind(&name)
                }
            };
            source.next_value_seed(Into::part(part, fits))?;
        }
        let complete = match fields {
            Some(fields) => {
                let required = (1 << fields.required) - 1;
                seen & required == required
            }
            None => seen == 1,
        };
        if !complete {
            fits.set(false);
        }
        Ok(())
    }
}

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
