//! Tells screen readers, politely, what has happened.
//!
//! Entry points: [`Announcer::new`] once, then [`announce`]; [`turn_page`] when another page is shown, [`settle`] when
//! nothing is under way any more.
//!
//! 1. A screen reader speaks what the region shows when it comes to look; what was replaced before that is never heard.
//!    So announcements wait for each other: each stays as long as it takes to be spoken.
//! 2. Between two the region is empty for a moment, so that the same words again are a change, too.
//! 3. What is stale is dropped while it waits ([`About`]), and where too many wait, the oldest.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo_timers::callback::Timeout;
use web_sys::{Document, Element};

use super::Reader;
use crate::message::About;

/// Announcements that may wait.
const ROOM: usize = 8;
/// How long the region is empty between two announcements, in milliseconds.
const PAUSE: u32 = 150;
/// How long the shortest announcement stays, each byte of it, and the longest. A byte is a letter of English, half a
/// letter of Arabic and a third of a Chinese character, which is about how long they take to say.
const SHORTEST: u32 = 500;
const BYTE: u32 = 50;
const LONGEST: u32 = 6000;

/// Where screen readers are told what has happened.
pub(super) struct Announcer(Rc<Region>);

struct Region {
    element: Element,
    /// The first to be said first.
    waiting: RefCell<Vec<Announcement>>,
    /// One is being spoken, or about to be.
    is_busy: Cell<bool>,
}

struct Announcement {
    about: About,
    language: String,
    text: String,
}

impl Announcer {
    /// Makes the place that announcements are written to. It has to be there before the first one.
    pub(super) fn new(document: &Document, body: &Element) -> Option<Self> {
        let element = document.create_element("p").ok()?;
        element.set_class_name("hidden");
        element.set_attribute("role", "status").ok()?;
        body.append_child(&element).ok()?;
        Some(Self(Rc::new(Region {
            element,
            waiting: RefCell::default(),
            is_busy: Cell::default(),
        })))
    }

    fn drop_waiting(&self, is_stale: impl Fn(About) -> bool) {
        let mut waiting = self.0.waiting.borrow_mut();
        waiting.retain(|one| !is_stale(one.about));
    }
}

/// Announces in the language of the page that is shown.
pub(super) fn announce(reader: &Reader, about: About, text: &str) {
    if text.is_empty() {
        return;
    }
    let announcer = &reader.announcer;
    if about == About::State {
        announcer.drop_waiting(|other| other == About::State);
    }
    let region = &announcer.0;
    {
        let mut waiting = region.waiting.borrow_mut();
        if waiting.len() >= ROOM {
            let passing = waiting.iter().position(|one| one.about != About::Event);
            waiting.remove(passing.unwrap_or(0));
        }
        waiting.push(Announcement {
            about,
            language: reader.shown.borrow().head.language.clone(),
            text: text.to_owned(),
        });
    }
    if !region.is_busy.get() {
        go_on(region);
    }
}

/// Another page is shown: what was to be said of the one before is stale.
pub(super) fn turn_page(reader: &Reader) {
    reader.announcer.drop_waiting(|about| about != About::Event);
}

/// Nothing is under way any more, one way or another.
pub(super) fn settle(reader: &Reader) {
    reader.announcer.drop_waiting(|about| about == About::State);
}

/// Empties the region, then shows the next announcement, then waits until it is spoken.
fn go_on(region: &Rc<Region>) {
    let has_next = !region.waiting.borrow().is_empty();
    region.is_busy.set(has_next);
    if !has_next {
        return;
    }
    let rest = if region.element.has_child_nodes() {
        region.element.set_text_content(None);
        PAUSE
    } else {
        show_next(region)
    };
    let region = region.clone();
    Timeout::new(rest, move || go_on(&region)).forget();
}

/// Shows the next announcement, which is there, and says how long it takes to be spoken, in milliseconds.
fn show_next(region: &Region) -> u32 {
    let next = region.waiting.borrow_mut().remove(0);
    let _ = region.element.set_attribute("lang", &next.language);
    region.element.set_text_content(Some(&next.text));
    (SHORTEST + BYTE * next.text.len() as u32).min(LONGEST)
}
