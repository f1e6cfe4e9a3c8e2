//! Moves the focus and the window.
//!
//! Entry points: [`focus`] and [`focus_on`]; [`scroll_to`].

use wasm_bindgen::JsCast;
use web_sys::{
    Document, Element, FocusOptions, HtmlElement, ScrollBehavior, ScrollToOptions, Window,
};

/// How far a page is scrolled, in CSS pixels.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Scroll {
    pub(crate) x: f64,
    pub(crate) y: f64,
}

/// How far the window is scrolled.
pub(crate) fn scroll(window: &Window) -> Scroll {
    Scroll {
        x: window.scroll_x().unwrap_or_default(),
        y: window.scroll_y().unwrap_or_default(),
    }
}

/// Scrolls the window, at once even where the style sheet asks for smooth scrolling.
pub(crate) fn scroll_to(window: &Window, scroll: Scroll) {
    let options = ScrollToOptions::new();
    options.set_left(scroll.x);
    options.set_top(scroll.y);
    options.set_behavior(ScrollBehavior::Instant);
    window.scroll_to_with_scroll_to_options(&options);
}

/// What has the focus, if anything has.
pub(crate) fn focused(document: &Document) -> Option<HtmlElement> {
    let active = document.active_element()?.dyn_into::<HtmlElement>().ok();
    active.filter(|element| document.body().as_ref() != Some(element))
}

/// Gives an element the focus without moving the window.
pub(crate) fn focus(element: &HtmlElement) {
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    let _ = element.focus_with_options(&options);
}

/// Gives the focus to what cannot have it by itself.
pub(crate) fn focus_on(element: Element) {
    if let Ok(element) = element.dyn_into::<HtmlElement>() {
        if element.tab_index() < 0 {
            element.set_tab_index(-1);
        }
        focus(&element);
    }
}
