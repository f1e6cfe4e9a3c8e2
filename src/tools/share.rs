//! Gives a story away: shares it, copies its link, prints it, saves it, cites it.
//!
//! Entry point: [`TOOL`]; [`make`] makes a file of stories, [`copy`] copies.
//!
//! Files are made by a script of its own (`static/take-away.js`), which comes when somebody asks for one.

use std::cell::RefCell;

use js_sys::{Array, Function, Promise};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};

use super::{Pen, Tool, Tools, announce, count, highlights, panel, say, withdraw};
use crate::browser::{module, named_file, property};
use crate::message::{About, Notice};
use crate::view::words::{ToolWord, fill};

/// The tool.
pub(super) const TOOL: Tool = Tool {
    name: ToolWord::TakeAway,
    draw,
    act,
};

/// The forms of citation: the ending of the file, and the name.
const CITATIONS: &[(&str, &str)] = &[("bib", "BibTeX"), ("ris", "RIS"), ("json", "CSL JSON")];

/// What came of the last act.
#[derive(Default)]
pub(in crate::tools) struct Outcome {
    said: RefCell<String>,
    /// What somebody has to copy by hand.
    uncopied: RefCell<String>,
}

fn draw(tools: &'static Tools, pen: &mut Pen) {
    pen.open("div", "class=share").open("ul", "class=rows");
    let mut row = |act: &str, word| {
        pen.open("li", "").act(act, word).close();
    };
    if property(&tools.window.navigator(), "share").is_function() {
        row("share", ToolWord::Share);
    }
    row("copy", ToolWord::CopyLink);
    row("print", ToolWord::Print);
    if is_story(tools) {
        row("make html", ToolWord::SaveFile);
        row("make epub", ToolWord::SaveBook);
    }
    pen.close();
    if is_story(tools) {
        pen.line("h3", ToolWord::Cite).open("p", "");
        for (ending, name) in CITATIONS {
            pen.button(&["make ", ending].concat()).write(name).close();
        }
        pen.close();
    }
    draw_outcome(tools, pen);
}

/// Says what came of the last act.
pub(super) fn draw_outcome(tools: &'static Tools, pen: &mut Pen) {
    let outcome = &tools.outcome;
    pen.open("p", "class=outcome")
        .write(&outcome.said.take())
        .close();
    let uncopied = outcome.uncopied.take();
    if !uncopied.is_empty() {
        pen.open("label", "class=uncopied")
            .line("span", ToolWord::CopyYourself);
        pen.open("textarea", "readonly= rows=4")
            .value(&uncopied)
            .close()
            .close();
    }
}

fn is_story(tools: &Tools) -> bool {
    let main = &tools.shown.borrow().main;
    matches!(main.query_selector("article.story"), Ok(Some(_)))
}

fn act(tools: &'static Tools, verb: &str, value: &str) {
    match verb {
        "share" => send(tools, address(tools)),
        "copy" => copy(tools, address(tools)),
        // Printing with the panel open prints the page alone: the sheet for paper leaves the panel out.
        "print" => {
            let _ = tools.window.print();
        }
        "make" => make(tools, value, &Array::new()),
        _ => {}
    }
}

/// Address of the shown page: the one that search engines know, for it outlives moves.
pub(super) fn address(tools: &Tools) -> String {
    let canonical = tools.document.query_selector("link[rel=canonical]");
    let canonical = canonical.ok().flatten();
    let href = canonical.and_then(|link| property(&link, "href").as_string());
    href.unwrap_or_else(|| tools.shown.borrow().page_url.clone())
}

/// Shares a URL in the machine's own way; copies it where there is none.
pub(super) fn send(tools: &'static Tools, url: String) {
    let navigator = tools.window.navigator();
    let Ok(share) = property(&navigator, "share").dyn_into::<Function>() else {
        return copy(tools, url);
    };
    let told = js_sys::Object::new();
    let title = tools.document.title();
    for (name, value) in [("title", title), ("url", url)] {
        let _ = js_sys::Reflect::set(&told, &name.into(), &value.into());
    }
    // Whoever closes the machine's own sheet has answered: there is nothing to say.
    if let Ok(promise) = share.call1(&navigator, &told) {
        spawn_local(async {
            let _ = JsFuture::from(promise.unchecked_into::<Promise>()).await;
        });
    }
}

/// Copies a text; where the browser forbids that, shows it to be copied by hand.
pub(super) fn copy(tools: &'static Tools, text: String) {
    spawn_local(async move {
        let clipboard = property(&tools.window.navigator(), "clipboard");
        let write = property(&clipboard, "writeText").dyn_into::<Function>();
        let promise = write.and_then(|write| write.call1(&clipboard, &text.as_str().into()));
        let done = match promise {
            Ok(promise) => JsFuture::from(promise.unchecked_into::<Promise>())
                .await
                .is_ok(),
            Err(_) => false,
        };
        if done {
            tell(tools, say(tools, ToolWord::Copied));
        } else {
            tools.outcome.uncopied.replace(text);
            tell(tools, "");
            // The tool in view, if any, has no place for it.
            if !tools.outcome.uncopied.borrow().is_empty() {
                panel::show_named(tools, ToolWord::TakeAway);
            }
            announce(tools, About::Event, say(tools, ToolWord::CopyYourself));
        }
    });
}

/// Says something to screen readers, and where it is seen: in the bar of selected words, in the panel, else in a notice.
pub(super) fn tell(tools: &'static Tools, said: &str) {
    announce(tools, About::Event, said);
    withdraw(tools, Notice::Outcome);
    if !highlights::tell(tools, said) {
        tools.outcome.said.replace(said.to_owned());
    }
    panel::draw(tools);
    let unseen = tools.outcome.said.take();
    if !unseen.is_empty() {
        super::tell(tools, Notice::Outcome, &unseen);
    }
}

/// Makes a file of a kind: of the shown story, or of those at these URLs.
pub(super) fn make(tools: &'static Tools, kind: &str, urls: &Array) {
    let (kind, urls) = (JsValue::from_str(kind), urls.clone());
    spawn_local(async move {
        let said = match made(tools, &kind, &urls).await {
            Some((name, missing)) => {
                let mut said = fill(say(tools, ToolWord::Saved), &[("name", &name)]);
                if missing > 0 {
                    said.push(' ');
                    said += &count(tools, ToolWord::FilesMissing, "count", missing);
                }
                said
            }
            None => say(tools, ToolWord::SaveFailed).to_owned(),
        };
        tell(tools, &said);
    });
}

/// The name of the file, and how many files are missing in it.
async fn made(tools: &Tools, kind: &JsValue, urls: &Array) -> Option<(String, usize)> {
    let script = named_file(&tools.document, "take-away")?;
    let module = module::load(&script).await;
    let module = module.inspect_err(|_| module::failed(&script));
    let module = module.ok()?;
    let make: Function = property(&module, "make").dyn_into().ok()?;
    let words = tools.words();
    let (before, rest) = words.by.split_once('{')?;
    let (_, after) = rest.split_once('}')?;
    let by: Array = [before, after, words.and, words.comma]
        .into_iter()
        .map(JsValue::from_str)
        .collect();
    let shown = JsValue::from_str(&tools.shown.borrow().page_url);
    let made = make.call4(&module, kind, &by, &shown, urls).ok()?;
    let made = JsFuture::from(made.unchecked_into::<Promise>())
        .await
        .ok()?;
    let missing = property(&made, "1").as_f64()? as usize;
    Some((property(&made, "0").as_string()?, missing))
}
