//! Asks for a page when somebody is about to go there: the pointer rests on a link, the focus comes
//! to one, a finger touches one.
//!
//! Entry points: [`hovered`] and [`touched`]. Nothing is asked for early where data is to be saved.

use std::cell::{Cell, RefCell};

use gloo_timers::callback::Timeout;
use web_sys::Element;

use super::links::{Click, destination};
use super::prepare::prepare;
use super::{Reader, fetch, listen, property};

/// How long the pointer rests before it counts, in milliseconds.
const REST: u32 = 65;

/// The link under the pointer.
#[derive(Default)]
pub(super) struct Hover {
    page_url: RefCell<String>,
    timer: Cell<Option<Timeout>>,
}

/// The pointer has come to an element.
pub(super) fn hovered(reader: &'static Reader, element: &Element) {
    let page_url = page_behind(reader, element).unwrap_or_default();
    if *reader.hover.page_url.borrow() == page_url {
        return;
    }
    reader.hover.timer.take();
    if !page_url.is_empty() {
        let asked = page_url.clone();
        let timer = Timeout::new(REST, move || ask(reader, &asked));
        reader.hover.timer.set(Some(timer));
    }
    reader.hover.page_url.replace(page_url);
}

/// A finger or the focus has come to an element.
pub(super) fn touched(reader: &'static Reader, element: &Element) {
    if let Some(page_url) = page_behind(reader, element) {
        ask(reader, &page_url);
    }
}

fn page_behind(reader: &Reader, element: &Element) -> Option<String> {
    let link = listen::link_around(element)?;
    let said = listen::LinkWords::of(&link);
    if !said.click(Click::default()).is_plain() {
        return None;
    }
    let href = listen::resolve(reader, &link)?;
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
