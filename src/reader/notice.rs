//! A line at the edge of the window that says something and offers what can be done about it.
//!
//! Entry points: [`show`], [`withdraw`]. A notice is known by its class, and there is one of each at a time.

use web_sys::Element;

use super::Reader;
use super::tools::{self, Pen};

/// Shows a notice: what it says, which may be nothing, and its buttons, each with what it does and its words.
pub(super) fn show(
    reader: &'static Reader,
    class: &str,
    said: &str,
    acts: &[(&str, &str)],
) -> Option<Element> {
    withdraw(reader, class);
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
    reader.body.append_child(&notice).ok()?;
    Some(notice)
}

/// The notice of a class, where it is shown.
pub(super) fn shown(reader: &Reader, class: &str) -> Option<Element> {
    let notice = reader.document.query_selector(&[".", class].concat());
    notice.ok().flatten()
}

/// Takes a notice away; `false` when there was none.
pub(super) fn withdraw(reader: &Reader, class: &str) -> bool {
    let notice = shown(reader, class);
    notice.inspect(|notice| notice.remove()).is_some()
}
