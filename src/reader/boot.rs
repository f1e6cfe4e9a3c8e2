//! Starts the reader in a document.
//!
//! Entry point: [`start`].
//!
//! 1. [`guard`] comes first: whatever fails later, the page and its links stay.
//! 2. The texts of the page's language are learned ([`words`]); without them nothing more is done.
//! 3. The printed page is adopted: its `<main>` becomes the first visit. Nothing in the document is read
//!    or changed that can wait for the first journey ([`super::prepare`]).
//! 4. The listeners are attached.
//! 5. Where `<main>` is empty, the page is drawn from the data beside it.

use std::cell::{Cell, RefCell};

use gloo_timers::callback::Timeout;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Document, Element, Url};

use super::announce::Announcer;
use super::cache::Cache;
use super::history::{self, Entry};
use super::links::folder;
use super::navigate::Journey;
use super::shelf::Shelf;
use super::visit::Visit;
use super::{Arrival, KEPT_PAGES, KEPT_VISITS, Reader, arrival, styles, tools};
use super::{listen, navigate, offline, prefetch, rescue, scrolling};
use crate::browser::guard;
use crate::browser::{head, named_file, words};

/// Starts the reader. Where the document lacks what it needs, it leaves the document alone.
pub fn start() {
    // In a task of its own: the browser has just made the Wasm ready to run, and may want to paint.
    Timeout::new(0, || {
        spawn_local(async {
            match adopt().await {
                Some(reader) => run(reader),
                None => retire(),
            }
        });
    })
    .forget();
}

/// The reader cannot start: what needs it goes, as where the loader finds that it does not come.
fn retire() {
    let document = web_sys::window().and_then(|window| window.document());
    if let Some(page) = document.and_then(|document| document.document_element()) {
        // Fails for names that are none only.
        let _ = page.class_list().remove_1("able");
    }
}

async fn adopt() -> Option<&'static Reader> {
    let window = web_sys::window()?;
    guard::install(&window, rescue::take_over);
    let document = window.document()?;
    let page = document.document_element()?;
    let language = page.get_attribute("lang").unwrap_or_default();
    words::learn(&document, &language).await.ok()?;
    // The loader reloads on Back and Forward until the reader can do better.
    window.set_onpopstate(None);
    let body = document.body()?;
    let history = window.history().ok()?;
    let href = window.location().href().ok()?;
    let main = main(&document, &body)?;
    let root = named_file(&document, "root");
    let root = Url::new_with_base(root.as_deref().unwrap_or("./"), &href).ok()?;
    if let Some(script) = document.get_element_by_id("newsprint") {
        // The window is about to stand elsewhere, where the tools may have to find it without the reader.
        let _ = script.set_attribute("data-root", &root.href());
    }
    let present = history::read(&history);
    let entry = present.map_or(Entry::default(), |(entry, _)| entry);
    let page_url = folder(&href).to_owned();
    let shown = Visit {
        number: entry.visit,
        page_url,
        section_url: String::new(),
        head: head(&document),
        head_elements: Vec::new(),
        main,
        view: None,
        left: None,
    };
    let announcer = Announcer::new(&document, &body)?;
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
        arrival: Arrival {
            swapped: arrival::swapped,
            painted: arrival::painted,
        },
        journey: Cell::new(0),
        awaited: RefCell::default(),
        prepared: Cell::new(false),
        styles: Default::default(),
        announcer,
        progress: Default::default(),
        message: Default::default(),
        attention: Default::default(),
        stopped: Default::default(),
        read_before: Default::default(),
        told_unkept: Cell::default(),
        way: Default::default(),
        tools: Default::default(),
        live: Default::default(),
        search: Default::default(),
        scrolled: Cell::default(),
    }));
    Some(reader)
}

fn run(reader: &'static Reader) {
    scrolling::take_over(reader);
    listen::attach(reader);
    prefetch::begin(reader);
    tools::offer(reader);
    offline::listen(reader);
    // The sheet comes at the lowest priority, so that the first journey finds it there.
    styles::ask(reader);
    let (empty, page_url) = {
        let shown = reader.shown.borrow();
        (
            shown.main.child_element_count() == 0,
            shown.page_url.clone(),
        )
    };
    if empty {
        navigate::set_out(reader, Journey::first(page_url));
    } else {
        arrival::first(reader);
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
