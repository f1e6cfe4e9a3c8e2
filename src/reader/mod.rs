//! The reader: turns the pages of a printed paper without loading each anew. Wasm only.
//!
//! Entry point: [`start`], which `main` calls. `static/loader.js` loads the reader when somebody begins to use the page,
//! or where something waits for it. What happens then:
//!
//! 1. [`boot`] adopts the printed page as it is, or draws it where the document came without one.
//! 2. [`listen`] attaches one listener of each kind to the document; [`guard`] stands before all of them, and knows by
//!    [`origin`] whose an error is.
//! 3. A click: [`links`] decides whether it stays in the paper, [`navigate`] goes there.
//! 4. [`prepare`] does beforehand what the first journey needs: [`frame`], [`styles`], and the code itself. [`fetch`] gets the page's data ([`request`]), [`words`] the texts of its language, [`cache`] keeps what was read, [`prefetch`] asks early, [`failure`] names what can go wrong.
//! 5. [`draw`] draws the page into a `<main>` of its own; [`navigate`] puts it in place of the old one.
//! 6. [`head`], [`focus`] and [`announce`] tell the window, the keyboard and the screen reader; [`named_words`] leads to
//!    words that a link names, [`page_text`] finds where they stand, [`mark`] marks them.
//! 7. [`shelf`] keeps the `<main>` that was left, [`history`] where it was scrolled to: Back puts both back.
//! 8. [`progress`] and [`message`] speak when a page is long in coming, or does not come.
//!    [`notice`] says the rest.
//! 9. [`embed`] loads a page of another site, only when asked; [`search`] the search index, only when somebody searches;
//!    [`module`] the scripts for it.
//! 10. [`paper`] readies a page to be printed.
//! 11. [`live`] follows a story that is still being updated.
//! 12. [`offline`] has the service worker keep what is read, and what somebody wants to keep.
//! 13. [`tools`] offers what makes reading a pleasure; [`storage`] keeps what somebody chose, what is of a story under its
//!     [`identity`].

mod announce;
mod boot;
pub mod cache;
mod draw;
mod embed;
pub mod failure;
mod fetch;
mod focus;
mod frame;
mod guard;
mod head;
mod history;
mod identity;
pub mod json;
pub mod keyboard;
pub mod links;
mod listen;
mod live;
mod mark;
mod message;
mod module;
mod named_words;
mod navigate;
mod notice;
mod offline;
pub mod origin;
mod page_text;
mod paper;
mod prefetch;
mod prepare;
mod progress;
mod request;
mod search;
pub mod shelf;
mod signal;
mod storage;
mod styles;
mod tools;
mod visit;
mod words;

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use wasm_bindgen::JsValue;
use web_sys::{Document, Element, History, HtmlElement, Window};

use crate::paper::page::Page;
use cache::Cache;
use history::Entry;
use shelf::Shelf;
use visit::Visit;

pub use boot::start;
pub use draw::draw;

/// Pages whose `<main>` is kept for Back and Forward, besides the one that is shown.
const KEPT_VISITS: usize = 10;

/// Pages whose data is kept.
const KEPT_PAGES: usize = 30;

/// How long data that was read may serve a new visit, in milliseconds. A paper changes during the day.
const FRESH_FOR: f64 = 300_000.0;

/// Everything the reader knows. It lives as long as the document.
struct Reader {
    window: Window,
    document: Document,
    body: HtmlElement,
    history: History,
    /// Absolute URL of the top of the paper.
    root: RefCell<String>,
    /// The page that is shown.
    shown: RefCell<Visit>,
    /// Entry of the browser's history that the shown page belongs to.
    entry: Cell<Entry>,
    /// Pages that were left and may be put back.
    shelf: RefCell<Shelf<Visit>>,
    /// Data that was read.
    cache: RefCell<Cache<Rc<Page>>>,
    /// Data that is on its way.
    loads: RefCell<Vec<Rc<fetch::Load>>>,
    /// Number of the newest journey; an older one that is still under way finds it changed and stops.
    journey: Cell<u32>,
    /// The data the newest journey waits for.
    awaited: RefCell<Option<Rc<fetch::Load>>>,
    /// Everything is ready for a journey.
    prepared: Cell<bool>,
    styles: styles::Styles,
    /// Where screen readers are told what happened.
    announcer: announce::Announcer,
    progress: progress::Progress,
    message: message::Message,
    attention: prefetch::Attention,
    /// What the browser would not keep.
    unkept: storage::Unkept,
    tools: tools::Tools,
    live: live::Live,
    search: search::Search,
    modules: module::Failures,
    /// Waits for the scrolling to rest.
    scrolled: Cell<Option<gloo_timers::callback::Timeout>>,
}

/// A property of a JavaScript value; undefined when it is not there.
fn property(value: &JsValue, name: &str) -> JsValue {
    js_sys::Reflect::get(value, &JsValue::from_str(name)).unwrap_or_default()
}

/// Gives a control a value.
fn write_value(control: &Element, value: &str) {
    // Fails for frozen objects only.
    let _ = js_sys::Reflect::set(control, &"value".into(), &value.into());
}
