//! Keeps stories for reading without a network, and lists those that are kept.
//!
//! Entry points: [`TOOL`]; [`told`] when the service worker has answered.
//!
//! The worker does the keeping and has the list (`static/service-worker.js`): it is asked when the tool is first drawn
//! and for each act, and answers with the whole list as it is then.

use std::cell::{Cell, RefCell};

use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{HtmlElement, Url};

use super::{Pen, Tool, find, say, share};
use crate::reader::announce::{About, announce};
use crate::reader::identity::Identity;
use crate::reader::{Reader, focus, notice, offline, property};
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
            state.wanted.replace(value.to_owned());
            super::redraw(reader, ".kept", draw_list);
        }
        // One book of all of them.
        "book" => {
            share::make(reader, "epub", &urls(reader));
        }
        _ => {
            if verb == "keep" {
                state.said.set(Some(ToolWord::Keeping));
            }
            stay(reader, ".keep li");
            offline::wish(reader, verb, value);
        }
    }
}

/// The button that was pressed goes away, if it stands in this part: the focus stays in the panel.
pub(super) fn stay(reader: &Reader, part: &str) {
    let Some(active) = reader.document.active_element() else {
        return;
    };
    if matches!(active.closest(part), Ok(Some(_)))
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
        None => refresh(reader),
    }
}

/// Says what came of an act.
fn finish(reader: &'static Reader, word: ToolWord) {
    reader.tools.keep.said.set(Some(word));
    let said = say(reader, word);
    announce(reader, About::Event, said);
    // Keeping takes a while: the panel may be closed by then, or show another tool.
    if super::is_in_view(reader, ToolWord::Keep) {
        notice::withdraw(reader, super::OUTCOME);
    } else {
        notice::tell(reader, super::OUTCOME, said);
    }
    refresh(reader);
}

/// Draws what depends on the answer. The button stays the same one: somebody may be about to press it again.
fn refresh(reader: &'static Reader) {
    if let Ok(Some(button)) = reader.document.query_selector(".keep > button")
        && let Some((act, word)) = choice(reader, &stories(reader))
    {
        let _ = button.set_attribute("data-do", &act);
        button.set_text_content(Some(say(reader, word)));
    }
    super::redraw(reader, ".keep .said", draw_said);
    super::redraw(reader, ".keep .shelf", draw_shelf);
    super::redraw(reader, ".data .rows", super::data::draw_rows);
}

/// A text of the worker's answer, or of a story in it.
fn text(of: &JsValue, name: &str) -> String {
    property(of, name).as_string().unwrap_or_default()
}

fn draw(reader: &'static Reader, pen: &mut Pen) {
    if !offline::is_possible(reader) {
        pen.line("p", ToolWord::KeepImpossible);
        return;
    }
    ask(reader);
    pen.open("div", "class=keep");
    if let Some((act, word)) = choice(reader, &stories(reader)) {
        pen.act(&act, word);
    }
    pen.open("p", "class=said");
    draw_said(reader, pen);
    pen.close().open("div", "class=shelf");
    draw_shelf(reader, pen);
}

fn draw_said(reader: &'static Reader, pen: &mut Pen) {
    if let Some(said) = reader.tools.keep.said.get() {
        pen.word(said);
    }
}

fn draw_shelf(reader: &'static Reader, pen: &mut Pen) {
    let state = &reader.tools.keep;
    if stories(reader).length() == 0 {
        pen.line("p", ToolWord::KeepNone);
        return;
    }
    pen.open("label", "").word(ToolWord::KeepSearch);
    pen.open("input", "type=search name=find")
        .value(&state.wanted.borrow());
    pen.close().close().open("ul", "class=kept");
    draw_list(reader, pen);
    pen.close()
        .open("p", "")
        .act("book", ToolWord::SaveBook)
        .close();
    let answer = state.answer.borrow();
    let (used, room) = (text(&answer, "used"), text(&answer, "room"));
    if !used.is_empty() {
        let values = [("used", used.as_str()), ("room", &room)];
        let used = fill(say(reader, ToolWord::KeepUsed), &values);
        pen.open("p", "").write(&used).close();
    }
    share::draw_outcome(reader, pen);
}

/// Asks for the list, once: later answers have it with them.
pub(super) fn ask(reader: &Reader) {
    if offline::is_possible(reader) && !reader.tools.keep.asked.replace(true) {
        offline::wish(reader, "list", "");
    }
}

/// The stories that are kept, as the worker told of them.
fn stories(reader: &Reader) -> Array {
    let answer = reader.tools.keep.answer.borrow();
    property(&answer, "stories").dyn_into().unwrap_or_default()
}

/// URLs of the stories that are kept.
pub(super) fn urls(reader: &Reader) -> Array {
    let stories = stories(reader);
    stories
        .iter()
        .map(|story| property(&story, "url"))
        .collect()
}

/// Has every one of these pages of the paper kept (`keep`) or removed (`drop`); others are passed over.
pub(super) fn each(reader: &Reader, act: &str, urls: &Array) {
    let root = reader.root.borrow().clone();
    for url in urls.iter().filter_map(|url| url.as_string()) {
        // As the browser writes it: what another program has written may have a host in large letters.
        let url = Url::new(&url).map(|url| url.href()).unwrap_or_default();
        // Only what may be a page of the paper is asked for.
        if url.starts_with(&root) && url.ends_with('/') {
            offline::wish(reader, act, &url);
        }
    }
}

/// Has whatever was kept or read deleted.
pub(super) fn forget(reader: &Reader) {
    offline::wish(reader, "forget", "");
}

/// What can be done with the page that is shown; nothing with one that is no story.
fn choice(reader: &Reader, stories: &Array) -> Option<(String, ToolWord)> {
    let shown = reader.shown.borrow();
    shown.main.query_selector("article.story").ok()??;
    let identity = Identity::of_shown(reader);
    let mut urls = stories.iter().map(|story| text(&story, "url"));
    Some(match urls.find(|url| identity.is_of(url)) {
        Some(kept) => (["drop ", &kept].concat(), ToolWord::Unkeep),
        None => (["keep ", &shown.page_url].concat(), ToolWord::KeepThis),
    })
}

fn draw_list(reader: &'static Reader, pen: &mut Pen) {
    let wanted = reader.tools.keep.wanted.borrow();
    let remove = say(reader, ToolWord::KeepRemove);
    for story in stories(reader).iter() {
        let (url, title) = (text(&story, "url"), text(&story, "title"));
        if !find::has(&title, &wanted) {
            continue;
        }
        pen.open("li", "").open("a", "").set("href", &url);
        pen.open("bdi", "").write(&title).close();
        pen.open("small", "")
            .write(&text(&story, "about"))
            .close()
            .close();
        pen.button(&["drop ", &url].concat());
        pen.set("aria-label", &[remove, ": ", &title].concat());
        pen.write(remove).close().close();
    }
}
