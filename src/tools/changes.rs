//! What has changed in a story since somebody read it.
//!
//! Entry points: [`TOOL`]; [`arrived`] when a page is shown.
//!
//! 1. The reader knows the version that was read before, where it is another (`src/reader/version.rs`).
//! 2. The press has laid beside the page what each earlier version had otherwise (`changes.json`, docs/changes.md).
//! 3. The tool shows the changes word by word, and the story's dated corrections.

use std::cell::RefCell;

use js_sys::{Array, JSON};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::spawn_local;
use web_sys::RequestInit;

use super::{Pen, Tool, Tools, panel, say};
use crate::browser::{property, request};
use crate::view::words::{ToolWord, fill};

/// The tool.
pub(super) const TOOL: Tool = Tool {
    name: ToolWord::Changes,
    draw,
    act: |_, _, _| {},
};

/// Beside the page.
const FILE: &str = "changes.json";

/// What is known of the shown story's changes.
#[derive(Default)]
pub(in crate::tools) struct Changes {
    /// What `changes.json` says: nothing before it was asked for, null when it did not come.
    history: RefCell<Option<JsValue>>,
}

/// A page is shown.
pub(super) fn arrived(tools: &Tools) {
    tools.changes.history.take();
}

fn load(tools: &'static Tools) {
    spawn_local(async move {
        let page_url = tools.shown.borrow().page_url.clone();
        let url = [&page_url, FILE].concat();
        let text = request::text(&url, &RequestInit::new()).await;
        if tools.shown.borrow().page_url == page_url {
            let history = text.ok().and_then(|text| JSON::parse(&text).ok());
            let history = history.unwrap_or(JsValue::NULL);
            tools.changes.history.replace(Some(history));
            panel::draw(tools);
        }
    });
}

fn draw(tools: &'static Tools, pen: &mut Pen) {
    pen.open("div", "class=changes");
    let changes = &tools.changes;
    match &tools.shown.borrow().read_before {
        None => {
            pen.line("p", ToolWord::Unchanged);
        }
        Some(before) => match &*changes.history.borrow() {
            None => load(tools),
            Some(history) if history.is_null() => {
                pen.line("p", ToolWord::ChangesFailed);
            }
            Some(history) => draw_since(tools, history, before, pen),
        },
    }
    draw_corrections(tools, pen);
}

/// Draws the way from the version that was read to the shown one.
fn draw_since(tools: &Tools, history: &JsValue, before: &str, pen: &mut Pen) {
    let versions = property(history, "versions");
    let versions = versions.dyn_into::<Array>().unwrap_or_default();
    let text = |value: &JsValue, name| property(value, name).as_string().unwrap_or_default();
    let version = versions.iter().find(|one| text(one, "version") == before);
    let Some(version) = version else {
        pen.line("p", ToolWord::ChangesUnknown);
        return;
    };
    let date = text(&property(&version, "date"), "text");
    let since = fill(say(tools, ToolWord::ComparedWith), &[("date", &date)]);
    pen.open("p", "").write(&since).close();
    let passages = property(&version, "changes");
    for passage in passages.dyn_into::<Array>().unwrap_or_default().iter() {
        // A number says how many passages stayed.
        if let Ok(parts) = passage.dyn_into::<Array>() {
            pen.open("p", "class=passage");
            let mut follows_gone = false;
            for part in parts.iter() {
                let (kind, words) = (text(&part, "0"), text(&part, "1"));
                match kind.as_str() {
                    "-" => draw_part(pen, "del", ToolWord::WordsGone, &words),
                    "+" => {
                        // Where words took the place of others, something has to stand between them.
                        if follows_gone {
                            pen.write(" ");
                        }
                        draw_part(pen, "ins", ToolWord::WordsNew, &words);
                    }
                    _ => {
                        pen.write(&words);
                    }
                }
                follows_gone = kind == "-";
            }
            pen.close();
        }
    }
}

/// Draws words that came or went. Not every screen reader tells of these elements by itself.
fn draw_part(pen: &mut Pen, element: &str, said: ToolWord, words: &str) {
    pen.open(element, "")
        .open("span", "class=hidden")
        .word(said);
    pen.write(" ").close().write(words).close();
}

fn draw_corrections(tools: &'static Tools, pen: &mut Pen) {
    let main = tools.shown.borrow().main.clone();
    let Ok(found) = main.query_selector_all(".correction") else {
        return;
    };
    for number in 0..found.length() {
        if let Some(correction) = found.item(number) {
            pen.copy(&correction);
        }
    }
}
