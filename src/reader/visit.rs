//! A page that is or was shown.
//!
//! Entry point: [`Visit`].

use web_sys::{Element, HtmlElement};
use yew::AppHandle;

use crate::browser::focus::Scroll;
use crate::paper::page::Head;
use crate::view::PageView;

/// A page that is or was shown, with all that is needed to put it back.
pub(super) struct Visit {
    /// Position of its first entry in the browser's history.
    pub(super) number: u32,
    /// Absolute URL of the page, ending with `/`.
    pub(super) page_url: String,
    /// Absolute URL of the section the page belongs to; empty when it belongs to none.
    pub(super) section_url: String,
    /// What browsers are told of it.
    pub(super) head: Head,
    /// The elements of the document's head that speak of this page alone.
    pub(super) head_elements: Vec<Element>,
    /// The page itself.
    pub(super) main: Element,
    /// Yew's hold on it; none on the printed page, which Yew has not drawn.
    pub(super) view: Option<AppHandle<PageView>>,
    /// How it was left.
    pub(super) left: Option<Left>,
}

/// How a page was left.
pub(super) struct Left {
    /// Position of the entry it was left at.
    pub(super) position: u32,
    /// How far it was scrolled.
    pub(super) scroll: Scroll,
    /// What had the focus.
    pub(super) focus: Option<HtmlElement>,
}

impl Visit {
    /// Takes the page away for good.
    pub(super) fn destroy(self) {
        if let Some(view) = self.view {
            view.destroy();
        }
    }
}
