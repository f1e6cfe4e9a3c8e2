//! Finds stories and commands as one types: the list that Ctrl K opens.
//!
//! Entry point: [`TOOL`].
//!
//! 1. What is typed narrows the commands at once: every tool by its name, and where one can go.
//!    Enter takes the first, the arrow keys go through them.
//! 2. When the typing rests, the search index is asked for the first stories ([`index`]). It comes when the first
//!    letter was typed, not before.

use std::cell::{Cell, RefCell};

use gloo_timers::callback::Timeout;
use js_sys::JsString;
use serde::Deserialize;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Element, HtmlElement, RequestInit};

use super::{Pen, TOOLS, Tool, Tools, keys, panel, say};
use crate::browser::focus::focus;
use crate::browser::{each, index, json, request};
use crate::story::digits::digits;
use crate::view::words::ToolWord;

/// The tool.
pub(super) const TOOL: Tool = Tool {
    name: ToolWord::Find,
    draw,
    act,
};

/// How long the typing rests before stories are looked for, in milliseconds.
const REST: u32 = 200;
/// Stories that are shown.
const SHOWN: u32 = 6;
/// Where one can go.
const PLACES: [ToolWord; 4] = [
    ToolWord::NextStory,
    ToolWord::PreviousPage,
    ToolWord::FrontPage,
    ToolWord::Pictures,
];

/// The search page, as far as it is asked: the `index.json` of [`Page`](crate::paper::page::Page).
#[derive(Deserialize)]
struct SearchPage {
    content: SearchContent,
}

#[derive(Deserialize)]
struct SearchContent {
    search: Script,
}

#[derive(Deserialize)]
struct Script {
    script: String,
}

/// What the search script answers, as far as it is shown.
#[derive(Deserialize)]
struct FoundPage {
    content: FoundContent,
}

#[derive(Deserialize)]
struct FoundContent {
    found: Found,
}

#[derive(Deserialize)]
struct Found {
    stories: Vec<FoundStory>,
}

#[derive(Deserialize)]
struct FoundStory {
    story: Story,
}

/// A story that was found.
#[derive(Deserialize)]
struct Story {
    address: String,
    headline: String,
    #[serde(default)]
    language: String,
}

/// What is being looked for.
#[derive(Default)]
pub(in crate::tools) struct Find {
    typed: RefCell<String>,
    found: RefCell<Vec<Story>>,
    failed: Cell<bool>,
    timer: Cell<Option<Timeout>>,
    /// Number of the newest search; an older one that is still under way finds it changed and stops.
    number: Cell<u32>,
}

fn act(tools: &'static Tools, verb: &str, value: &str) {
    let find = &tools.find;
    if verb != "find" {
        let place = value
            .parse()
            .ok()
            .and_then(|place: usize| PLACES.get(place));
        if let Some(place) = place {
            panel::close(tools);
            keys::run(tools, *place);
        }
        return;
    }
    if *find.typed.borrow() == value {
        return;
    }
    find.typed.replace(value.to_owned());
    find.number.set(find.number.get().wrapping_add(1));
    if value.trim().is_empty() {
        find.found.borrow_mut().clear();
        find.timer.take();
    } else {
        let timer = Timeout::new(REST, move || spawn_local(look_up(tools)));
        find.timer.set(Some(timer));
    }
    panel::redraw(tools, ".found", draw_found);
}

async fn look_up(tools: &'static Tools) {
    let find = &tools.find;
    let number = find.number.get();
    let found = stories(tools).await;
    if find.number.get() == number {
        find.failed.set(found.is_none());
        find.found.replace(found.unwrap_or_default());
        panel::redraw(tools, ".found", draw_found);
    }
}

/// The first stories with the words; `None` when the paper cannot be searched.
async fn stories(tools: &'static Tools) -> Option<Vec<Story>> {
    let (root, language) = {
        let shown = tools.shown.borrow();
        (shown.root.clone(), shown.language.clone())
    };
    let url = [&root, "search/index.json"].concat();
    let page = request::text(&url, &RequestInit::new()).await.ok()?;
    let page: SearchPage = json::read(&page).ok()?;
    let script = [&root, page.content.search.script.as_str()].concat();
    let query = query(tools);
    let found = index::ask(&script, &query, &language, SHOWN).await?;
    let found: FoundPage = json::read(&found).ok()?;
    let stories = found.content.found.stories.into_iter();
    Some(stories.map(|one| one.story).collect())
}

fn query(tools: &Tools) -> String {
    let typed = String::from(js_sys::encode_uri_component(&tools.find.typed.borrow()));
    ["?q=", &typed].concat()
}

/// What the arrow keys go through, and what Enter takes the first of.
const ITEMS: &str = ".find input,.find li a,.find li button";

/// Heeds a key that was pressed in the list; `true` when it led on.
pub(super) fn press(tools: &Tools, key: &str, element: &Element) -> bool {
    let step = match key {
        "ArrowDown" => 1,
        "ArrowUp" => -1,
        _ => return false,
    };
    if !matches!(element.closest(".find"), Ok(Some(_))) {
        return false;
    }
    let mut items = Vec::new();
    let all = RefCell::new(&mut items);
    each(&tools.document, ITEMS, &|item| all.borrow_mut().push(item));
    let here = items.iter().position(|item| item == element);
    let wanted = here.and_then(|here| here.checked_add_signed(step));
    let item = wanted.and_then(|place| items.get(place)?.dyn_ref());
    item.map(focus);
    true
}

/// Enter was pressed in the field: takes the first of what was found.
pub(super) fn enter(tools: &Tools) {
    let first = tools.document.query_selector(".find li a,.find li button");
    if let Ok(Some(first)) = first
        && let Some(first) = first.dyn_ref::<HtmlElement>()
    {
        first.click();
    }
}

/// Whether a text has what is looked for in it, in small letters or large.
pub(super) fn has(text: &str, wanted: &str) -> bool {
    lower(text).includes(&String::from(lower(wanted)), 0)
}

/// Whether that is the name of a command, which may end with the dots of one that asks for more ("Share …").
fn is_named(name: &str, wanted: &str) -> bool {
    lower(name.trim_end_matches([' ', '…'])) == lower(wanted)
}

/// A text in small letters, by the browser's own tables, which the Wasm need not bring.
fn lower(text: &str) -> JsString {
    JsString::from(text).to_lower_case()
}

fn draw(tools: &'static Tools, pen: &mut Pen) {
    pen.open("form", "class=find role=search").open("label", "");
    pen.line("span", ToolWord::FindField);
    pen.open(
        "input",
        "type=search name=find autocomplete=off enterkeyhint=search",
    );
    pen.value(&tools.find.typed.borrow()).close().close();
    pen.open("div", "class=found");
    draw_found(tools, pen);
}

fn draw_found(tools: &'static Tools, pen: &mut Pen) {
    let find = &tools.find;
    let root = tools.shown.borrow().root.clone();
    let stories = find.found.borrow();
    let typed = find.typed.borrow();
    let wanted = typed.trim();
    // Whoever types a command's whole name wants it more than any story.
    draw_commands(tools, pen, &|name| is_named(name, wanted));
    if !stories.is_empty() {
        pen.open("ul", "").label(ToolWord::StoriesFound);
        for story in stories.iter() {
            let href = [root.as_str(), &story.address].concat();
            pen.open("li", "").open("a", "").set("href", &href);
            pen.mark(!story.language.is_empty(), "lang", &story.language);
            pen.write(&story.headline).close().close();
        }
        pen.close();
    }
    if find.failed.get() {
        pen.line("p", ToolWord::FindFailed);
    }
    if !wanted.is_empty() {
        let href = [root.as_str(), "search/", &query(tools)].concat();
        pen.open("p", "")
            .open("a", "")
            .set("href", &href)
            .word(ToolWord::FindMore)
            .close()
            .close();
    }
    draw_commands(tools, pen, &|name| {
        has(name, wanted) && !is_named(name, wanted)
    });
}

/// Draws a list of the commands whose names are wanted, if there are any.
fn draw_commands(tools: &Tools, pen: &mut Pen, is_wanted: &dyn Fn(&str) -> bool) {
    let named = TOOLS.iter().enumerate();
    let named = named.map(|(place, tool)| ("open ", place, tool.name));
    let places = PLACES
        .iter()
        .enumerate()
        .map(|(place, name)| ("go ", place, *name));
    let mut is_open = false;
    for (verb, place, name) in places.chain(named) {
        let text = say(tools, name);
        if name == ToolWord::Find || !is_wanted(text) {
            continue;
        }
        if !is_open {
            pen.open("ul", "").label(ToolWord::Commands);
            is_open = true;
        }
        pen.open("li", "").button(&[verb, &digits(place)].concat());
        pen.write(text).close().close();
    }
    if is_open {
        pen.close();
    }
}
