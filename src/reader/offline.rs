//! Without a network: the service worker, what it is told, and a new version of it.
//!
//! Entry points: [`listen`] once; [`read`] when a page is shown.
//!
//! 1. The worker is told of each page that is shown, and keeps it with its pictures (`static/service-worker.js`).
//! 2. A new version that is found while a page stands open is announced: it takes over when somebody asks for it, and the
//!    page is loaded anew.

use super::announce::announce;
use super::notice::{self, Notice};
use super::{Reader, say};
use crate::browser::worker::{self, Wish};
use crate::message::About;
use crate::view::words::ToolWord;

/// Class of the notice.
const NOTICE: &str = "new-edition";

/// Listens for what the worker has to say. What is kept is the tools' business.
pub(super) fn listen(reader: &'static Reader) {
    worker::listen(&reader.document, move |data| {
        if !data.is_object() {
            offer(reader);
        }
    });
}

/// A page is shown.
pub(super) fn read(reader: &Reader) {
    let page_url = &reader.shown.borrow().page_url;
    worker::wish(&reader.document, Wish::Read, page_url, page_url);
}

/// Says that a new edition is ready.
fn offer(reader: &'static Reader) {
    if notice::shown(reader, NOTICE).is_some() {
        return;
    }
    let said = say(reader, ToolWord::NewEdition);
    Notice::new(NOTICE, said)
        .offering(say(reader, ToolWord::ShowEdition), show)
        .offering(say(reader, ToolWord::Close), close)
        .show(reader);
    announce(reader, About::Event, said);
}

/// Shows the new edition.
fn show(reader: &'static Reader) {
    close(reader);
    worker::wish(&reader.document, Wish::Show, "", "shown");
}

/// Leaves all as it is.
fn close(reader: &'static Reader) {
    notice::withdraw(reader, NOTICE);
}
