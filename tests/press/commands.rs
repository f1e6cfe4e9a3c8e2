//! What a publisher types: help, exit codes and messages.

use serde_json::Value;
use tempfile::TempDir;

use crate::support::{Newsroom, files, newsprint, story};

#[test]
fn every_command_shows_an_example() {
    for command in ["build", "check", "serve", "new", "schema"] {
        let run = newsprint([command, "--help"]);
        assert_eq!(run.code, 0);
        assert!(
            run.out.contains(&format!("Example: newsprint {command} ")),
            "{}",
            run.out
        );
    }
}

#[test]
fn the_help_says_what_the_exit_codes_mean() {
    let run = newsprint(["--help"]);
    assert!(
        run.out
            .contains("0 done, 1 the input has faults, 2 it could not run"),
        "{}",
        run.out
    );
}

#[test]
fn a_command_that_does_not_exist_ends_with_2() {
    let run = newsprint(["bulid"]);
    assert_eq!(run.code, 2);
    assert!(run.err.contains("build"), "{}", run.err);
}

#[test]
fn a_new_paper_has_no_faults_and_prints() {
    let folder = TempDir::new().unwrap();
    let (paper, out) = (
        folder.path().join("my-paper"),
        folder.path().join("printed"),
    );
    let run = newsprint(["new".as_ref(), paper.as_os_str()]);
    assert_eq!(run.code, 0);
    assert!(run.out.contains("newsprint build"), "{}", run.out);
    let check = newsprint(["check".as_ref(), paper.as_os_str()]);
    assert_eq!((check.code, check.out.as_str()), (0, "No faults.\n"));
    let build = newsprint([
        "build".as_ref(),
        paper.as_os_str(),
        "--out".as_ref(),
        out.as_os_str(),
    ]);
    assert_eq!(build.code, 0, "{}{}", build.out, build.err);
    assert!(out.join("stories/first-edition/index.html").is_file());
}

#[test]
fn the_files_of_a_new_paper_name_schemas_that_stand_beside_them() {
    let folder = TempDir::new().unwrap();
    let paper = folder.path().join("my-paper");
    assert_eq!(newsprint(["new".as_ref(), paper.as_os_str()]).code, 0);
    for (file, content) in files(&paper) {
        if file.starts_with("schema/") {
            continue;
        }
        let content: Value = serde_json::from_slice(&content).unwrap();
        let schema = content["$schema"].as_str().unwrap();
        let schema = paper.join(&file).parent().unwrap().join(schema);
        assert!(schema.is_file(), "{}", schema.display());
    }
}

#[test]
fn a_new_paper_is_not_written_over_anything() {
    let newsroom = Newsroom::new();
    let before = files(&newsroom.path("paper"));
    let run = newsprint(["new".as_ref(), newsroom.path("paper").as_os_str()]);
    assert_eq!(run.code, 2);
    assert!(run.err.contains("holds something already"), "{}", run.err);
    assert_eq!(files(&newsroom.path("paper")), before);
}

#[test]
fn a_check_ends_with_1_where_there_are_errors() {
    let newsroom = Newsroom::new();
    newsroom.write("paper/stories/ferry.json", "{}");
    let run = newsprint(["check".as_ref(), newsroom.path("paper").as_os_str()]);
    assert_eq!(run.code, 1);
    assert!(run.out.contains("stories/ferry.json"), "{}", run.out);
}

#[test]
fn a_check_ends_with_0_where_there_are_warnings_alone() {
    let mut story = story("The ferry is back");
    story["mood"] = "bright".into();
    let newsroom = Newsroom::new().story("ferry", &story);
    let run = newsprint(["check".as_ref(), newsroom.path("paper").as_os_str()]);
    assert_eq!(run.code, 0);
    assert!(
        run.out.contains("warning") && run.out.contains("`mood`"),
        "{}",
        run.out
    );
}

#[test]
fn a_check_for_machines_is_one_json_list() {
    let newsroom = Newsroom::new();
    newsroom.write("paper/stories/ferry.json", "{}");
    let paper = newsroom.path("paper");
    let run = newsprint([
        "check".as_ref(),
        paper.as_os_str(),
        "--format".as_ref(),
        "json".as_ref(),
    ]);
    assert_eq!(run.code, 1);
    let faults: Vec<Value> = serde_json::from_str(&run.out).unwrap();
    assert!(
        faults
            .iter()
            .all(|fault| fault["file"] == "stories/ferry.json"),
        "{}",
        run.out
    );
    assert!(!faults.is_empty());
}

#[test]
fn a_check_for_machines_of_a_paper_without_faults_is_an_empty_list() {
    let newsroom = Newsroom::new().story("ferry", &story("The ferry is back"));
    let paper = newsroom.path("paper");
    let run = newsprint([
        "check".as_ref(),
        paper.as_os_str(),
        "--format".as_ref(),
        "json".as_ref(),
    ]);
    let faults: Vec<Value> = serde_json::from_str(&run.out).unwrap();
    assert_eq!((run.code, faults), (0, Vec::new()));
}

#[test]
fn a_folder_that_was_not_printed_is_not_served() {
    let newsroom = Newsroom::new();
    let run = newsprint(["serve".as_ref(), newsroom.path("paper").as_os_str()]);
    assert_eq!(run.code, 2);
    assert!(
        run.err.contains("newsprint build PAPER --out DIR"),
        "{}",
        run.err
    );
}

#[test]
fn a_format_without_a_schema_is_refused() {
    let run = newsprint(["schema", "poem"]);
    assert_eq!(run.code, 2);
    assert!(
        run.err.contains("story") && run.err.contains("paper"),
        "{}",
        run.err
    );
}
