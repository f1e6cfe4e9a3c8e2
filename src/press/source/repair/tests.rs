use super::*;
use crate::story::Story;

fn mended(value: Value) -> (Option<Story>, Vec<(String, String)>) {
    let mended = repair::<Story>(&mut value.clone(), "story.json");
    let faults = mended.faults.into_iter();
    let told = faults.map(|fault| (fault.path.to_string(), fault.message));
    (mended.document, told.collect())
}

fn with_body(body: Value) -> Value {
    json!({ "headline": "Ferry", "section": "harbour", "published": "2026-11-20", "body": body })
}

#[test]
fn a_faulty_block_becomes_a_gap_that_keeps_what_it_held() {
    let held = json!({ "embed": { "href": 5, "title": "Map" } });
    let (story, faults) = mended(with_body(json!(["One.", held, "Two."])));
    let story = story.unwrap();
    assert_eq!(
        faults,
        [(
            "body[1].embed.href".into(),
            "expected a string, found the number `5`".into()
        )]
    );
    assert_eq!(story.body.len(), 3);
    let Block::Unsupported(gap) = &story.body[1] else {
        panic!("{:?}", story.body[1])
    };
    assert_eq!(
        (gap.kind.as_str(), gap.faulty, &gap.content),
        ("embed", true, &held)
    );
}

#[test]
fn a_faulty_block_inside_a_block_leaves_the_outer_one_whole() {
    let (story, _) = mended(with_body(
        json!([{ "fact_box": { "title": "Boat", "body": ["Red.", { "code": 1 }] } }]),
    ));
    let Some(Block::FactBox(fact_box)) = story.unwrap().body.pop() else {
        panic!("the fact box is gone")
    };
    assert_eq!(fact_box.body[0], Block::Paragraph("Red.".into()));
    assert_eq!(fact_box.body[1].kind(), "unsupported");
}

#[test]
fn all_faults_of_one_block_are_told() {
    let (_, faults) = mended(with_body(json!([
        { "gallery": { "caption": 1, "pictures": [{ "source": 2 }, 3, { "alt": "" }] } }
    ])));
    let paths: Vec<_> = faults.iter().map(|(path, _)| path.as_str()).collect();
    assert_eq!(
        paths,
        [
            "body[0].gallery.caption",
            "body[0].gallery.pictures[0].source",
            "body[0].gallery.pictures[1]",
            "body[0].gallery.pictures[2]",
        ]
    );
}

#[test]
fn faulty_elements_and_optional_fields_go_and_the_rest_stays() {
    let mut value = with_body(json!(["One."]));
    value["topics"] = json!(["Ferries", 7, null, "Quay"]);
    value["kicker"] = json!(["Crossing"]);
    let (story, faults) = mended(value);
    let story = story.unwrap();
    assert_eq!(story.topics, ["Ferries", "Quay"]);
    assert_eq!(story.kicker, "");
    assert_eq!(story.headline, "Ferry");
    assert_eq!(faults.len(), 3);
}

#[test]
fn a_missing_required_field_does_not_hide_other_faults() {
    let (story, faults) = mended(json!({ "section": 5 }));
    assert_eq!(story, Some(Story::default()));
    let mut messages: Vec<_> = faults.into_iter().map(|(_, message)| message).collect();
    messages.sort_unstable();
    assert_eq!(
        messages,
        [
            "expected a string, found the number `5`",
            "the file has no `body`",
            "the file has no `headline`",
            "the file has no `published`",
        ]
    );
}

#[test]
fn a_file_that_is_no_object_is_given_up() {
    for value in [json!([]), json!("story"), json!(null)] {
        let (story, faults) = mended(value);
        assert_eq!(story, None);
        assert_eq!(faults.len(), 1);
    }
}

#[test]
fn a_path_after_a_removed_element_is_that_of_the_file() {
    let removed = [vec![Step::Index(1)], vec![Step::Index(3)]]
        .map(|last| Removed([vec![Step::Field("topics".into())], last].concat()));
    for (left, original) in [(0, 0), (1, 2), (2, 4)] {
        let mut path = JsonPath(vec![Step::Field("topics".into()), Step::Index(left)]);
        restore(&mut path, &removed);
        assert_eq!(path.0[1], Step::Index(original));
    }
}

#[test]
fn a_story_without_faults_is_read_as_it_is() {
    let value =
        with_body(json!(["One.", { "heading": "Two" }, { "list": ["a", { "text": "b" }] }]));
    let (story, faults) = mended(value.clone());
    assert_eq!(story, serde_json::from_value(value).ok());
    assert_eq!(faults, []);
}

#[test]
fn a_real_story_survives_repair_unchanged() {
    let text =
        include_str!("../../../../tests/papers/valid/harbour/stories/2026/ferry-returns.json");
    let (story, faults) = mended(serde_json::from_str(text).unwrap());
    assert_eq!(story, serde_json::from_str(text).ok());
    assert_eq!(faults, []);
}
