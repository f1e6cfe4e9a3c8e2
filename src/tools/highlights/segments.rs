//! Where words begin and end, as the browser knows it (`Intl.Segmenter`): it looks for named words by the same rules.
//!
//! Entry point: [`word`].

use std::ops::Range;

use js_sys::{Array, Function, Object, Reflect};
use wasm_bindgen::prelude::*;

use crate::browser::property;
use crate::story::fragment::word_around;
use crate::story::lines::bytes;
use crate::tools::Tools;

/// The word around a place of a line, in bytes.
pub(super) fn word(tools: &Tools, line: &str, place: usize) -> Range<usize> {
    segment(tools, line, place).unwrap_or_else(|| word_around(line, place))
}

fn segment(tools: &Tools, line: &str, place: usize) -> Option<Range<usize>> {
    let intl = property(&tools.window, "Intl");
    let segmenter: Function = property(&intl, "Segmenter").dyn_into().ok()?;
    let options = Object::new();
    Reflect::set(&options, &"granularity".into(), &"word".into()).ok()?;
    let language = tools.shown.borrow().language.as_str().into();
    let segmenter = Reflect::construct(&segmenter, &Array::of2(&language, &options)).ok()?;
    let segment: Function = property(&segmenter, "segment").dyn_into().ok()?;
    let segments = segment.call1(&segmenter, &line.into()).ok()?;
    let containing: Function = property(&segments, "containing").dyn_into().ok()?;
    let units = line.get(..place)?.encode_utf16().count() as u32;
    let found = containing.call1(&segments, &units.into()).ok()?;
    if found.is_undefined() {
        // Behind the last word.
        return Some(place..place);
    }
    let text = property(&found, "segment").as_string()?;
    let before = units - property(&found, "index").as_f64()? as u32;
    let start = place - bytes(&text, before);
    Some(start..start + text.len())
}
