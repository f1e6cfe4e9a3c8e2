//! Tells the machine what is read, and heeds its media keys.
//!
//! Entry point: [`tell`].

use js_sys::{Array, Function, Object, Reflect};
use wasm_bindgen::prelude::*;

use super::{step, toggle};
use crate::browser::property;
use crate::tools::Tools;

/// Names the story, and takes the keys.
pub(super) fn tell(tools: &'static Tools) {
    let session = property(&tools.window.navigator(), "mediaSession");
    let Ok(handle) = property(&session, "setActionHandler").dyn_into::<Function>() else {
        return;
    };
    if let Ok(metadata) = property(&tools.window, "MediaMetadata").dyn_into::<Function>() {
        let told = Object::new();
        let _ = Reflect::set(&told, &"title".into(), &tools.document.title().into());
        if let Ok(metadata) = Reflect::construct(&metadata, &Array::of1(&told)) {
            let _ = Reflect::set(&session, &"metadata".into(), &metadata);
        }
    }
    for action in &["play", "pause", "previoustrack", "nexttrack"] {
        let act = Closure::<dyn Fn()>::new(move || match *action {
            "previoustrack" => step(tools, false),
            "nexttrack" => step(tools, true),
            _ => toggle(tools),
        });
        let act = act.into_js_value();
        let _ = handle.call2(&session, &(*action).into(), &act);
    }
}
