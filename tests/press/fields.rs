//! What the press does not know it keeps.

use serde_json::{Value, json};

use crate::support::{Newsroom, story};

fn published(newsroom: &Newsroom) -> Value {
    let page: Value = serde_json::from_str(&newsroom.printed("stories/ferry/index.json")).unwrap();
    page["content"]["story"]["story"].clone()
}

#[test]
fn a_field_that_the_press_does_not_know_stays_in_the_data() {
    let mut told = story("The ferry is back");
    told["wire_service"] = json!({ "id": 7, "desk": ["north", "sea"] });
    let newsroom = Newsroom::new().story("ferry", &told);
    assert_eq!(newsroom.build(&[]).code, 0);
    assert_eq!(published(&newsroom)["wire_service"], told["wire_service"]);
}

#[test]
fn a_block_that_the_press_does_not_know_stays_in_the_data_and_is_a_labelled_gap_in_the_page() {
    let mut told = story("The ferry is back");
    told["body"] = json!([{ "hologram": { "depth": 3 } }]);
    let newsroom = Newsroom::new().story("ferry", &told);
    assert_eq!(newsroom.build(&[]).code, 0);
    let kept = json!({ "unsupported": { "kind": "hologram", "content": { "depth": 3 } } });
    assert_eq!(published(&newsroom)["body"], json!([kept]));
    let page = newsroom.printed("stories/ferry/index.html");
    assert!(
        page.contains("This part of the story (hologram) cannot be shown here."),
        "{page}"
    );
}
