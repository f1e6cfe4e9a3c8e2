//! The style sheet that serves every kind of page. A printed page comes with the styles of its own kind
//! only, so the whole is asked for when somebody is about to go to another page.
//!
//! Entry point: [`ask`]; then [`Styles::come`] says when the sheet is there.

use std::cell::Cell;

use gloo_timers::callback::Timeout;

use super::signal::Signal;
use super::{Reader, guard};

/// How long a change of page waits for the sheet, in milliseconds.
const PATIENCE: u32 = 2_000;

/// Whether the sheet is asked for, and whether it is there.
#[derive(Default)]
pub(super) struct Styles {
    asked: Cell<bool>,
    /// Known when the sheet is there, or has been waited for long enough.
    pub(super) come: Signal<()>,
}

/// Asks for the sheet, once.
pub(super) fn ask(reader: &'static Reader) {
    if !reader.styles.asked.replace(true) && add(reader).is_none() {
        reader.styles.come.set(());
    }
}

fn add(reader: &'static Reader) -> Option<()> {
    let script = reader.document.get_element_by_id("newsprint")?;
    let href = script.get_attribute("data-styles")?;
    let link = reader.document.create_element("link").ok()?;
    link.set_attribute("rel", "stylesheet").ok()?;
    // The window's URL may have changed since the page was printed.
    let url = web_sys::Url::new_with_base(&href, &reader.first_page_url).ok()?;
    link.set_attribute("href", &url.href()).ok()?;
    for kind in ["load", "error"] {
        guard::on(&link, kind, move |_| reader.styles.come.set(()));
    }
    Timeout::new(PATIENCE, move || reader.styles.come.set(())).forget();
    reader.document.head()?.append_child(&link).ok()?;
    Some(())
}
