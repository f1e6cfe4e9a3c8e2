//! The listeners, one of each kind for the whole document.
//!
//! Entry point: [`attach`].

use gloo_timers::callback::Timeout;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, MouseEvent};

use super::link::{LinkWords, link_around, resolve};
use super::links::{Click, destination, folder};
use super::tools::uses;
use super::traverse::traverse;
use super::{
    Reader, embed, go, live, message, named_words, navigate, paper, prefetch, scrolling, search,
    stopped,
};
use crate::browser::guard::on;
use crate::browser::property;

/// How long the window rests before its place is written down, in milliseconds.
const REST: u32 = 100;

/// Attaches every listener.
pub(super) fn attach(reader: &'static Reader) {
    let (window, document) = (&reader.window, &reader.document);
    for kind in &[
        "popstate",
        "scroll",
        "pagehide",
        "pageshow",
        "storage",
        "beforeprint",
        "afterprint",
    ] {
        on(window, kind, move |event| heard(reader, &event));
    }
    for kind in &[
        "click",
        "mouseover",
        "focusin",
        "touchstart",
        "touchend",
        "input",
        "keydown",
        "submit",
        "visibilitychange",
        "selectionchange",
    ] {
        on(document, kind, move |event| heard(reader, &event));
    }
}

fn heard(reader: &'static Reader, event: &Event) {
    match event.type_().as_str() {
        "popstate" => {
            go::settled(reader);
            traverse(reader);
        }
        "storage" => {
            go::claim_swipes(reader);
            let name = property(event, "key").as_string();
            uses::stored(reader, &name.unwrap_or_default());
        }
        "visibilitychange" => live::seen(reader),
        "selectionchange" => uses::selected(reader),
        "beforeprint" => paper::begin(reader),
        "afterprint" => paper::end(reader),
        "scroll" => {
            let timer = Timeout::new(REST, move || {
                scrolling::write(reader);
                stopped::rest(reader);
            });
            reader.scrolled.set(Some(timer));
        }
        "pagehide" => scrolling::leave(reader),
        // WebKit scrolls a document from its page cache after this event, and does not if it is told here not to.
        "pageshow" => {
            go::settled(reader);
            if property(event, "persisted").is_truthy() {
                Timeout::new(REST, move || scrolling::take_over(reader)).forget();
            }
        }
        kind => {
            if let Some(element) = target(event) {
                match kind {
                    "click" => click(reader, event, &element),
                    "input" | "submit" => search::heard(reader, event, &element),
                    "touchstart" => {
                        prefetch::touched(reader, &element);
                        go::touched(reader, event, &element);
                    }
                    "touchend" => go::lifted(reader, event),
                    "keydown" => press(reader, event, &element),
                    _ => prefetch::come(reader, &element),
                }
            }
        }
    }
}

fn press(reader: &'static Reader, event: &Event, element: &Element) {
    if go::press(reader, event, element) || uses::press(reader, event, element) {
        event.prevent_default();
    }
}

fn click(reader: &'static Reader, event: &Event, element: &Element) {
    if message::act(reader, element)
        || embed::act(reader, element)
        || search::act(reader, element)
        || uses::click(reader, event, element)
    {
        return;
    }
    let link = link_around(element);
    let (Some(link), Some(mouse)) = (link, event.dyn_ref::<MouseEvent>()) else {
        return;
    };
    let words = LinkWords::of(&link);
    let click = words.click(Click {
        button: mouse.button(),
        modified: mouse.ctrl_key() || mouse.meta_key() || mouse.shift_key() || mouse.alt_key(),
        prevented: event.default_prevented(),
        ..Click::default()
    });
    if !click.is_plain() {
        return;
    }
    if uses::follow(reader, &link) {
        event.prevent_default();
        return;
    }
    let Some(href) = resolve(reader, &link) else {
        return;
    };
    let root = reader.root.borrow().clone();
    let shown = reader.shown.borrow().page_url.clone();
    if let Some(place) = destination(&href, &root, &shown) {
        event.prevent_default();
        navigate::follow(reader, place);
        return;
    }
    navigate::cancel(reader);
    if folder(&href) == shown {
        named_words::within(reader, &href);
    }
    // While a page that one goes back to is on its way, the window already has its URL, and the
    // browser would take the relative links of the shown page for that one's.
    let location = reader.window.location();
    if location.href().is_ok_and(|here| folder(&here) != shown) {
        event.prevent_default();
        let _ = location.assign(&href);
    }
}

fn target(event: &Event) -> Option<Element> {
    event.target()?.dyn_into().ok()
}
