//! Asks for a page when somebody is about to go there: the pointer or the focus rests on a link, a finger touches one.
//!
//! Entry points: [`begin`] once, then [`come`] and [`touched`]. Nothing is asked for early where data is to be saved.

use std::cell::{Cell, RefCell};

use gloo_timers::callback::Timeout;
use web_sys::Element;

use super::links::{Click, destination};
use super::prepare::prepare;
use super::{Reader, fetch, link};
use crate::browser::property;

/// How long the pointer or the focus rests before it counts, in milliseconds.
const REST: u32 = 65;

/// The link that the pointer or the focus came to last.
#[derive(Default)]
pub(super) struct Attention {
    link: RefCell<Option<Element>>,
    timer: Cell<Option<Timeout>>,
}

/// The pointer or the focus may have come to a link before the reader was there.
pub(super) fn begin(reader: &'static Reader) {
    if let Ok(Some(link)) = reader.document.query_selector("a:is(:hover,:focus)") {
        come(reader, &link);
    }
}

/// The pointer or the focus has come to an element. Nothing is worked out before it has rested there: it comes to one,
/// too, whenever a page has been put in place.
pub(super) fn come(reader: &'static Reader, element: &Element) {
    let link = link::link_around(element);
    if *reader.attention.link.borrow() == link {
        return;
    }
    let timer = link
        .clone()
        .map(|link| Timeout::new(REST, move || touched(reader, &link)));
    reader.attention.timer.set(timer);
    reader.attention.link.replace(link);
}

/// A finger has come to an element.
pub(super) fn touched(reader: &'static Reader, element: &Element) {
    if let Some(page_url) = page_behind(reader, element) {
        ask(reader, &page_url);
    }
}

fn page_behind(reader: &Reader, element: &Element) -> Option<String> {
    let link = link::link_around(element)?;
    let said = link::LinkWords::of(&link);
    if !said.click(Click::default()).is_plain() {
        return None;
    }
    let href = link::resolve(reader, &link)?;
    let shown = reader.shown.borrow();
    destination(&href, &reader.root.borrow(), &shown.page_url).map(|place| place.page)
}

fn ask(reader: &'static Reader, page_url: &str) {
    let connection = property(&reader.window.navigator(), "connection");
    let saves_data = property(&connection, "saveData").is_truthy();
    if saves_data {
        return;
    }
    if fetch::fresh(reader, page_url).is_none() {
        fetch::load(reader, page_url);
    }
    prepare(reader);
}
