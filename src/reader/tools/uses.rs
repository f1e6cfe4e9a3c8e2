//! What calls the tools: their button, their keys, and what is theirs on a page.
//!
//! Entry points: [`offer`] once the reader is there, [`click`], [`follow`], [`press`], [`selected`], [`stored`].

use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement};

use super::{State, Wanted, call, forget, open, want};
use crate::browser::storage::{self, CHOICES, HIGHLIGHTS, LOOK};
use crate::browser::{edition, keyboard, place, property};
use crate::message::{Opening, ToTools};
use crate::reader::Reader;

/// What is theirs although it stands in the page: pictures, which they show large, and by class the marks of footnotes.
const PICTURES: &str = "main figure img";
const MARK: &str = "mark";
const BUTTON: &str = "tools-button";

/// Readies their button, which is printed with the page; whoever clicked it before the reader came need not click again.
pub(in crate::reader) fn offer(reader: &'static Reader) {
    let Some(button) = button(reader) else {
        return;
    };
    button.set_onclick(None);
    let waits = property(&button, "ariaBusy").is_truthy();
    for (name, value) in &[("type", "button"), ("aria-expanded", "false")] {
        // Fails for names that are none only.
        let _ = button.set_attribute(name, value);
    }
    // Browsers that do not reflect the property have no such attribute.
    let _ = button.remove_attribute("aria-busy");
    reader.tools.button.replace(Some(button));
    if waits {
        open(reader, Opening::Panel);
    }
    selected(reader);
    look_after_choices(reader);
}

/// What was chosen on an earlier visit may mean something else in this edition of the paper: the colours of a scheme, or the
/// name of a file. The tools work it out, and note the edition (src/tools/display.rs).
fn look_after_choices(reader: &'static Reader) {
    let is_of_this_edition = || storage::get(LOOK).starts_with(&edition(&reader.document));
    if !storage::get(CHOICES).is_empty() && !is_of_this_edition() {
        call(reader);
    }
}

/// The printed button; a new one where a document came without it.
fn button(reader: &Reader) -> Option<HtmlElement> {
    let printed = reader
        .document
        .query_selector("body > .tools-button")
        .ok()?;
    let button = match printed {
        Some(button) => button,
        None => {
            let button = reader.document.create_element("button").ok()?;
            button.set_class_name(BUTTON);
            button.set_text_content(Some("Aa"));
            button
        }
    };
    button.dyn_into().ok()
}

/// Heeds a click; `true` when it was for the tools.
pub(in crate::reader) fn click(reader: &'static Reader, event: &Event, element: &Element) -> bool {
    let around = |selector| element.closest(selector).ok().flatten();
    if around(".tools-button").is_some() {
        // So that the tools know that the reader has heard it (src/tools/listen.rs).
        event.prevent_default();
        open(reader, Opening::Panel);
        return true;
    }
    if reader.tools.state.get() == State::There {
        return false;
    }
    let picture = around(PICTURES).filter(|_| around("a").is_none());
    let picture = picture.and_then(|picture| picture.dyn_into().ok());
    let is_picture = picture.is_some();
    if let Some(picture) = picture {
        want(reader, Wanted::Click(picture));
    }
    is_picture
}

/// Heeds that a link is followed: the mark of a footnote, whose note they show beside it. `true` when they are to do so.
pub(in crate::reader) fn follow(reader: &'static Reader, link: &Element) -> bool {
    let is_theirs = link.class_name() == MARK && reader.tools.state.get() != State::There;
    if let Some(mark) = link.dyn_ref::<HtmlElement>().filter(|_| is_theirs) {
        want(reader, Wanted::Click(mark.clone()));
    }
    is_theirs
}

/// Heeds a key; `true` when it was for the tools, which are not there yet.
pub(in crate::reader) fn press(reader: &'static Reader, event: &Event, element: &Element) -> bool {
    let writes = property(event, "key").as_string();
    if writes.as_deref() == Some("Escape") {
        return forget(reader);
    }
    let Some(key) = keyboard::command(event, element) else {
        return false;
    };
    if reader.tools.state.get() == State::There {
        return false;
    }
    want(reader, Wanted::Said(ToTools::Press(key)));
    true
}

/// The selection has changed: words of a story are theirs.
pub(in crate::reader) fn selected(reader: &'static Reader) {
    if reader.tools.state.get() != State::Away {
        return;
    }
    let selection = reader.window.get_selection().ok().flatten();
    let chosen = selection.filter(|selection| !selection.is_collapsed());
    let node = chosen.and_then(|selection| selection.anchor_node());
    let body = place::body(&reader.document);
    if body.is_some_and(|body| node.is_some() && body.contains(node.as_ref())) {
        call(reader);
    }
}

/// What is kept under a name was changed in another window.
pub(in crate::reader) fn stored(reader: &'static Reader, name: &str) {
    let is_theirs = [CHOICES, HIGHLIGHTS].contains(&name);
    if name.is_empty() || is_theirs {
        call(reader);
    }
}
