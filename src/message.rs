//! What the reader and its tools say to each other. Wasm only.
//!
//! Entry points: [`send`] and [`listen`]. They are two Wasm modules, which share nothing but the document: a message is an
//! event of the document, of one name for each direction, whose `detail` is a list of the message's number and parts.
//!
//! The reader knows no tool, and no tool the reader. What is sent before the other side is there, or after it has
//! stopped working, is not heard, and [`send`] says so.

use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CustomEvent, CustomEventInit, Document};

use crate::browser::{guard, property};

/// What the reader says to the tools.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum ToTools {
    /// A page is shown. The document says what else there is to know of it: its title, its language.
    Shown(Shown),
    /// Somebody wants this to be opened.
    Open(Opening),
    /// A key was pressed before they were there, by the name that [`command`](crate::browser::keyboard::command) gives it.
    Press(String),
}

/// The page that is shown.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Shown {
    /// Its absolute URL, which ends with `/`. The window's may be another: while somebody goes back, it is that of the
    /// next page already.
    pub page_url: String,
    /// Absolute URL of the top of the paper.
    pub root: String,
    /// The version of the story that was read before, where it is another.
    pub read_before: Option<String>,
    /// The tools had asked to be led here ([`ToReader::Go`]), and nobody went elsewhere meanwhile.
    pub was_asked_for: bool,
}

/// What can be opened from outside of the tools.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Opening {
    /// The panel, or it is closed where it is open.
    Panel,
    /// What has changed in the story.
    Changes,
}

/// What the tools say to the reader.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum ToReader {
    /// The tools are there, and want to know what is shown.
    Ready,
    /// They have come, and cannot start.
    Failed,
    /// Somebody wants to go there. It is heard where there is somewhere to go.
    Go(Way),
    /// Screen readers are to be told.
    Announce(About, String),
    /// A notice is to be shown.
    Tell(Notice, String),
    /// A notice is to be taken away.
    Withdraw(Notice),
    /// The browser keeps nothing: that is to be said.
    NotKept,
    /// What is kept was changed by a file, or deleted.
    Stored,
}

/// Where one can go without a link.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Way {
    /// To the next story.
    Next,
    /// To the page before.
    Back,
    /// To the front page.
    Front,
}

/// What an announcement is about says when it is stale.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum About {
    /// Something was done, or has failed: said whatever comes after it.
    Event,
    /// The shown page: stale when another is shown.
    Page,
    /// How something stands that is under way: stale when it stands otherwise, and when another page is shown.
    State,
}

/// A notice that the tools have shown.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Notice {
    /// What came of something when no tool is in view that would say it.
    Outcome,
    /// Why nothing is spoken any more.
    Silence,
}

const OPENINGS: [Opening; 2] = [Opening::Panel, Opening::Changes];
const WAYS: [Way; 3] = [Way::Next, Way::Back, Way::Front];
const ABOUT: [About; 3] = [About::Event, About::Page, About::State];
const NOTICES: [Notice; 2] = [Notice::Outcome, Notice::Silence];

/// A message of one direction.
pub trait Message: Sized {
    /// Name of the events that carry it.
    const EVENT: &'static str;

    /// Its number and parts.
    fn write(self) -> Array;

    /// Reads what [`Message::write`] wrote; `None` for what nothing of this build has written.
    fn read(parts: &Array) -> Option<Self>;
}

/// Sends a message; `true` when it was heard.
pub fn send<M: Message>(document: &Document, message: M) -> bool {
    let options = CustomEventInit::new();
    options.set_cancelable(true);
    options.set_detail(&message.write());
    let event = CustomEvent::new_with_event_init_dict(M::EVENT, &options);
    // Whoever hears it says so by taking over what would be done otherwise.
    event.is_ok_and(|event| document.dispatch_event(&event) == Ok(false))
}

/// Listens for messages; whoever hears one says whether it was of use.
pub fn listen<M: Message>(document: &Document, hear: impl Fn(M) -> bool + 'static) {
    guard::on(document, M::EVENT, move |event| {
        let parts = property(&event, "detail").dyn_into::<Array>();
        let message = parts.ok().and_then(|parts| M::read(&parts));
        if message.is_some_and(&hear) {
            event.prevent_default();
        }
    });
}

fn text(parts: &Array, place: u32) -> Option<String> {
    parts.get(place).as_string()
}

/// One of these, by its number.
fn one_of<T: Copy>(all: &[T], parts: &Array, place: u32) -> Option<T> {
    all.get(number(parts, place)?).copied()
}

fn number(parts: &Array, place: u32) -> Option<usize> {
    parts.get(place).as_f64().map(|number| number as usize)
}

fn parts<const N: usize>(parts: [JsValue; N]) -> Array {
    parts.into_iter().collect()
}

impl Message for ToTools {
    const EVENT: &'static str = "newsprint-tools";

    fn write(self) -> Array {
        match self {
            Self::Shown(shown) => parts([
                0.into(),
                shown.page_url.into(),
                shown.root.into(),
                shown.read_before.into(),
                shown.was_asked_for.into(),
            ]),
            Self::Open(opening) => parts([1.into(), (opening as u32).into()]),
            Self::Press(key) => parts([2.into(), key.into()]),
        }
    }

    fn read(parts: &Array) -> Option<Self> {
        Some(match number(parts, 0)? {
            0 => Self::Shown(Shown {
                page_url: text(parts, 1)?,
                root: text(parts, 2)?,
                read_before: text(parts, 3),
                was_asked_for: parts.get(4).is_truthy(),
            }),
            1 => Self::Open(one_of(&OPENINGS, parts, 1)?),
            2 => Self::Press(text(parts, 1)?),
            _ => return None,
        })
    }
}

impl Message for ToReader {
    const EVENT: &'static str = "newsprint-reader";

    fn write(self) -> Array {
        match self {
            Self::Ready => parts([0.into()]),
            Self::Go(way) => parts([1.into(), (way as u32).into()]),
            Self::Announce(about, said) => parts([2.into(), (about as u32).into(), said.into()]),
            Self::Tell(notice, said) => parts([3.into(), (notice as u32).into(), said.into()]),
            Self::Withdraw(notice) => parts([4.into(), (notice as u32).into()]),
            Self::NotKept => parts([5.into()]),
            Self::Stored => parts([6.into()]),
            Self::Failed => parts([7.into()]),
        }
    }

    fn read(parts: &Array) -> Option<Self> {
        Some(match number(parts, 0)? {
            0 => Self::Ready,
            1 => Self::Go(one_of(&WAYS, parts, 1)?),
            2 => Self::Announce(one_of(&ABOUT, parts, 1)?, text(parts, 2)?),
            3 => Self::Tell(one_of(&NOTICES, parts, 1)?, text(parts, 2)?),
            4 => Self::Withdraw(one_of(&NOTICES, parts, 1)?),
            5 => Self::NotKept,
            6 => Self::Stored,
            7 => Self::Failed,
            _ => return None,
        })
    }
}
