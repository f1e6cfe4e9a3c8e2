//! Starts the tools in a document.
//!
//! Entry point: [`start`].
//!
//! 1. The texts of the page's language are learned, and the sheet of the tools is loaded, without which they would be seen
//!    unstyled. Where either does not come, the reader is told that they cannot start.
//! 2. The reader is told that they are there, and says which page is shown ([`arrive`]). Where no reader hears it, it is the
//!    page that the window's address says.

use std::cell::RefCell;
use std::rc::Rc;

use gloo_timers::callback::Timeout;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Document, Url, Window};

use super::{
    Shown, Tools, aloud, changes, display, highlights, listen, notes_in_place, panel, pictures,
};
use crate::browser::signal::Signal;
use crate::browser::{attribute, each, guard, head, named_file, words};
use crate::message::{self, ToReader};
use crate::paper::page::Head;
use crate::view::words::learned;

/// How long they wait for their sheet, in milliseconds.
const PATIENCE: u32 = 15_000;
/// Their button, which the page brings.
const BUTTON: &str = "body > .tools-button";
/// What they add to a document.
const OWN: &str = ".tools-panel,.selection,.note-in-place,.lightbox";

/// Starts the tools.
pub fn start() {
    spawn_local(async {
        let Some(window) = web_sys::window() else {
            return;
        };
        guard::install(&window, clear_away);
        let Some(document) = window.document() else {
            return;
        };
        match adopt(window, &document).await {
            Some(tools) => run(tools),
            None => {
                message::send(&document, ToReader::Failed);
            }
        }
    });
}

async fn adopt(window: Window, document: &Document) -> Option<&'static Tools> {
    let body = document.body()?;
    let button = document.query_selector(BUTTON).ok()??;
    let language = attribute(document, "html", "lang");
    words::learn(document, &language).await.ok()?;
    sheet(document).await?;
    let page = standing(&window, document)?;
    Some(Box::leak(Box::new(Tools {
        shown: RefCell::new(read(document, page)?),
        document: document.clone(),
        window,
        body,
        button: button.dyn_into().ok()?,
        open: RefCell::default(),
        chosen: Default::default(),
        scrolled: Default::default(),
        aloud: Default::default(),
        asked: Default::default(),
        changes: Default::default(),
        find: Default::default(),
        highlights: Default::default(),
        outcome: Default::default(),
        large: Default::default(),
        keep: Default::default(),
    })))
}

/// Loads the sheet of the tools, unless tools before have; `None` when it does not come.
async fn sheet(document: &Document) -> Option<()> {
    let href = named_file(document, "tools-styles")?;
    let same = ["link[href=\"", &href, "\"]"].concat();
    if document.query_selector(&same).ok()?.is_some() {
        return Some(());
    }
    let sheet = document.create_element("link").ok()?;
    sheet.set_attribute("rel", "stylesheet").ok()?;
    sheet.set_attribute("href", &href).ok()?;
    let come = Rc::new(Signal::default());
    for kind in &["load", "error"] {
        let come = come.clone();
        guard::on(&sheet, kind, move |_| come.set(*kind == "load"));
    }
    document.head()?.append_child(&sheet).ok()?;
    let waits = come.clone();
    Timeout::new(PATIENCE, move || waits.set(false)).forget();
    let has_come = come.wait().await;
    if !has_come {
        sheet.remove();
    }
    has_come.then_some(())
}

/// The page that the window stands at.
fn standing(window: &Window, document: &Document) -> Option<message::Shown> {
    let href = window.location().href().ok()?;
    let root = named_file(document, "root");
    Some(message::Shown {
        root: Url::new_with_base(root.as_deref().unwrap_or("./"), &href)
            .ok()?
            .href(),
        page_url: Url::new_with_base("./", &href).ok()?.href(),
        ..message::Shown::default()
    })
}

/// What the document says of the page that is shown.
fn read(document: &Document, page: message::Shown) -> Option<Shown> {
    let Head {
        title,
        language,
        direction,
    } = head(document);
    Some(Shown {
        page_url: page.page_url,
        root: page.root,
        read_before: page.read_before,
        title,
        language,
        direction,
        main: document.query_selector("main").ok()??,
    })
}

/// The tools have stopped working: what they have added is taken away, which nobody else would, and the reader is told.
fn clear_away() {
    if let Some(document) = web_sys::window().and_then(|window| window.document()) {
        each(&document, OWN, &|left| left.remove());
        each(&document, BUTTON, &|button| {
            // Fails for names that are none only.
            let _ = button.set_attribute("aria-expanded", "false");
        });
        message::send(&document, ToReader::Failed);
    }
}

fn run(tools: &'static Tools) {
    listen::attach(tools);
    display::offer(tools);
    if !tools.send(ToReader::Ready) {
        renew(tools, false);
    }
    // Words may have been selected already.
    highlights::touched(tools);
}

/// Another page is shown, as the reader says.
pub(super) fn arrive(tools: &'static Tools, page: message::Shown) {
    let was_asked_for = page.was_asked_for;
    let Some(shown) = read(&tools.document, page) else {
        return;
    };
    let (language, page_url) = (shown.language.clone(), shown.page_url.clone());
    tools.shown.replace(shown);
    if learned::knows(&language) {
        return renew(tools, was_asked_for);
    }
    spawn_local(async move {
        // Where they do not come, the tools speak the language that they know.
        let _ = words::learn(&tools.document, &language).await;
        if tools.shown.borrow().page_url == page_url {
            renew(tools, was_asked_for);
        }
    });
}

/// What happens when a page is shown, in this order: the tools speak its language, and of it.
fn renew(tools: &'static Tools, was_asked_for: bool) {
    notes_in_place::close(tools);
    pictures::close(tools);
    aloud::arrived(tools, was_asked_for);
    changes::arrived(tools);
    highlights::close(tools);
    highlights::shown(tools);
    panel::renew(tools);
}
