//! A line at the edge of the window that says something and offers what can be done about it.
//!
//! Entry points: [`Notice`], [`tell`], [`withdraw`]. A notice is known by its class, and there is one of each at a time.
//! Those at one edge stand in a column, so that none covers another.

use wasm_bindgen_futures::spawn_local;
use web_sys::Element;

use super::{Reader, focus, say, speak, styles};
use crate::browser::guard;
use crate::view::words::ToolWord;

/// Classes of the notices at the lower edge, beside the button of the tools: what they offer belongs to what one reads.
const BELOW: [&str; 3] = ["resume", "news", "no-tools"];

/// Class of the column at an edge.
const COLUMN: &str = "notices";

/// What a button of a notice does.
type Act = fn(&'static Reader);

/// A notice that is to be shown.
pub(super) struct Notice<'a> {
    class: &'static str,
    said: &'a str,
    offers: Vec<(&'a str, Option<Act>)>,
}

impl<'a> Notice<'a> {
    /// A notice of a class that says something, or nothing.
    pub(super) fn new(class: &'static str, said: &'a str) -> Self {
        Self {
            class,
            said,
            offers: Vec::new(),
        }
    }

    /// With a button of these words that does something.
    pub(super) fn offering(mut self, words: &'a str, act: Act) -> Self {
        self.offers.push((words, Some(act)));
        self
    }

    /// Shows it, in the place of the one of its class.
    pub(super) fn show(self, reader: &'static Reader) {
        // What it looks like stands in the whole sheet.
        spawn_local(styles::apply(reader));
        let held = take(reader, self.class);
        if let Some(notice) = self.draw(reader) {
            let column = column(reader, self.class);
            let _ = column.map(|column| column.append_child(&notice));
            if let Some(place) = held {
                focus::after(reader, buttons(&notice).into_iter().nth(place));
            }
        }
    }

    fn draw(&self, reader: &'static Reader) -> Option<Element> {
        let notice = reader.document.create_element("p").ok()?;
        notice.set_class_name(self.class);
        speak(reader, &notice);
        // A landmark, so that it can be gone to: it stands outside of the others.
        notice.set_attribute("role", "region").ok()?;
        let offered = self.offers.first().map(|(words, _)| *words);
        let name = offered.filter(|_| self.said.is_empty());
        notice
            .set_attribute("aria-label", name.unwrap_or(self.said))
            .ok()?;
        if !self.said.is_empty() {
            let said = reader.document.create_element("span").ok()?;
            said.set_text_content(Some(self.said));
            notice.append_child(&said).ok()?;
        }
        for (words, act) in &self.offers {
            let button = reader.document.create_element("button").ok()?;
            button.set_attribute("type", "button").ok()?;
            button.set_text_content(Some(words));
            let (act, class) = (*act, self.class);
            guard::on(&button, "click", move |_| match act {
                Some(act) => act(reader),
                None => withdraw(reader, class),
            });
            notice.append_child(&button).ok()?;
        }
        Some(notice)
    }
}

/// Says something that stays until it is closed.
pub(super) fn tell(reader: &'static Reader, class: &'static str, said: &str) {
    let mut notice = Notice::new(class, said);
    notice.offers.push((say(reader, ToolWord::Close), None));
    notice.show(reader);
}

/// What notices of a class stand in.
fn column(reader: &Reader, class: &str) -> Option<Element> {
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

fn buttons(notice: &Element) -> Vec<Element> {
    let children = notice.children();
    let children = (0..children.length()).filter_map(|place| children.item(place));
    children
        .filter(|child| child.tag_name() == "BUTTON")
        .collect()
}

/// Takes a notice away.
pub(super) fn withdraw(reader: &Reader, class: &str) {
    if take(reader, class).is_some() {
        focus::after(reader, None);
    }
}

/// Takes a notice away; which of its buttons had the focus, for the focus would be nowhere.
fn take(reader: &Reader, class: &str) -> Option<usize> {
    let notice = shown(reader, class)?;
    let active = reader.document.active_element();
    let held = active.and_then(|active| buttons(&notice).iter().position(|one| *one == active));
    notice.remove();
    held
}
