//! Draws a page into a `<main>` of its own, outside the document.
//!
//! Entry point: [`draw`].

use std::rc::Rc;

use web_sys::{Document, Element};
use yew::AppHandle;

use super::signal::after_the_others;
use crate::paper::page::Page;
use crate::view::{PageProps, PageView};

/// Turns of the microtask queue that Yew is given; it needs one.
const PATIENCE: usize = 20;

/// Draws a page; `None` when it does not appear. The addresses in it are relative, so the window has
/// to stand at the page's own URL already: a picture asks for its file while it is drawn.
pub async fn draw(document: &Document, page: Rc<Page>) -> Option<(Element, AppHandle<PageView>)> {
    let main = document.create_element("main").ok()?;
    main.set_id("main");
    let view = yew::Renderer::<PageView>::with_root_and_props(main.clone(), PageProps { page });
    let view = view.render();
    for _ in 0..PATIENCE {
        // Yew draws a page whole within one turn of the queue, so one child means all of them.
        after_the_others().await;
        if main.has_child_nodes() {
            return Some((main, view));
        }
    }
    None
}
