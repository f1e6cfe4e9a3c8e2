//! The parts of lists and objects, as serde asks for them.
//!
//! Entry points: [`Items`] of a list, [`Fields`] of a struct, [`Properties`] of any other object, and [`Variant`] of an
//! enum, which is an object with one property (`{"kind": content}`) or the name of the variant alone.

use std::slice::Iter;

use js_sys::{Array, Object, Reflect};
use serde::de::value::StrDeserializer;
use serde::de::{DeserializeSeed, EnumAccess, MapAccess, SeqAccess, VariantAccess, Visitor};
use wasm_bindgen::{JsCast, JsValue};

use super::{Refused, Value};

/// The items of a list.
pub(super) struct Items {
    list: Array,
    next: u32,
}

impl Items {
    pub(super) fn of(list: Array) -> Self {
        Self { list, next: 0 }
    }
}

impl<'de> SeqAccess<'de> for Items {
    type Error = Refused;

    fn next_element_seed<T: DeserializeSeed<'de>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, Refused> {
        if self.next == self.list.length() {
            return Ok(None);
        }
        let item = self.list.get(self.next);
        self.next += 1;
        seed.deserialize(Value(item)).map(Some)
    }
}

/// The fields that a struct has by its type, and the object has too.
pub(super) struct Fields {
    object: Object,
    names: Iter<'static, &'static str>,
    value: JsValue,
}

impl Fields {
    pub(super) fn of(object: Object, names: &'static [&'static str]) -> Self {
        Self {
            object,
            names: names.iter(),
            value: JsValue::UNDEFINED,
        }
    }
}

impl<'de> MapAccess<'de> for Fields {
    type Error = Refused;

    fn next_key_seed<T: DeserializeSeed<'de>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, Refused> {
        for name in self.names.by_ref() {
            self.value = property(&self.object, &JsValue::from_str(name));
            if !self.value.is_undefined() {
                return seed.deserialize(StrDeserializer::new(name)).map(Some);
            }
        }
        Ok(None)
    }

    fn next_value_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<T::Value, Refused> {
        seed.deserialize(Value(std::mem::take(&mut self.value)))
    }
}

/// All properties of an object.
pub(super) struct Properties {
    object: Object,
    names: Array,
    next: u32,
}

impl Properties {
    pub(super) fn of(object: Object) -> Self {
        Self {
            names: Object::keys(&object),
            object,
            next: 0,
        }
    }
}

impl<'de> MapAccess<'de> for Properties {
    type Error = Refused;

    fn next_key_seed<T: DeserializeSeed<'de>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, Refused> {
        if self.next == self.names.length() {
            return Ok(None);
        }
        seed.deserialize(Value(self.names.get(self.next))).map(Some)
    }

    fn next_value_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<T::Value, Refused> {
        let name = self.names.get(self.next);
        self.next += 1;
        seed.deserialize(Value(property(&self.object, &name)))
    }
}

/// What names its variant: an object with one property, or a string.
pub(super) struct Variant(pub(super) JsValue);

impl<'de> EnumAccess<'de> for Variant {
    type Error = Refused;
    type Variant = Content;

    fn variant_seed<V: DeserializeSeed<'de>>(
        self,
        seed: V,
    ) -> Result<(V::Value, Content), Refused> {
        if self.0.is_string() {
            let variant = seed.deserialize(Value(self.0))?;
            return Ok((variant, Content(JsValue::NULL)));
        }
        let object = object(self.0)?;
        let names = Object::keys(&object);
        if names.length() != 1 {
            return Err(Refused);
        }
        let name = names.get(0);
        let content = property(&object, &name);
        Ok((seed.deserialize(Value(name))?, Content(content)))
    }
}

/// What stands beside the name of a variant.
pub(super) struct Content(JsValue);

impl<'de> VariantAccess<'de> for Content {
    type Error = Refused;

    fn unit_variant(self) -> Result<(), Refused> {
        Ok(())
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Result<T::Value, Refused> {
        seed.deserialize(Value(self.0))
    }

    fn tuple_variant<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, Refused> {
        let list = self.0.dyn_into().map_err(|_| Refused)?;
        visitor.visit_seq(Items::of(list))
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        names: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Refused> {
        visitor.visit_map(Fields::of(object(self.0)?, names))
    }
}

fn property(object: &JsValue, name: &JsValue) -> JsValue {
    Reflect::get(object, name).unwrap_or_default()
}

/// A value that has properties.
pub(super) fn object(value: JsValue) -> Result<Object, Refused> {
    match value.is_object() && !Array::is_array(&value) {
        true => Ok(value.unchecked_into()),
        false => Err(Refused),
    }
}
