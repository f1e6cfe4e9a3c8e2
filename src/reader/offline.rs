//! Without a network: the service worker, what it is told, and a new version of it.
//!
//! Entry points: [`listen`] once; [`wish`] for something of the worker; [`answer`] for the buttons of the notice that a
//! new edition is ready.
//!
//! 1. The module that starts the reader speaks with the worker (`static/offline.js`). Where it offers no way to, the
//!    paper is not kept, or the browser cannot.
//! 2. The worker is told of each page that is shown, and keeps it with its pictures (`static/service-worker.js`).
//! 3. A new version that is found while a page stands open is announced: it takes over when somebody asks for it, and the
//!    page is loaded anew.

use js_sys::Function;
use wasm_bindgen::JsCast;
use web_sys::Element;

use super::announce::{About, announce};
use super::tools;
use super::words::say;
use super::{Reader, guard, notice, property};
use crate::view::words::ToolWord;

/// Class of the notice.
const NOTICE: &str = "new-edition";

fn way(reader: &Reader) -> Option<(Element, Function)> {
    let script = reader.document.get_element_by_id("newsprint")?;
    let way = property(&script, "offline").dyn_into().ok()?;
    Some((script, way))
}

/// Whether this browser can keep this paper.
pub(super) fn is_possible(reader: &Reader) -> bool {
    way(reader).is_some()
}

/// Has the worker do something to the page at a URL.
pub(super) fn wish(reader: &Reader, act: &str, url: &str) {
    if let Some((script, way)) = way(reader) {
        let is_shown = reader.shown.borrow().page_url == url;
        // It answers later, if at all.
        let _ = way.call3(&script, &act.into(), &url.into(), &is_shown.into());
    }
}

/// Listens for what the worker has to say.
pub(super) fn listen(reader: &'static Reader) {
    if let Some((script, _)) = way(reader) {
        guard::on(&script, "message", move |event| {
            let data = property(&event, "data");
            match data.is_object() {
                true => tools::keep::told(reader, data),
                false => show(reader),
            }
        });
    }
}

/// A page is shown.
pub(super) fn read(reader: &Reader) {
    wish(reader, "read", &reader.shown.borrow().page_url);
}

/// Says that a new edition is ready.
fn show(reader: &'static Reader) {
    if notice::shown(reader, NOTICE).is_some() {
        return;
    }
    let said = say(reader, ToolWord::NewEdition);
    let acts = [
        ("edition show", say(reader, ToolWord::ShowEdition)),
        ("edition", say(reader, ToolWord::Close)),
    ];
    notice::show(reader, NOTICE, said, &acts);
    announce(reader, About::Event, said);
}

/// Shows the new edition, or leaves all as it is.
pub(super) fn answer(reader: &Reader, act: &str) {
    notice::withdraw(reader, NOTICE);
    if !act.is_empty() {
        wish(reader, act, "");
    }
}
