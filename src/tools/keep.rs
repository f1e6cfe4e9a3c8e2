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

use super::{Pen, Tool, Tools, announce, find, panel, say, share, tell, withdraw};
use crate::browser::focus::focus;
use crate::browser::property;
use crate::browser::worker::{self, Wish};
use crate::message::{About, Notice};
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
pub(in crate::tools) struct Keep {
    /// The worker was asked for the list.
    asked: Cell<bool>,
    /// Its answer.
    answer: RefCell<JsValue>,
    /// What is looked for in the list, in small letters.
    wanted: RefCell<String>,
    /// What came of the last act.
    said: Cell<Option<ToolWord>>,
}

fn act(tools: &'static Tools, verb: &str, value: &str) {
    let state = &tools.keep;
    match verb {
        "find" => {
            state.wanted.replace(value.to_owned());
            panel::redraw(tools, ".kept", draw_list);
        }
        // One book of all of them.
        "book" => {
            share::make(tools, "epub", &urls(tools));
        }
        _ => {
            let act = match verb {
                "keep" => Wish::Keep,
                _ => Wish::Remove,
            };
            if act == Wish::Keep {
                state.said.set(Some(ToolWord::Keeping));
            }
            stay(tools, ".keep li");
            wish(tools, act, value);
        }
    }
}

fn wish(tools: &Tools, act: Wish, url: &str) {
    worker::wish(&tools.document, act, url, &tools.shown.borrow().page_url);
}

/// The button that was pressed goes away, if it stands in this part: the focus stays in the panel.
pub(super) fn stay(tools: &Tools, part: &str) {
    let Some(active) = tools.document.active_element() else {
        return;
    };
    if matches!(active.closest(part), Ok(Some(_)))
        && let Ok(Some(panel)) = active.closest(".tools-panel")
    {
        focus(panel.unchecked_ref::<HtmlElement>());
    }
}

/// The worker has answered.
pub(in crate::tools) fn told(tools: &'static Tools, answer: JsValue) {
    let said = property(&answer, "said").as_f64().unwrap_or_default() as usize;
    if property(&answer, "stories").is_object() {
        tools.keep.answer.replace(answer);
    }
    match OUTCOMES.get(said.wrapping_sub(1)) {
        Some(word) => finish(tools, *word),
        None => refresh(tools),
    }
}

/// Says what came of an act.
fn finish(tools: &'static Tools, word: ToolWord) {
    tools.keep.said.set(Some(word));
    let said = say(tools, word);
    announce(tools, About::Event, said);
    // Keeping takes a while: the panel may be closed by then, or show another tool.
    if panel::is_in_view(tools, ToolWord::Keep) {
        withdraw(tools, Notice::Outcome);
    } else {
        tell(tools, Notice::Outcome, said);
    }
    refresh(tools);
}

/// Draws what depends on the answer. The button stays the same one: somebody may be about to press it again.
fn refresh(tools: &'static Tools) {
    if let Ok(Some(button)) = tools.document.query_selector(".keep > button")
        && let Some((act, word)) = choice(tools, &stories(tools))
    {
        let _ = button.set_attribute("data-do", &act);
        button.set_text_content(Some(say(tools, word)));
    }
    panel::redraw(tools, ".keep .said", draw_said);
    panel::redraw(tools, ".keep .shelf", draw_shelf);
}

/// A text of the worker's answer, or of a story in it.
fn text(of: &JsValue, name: &str) -> String {
    property(of, name).as_string().unwrap_or_default()
}

fn draw(tools: &'static Tools, pen: &mut Pen) {
    if !worker::is_possible(&tools.document) {
        pen.line("p", ToolWord::KeepImpossible);
        return;
    }
    ask(tools);
    pen.open("div", "class=keep");
    if let Some((act, word)) = choice(tools, &stories(tools)) {
        pen.act(&act, word);
    }
    pen.open("p", "class=said");
    draw_said(tools, pen);
    pen.close().open("div", "class=shelf");
    draw_shelf(tools, pen);
}

fn draw_said(tools: &'static Tools, pen: &mut Pen) {
    if let Some(said) = tools.keep.said.get() {
        pen.word(said);
    }
}

fn draw_shelf(tools: &'static Tools, pen: &mut Pen) {
    let state = &tools.keep;
    if stories(tools).length() == 0 {
        pen.line("p", ToolWord::KeepNone);
        return;
    }
    pen.open("label", "").word(ToolWord::KeepSearch);
    pen.open("input", "type=search name=find")
        .value(&state.wanted.borrow());
    pen.close().close().open("ul", "class=kept");
    draw_list(tools, pen);
    pen.close()
        .open("p", "")
        .act("book", ToolWord::SaveBook)
        .close();
    let answer = state.answer.borrow();
    let (used, room) = (text(&answer, "used"), text(&answer, "room"));
    if !used.is_empty() {
        let values = [("used", used.as_str()), ("room", &room)];
        let used = fill(say(tools, ToolWord::KeepUsed), &values);
        pen.open("p", "").write(&used).close();
    }
    share::draw_outcome(tools, pen);
}

/// Asks for the list, once: later answers have it with them.
pub(super) fn ask(tools: &Tools) {
    if worker::is_possible(&tools.document) && !tools.keep.asked.replace(true) {
        wish(tools, Wish::List, "");
    }
}

/// The stories that are kept, as the worker told of them.
fn stories(tools: &Tools) -> Array {
    let answer = tools.keep.answer.borrow();
    property(&answer, "stories").dyn_into().unwrap_or_default()
}

/// URLs of the stories that are kept.
pub(super) fn urls(tools: &Tools) -> Array {
    let stories = stories(tools);
    stories
        .iter()
        .map(|story| property(&story, "url"))
        .collect()
}

/// Has every one of these pages of the paper kept or removed; others are passed over.
pub(super) fn each(tools: &Tools, act: Wish, urls: &Array) {
    let root = tools.shown.borrow().root.clone();
    for url in urls.iter().filter_map(|url| url.as_string()) {
        // As the browser writes it: what another program has written may have a host in large letters.
        let url = Url::new(&url).map(|url| url.href()).unwrap_or_default();
        // Only what may be a page of the paper is asked for.
        if url.starts_with(&root) && url.ends_with('/') {
            wish(tools, act, &url);
        }
    }
}

/// Has whatever was kept or read deleted.
pub(super) fn forget(tools: &Tools) {
    wish(tools, Wish::Forget, "");
}

/// What can be done with the page that is shown; nothing with one that is no story.
fn choice(tools: &Tools, stories: &Array) -> Option<(String, ToolWord)> {
    let shown = tools.shown.borrow();
    shown.main.query_selector("article.story").ok()??;
    let identity = tools.identity();
    let mut urls = stories.iter().map(|story| text(&story, "url"));
    Some(match urls.find(|url| identity.is_of(url)) {
        Some(kept) => (["drop ", &kept].concat(), ToolWord::Unkeep),
        None => (["keep ", &shown.page_url].concat(), ToolWord::KeepThis),
    })
}

fn draw_list(tools: &'static Tools, pen: &mut Pen) {
    let wanted = tools.keep.wanted.borrow();
    let remove = say(tools, ToolWord::KeepRemove);
    for story in stories(tools).iter() {
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
