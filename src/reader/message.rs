//! Says that a page did not come, and what one can do. The page that is being read stays.
//!
//! Entry points: [`show`], [`act`] for a click on one of its buttons, and [`close`].

use std::cell::RefCell;

use web_sys::{Element, HtmlElement};

use super::navigate::{self, Journey};
use super::{Reader, focus::leave};
use crate::browser::failure::Failure;
use crate::browser::focus::focus;

/// The message, when there is one.
#[derive(Default)]
pub(super) struct Message(RefCell<Option<Open>>);

struct Open {
    element: Element,
    journey: Journey,
    /// What had the focus before.
    before: Option<HtmlElement>,
}

/// Shows what went wrong on a journey.
pub(super) fn show(reader: &Reader, journey: Journey, failure: Failure) {
    let before = leave(reader).focus;
    let Some((element, retry)) = draw(reader, &journey, failure) else {
        return;
    };
    let _ = reader.body.append_child(&element);
    if let Some(retry) = retry {
        focus(&retry);
    }
    reader.message.0.replace(Some(Open {
        element,
        journey,
        before,
    }));
}

/// Takes the message away.
pub(super) fn close(reader: &Reader) {
    take(reader);
}

fn take(reader: &Reader) -> Option<Journey> {
    let open = reader.message.0.take()?;
    open.element.remove();
    if let Some(before) = open.before {
        focus(&before);
    }
    Some(open.journey)
}

/// Does what a button of the message says; `false` when the click was elsewhere.
pub(super) fn act(reader: &'static Reader, clicked: &Element) -> bool {
    let Ok(Some(button)) = clicked.closest("button[data-act]") else {
        return false;
    };
    if let Some(journey) = take(reader) {
        if button.get_attribute("data-act").as_deref() == Some("retry") {
            navigate::set_out(reader, journey);
        } else {
            navigate::give_up(reader, &journey);
        }
    }
    true
}

fn draw(
    reader: &Reader,
    journey: &Journey,
    failure: Failure,
) -> Option<(Element, Option<HtmlElement>)> {
    use wasm_bindgen::JsCast;
    let words = reader.words();
    let create = |name: &str, text: &str| {
        let element = reader.document.create_element(name).ok()?;
        element.set_text_content((!text.is_empty()).then_some(text));
        Some(element)
    };
    let button = |act: &str, text: &str| {
        let button = create("button", text)?;
        button.set_attribute("type", "button").ok()?;
        button.set_attribute("data-act", act).ok()?;
        Some(button)
    };
    let message = create("div", "")?;
    message.set_class_name("message");
    message.set_attribute("role", "alert").ok()?;
    let retry = button("retry", words.retry)?;
    let mut parts = vec![
        create("strong", words.error_title)?,
        create("p", &failure.text(words))?,
        retry.clone(),
    ];
    // Where there is no page yet, there is nothing to go back to, and the link leads to this very place.
    if !journey.is_first() {
        let link = create("a", words.open_as_link)?;
        link.set_attribute("href", &journey.url()).ok()?;
        link.set_attribute("rel", "external").ok()?;
        parts.push(link);
        parts.push(button("dismiss", words.dismiss)?);
    }
    for part in &parts {
        message.append_child(part).ok()?;
    }
    Some((message, retry.dyn_into().ok()))
}
