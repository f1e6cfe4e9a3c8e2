//! What is stored in the browser: shows it, deletes it, writes it to a file and reads it from one.
//!
//! Entry point: [`TOOL`].
//!
//! The file is JSON: `{"newsprint": 1, "kept": {"newsprint-places": "…"}, "stories": ["https://…/"]}`. It holds what
//! [`KINDS`] names and the URLs of the kept stories, which are loaded and kept again; a file that holds anything else is
//! taken for what it has of these. What a file brings comes beside what is there: each kind knows how.
//!
//! What cannot be had again, which is everything at once and all highlights, is deleted only when somebody has been asked.

use std::cell::RefCell;

use js_sys::{JSON, Object, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};

use super::{
    Pen, Tool, Tools, aloud, announce, display, highlights, keep, keys, panel, say, share, stored,
};
use crate::browser::storage::{self, CHOICES, HIGHLIGHTS, OFF, PLACES, READ, VOICE};
use crate::browser::worker::Wish;
use crate::browser::{per_story, property};
use crate::message::{About, ToReader};
use crate::story::digits::digits;
use crate::view::words::{ToolWord, fill};

/// The tool.
pub(super) const TOOL: Tool = Tool {
    name: ToolWord::Data,
    draw,
    act,
};

/// Something that is kept: the name it is kept under, what it is called, and how what comes from another machine is added
/// to what is here.
type Kind = (&'static str, ToolWord, fn(&str, &str) -> String);

/// What is kept.
const KINDS: &[Kind] = &[
    (CHOICES, ToolWord::DataDisplay, display::merge),
    (PLACES, ToolWord::DataPlaces, per_story::merge),
    (HIGHLIGHTS, ToolWord::Notes, highlights::merge),
    (READ, ToolWord::DataRead, per_story::merge),
    (OFF, ToolWord::DataKeys, keys::merge),
    (VOICE, ToolWord::Voice, aloud::merge),
];

/// What is to be deleted once somebody has said so: the place of a kind, or empty for everything.
#[derive(Default)]
pub(in crate::tools) struct Asked(RefCell<Option<String>>);

/// Number of the form of the file.
const FORM: f64 = 1.0;
/// The kept stories, in the file and in what deletes them.
const STORIES: &str = "stories";
/// What the file is called.
const FILE: &str = "newsprint.json";

fn draw(tools: &'static Tools, pen: &mut Pen) {
    keep::ask(tools);
    pen.open("div", "class=data").line("p", ToolWord::DataAbout);
    pen.open("ul", "class=rows");
    draw_rows(tools, pen);
    pen.close().open("p", "").act("export", ToolWord::Export);
    pen.act("delete", ToolWord::DeleteAll).close();
    if let Some(place) = &*tools.asked.0.borrow() {
        pen.open("p", "class=sure").write(&question(tools, place));
        pen.act("export", ToolWord::Export);
        pen.act("sure", ToolWord::DeleteNow);
        pen.act("spare", ToolWord::DeleteNot).close();
    }
    pen.open("label", "class=import")
        .line("span", ToolWord::Import);
    pen.open(
        "input",
        "type=file name=import accept=.json,application/json",
    )
    .close()
    .close();
    share::draw_outcome(tools, pen);
}

/// The service worker has told what it keeps.
pub(super) fn stories_changed(tools: &'static Tools) {
    panel::redraw(tools, ".data .rows", draw_rows);
}

/// Draws what is stored, kind by kind.
fn draw_rows(tools: &'static Tools, pen: &mut Pen) {
    let mut is_empty = true;
    for (place, (name, word, _)) in KINDS.iter().enumerate() {
        let size = storage::get(name).len();
        if size > 0 {
            is_empty = false;
            let size = [&digits(size), " B"].concat();
            draw_row(tools, pen, *word, &size, &digits(place));
        }
    }
    let stories = keep::urls(tools).length();
    if stories > 0 {
        is_empty = false;
        draw_row(tools, pen, ToolWord::Keep, &digits(stories), STORIES);
    }
    if is_empty {
        pen.line("li", ToolWord::DataNone);
    }
}

fn draw_row(tools: &Tools, pen: &mut Pen, word: ToolWord, size: &str, place: &str) {
    let name = say(tools, word);
    pen.open("li", "").open("span", "");
    pen.write(&[name, " (", size, ")"].concat()).close();
    pen.button(&["delete ", place].concat());
    let named = [say(tools, ToolWord::Delete), ": ", name].concat();
    pen.set("aria-label", &named)
        .word(ToolWord::Delete)
        .close()
        .close();
}

fn act(tools: &'static Tools, verb: &str, value: &str) {
    let asked = &tools.asked.0;
    match verb {
        "delete" if value.is_empty() || is_highlights(value) => {
            announce(tools, About::Event, &question(tools, value));
            asked.replace(Some(value.to_owned()));
        }
        "delete" => delete(tools, value),
        "sure" | "spare" => {
            keep::stay(tools, ".sure");
            let place = asked.take().filter(|_| verb == "sure");
            if let Some(place) = place {
                delete(tools, &place);
            }
        }
        "export" => export(tools),
        "import" => spawn_local(import(tools)),
        _ => {}
    }
}

fn is_highlights(place: &str) -> bool {
    let kind = place.parse().ok().and_then(|place: usize| KINDS.get(place));
    kind.is_some_and(|(name, ..)| *name == HIGHLIGHTS)
}

/// What is asked before something is deleted.
fn question(tools: &Tools, place: &str) -> String {
    match place.is_empty() {
        true => say(tools, ToolWord::DeleteAllSure).to_owned(),
        false => fill(
            say(tools, ToolWord::DeleteSure),
            &[("what", say(tools, ToolWord::Notes))],
        ),
    }
}

/// Deletes a kind by its place, the kept stories, or everything, with the pages that were read.
fn delete(tools: &'static Tools, what: &str) {
    for (place, (name, ..)) in KINDS.iter().enumerate() {
        if what.is_empty() || what == digits(place) {
            tools.store(name, "");
        }
    }
    match what {
        "" => keep::forget(tools),
        STORIES => keep::each(tools, Wish::Remove, &keep::urls(tools)),
        _ => {}
    }
    tools.send(ToReader::Stored);
    stored::follow(tools);
}

fn export(tools: &'static Tools) {
    let kept = Object::new();
    for (name, ..) in KINDS {
        let value = storage::get(name);
        if !value.is_empty() {
            let _ = Reflect::set(&kept, &(*name).into(), &value.into());
        }
    }
    let file = Object::new();
    let _ = Reflect::set(&file, &"newsprint".into(), &FORM.into());
    let _ = Reflect::set(&file, &"kept".into(), &kept);
    let _ = Reflect::set(&file, &STORIES.into(), &keep::urls(tools));
    if let Ok(text) = JSON::stringify(&file) {
        super::download::download(tools, FILE, "application/json", &String::from(text));
    }
}

async fn import(tools: &'static Tools) {
    let done = read(tools).await.is_some();
    tools.send(ToReader::Stored);
    stored::follow(tools);
    let word = if done {
        ToolWord::Imported
    } else {
        ToolWord::ImportFailed
    };
    share::tell(tools, say(tools, word));
}

/// Takes over what the chosen file holds; `None` when it holds nothing of ours, and then nothing is changed.
async fn read(tools: &'static Tools) -> Option<()> {
    let input = tools.document.query_selector("[name=import]").ok()??;
    let file = property(&property(&input, "files"), "0");
    let read = property(&file, "text")
        .dyn_into::<js_sys::Function>()
        .ok()?;
    let text = read.call0(&file).ok()?.unchecked_into::<Promise>();
    let text = JsFuture::from(text).await.ok()?.as_string()?;
    let file = JSON::parse(&text).ok()?;
    let kept = property(&file, "kept");
    if property(&file, "newsprint") != FORM || !kept.is_object() {
        return None;
    }
    for (name, _, merge) in KINDS {
        if let Some(value) = property(&kept, name).as_string() {
            tools.store(name, &merge(&storage::get(name), &value));
        }
    }
    if let Ok(urls) = property(&file, STORIES).dyn_into() {
        keep::each(tools, Wish::Keep, &urls);
    }
    Some(())
}
