//! Loads a page of another site into its card, and only when asked.
//!
//! Entry points: [`offer`] shows the buttons of a page, [`act`] answers a click on one.

use web_sys::Element;

use super::Reader;
use crate::browser::each;
use crate::story::url::Reference;

const BUTTON: &str = "figure.embed[data-frame] button";

/// Shows the buttons: the reader is there to answer them.
pub(super) fn offer(reader: &Reader) {
    each(&reader.document, BUTTON, &|button| {
        let _ = button.remove_attribute("hidden");
    });
}

/// Puts the page in place of the button; `false` when the click was elsewhere.
pub(super) fn act(reader: &Reader, clicked: &Element) -> bool {
    let Ok(Some(button)) = clicked.closest(BUTTON) else {
        return false;
    };
    if let Some(frame) = frame(reader, &button) {
        // The button belongs to Yew, which may take it away later: it is hidden, not removed.
        let _ = button.set_attribute("hidden", "");
        if let Some(parent) = button.parent_node() {
            let _ = parent.insert_before(&frame, Some(&button));
        }
    }
    true
}

fn frame(reader: &Reader, button: &Element) -> Option<Element> {
    let card = button.closest("figure.embed").ok()??;
    let source = card.get_attribute("data-frame")?;
    let Reference::Foreign(source) = Reference::parse(&source) else {
        return None;
    };
    if !source.starts_with("https:") {
        return None;
    }
    let title = card.query_selector(".title").ok()??.text_content()?;
    let frame = reader.document.create_element("iframe").ok()?;
    for (name, value) in [
        // Its own scripts and storage, but not this page, nor the window it stands in.
        ("sandbox", "allow-scripts allow-same-origin allow-popups"),
        // Where films are shown, it is asked which site shows them; the page is nobody's business.
        ("referrerpolicy", "strict-origin-when-cross-origin"),
        ("loading", "lazy"),
        ("title", title.as_str()),
        ("src", source),
    ] {
        frame.set_attribute(name, value).ok()?;
    }
    Some(frame)
}
