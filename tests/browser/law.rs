//! The law: what the reader draws from `index.json` equals what the press printed, node for node.

use gloo_net::http::Request;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{DomParser, Element, Node, SupportedType};

use crate::page::drawn;

/// Where `cargo xtask test` lists the pages of every test paper.
pub(crate) const LIST: &str = "/target/newsprint/papers/list.json";

pub(crate) async fn text_of(address: &str) -> String {
    let answer = Request::get(address).send().await.unwrap();
    assert!(answer.ok(), "{address}: {}", answer.status());
    answer.text().await.unwrap()
}

pub(crate) async fn printed(address: &str) -> Element {
    let html = text_of(&format!("{address}index.html")).await;
    let document = DomParser::new()
        .unwrap()
        .parse_from_string(&html, SupportedType::TextHtml)
        .unwrap();
    document
        .get_element_by_id("main")
        .expect("a printed page has its main")
}

/// The first place where two trees differ, in words.
fn difference(printed: &Node, drawn: &Node) -> String {
    let (ours, theirs) = (printed.child_nodes(), drawn.child_nodes());
    for place in 0..ours.length().max(theirs.length()) {
        match (ours.item(place), theirs.item(place)) {
            (Some(one), Some(other)) if one.is_equal_node(Some(&other)) => {}
            (Some(one), Some(other))
                if one.node_name() == other.node_name() && one.has_child_nodes() =>
            {
                return difference(&one, &other);
            }
            (one, other) => return format!("printed {} but drawn {}", shown(one), shown(other)),
        }
    }
    format!(
        "the attributes of printed {} and drawn {}",
        shown(Some(printed.clone())),
        shown(Some(drawn.clone()))
    )
}

fn shown(node: Option<Node>) -> String {
    let Some(node) = node else {
        return "nothing".to_owned();
    };
    match node.dyn_ref::<Element>() {
        Some(element) => element.outer_html().chars().take(300).collect(),
        None => format!("{:?}", node.text_content()),
    }
}

#[wasm_bindgen_test]
async fn every_page_of_every_test_paper_is_drawn_as_it_was_printed() {
    let pages: Vec<String> = serde_json::from_str(&text_of(LIST).await).unwrap();
    assert!(
        pages.len() > 100,
        "only {} pages are listed in {LIST}",
        pages.len()
    );
    let mut faults = Vec::new();
    for address in &pages {
        let printed = printed(address).await;
        let drawn = drawn(&text_of(&format!("{address}index.json")).await).await;
        printed.normalize();
        drawn.normalize();
        if !printed.is_equal_node(Some(&drawn)) {
            faults.push(format!("{address}: {}", difference(&printed, &drawn)));
        }
    }
    assert!(
        faults.is_empty(),
        "{} of {} pages differ:\n{}",
        faults.len(),
        pages.len(),
        faults.join("\n")
    );
}
