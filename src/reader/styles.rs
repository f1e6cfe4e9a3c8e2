//! The style sheet that serves every kind of page. A printed page comes with the styles of its own kind
//! only.
//!
//! Entry points: [`ask`], at boot, and [`apply`], when somebody is about to go to another page, or goes. Until then
//! the sheet does not rule: the browser would work out every style of the printed page again.

use std::cell::{Cell, RefCell};

use gloo_timers::callback::Timeout;
use web_sys::Element;

use super::Reader;
use crate::browser::signal::Signal;
use crate::browser::{guard, named_file};

/// Has a browser load a style sheet without using it.
const NOT_YET: &str = "not all";

/// How long a change of page waits for the sheet, in milliseconds.
const PATIENCE: u32 = 2_000;

/// Whether the sheet is asked for, and whether it is there.
#[derive(Default)]
pub(super) struct Styles {
    asked: Cell<bool>,
    /// Known when the sheet is there, or has been waited for long enough.
    come: Signal<()>,
    link: RefCell<Option<Element>>,
}

/// Asks for the sheet, once.
pub(super) fn ask(reader: &'static Reader) {
    if !reader.styles.asked.replace(true) && add(reader).is_none() {
        reader.styles.come.set(());
    }
}

fn add(reader: &'static Reader) -> Option<()> {
    let href = named_file(&reader.document, "styles")?;
    let link = reader.document.create_element("link").ok()?;
    link.set_attribute("rel", "stylesheet").ok()?;
    link.set_attribute("media", NOT_YET).ok()?;
    link.set_attribute("href", &href).ok()?;
    for kind in &["load", "error"] {
        guard::on(&link, kind, move |_| reader.styles.come.set(()));
    }
    Timeout::new(PATIENCE, move || reader.styles.come.set(())).forget();
    reader.document.head()?.append_child(&link).ok()?;
    reader.styles.link.replace(Some(link));
    Some(())
}

/// Waits for the sheet, and lets it rule.
pub(super) async fn apply(reader: &'static Reader) {
    ask(reader);
    reader.styles.come.wait().await;
    if let Some(link) = reader.styles.link.take() {
        let _ = link.remove_attribute("media");
    }
}
