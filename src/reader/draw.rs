//! Draws a page into a `<main>` of its own, outside the document.
//!
//! Entry point: [`draw`].

use std::rc::Rc;

use gloo_timers::callback::Timeout;
use web_sys::{Document, Element};
use yew::AppHandle;

use crate::browser::signal::{Signal, after_the_others};
use crate::paper::page::Page;
use crate::view::{PageProps, PageView};

/// Turns that Yew is given. One of the microtask queue is enough, unless it has put off what was left of an
/// earlier drawing to a later task, as it does when that took long.
const PATIENCE: usize = 20;

/// Draws a page; `None` when it does not appear. The addresses in it are relative, so the window has
/// to stand at the page's own URL already: a picture asks for its file while it is drawn.
pub async fn draw(document: &Document, page: Rc<Page>) -> Option<(Element, AppHandle<PageView>)> {
    let main = document.create_element("main").ok()?;
    main.set_id("main");
    let view = yew::Renderer::<PageView>::with_root_and_props(main.clone(), PageProps::of(page));
    let view = view.render();
    for turn in 0..PATIENCE {
        // Yew draws a page whole within one turn of the queue, so one child means all of them.
        if turn == 0 {
            after_the_others().await;
        } else {
            next_task().await;
        }
        if main.has_child_nodes() {
            return Some((main, view));
        }
    }
    None
}

/// Lets the browser take up its next task.
async fn next_task() {
    let done = Rc::new(Signal::default());
    let said = done.clone();
    Timeout::new(0, move || said.set(())).forget();
    done.wait().await;
}
