//! A story that changed since the last build says what it said before, and one that did not costs nothing.

use std::fs;
use std::path::Path;

use newsprint::press::versions::{FILE, MOST, mark, passages};
use newsprint::story::Story;
use serde_json::{Value, json};

use crate::page::Page;
use crate::support::{Newsroom, build, differences, files, sample_paper, story};

const CHANGES: &str = "stories/heron/changes.json";
const DATA: &str = "stories/heron/index.json";

/// A story with this body.
fn heron(body: Value) -> Value {
    let mut story = story("The heron is back");
    story["body"] = body;
    story
}

fn print(newsroom: &Newsroom) {
    let run = newsroom.build(&[]);
    assert_eq!(run.code, 0, "{}{}", run.out, run.err);
}

/// Prints the paper with the story as it is now.
fn edition(newsroom: &Newsroom, story: &Value) {
    newsroom.write("paper/stories/heron.json", &story.to_string());
    print(newsroom);
}

/// The same, edition after edition.
fn editions(stories: &[Value]) -> Newsroom {
    let newsroom = Newsroom::new();
    stories.iter().for_each(|story| edition(&newsroom, story));
    newsroom
}

/// A paper whose heron has had these bodies, each of one paragraph.
fn told(paragraphs: &[&str]) -> Newsroom {
    let stories: Vec<Value> = paragraphs.iter().map(|one| heron(json!([one]))).collect();
    editions(&stories)
}

fn read(newsroom: &Newsroom, file: &str) -> Value {
    serde_json::from_str(&newsroom.printed(file)).unwrap()
}

/// What changed from the only version that is kept.
fn changes(newsroom: &Newsroom) -> Value {
    let history = read(newsroom, CHANGES);
    assert_eq!(history["versions"].as_array().unwrap().len(), 1);
    history["versions"][0]["changes"].clone()
}

/// The marks of the versions that are kept.
fn marks(newsroom: &Newsroom) -> Vec<String> {
    let history = read(newsroom, CHANGES);
    let versions = history["versions"].as_array().unwrap().iter();
    let marks = versions.map(|version| version["version"].as_str().unwrap().to_owned());
    marks.collect()
}

fn has_history(newsroom: &Newsroom) -> bool {
    newsroom.path("printed").join(CHANGES).exists()
}

/// The mark in the data of the story's page; empty when it has none.
fn mark_in_data(newsroom: &Newsroom) -> String {
    let data = read(newsroom, DATA);
    let said = data["metadata"].as_array().unwrap();
    let place = said.chunks(3).find(|element| element[1] == "version");
    place.map_or(String::new(), |element| {
        element[2].as_str().unwrap().to_owned()
    })
}

/// Sets what the printed paper is aside, under another name.
fn set_aside(newsroom: &Newsroom, name: &str) {
    let (from, to) = (newsroom.path("printed"), newsroom.path(name));
    for (file, bytes) in files(&from) {
        let copy = to.join(&file);
        fs::create_dir_all(copy.parent().unwrap()).unwrap();
        fs::write(copy, bytes).unwrap();
    }
}

#[test]
fn a_story_that_first_appears_has_no_history() {
    let newsroom = told(&["The heron returned today."]);
    assert!(!has_history(&newsroom));
    assert!(
        !newsroom
            .printed("stories/heron/index.html")
            .contains("name=\"version\"")
    );
    assert_eq!(mark_in_data(&newsroom), "");
}

#[test]
fn a_story_that_joins_a_printed_paper_has_no_history() {
    let newsroom = Newsroom::new().story("ferry", &story("The ferry is back"));
    print(&newsroom);
    edition(&newsroom, &heron(json!(["The heron returned today."])));
    assert!(!has_history(&newsroom));
}

#[test]
fn an_unchanged_paper_is_printed_again_to_the_byte_and_without_a_history() {
    let folder = tempfile::TempDir::new().unwrap();
    let (once, twice) = (folder.path().join("once"), folder.path().join("twice"));
    build(&sample_paper(), &once, &["--no-search"]);
    build(&sample_paper(), &twice, &["--no-search"]);
    build(&sample_paper(), &twice, &["--no-search"]);
    assert_eq!(differences(&once, &twice), [""; 0]);
    assert!(!files(&once).keys().any(|file| file.ends_with(FILE)));
}

#[test]
fn a_changed_word_is_told_word_by_word() {
    let newsroom = editions(&[
        heron(json!(["The heron returned today.", "Nobody saw it."])),
        heron(json!(["The heron came back today.", "Nobody saw it."])),
    ]);
    let told = json!([
        1,
        [
            ["=", "The heron "],
            ["-", "returned"],
            ["+", "came back"],
            ["=", " today."]
        ],
        1
    ]);
    assert_eq!(changes(&newsroom), told);
}

#[test]
fn spaces_between_two_changes_are_told_with_them() {
    let newsroom = told(&[
        "The harbour master said that a tall grey heron was seen on the quay.",
        "The harbour master said that two small white egrets was seen on the quay.",
    ]);
    let told = json!([
        1,
        [
            ["=", "The harbour master said that "],
            ["-", "a tall grey heron"],
            ["+", "two small white egrets"],
            ["=", " was seen on the quay."]
        ]
    ]);
    assert_eq!(changes(&newsroom), told);
}

#[test]
fn a_small_word_between_two_long_changes_is_told_with_them() {
    let newsroom = told(&[
        "The harbour master said that a tall grey heron and its hungry young had been seen on the quay.",
        "The harbour master said that two white egrets and some old gulls had been seen on the quay.",
    ]);
    let told = json!([
        1,
        [
            ["=", "The harbour master said that "],
            ["-", "a tall grey heron and its hungry young"],
            ["+", "two white egrets and some old gulls"],
            ["=", " had been seen on the quay."]
        ]
    ]);
    assert_eq!(changes(&newsroom), told);
}

#[test]
fn a_paragraph_that_says_something_else_is_gone_as_a_whole_and_the_other_new() {
    let newsroom = told(&[
        "The ferry sails at noon, and the fare is three crowns.",
        "Nobody has seen the heron since last week.",
    ]);
    let told = json!([
        1,
        [
            [
                "-",
                "The ferry sails at noon, and the fare is three crowns."
            ],
            ["+", "Nobody has seen the heron since last week."]
        ]
    ]);
    assert_eq!(changes(&newsroom), told);
}

#[test]
fn a_new_block_is_told_as_new() {
    let newsroom = editions(&[
        heron(json!(["One came.", "It left."])),
        heron(json!(["One came.", { "heading": "Afterwards" }, "It left."])),
    ]);
    assert_eq!(changes(&newsroom), json!([2, [["+", "Afterwards"]], 1]));
}

#[test]
fn a_removed_block_is_told_as_gone() {
    let newsroom = editions(&[
        heron(json!(["One came.", "It slept.", "It left."])),
        heron(json!(["One came.", "It left."])),
    ]);
    assert_eq!(changes(&newsroom), json!([2, [["-", "It slept."]], 1]));
}

#[test]
fn a_moved_block_is_told_as_gone_from_one_place_and_new_in_another() {
    let newsroom = editions(&[
        heron(json!(["It slept well.", "One came.", "Two left."])),
        heron(json!(["One came.", "Two left.", "It slept well."])),
    ]);
    let told = json!([1, [["-", "It slept well."]], 2, [["+", "It slept well."]]]);
    assert_eq!(changes(&newsroom), told);
}

#[test]
fn a_new_headline_and_a_new_standfirst_are_told_before_the_body() {
    let mut after = heron(json!(["One came."]));
    after["headline"] = json!("The heron is gone | It left at dawn.");
    let newsroom = editions(&[heron(json!(["One came."])), after]);
    let told = json!([
        [["=", "The heron is "], ["-", "back"], ["+", "gone"]],
        [["+", "It left at dawn."]],
        1
    ]);
    assert_eq!(changes(&newsroom), told);
}

#[test]
fn chinese_is_told_sign_by_sign() {
    let newsroom = told(&["苍鹭昨天回到了码头。", "苍鹭今天回到了码头。"]);
    let told = json!([
        1,
        [
            ["=", "苍鹭"],
            ["-", "昨"],
            ["+", "今"],
            ["=", "天回到了码头。"]
        ]
    ]);
    assert_eq!(changes(&newsroom), told);
}

#[test]
fn arabic_is_told_word_by_word() {
    let newsroom = told(&[
        "عاد مالك الحزين أمس إلى الميناء.",
        "عاد مالك الحزين اليوم إلى الميناء.",
    ]);
    let told = json!([
        1,
        [
            ["=", "عاد مالك الحزين "],
            ["-", "أمس"],
            ["+", "اليوم"],
            ["=", " إلى الميناء."]
        ]
    ]);
    assert_eq!(changes(&newsroom), told);
}

#[test]
fn the_version_before_has_the_date_it_was_published_on() {
    let newsroom = told(&["One came.", "Two came."]);
    let version = &read(&newsroom, CHANGES)["versions"][0];
    assert_eq!(version["date"]["datetime"], "2026-11-20T08:30:00Z");
    assert_eq!(
        version["date"],
        read(&newsroom, DATA)["content"]["story"]["story"]["published"]
    );
}

#[test]
fn the_version_before_has_the_date_it_was_updated_on_where_there_is_one() {
    let mut before = heron(json!(["One came."]));
    before["updated"] = json!("2026-11-21T10:00:00Z");
    let mut after = heron(json!(["Two came."]));
    after["updated"] = json!("2026-11-22T10:00:00Z");
    let newsroom = editions(&[before, after]);
    let version = &read(&newsroom, CHANGES)["versions"][0];
    assert_eq!(version["date"]["datetime"], "2026-11-21T10:00:00Z");
}

#[test]
fn the_marks_in_head_data_and_changes_agree() {
    let newsroom = told(&["One came.", "Two came."]);
    let html = newsroom.printed("stories/heron/index.html");
    let page = Page::read("stories/heron/index.html", &html);
    let in_head = page.attribute("meta[name=version]", "content");
    assert_eq!(in_head.len(), 10);
    assert_eq!(mark_in_data(&newsroom), in_head);
    assert_eq!(read(&newsroom, CHANGES)["version"], in_head);
}

#[test]
fn nothing_but_the_mark_is_added_to_a_page_with_a_history() {
    let (marked, plain) = (told(&["One came.", "Two came."]), told(&["Two came."]));
    let mark = mark_in_data(&marked);
    let without = |text: String, mark: String| {
        assert_eq!(text.matches(&mark).count(), 1);
        text.replace(&mark, "")
    };
    let html = marked.printed("stories/heron/index.html");
    let element = format!("<meta name=\"version\" content=\"{mark}\">");
    assert_eq!(
        without(html, element),
        plain.printed("stories/heron/index.html")
    );
    let element = format!(",\"name\",\"version\",\"{mark}\"");
    assert_eq!(without(marked.printed(DATA), element), plain.printed(DATA));
}

#[test]
fn the_mark_follows_from_the_words_alone() {
    let words = ["The heron is back", "One came."].map(str::to_owned);
    // Readers have it in their browsers: other digits would tell all of them that every story changed.
    assert_eq!(mark(&words), "bc2be4f9ab");
    assert_ne!(
        mark(&words),
        mark(&["The heron is backOne came.".to_owned()])
    );
    let newsroom = told(&["Two came.", "One came."]);
    assert_eq!(mark_in_data(&newsroom), mark(&words));
}

#[test]
fn a_version_printed_without_a_mark_has_the_empty_one_and_later_ones_their_own() {
    let newsroom = told(&["One came.", "Two came.", "Three came."]);
    let words = |body: &str| mark(&["The heron is back", body].map(str::to_owned));
    assert_eq!(marks(&newsroom), [String::new(), words("Two came.")]);
}

#[test]
fn every_version_leads_to_the_words_of_today() {
    let newsroom = told(&["One came today.", "Two came today.", "Three came today."]);
    let history = read(&newsroom, CHANGES);
    let told = |number: &str| json!([1, [["-", number], ["+", "Three"], ["=", " came today."]]]);
    assert_eq!(history["versions"][0]["changes"], told("One"));
    assert_eq!(history["versions"][1]["changes"], told("Two"));
}

#[test]
fn an_unchanged_story_keeps_its_history_to_the_byte() {
    let newsroom = told(&["One came.", "Two came.", "Three came."]);
    set_aside(&newsroom, "before");
    print(&newsroom);
    assert!(has_history(&newsroom));
    assert_eq!(
        differences(&newsroom.path("before"), &newsroom.path("printed")),
        [""; 0]
    );
}

#[test]
fn changes_that_were_published_are_not_told_otherwise_later() {
    let newsroom = told(&["One came.", "Two came."]);
    let published = read(&newsroom, CHANGES);
    let mut otherwise = published.clone();
    otherwise["versions"][0]["changes"] = json!([1, [["-", "One came."], ["+", "Two came."]]]);
    assert_ne!(published, otherwise);
    newsroom.write(&format!("printed/{CHANGES}"), &otherwise.to_string());
    print(&newsroom);
    assert_eq!(read(&newsroom, CHANGES), otherwise);
}

#[test]
fn words_that_are_put_back_are_no_version_of_their_own() {
    let newsroom = told(&["One came.", "Two came.", "One came."]);
    let between = mark(&["The heron is back", "Two came."].map(str::to_owned));
    assert_eq!(marks(&newsroom), [between]);
}

#[test]
fn an_eleventh_version_drops_the_oldest() {
    let paragraphs: Vec<String> = (0..=MOST + 1).map(|day| format!("Day {day}.")).collect();
    let paragraphs: Vec<&str> = paragraphs.iter().map(String::as_str).collect();
    let newsroom = told(&paragraphs);
    let kept = paragraphs[1..=MOST].iter();
    let kept: Vec<String> = kept
        .map(|words| mark(&["The heron is back", words].map(str::to_owned)))
        .collect();
    assert_eq!(marks(&newsroom), kept);
}

#[test]
fn dates_corrections_and_what_stands_around_a_story_are_no_change_of_its_words() {
    let line = json!([{ "paragraph": "One came." }, { "see_also": "ferry" }]);
    let newsroom = Newsroom::new().story("ferry", &story("The ferry is back"));
    edition(&newsroom, &heron(line.clone()));
    newsroom.write(
        "paper/stories/ferry.json",
        &story("The ferry is late").to_string(),
    );
    let mut after = heron(line);
    after["headline"] = json!("  The heron  is back ");
    after["updated"] = json!("2026-11-22T10:00:00Z");
    after["kicker"] = json!("Birds");
    after["corrections"] = json!([{ "date": "2026-11-22", "text": "It was grey." }]);
    edition(&newsroom, &after);
    // The line leads to another headline now, so the page is another.
    assert!(newsroom.printed(DATA).contains("The ferry is late"));
    assert!(!has_history(&newsroom));
}

#[test]
fn one_story_that_changed_leaves_the_others_without_a_history() {
    let newsroom = Newsroom::new().story("ferry", &story("The ferry is back"));
    edition(&newsroom, &heron(json!(["One came."])));
    edition(&newsroom, &heron(json!(["Two came."])));
    let printed = files(&newsroom.path("printed"));
    let changed: Vec<_> = printed.keys().filter(|file| file.ends_with(FILE)).collect();
    assert_eq!(changed, [CHANGES]);
}

#[test]
fn a_page_that_cannot_be_read_is_no_history() {
    for broken in ["", "{", "[]", "{\"content\":{\"front\":{}}}", "\u{0}"] {
        let newsroom = told(&["One came."]);
        newsroom.write(&format!("printed/{DATA}"), broken);
        edition(&newsroom, &heron(json!(["Two came."])));
        assert!(!has_history(&newsroom), "{broken}");
    }
}

#[test]
fn changes_that_cannot_be_read_are_forgotten_and_the_last_version_kept() {
    for broken in ["", "{", "[]", "{\"version\":\"1\",\"versions\":[{}]}"] {
        let newsroom = told(&["One came.", "Two came."]);
        let last = mark_in_data(&newsroom);
        newsroom.write(&format!("printed/{CHANGES}"), broken);
        edition(&newsroom, &heron(json!(["Three came."])));
        assert_eq!(marks(&newsroom), [last], "{broken}");
    }
}

#[test]
fn changes_that_do_not_lead_to_the_page_beside_them_are_forgotten() {
    let newsroom = told(&["One came.", "Two came."]);
    let mut history = read(&newsroom, CHANGES);
    history["versions"][0]["changes"] = json!([7]);
    newsroom.write(&format!("printed/{CHANGES}"), &history.to_string());
    print(&newsroom);
    assert!(!has_history(&newsroom));
    assert_eq!(mark_in_data(&newsroom), "");
}

#[test]
fn a_paper_printed_into_another_folder_knows_nothing_of_the_first_and_leaves_it_alone() {
    let newsroom = told(&["One came.", "Two came."]);
    let (first, second) = (newsroom.path("printed"), newsroom.path("second"));
    let before = files(&first);
    newsroom.write(
        "paper/stories/heron.json",
        &heron(json!(["Three came."])).to_string(),
    );
    build(&newsroom.path("paper"), &second, &[]);
    assert!(!second.join(CHANGES).exists());
    assert_eq!(files(&first), before);
}

#[test]
fn a_renamed_story_takes_its_history_along_where_an_alias_says_so() {
    let newsroom = told(&["One came.", "Two came."]);
    let mut moved = heron(json!(["Three came."]));
    moved["aliases"] = json!(["/stories/heron/"]);
    fs::remove_file(newsroom.path("paper/stories/heron.json")).unwrap();
    newsroom.write("paper/stories/grey-heron.json", &moved.to_string());
    print(&newsroom);
    let history = read(&newsroom, "stories/grey-heron/changes.json");
    assert_eq!(history["versions"].as_array().unwrap().len(), 2);
    assert!(!has_history(&newsroom));
}

#[test]
fn a_renamed_story_without_an_alias_begins_anew() {
    let newsroom = told(&["One came.", "Two came."]);
    fs::remove_file(newsroom.path("paper/stories/heron.json")).unwrap();
    let moved = heron(json!(["Three came."]));
    newsroom.write("paper/stories/grey-heron.json", &moved.to_string());
    print(&newsroom);
    let printed = files(&newsroom.path("printed"));
    assert!(!printed.keys().any(|file| file.ends_with(FILE)));
}

#[test]
fn an_alias_cannot_have_the_name_of_the_file() {
    let mut ferry = story("The ferry is back");
    ferry["aliases"] = json!(["/stories/heron/changes.json/"]);
    let newsroom = Newsroom::new().story("ferry", &ferry);
    let run = newsroom.build(&[]);
    assert!(run.out.contains("taken-alias"), "{}{}", run.out, run.err);
}

#[test]
fn changes_are_compressed_like_other_data() {
    let long = |word: &str| {
        heron(json!([format!(
            "{word} came. {}",
            "It slept well. ".repeat(200)
        )]))
    };
    let newsroom = editions(&[long("One")]);
    newsroom.write("paper/stories/heron.json", &long("Two").to_string());
    let run = newsroom.build(&["--compress"]);
    assert_eq!(run.code, 0, "{}{}", run.out, run.err);
    for ending in ["br", "gz"] {
        let copy = newsroom.path("printed").join(format!("{CHANGES}.{ending}"));
        assert!(copy.is_file(), "{}", copy.display());
    }
}

#[test]
fn one_core_tells_the_same_changes_as_all_cores() {
    let bodies = [
        "One came today, and left.",
        "Two came yesterday, and stayed.",
    ];
    let printed = |threads: &str| {
        let newsroom = Newsroom::new();
        for body in bodies {
            for story in 0..20 {
                let file = format!("paper/stories/heron-{story}.json");
                newsroom.write(&file, &heron(json!([body])).to_string());
            }
            let mut command = crate::support::command();
            command.env("RAYON_NUM_THREADS", threads).arg("build");
            command.arg(newsroom.path("paper")).arg("--out");
            let run = crate::support::run(command.arg(newsroom.path("printed")));
            assert_eq!(run.code, 0, "{}{}", run.out, run.err);
        }
        let printed = files(&newsroom.path("printed"));
        assert!(printed.contains_key("stories/heron-7/changes.json"));
        printed
    };
    assert_eq!(printed("1"), printed("4"));
}

/// The passages of a story with this body, after its headline.
fn passages_of(body: Value) -> Vec<String> {
    let story: Story = serde_json::from_value(heron(body)).unwrap();
    passages(&story)[1..].to_vec()
}

#[test]
fn every_block_with_words_is_one_passage() {
    for (block, words) in [
        (
            json!({ "paragraph": ["A ", { "strong": "b\u{a0}" }, " c\n"] }),
            "A b c",
        ),
        (json!({ "heading": "A" }), "A"),
        (
            json!({ "list": ["A", { "text": "B", "list": { "items": ["C"] } }] }),
            "A\nB\nC",
        ),
        (
            json!({ "quotation": { "text": "A", "attribution": "B" } }),
            "A\nB",
        ),
        (json!({ "pull_quote": "A" }), "A"),
        (
            json!({ "picture": { "source": "a.jpg", "alt": "A", "caption": "B", "credit": "C" } }),
            "A\nB",
        ),
        (
            json!({ "gallery": { "caption": "A", "pictures": [{ "source": "a.jpg", "alt": "B" }] } }),
            "A\nB",
        ),
        (
            json!({ "table": { "caption": "A", "header": ["B", "C"], "rows": [["", "D"], ["E", "F"]] } }),
            "A\nB\tC\nD\nE\tF",
        ),
        (
            json!({ "code": { "text": "a {\n  b\n\n}", "caption": "A" } }),
            "a {\nb\n}\nA",
        ),
        (
            json!({ "fact_box": { "title": "A", "body": ["B", { "list": ["C"] }] } }),
            "A\nB\nC",
        ),
        (json!({ "key_points": ["A", "B"] }), "A\nB"),
        (
            json!({ "timeline": { "title": "A", "entries": [{ "date": "1908", "title": "B", "body": ["C"] }] } }),
            "A\nB\nC",
        ),
        (
            json!({ "questions": [{ "question": "A", "answer": ["B"] }] }),
            "A\nB",
        ),
        (
            json!({ "footnotes": [{ "id": "a", "text": "A" }, { "id": "b", "text": "B" }] }),
            "A\nB",
        ),
        (
            json!({ "audio": { "source": "a.mp3", "title": "A", "caption": "B", "transcript": ["C"] } }),
            "A\nB\nC",
        ),
        (
            json!({ "video": { "source": "a.mp4", "title": "A", "caption": "B" } }),
            "A\nB",
        ),
        (
            json!({ "embed": { "href": "https://example.org/", "title": "A", "description": "B" } }),
            "A\nB",
        ),
        (
            json!({ "update": { "date": "2026-11-20", "headline": "A", "body": ["B"] } }),
            "A\nB",
        ),
    ] {
        assert_eq!(passages_of(json!([block])), [words], "{block}");
    }
}

#[test]
fn blocks_without_words_of_their_own_are_no_passages() {
    let none = passages_of(json!([
        { "divider": {} },
        { "picture": { "source": "a.jpg", "alt": "" } },
        { "see_also": { "story": "ferry", "headline": "The ferry" } },
        { "correction": { "date": "2026-11-20", "text": "It was grey." } },
        { "horoscope": "You will meet a heron." },
        "",
        " "
    ]));
    assert_eq!(none, [""; 0]);
}

#[test]
fn the_data_beside_a_page_has_the_passages_of_the_source() {
    let printed = crate::support::sample();
    let sources = files(&sample_paper().join("stories"));
    assert!(!sources.is_empty());
    for (file, source) in sources {
        let mut story: Story = serde_json::from_slice(&source).unwrap();
        story.divide_headline();
        let slug = Path::new(&file).file_stem().unwrap().to_str().unwrap();
        let data = fs::read(printed.join("stories").join(slug).join("index.json")).unwrap();
        let data: Value = serde_json::from_slice(&data).unwrap();
        let shown: Story =
            serde_json::from_value(data["content"]["story"]["story"].clone()).unwrap();
        assert_eq!(passages(&shown), passages(&story), "{file}");
    }
}
