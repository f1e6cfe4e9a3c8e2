//! What is stored in the browser: shows it, deletes it, writes it to a file and reads it from one.
//!
//! Entry point: [`TOOL`].
//!
//! The file is JSON: `{"newsprint": 1, "kept": {"newsprint-places": "…"}, "stories": ["https://…/"]}`. It holds what
//! [`KINDS`] names and the URLs of the kept stories, which are loaded and kept again; a file that holds anything else is
//! taken for what it has of these.

use js_sys::{JSON, Object, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};

use super::{Pen, Tool, aloud, changes, contents, display, highlights, keep, keys, say, share};
use crate::reader::{Reader, property, storage};
use crate::story::digits::digits;
use crate::view::words::ToolWord;

/// The tool.
pub(super) const TOOL: Tool = Tool {
    name: ToolWord::Data,
    draw,
    act,
};

/// What is kept, by the name it is kept under.
const KINDS: &[(&str, ToolWord)] = &[
    (display::CHOICES, ToolWord::DataDisplay),
    (contents::PLACES, ToolWord::DataPlaces),
    (highlights::KEPT, ToolWord::Notes),
    (changes::READ, ToolWord::DataRead),
    (keys::OFF, ToolWord::DataKeys),
    (aloud::VOICE, ToolWord::Voice),
];

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
    for (place, (name, word)) in KINDS.iter().enumerate() {
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
    match verb {
        "delete" => {
            for (place, (name, _)) in KINDS.iter().enumerate() {
                if value.is_empty() || value == digits(place) {
                    storage::set(reader, name, "");
                }
            }
            if value.is_empty() || value == STORIES {
                keep::each(reader, "drop", &keep::urls(reader));
            }
            super::follow(reader);
        }
        "export" => export(reader),
        "import" => spawn_local(import(reader)),
        _ => {}
    }
}

fn export(reader: &'static Reader) {
    let kept = Object::new();
    for (name, _) in KINDS {
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
    for (name, _) in KINDS {
        if let Some(value) = property(&kept, name).as_string() {
            storage::set(reader, name, &value);
        }
    }
    if let Ok(urls) = property(&file, STORIES).dyn_into() {
        keep::each(reader, "keep", &urls);
    }
    Some(())
}
