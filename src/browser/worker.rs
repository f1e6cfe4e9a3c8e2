//! Speaks with the service worker, by way of the module that starts the reader (`static/offline.js`).
//!
//! Entry points: [`wish`], [`listen`]. Where that module offers no way to, the paper is not kept, or the browser cannot.

use js_sys::Function;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, Element};

use super::{guard, property};

/// What the worker can do.
#[derive(Clone, Copy, Eq, PartialEq)]
pub(crate) enum Wish {
    /// Keep a page that is read.
    Read,
    /// Tell what is kept.
    List,
    /// Keep a story for reading without a network.
    Keep,
    /// Keep it no longer.
    Remove,
    /// Delete whatever was kept or read.
    Forget,
    /// Show the new edition.
    Show,
}

impl Wish {
    /// What it is called in `static/offline.js`.
    fn name(self) -> &'static str {
        match self {
            Self::Read => "read",
            Self::List => "list",
            Self::Keep => "keep",
            Self::Remove => "drop",
            Self::Forget => "forget",
            Self::Show => "show",
        }
    }
}

fn way(document: &Document) -> Option<(Element, Function)> {
    let script = document.get_element_by_id("newsprint")?;
    let way = property(&script, "offline").dyn_into().ok()?;
    Some((script, way))
}

/// Whether this browser can keep this paper.
pub(crate) fn is_possible(document: &Document) -> bool {
    way(document).is_some()
}

/// Has the worker do something, to the page at a URL where it needs one; `shown` is the URL of the page that is shown.
pub(crate) fn wish(document: &Document, wish: Wish, url: &str, shown: &str) {
    if let Some((script, way)) = way(document) {
        // It answers later, if at all.
        let _ = way.call3(
            &script,
            &wish.name().into(),
            &url.into(),
            &(url == shown).into(),
        );
    }
}

/// Listens for what the worker says: what is kept, or `undefined` for a new edition.
pub(crate) fn listen(document: &Document, hear: impl Fn(JsValue) + 'static) {
    if let Some((script, _)) = way(document) {
        guard::on(&script, "message", move |event| {
            hear(property(&event, "data"))
        });
    }
}
