//! Drafts, and stories whose day has not come, are held back: nothing of them is printed unless somebody asks for it.

use std::collections::BTreeSet;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Stdio};

use serde_json::{Value, json};

use crate::page::Page;
use crate::support::{
    Newsroom, Run, build, command, differences, files, newsprint, reader, run, story,
};

/// A paper with five stories on kittiwakes that are held back, and two others that are not.
fn tides() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/papers/valid/tides")
}

/// The paper, printed with more arguments.
fn printed_tides(more: &[&str]) -> tempfile::TempDir {
    let out = tempfile::TempDir::new().unwrap();
    let reader = ["--reader", reader().to_str().unwrap()];
    build(&tides(), out.path(), &[&reader[..], more].concat());
    out
}

fn page(folder: &Path, file: &str) -> Page {
    Page::read(file, &std::fs::read_to_string(folder.join(file)).unwrap())
}

/// A story with some other fields; `null` takes one away.
fn with(fields: Value) -> Value {
    let mut ferry = story("The ferry is back");
    for (name, value) in fields.as_object().unwrap() {
        ferry[name] = value.clone();
    }
    ferry
}

/// A newsroom whose other story is printed.
fn newsroom() -> Newsroom {
    Newsroom::new().story("bridge", &story("The bridge"))
}

/// Prints the paper at a moment, in seconds since 1970.
fn build_at(newsroom: &Newsroom, moment: &str, more: &[&str]) -> Run {
    run(command()
        .env("SOURCE_DATE_EPOCH", moment)
        .arg("build")
        .arg(newsroom.path("paper"))
        .arg("--out")
        .arg(newsroom.path("printed"))
        .arg("--no-search")
        .args(more))
}

fn is_printed(newsroom: &Newsroom, slug: &str) -> bool {
    newsroom
        .path(&format!("printed/stories/{slug}/index.html"))
        .is_file()
}

/// The slugs of the stories that were printed.
fn stories(newsroom: &Newsroom) -> BTreeSet<String> {
    let folder = std::fs::read_dir(newsroom.path("printed/stories")).unwrap();
    folder
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect()
}

/// What the check says, for machines.
fn checked(newsroom: &Newsroom) -> Value {
    let paper = newsroom.path("paper");
    let run = newsprint(["check", paper.to_str().unwrap(), "--format", "json"]);
    serde_json::from_str(&run.out).unwrap()
}

#[test]
fn nothing_of_a_story_that_is_held_back_is_in_the_bundle() {
    let out = printed_tides(&[]);
    for (name, content) in files(out.path()) {
        let content = String::from_utf8_lossy(&content).to_lowercase();
        for word in ["kittiwake", "kit tiwake", "kit-tiwake"] {
            assert!(!name.contains(word), "{name}");
            assert!(!content.contains(word), "{word} in {name}");
        }
    }
    let index = std::fs::read_to_string(out.path().join("pagefind/pagefind-entry.json")).unwrap();
    let index: Value = serde_json::from_str(&index).unwrap();
    assert_eq!(index["languages"]["en"]["page_count"], 2);
    assert_eq!(index["languages"].as_object().unwrap().len(), 1);
    let pictures = files(out.path())
        .into_keys()
        .filter(|name| name.contains("share-"));
    assert_eq!(pictures.count(), 2);
}

#[test]
fn a_bundle_is_the_same_to_the_byte_as_one_of_a_paper_without_the_stories_that_are_held_back() {
    let newsroom = newsroom();
    newsroom.build(&["--base-url", "https://quay.example/"]);
    let without = tempfile::TempDir::new().unwrap();
    std::fs::rename(newsroom.path("printed"), without.path().join("printed")).unwrap();
    let newsroom = newsroom
        .story(
            "ferry",
            &with(json!({ "draft": true, "aliases": ["/old/"], "topics": ["Boats"] })),
        )
        .story("gull", &with(json!({ "published": "2099-01-01" })));
    newsroom.build(&["--base-url", "https://quay.example/"]);
    let different = differences(&newsroom.path("printed"), &without.path().join("printed"));
    assert_eq!(different, [""; 0]);
}

#[test]
fn each_field_that_says_that_a_story_is_not_published_holds_it_back() {
    for (name, fields) in [
        ("draft", json!({ "draft": true })),
        ("published", json!({ "published": false })),
        ("future", json!({ "published": "2027-01-02" })),
    ] {
        let newsroom = newsroom().story("ferry", &with(fields));
        let run = newsroom.build(&["--no-search"]);
        assert_eq!(
            (run.code, is_printed(&newsroom, "ferry")),
            (0, false),
            "{name} {}",
            run.out
        );
        assert!(is_printed(&newsroom, "bridge"));
    }
}

#[test]
fn each_status_that_other_systems_give_to_unpublished_stories_holds_one_back() {
    let mut newsroom = newsroom();
    let words = "draft auto-draft pending Pending_Review private future scheduled trash trashed deleted \
        archived unpublished hidden inactive withheld canceled";
    for word in words.split_whitespace() {
        let slug = word.to_lowercase();
        newsroom = newsroom.story(&slug, &with(json!({ "status": word })));
    }
    assert_eq!(newsroom.build(&["--no-search"]).code, 0);
    assert_eq!(stories(&newsroom), BTreeSet::from(["bridge".to_owned()]));
}

#[test]
fn each_status_that_other_systems_give_to_published_stories_publishes_one() {
    let mut newsroom = newsroom();
    for word in ["published", "Publish", "public", "usable"] {
        let slug = word.to_lowercase();
        newsroom = newsroom.story(&slug, &with(json!({ "status": word, "draft": false })));
    }
    newsroom = newsroom.story("none", &with(json!({ "status": null, "draft": null })));
    assert_eq!(newsroom.build(&["--no-search"]).code, 0);
    assert_eq!(stories(&newsroom).len(), 6);
}

#[test]
fn a_story_is_held_back_when_it_cannot_be_understood_whether_it_is_published() {
    for fields in [
        json!({ "status": "unlisted" }),
        json!({ "status": 0 }),
        json!({ "draft": "no" }),
        json!({ "published": true }),
        json!({ "published": null }),
        json!({ "published": "2099-01-01T08:00:00" }),
        json!({ "published": "2099-01-01 08:00" }),
    ] {
        let newsroom = newsroom().story("ferry", &with(fields.clone()));
        let run = newsroom.build(&["--no-search"]);
        assert_eq!(
            (run.code, is_printed(&newsroom, "ferry")),
            (1, false),
            "{fields}"
        );
    }
    let twice = r#"{ "headline": "Ferry", "section": "city", "published": "2026-11-20", "draft": true, "draft": false, "body": ["Back."] }"#;
    let newsroom = newsroom();
    newsroom.write("paper/stories/ferry.json", twice);
    assert_eq!(newsroom.build(&["--no-search"]).code, 1);
    assert!(!is_printed(&newsroom, "ferry"));
}

#[test]
fn a_draft_whose_field_is_written_in_capitals_is_held_back_and_told_of() {
    for name in ["Draft", "STATUS"] {
        let newsroom = newsroom().story("ferry", &with(json!({ name: "draft" })));
        let run = newsroom.build(&["--no-search"]);
        assert!(!is_printed(&newsroom, "ferry"), "{name}");
        let told = format!("no field `{name}` here; until it is corrected, the story is held back");
        assert!(run.out.contains(&told), "{}", run.out);
    }
}

#[test]
fn a_story_whose_day_cannot_be_read_is_held_back_and_the_fault_says_so() {
    for date in [
        "2027-02-30",
        "01.12.2027",
        "2027/01/01",
        "tomorrow",
        "never",
    ] {
        let newsroom = newsroom().story("ferry", &with(json!({ "published": date })));
        let run = newsroom.build(&["--no-search"]);
        assert_eq!(
            (run.code, is_printed(&newsroom, "ferry")),
            (1, false),
            "{date}"
        );
        assert!(run.out.contains("is no date"), "{}", run.out);
    }
}

#[test]
fn a_story_whose_time_cannot_be_read_has_its_day_everywhere() {
    for date in [
        "2026-11-20T08:30:00",
        "2026-11-20 8:30",
        "2026-11-20T08:30:00+0100",
    ] {
        let paper = json!({
            "name": "The Quay", "language": "en", "permalinks": "/:year/:month/:day/:slug/",
            "sections": [{ "slug": "city", "name": "City" }]
        });
        let newsroom = Newsroom::new()
            .paper(&paper)
            .story("ferry", &with(json!({ "published": date })));
        assert_eq!(newsroom.build(&["--no-search"]).code, 1, "{date}");
        let address = newsroom.path("printed/2026/11/20/ferry/index.html");
        let text = std::fs::read_to_string(address).unwrap();
        assert!(text.contains("<time datetime=\"2026-11-20\""), "{date}");
    }
}

#[test]
fn the_build_says_how_many_stories_it_held_back() {
    let told = |drafts: usize, later: usize| {
        let mut newsroom = newsroom();
        for number in 0..drafts {
            newsroom = newsroom.story(&format!("draft-{number}"), &with(json!({ "draft": true })));
        }
        for number in 0..later {
            let fields = with(json!({ "published": "2099-01-01" }));
            newsroom = newsroom.story(&format!("later-{number}"), &fields);
        }
        newsroom.build(&["--no-search"]).out
    };
    let both = told(2, 1);
    assert!(both.contains("Printed 1 stories"), "{both}");
    assert!(
        both.contains(
            "2 drafts and 1 story for later were held back; --drafts and --future print them."
        ),
        "{both}"
    );
    assert!(told(1, 0).contains("1 draft was held back; --drafts prints drafts."));
    assert!(told(0, 2).contains("2 stories for later were held back; --future prints"));
    assert!(!told(0, 0).contains("held back"));
}

#[test]
fn the_check_notes_each_story_that_is_held_back_and_finds_no_fault_in_that() {
    let run = newsprint(["check", tides().to_str().unwrap()]);
    assert_eq!(run.code, 0, "{}", run.out);
    assert_eq!(run.out.matches("note[draft]").count(), 3, "{}", run.out);
    assert_eq!(run.out.matches("note[later]").count(), 2, "{}", run.out);
    assert!(
        run.out.ends_with("5 notes in 5 files\nNo faults.\n"),
        "{}",
        run.out
    );
    let newsroom = newsroom().story("ferry", &with(json!({ "draft": true })));
    let notes = checked(&newsroom);
    let note = &notes[0];
    assert_eq!(
        [
            &note["severity"],
            &note["code"],
            &note["file"],
            &note["path"]
        ],
        ["note", "draft", "stories/ferry.json", "draft"]
    );
}

#[test]
fn a_story_that_is_held_back_is_checked_as_every_other() {
    let faulty = with(json!({ "draft": true, "section": "ctiy", "related": ["nowhere"] }));
    let newsroom = newsroom().story("ferry", &faulty);
    let said = checked(&newsroom);
    let codes: Vec<&str> = said
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one["code"].as_str().unwrap())
        .collect();
    assert_eq!(codes, ["unknown-section", "draft", "unknown-story"]);
}

#[test]
fn whoever_asks_for_drafts_gets_those_and_whoever_asks_for_the_future_gets_that() {
    let newsroom = newsroom()
        .story("draft", &with(json!({ "draft": true })))
        .story(
            "plan",
            &with(json!({ "draft": true, "published": "2099-01-01" })),
        )
        .story("later", &with(json!({ "published": "2099-01-01" })));
    let printed = |more: &[&str]| {
        let run = newsroom.build(&[&["--no-search"], more].concat());
        assert_eq!(run.code, 0, "{}", run.err);
        stories(&newsroom).into_iter().collect::<Vec<_>>().join(" ")
    };
    assert_eq!(printed(&[]), "bridge");
    assert_eq!(printed(&["--drafts"]), "bridge draft plan");
    assert_eq!(printed(&["--future"]), "bridge later");
    assert_eq!(
        printed(&["--drafts", "--future"]),
        "bridge draft later plan"
    );
}

#[test]
fn a_draft_that_is_printed_is_marked_on_its_page_and_in_every_list() {
    let out = printed_tides(&["--drafts", "--future"]);
    let story = page(out.path(), "stories/kittiwake-seen/index.html");
    assert_eq!(story.words("article .kicker .unpublished"), "Draft");
    let later = page(out.path(), "stories/kittiwake-parade/index.html");
    assert_eq!(later.words("article .kicker .unpublished"), "Scheduled");
    // The mark is said in the page's language.
    let spanish = page(out.path(), "stories/kittiwake-counted/index.html");
    assert_eq!(spanish.words("article .kicker .unpublished"), "Borrador");
    for (file, entry) in [
        ("index.html", "article.teaser"),
        ("sections/sea/index.html", "article.teaser"),
        ("topics/kittiwakes/index.html", "article.teaser"),
        ("authors/kit-tiwake/index.html", "article.teaser"),
        ("archive/2099/05/index.html", "article.teaser"),
        ("stories/spring-tide/index.html", ".related li"),
        ("404.html", "main li"),
    ] {
        let page = page(out.path(), file);
        let entries = page.all(entry);
        let marked = |entry: &scraper::ElementRef| {
            let words: String = entry.text().collect();
            let is_marked = words.contains("Draft") || words.contains("Scheduled");
            assert_eq!(
                is_marked,
                words.to_lowercase().contains("kittiwake"),
                "{file}: {words}"
            );
            is_marked
        };
        assert!(
            entries.iter().filter(|entry| marked(entry)).count() > 0,
            "{file}"
        );
    }
}

#[test]
fn the_mark_of_a_draft_stands_in_the_data_of_its_page() {
    let out = printed_tides(&["--drafts"]);
    let data = std::fs::read(out.path().join("stories/kittiwake-seen/index.json")).unwrap();
    let data: Value = serde_json::from_slice(&data).unwrap();
    assert_eq!(data["content"]["story"]["mark"], "Draft");
    let data = std::fs::read_to_string(out.path().join("stories/spring-tide/index.json")).unwrap();
    let data: Value = serde_json::from_str(&data).unwrap();
    assert_eq!(data["content"]["story"].get("mark"), None);
}

#[test]
fn search_engines_pass_a_draft_over_that_is_printed() {
    let out = printed_tides(&["--drafts"]);
    let robots = |slug: &str| {
        let page = page(out.path(), &format!("stories/{slug}/index.html"));
        page.all("meta[name=robots][content=noindex]").len()
    };
    assert_eq!((robots("kittiwake-seen"), robots("spring-tide")), (1, 0));
}

#[test]
fn a_draft_without_a_date_is_printed_without_one() {
    let newsroom = newsroom().story("ferry", &with(json!({ "published": false })));
    let run = newsroom.build(&[
        "--no-search",
        "--drafts",
        "--base-url",
        "https://quay.example/",
    ]);
    assert_eq!(run.code, 0, "{}", run.err);
    let page = page(&newsroom.path("printed"), "stories/ferry/index.html");
    assert_eq!(page.all("article time").len(), 0);
    let front = newsroom.printed("index.html");
    // It stands where it would if it were published now.
    assert!(front.find("The ferry is back").unwrap() < front.find("The bridge").unwrap());
}

#[test]
fn a_link_to_a_story_that_is_held_back_is_told_of_and_leads_nowhere() {
    let leads = json!({
        "related": ["ferry"],
        "see_also": ["ferry"],
        "body": [
            { "paragraph": ["The ", { "link": { "href": "story:ferry", "text": "boat" } }, "."] },
            { "see_also": { "story": "ferry", "headline": "Told too early" } },
        ],
    });
    let newsroom = Newsroom::new().story("bridge", &with(leads)).story(
        "ferry",
        &with(json!({ "headline": "Untold", "draft": true })),
    );
    let run = newsroom.build(&["--no-search"]);
    assert_eq!(run.code, 0, "{}", run.out);
    assert_eq!(
        run.out
            .matches("warning[held-back]: the story `ferry` is a draft")
            .count(),
        4,
        "{}",
        run.out
    );
    let page = newsroom.printed("stories/bridge/index.html");
    assert!(page.contains("<p>The boat.</p>"), "{page}");
    let data = newsroom.printed("stories/bridge/index.json");
    assert!(
        !data.contains("\"ferry\"") && !data.contains("Told too early"),
        "{data}"
    );
}

#[test]
fn a_front_page_whose_lead_is_held_back_opens_with_the_others() {
    let sections = json!([{ "slug": "city", "name": "City" }]);
    let paper = json!({ "name": "The Quay", "language": "en", "sections": sections,
        "front": { "lead": ["ferry", "tram"] }, "navigation": [{ "text": "Boat", "href": "story:ferry" }] });
    let newsroom = newsroom()
        .paper(&paper)
        .story("tram", &story("The tram"))
        .story("ferry", &with(json!({ "draft": true })));
    let run = newsroom.build(&["--no-search"]);
    assert_eq!(run.code, 0);
    assert_eq!(
        run.out.matches("warning[held-back]").count(),
        2,
        "{}",
        run.out
    );
    let front = page(&newsroom.path("printed"), "index.html");
    assert_eq!(front.words(".leads h3"), "The tram");
    assert_eq!(front.words(".masthead nav li"), "Boat");
    assert!(front.all(".masthead nav a").is_empty());
}

#[test]
fn a_draft_takes_neither_the_slug_nor_an_old_address_of_a_published_story() {
    let newsroom = Newsroom::new()
        .story("a/ferry", &with(json!({ "headline": "A new ferry", "draft": true, "aliases": ["/old/", "/stories/bridge/"] })))
        .story("ferry", &with(json!({ "aliases": ["/old/"] })))
        .story("bridge", &story("The bridge"));
    newsroom.build(&["--no-search"]);
    assert!(
        newsroom
            .printed("stories/ferry/index.html")
            .contains("The ferry is back")
    );
    assert!(
        newsroom
            .printed("old/index.html")
            .contains("stories/ferry/")
    );
    assert!(
        newsroom
            .printed("stories/bridge/index.html")
            .contains("The bridge")
    );
}

#[test]
fn a_published_story_that_becomes_a_draft_again_is_gone_and_the_build_says_why() {
    let newsroom = newsroom().story("ferry", &with(json!({ "aliases": ["/old/"] })));
    newsroom.build(&["--no-search"]);
    let newsroom = newsroom.story(
        "ferry",
        &with(json!({ "aliases": ["/old/"], "draft": true })),
    );
    let run = newsroom.build(&["--no-search"]);
    for address in ["stories/ferry/", "old/"] {
        let note = format!(
            "note: {address} of the last build is gone, for stories/ferry.json is a draft now; the page is back when the story is published."
        );
        assert!(run.err.contains(&note), "{}", run.err);
    }
    assert!(!is_printed(&newsroom, "ferry"));
    let newsroom = newsroom.story("ferry", &with(json!({ "published": "2099-01-01" })));
    newsroom.build(&["--no-search", "--future"]);
    let run = newsroom.build(&["--no-search"]);
    assert!(
        run.err.contains("for stories/ferry.json is for later now"),
        "{}",
        run.err
    );
}

#[test]
fn what_only_stood_in_a_draft_is_no_earlier_version_of_a_story() {
    let newsroom = newsroom().story(
        "ferry",
        &with(json!({ "draft": true, "body": ["Nobody may know."] })),
    );
    newsroom.build(&["--no-search", "--drafts"]);
    let newsroom = newsroom.story("ferry", &with(json!({ "body": ["Everybody may know."] })));
    newsroom.build(&["--no-search"]);
    assert!(is_printed(&newsroom, "ferry"));
    assert!(!newsroom.path("printed/stories/ferry/changes.json").exists());
}

/// The moment 2026-11-20T15:00:00Z: midnight in Tokyo.
const MIDNIGHT_IN_TOKYO: i64 = 1_795_186_800;

#[test]
fn a_day_has_come_when_it_begins_where_the_paper_stands() {
    let sections = json!([{ "slug": "city", "name": "City" }]);
    let printed = |zone: &str, moment: i64| {
        let newsroom = Newsroom::new()
            .paper(&json!({ "name": "The Quay", "language": "en", "sections": sections, "time_zone": zone }))
            .story("ferry", &with(json!({ "published": "2026-11-21" })));
        build_at(&newsroom, &moment.to_string(), &[]);
        is_printed(&newsroom, "ferry")
    };
    assert!(!printed("Asia/Tokyo", MIDNIGHT_IN_TOKYO - 1));
    assert!(printed("Asia/Tokyo", MIDNIGHT_IN_TOKYO));
    assert!(!printed("", MIDNIGHT_IN_TOKYO));
    assert!(printed("", MIDNIGHT_IN_TOKYO + 9 * 3600));
    assert!(!printed(
        "America/New_York",
        MIDNIGHT_IN_TOKYO + 14 * 3600 - 1
    ));
    assert!(printed("America/New_York", MIDNIGHT_IN_TOKYO + 14 * 3600));
}

#[test]
fn a_time_has_come_whatever_the_clock_that_it_was_written_by() {
    for written in [
        "2026-11-21T00:00:00+09:00",
        "2026-11-20T15:00Z",
        "2026-11-20T10:00:00-05:00",
    ] {
        let newsroom = newsroom().story("ferry", &with(json!({ "published": written })));
        build_at(&newsroom, &(MIDNIGHT_IN_TOKYO - 1).to_string(), &[]);
        assert!(!is_printed(&newsroom, "ferry"), "{written}");
        build_at(&newsroom, &MIDNIGHT_IN_TOKYO.to_string(), &[]);
        assert!(is_printed(&newsroom, "ferry"), "{written}");
    }
}

#[test]
fn the_last_day_of_all_has_not_come() {
    let newsroom = newsroom().story("ferry", &with(json!({ "published": "9999-12-31" })));
    newsroom.build(&["--no-search"]);
    assert!(!is_printed(&newsroom, "ferry"));
}

#[test]
fn between_two_moments_at_which_the_same_is_published_no_byte_is_another() {
    let newsroom = newsroom().story("ferry", &with(json!({ "published": "2099-01-01" })));
    build_at(
        &newsroom,
        "1798761600",
        &["--base-url", "https://quay.example/"],
    );
    let before = tempfile::TempDir::new().unwrap();
    std::fs::rename(newsroom.path("printed"), before.path().join("printed")).unwrap();
    build_at(
        &newsroom,
        "1998761600",
        &["--base-url", "https://quay.example/"],
    );
    assert_eq!(
        differences(&newsroom.path("printed"), &before.path().join("printed")),
        [""; 0]
    );
}

#[test]
fn without_the_variable_the_clock_of_the_machine_counts() {
    let newsroom = newsroom()
        .story("past", &with(json!({ "published": "2001-01-01" })))
        .story("ahead", &with(json!({ "published": "9000-01-01" })));
    run(command()
        .env_remove("SOURCE_DATE_EPOCH")
        .arg("build")
        .arg(newsroom.path("paper"))
        .arg("--out")
        .arg(newsroom.path("printed")));
    assert!(is_printed(&newsroom, "past") && !is_printed(&newsroom, "ahead"));
}

#[test]
fn a_moment_that_the_variable_says_is_told_with_what_it_held_back() {
    let newsroom = newsroom();
    let note = "note: the moment of this build is 1980-01-01T00:00:00Z: SOURCE_DATE_EPOCH says so.";
    let run = build_at(&newsroom, "315532800", &[]);
    assert!(run.err.contains(note), "{}", run.err);
    let run = build_at(&newsroom, "315532800", &["--future"]);
    assert!(!run.err.contains("the moment of this build"), "{}", run.err);
}

#[test]
fn a_draft_without_a_date_leaves_the_news_sitemap_what_it_is() {
    let newsroom = newsroom()
        .story("ferry", &with(json!({ "published": false })))
        .story("old", &with(json!({ "published": "2020-01-01" })));
    newsroom.build(&[
        "--no-search",
        "--drafts",
        "--base-url",
        "https://quay.example/",
    ]);
    let news = newsroom.printed("sitemap-news.xml");
    assert!(
        news.contains("/bridge/") && !news.contains("/old/"),
        "{news}"
    );
}

#[test]
fn a_variable_that_is_no_moment_is_refused_with_what_to_write() {
    let newsroom = newsroom();
    let run = build_at(&newsroom, "tomorrow", &[]);
    assert_eq!(run.code, 2);
    assert!(
        run.err.contains("SOURCE_DATE_EPOCH is `tomorrow`") && run.err.contains("date +%s"),
        "{}",
        run.err
    );
    assert!(!newsroom.path("printed").exists());
}

/// A paper that is being made; the command ends with the test.
struct Making(Child);

impl Drop for Making {
    fn drop(&mut self) {
        self.0.kill().unwrap();
        self.0.wait().unwrap();
    }
}

#[test]
fn dev_shows_what_is_held_back_with_its_mark() {
    let newsroom = newsroom()
        .story("ferry", &with(json!({ "draft": true })))
        .story("gull", &with(json!({ "published": "2099-01-01" })));
    let mut making = Making(
        command()
            .arg("dev")
            .arg(newsroom.path("paper"))
            .args(["--port", "0"])
            .stdout(Stdio::piped())
            .spawn()
            .unwrap(),
    );
    let lines = BufReader::new(making.0.stdout.take().unwrap()).lines();
    let root = lines
        .map(Result::unwrap)
        .find_map(|line| Some(line.split_once("http://")?.1.split_once(' ')?.0.to_owned()));
    let root = root.unwrap();
    let shown = |address: &str| {
        let answer = ureq::get(format!("http://{root}{address}")).call().unwrap();
        Page::read(address, &answer.into_body().read_to_string().unwrap())
    };
    let marks = ["stories/ferry/", "stories/gull/"]
        .map(|address| shown(address).words("article > header .unpublished"));
    assert_eq!(marks, ["Draft", "Scheduled"]);
    assert!(shown("").all(".teaser .unpublished").len() >= 2);
}
