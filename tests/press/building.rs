//! What `newsprint build` prints, and with which exit code it ends.

use serde_json::json;
use tempfile::TempDir;

use crate::page::Page;
use crate::support::{
    Newsroom, build, command, differences, files, reader, run, sample, sample_paper, story,
};

#[test]
fn two_builds_of_one_paper_are_equal_to_the_byte() {
    let again = TempDir::new().unwrap();
    build(
        &sample_paper(),
        again.path(),
        &["--reader", reader().to_str().unwrap()],
    );
    assert_eq!(differences(sample(), again.path()), [""; 0]);
}

#[test]
fn one_core_prints_the_same_bytes_as_all_cores() {
    let alone = TempDir::new().unwrap();
    let mut command = command();
    command
        .arg("build")
        .arg(sample_paper())
        .arg("--out")
        .arg(alone.path())
        .arg("--reader")
        .arg(reader());
    let run = run(command.env("RAYON_NUM_THREADS", "1"));
    assert_eq!(run.code, 0, "{}", run.err);
    assert_eq!(differences(sample(), alone.path()), [""; 0]);
}

#[test]
fn a_build_without_faults_ends_with_0_and_says_what_it_printed() {
    let newsroom = Newsroom::new().story("ferry", &story("The ferry is back"));
    let run = newsroom.build(&["--no-search"]);
    assert_eq!(run.code, 0, "{}", run.err);
    // The front page, the not-found page, one section, the archive with a year and a month, one story.
    assert!(
        run.out.starts_with("Printed 1 stories on 7 pages into "),
        "{}",
        run.out
    );
}

#[test]
fn a_build_without_a_reader_says_how_to_get_one() {
    // Away from the build folder, where a reader may lie beside the command.
    let elsewhere = tempfile::tempdir().unwrap();
    let command = elsewhere.path().join("newsprint");
    std::fs::copy(env!("CARGO_BIN_EXE_newsprint"), &command).unwrap();
    let newsroom = Newsroom::new().story("ferry", &story("The ferry is back"));
    let mut command = std::process::Command::new(command);
    command.env("SOURCE_DATE_EPOCH", crate::support::NOW);
    command.arg("build").arg(newsroom.path("paper"));
    let run = run(command.arg("--out").arg(elsewhere.path().join("printed")));
    assert!(run.err.contains("no built reader was found"), "{}", run.err);
    assert!(run.err.contains("--reader"), "{}", run.err);
}

#[test]
fn a_faulty_story_ends_the_build_with_1_and_does_not_take_the_paper() {
    let mut faulty = story("The eels are counted");
    faulty["body"] = json!(["Read this.", { "picture": { "source": 7 } }, "And this."]);
    let newsroom = Newsroom::new()
        .story("ferry", &story("The ferry is back"))
        .story("eels", &faulty);
    let run = newsroom.build(&[]);
    assert_eq!(run.code, 1);
    assert!(run.out.contains("stories/eels.json"), "{}", run.out);
    assert!(
        newsroom
            .printed("stories/ferry/index.html")
            .contains("The ferry is back.")
    );
    let page = Page::read("eels", &newsroom.printed("stories/eels/index.html"));
    let body: Vec<String> = page
        .all(".body > p")
        .iter()
        .map(|one| one.text().collect())
        .collect();
    let gap = "This part of the story contains an error and cannot be shown.";
    assert_eq!(body, ["Read this.", gap, "And this."]);
}

#[test]
fn a_story_that_cannot_be_read_at_all_does_not_take_the_paper() {
    let newsroom = Newsroom::new().story("ferry", &story("The ferry is back"));
    newsroom.write("paper/stories/eels.json", "{ \"headline\": ");
    assert_eq!(newsroom.build(&[]).code, 1);
    assert!(newsroom.path("printed/stories/ferry/index.html").is_file());
    assert!(!newsroom.path("printed/stories/eels").exists());
}

#[test]
fn a_folder_without_a_paper_prints_nothing_and_ends_with_1() {
    let newsroom = Newsroom::new();
    std::fs::remove_file(newsroom.path("paper/paper.json")).unwrap();
    let run = newsroom.build(&[]);
    assert_eq!(run.code, 1);
    assert!(
        run.out.contains("paper.json") && run.out.contains("newsprint new"),
        "{}",
        run.out
    );
    assert!(!newsroom.path("printed").exists());
}

#[test]
fn a_folder_that_holds_no_reader_cannot_be_built_with() {
    let newsroom = Newsroom::new().story("ferry", &story("The ferry is back"));
    let run = newsroom.build(&["--reader", newsroom.path("paper").to_str().unwrap()]);
    assert_eq!(run.code, 2);
    assert!(
        run.err
            .contains("reader.js, reader.wasm, tools.js, tools.wasm missing"),
        "{}",
        run.err
    );
    assert!(!newsroom.path("printed").exists());
}

#[test]
fn stories_stand_at_the_addresses_that_the_paper_chose() {
    let paper = json!({
        "name": "The Quay", "language": "en", "time_zone": "Asia/Tokyo", "permalinks": "/:year/:month/:day/:slug/",
        "sections": [{ "slug": "city", "name": "City" }],
    });
    let newsroom = Newsroom::new()
        .paper(&paper)
        .story("ferry", &story("The ferry is back"));
    assert_eq!(newsroom.build(&[]).code, 0);
    let page = Page::read("ferry", &newsroom.printed("2026/11/20/ferry/index.html"));
    assert_eq!(
        page.attribute(".kicker a", "href"),
        "../../../../sections/city/"
    );
    let front = Page::read("front", &newsroom.printed("index.html"));
    assert_eq!(front.attribute(".leads h3 a", "href"), "2026/11/20/ferry/");
}

#[test]
fn a_base_url_gives_every_page_its_canonical_address() {
    let newsroom = Newsroom::new().story("ferry", &story("The ferry is back"));
    assert_eq!(
        newsroom
            .build(&["--base-url", "https://x.example/news"])
            .code,
        0
    );
    for (file, address) in [
        ("", ""),
        ("stories/ferry/", "stories/ferry/"),
        ("sections/city/", "sections/city/"),
    ] {
        let page = Page::read(file, &newsroom.printed(&format!("{file}index.html")));
        let canonical = format!("https://x.example/news/{address}");
        assert_eq!(page.attribute("link[rel=canonical]", "href"), canonical);
    }
}

#[test]
fn the_links_of_the_not_found_page_start_at_the_path_of_the_base_url() {
    let newsroom = Newsroom::new().story("ferry", &story("The ferry is back"));
    assert_eq!(
        newsroom
            .build(&["--base-url", "https://x.example/news/"])
            .code,
        0
    );
    let page = Page::read("404.html", &newsroom.printed("404.html"));
    for link in page.all("body a:not(.skip), link[href]") {
        let href = link.attr("href").unwrap();
        assert!(href.starts_with("/news/"), "{href}");
    }
    assert!(page.all("link[rel=canonical]").is_empty());
}

#[test]
fn a_base_url_that_is_no_address_is_refused() {
    let newsroom = Newsroom::new().story("ferry", &story("The ferry is back"));
    for url in ["x.example", "/news/", "javascript:alert(1)", ""] {
        let run = newsroom.build(&["--base-url", url]);
        assert_eq!(run.code, 2, "{url:?}");
        assert!(run.err.contains("https://example.org/news/"), "{}", run.err);
    }
    assert!(!newsroom.path("printed").exists());
}

#[test]
fn a_list_is_divided_into_pages_that_lead_to_each_other() {
    let paper = json!({
        "name": "The Quay", "language": "en", "page_size": 2, "sections": [{ "slug": "city", "name": "City" }],
    });
    let mut newsroom = Newsroom::new().paper(&paper);
    for day in 1..=5 {
        let mut one = story(&format!("Day {day}"));
        one["published"] = json!(format!("2026-11-0{day}"));
        newsroom = newsroom.story(&format!("day-{day}"), &one);
    }
    assert_eq!(newsroom.build(&[]).code, 0);
    let pages = ["", "page/2/", "page/3/"].map(|page| {
        let page = Page::read(
            page,
            &newsroom.printed(&format!("sections/city/{page}index.html")),
        );
        page.all("main h2")
            .iter()
            .map(|one| one.text().collect::<String>())
            .collect::<Vec<_>>()
    });
    assert_eq!(
        pages,
        [
            vec!["Day 5", "Day 4"],
            vec!["Day 3", "Day 2"],
            vec!["Day 1"]
        ]
    );
    let middle = Page::read("2", &newsroom.printed("sections/city/page/2/index.html"));
    assert_eq!(
        middle.attribute("a[rel=prev]", "href"),
        "../../../../sections/city/"
    );
    assert_eq!(
        middle.attribute("a[rel=next]", "href"),
        "../../../../sections/city/page/3/"
    );
}

#[test]
fn names_that_are_longer_than_a_file_system_allows_are_printed_all_the_same() {
    let mut long = story("The ferry is back");
    long["topics"] = json!(["harbour ".repeat(60).trim(), "港".repeat(90)]);
    let newsroom = Newsroom::new().story("ferry", &long);
    let run = newsroom.build(&[]);
    assert_eq!(run.code, 0, "{}{}", run.out, run.err);
    assert_eq!(files(&newsroom.path("printed/topics")).len(), 4);
}
