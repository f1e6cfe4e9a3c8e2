//! Goes Back and Forward.
//!
//! Entry point: [`traverse`]. A page that was kept is put back as it was left; another one is drawn ([`navigate`](super::navigate)).

use super::history::{self, Entry};
use super::links::{Destination, folder};
use super::navigate::{Journey, Way, afterwards, cancel, forget_ahead, set_out, show};
use super::visit::Visit;
use super::{Reader, focus};
use crate::browser::focus::{Scroll, scroll, scroll_to};

/// The window has gone to another entry of the history: shows its page.
pub(super) fn traverse(reader: &'static Reader) {
    let Ok(href) = reader.window.location().href() else {
        return;
    };
    let page_url = folder(&href);
    let here = reader.shown.borrow().page_url == page_url;
    let (entry, scroll) = match history::read(&reader.history) {
        Some(known) => known,
        None => return unknown_entry(reader, page_url, here),
    };
    cancel(reader);
    if here && reader.shown.borrow().number == entry.visit {
        reader.entry.set(entry);
        scroll_to(&reader.window, scroll);
        return;
    }
    let kept = reader.shelf.borrow_mut().take(entry.visit);
    match kept {
        Some(visit) if visit.page_url == page_url => put_back(reader, visit, entry, scroll),
        other => {
            if let Some(stranger) = other {
                stranger.destroy();
            }
            go(reader, page_url, Way::Traversal(entry, scroll));
        }
    }
}

fn go(reader: &'static Reader, page_url: &str, way: Way) {
    let to = Destination {
        page: page_url.to_owned(),
        fragment: String::new(),
    };
    set_out(reader, Journey { to, way });
}

/// An entry the reader has not written: a fragment of the shown page that the browser went to by
/// itself, or something that another script added.
fn unknown_entry(reader: &'static Reader, page_url: &str, here: bool) {
    let position = reader.entry.get().position + 1;
    let visit = if here {
        reader.shown.borrow().number
    } else {
        position
    };
    let entry = Entry { visit, position };
    let scroll = scroll(&reader.window);
    history::stamp(&reader.history, entry, scroll);
    if here {
        reader.entry.set(entry);
        forget_ahead(reader, position);
    } else {
        go(reader, page_url, Way::Traversal(entry, Scroll::default()));
    }
}

/// Puts a page back that was kept.
fn put_back(reader: &'static Reader, mut visit: Visit, entry: Entry, scroll: Scroll) {
    let left = focus::leave(reader);
    let before = visit.left.take();
    let main = visit.main.clone();
    show(reader, visit, entry, left);
    let own = before
        .as_ref()
        .filter(|left| left.position == entry.position);
    scroll_to(&reader.window, own.map_or(scroll, |left| left.scroll));
    afterwards(reader, move |reader| focus::restore(reader, &main, before));
}
