//! Searches, when somebody does: nothing of it is loaded before.
//!
//! Entry points: [`offer`] readies the search page that is shown; [`heard`] and [`act`] answer what is done there.
//!
//! 1. The page's form and choices make a query, and the query becomes the page's address, which can be shared.
//! 2. The script that the page names (`static/search.js`, with Pagefind) looks it up, and answers as an `index.json` would.
//! 3. What was found is drawn with the components of every other page, into the page's `.results`.

use std::cell::{Cell, RefCell};

use gloo_timers::callback::Timeout;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Element, Event, UrlSearchParams};

use super::announce::announce;
use super::prepare::prepare;
use super::{Reader, history, styles};
use crate::browser::each;
use crate::browser::focus::focus;
use crate::browser::signal::after_the_others;
use crate::browser::{failure, index, module, property, write_value};
use crate::message::About;
use crate::paper::page::{Content, Found, Head, Metadata, Page, Wish};
use crate::view::{PageProps, PageView};

/// How long one types on before what was typed is looked up, in milliseconds.
const REST: u32 = 250;
/// Stories that are shown at first, and with every wish for more.
const SHOWN: u32 = 10;
const FORM: &str = "form[role=search]";

/// What is known of searching.
#[derive(Default)]
pub(super) struct Search {
    timer: Cell<Option<Timeout>>,
    /// Number of the newest search; an older one that is still under way finds it changed and stops.
    number: Cell<u32>,
    /// Stories that are shown.
    shown: Cell<u32>,
}

/// Readies the form of a search page, and looks up what its address asks for; else what was typed before the reader came.
pub(super) fn offer(reader: &'static Reader) {
    let main = reader.shown.borrow().main.clone();
    let Ok(Some(form)) = main.query_selector("form.waiting") else {
        return;
    };
    let _ = form.remove_attribute("class");
    let query = reader.window.location().search().unwrap_or_default();
    let asked = UrlSearchParams::new_with_str(&query).ok();
    let words = asked.and_then(|asked| asked.get("q")).unwrap_or_default();
    let Ok(Some(field)) = form.query_selector("[name=q]") else {
        return;
    };
    reader.search.shown.set(SHOWN);
    if !words.is_empty() {
        write_value(&field, &words);
        look_up(reader, query);
    } else if property(&field, "value").is_truthy() {
        again(reader, "");
    }
}

/// Something was typed, chosen or sent.
pub(super) fn heard(reader: &'static Reader, event: &Event, element: &Element) {
    if !matches!(element.closest("form[role=search],.narrow"), Ok(Some(_))) {
        return;
    }
    let wait = if event.type_() == "submit" {
        // The policy lets no form be sent.
        event.prevent_default();
        0
    } else {
        REST
    };
    if element.get_attribute("name").as_deref() == Some("language") {
        // What can be chosen in one language cannot in another.
        each(
            &reader.document,
            ".narrow select:not([name=language])",
            &|select| {
                write_value(&select, "");
            },
        );
    }
    reader.search.shown.set(SHOWN);
    let timer = Timeout::new(wait, move || again(reader, ""));
    reader.search.timer.set(Some(timer));
}

/// Does what a button among the results says; `false` when the click was elsewhere.
pub(super) fn act(reader: &'static Reader, clicked: &Element) -> bool {
    let Ok(Some(button)) = clicked.closest(".results button") else {
        return false;
    };
    let shown = &reader.search.shown;
    match button.class_name().as_str() {
        "narrow" => again(reader, "&section="),
        kind => {
            if kind == "more" {
                shown.set(shown.get() + SHOWN);
            }
            again(reader, "");
        }
    }
    true
}

/// Looks up what the page asks for now, and writes it into the address.
fn again(reader: &'static Reader, more: &str) {
    // Somebody may have gone on while the typing rested.
    if !matches!(reader.document.query_selector(FORM), Ok(Some(_))) {
        return;
    }
    let (asked, shared) = (RefCell::new(String::new()), RefCell::new(String::new()));
    each(&reader.document, "main [name]", &|control| {
        let value = property(&control, "value").as_string().unwrap_or_default();
        let name = control.get_attribute("name").unwrap_or_default();
        let part = [
            &name,
            "=",
            &String::from(js_sys::encode_uri_component(&value)),
        ]
        .concat();
        for (query, wanted) in [(&asked, true), (&shared, !value.is_empty())] {
            let mut query = query.borrow_mut();
            if wanted {
                let first = query.is_empty();
                query.push(if first { '?' } else { '&' });
                query.push_str(&part);
            }
        }
    });
    // While one is on the way back to another page, the window stands at that one's entry already.
    if history::is_at(&reader.history, reader.entry.get()) {
        let url = reader.shown.borrow().page_url.clone() + &shared.into_inner();
        let state = reader.history.state().unwrap_or_default();
        let history = &reader.history;
        if history
            .replace_state_with_url(&state, "", Some(&url))
            .is_err()
        {
            // Too many in a short time (see `history`): what was found would stand under the address of another search.
            let _ = reader.window.location().replace(&url);
            return;
        }
    }
    look_up(reader, asked.into_inner() + more);
}

fn look_up(reader: &'static Reader, query: String) {
    let search = &reader.search;
    search.timer.take();
    let number = search.number.get().wrapping_add(1);
    search.number.set(number);
    let main = reader.shown.borrow().main.clone();
    let (Ok(Some(form)), Ok(Some(place))) =
        (main.query_selector(FORM), main.query_selector(".results"))
    else {
        return;
    };
    if query.starts_with("?q=&") || query == "?q=" {
        return place.set_text_content(None);
    }
    let _ = place.set_attribute("aria-busy", "true");
    spawn_local(async move {
        let script = script(reader, &form).unwrap_or_default();
        let language = reader.shown.borrow().head.language.clone();
        let shown = reader.search.shown.get();
        let json = index::ask(&script, &query, &language, shown).await;
        let found = json.and_then(|json| failure::read(&json).ok());
        styles::apply(reader).await;
        if search.number.get() == number {
            let _ = place.remove_attribute("aria-busy");
            let found = found.unwrap_or_else(|| {
                module::failed(&script);
                failed(reader, &form)
            });
            show(reader, &main, place, found).await;
        }
    });
    // After the script was asked for, which would have to wait; and for the language of the page, for one.
    prepare(reader);
}

/// Absolute URL of the script that searches.
fn script(reader: &Reader, form: &Element) -> Option<String> {
    let script = form.get_attribute("data-script")?;
    let page_url = reader.shown.borrow().page_url.clone();
    Some(web_sys::Url::new_with_base(&script, &page_url).ok()?.href())
}

/// Shows what was found, and tells of it where its page is still the one that is shown.
async fn show(reader: &Reader, main: &Element, place: Element, page: Page) {
    let said = match &page.content {
        Content::Found(found) => found.said.clone(),
        _ => return,
    };
    let focused = focused(reader, &place);
    let props = PageProps::of(page.into());
    // Yew takes away what it drew there before. Its hold is let go: nothing in it changes by itself.
    yew::Renderer::<PageView>::with_root_and_props(place.clone(), props).render();
    after_the_others().await;
    let focused = focused.and_then(|same| place.query_selector(&same).ok()?);
    if let Some(same) = focused.and_then(|same| same.dyn_into().ok()) {
        focus(&same);
    }
    if reader.shown.borrow().main == *main {
        announce(reader, About::State, &said);
    }
}

/// What finds the control that has the focus once it was drawn anew.
fn focused(reader: &Reader, place: &Element) -> Option<String> {
    let active = reader.document.active_element()?;
    if !place.contains(Some(&active)) {
        return None;
    }
    Some(match active.get_attribute("name") {
        Some(name) => ["[name=", &name, "]"].concat(),
        None if active.class_name() == "more" => ".more".to_owned(),
        None => "select".to_owned(),
    })
}

/// A search that found nothing out, and what can be done.
fn failed(reader: &Reader, form: &Element) -> Page {
    let found = Found {
        said: form.get_attribute("data-failure").unwrap_or_default(),
        wishes: vec![Wish {
            act: "retry".to_owned(),
            text: reader.words().retry.to_owned(),
        }],
        ..Found::default()
    };
    Page {
        address: String::new(),
        head: Head::default(),
        metadata: Metadata::default(),
        content: Content::Found(found.into()),
    }
}
