//! The listeners, one of each kind for the whole document.
//!
//! Entry point: [`attach`].

use gloo_timers::callback::Timeout;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, MouseEvent, ScrollRestoration, Url};

use super::guard::on;
use super::links::{Click, destination, folder};
use super::{
    Reader, embed, focus, history, live, message, named_words, navigate, paper, prefetch, property,
    search, tools,
};

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
            tools::go::settled(reader);
            navigate::traverse(reader);
        }
        "storage" => {
            let name = property(event, "key").as_string();
            tools::heard(reader, &name.unwrap_or_default());
        }
        "visibilitychange" => live::seen(reader),
        "selectionchange" => tools::highlights::touched(reader),
        "beforeprint" => paper::begin(reader),
        "afterprint" => paper::end(reader),
        "scroll" => {
            let timer = Timeout::new(REST, move || {
                write_scroll(reader);
                tools::contents::rest(reader);
            });
            reader.scrolled.set(Some(timer));
        }
        // A document that comes back (a reload, or from the browser's own page cache) is scrolled by
        // the browser, which is there before the reader is.
        "pagehide" => {
            write_scroll(reader);
            tools::aloud::left(reader);
            tools::highlights::close(reader);
            scroll_by(reader, ScrollRestoration::Auto);
        }
        // WebKit scrolls a document from its page cache after this event, and does not if it is told here not to.
        "pageshow" => {
            tools::go::settled(reader);
            if property(event, "persisted").is_truthy() {
                // Words that are still selected: not every browser keeps them so.
                tools::highlights::touched(reader);
                Timeout::new(REST, move || take_over_scrolling(reader)).forget();
            }
        }
        kind => {
            if let Some(element) = target(event) {
                match kind {
                    "click" => click(reader, event, &element),
                    "input" | "submit" => {
                        search::heard(reader, event, &element);
                        tools::turn(reader, event, &element);
                    }
                    "touchstart" => {
                        prefetch::touched(reader, &element);
                        tools::go::touched(reader, event, &element);
                    }
                    "touchend" => tools::go::lifted(reader, event),
                    "keydown" => press(reader, event, &element),
                    _ => prefetch::come(reader, &element),
                }
            }
        }
    }
}

/// Puts a document back where it was before a reload, or before another site, when the browser did not. Then the
/// entries around it are the reader's, who scrolls where Back and Forward lead.
pub(super) fn take_over_scrolling(reader: &Reader) {
    let Some((_, before)) = history::read(&reader.history) else {
        return;
    };
    if before.y > 0.0 && focus::scroll(reader).y == 0.0 {
        focus::scroll_to(reader, before);
    }
    scroll_by(reader, ScrollRestoration::Manual);
}

/// Says who scrolls on Back and Forward: the browser, or the reader.
pub(super) fn scroll_by(reader: &Reader, whom: ScrollRestoration) {
    let _ = reader.history.set_scroll_restoration(whom);
}

/// Writes down how far the shown page is scrolled, while the present entry is its own.
fn write_scroll(reader: &Reader) {
    let entry = reader.entry.get();
    if history::is_at(&reader.history, entry) {
        history::stamp(&reader.history, entry, focus::scroll(reader));
    }
}

fn press(reader: &'static Reader, event: &Event, element: &Element) {
    if tools::press(reader, event, element) {
        event.prevent_default();
    }
}

fn click(reader: &'static Reader, event: &Event, element: &Element) {
    if message::act(reader, element)
        || embed::act(reader, element)
        || search::act(reader, element)
        || tools::act(reader, element)
    {
        return;
    }
    let link = link_around(element);
    if link.is_none() {
        tools::pictures::open(reader, Some(element));
    }
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
    if link.class_name() == "mark" && tools::notes_in_place::open(reader, &link).is_some() {
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

/// The link an element stands in.
pub(super) fn link_around(element: &Element) -> Option<Element> {
    element.closest("a[href]").ok()?
}

/// Absolute URL of a link of the shown page.
pub(super) fn resolve(reader: &Reader, link: &Element) -> Option<String> {
    let href = link.get_attribute("href")?;
    let shown = reader.shown.borrow();
    Some(Url::new_with_base(&href, &shown.page_url).ok()?.href())
}

/// What a link says of itself.
pub(super) struct LinkWords {
    target: String,
    rel: String,
    download: bool,
}

impl LinkWords {
    pub(super) fn of(link: &Element) -> Self {
        Self {
            target: link.get_attribute("target").unwrap_or_default(),
            rel: link.get_attribute("rel").unwrap_or_default(),
            download: link.has_attribute("download"),
        }
    }

    /// A click, completed with what the link says.
    pub(super) fn click<'a>(&'a self, click: Click<'a>) -> Click<'a> {
        Click {
            target: &self.target,
            rel: &self.rel,
            download: self.download,
            ..click
        }
    }
}
