//! Leads on: to the next story, to the page before, by keys, commands and swipes. What the tools ask for comes to the same.
//!
//! Entry points: [`lead`], [`press`]; [`passed`] when a page is shown, [`settled`] when the window has gone to an entry of
//! its history; [`touched`] and [`lifted`] for a finger, [`claim_swipes`] when swipes are switched on or off.
//!
//! The next story is the first that the shown one names as related, or as another of its section, and that was not
//! shown in this visit. What somebody named by hand comes before what a list holds, and nobody goes in circles.

use std::cell::{Cell, RefCell};

use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Event, HtmlElement};

use super::announce::announce;
use super::links::{Destination, destination};
use super::{Reader, history, link, navigate, notice, say};
use crate::browser::each;
use crate::browser::keyboard::command;
use crate::browser::property;
use crate::browser::storage::{SWIPES, is_on};
use crate::message::{self, About};
use crate::view::words::ToolWord;

/// How far a finger has to go for a swipe, and may stray, in CSS pixels.
const FAR: f64 = 90.0;
const STRAY: f64 = 40.0;
/// How long a swipe may take, in milliseconds.
const QUICK: f64 = 600.0;
/// So near to the edge of the window a swipe is the browser's own.
const EDGE: f64 = 30.0;
/// What scrolls sideways itself, or has a use for a finger of its own.
const OWN_SWIPES: &str =
    "pre,table,input,select,textarea,audio,video,iframe,dialog,nav,.gallery,.table,.tools-panel";

/// Where fingers touch. A trackpad's way back stays the browser's.
const TOUCHED: &str = "(any-pointer: coarse)";

/// Class of the notice that there is no next story.
const NOTICE: &str = "no-next";

/// What is known of the way.
#[derive(Default)]
pub(super) struct Way {
    passed: RefCell<Vec<String>>,
    /// The window is on its way back.
    goes_back: Cell<bool>,
    /// Where a finger came down, and when.
    finger: Cell<Option<(f64, f64, f64)>>,
}

/// A page is shown.
pub(super) fn passed(reader: &Reader) {
    claim_swipes(reader);
    notice::withdraw(reader, NOTICE);
    let page = reader.shown.borrow().page_url.clone();
    let mut passed = reader.way.passed.borrow_mut();
    if passed.last() != Some(&page) {
        passed.push(page);
    }
}

/// Leads somewhere; `false` when there is nowhere to go.
pub(super) fn lead(reader: &'static Reader, way: message::Way) -> bool {
    match way {
        message::Way::Next => next(reader),
        message::Way::Back => back(reader),
        message::Way::Front => front(reader),
    }
}

/// Heeds a key that was pressed in an element; `true` when it leads somewhere.
pub(super) fn press(reader: &'static Reader, event: &Event, element: &Element) -> bool {
    match command(event, element).as_deref() {
        Some("n") => next(reader),
        Some("p") => back(reader),
        _ => return false,
    };
    true
}

/// Leads to the next story; `false` when there is none, which is said.
fn next(reader: &'static Reader) -> bool {
    let found = RefCell::new(None);
    each(&reader.document, "main .related a[href]", &|link| {
        if found.borrow().is_none() {
            *found.borrow_mut() = unread(reader, &link);
        }
    });
    let Some(to) = found.into_inner() else {
        let said = say(reader, ToolWord::NoNextStory);
        announce(reader, About::Page, said);
        notice::tell(reader, NOTICE, said);
        return false;
    };
    navigate::follow(reader, to);
    true
}

fn unread(reader: &Reader, link: &Element) -> Option<Destination> {
    let href = link::resolve(reader, link)?;
    let to = destination(
        &href,
        &reader.root.borrow(),
        &reader.shown.borrow().page_url,
    )?;
    let passed = reader.way.passed.borrow();
    (!passed.contains(&to.page)).then_some(to)
}

/// Leads to the front page.
fn front(reader: &'static Reader) -> bool {
    let root = reader.root.borrow().clone();
    let to = destination(&root, &root, &reader.shown.borrow().page_url);
    let leads = to.is_some();
    if let Some(to) = to {
        navigate::follow(reader, to);
    }
    leads
}

/// Leads to the page before, unless that is another site's: before the paper's first entry of the history is nobody knows
/// what. How many pages were shown says nothing of that, for one may have gone back already.
fn back(reader: &Reader) -> bool {
    let before = history::read(&reader.history).map_or(0, |(entry, _)| entry.position);
    // Two steps at once may be one too many: the second would be counted from where the first began.
    let goes = before > 0 && !reader.way.goes_back.replace(true);
    // Fails in documents that are not shown.
    goes && reader.history.back().is_ok()
}

/// The window has gone to another entry of the history, or has come back from another document.
pub(super) fn settled(reader: &Reader) {
    reader.way.goes_back.set(false);
}

/// Keeps browsers that go back at a swipe from doing so while swipes are the reader's.
pub(super) fn claim_swipes(reader: &Reader) {
    let is_touched = reader.window.match_media(TOUCHED).ok().flatten();
    let is_touched = is_touched.is_some_and(|touched| touched.matches());
    let html = reader.document.document_element();
    if let Some(html) = html.and_then(|html| html.dyn_into::<HtmlElement>().ok()) {
        let value = if is_touched && is_on(SWIPES) {
            "none"
        } else {
            ""
        };
        // Fails for properties that cannot be written only.
        let _ = html.style().set_property("overscroll-behavior-x", value);
    }
}

/// A finger came down.
pub(super) fn touched(reader: &Reader, event: &Event, element: &Element) {
    let own = matches!(element.closest(OWN_SWIPES), Ok(Some(_)));
    let alone = property(&property(event, "touches"), "length").as_f64() == Some(1.0);
    let start = (!own && alone).then(|| place(event)).flatten();
    let width = reader.window.inner_width().ok();
    let width = width.and_then(|width| width.as_f64()).unwrap_or_default();
    let start = start.filter(|(x, ..)| (EDGE..width - EDGE).contains(x));
    reader.way.finger.set(start);
}

/// It was lifted: a quick way to the side turns the page, as that of a book.
pub(super) fn lifted(reader: &'static Reader, event: &Event) {
    let start = reader.way.finger.take();
    let Some(((from_x, from_y, from), (x, y, now))) = start.zip(place(event)) else {
        return;
    };
    let (far, stray) = (x - from_x, (y - from_y).abs());
    let swiped = far.abs() >= FAR && stray <= STRAY && now - from <= QUICK;
    if !swiped || !is_on(SWIPES) || is_enlarged(reader) || has_selected(reader) {
        return;
    }
    let leftwards = far < 0.0;
    let mirrored = reader.shown.borrow().head.direction.as_str() == "rtl";
    if leftwards != mirrored {
        next(reader);
    } else {
        back(reader);
    }
}

fn place(event: &Event) -> Option<(f64, f64, f64)> {
    let touch = property(&property(event, "changedTouches"), "0");
    let number = |value: JsValue| value.as_f64();
    let (x, y) = number(property(&touch, "clientX")).zip(number(property(&touch, "clientY")))?;
    Some((x, y, event.time_stamp()))
}

/// In a page that was made larger by two fingers, one finger moves it.
fn is_enlarged(reader: &Reader) -> bool {
    let viewport = property(&reader.window, "visualViewport");
    property(&viewport, "scale").as_f64() > Some(1.01)
}

fn has_selected(reader: &Reader) -> bool {
    let selection = reader.window.get_selection().ok().flatten();
    selection.is_some_and(|selection| !selection.is_collapsed())
}
