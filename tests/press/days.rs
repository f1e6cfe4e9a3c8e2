//! A day is the same day in all that is printed: that of the paper's clock.

use serde_json::{Value, json};

use crate::page::Page;
use crate::support::{Newsroom, reader, story};

const BASE: &str = "https://quay.example/";

fn paper(zone: &str) -> Value {
    json!({
        "name": "The Quay",
        "language": "en-GB",
        "time_zone": zone,
        "permalinks": "/:year/:month/:day/:slug/",
        "sections": [{ "slug": "city", "name": "City" }],
    })
}

/// A printed paper of one story.
fn printed(zone: &str, change: impl FnOnce(&mut Value)) -> Newsroom {
    let mut ferry = story("The ferry is back");
    change(&mut ferry);
    let newsroom = Newsroom::new().paper(&paper(zone)).story("ferry", &ferry);
    let run = newsroom.build(&["--base-url", BASE, "--no-search"]);
    assert_eq!(run.code, 0, "{}{}", run.out, run.err);
    newsroom
}

fn published(zone: &str, date: &str) -> Newsroom {
    printed(zone, |story| story["published"] = json!(date))
}

fn page(newsroom: &Newsroom, file: &str) -> Page {
    Page::read(file, &newsroom.printed(file))
}

/// What stands between two texts in a file.
fn between(newsroom: &Newsroom, file: &str, before: &str, after: &str) -> String {
    let text = newsroom.printed(file);
    let (_, rest) = text
        .split_once(before)
        .unwrap_or_else(|| panic!("no {before} in {file}"));
    rest.split_once(after).unwrap().0.to_owned()
}

/// When the story appeared, as feeds, search engines and link previews are told.
fn told(newsroom: &Newsroom, address: &str) -> Vec<String> {
    let html = format!("{address}index.html");
    let json = |file: &str| between(newsroom, file, "\"date_published\":\"", "\"");
    let preview = page(newsroom, &html);
    vec![
        between(newsroom, "feed.xml", "<pubDate>", "<"),
        between(newsroom, "atom.xml", "<published>", "<"),
        json("feed.json"),
        between(newsroom, "sitemap-news.xml", "<news:publication_date>", "<"),
        between(newsroom, &html, "\"datePublished\":\"", "\""),
        preview
            .attribute("meta[property='article:published_time']", "content")
            .to_owned(),
    ]
}

#[test]
fn a_story_stands_under_the_day_that_its_page_says() {
    // In Tokyo the first of December has begun.
    let newsroom = published("Asia/Tokyo", "2026-11-30T20:00:00Z");
    let page = page(&newsroom, "2026/12/01/ferry/index.html");
    assert_eq!(page.words(".dates time"), "1 December 2026 at 05:00");
    assert!(
        newsroom
            .printed("archive/2026/12/index.html")
            .contains("2026/12/01/ferry/")
    );
    assert!(!newsroom.path("printed/archive/2026/11").exists());
}

#[test]
fn lists_and_the_masthead_say_the_day_that_the_page_says() {
    let newsroom = published("Asia/Tokyo", "2026-11-30T20:00:00Z");
    let front = page(&newsroom, "index.html");
    assert_eq!(front.words(".teaser .when time"), "1 December 2026");
    assert_eq!(
        front.words(".masthead .edition time"),
        "Tuesday, 1 December 2026"
    );
    assert_eq!(
        front.attribute(".masthead .edition time", "datetime"),
        "2026-12-01"
    );
}

#[test]
fn feeds_search_engines_and_link_previews_are_told_the_day_that_the_page_says() {
    let newsroom = published("Asia/Tokyo", "2026-11-30T20:00:00Z");
    let moment = "2026-12-01T05:00:00+09:00";
    let wanted = [&["Tue, 1 Dec 2026 05:00:00 +0900"][..], &[moment; 5]].concat();
    assert_eq!(told(&newsroom, "2026/12/01/ferry/"), wanted);
}

#[test]
fn a_day_without_a_time_is_the_same_instant_in_everything() {
    let newsroom = published("America/New_York", "2026-11-20");
    let moment = "2026-11-20T00:00:00-05:00";
    let wanted = [&["Fri, 20 Nov 2026 00:00:00 -0500"][..], &[moment; 5]].concat();
    assert_eq!(told(&newsroom, "2026/11/20/ferry/"), wanted);
    let changed = between(&newsroom, "sitemap-1.xml", "<lastmod>", "<");
    assert_eq!(changed, "2026-11-20T05:00:00Z");
}

#[test]
fn the_machines_form_of_each_date_of_a_story_begins_with_the_day_in_words() {
    let late = |day| format!("2026-11-{day}T20:00:00Z");
    let newsroom = printed("Asia/Tokyo", |story| {
        story["published"] = json!(late(10));
        story["updated"] = json!(late(11));
        story["corrections"] = json!([{ "date": late(12), "text": "At one." }]);
        story["live"] = json!(true);
        story["body"] = json!([
            { "update": { "date": late(13), "body": ["She is in."] } },
            { "timeline": { "title": "Crossings", "entries": [{ "date": late(14), "title": "Out" }] } },
        ]);
    });
    let page = page(&newsroom, "2026/11/11/ferry/index.html");
    let mut said: Vec<(String, String)> = page
        .all("article time")
        .into_iter()
        .map(|time| {
            (
                time.attr("datetime").unwrap()[..10].to_owned(),
                time.text().collect(),
            )
        })
        .collect();
    said.sort();
    let wanted = [11, 12, 13, 14, 15].map(|day| {
        (
            format!("2026-11-{day}"),
            format!("{day} November 2026 at 05:00"),
        )
    });
    assert_eq!(said, wanted);
}

#[test]
fn an_entry_of_a_live_story_has_one_id_whatever_the_clock_of_the_paper() {
    let update = json!([{ "update": { "date": "2026-11-20T20:00:00Z", "body": ["She is in."] } }]);
    for (zone, address) in [("Asia/Tokyo", "2026/11/20"), ("UTC", "2026/11/20")] {
        let newsroom = printed(zone, |story| story["body"] = update.clone());
        let page = page(&newsroom, &format!("{address}/ferry/index.html"));
        assert_eq!(
            page.attribute(".update", "id"),
            "2026-11-20t20-00-00z",
            "{zone}"
        );
    }
}

#[test]
fn a_paper_without_a_zone_has_the_day_of_the_clock_that_a_date_was_written_by() {
    let newsroom = published("", "2026-12-01T05:00:00+09:00");
    let page = page(&newsroom, "2026/12/01/ferry/index.html");
    assert_eq!(page.words(".dates time"), "1 December 2026 at 05:00");
    let moment = "2026-12-01T05:00:00+09:00";
    let wanted = [&["Tue, 1 Dec 2026 05:00:00 +0900"][..], &[moment; 5]].concat();
    assert_eq!(told(&newsroom, "2026/12/01/ferry/"), wanted);
}

#[test]
fn a_search_is_narrowed_to_the_year_that_the_page_says() {
    let mut ferry = story("The ferry is back");
    ferry["published"] = json!("2025-12-31T20:00:00Z");
    let newsroom = Newsroom::new()
        .paper(&paper("Asia/Tokyo"))
        .story("ferry", &ferry);
    assert_eq!(
        newsroom
            .build(&["--reader", reader().to_str().unwrap()])
            .code,
        0
    );
    let filters = crate::search::filters(&newsroom.path("printed"));
    assert_eq!(filters["The ferry is back"]["year"], json!(["2026"]));
}

#[test]
fn which_of_two_days_came_first_is_told_by_the_clock_of_the_paper() {
    // In Tokyo the story was updated on the day that it was published; in New York, on the day after.
    let check = |zone: &str, published: &str, updated: &str| {
        let mut ferry = story("The ferry is back");
        ferry["published"] = json!(published);
        ferry["updated"] = json!(updated);
        let newsroom = Newsroom::new().paper(&paper(zone)).story("ferry", &ferry);
        let run = newsroom.build(&["--no-search"]);
        run.out.contains("updated before it was published")
    };
    assert!(check("Asia/Tokyo", "2026-11-19T20:00:00Z", "2026-11-19"));
    assert!(!check(
        "America/New_York",
        "2026-11-19T20:00:00Z",
        "2026-11-19"
    ));
}
