//! What both Wasm modules stand on: the reader, which shows pages, and the tools, which one opens. Wasm only.
//!
//! Nothing here knows either of them. Each has a copy of what it uses; in the browser they share the document alone,
//! and speak through [`message`](crate::message).
//!
//! 1. [`guard`] contains a module that stops working; it knows by [`origin`] whose an error is.
//! 2. [`request`] asks for a file ([`failure`] names what can go wrong), [`json`] reads it, [`module`] loads scripts;
//!    [`index`] asks the search index, [`worker`] the service worker.
//! 3. [`words`] are the interface texts.
//! 4. [`storage`] keeps values in this browser, [`per_story`] those of a story, which is known by its [`identity`].
//! 5. [`page_text`] is the text of a part of the page, [`mark`] marks parts of it, [`place`] says where one is in a story.
//! 6. [`focus`] moves the focus and the window, [`keyboard`] knows keys on any keyboard.

pub mod failure;
pub(crate) mod focus;
pub(crate) mod guard;
pub(crate) mod identity;
pub(crate) mod index;
pub mod json;
pub mod keyboard;
pub(crate) mod mark;
pub(crate) mod module;
pub mod origin;
pub(crate) mod page_text;
pub(crate) mod per_story;
pub(crate) mod place;
pub(crate) mod request;
pub(crate) mod signal;
pub(crate) mod storage;
pub(crate) mod words;
pub(crate) mod worker;

use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, Element};

use crate::paper::page::Head;
use crate::story::Direction;

/// A property of a JavaScript value; undefined when it is not there.
pub(crate) fn property(value: &JsValue, name: &str) -> JsValue {
    js_sys::Reflect::get(value, &JsValue::from_str(name)).unwrap_or_default()
}

/// Gives a control a value.
pub(crate) fn write_value(control: &Element, value: &str) {
    // Fails for frozen objects only.
    let _ = js_sys::Reflect::set(control, &"value".into(), &value.into());
}

/// Calls for every element that a selector finds.
pub(crate) fn each(document: &Document, selector: &str, act: &dyn Fn(Element)) {
    let Ok(found) = document.query_selector_all(selector) else {
        return;
    };
    for place in 0..found.length() {
        if let Some(element) = found.item(place) {
            act(element.unchecked_into());
        }
    }
}

/// An attribute of the first element that a selector finds; empty when there is none.
pub(crate) fn attribute(document: &Document, selector: &str, name: &str) -> String {
    let element = document.query_selector(selector).ok().flatten();
    element
        .and_then(|element| element.get_attribute(name))
        .unwrap_or_default()
}

/// What the module that starts the reader says of the paper's files: `data-tools` by `tools`.
pub(crate) fn named_file(document: &Document, name: &str) -> Option<String> {
    let script = document.get_element_by_id("newsprint")?;
    script.get_attribute(&["data-", name].concat())
}

/// How a style sheet begins that was made of somebody's choices, for this edition of the paper: with the name of the tools'
/// sheet, which follows its content.
pub(crate) fn edition(document: &Document) -> String {
    let sheet = named_file(document, "tools-styles").unwrap_or_default();
    let name = sheet.rsplit('/').next().unwrap_or_default();
    ["/*", name, "*/"].concat()
}

/// The head of the page that a document shows.
pub(crate) fn head(document: &Document) -> Head {
    let direction = match attribute(document, "html", "dir").as_str() {
        "rtl" => Direction::Rtl,
        _ => Direction::Ltr,
    };
    Head {
        title: document.title(),
        language: attribute(document, "html", "lang"),
        direction,
    }
}
