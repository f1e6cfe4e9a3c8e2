//! What the shown page is known by: its address, and those it had before.
//!
//! Entry point: [`Identity::of`].
//!
//! 1. The address is that of the page that is shown. The window's is not asked: on the way back to a page that is long in
//!    coming, it is that page's already.
//! 2. Those that a story had before stand in its page's head (`<meta name=alias>`): what was stored under them is found,
//!    and stored under the new one from then on.

use std::cell::RefCell;

use web_sys::{Document, Url};

use super::each;
use crate::paper::address::is_same;

/// The addresses of a page on its host.
pub(crate) struct Identity {
    /// Where it stands.
    pub(crate) address: String,
    before: Vec<String>,
}

impl Identity {
    /// The identity of the page that a document shows, from its URL and that of the top of the paper.
    pub(crate) fn of(document: &Document, root: &str, page_url: &str) -> Self {
        let before = RefCell::new(Vec::new());
        each(document, "meta[name=alias]", &|element| {
            let alias = element.get_attribute("content").unwrap_or_default();
            if let Ok(url) = Url::new_with_base(&alias, root) {
                before.borrow_mut().push(url.pathname());
            }
        });
        Self {
            address: path(page_url),
            before: before.into_inner(),
        }
    }

    /// Whether something that is stored under an address is of this page.
    pub(crate) fn is_at(&self, stored: &str) -> bool {
        is_same(&self.address, stored) || self.before.iter().any(|before| is_same(before, stored))
    }

    /// Whether a URL is one of this page's.
    pub(crate) fn is_of(&self, url: &str) -> bool {
        self.is_at(&path(url))
    }
}

/// The path of an absolute URL.
fn path(url: &str) -> String {
    Url::new(url).map(|url| url.pathname()).unwrap_or_default()
}
