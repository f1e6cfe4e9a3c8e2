//! Tells the machine what is read, and heeds its media keys.
//!
//! Entry point: [`tell`].

use js_sys::{Array, Function, Object, Reflect};
use wasm_bindgen::prelude::*;

use super::{step, toggle};
use crate::reader::{Reader, property};

/// Names the story, and takes the keys.
pub(super) fn tell(reader: &'static Reader) {
    let session = property(&reader.window.navigator(), "mediaSession");
    let Ok(handle) = property(&session, "setActionHandler").dyn_into::<Function>() else {
        return;
    };
    if let Ok(metadata) = property(&reader.window, "MediaMetadata").dyn_into::<Function>() {
        let told = Object::new();
        let _ = Reflect::set(&told, &"title".into(), &reader.document.title().into());
        if let Ok(metadata) = Reflect::construct(&metadata, &Array::of1(&told)) {
            let _ = Reflect::set(&session, &"metadata".into(), &metadata);
        }
    }
    for action in &["play", "pause", "previoustrack", "nexttrack"] {
        let act = Closure::<dyn Fn()>::new(move || match *action {
            "previoustrack" => step(reader, false),
            "nexttrack" => step(reader, true),
            _ => toggle(reader),
        });
        let act = act.into_js_value();
        let _ = handle.call2(&session, &(*action).into(), &act);
    }
}
