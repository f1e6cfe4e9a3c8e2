//! Follows a story that is still being updated, and never moves what one is reading.
//!
//! Entry points: [`follow`] when a page is shown, [`seen`] when the window is seen again, [`is_live`].
//!
//! 1. While the window is seen, the story's data is asked for again now and then. The browser asks with the ETag it has,
//!    so an unchanged story costs a line. Nothing is asked for in a hidden window; after a failure less often.
//! 2. Data that is newer than the page ([`news`]) is kept and a bar says how many updates there are: once for each version
//!    of the story, so that a bar that was closed stays closed, and one that is shown stays as it is.
//! 3. The bar's button draws the story anew, with the block one reads where it was.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo_timers::callback::Timeout;
use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Element, RequestCache, RequestInit};

use super::announce::announce;
use super::notice::{self, Notice};
use super::{Reader, count, fetch, focus, navigate, say};
use crate::browser::each;
use crate::browser::focus::focused;
use crate::browser::place::first_in_sight;
use crate::browser::{failure, property, request};
use crate::message::About;
use crate::paper::news::{Version, news};
use crate::paper::page::{Content, Page};
use crate::story::block::Block;
use crate::view::words::ToolWord;

/// Between two questions, in milliseconds; where data is to be saved; and at most, after failures.
const OFTEN: u32 = 30_000;
const SELDOM: u32 = 120_000;
const LEAST: u32 = 600_000;
/// Class of the bar.
const BAR: &str = "news";
/// What plays.
const PLAYERS: &str = "main :is(audio,video)[src]";

/// What is known of a live story.
#[derive(Default)]
pub(super) struct Live {
    timer: Cell<Option<Timeout>>,
    /// Between two questions, in milliseconds; 0 while no story is followed.
    pace: Cell<u32>,
    /// When the last one was asked.
    asked: Cell<f64>,
    /// The version that was told of last.
    told: RefCell<Option<Version>>,
    /// Newer than the page.
    news: RefCell<Option<Rc<Page>>>,
}

/// Another page is shown.
pub(super) fn follow(reader: &'static Reader) {
    let live = &reader.live;
    live.timer.take();
    live.news.take();
    live.told.take();
    notice::withdraw(reader, BAR);
    live.pace
        .set(if is_live(reader) { pace(reader) } else { 0 });
    live.asked.set(js_sys::Date::now());
    wait(reader);
}

/// How long is waited between two questions while none fails.
fn pace(reader: &Reader) -> u32 {
    let connection = property(&reader.window.navigator(), "connection");
    match property(&connection, "saveData").is_truthy() {
        true => SELDOM,
        false => OFTEN,
    }
}

pub(super) fn is_live(reader: &Reader) -> bool {
    find(reader, "article.story > header .live").is_some()
}

fn find(reader: &Reader, part: &str) -> Option<Element> {
    let main = reader.shown.borrow().main.clone();
    main.query_selector(part).ok().flatten()
}

fn wait(reader: &'static Reader) {
    let pace = reader.live.pace.get();
    if pace > 0 {
        let timer = Timeout::new(pace, move || ask(reader));
        reader.live.timer.set(Some(timer));
    }
}

/// The window is seen again, or no longer.
pub(super) fn seen(reader: &'static Reader) {
    let live = &reader.live;
    let due = js_sys::Date::now() - live.asked.get() >= f64::from(live.pace.get());
    if live.pace.get() > 0 && due {
        ask(reader);
    }
}

fn ask(reader: &'static Reader) {
    if reader.document.hidden() {
        // Seen again, it asks.
        return;
    }
    reader.live.asked.set(js_sys::Date::now());
    spawn_local(async move {
        let page_url = reader.shown.borrow().page_url.clone();
        let answer = newest(&page_url).await;
        let live = &reader.live;
        if reader.shown.borrow().page_url != page_url || live.pace.get() == 0 {
            return;
        }
        match answer {
            Some(page) => {
                live.pace.set(pace(reader));
                compare(reader, page);
            }
            None => live.pace.set((live.pace.get() * 2).min(LEAST)),
        }
        wait(reader);
    });
}

async fn newest(page_url: &str) -> Option<Page> {
    let options = RequestInit::new();
    options.set_cache(RequestCache::NoCache);
    let json = request::text(&fetch::data_url(page_url), &options).await;
    failure::read(&json.ok()?).ok()
}

/// Says so when the data is newer than the page.
fn compare(reader: &'static Reader, page: Page) {
    let Content::Story(content) = &page.content else {
        return;
    };
    let story = &content.story;
    let come = Version {
        changed: instant(&story.updated.as_ref().unwrap_or(&story.published).datetime),
        updates: story.body.iter().filter_map(id_of_update).collect(),
    };
    let Some(new) = news(&shown(reader), &come) else {
        return;
    };
    if !story.live {
        // It ends with what has come.
        reader.live.pace.set(0);
    }
    reader.live.news.replace(Some(Rc::new(page)));
    if reader.live.told.replace(Some(come.clone())) != Some(come) {
        show(reader, new);
    }
}

fn id_of_update(block: &Block) -> Option<String> {
    match block {
        Block::Update(update) => Some(update.id.clone()),
        _ => None,
    }
}

/// The version that the page shows.
fn shown(reader: &Reader) -> Version {
    let time = find(reader, ".dates span time").or_else(|| find(reader, ".dates time"));
    let time = time.and_then(|time| time.get_attribute("datetime"));
    let updates = RefCell::new(Vec::new());
    each(&reader.document, "main .update", &|update| {
        updates.borrow_mut().push(update.id())
    });
    Version {
        changed: instant(&time.unwrap_or_default()),
        updates: updates.into_inner(),
    }
}

fn instant(datetime: &str) -> f64 {
    js_sys::Date::parse(datetime)
}

fn show(reader: &'static Reader, new: usize) {
    let said = match new {
        0 => say(reader, ToolWord::StoryChanged).to_owned(),
        _ => count(reader, ToolWord::NewUpdates, "count", new),
    };
    Notice::new(BAR, &said)
        .offering(say(reader, ToolWord::ShowNews), show_news)
        .offering(say(reader, ToolWord::Close), decline)
        .show(reader);
    announce(reader, About::Page, &said);
}

/// Leaves the story as it is.
fn decline(reader: &'static Reader) {
    notice::withdraw(reader, BAR);
    reader.live.news.take();
}

/// Draws the story anew.
fn show_news(reader: &'static Reader) {
    notice::withdraw(reader, BAR);
    let Some(page) = reader.live.news.take() else {
        return;
    };
    spawn_local(async move {
        let here = place(reader);
        let playing = playing(reader);
        navigate::draw_anew(reader, page).await;
        play_on(reader, &playing);
        if let Some((id, text, top)) = here {
            hold(reader, &id, &text, top);
        }
        // What had it is gone with the old page.
        if focused(&reader.document).is_none() {
            focus::after(reader, None);
        }
    });
}

/// What plays in the page: its address, and how far it is.
fn playing(reader: &Reader) -> Vec<(String, JsValue)> {
    let playing = RefCell::new(Vec::new());
    each(&reader.document, PLAYERS, &|player| {
        if !property(&player, "paused").is_truthy() {
            let source = player.get_attribute("src").unwrap_or_default();
            playing
                .borrow_mut()
                .push((source, property(&player, "currentTime")));
        }
    });
    playing.into_inner()
}

/// Has the same play on in the page that was drawn anew.
fn play_on(reader: &Reader, playing: &[(String, JsValue)]) {
    each(&reader.document, PLAYERS, &|player| {
        let source = player.get_attribute("src").unwrap_or_default();
        let Some((_, time)) = playing.iter().find(|(known, _)| *known == source) else {
            return;
        };
        let _ = Reflect::set(&player, &"currentTime".into(), time);
        if let Ok(play) = property(&player, "play").dyn_into::<Function>() {
            // A browser that does not let it play shows it paused at its place.
            if let Ok(promise) = play.call0(&player) {
                spawn_local(async {
                    let _ = JsFuture::from(promise.unchecked_into::<Promise>()).await;
                });
            }
        }
    });
}

/// The block at the top of the window: its id, its words, and where it stands.
fn place(reader: &Reader) -> Option<(String, String, f64)> {
    let block = first_in_sight(&reader.window, &reader.document)?;
    let text = block.text_content().unwrap_or_default();
    Some((block.id(), text, block.get_bounding_client_rect().top()))
}

/// Scrolls so that the same block stands where it stood.
fn hold(reader: &Reader, id: &str, text: &str, top: f64) {
    let Some(blocks) = find(reader, ".body").map(|body| body.children()) else {
        return;
    };
    for number in 0..blocks.length() {
        let Some(block) = blocks.item(number) else {
            continue;
        };
        let same = match id.is_empty() {
            true => block.text_content().as_deref() == Some(text),
            false => block.id() == id,
        };
        if same {
            let by = block.get_bounding_client_rect().top() - top;
            reader.window.scroll_by_with_x_and_y(0.0, by);
            return;
        }
    }
}
