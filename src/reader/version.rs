//! Whether a story has changed since somebody read it.
//!
//! Entry point: [`shown`].
//!
//! The press marks a story that changed with a version (`<meta name=version>`, docs/changes.md). The version of every story
//! that is read is kept. Where it is another when the story is shown again, a notice says so, once: whatever is answered,
//! the new version counts as read. What has changed a tool shows ([`Opening::Changes`]).

use super::announce::announce;
use super::{Reader, heed, live, notice, say, tools};
use crate::browser::storage::READ;
use crate::browser::{attribute, per_story, place};
use crate::message::{About, Opening};
use crate::view::words::ToolWord;

/// Class of the notice.
const NOTICE: &str = "changed";

/// A page is shown: says so when it is a story that has changed since it was read.
pub(super) fn shown(reader: &'static Reader) {
    notice::withdraw(reader, NOTICE);
    reader.read_before.take();
    if place::body(&reader.document).is_none() {
        return;
    }
    let story = reader.identity();
    let version = attribute(&reader.document, "meta[name=version]", "content");
    let before = per_story::get(&story, READ);
    heed(reader, per_story::set(&story, READ, Some(&version)));
    // A version that is nowhere to be read is a history that was lost: there is nothing to tell. A live story has its own
    // way to tell.
    let before = before.filter(|before| *before != version);
    let Some(before) = before.filter(|_| !version.is_empty() && !live::is_live(reader)) else {
        return;
    };
    reader.read_before.replace(Some(before));
    let said = say(reader, ToolWord::ChangedSince);
    notice::Notice::new(NOTICE, said)
        .offering(say(reader, ToolWord::ShowChanges), show)
        .offering(say(reader, ToolWord::Close), close)
        .show(reader);
    announce(reader, About::Page, said);
}

fn show(reader: &'static Reader) {
    close(reader);
    tools::open(reader, Opening::Changes);
}

fn close(reader: &'static Reader) {
    notice::withdraw(reader, NOTICE);
}
