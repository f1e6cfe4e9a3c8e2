//! Draws pages for the tests, as the reader does.

use std::rc::Rc;

use newsprint::browser::json::read;
use newsprint::paper::page::Page;
use newsprint::reader::draw;
use newsprint::view::words::Words;
use newsprint::view::words::learned::learn;
use web_sys::{Document, Element};

/// The document of the test.
pub(crate) fn document() -> Document {
    web_sys::window().unwrap().document().unwrap()
}

/// Draws a page from its JSON, as it stands in an `index.json`.
pub(crate) async fn drawn(json: &str) -> Element {
    for words in Words::all() {
        learn(words.language, words.file()).expect("the texts are of this version");
    }
    let page: Page = read(json).unwrap_or_else(|_| panic!("this is no page: {json}"));
    let (main, view) = draw(&document(), Rc::new(page))
        .await
        .expect("the page is drawn");
    // The nodes outlive the component that drew them: nothing on a page changes by itself.
    std::mem::forget(view);
    main
}

/// A story page with this body, as JSON.
pub(crate) fn story_page(body: &str) -> String {
    format!(
        r#"{{"address":"stories/test/","head":{{"title":"Test","language":"en","direction":"ltr"}},
        "content":{{"story":{{"story":{{"headline":"Test","section":"city","published":"2026-11-20","body":{body}}},
        "section":{{"name":"City","address":"sections/city/"}}}}}}}}"#
    )
}

/// The HTML that the body of a story draws to.
pub(crate) async fn body(blocks: &str) -> String {
    let main = drawn(&story_page(blocks)).await;
    main.query_selector(".body")
        .unwrap()
        .expect("a story has a body")
        .inner_html()
}
