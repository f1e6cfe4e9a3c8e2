//! The JSON Schemas say what the press reads.

use std::path::Path;

use jsonschema::Validator;
use newsprint::story::Story;
use serde_json::{Value, json};
use walkdir::WalkDir;

use crate::support::{newsprint, sample_paper, story};

fn schema(kind: &str) -> Value {
    let run = newsprint(["schema", kind]);
    assert_eq!(run.code, 0, "{}", run.err);
    serde_json::from_str(&run.out).unwrap()
}

fn validator(kind: &str) -> Validator {
    jsonschema::validator_for(&schema(kind)).unwrap()
}

/// Every JSON file of a paper of which a schema exists, with the schema's name.
fn documents(folder: &Path) -> Vec<(&'static str, String, Value)> {
    let files = WalkDir::new(folder).into_iter().map(Result::unwrap);
    let json = files.filter(|entry| {
        entry
            .path()
            .extension()
            .is_some_and(|extension| extension == "json")
    });
    json.filter_map(|entry| {
        let kind = match entry.path().strip_prefix(folder).unwrap() {
            path if path == Path::new("paper.json") => "paper",
            path if path.starts_with("stories") => "story",
            _ => return None,
        };
        let text = std::fs::read_to_string(entry.path()).unwrap();
        Some((
            kind,
            entry.path().display().to_string(),
            serde_json::from_str(&text).unwrap(),
        ))
    })
    .collect()
}

/// The papers without faults, the sample paper first.
fn papers() -> Vec<std::path::PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let valid = std::fs::read_dir(root.join("tests/papers/valid"))
        .unwrap()
        .map(|entry| entry.unwrap().path());
    [sample_paper(), root.join("static/starter")]
        .into_iter()
        .chain(valid)
        .collect()
}

#[test]
fn the_schemas_are_schemas() {
    for kind in ["story", "paper"] {
        let schema = schema(kind);
        assert!(jsonschema::meta::is_valid(&schema), "{kind}");
        assert_eq!(
            schema["$schema"],
            "https://json-schema.org/draft/2020-12/schema"
        );
    }
}

#[test]
fn every_file_of_a_paper_without_faults_fits_its_schema() {
    let (of_story, of_paper) = (validator("story"), validator("paper"));
    let papers = papers();
    assert!(papers.len() >= 3);
    for (kind, file, document) in papers.iter().flat_map(|paper| documents(paper)) {
        let validator = if kind == "story" {
            &of_story
        } else {
            &of_paper
        };
        let faults: Vec<String> = validator
            .iter_errors(&document)
            .map(|error| error.to_string())
            .collect();
        assert_eq!(faults, [""; 0], "{file}");
    }
}

#[test]
fn a_broken_story_does_not_fit_the_schema() {
    let validator = validator("story");
    assert!(validator.is_valid(&story("The ferry is back")));
    let broken = [
        ("headline", json!(null)),
        ("headline", json!(["The ferry"])),
        ("section", json!(7)),
        ("published", json!({})),
        ("body", json!("The ferry is back.")),
        ("body", json!([{ "picture": { "alt": "A quay" } }])),
        ("body", json!([7])),
        ("live", json!("yes")),
        ("direction", json!("up")),
    ];
    for (field, value) in broken {
        let mut story = story("The ferry is back");
        story[field] = value;
        assert!(!validator.is_valid(&story), "{story}");
    }
}

#[test]
fn a_story_without_a_required_field_does_not_fit_the_schema() {
    let validator = validator("story");
    for field in ["headline", "section", "published", "body"] {
        let mut story = story("The ferry is back");
        story.as_object_mut().unwrap().remove(field);
        assert!(!validator.is_valid(&story), "{field}");
    }
}

#[test]
fn the_schemas_describe_every_field_for_editors() {
    for kind in ["story", "paper"] {
        let schema = schema(kind);
        for (name, field) in schema["properties"].as_object().unwrap() {
            assert!(field["description"].is_string(), "{kind}: {name}");
        }
    }
}

#[test]
fn what_holds_a_story_back_fits_the_schema_where_the_press_understands_it() {
    let validator = validator("story");
    let fits = |field: &str, value: &Value| {
        let mut story = story("The ferry is back");
        story[field] = value.clone();
        validator.is_valid(&story)
    };
    for (field, value) in [
        ("draft", json!(true)),
        ("draft", json!(null)),
        ("status", json!("pending")),
        ("status", json!("Pending Review")),
        ("status", json!(null)),
        ("published", json!(false)),
    ] {
        assert!(fits(field, &value), "{field}: {value}");
    }
    for (field, value) in [
        ("draft", json!("yes")),
        ("status", json!("unlisted")),
        ("status", json!(1)),
        ("published", json!(true)),
        ("updated", json!(false)),
    ] {
        assert!(!fits(field, &value), "{field}: {value}");
    }
}

#[test]
fn the_short_forms_of_the_formats_fit_the_schema() {
    let validator = validator("story");
    let forms = [
        json!("The ferry is back."),
        json!({ "paragraph": { "emphasis": "The ferry is back." } }),
        json!({ "heading": "The crossing" }),
        json!({ "list": ["Ferry", { "text": "Boats", "list": ["Dunlin"] }] }),
        json!({ "quotation": ["She is ", { "strong": "back" }] }),
        json!({ "see_also": "eels" }),
        json!({ "code": "ferry" }),
    ];
    for form in forms {
        let mut story = story("The ferry is back");
        story["body"] = json!([form]);
        assert!(validator.is_valid(&story), "{story}");
        assert!(is_read(story.clone()), "{story}");
    }
}

/// Whether the press reads the first block of a story.
fn is_read(story: Value) -> bool {
    serde_json::from_value(story).is_ok_and(|story: Story| story.body[0].kind() != "unsupported")
}

#[test]
fn a_form_that_is_neither_short_nor_long_does_not_fit_the_schema() {
    let validator = validator("story");
    for form in [
        json!({ "heading": 7 }),
        json!({ "list": "Ferry" }),
        json!({ "see_also": ["eels"] }),
        json!({ "heading": { "emphasis": "The crossing" } }),
        json!({ "hologram": {} }),
    ] {
        let mut story = story("The ferry is back");
        story["body"] = json!([form]);
        assert!(!validator.is_valid(&story), "{story}");
        assert!(!is_read(story.clone()), "{story}");
    }
}
