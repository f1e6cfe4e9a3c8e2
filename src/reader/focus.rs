//! Where the keyboard and the window stand after a page was put in place.
//!
//! Entry points: [`arrive`] on a new page, [`restore`] on one that was left, [`leave`].

use web_sys::{Element, ScrollBehavior, ScrollIntoViewOptions};

use super::visit::Left;
use super::{Reader, named_words};
use crate::browser::focus::{Scroll, focus, focus_on, focused, scroll, scroll_to};
use crate::browser::place;
use crate::story::fragment::divide;

/// How the page is left that is shown.
pub(super) fn leave(reader: &Reader) -> Left {
    Left {
        position: reader.entry.get().position,
        scroll: scroll(&reader.window),
        focus: focused(&reader.document),
    }
}

/// Shows the words that the fragment names, the element, or the top, and gives the focus to it.
pub(super) fn arrive(reader: &Reader, main: &Element, fragment: &str) {
    if named_words::lead_to(reader, main, fragment) {
        return;
    }
    let (id, _) = divide(fragment);
    let target = id.strip_prefix('#').and_then(|id| by_id(reader, id));
    match target {
        Some(target) => {
            let options = ScrollIntoViewOptions::new();
            options.set_behavior(ScrollBehavior::Instant);
            target.scroll_into_view_with_scroll_into_view_options(&options);
            focus_on(target);
        }
        None => {
            scroll_to(&reader.window, Scroll::default());
            focus_on_heading(main);
        }
    }
}

/// Gives the focus back to what had it, else to the page's heading.
pub(super) fn restore(reader: &Reader, main: &Element, left: Option<Left>) {
    let before = left.and_then(|left| left.focus);
    match before.filter(|element| reader.body.contains(Some(element))) {
        Some(element) => focus(&element),
        None => focus_on_heading(main),
    }
}

fn by_id(reader: &Reader, id: &str) -> Option<Element> {
    reader.document.get_element_by_id(id).or_else(|| {
        let decoded = js_sys::decode_uri_component(id).ok()?;
        reader.document.get_element_by_id(&String::from(decoded))
    })
}

fn focus_on_heading(main: &Element) {
    if let Ok(Some(heading)) = main.query_selector("h1") {
        focus_on(heading);
    }
}

/// Gives the focus on when what had it is gone: to what took its place, else to what one reads. At the top of the document
/// nobody would look for it.
pub(super) fn after(reader: &Reader, next: Option<Element>) {
    let block = || place::first_in_sight(&reader.window, &reader.document);
    let heading = || {
        reader
            .shown
            .borrow()
            .main
            .query_selector("h1")
            .ok()
            .flatten()
    };
    if let Some(next) = next.or_else(block).or_else(heading) {
        focus_on(next);
    }
}
