//! What happens when a page is shown, in this order.
//!
//! Entry points: [`first`] for the page that the document came with; [`swapped`] and [`painted`] for every other.
//!
//! Whatever is about the shown page begins here, and asks for it by [`Reader::shown`]: the window's address may be that of
//! another page already, which somebody goes back to.

use super::announce::{announce, turn_page};
use super::{Reader, embed, go, head, live, offline, search, stopped, tools, version};
use crate::message::About;
use crate::view::words::fill;

/// The document has come with a page.
pub(super) fn first(reader: &'static Reader) {
    embed::offer(reader);
    search::offer(reader);
    reading(reader);
}

/// A page was put in place of another: what has to be there before it is painted.
pub(super) fn swapped(reader: &'static Reader) {
    turn_page(reader);
    tools::forget(reader);
    embed::offer(reader);
    search::offer(reader);
}

/// The page can be painted: what nobody sees, and what may come a moment later.
pub(super) fn painted(reader: &'static Reader) {
    head::exchange(reader);
    let title = reader.shown.borrow().head.title.clone();
    let loaded = fill(reader.words().loaded, &[("title", &title)]);
    // Before what else is said of the page.
    announce(reader, About::Page, &loaded);
    reading(reader);
}

fn reading(reader: &'static Reader) {
    go::passed(reader);
    stopped::offer(reader);
    version::shown(reader);
    live::follow(reader);
    offline::read(reader);
    // Last, for they are told of what came before.
    tools::shown(reader);
}
