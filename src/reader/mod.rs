//! The reader: turns the pages of a printed paper without loading each anew. Wasm only.
//!
//! Entry point: [`start`], which `main` calls. `static/loader.js` loads the reader when somebody begins to use the page,
//! or where something waits for it. What happens then:
//!
//! 1. [`boot`] adopts the printed page as it is, or draws it where the document came without one.
//! 2. [`listen`] attaches one listener of each kind to the document; [`rescue`] says what is done when the reader stops working.
//! 3. A click on a [`link`]: [`links`] decides whether it stays in the paper, [`navigate`] goes there, [`traverse`] Back and Forward.
//! 4. [`prepare`] does beforehand what the first journey needs: [`frame`], [`styles`], and the code itself. [`fetch`] gets the page's data, [`cache`] keeps what was read, [`prefetch`] asks early.
//! 5. [`mod@draw`] draws the page into a `<main>` of its own; [`navigate`] puts it in place of the old one.
//! 6. [`arrival`] lists what happens when a page is shown. [`head`], [`focus`] and [`announce`] tell the window, the
//!    keyboard and the screen reader; [`named_words`] leads to words that a link names.
//! 7. [`shelf`] keeps the `<main>` that was left, [`history`] where it was scrolled to: Back puts both back ([`scrolling`]).
//! 8. [`progress`] and [`message`] speak when a page is long in coming, or does not come.
//!    [`notice`] says the rest.
//! 9. [`embed`] loads a page of another site, only when asked; [`search`] the search index, only when somebody searches.
//! 10. [`paper`] readies a page to be printed.
//! 11. [`live`] follows a story that is still being updated; [`version`] knows whether one has changed since it was read,
//!     [`stopped`] where somebody stopped in it.
//! 12. [`offline`] has the service worker keep what is read.
//! 13. [`go`] leads to the next story or back, by keys and swipes; [`tools`] has the tools come when somebody uses one.

mod announce;
mod arrival;
mod boot;
pub mod cache;
mod draw;
mod embed;
mod fetch;
mod focus;
mod frame;
mod go;
mod head;
mod history;
mod link;
pub mod links;
mod listen;
mod live;
mod message;
mod named_words;
mod navigate;
mod notice;
mod offline;
mod paper;
mod prefetch;
mod prepare;
mod progress;
mod rescue;
mod scrolling;
mod search;
pub mod shelf;
mod stopped;
mod styles;
mod tools;
mod traverse;
mod version;
mod visit;

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use web_sys::{Document, Element, History, HtmlElement, Window};

use crate::browser::identity::Identity;
use crate::browser::storage::Kept;
use crate::browser::words;
use crate::message::About;
use crate::paper::page::Page;
use crate::view::words::{ToolWord, Words};
use cache::Cache;
use history::Entry;
use shelf::Shelf;
use visit::Visit;

pub use boot::start;
pub use draw::draw;

/// Pages whose `<main>` is kept for Back and Forward, besides the one that is shown.
const KEPT_VISITS: usize = 10;

/// Pages whose data is kept.
const KEPT_PAGES: usize = 30;

/// How long data that was read may serve a new visit, in milliseconds. A paper changes during the day.
const FRESH_FOR: f64 = 300_000.0;

/// Everything the reader knows. It lives as long as the document.
struct Reader {
    window: Window,
    document: Document,
    body: HtmlElement,
    history: History,
    /// Absolute URL of the top of the paper.
    root: RefCell<String>,
    /// The page that is shown.
    shown: RefCell<Visit>,
    /// Entry of the browser's history that the shown page belongs to.
    entry: Cell<Entry>,
    /// Pages that were left and may be put back.
    shelf: RefCell<Shelf<Visit>>,
    /// Data that was read.
    cache: RefCell<Cache<Rc<Page>>>,
    /// Data that is on its way.
    loads: RefCell<Vec<Rc<fetch::Load>>>,
    arrival: Arrival,
    /// Number of the newest journey; an older one that is still under way finds it changed and stops.
    journey: Cell<u32>,
    /// The data the newest journey waits for.
    awaited: RefCell<Option<Rc<fetch::Load>>>,
    /// Everything is ready for a journey.
    prepared: Cell<bool>,
    styles: styles::Styles,
    /// Where screen readers are told what happened.
    announcer: announce::Announcer,
    progress: progress::Progress,
    message: message::Message,
    attention: prefetch::Attention,
    /// Where one stopped in the shown story.
    stopped: stopped::Stopped,
    /// The version of the shown story that was read before, where it is another.
    read_before: RefCell<Option<String>>,
    /// That the browser keeps nothing was said.
    told_unkept: Cell<bool>,
    way: go::Way,
    tools: tools::Tools,
    live: live::Live,
    search: search::Search,
    /// Waits for the scrolling to rest.
    scrolled: Cell<Option<gloo_timers::callback::Timeout>>,
}

/// What happens when a page is shown ([`arrival`]). The ways to a page do not know it.
struct Arrival {
    /// It was put in place of another.
    swapped: fn(&'static Reader),
    /// It can be painted.
    painted: fn(&'static Reader),
}

impl Reader {
    /// The texts of pages, in the language of the page that is shown.
    fn words(&self) -> &'static Words {
        Words::of(&self.shown.borrow().head.language)
    }

    /// What the shown page is known by.
    fn identity(&self) -> Identity {
        let page_url = &self.shown.borrow().page_url;
        Identity::of(&self.document, &self.root.borrow(), page_url)
    }
}

/// One text, in the language of the page that is shown.
fn say(reader: &Reader, word: ToolWord) -> &'static str {
    word.of(&reader.shown.borrow().head.language)
}

/// One text that depends on a number, with the number in the place of its mark.
fn count(reader: &Reader, word: ToolWord, mark: &str, number: usize) -> String {
    words::count(&reader.shown.borrow().head.language, word, mark, number)
}

/// Gives an element the language and the direction of the shown page.
fn speak(reader: &Reader, element: &Element) {
    let shown = reader.shown.borrow();
    // Fails for names that are none only.
    let _ = element.set_attribute("lang", &shown.head.language);
    let _ = element.set_attribute("dir", shown.head.direction.as_str());
}

/// Says that the browser keeps nothing, the first time.
fn heed(reader: &'static Reader, kept: Kept) {
    if kept == Kept::No && !reader.told_unkept.replace(true) {
        let said = say(reader, ToolWord::NotKept);
        announce::announce(reader, About::Event, said);
        notice::tell(reader, "unkept", said);
    }
}
