//! Leads to the words that a link of the paper names (`#:~:text=…`). The browser does that for documents that it loads;
//! the reader draws its pages into the document that is there.
//!
//! Entry points: [`lead_to`] on a page that comes, [`within`] for a link to words of the page that is shown.

use gloo_timers::callback::Timeout;
use js_sys::{Array, decode_uri_component};
use web_sys::{Element, Range};

use super::Reader;
use crate::browser::focus::{Scroll, focus_on, scroll, scroll_to};
use crate::browser::mark::mark;
use crate::browser::page_text::PageText;
use crate::story::fragment::named;

/// What the style sheet knows named words by.
const NAMED: &str = "newsprint-named";
/// So far below the top of the window named words stand, as a share of its height.
const BELOW: f64 = 0.3;

/// Marks the words that a fragment names, and scrolls to the first of them; `false` when there are none.
pub(super) fn lead_to(reader: &Reader, main: &Element, fragment: &str) -> bool {
    let decode = |text: &str| {
        decode_uri_component(text)
            .map(String::from)
            .unwrap_or_default()
    };
    let named = named(fragment, decode);
    let mut ranges = Vec::new();
    if !named.is_empty() {
        let text = PageText::seen(main.clone());
        let places = named.iter().filter_map(|one| one.find(&text.words));
        ranges.extend(places.filter_map(|place| text.range(&place)));
    }
    mark(&reader.window, NAMED, &ranges.iter().collect::<Array>());
    ranges
        .first()
        .is_some_and(|first| show(reader, first).is_some())
}

/// A link leads to the page that is shown, by the browser. Not every one looks for words in a document that is there.
pub(super) fn within(reader: &'static Reader, href: &str) {
    let href = href.to_owned();
    Timeout::new(0, move || {
        let main = reader.shown.borrow().main.clone();
        lead_to(reader, &main, &href);
    })
    .forget();
}

fn show(reader: &Reader, range: &Range) -> Option<()> {
    let around = range.start_container().ok()?.parent_element()?;
    let height = reader.window.inner_height().ok()?.as_f64()?;
    // In a long story only what is close to the window has its place.
    around.scroll_into_view();
    let before = scroll(&reader.window);
    let top = range.get_bounding_client_rect().top();
    let y = before.y + top - height * BELOW;
    scroll_to(&reader.window, Scroll { x: before.x, y });
    focus_on(around);
    Some(())
}
