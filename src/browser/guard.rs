//! Containment: when a Wasm module stops working, it stops altogether, and changes nothing more.
//!
//! Entry points: [`install`], and [`on`], through which every listener is attached.
//!
//! 1. A trap of the module's is its end, and so is every panic, which ends in a trap. The window tells of both. It
//!    tells of the errors of every other script, too: what comes from another file ([`origin`]) is not this module's,
//!    and changes nothing.
//! 2. From then on every listener returns at once: clicks go where the browser sends them.
//! 3. What is to be done in its place is done once: the module has said so at [`install`].

use std::cell::{Cell, RefCell};

use wasm_bindgen::prelude::*;
use web_sys::{Event, EventTarget, Window};

use super::{origin, property};

thread_local! {
    static DEAD: Cell<bool> = const { Cell::new(false) };
    /// The module's own files, as this browser names them in stacks.
    static FILES: RefCell<Vec<String>> = const { RefCell::new(Vec::new()) };
}

/// What an error is called that ends the Wasm: a trap, and too deep a recursion, as Chromium and Safari or Firefox
/// name it.
const FATAL: [&str; 3] = ["RuntimeError", "RangeError", "InternalError"];

/// Notices when the module stops working, and calls `at_death` then, once.
pub(crate) fn install(window: &Window, at_death: fn()) {
    // Whatever runs now is this module's.
    let here = text(&js_sys::Error::new(""), "stack");
    FILES.set(origin::files(&here).map(str::to_owned).collect());
    // These must work when the module is dead, so they do not go through `on`.
    for kind in &["error", "unhandledrejection"] {
        attach(window, kind, move |event| {
            let file = text(&event, "filename");
            for name in &["error", "reason"] {
                if is_trap(&property(&event, name), &file) && !DEAD.replace(true) {
                    at_death();
                }
            }
        });
    }
}

/// Attaches a listener that does nothing once the module is dead.
pub(crate) fn on(target: &EventTarget, kind: &str, act: impl Fn(Event) + 'static) {
    attach(target, kind, move |event| {
        if !DEAD.get() {
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

/// Whether an error is a trap of this module's: its innermost frame says so, or the file that the window names.
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
            // Another script has switched stacks off. A trap that nobody can place may be ours.
            None => is_own(file) || error.is_instance_of::<js_sys::WebAssembly::RuntimeError>(),
        }
    })
}

/// A property that is text; empty when it is not there, or something else.
fn text(of: &JsValue, name: &str) -> String {
    property(of, name).as_string().unwrap_or_default()
}
