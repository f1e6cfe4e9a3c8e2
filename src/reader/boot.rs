//! Starts the reader in a document.
//!
//! Entry point: [`start`].
//!
//! 1. [`guard`] comes first: whatever fails later, the page and its links stay.
//! 2. The printed page is adopted: its `<main>` becomes the first visit, untouched. What stands around
//!    it gets absolute addresses and its own language, for the window's URL and the page's language
//!    will change.
//! 3. The full style sheet is asked for; the page came with the styles of its own kind only.
//! 4. The listeners are attached.
//! 5. Where `<main>` is empty, the page is drawn from the data beside it.

use std::cell::{Cell, RefCell};

use gloo_timers::callback::Timeout;
use wasm_bindgen::JsCast;
use web_sys::{Document, Element, ScrollRestoration, Url};

use super::cache::Cache;
use super::head::each;
use super::history::{self, Entry};
use super::links::folder;
use super::navigate::Journey;
use super::shelf::Shelf;
use super::signal::Signal;
use super::visit::Visit;
use super::{KEPT_PAGES, KEPT_VISITS, Reader};
use super::{announce, embed, focus, guard, head, listen, navigate};

/// Has a browser load a style sheet without using it.
const NOT_YET: &str = "not all";

/// How long the first change of page waits for the style sheet, in milliseconds.
const STYLE_PATIENCE: u32 = 2_000;

/// Starts the reader. Where the document lacks what it needs, it leaves the document alone.
pub fn start() {
    if let Some(reader) = adopt() {
        run(reader);
    }
}

fn adopt() -> Option<&'static Reader> {
    let window = web_sys::window()?;
    guard::install(&window);
    // The loader reloads on Back and Forward until the reader can do better.
    window.set_onpopstate(None);
    let document = window.document()?;
    let body = document.body()?;
    let history = window.history().ok()?;
    let href = window.location().href().ok()?;
    let main = main(&document, &body)?;
    let script = document.get_element_by_id("newsprint");
    let root = script.and_then(|script| script.get_attribute("data-root"));
    let root = Url::new_with_base(root.as_deref().unwrap_or("./"), &href).ok()?;
    let present = history::read(&history);
    let entry = present.map_or(Entry::default(), |(entry, _)| entry);
    keep_frame(&document, &body, &href);
    let shown = Visit {
        number: entry.visit,
        page_url: folder(&href).to_owned(),
        section_url: head::section_of_document(&document),
        head: head::of_document(&document),
        main,
        view: None,
        left: None,
    };
    let announcement = announce::region(&document, &body)?;
    let reader = Box::leak(Box::new(Reader {
        window,
        document,
        body,
        history,
        root: RefCell::new(root.href()),
        shown: RefCell::new(shown),
        entry: Cell::new(entry),
        shelf: RefCell::new(Shelf::new(KEPT_VISITS)),
        cache: RefCell::new(Cache::new(KEPT_PAGES)),
        loads: RefCell::default(),
        journey: Cell::new(0),
        awaited: RefCell::default(),
        styled: Signal::default(),
        announcement,
        progress: Default::default(),
        message: Default::default(),
        hover: Default::default(),
        scrolled: Cell::default(),
    }));
    Some(reader)
}

fn run(reader: &'static Reader) {
    take_over_scrolling(reader);
    add_styles(reader);
    listen::attach(reader);
    embed::offer(reader);
    let (empty, page_url) = {
        let shown = reader.shown.borrow();
        (
            shown.main.child_element_count() == 0,
            shown.page_url.clone(),
        )
    };
    if empty {
        navigate::set_out(reader, Journey::first(page_url));
    }
}

fn main(document: &Document, body: &Element) -> Option<Element> {
    if let Ok(Some(main)) = document.query_selector("main") {
        return Some(main);
    }
    let main = document.create_element("main").ok()?;
    body.append_child(&main).ok()?;
    Some(main)
}

/// Makes what stands around `<main>` independent of the window's URL and the page's language.
fn keep_frame(document: &Document, body: &Element, href: &str) {
    each(
        document,
        "header.masthead a[href], footer.colophon a[href], link[rel=icon]",
        |link| {
            let own = link.get_attribute("href").unwrap_or_default();
            if let Ok(url) = Url::new_with_base(&own, href) {
                let _ = link.set_attribute("href", &url.href());
            }
        },
    );
    let Some(html) = document.document_element() else {
        return;
    };
    let children = body.children();
    for place in 0..children.length() {
        let Some(child) = children.item(place) else {
            continue;
        };
        for name in ["lang", "dir"] {
            if let (None, Some(own), true) = (
                child.get_attribute(name),
                html.get_attribute(name),
                child.tag_name() != "MAIN",
            ) {
                let _ = child.set_attribute(name, &own);
            }
        }
    }
}

/// From here on the reader scrolls where Back and Forward lead.
fn take_over_scrolling(reader: &Reader) {
    let here = focus::scroll(reader);
    let scroll = match history::read(&reader.history) {
        // The browser did not put a reloaded page back; see `listen`.
        Some((_, before)) if here.y == 0.0 && before.y > 0.0 => {
            focus::scroll_to(reader, before);
            before
        }
        _ => here,
    };
    history::stamp(&reader.history, reader.entry.get(), scroll);
    let _ = reader
        .history
        .set_scroll_restoration(ScrollRestoration::Manual);
}

/// Loads the style sheet that serves every kind of page. It rules only after [`apply_styles`].
fn add_styles(reader: &'static Reader) {
    let script = reader.document.get_element_by_id("newsprint");
    let href = script.and_then(|script| script.get_attribute("data-styles"));
    let Some(link) = href.and_then(|href| style_link(&reader.document, &href)) else {
        reader.styled.set(());
        return;
    };
    for kind in ["load", "error"] {
        guard::on(link.unchecked_ref(), kind, move |_| reader.styled.set(()));
    }
    Timeout::new(STYLE_PATIENCE, move || reader.styled.set(())).forget();
    if let Some(head) = reader.document.head() {
        let _ = head.append_child(&link);
    }
}

fn style_link(document: &Document, href: &str) -> Option<Element> {
    let link = document.create_element("link").ok()?;
    link.set_attribute("rel", "stylesheet").ok()?;
    link.set_attribute("media", NOT_YET).ok()?;
    link.set_attribute("href", href).ok()?;
    Some(link)
}

/// Lets the whole style sheet rule, once another page is to be shown. Doing so at boot would have the browser work out
/// every style of the printed page again, and change its faces under the reader's eyes.
pub(super) fn apply_styles(document: &Document) {
    each(document, "link[media=\"not all\"]", |link| {
        let _ = link.remove_attribute("media");
    });
}
