//! Keeps stories for reading without a network, and lists those that are kept.
//!
//! Entry points: [`TOOL`]; [`told`] when the service worker has answered.
//!
//! The worker does the keeping and has the list (`static/service-worker.js`): it is asked when the tool is first drawn
//! and for each act, and answers with the whole list as it is then.

use std::cell::{Cell, RefCell};

use js_sys::{Array, JsString};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::HtmlElement;
use yew::prelude::*;

use super::{Tool, button, say};
use crate::reader::announce::announce;
use crate::reader::{Reader, focus, offline, property};
use crate::view::element::{attributes, element};
use crate::view::words::{ToolWord, fill};

/// The tool.
pub(super) const TOOL: Tool = Tool {
    name: ToolWord::Keep,
    draw,
    act,
};

/// What can come of an act, by the worker's numbers from 1.
const OUTCOMES: [ToolWord; 5] = [
    ToolWord::KeepDone,
    ToolWord::KeepRemoved,
    ToolWord::KeepFailed,
    ToolWord::NoRoom,
    ToolWord::KeepImpossible,
];

/// What the tool shows.
#[derive(Default)]
pub(in crate::reader) struct Keep {
    /// The worker was asked for the list.
    asked: Cell<bool>,
    /// Its answer.
    answer: RefCell<JsValue>,
    /// What is looked for in the list, in small letters.
    wanted: RefCell<String>,
    /// What came of the last act.
    said: Cell<Option<ToolWord>>,
}

fn act(reader: &'static Reader, verb: &str, value: &str) {
    let state = &reader.tools.keep;
    match verb {
        "find" => {
            state.wanted.replace(small(value));
        }
        _ => {
            if verb == "keep" {
                state.said.set(Some(ToolWord::Keeping));
            }
            stay(reader);
            offline::wish(reader, verb, value);
        }
    }
}

/// In small letters, as the browser makes them.
fn small(text: &str) -> String {
    JsString::from(text).to_lower_case().into()
}

/// A button of the list goes away: the focus stays in the panel.
fn stay(reader: &Reader) {
    let Some(active) = reader.document.active_element() else {
        return;
    };
    if matches!(active.closest(".keep li"), Ok(Some(_)))
        && let Ok(Some(panel)) = active.closest(".tools-panel")
    {
        focus::focus(panel.unchecked_ref::<HtmlElement>());
    }
}

/// The worker has answered.
pub(in crate::reader) fn told(reader: &'static Reader, answer: JsValue) {
    let said = property(&answer, "said").as_f64().unwrap_or_default() as usize;
    if property(&answer, "stories").is_object() {
        reader.tools.keep.answer.replace(answer);
    }
    match OUTCOMES.get(said.wrapping_sub(1)) {
        Some(word) => finish(reader, *word),
        None => super::draw(reader),
    }
}

/// Says what came of an act.
fn finish(reader: &'static Reader, word: ToolWord) {
    reader.tools.keep.said.set(Some(word));
    announce(reader, &say(reader, word));
    super::draw(reader);
}

/// A text of the worker's answer, or of a story in it.
fn text(of: &JsValue, name: &str) -> String {
    property(of, name).as_string().unwrap_or_default()
}

fn draw(reader: &'static Reader) -> Html {
    let paragraph = |text: &str| element("p").words(text);
    if !offline::is_possible(reader) {
        return paragraph(&say(reader, ToolWord::KeepImpossible));
    }
    let state = &reader.tools.keep;
    if !state.asked.replace(true) {
        offline::wish(reader, "list", "");
    }
    let answer = state.answer.borrow();
    let stories: Array = property(&answer, "stories").dyn_into().unwrap_or_default();
    let button = choice(reader, &stories)
        .map(|(act, word)| button(&act, &say(reader, word), None))
        .unwrap_or_default();
    let said = state.said.get().map(|word| say(reader, word));
    // Always three, so that the button is one and the same, and keeps the focus.
    element("div")
        .class("keep")
        .add(button)
        .add(paragraph(&said.unwrap_or_default()))
        .add(shelf(reader, &answer, &stories))
        .html()
}

/// The list, and what belongs to it.
fn shelf(reader: &Reader, answer: &JsValue, stories: &Array) -> Html {
    let paragraph = |text: &str| element("p").words(text);
    let shelf = element("div");
    if stories.length() == 0 {
        return shelf.around(paragraph(&say(reader, ToolWord::KeepNone)));
    }
    let used = fill(
        &say(reader, ToolWord::KeepUsed),
        &[
            ("used", &text(answer, "used")),
            ("room", &text(answer, "room")),
        ],
    );
    let field = element("input").with(attributes! { "type" = "search", "name" = "find" });
    let label = element("label")
        .say(&say(reader, ToolWord::KeepSearch))
        .add(field.html());
    shelf
        .add(label.html())
        .add(list(reader, stories))
        .add(paragraph(&used))
        .html()
}

/// What can be done with the page that is shown; nothing with one that is no story.
fn choice(reader: &Reader, stories: &Array) -> Option<(String, ToolWord)> {
    let shown = reader.shown.borrow();
    shown.main.query_selector("article.story").ok()??;
    let is_kept = stories
        .iter()
        .any(|story| text(&story, "url") == shown.page_url);
    let (verb, word) = match is_kept {
        true => ("drop ", ToolWord::Unkeep),
        false => ("keep ", ToolWord::KeepThis),
    };
    Some(([verb, &shown.page_url].concat(), word))
}

fn list(reader: &Reader, stories: &Array) -> Html {
    let wanted = reader.tools.keep.wanted.borrow();
    let remove = say(reader, ToolWord::KeepRemove);
    let mut list = element("ul");
    for story in stories.iter() {
        let (url, title) = (text(&story, "url"), text(&story, "title"));
        if !small(&title).contains(wanted.as_str()) {
            continue;
        }
        let about = element("small").words(&text(&story, "about"));
        let act = ["drop ", &url].concat();
        let named = [&remove, ": ", &title].concat();
        let link = element("a").with(attributes! { "href" = url });
        let button = element("button")
            .with(attributes! { "type" = "button", "data-do" = act, "aria-label" = named });
        let item = element("li").add(link.add(element("bdi").words(&title)).add(about).html());
        list = list.add(item.add(button.words(&remove)).html());
    }
    list.html()
}
