//! The tools: what one opens. A Wasm module of its own, which the reader loads when somebody uses one. Wasm only.
//!
//! Entry point: [`start`], which its `main` calls. What happens then:
//!
//! 1. [`begin`] learns the texts and the sheet of the tools, and says to the reader that they are there; the reader says
//!    what is shown ([`message`]), then and whenever that is another page.
//! 2. [`listen`] attaches the listeners, and gives clicks, controls and keys to the tool they are for.
//! 3. [`panel`] opens and draws the panel: the tools by name, and the one that is chosen.
//! 4. A tool is a [`Tool`]: its name, how it draws itself with the [`pen`], what it does. What is clicked says so in
//!    `data-do` (`reset`, or `open 3`), a control in its `name` and value. State is the tool's own.
//!
//! Of the reader they know nothing but the messages. Without it they work as far as they need no other page.

mod aloud;
mod begin;
mod changes;
mod contents;
mod data;
mod display;
mod download;
mod find;
mod highlights;
mod keep;
mod keys;
mod listen;
mod notes_in_place;
mod panel;
mod pen;
mod pictures;
mod share;
mod stored;

use std::cell::{Cell, RefCell};

use gloo_timers::callback::Timeout;
use web_sys::{Document, Element, HtmlElement, Window};

use crate::browser::identity::Identity;
use crate::browser::storage::{self, Kept};
use crate::browser::words;
use crate::message::{self, About, Notice, ToReader};
use crate::story::Direction;
use crate::view::words::{ToolWord, Words};
use pen::Pen;

pub use begin::start;

/// A tool of the panel.
struct Tool {
    /// Its name, from the table of interface texts.
    name: ToolWord,
    /// Draws it, for the page that is shown.
    draw: fn(&'static Tools, &mut Pen),
    /// Does what one of its buttons or controls says: a verb, and a value that may be empty. After a button the tool is
    /// drawn again; a control shows by itself how it was turned.
    act: fn(&'static Tools, &str, &str),
}

/// The tools, in the order of the panel.
const TOOLS: &[Tool] = &[
    display::TOOL,
    contents::TOOL,
    aloud::TOOL,
    highlights::TOOL,
    changes::TOOL,
    keep::TOOL,
    share::TOOL,
    find::TOOL,
    keys::TOOL,
    data::TOOL,
];

/// The page that is shown.
struct Shown {
    /// Its absolute URL, which ends with `/`.
    page_url: String,
    /// Absolute URL of the top of the paper.
    root: String,
    /// The version of the story that was read before, where it is another.
    read_before: Option<String>,
    title: String,
    /// BCP 47.
    language: String,
    direction: Direction,
    main: Element,
}

/// Everything the tools know. It lives as long as the document.
struct Tools {
    window: Window,
    document: Document,
    body: HtmlElement,
    shown: RefCell<Shown>,
    button: HtmlElement,
    open: RefCell<Option<panel::Open>>,
    /// Place of the chosen tool in [`TOOLS`].
    chosen: Cell<usize>,
    /// Waits for the scrolling to rest.
    scrolled: Cell<Option<Timeout>>,
    aloud: aloud::Aloud,
    /// What is to be deleted.
    asked: data::Asked,
    changes: changes::Changes,
    find: find::Find,
    highlights: highlights::Highlights,
    outcome: share::Outcome,
    large: pictures::Large,
    keep: keep::Keep,
}

impl Tools {
    /// The texts of pages, in the language of the page that is shown.
    fn words(&self) -> &'static Words {
        Words::of(&self.shown.borrow().language)
    }

    /// What the shown page is known by.
    fn identity(&self) -> Identity {
        let shown = self.shown.borrow();
        Identity::of(&self.document, &shown.root, &shown.page_url)
    }

    /// Keeps a value under a name; an empty one is forgotten.
    fn store(&self, name: &'static str, value: &str) {
        if storage::set(name, value) == Kept::No {
            self.send(ToReader::NotKept);
        }
    }

    /// Says something to the reader; `true` when it was heard.
    fn send(&self, said: ToReader) -> bool {
        message::send(&self.document, said)
    }
}

/// One text, in the language of the page that is shown.
fn say(tools: &Tools, word: ToolWord) -> &'static str {
    word.of(&tools.shown.borrow().language)
}

/// One text that depends on a number, with the number in the place of its mark.
fn count(tools: &Tools, word: ToolWord, mark: &str, number: usize) -> String {
    words::count(&tools.shown.borrow().language, word, mark, number)
}

/// Tells screen readers.
fn announce(tools: &Tools, about: About, said: &str) {
    tools.send(ToReader::Announce(about, said.to_owned()));
}

/// Shows a notice that stays until it is closed.
fn tell(tools: &Tools, notice: Notice, said: &str) {
    tools.send(ToReader::Tell(notice, said.to_owned()));
}

/// Takes a notice away.
fn withdraw(tools: &Tools, notice: Notice) {
    tools.send(ToReader::Withdraw(notice));
}

/// Gives an element the language and the direction of the shown page.
fn speak(tools: &Tools, element: &Element) {
    let shown = tools.shown.borrow();
    // Fails for names that are none only.
    let _ = element.set_attribute("lang", &shown.language);
    let _ = element.set_attribute("dir", shown.direction.as_str());
}
