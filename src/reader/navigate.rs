//! Goes from one page to another.
//!
//! Entry points: [`follow`] for a link, and [`set_out`], where [`traverse`](super::traverse) ends, too, when the page has to be
//! drawn:
//!
//! 1. Whatever was under way is cancelled; whoever clicks again has changed their mind.
//! 2. The data is taken from the cache, or waited for.
//! 3. The window takes the new URL, and only then is the page drawn, for its addresses are relative.
//! 4. The new `<main>` takes the place of the old, which is kept.
//! 5. Head, scroll, focus and announcement follow.
//!
//! Steps 3 and 4, the title and the scroll happen before the browser paints again; what nobody sees follows at once.

use std::rc::Rc;

use gloo_timers::callback::Timeout;
use wasm_bindgen_futures::spawn_local;
use web_sys::Url;

use super::fetch::{self, Outcome};
use super::history::{self, Entry};
use super::links::Destination;
use super::prepare::prepare;
use super::rescue::{Awaited, awaiting, send};
use super::visit::{Left, Visit};
use super::{Reader, draw, focus, head, message, progress, scrolling, styles};
use crate::browser::failure::Failure;
use crate::browser::focus::{Scroll, scroll_to};
use crate::paper::page::Page;

/// A way to a page.
#[derive(Clone)]
pub(super) struct Journey {
    pub(super) to: Destination,
    pub(super) way: Way,
}

#[derive(Clone, Copy, PartialEq)]
pub(super) enum Way {
    /// Through a link: the history gets a new entry.
    Link,
    /// Back or Forward: the window stands at this entry already.
    Traversal(Entry, Scroll),
    /// To the page the document came without.
    First,
}

impl Journey {
    /// The way to the page the document came without.
    pub(super) fn first(page: String) -> Self {
        let to = Destination {
            page,
            fragment: String::new(),
        };
        Self {
            to,
            way: Way::First,
        }
    }

    /// Whether no page is shown yet.
    pub(super) fn is_first(&self) -> bool {
        self.way == Way::First
    }

    /// Absolute URL it leads to.
    pub(super) fn url(&self) -> String {
        self.to.url()
    }
}

/// Follows a link.
pub(super) fn follow(reader: &'static Reader, to: Destination) {
    set_out(reader, Journey { to, way: Way::Link });
}

/// Stops what is under way.
pub(super) fn cancel(reader: &Reader) {
    reader.journey.set(reader.journey.get().wrapping_add(1));
    if let Some(load) = reader.awaited.take() {
        fetch::abort(reader, &load);
    }
    arrived(reader);
}

fn arrived(reader: &Reader) {
    progress::stop(reader);
    message::close(reader);
    awaiting(None);
}

/// Leaves a page that did not come: where the window has gone to its entry, it returns.
pub(super) fn give_up(reader: &Reader, journey: &Journey) {
    if let Way::Traversal(entry, _) = journey.way {
        let back = i64::from(reader.entry.get().position) - i64::from(entry.position);
        let _ = reader.history.go_with_delta(back as i32);
    }
}

/// Goes to a page that has to be drawn.
pub(super) fn set_out(reader: &'static Reader, journey: Journey) {
    cancel(reader);
    let number = reader.journey.get();
    awaiting(match journey.way {
        Way::Link => Some(Awaited::Link(journey.url())),
        Way::Traversal(..) => Some(Awaited::Here),
        // A first page that cannot be drawn would be loaded again and again.
        Way::First => None,
    });
    progress::start(reader);
    spawn_local(async move {
        let outcome = data(reader, &journey).await;
        if reader.journey.get() != number {
            return;
        }
        reader.awaited.take();
        let failure = match outcome {
            Ok(page) if belongs(reader, &journey, &page) => {
                return arrive(reader, &journey, page).await;
            }
            Ok(_) => Failure::NoData,
            Err(failure) => failure,
        };
        fail(reader, journey, failure);
    });
    prepare(reader);
}

async fn data(reader: &'static Reader, journey: &Journey) -> Outcome {
    let page_url = &journey.to.page;
    let kept = match journey.way {
        // Whoever goes back wants what they saw.
        Way::Traversal(..) => reader.cache.borrow().get(page_url, 0.0),
        _ => fetch::fresh(reader, page_url),
    };
    let outcome = match kept {
        Some(page) => Ok(page),
        None => {
            let load = fetch::load(reader, page_url);
            reader.awaited.replace(Some(load.clone()));
            load.outcome.wait().await
        }
    };
    styles::apply(reader).await;
    outcome
}

/// Whether a page stands where it was asked for. A server that sends another (a redirect, a page for
/// everything it does not know) is left to the browser, which shows the right address.
fn belongs(reader: &Reader, journey: &Journey, page: &Page) -> bool {
    if journey.is_first() {
        let root = Url::new_with_base(&page.root(), &journey.to.page);
        if let Ok(root) = root {
            reader.root.replace(root.href());
        }
        return true;
    }
    absolute(reader, &page.address) == journey.to.page
}

/// Absolute URL of an address of the paper.
fn absolute(reader: &Reader, address: &str) -> String {
    Url::new_with_base(address, &reader.root.borrow())
        .map(|url| url.href())
        .unwrap_or_default()
}

fn fail(reader: &Reader, journey: Journey, failure: Failure) {
    arrived(reader);
    match journey.way {
        Way::Link if failure.is_followed() => send(Awaited::Link(journey.url())),
        Way::Traversal(..) if failure.is_followed() => send(Awaited::Here),
        _ => message::show(reader, journey, failure),
    }
}

async fn arrive(reader: &'static Reader, journey: &Journey, page: Rc<Page>) {
    let left = focus::leave(reader);
    let present = reader.entry.get();
    let entry = match journey.way {
        Way::Traversal(entry, _) => entry,
        Way::First => present,
        Way::Link => {
            let base = match history::read(&reader.history) {
                Some((entry, _)) => entry.position,
                None => present.position,
            };
            if base == present.position {
                history::stamp(&reader.history, present, left.scroll);
            }
            scrolling::claim(reader);
            let position = base + 1;
            let entry = Entry {
                visit: position,
                position,
            };
            if !history::push(&reader.history, entry, &journey.url()) {
                // Drawn all the same, the page would stand under the URL of the one before.
                send(Awaited::Link(journey.url()));
                return;
            }
            entry
        }
    };
    let section = head::section_address(&page);
    let section_url = if section.is_empty() {
        String::new()
    } else {
        absolute(reader, section)
    };
    let number = reader.journey.get();
    let drawn = draw(&reader.document, page.clone()).await;
    if reader.journey.get() != number {
        // Somebody went elsewhere while it was drawn. The entry stays: going back to it draws the page.
        if let Some((_, view)) = drawn {
            view.destroy();
        }
        return;
    }
    let Some((main, view)) = drawn else {
        send(Awaited::Here);
        return;
    };
    let visit = Visit {
        number: entry.visit,
        page_url: journey.to.page.clone(),
        section_url,
        head: page.head.clone(),
        head_elements: head::elements(&reader.document, &page.metadata),
        main: main.clone(),
        view: Some(view),
        left: None,
    };
    show(reader, visit, entry, left);
    match journey.way {
        Way::Traversal(_, scroll) => {
            scroll_to(&reader.window, scroll);
            focus::restore(reader, &main, None);
        }
        Way::Link => {
            forget_ahead(reader, entry.position);
            focus::arrive(reader, &main, &journey.to.fragment);
        }
        // The reader has not asked to be anywhere: the focus stays where the document puts it.
        Way::First => {}
    }
}

/// Draws the shown page anew, from newer data. Focus and scrolling stay with the caller.
pub(super) async fn draw_anew(reader: &'static Reader, page: Rc<Page>) {
    let journey = Journey::first(reader.shown.borrow().page_url.clone());
    arrive(reader, &journey, page).await;
}

/// Puts a page in place of the shown one, which is kept.
pub(super) fn show(reader: &'static Reader, visit: Visit, entry: Entry, left: Left) {
    head::apply(reader, &visit);
    let number = visit.number;
    let new_main = visit.main.clone();
    let mut old = reader.shown.replace(visit);
    let _ = old.main.replace_with_with_node_1(&new_main);
    old.left = Some(left);
    let gone = if old.number == number {
        Some(old)
    } else {
        reader.shelf.borrow_mut().put(old.number, old)
    };
    if let Some(gone) = gone {
        gone.destroy();
    }
    reader.entry.set(entry);
    arrived(reader);
    (reader.arrival.swapped)(reader);
    afterwards(reader, reader.arrival.painted);
}

/// Does something to the shown page once it can be painted, unless another is shown by then: what nobody sees must not
/// hold it up.
pub(super) fn afterwards(reader: &'static Reader, act: impl FnOnce(&'static Reader) + 'static) {
    let entry = reader.entry.get();
    Timeout::new(0, move || {
        if reader.entry.get() == entry {
            act(reader);
        }
    })
    .forget();
}

/// Forgets pages that Forward no longer leads to.
pub(super) fn forget_ahead(reader: &Reader, position: u32) {
    loop {
        let gone = reader.shelf.borrow_mut().take_after(position);
        match gone {
            Some(visit) => visit.destroy(),
            None => return,
        }
    }
}
