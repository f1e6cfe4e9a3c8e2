//! Whole papers, checked: a valid one says nothing, each invalid one says exactly what `expected.txt` beside it holds.
//!
//! `SNAPSHOTS=overwrite cargo test --test press_check` writes those files anew.
#![cfg(not(target_arch = "wasm32"))]
// A test that cannot go on may say so by a panic.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use newsprint::press::check::{Fault, Format, report};
use newsprint::press::release::Release;
use newsprint::press::survey::{self, Survey};
use snapbox::{Assert, Data};

fn papers() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/papers")
}

/// A moment after the date of every story in the test papers, whatever the day that tests run on.
fn survey(folder: &Path) -> Result<Survey, Vec<Fault>> {
    let now = "2027-01-01T00:00:00Z".parse().unwrap();
    survey::survey(folder, &Release::at(now))
}

fn faults(folder: &Path) -> Vec<Fault> {
    match survey(folder) {
        Ok(survey) => survey.faults,
        Err(faults) => faults,
    }
}

fn printed(folder: &Path, format: Format) -> String {
    let mut out = Vec::new();
    report(&faults(folder), folder, format, &mut out).expect("memory takes everything");
    String::from_utf8(out).expect("a report is UTF-8")
}

fn codes(folder: &Path) -> Vec<(String, &'static str)> {
    let faults = faults(folder);
    faults
        .into_iter()
        .map(|fault| (fault.file, fault.code))
        .collect()
}

fn assert_says_what_is_expected(case: &str) {
    let folder = papers().join("invalid").join(case);
    let said = printed(&folder, Format::Human { colour: false });
    let expected = Data::read_from(&folder.join("expected.txt"), None);
    let exactly = Assert::new().action_env("SNAPSHOTS").normalize_paths(false);
    exactly.eq(said, expected);
}

macro_rules! invalid_papers {
    ($($(#[$attribute:meta])* $sentence:ident: $case:literal,)*) => {
        $($(#[$attribute])* #[test] fn $sentence() { assert_says_what_is_expected($case); })*

        #[test]
        fn every_invalid_paper_is_checked() {
            let listed: BTreeSet<String> = [$($case),*].map(str::to_owned).into();
            let entries = fs::read_dir(papers().join("invalid")).unwrap();
            let present = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap());
            assert_eq!(present.collect::<BTreeSet<_>>(), listed);
        }
    };
}

invalid_papers! {
    broken_json_is_told_with_the_place_where_it_breaks: "broken-json",
    every_value_of_a_wrong_type_is_told_in_one_run: "wrong-types",
    every_missing_field_is_told: "missing-fields",
    a_field_that_stands_twice_is_told: "duplicate-fields",
    a_date_that_no_calendar_has_is_told: "bad-dates",
    a_section_that_the_paper_does_not_have_is_told: "unknown-sections",
    what_leads_nowhere_is_told_with_what_was_probably_meant: "dead-leads",
    old_addresses_that_cannot_be_are_told: "aliases",
    footnotes_that_do_not_fit_their_marks_are_told: "footnotes",
    files_that_share_a_slug_are_told: "duplicate-slugs",
    names_that_cannot_stand_in_an_address_are_told: "bad-slugs",
    stories_that_would_take_the_address_of_another_page_are_told: "taken-addresses",
    sections_that_would_take_the_address_of_another_page_are_told: "taken-sections",
    paths_that_leave_the_folder_are_told: "paths-out-of-paper",
    addresses_that_are_not_allowed_are_told: "forbidden-links",
    pictures_without_words_or_files_are_told: "pictures",
    headings_and_tables_out_of_order_are_told: "headings-and-tables",
    tags_of_no_language_are_told: "languages",
    unknown_kinds_and_fields_are_warned_of: "unknown-parts",
    what_says_nothing_is_told: "empty-fields",
    names_that_are_easily_taken_for_one_another_are_warned_of: "similar-names",
    settings_of_the_paper_that_cannot_be_are_told: "paper-settings",
    accents_that_few_can_read_are_warned_of: "paper-accents",
    an_address_of_the_paper_without_its_last_slash_is_warned_of: "paper-base-url",
    files_that_would_be_published_where_something_is_printed_are_told: "public",
    sources_that_would_be_published_as_they_are_are_told: "paper-public",
    a_paper_that_says_nothing_is_told: "paper-missing-fields",
    wrong_types_in_the_paper_are_told: "paper-wrong-types",
    a_paper_that_cannot_be_read_is_told: "paper-broken",
    a_folder_without_a_paper_is_told: "no-paper",
    a_paper_without_stories_is_told: "no-stories",
    a_fault_far_along_a_line_is_shown_with_its_surroundings: "one-line",
    what_holds_a_story_back_by_mistake_and_what_leads_to_one_is_told: "held-back",
}

fn harbour() -> Survey {
    survey(&papers().join("valid/harbour")).expect("the paper can be printed")
}

#[test]
fn a_valid_paper_has_no_faults() {
    let folder = papers().join("valid/harbour");
    assert_eq!(printed(&folder, Format::Human { colour: false }), "");
    assert_eq!(printed(&folder, Format::Json), "[]\n");
}

#[test]
fn the_entries_of_a_survey_stand_newest_first() {
    let survey = harbour();
    let slugs: Vec<_> = survey.entries.iter().map(|entry| &entry.slug[..]).collect();
    assert_eq!(slugs, ["ferry-returns", "reed-count", "el-puerto"]);
}

#[test]
fn an_entry_says_what_lists_and_links_need() {
    let entry = harbour().entries.remove(0);
    assert_eq!(entry.file, "stories/2026/ferry-returns.json");
    assert_eq!(entry.address, "2026/11/ferry-returns/");
    assert_eq!(entry.headline, "The ferry returns");
    assert_eq!(
        entry.standfirst,
        "After eleven years the morning boat sails again"
    );
    assert_eq!(entry.authors, ["Ines Prado", "Tom Reyes"]);
    assert_eq!(entry.language, "en");
    let picture = entry.picture.expect("the story has a lead picture");
    assert_eq!((picture.width, picture.height), (Some(12), Some(8)));
}

#[test]
fn faults_for_programs_have_every_part_of_those_for_people() {
    let folder = papers().join("invalid/unknown-sections");
    let list: serde_json::Value =
        serde_json::from_str(&printed(&folder, Format::Json)).expect("the report is JSON");
    assert_eq!(
        list[0],
        serde_json::json!({
            "severity": "error",
            "code": "unknown-section",
            "file": "stories/misspelt.json",
            "path": "section",
            "line": 3,
            "column": 14,
            "message": "the paper has no section `harbor`",
            "help": "did you mean `harbour`?",
        })
    );
}

#[test]
fn colours_are_shown_only_when_asked_for() {
    let folder = papers().join("invalid/unknown-sections");
    let escape = '\u{1b}';
    assert!(printed(&folder, Format::Human { colour: true }).contains(escape));
    assert!(!printed(&folder, Format::Human { colour: false }).contains(escape));
}

#[test]
fn a_story_with_a_fault_in_its_body_stays_in_the_paper() {
    let survey = survey(&papers().join("invalid/wrong-types")).expect("the paper can be printed");
    let slugs: Vec<_> = survey.entries.iter().map(|entry| &entry.slug[..]).collect();
    assert_eq!(slugs, ["many"]);
}

#[test]
fn stories_without_a_usable_root_are_left_out() {
    for case in ["broken-json", "unknown-sections"] {
        let survey =
            survey(&papers().join("invalid").join(case)).expect("the paper can be printed");
        assert_eq!(survey.entries, [], "{case}");
    }
    let twins = survey(&papers().join("invalid/duplicate-slugs")).expect("it can be printed");
    let files: Vec<_> = twins.entries.iter().map(|entry| &entry.file[..]).collect();
    assert_eq!(files, ["stories/2025/ferry.json"]);
}

#[test]
fn a_paper_whose_folder_of_stories_is_missing_is_not_printed() {
    assert!(survey(&papers().join("invalid/no-stories")).is_err());
}

#[test]
fn faulty_settings_go_back_to_their_defaults() {
    let survey = survey(&papers().join("invalid/paper-settings")).expect("it can be printed");
    let paper = survey.paper;
    assert_eq!(paper.language, "en");
    assert_eq!((&paper.base_url[..], &paper.time_zone[..]), ("", ""));
    assert_eq!(
        (&paper.theme.accent[..], &paper.theme.accent_dark[..]),
        ("", "")
    );
    assert_eq!(paper.page_size, 200);
    let slugs: Vec<_> = paper
        .sections
        .iter()
        .map(|section| &section.slug[..])
        .collect();
    assert_eq!(slugs, ["harbour"]);
}

#[test]
fn two_people_whom_the_paper_lists_are_two() {
    let paper = copy();
    let file = paper.path().join("paper.json");
    let text = fs::read_to_string(&file).expect("the paper can be read");
    let two = "\"authors\": [{ \"name\": \"Tom Réyes\" }, { \"name\": \"Tom Reyes\" },";
    fs::write(&file, text.replace("\"authors\": [", two)).expect("it can be written");
    assert_eq!(codes(paper.path()), []);
    let one = "\"authors\": [{ \"name\": \"Tom Réyes\" },";
    fs::write(&file, text.replace("\"authors\": [", one)).expect("it can be written");
    let [(_, code)] = codes(paper.path())[..] else {
        panic!("one warning");
    };
    assert_eq!(code, "similar-names");
}

/// A copy of the valid paper, to be spoilt.
fn copy() -> tempfile::TempDir {
    let copy = tempfile::tempdir().expect("there is a place for temporary files");
    copy_folder(&papers().join("valid/harbour"), copy.path());
    copy
}

fn copy_folder(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy_folder(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}

#[test]
fn a_file_that_is_not_utf_8_is_told_with_its_line() {
    let paper = copy();
    let file = paper.path().join("stories/latin.json");
    fs::write(file, b"{\n  \"headline\": \"Caf\xe9\"\n}\n").unwrap();
    snapbox::assert_data_eq!(
        printed(paper.path(), Format::Human { colour: false }),
        snapbox::str![[r#"
error[not-utf-8]: the file is not UTF-8: byte 20 begins no character
 --> stories/latin.json:2:19
  |
2 |   "headline": "Caf�"
  |                   ^
  |
  = help: save the file as UTF-8

1 error in 1 file

"#]]
    );
}

#[test]
fn a_file_over_the_limit_is_told_and_not_read() {
    let paper = copy();
    let file = paper.path().join("stories/huge.json");
    let space = usize::try_from(newsprint::press::source::LARGEST).unwrap();
    fs::write(file, format!("{{{}}}", " ".repeat(space))).unwrap();
    snapbox::assert_data_eq!(
        printed(paper.path(), Format::Human { colour: false }),
        snapbox::str![[r#"
error[too-large]: the file has 8388610 bytes; the press reads up to 8388608
--> stories/huge.json
 = help: divide it, and keep pictures in files of their own

1 error in 1 file

"#]]
    );
}

#[cfg(unix)]
#[test]
fn links_out_of_the_folder_are_told() {
    use std::os::unix::fs::symlink;
    let outside = tempfile::tempdir().unwrap();
    let secret = outside.path().join("secret.json");
    fs::write(&secret, "{}").unwrap();
    let paper = copy();
    symlink(&secret, paper.path().join("stories/link.json")).unwrap();
    symlink(outside.path(), paper.path().join("stories/folder")).unwrap();
    symlink("nowhere", paper.path().join("stories/dangling.json")).unwrap();
    fs::remove_file(paper.path().join("sounds/bell.ogg")).unwrap();
    symlink(&secret, paper.path().join("sounds/bell.ogg")).unwrap();
    let photograph = outside.path().join("photograph.png");
    fs::rename(paper.path().join("pictures/quay-6.png"), &photograph).unwrap();
    symlink(&photograph, paper.path().join("pictures/quay-6.png")).unwrap();
    snapbox::assert_data_eq!(
        printed(paper.path(), Format::Human { colour: false }),
        snapbox::str![[r#"
error[path-out-of-paper]: `pictures/quay-6.png` is a link that leads out of the paper's folder
  --> stories/2026/ferry-returns.json:14:29
   |
14 |     "sources": [{ "source": "pictures/quay-6.png", "width": 6 }]
   |                             ^^^^^^^^^^^^^^^^^^^^^ lead_picture.sources[0].source
   |
   = help: put the file itself in its place

error[path-out-of-paper]: `sounds/bell.ogg` is a link that leads out of the paper's folder
  --> stories/2026/ferry-returns.json:31:28
   |
31 |     { "audio": { "source": "sounds/bell.ogg", "title": "The bell", "transcript": ["The bell rings."] } },
   |                            ^^^^^^^^^^^^^^^^^ body[14].audio.source
   |
   = help: put the file itself in its place

error[link-out-of-paper]: the link leads nowhere
--> stories/dangling.json
 = help: put the file itself in its place

error[link-out-of-paper]: the link leads out of the paper's folder
--> stories/folder
 = help: put the file itself in its place

error[link-out-of-paper]: the link leads out of the paper's folder
--> stories/link.json
 = help: put the file itself in its place

5 errors in 4 files

"#]]
    );
}

#[cfg(unix)]
#[test]
fn a_folder_of_stories_and_a_paper_that_lie_elsewhere_are_not_read() {
    use std::os::unix::fs::symlink;
    let outside = copy();
    let paper = copy();
    fs::remove_dir_all(paper.path().join("stories")).unwrap();
    symlink(outside.path().join("stories"), paper.path().join("stories")).unwrap();
    assert!(survey(paper.path()).is_err());
    let stories = ("stories".to_owned(), "link-out-of-paper");
    assert!(codes(paper.path()).contains(&stories));

    let file = paper.path().join("paper.json");
    fs::remove_file(&file).unwrap();
    symlink(outside.path().join("paper.json"), file).unwrap();
    let paper_file = ("paper.json".to_owned(), "link-out-of-paper");
    assert_eq!(codes(paper.path()), [paper_file]);
}

#[cfg(unix)]
#[test]
fn a_link_to_a_story_inside_the_folder_is_a_story() {
    let paper = copy();
    let again = paper.path().join("stories/again.json");
    std::os::unix::fs::symlink("el-puerto.json", again).unwrap();
    assert_eq!(codes(paper.path()), []);
    assert_eq!(survey(paper.path()).unwrap().entries.len(), 4);
}

#[test]
fn hidden_files_and_files_of_other_kinds_are_passed_over() {
    let paper = copy();
    fs::create_dir(paper.path().join("stories/.drafts")).unwrap();
    fs::write(paper.path().join("stories/.drafts/idea.json"), "{").unwrap();
    fs::write(paper.path().join("stories/.idea.json"), "{").unwrap();
    fs::write(paper.path().join("stories/notes.txt"), "{").unwrap();
    assert_eq!(codes(paper.path()), []);
}

#[test]
fn a_byte_order_mark_does_no_harm() {
    let paper = copy();
    let file = paper.path().join("stories/el-puerto.json");
    let marked = format!("\u{feff}{}", fs::read_to_string(&file).unwrap());
    fs::write(&file, marked.replace("harbour", "harbor")).unwrap();
    let faults = faults(paper.path());
    let place = faults[0].place.as_ref().unwrap();
    assert_eq!(
        (faults[0].code, place.line, place.column),
        ("unknown-section", 3, 14)
    );
}

#[test]
fn parts_that_stand_deep_in_each_other_are_read() {
    let paper = copy();
    let file = paper.path().join("stories/el-puerto.json");
    let story = fs::read_to_string(&file).unwrap();
    for innermost in ["\"Red.\"", "5"] {
        let mut block = innermost.to_owned();
        for _ in 0..40 {
            block = format!(r#"{{"fact_box":{{"title":"Boat","body":[{block}]}}}}"#);
        }
        let story = story.replace("{ \"paragraph\"", &format!("{block}, {{ \"paragraph\""));
        fs::write(&file, story).unwrap();
        assert_eq!(codes(paper.path()).len(), usize::from(innermost == "5"));
    }
}

#[test]
fn a_survey_is_the_same_every_time() {
    let folder = papers().join("invalid/wrong-types");
    let first = printed(&folder, Format::Json);
    for _ in 0..5 {
        assert_eq!(printed(&folder, Format::Json), first);
    }
}
