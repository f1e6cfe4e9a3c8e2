//! Containment: when the reader stops working, the page stays, and its links work as ordinary ones.
//!
//! Entry points: [`install`], and [`on`], through which every listener is attached.
//!
//! 1. A trap of the reader's Wasm ends in [`die`], and so every panic, which ends in a trap. The window tells
//!    of both. It tells of the errors of every other script, too: what comes from another file ([`origin`]) is not the reader's, and changes nothing.
//! 2. From then on every listener returns at once: clicks go where the browser sends them.
//! 3. Somebody who was on the way to another page is sent there by the browser ([`awaiting`]).
//! 4. Back and Forward can no longer put pages in place, so they load them.

use std::cell::{Cell, RefCell};

use wasm_bindgen::prelude::*;
use web_sys::{Event, EventTarget, Window};

use super::{origin, property};

/// Where somebody was going when the reader stopped.
#[derive(Clone)]
pub(super) enum Awaited {
    /// To this absolute URL, through a link whose click was prevented.
    Link(String),
    /// To the URL the window already shows.
    Here,
}

thread_local! {
    static DEAD: Cell<bool> = const { Cell::new(false) };
    static AWAITED: RefCell<Option<Awaited>> = const { RefCell::new(None) };
    /// The reader's own files, as this browser names them in stacks.
    static FILES: RefCell<Vec<String>> = const { RefCell::new(Vec::new()) };
}

/// What an error is called that ends the Wasm: a trap, and too deep a recursion, as Chromium and Safari or Firefox
/// name it.
const FATAL: [&str; 3] = ["RuntimeError", "RangeError", "InternalError"];

fn dead() -> bool {
    DEAD.get()
}

/// Says where somebody is going, or that they have arrived.
pub(super) fn awaiting(place: Option<Awaited>) {
    AWAITED.set(place);
}

/// Makes traps end in [`die`].
pub(super) fn install(window: &Window) {
    // Whatever runs now is the reader's.
    let here = text(&js_sys::Error::new(""), "stack");
    FILES.set(origin::files(&here).map(str::to_owned).collect());
    // These must work when the reader is dead, so they do not go through `on`.
    for kind in &["error", "unhandledrejection", "popstate"] {
        attach(window, kind, |event| {
            let file = text(&event, "filename");
            for name in &["error", "reason"] {
                if is_trap(&property(&event, name), &file) {
                    die();
                }
            }
            if dead() && event.type_() == "popstate" {
                send(Awaited::Here);
            }
        });
    }
}

/// Attaches a listener that does nothing once the reader is dead.
pub(super) fn on(target: &EventTarget, kind: &str, act: impl Fn(Event) + 'static) {
    attach(target, kind, move |event| {
        if !dead() {
            act(event);
        }
    });
}

fn attach(target: &EventTarget, kind: &str, act: impl Fn(Event) + 'static) {
    let listener = Closure::<dyn Fn(Event)>::new(act);
    // The only error is a target that is none.
    let _ = target.add_event_listener_with_callback(kind, listener.as_ref().unchecked_ref());
    listener.forget();
}

/// Whether an error is a trap of the reader's: its innermost frame says so, or the file that the window names.
fn is_trap(error: &JsValue, file: &str) -> bool {
    let name = text(error, "name");
    if !FATAL.contains(&name.as_str()) {
        return false;
    }
    let stack = text(error, "stack");
    FILES.with_borrow(|own| {
        let is_own = |file: &str| own.iter().any(|known| known == file);
        match origin::files(&stack).next() {
            Some(innermost) => is_own(innermost),
            // Another script has switched stacks off. A trap that nobody can place may be the reader's.
            None => is_own(file) || error.is_instance_of::<js_sys::WebAssembly::RuntimeError>(),
        }
    })
}

/// A property that is text; empty when it is not there, or something else.
fn text(of: &JsValue, name: &str) -> String {
    property(of, name).as_string().unwrap_or_default()
}

fn die() {
    if DEAD.replace(true) {
        return;
    }
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
