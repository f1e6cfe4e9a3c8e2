//! A link of the page, as the document holds it. What comes of it [`links`](super::links) decides.
//!
//! Entry points: [`link_around`] an element, [`resolve`], [`LinkWords`].

use web_sys::{Element, Url};

use super::Reader;
use super::links::Click;

/// The link an element stands in.
pub(super) fn link_around(element: &Element) -> Option<Element> {
    element.closest("a[href]").ok()?
}

/// Absolute URL of a link of the shown page.
pub(super) fn resolve(reader: &Reader, link: &Element) -> Option<String> {
    let href = link.get_attribute("href")?;
    let shown = reader.shown.borrow();
    Some(Url::new_with_base(&href, &shown.page_url).ok()?.href())
}

/// What a link says of itself.
pub(super) struct LinkWords {
    target: String,
    rel: String,
    download: bool,
}

impl LinkWords {
    pub(super) fn of(link: &Element) -> Self {
        Self {
            target: link.get_attribute("target").unwrap_or_default(),
            rel: link.get_attribute("rel").unwrap_or_default(),
            download: link.has_attribute("download"),
        }
    }

    /// A click, completed with what the link says.
    pub(super) fn click<'a>(&'a self, click: Click<'a>) -> Click<'a> {
        Click {
            target: &self.target,
            rel: &self.rel,
            download: self.download,
            ..click
        }
    }
}
