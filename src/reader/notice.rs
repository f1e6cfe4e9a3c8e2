//! A line at the edge of the window that says something and offers what can be done about it.
//!
//! Entry points: [`show`], [`tell`], [`withdraw`]. A notice is known by its class, and there is one of each at a time.
//! Those at one edge stand in a column, so that none covers another.

use web_sys::Element;

use super::tools::{self, Pen};
use super::words::say;
use super::{Reader, focus};
use crate::view::words::ToolWord;

/// Classes of the notices at the lower edge, beside the button of the tools: what they offer belongs to what one reads.
const BELOW: [&str; 2] = ["resume", "news"];
/// Class of the bar that comes and goes with a selection, above everything else at that edge.
const ALONE: &str = "selection";

/// Class of the column at an edge.
const COLUMN: &str = "notices";

/// Shows a notice: what it says, which may be nothing, and its buttons, each with what it does and its words.
pub(super) fn show(
    reader: &'static Reader,
    class: &str,
    said: &str,
    acts: &[(&str, &str)],
) -> Option<Element> {
    let held = take(reader, class);
    let notice = reader.document.create_element("p").ok()?;
    notice.set_class_name(class);
    tools::speak(reader, &notice);
    let name = acts.first().map_or(said, |(_, text)| text);
    let name = if said.is_empty() { name } else { said };
    let mut pen = Pen::new(reader, notice.clone());
    // A landmark, so that it can be gone to: it stands outside of the others.
    pen.set("role", "region").set("aria-label", name);
    if !said.is_empty() {
        pen.open("span", "").write(said).close();
    }
    for (act, text) in acts {
        pen.button(act).write(text).close();
    }
    column(reader, class)?.append_child(&notice).ok()?;
    if let Some(act) = held {
        let same = ["[data-do=\"", &act, "\"]"].concat();
        let button = notice.query_selector(&same).ok().flatten();
        focus::after(reader, button);
    }
    Some(notice)
}

/// Says something that stays until it is closed.
pub(super) fn tell(reader: &'static Reader, class: &str, said: &str) {
    let close = ["dismiss ", class].concat();
    show(
        reader,
        class,
        said,
        &[(&close, say(reader, ToolWord::Close))],
    );
}

/// What notices of a class stand in.
fn column(reader: &Reader, class: &str) -> Option<Element> {
    if class == ALONE {
        return Some(reader.body.clone().into());
    }
    let edge = if BELOW.contains(&class) {
        "below"
    } else {
        "above"
    };
    if let Some(column) = shown(reader, &[COLUMN, ".", edge].concat()) {
        return Some(column);
    }
    let column = reader.document.create_element("div").ok()?;
    column.set_class_name(&[COLUMN, " ", edge].concat());
    reader.body.append_child(&column).ok()?;
    Some(column)
}

/// The notice of a class, where it is shown.
pub(super) fn shown(reader: &Reader, class: &str) -> Option<Element> {
    let notice = reader.document.query_selector(&[".", class].concat());
    notice.ok().flatten()
}

/// Takes a notice away; `false` when there was none.
pub(super) fn withdraw(reader: &Reader, class: &str) -> bool {
    let is_shown = shown(reader, class).is_some();
    if take(reader, class).is_some() {
        focus::after(reader, None);
    }
    is_shown
}

/// Takes a notice away; what its button does that had the focus, for the focus would be nowhere.
fn take(reader: &Reader, class: &str) -> Option<String> {
    let notice = shown(reader, class)?;
    let active = reader.document.active_element();
    let active = active.filter(|active| notice.contains(Some(active)));
    notice.remove();
    active.map(|active| active.get_attribute("data-do").unwrap_or_default())
}
