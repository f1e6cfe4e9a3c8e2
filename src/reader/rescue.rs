//! What is done when the reader has stopped working ([`guard`](crate::browser::guard)).
//!
//! Entry points: [`awaiting`] for where somebody is going, [`take_over`] when it has stopped.
//!
//! 1. Somebody who was on the way to another page is sent there by the browser.
//! 2. Back and Forward can no longer put pages in place, so they load them.
//! 3. The tools come, and work without the reader.

use std::cell::RefCell;

use wasm_bindgen::prelude::*;

use crate::browser::{module, named_file};

/// Where somebody was going.
#[derive(Clone)]
pub(super) enum Awaited {
    /// To this absolute URL, through a link whose click was prevented.
    Link(String),
    /// To the URL the window already shows.
    Here,
}

thread_local! {
    static AWAITED: RefCell<Option<Awaited>> = const { RefCell::new(None) };
}

/// Says where somebody is going, or that they have arrived.
pub(super) fn awaiting(place: Option<Awaited>) {
    AWAITED.set(place);
}

/// The reader has stopped working.
pub(super) fn take_over() {
    if let Some(window) = web_sys::window() {
        let load = Closure::<dyn Fn()>::new(|| send(Awaited::Here)).into_js_value();
        window.set_onpopstate(Some(load.unchecked_ref()));
    }
    call_the_tools();
    if let Some(place) = AWAITED.take() {
        send(place);
    }
}

/// Has the browser itself go to a place.
pub(super) fn send(place: Awaited) {
    if let Some(window) = web_sys::window() {
        let _ = match place {
            Awaited::Link(url) => window.location().assign(&url),
            Awaited::Here => window.location().reload(),
        };
    }
}

/// Has the tools come. What the reader was asked for them is lost.
fn call_the_tools() {
    let document = web_sys::window().and_then(|window| window.document());
    if let Some(url) = document.and_then(|document| named_file(&document, "tools")) {
        // Where they are there already, nothing is loaded again.
        drop(module::load(&url));
    }
}
