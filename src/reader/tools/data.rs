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
    Pen, Tool, aloud, changes, contents, display, highlights, keep, keys, per_story, say, share,
};
use crate::reader::announce::{About, announce};
use crate::reader::{Reader, property, storage};
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
    (display::CHOICES, ToolWord::DataDisplay, display::merge),
    (contents::PLACES, ToolWord::DataPlaces, per_story::merge),
    (highlights::KEPT, ToolWord::Notes, highlights::merge),
    (changes::READ, ToolWord::DataRead, per_story::merge),
    (keys::OFF, ToolWord::DataKeys, keys::merge),
    (aloud::VOICE, ToolWord::Voice, aloud::merge),
];

/// What is to be deleted once somebody has said so: the place of a kind, or empty for everything.
#[derive(Default)]
pub(in crate::reader) struct Asked(RefCell<Option<String>>);

/// Number of the form of the file.
const FORM: f64 = 1.0;
/// The kept stories, in the file and in what deletes them.
const STORIES: &str = "stories";
/// What the file is called.
const FILE: &str = "newsprint.json";

fn draw(reader: &'static Reader, pen: &mut Pen) {
    keep::ask(reader);
    pen.open("div", "class=data").line("p", ToolWord::DataAbout);
    pen.open("ul", "class=rows");
    draw_rows(reader, pen);
    pen.close().open("p", "").act("export", ToolWord::Export);
    pen.act("delete", ToolWord::DeleteAll).close();
    if let Some(place) = &*reader.tools.asked.0.borrow() {
        pen.open("p", "class=sure").write(&question(reader, place));
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
    share::draw_outcome(reader, pen);
}

/// Draws what is stored, kind by kind.
pub(super) fn draw_rows(reader: &'static Reader, pen: &mut Pen) {
    let mut is_empty = true;
    for (place, (name, word, _)) in KINDS.iter().enumerate() {
        let size = storage::get(reader, name).len();
        if size > 0 {
            is_empty = false;
            let size = [&digits(size), " B"].concat();
            draw_row(reader, pen, *word, &size, &digits(place));
        }
    }
    let stories = keep::urls(reader).length();
    if stories > 0 {
        is_empty = false;
        draw_row(reader, pen, ToolWord::Keep, &digits(stories), STORIES);
    }
    if is_empty {
        pen.line("li", ToolWord::DataNone);
    }
}

fn draw_row(reader: &Reader, pen: &mut Pen, word: ToolWord, size: &str, place: &str) {
    let name = say(reader, word);
    pen.open("li", "").open("span", "");
    pen.write(&[name, " (", size, ")"].concat()).close();
    pen.button(&["delete ", place].concat());
    let named = [say(reader, ToolWord::Delete), ": ", name].concat();
    pen.set("aria-label", &named)
        .word(ToolWord::Delete)
        .close()
        .close();
}

fn act(reader: &'static Reader, verb: &str, value: &str) {
    let asked = &reader.tools.asked.0;
    match verb {
        "delete" if value.is_empty() || is_highlights(value) => {
            announce(reader, About::Event, &question(reader, value));
            asked.replace(Some(value.to_owned()));
        }
        "delete" => delete(reader, value),
        "sure" | "spare" => {
            keep::stay(reader, ".sure");
            let place = asked.take().filter(|_| verb == "sure");
            if let Some(place) = place {
                delete(reader, &place);
            }
        }
        "export" => export(reader),
        "import" => spawn_local(import(reader)),
        _ => {}
    }
}

fn is_highlights(place: &str) -> bool {
    let kind = place.parse().ok().and_then(|place: usize| KINDS.get(place));
    kind.is_some_and(|(name, ..)| *name == highlights::KEPT)
}

/// What is asked before something is deleted.
fn question(reader: &Reader, place: &str) -> String {
    match place.is_empty() {
        true => say(reader, ToolWord::DeleteAllSure).to_owned(),
        false => fill(
            say(reader, ToolWord::DeleteSure),
            &[("what", say(reader, ToolWord::Notes))],
        ),
    }
}

/// Deletes a kind by its place, the kept stories, or everything, with the pages that were read.
fn delete(reader: &'static Reader, what: &str) {
    for (place, (name, ..)) in KINDS.iter().enumerate() {
        if what.is_empty() || what == digits(place) {
            storage::set(reader, name, "");
        }
    }
    match what {
        "" => keep::forget(reader),
        STORIES => keep::each(reader, "drop", &keep::urls(reader)),
        _ => {}
    }
    super::follow(reader);
}

fn export(reader: &'static Reader) {
    let kept = Object::new();
    for (name, ..) in KINDS {
        let value = storage::get(reader, name);
        if !value.is_empty() {
            let _ = Reflect::set(&kept, &(*name).into(), &value.into());
        }
    }
    let file = Object::new();
    let _ = Reflect::set(&file, &"newsprint".into(), &FORM.into());
    let _ = Reflect::set(&file, &"kept".into(), &kept);
    let _ = Reflect::set(&file, &STORIES.into(), &keep::urls(reader));
    if let Ok(text) = JSON::stringify(&file) {
        super::download::download(reader, FILE, "application/json", &String::from(text));
    }
}

async fn import(reader: &'static Reader) {
    let done = read(reader).await.is_some();
    super::follow(reader);
    let word = if done {
        ToolWord::Imported
    } else {
        ToolWord::ImportFailed
    };
    share::tell(reader, say(reader, word));
}

/// Takes over what the chosen file holds; `None` when it holds nothing of ours, and then nothing is changed.
async fn read(reader: &'static Reader) -> Option<()> {
    let input = reader.document.query_selector("[name=import]").ok()??;
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
            storage::set(reader, name, &merge(&storage::get(reader, name), &value));
        }
    }
    if let Ok(urls) = property(&file, STORIES).dyn_into() {
        keep::each(reader, "keep", &urls);
    }
    Some(())
}
