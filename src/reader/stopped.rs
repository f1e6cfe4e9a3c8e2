//! Where one stopped in a story: the place in every story is kept, and offered on return.
//!
//! Entry points: [`offer`] when a page is shown, [`rest`] when scrolling has come to rest.
//!
//! A page that comes is shown from its top, which is nobody's choice. So the kept place stays until one has read on, has
//! gone on from it, or has declined ([`Stopped`]).

use std::cell::Cell;

use super::{Reader, heed, notice, say};
use crate::browser::focus::focus_on;
use crate::browser::per_story;
use crate::browser::place::{self, BEGINNING, Place};
use crate::browser::storage::PLACES;
use crate::story::digits::digits;
use crate::view::words::{ToolWord, fill};

/// Class of the offer to go on.
const OFFER: &str = "resume";
/// Of so much a story is read to its end, in hundredths.
const END: u32 = 98;

/// Where one stopped in the shown story on an earlier visit.
#[derive(Default)]
pub(super) struct Stopped {
    /// Number of the visit that this is about. Of a page that has only just come nothing is kept.
    visit: Cell<Option<u32>>,
    /// Number of the block that is offered.
    block: Cell<Option<u32>>,
}

fn place(reader: &Reader) -> Option<Place> {
    let body = place::body(&reader.document)?;
    Some(Place::of(&reader.window, &body))
}

/// Offers to go on where one stopped, when the page is shown from its beginning.
pub(super) fn offer(reader: &'static Reader) {
    take_offer(reader);
    let number = reader.shown.borrow().number;
    reader.stopped.visit.set(Some(number));
    // Further down, one has read on already.
    let Some(place) = place(reader).filter(|place| place.block <= BEGINNING) else {
        return;
    };
    let kept = per_story::get(&reader.identity(), PLACES);
    let kept = kept.and_then(|kept| kept.parse::<u32>().ok());
    if let Some(block) = kept.filter(|block| *block < place.blocks) {
        let share = digits(block * 100 / place.blocks);
        let go_on = fill(say(reader, ToolWord::Resume), &[("share", &share)]);
        notice::Notice::new(OFFER, "")
            .offering(&go_on, resume)
            .offering(say(reader, ToolWord::Close), decline)
            .show(reader);
        reader.stopped.block.set(Some(block));
    }
}

/// Takes the offer away, and gives the block that was offered.
fn take_offer(reader: &Reader) -> Option<u32> {
    notice::withdraw(reader, OFFER);
    reader.stopped.block.take()
}

/// Goes on where one stopped.
fn resume(reader: &'static Reader) {
    let block = take_offer(reader);
    let body = place::body(&reader.document);
    if let Some(block) = block.and_then(|block| body?.children().item(block)) {
        block.scroll_into_view();
        focus_on(block);
    }
}

/// Stays where one is: the place is not offered again.
fn decline(reader: &'static Reader) {
    take_offer(reader);
    let here = place(reader).map(|place| place.block);
    keep(reader, here.filter(|block| *block > BEGINNING));
}

/// Scrolling has come to rest: keeps the place, unless the story is hardly begun, or read to its end.
pub(super) fn rest(reader: &'static Reader) {
    let stopped = &reader.stopped;
    if stopped.visit.get() != Some(reader.shown.borrow().number) {
        return;
    }
    let Some(place) = place(reader) else {
        return;
    };
    let is_begun = place.block > BEGINNING;
    let offered = stopped.block.get();
    // While an earlier place is offered, standing at the beginning says nothing.
    if is_begun || offered.is_none() {
        keep(
            reader,
            (is_begun && place.read < END).then_some(place.block),
        );
    }
    if offered.is_some_and(|block| place.block >= block) {
        // One is there already.
        take_offer(reader);
    }
}

/// Keeps the number of a block as the place in the shown story, or none.
fn keep(reader: &'static Reader, block: Option<u32>) {
    let value = block.map(digits);
    heed(
        reader,
        per_story::set(&reader.identity(), PLACES, value.as_deref()),
    );
}
