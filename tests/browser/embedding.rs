//! Another Yew app draws what the press has printed: `examples/embedded-story`.

use std::rc::Rc;

use embedded_story::{FromThePaper, FromThePaperProps, page, unprinted};
use js_sys::Promise;
use newsprint::paper::page::{Content, Page};
use newsprint::view::Drawing;
use newsprint::view::story::{Story, StoryProps};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::Element;
use yew::{BaseComponent, Renderer};

use crate::law::{LIST, printed, text_of};
use crate::page::document;

/// Where the paper stands in the tests that draw it elsewhere.
const PAPER: &str = "https://paper.example/news/";

/// Draws a component into an element that is in no document.
async fn drawn<C: BaseComponent>(props: C::Properties) -> Element {
    let root = document().create_element("div").unwrap();
    let app = Renderer::<C>::with_root_and_props(root.clone(), props).render();
    std::mem::forget(app);
    while !root.has_child_nodes() {
        next_task().await;
    }
    root
}

/// Lets the browser take up its next task: Yew draws in one of its own.
async fn next_task() {
    let task = Promise::new(&mut |done, _| {
        let window = web_sys::window().unwrap();
        window.set_timeout_with_callback(&done).unwrap();
    });
    JsFuture::from(task).await.unwrap();
}

async fn embedded(page: Rc<Page>, paper: &str) -> Element {
    let paper = paper.to_owned().into();
    drawn::<FromThePaper>(FromThePaperProps { page, paper }).await
}

/// The pages of one test paper, with their addresses on the server of the tests.
async fn pages() -> Vec<(String, Rc<Page>)> {
    let addresses: Vec<String> = serde_json::from_str(&text_of(LIST).await).unwrap();
    let mut pages = Vec::new();
    for address in addresses
        .into_iter()
        .filter(|one| one.contains("/harbour/"))
    {
        let json = text_of(&format!("{address}index.json")).await;
        pages.push((address, page(&json).unwrap()));
    }
    pages
}

#[wasm_bindgen_test]
async fn a_story_in_another_app_is_the_one_that_was_printed() {
    let mut stories = 0;
    for (address, page) in pages().await {
        if !matches!(page.content, Content::Story(_)) {
            continue;
        }
        stories += 1;
        let root = page.root();
        let drawn = embedded(page, &root).await.first_element_child().unwrap();
        let printed = printed(&address).await;
        // The element around is the app's own.
        while let Some(part) = drawn.first_child() {
            let model = printed.first_child().unwrap();
            part.normalize();
            model.normalize();
            assert!(part.is_equal_node(Some(&model)), "{address}");
            drawn.remove_child(&part).unwrap();
            printed.remove_child(&model).unwrap();
        }
        assert!(!printed.has_child_nodes(), "{address}");
    }
    assert!(stories > 1, "there are {stories} stories");
}

#[wasm_bindgen_test]
async fn a_list_in_another_app_is_of_headlines_that_lead_to_the_paper() {
    for (address, page) in pages().await {
        let Content::Listing(listing) = &page.content else {
            continue;
        };
        let listing = listing.clone();
        let drawn = embedded(page, PAPER).await;
        let links = drawn.query_selector_all("li h3 a").unwrap();
        assert_eq!(links.length() as usize, listing.stories.len(), "{address}");
        for (place, story) in (0..).zip(&listing.stories) {
            let link: Element = links.item(place).unwrap().unchecked_into();
            let href = link.get_attribute("href");
            assert_eq!(href, Some([PAPER, &story.address].concat()), "{address}");
        }
    }
}

#[wasm_bindgen_test]
async fn a_story_that_no_paper_has_printed_is_drawn_with_its_footnotes() {
    let story = r#"{"headline":"A | B","section":"city","published":"2026-11-20","body":[
        {"paragraph":["C",{"footnote":"x"},{"footnote":"x"}]},{"footnotes":[{"id":"x","text":"D"}]}]}"#;
    let drawing = Drawing::new(PAPER, "en");
    let page = unprinted(story).unwrap();
    let html = drawn::<Story>(StoryProps { drawing, page })
        .await
        .inner_html();
    assert!(html.contains("<h1>A</h1>"), "{html}");
    assert_eq!(html.matches("href=\"#note-x\"").count(), 2, "{html}");
    assert_eq!(html.matches("id=\"mark-x\"").count(), 1, "{html}");
    assert!(html.contains(">1</a>"), "{html}");
    assert!(!html.contains(&format!("href=\"{PAPER}\"")), "{html}");
}
