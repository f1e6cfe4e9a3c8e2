//! Has the tools come when somebody uses one. They are a module of their own (`src/tools`), and speak through
//! [`message`].
//!
//! Entry points: [`offer`] once the reader is there; [`open`] and [`uses`] for what calls them; [`shown`] when another page is
//! shown.
//!
//! 1. What is asked of them before they are there waits. A click is done again then: they know what was clicked.
//! 2. They say that they are there, and are told what is shown.
//! 3. Where they do not come, or no longer answer, the reader goes on. That is said beside their button, with a way to try
//!    again, which loads them anew.

pub(super) mod uses;

use std::cell::{Cell, RefCell};

use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlElement;

use super::announce::announce;
use super::notice::{self, Notice};
use super::{Reader, go, heed, say, speak};
use crate::browser::module;
use crate::browser::storage::{self, HIGHLIGHTS};
use crate::browser::{keyboard, named_file, place};
use crate::message::{self, About, Opening, Shown, ToReader, ToTools};
use crate::view::words::ToolWord;

/// Class of the notice that they have not come.
const NO_TOOLS: &str = "no-tools";

/// What is known of the tools.
#[derive(Default)]
pub(super) struct Tools {
    button: RefCell<Option<HtmlElement>>,
    state: Cell<State>,
    /// What was asked of them last while they are not there.
    waiting: RefCell<Option<Wanted>>,
    /// They did not come, or stopped working: they are loaded again when somebody asks for them, and not by themselves.
    has_failed: Cell<bool>,
    /// Number of the journey that they have asked for.
    journey: Cell<Option<u32>>,
}

#[derive(Clone, Copy, Default, Eq, PartialEq)]
enum State {
    #[default]
    Away,
    Coming,
    There,
}

/// What is to be done once they are there.
enum Wanted {
    Said(ToTools),
    Click(HtmlElement),
}

/// Readies them to come.
pub(super) fn offer(reader: &'static Reader) {
    message::listen(&reader.document, move |message| hear(reader, message));
    uses::offer(reader);
}

/// Another page is shown: the button speaks its language, and the tools are told.
pub(super) fn shown(reader: &'static Reader) {
    if let Some(button) = &*reader.tools.button.borrow() {
        speak(reader, button);
        let _ = button.set_attribute("aria-label", say(reader, ToolWord::Tools));
        let _ = reader.body.append_child(button);
    }
    // Highlights are to be seen in the story.
    let are_marked = || !storage::get(HIGHLIGHTS).is_empty();
    match reader.tools.state.get() {
        State::There => tell(reader),
        State::Away if place::body(&reader.document).is_some() && are_marked() => call(reader),
        _ => {}
    }
}

fn tell(reader: &Reader) {
    let asked = reader.tools.journey.take();
    let shown = ToTools::Shown(Shown {
        page_url: reader.shown.borrow().page_url.clone(),
        root: reader.root.borrow().clone(),
        read_before: reader.read_before.borrow().clone(),
        was_asked_for: asked == Some(reader.journey.get()),
    });
    message::send(&reader.document, shown);
}

/// Has something opened.
pub(super) fn open(reader: &'static Reader, opening: Opening) {
    want(reader, Wanted::Said(ToTools::Open(opening)));
}

fn want(reader: &'static Reader, wanted: Wanted) {
    let is_there = reader.tools.state.get() == State::There;
    if let (true, Wanted::Said(ToTools::Open(opening))) = (is_there, &wanted) {
        if message::send(&reader.document, ToTools::Open(*opening)) {
            return;
        }
        // They have stopped working, and may not have said so.
        if reader.tools.state.get() == State::There {
            fail(reader);
        }
    }
    reader.tools.waiting.replace(Some(wanted));
    come(reader);
}

/// What was asked for is not wanted any more, or was of a page that is left; `true` when something was.
pub(super) fn forget(reader: &Reader) -> bool {
    notice::withdraw(reader, NO_TOOLS);
    reader.tools.waiting.take().is_some()
}

/// Has them come although nobody has asked for them, unless they have failed before.
fn call(reader: &'static Reader) {
    if !reader.tools.has_failed.get() {
        come(reader);
    }
}

/// Loads them, unless they are on their way.
fn come(reader: &'static Reader) {
    if reader.tools.state.get() != State::Away {
        return;
    }
    notice::withdraw(reader, NO_TOOLS);
    reader.tools.state.set(State::Coming);
    busy(reader, true);
    spawn_local(async move {
        let url = named_file(&reader.document, "tools").unwrap_or_default();
        let loaded = module::load(&url).await;
        if loaded.is_err() {
            give_up(reader);
        }
    });
}

fn give_up(reader: &'static Reader) {
    fail(reader);
    excuse(reader);
}

/// They are not there, and are loaded anew the next time.
fn fail(reader: &Reader) {
    let url = named_file(&reader.document, "tools").unwrap_or_default();
    module::failed(&url);
    reader.tools.state.set(State::Away);
    reader.tools.has_failed.set(true);
    busy(reader, false);
}

/// Says that they did not come, where somebody waits for them; a link is followed as it would be without them.
fn excuse(reader: &'static Reader) {
    let link = match &*reader.tools.waiting.borrow() {
        None => return,
        Some(Wanted::Click(element)) => element.get_attribute("href"),
        Some(Wanted::Said(_)) => None,
    };
    if let Some(href) = link {
        forget(reader);
        let _ = reader.window.location().set_hash(&href);
        return;
    }
    let said = say(reader, ToolWord::NoTools);
    Notice::new(NO_TOOLS, said)
        .offering(reader.words().retry, come)
        .offering(say(reader, ToolWord::Close), |reader| {
            forget(reader);
        })
        .show(reader);
    announce(reader, About::Event, said);
}

fn busy(reader: &Reader, is_busy: bool) {
    if let Some(button) = &*reader.tools.button.borrow() {
        let _ = match is_busy {
            true => button.set_attribute("aria-busy", "true"),
            false => button.remove_attribute("aria-busy"),
        };
    }
}

/// Hears what they say; `true` when it was of use.
fn hear(reader: &'static Reader, said: ToReader) -> bool {
    match said {
        ToReader::Ready => ready(reader),
        ToReader::Failed => give_up(reader),
        ToReader::Go(way) => {
            let leads = go::lead(reader, way);
            reader
                .tools
                .journey
                .set(leads.then(|| reader.journey.get()));
            return leads;
        }
        ToReader::Announce(about, text) => announce(reader, about, &text),
        ToReader::Tell(kind, text) => notice::tell(reader, class_of(kind), &text),
        ToReader::Withdraw(kind) => notice::withdraw(reader, class_of(kind)),
        ToReader::NotKept => heed(reader, storage::Kept::No),
        ToReader::Stored => go::claim_swipes(reader),
    }
    true
}

fn class_of(kind: message::Notice) -> &'static str {
    match kind {
        message::Notice::Outcome => "outcome-notice",
        message::Notice::Silence => "silence",
    }
}

fn ready(reader: &'static Reader) {
    reader.tools.state.set(State::There);
    busy(reader, false);
    tell(reader);
    let wanted = reader.tools.waiting.take();
    let active = reader.document.active_element();
    if active.is_some_and(|active| keyboard::types(&active)) {
        // Somebody has begun to write meanwhile.
        return;
    }
    match wanted {
        Some(Wanted::Said(said)) => {
            message::send(&reader.document, said);
        }
        Some(Wanted::Click(element)) => element.click(),
        None => {}
    }
}
