//! What has changed in a story since somebody read it.
//!
//! Entry points: [`TOOL`]; [`shown`] when a page is shown.
//!
//! 1. The press marks a story that changed with a version (`<meta name=version>`), and lays beside it what each earlier
//!    version had otherwise (`changes.json`, docs/changes.md).
//! 2. The version of every story that is read is kept. Where it is another when the story is shown again, a notice says
//!    so, once: whatever is answered, the new version counts as read.
//! 3. The tool shows the changes word by word, and the story's dated corrections.

use std::cell::RefCell;

use js_sys::{Array, JSON};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::spawn_local;
use web_sys::RequestInit;

use super::{Pen, Tool, contents, keys, per_story, say};
use crate::reader::announce::{About, announce};
use crate::reader::head::attribute;
use crate::reader::{Reader, live, notice, property, request};
use crate::view::words::{ToolWord, fill};

/// The tool.
pub(super) const TOOL: Tool = Tool {
    name: ToolWord::Changes,
    draw,
    act: |_, _, _| {},
};

/// Under this name the versions are kept, for each story.
pub(super) const READ: &str = "newsprint-read";
/// Class of the notice.
const NOTICE: &str = "changed";
/// Beside the page.
const FILE: &str = "changes.json";

/// What is known of the shown story's changes.
#[derive(Default)]
pub(in crate::reader) struct Changes {
    /// The version that was read before, where it is not the shown one.
    before: RefCell<Option<String>>,
    /// What `changes.json` says: nothing before it was asked for, null when it did not come.
    history: RefCell<Option<JsValue>>,
}

/// A page is shown: says so when it is a story that has changed since it was read.
pub(super) fn shown(reader: &'static Reader) {
    notice::withdraw(reader, NOTICE);
    let changes = &reader.tools.changes;
    changes.history.take();
    changes.before.take();
    if contents::body(reader).is_none() {
        return;
    }
    let version = attribute(&reader.document, "meta[name=version]", "content");
    let before = per_story::get(reader, READ);
    per_story::set(reader, READ, Some(&version));
    // A version that is nowhere to be read is a history that was lost: there is nothing to tell. A live story has its own
    // way to tell.
    let before =
        before.filter(|before| *before != version && !version.is_empty() && !live::is_live(reader));
    if before.is_some() {
        let said = say(reader, ToolWord::ChangedSince);
        let acts = [
            ("changes", say(reader, ToolWord::ShowChanges)),
            ("unchanged", say(reader, ToolWord::Close)),
        ];
        notice::show(reader, NOTICE, said, &acts);
        announce(reader, About::Page, said);
    }
    changes.before.replace(before);
}

/// The notice was answered: `changes` shows them.
pub(super) fn answer(reader: &'static Reader, verb: &str) {
    notice::withdraw(reader, NOTICE);
    if verb == "changes" {
        keys::run(reader, ToolWord::Changes);
    }
}

fn load(reader: &'static Reader) {
    spawn_local(async move {
        let page_url = reader.shown.borrow().page_url.clone();
        let url = [&page_url, FILE].concat();
        let text = request::text(&url, &RequestInit::new()).await;
        if reader.shown.borrow().page_url == page_url {
            let history = text.ok().and_then(|text| JSON::parse(&text).ok());
            let history = history.unwrap_or(JsValue::NULL);
            reader.tools.changes.history.replace(Some(history));
            super::draw(reader);
        }
    });
}

fn draw(reader: &'static Reader, pen: &mut Pen) {
    notice::withdraw(reader, NOTICE);
    pen.open("div", "class=changes");
    let changes = &reader.tools.changes;
    match &*changes.before.borrow() {
        None => {
            pen.line("p", ToolWord::Unchanged);
        }
        Some(before) => match &*changes.history.borrow() {
            None => load(reader),
            Some(history) if history.is_null() => {
                pen.line("p", ToolWord::ChangesFailed);
            }
            Some(history) => draw_since(reader, history, before, pen),
        },
    }
    draw_corrections(reader, pen);
}

/// Draws the way from the version that was read to the shown one.
fn draw_since(reader: &Reader, history: &JsValue, before: &str, pen: &mut Pen) {
    let versions = property(history, "versions");
    let versions = versions.dyn_into::<Array>().unwrap_or_default();
    let text = |value: &JsValue, name| property(value, name).as_string().unwrap_or_default();
    let version = versions.iter().find(|one| text(one, "version") == before);
    let Some(version) = version else {
        pen.line("p", ToolWord::ChangesUnknown);
        return;
    };
    let date = text(&property(&version, "date"), "text");
    let since = fill(say(reader, ToolWord::ComparedWith), &[("date", &date)]);
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

fn draw_corrections(reader: &'static Reader, pen: &mut Pen) {
    let main = reader.shown.borrow().main.clone();
    let Ok(found) = main.query_selector_all(".correction") else {
        return;
    };
    for number in 0..found.length() {
        if let Some(correction) = found.item(number) {
            pen.copy(&correction);
        }
    }
}
