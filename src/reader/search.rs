//! Searches, when somebody does: nothing of it is loaded before.
//!
//! Entry points: [`offer`] readies the search page that is shown; [`heard`] and [`act`] answer what is done there.
//!
//! 1. The page's form and choices make a query, and the query becomes the page's address, which can be shared.
//! 2. The script that the page names (`static/search.js`, with Pagefind) looks it up, and answers as an `index.json` would.
//! 3. What was found is drawn with the components of every other page, into the page's `.results`.

use std::cell::{Cell, RefCell};

use gloo_timers::callback::Timeout;
use js_sys::{Function, Promise};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Element, Event, UrlSearchParams};
use yew::AppHandle;

use super::announce::announce;
use super::head::each;
use super::prepare::prepare;
use super::{KEPT_VISITS, Reader, failure, property, styles};
use crate::paper::page::{Content, Found, Head, Page};
use crate::view::words::fill;
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
    /// Searches that failed. A browser may remember that a script did not come; it does not under another name.
    failed: Cell<u32>,
    /// Stories that are shown.
    shown: Cell<u32>,
    /// Yew's hold on what was found, by the element it is drawn into.
    views: RefCell<Vec<(Element, AppHandle<PageView>)>>,
}

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_name = "import")]
    fn load(url: &str) -> Promise;
}

/// Shows the form of a search page, and looks up what its address asks for.
pub(super) fn offer(reader: &'static Reader) {
    let main = reader.shown.borrow().main.clone();
    let Ok(Some(form)) = main.query_selector("form.waiting") else {
        return;
    };
    let _ = form.remove_attribute("class");
    let query = reader.window.location().search().unwrap_or_default();
    let asked = UrlSearchParams::new_with_str(&query).ok();
    let words = asked.and_then(|asked| asked.get("q")).unwrap_or_default();
    if !words.is_empty() {
        if let Ok(Some(field)) = form.query_selector("[name=q]") {
            write_value(&field, &words);
        }
        reader.search.shown.set(SHOWN);
        look_up(reader, query);
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
    let url = reader.shown.borrow().page_url.clone() + &shared.into_inner();
    let state = reader.history.state().unwrap_or_default();
    let _ = reader
        .history
        .replace_state_with_url(&state, "", Some(&url));
    look_up(reader, asked.into_inner() + more);
}

fn look_up(reader: &'static Reader, query: String) {
    let search = &reader.search;
    search.timer.take();
    let number = search.number.get().wrapping_add(1);
    search.number.set(number);
    let main = reader.shown.borrow().main.clone();
    let Ok(Some(place)) = main.query_selector(".results") else {
        return;
    };
    if query.starts_with("?q=&") || query == "?q=" {
        return forget(reader, &place);
    }
    let _ = place.set_attribute("aria-busy", "true");
    spawn_local(async move {
        let found = ask(reader, &main, &query).await;
        styles::apply(reader).await;
        if search.number.get() == number {
            let _ = place.remove_attribute("aria-busy");
            let said = show(reader, place, found);
            if reader.shown.borrow().main == main {
                announce(reader, &said);
            }
        }
    });
    // After the script was asked for, which would have to wait; and for the language of the page, for one.
    prepare(reader);
}

fn language(reader: &Reader) -> String {
    reader.shown.borrow().head.language.clone()
}

/// What the script answers; `None` when it does not come, or cannot find out.
async fn ask(reader: &Reader, main: &Element, query: &str) -> Option<Page> {
    let form = main.query_selector(FORM).ok()??;
    let script = form.get_attribute("data-script")?;
    let page_url = reader.shown.borrow().page_url.clone();
    let mut script = web_sys::Url::new_with_base(&script, &page_url).ok()?.href();
    for _ in 0..reader.search.failed.get() {
        script.push_str(if script.contains('#') { "r" } else { "#r" });
    }
    let module = JsFuture::from(load(&script)).await.ok()?;
    let look_up: Function = property(&module, "newsprint").dyn_into().ok()?;
    let mut query = query.to_owned();
    query.push_str("&shown=");
    query.push_str(&reader.search.shown.get().to_string());
    let answer: Promise = look_up
        .call2(&module, &query.into(), &language(reader).into())
        .ok()?
        .dyn_into()
        .ok()?;
    let json = JsFuture::from(answer).await.ok()?.as_string()?;
    failure::read(&json).ok()
}

/// Shows what was found, and says it in words.
fn show(reader: &Reader, place: Element, found: Option<Page>) -> String {
    let page = found.unwrap_or_else(|| failed(reader));
    let words = reader.words();
    let said = match &page.content {
        Content::Found(found) if found.failed => words.error_search.to_owned(),
        Content::Found(found) if found.count > 0 => {
            fill(words.found, &[("count", &found.count.to_string())])
        }
        _ => words.found_nothing.to_owned(),
    };
    draw(reader, place, page);
    said
}

/// A search that found nothing out.
fn failed(reader: &Reader) -> Page {
    reader.search.failed.set(reader.search.failed.get() + 1);
    Page {
        address: "search/".to_owned(),
        head: Head {
            language: language(reader),
            ..Head::default()
        },
        content: Content::Found(Found {
            failed: true,
            ..Found::default()
        }),
        ..Page::default()
    }
}

fn draw(reader: &Reader, place: Element, page: Page) {
    let props = PageProps { page: page.into() };
    let mut views = reader.search.views.borrow_mut();
    if let Some((_, view)) = views.iter_mut().find(|(known, _)| *known == place) {
        return view.update(props);
    }
    let view = yew::Renderer::<PageView>::with_root_and_props(place.clone(), props).render();
    views.push((place, view));
    // One for each page that is kept, and the shown one: the first belongs to none of them.
    if views.len() > KEPT_VISITS + 1 {
        views.remove(0).1.destroy();
    }
}

/// Takes away what was found.
fn forget(reader: &Reader, place: &Element) {
    let mut views = reader.search.views.borrow_mut();
    let known = views.iter().position(|(known, _)| known == place);
    if let Some(known) = known {
        views.remove(known).1.destroy();
    }
}

fn write_value(control: &Element, value: &str) {
    // Fails for frozen objects only.
    let _ = js_sys::Reflect::set(control, &"value".into(), &value.into());
}
