//! Sitemaps, `robots.txt`, the list of feeds, and the archive.

use std::collections::BTreeSet;

use roxmltree::Document;
use serde_json::{Value, json};

use crate::page::pages;
use crate::support::{Newsroom, files, sample, story};

const BASE: &str = "https://averil-lantern.example/";

fn file(name: &str) -> String {
    std::fs::read_to_string(sample().join(name)).unwrap()
}

fn said(xml: &str, element: &str) -> Vec<String> {
    let document = Document::parse(xml).unwrap();
    let found = document
        .descendants()
        .filter(|node| node.tag_name().name() == element);
    found
        .map(|node| node.text().unwrap_or_default().to_owned())
        .collect()
}

fn dated(headline: &str, published: &str) -> Value {
    let mut story = story(headline);
    story["published"] = json!(published);
    story
}

#[test]
fn the_sitemap_names_every_page_but_the_search_page_once_and_no_other() {
    let urls = said(&file("sitemap-1.xml"), "loc");
    let pages: BTreeSet<String> = pages(sample())
        .iter()
        .filter_map(|page| page.file.strip_suffix("index.html"))
        .filter(|page| *page != "search/")
        .map(|page| format!("{BASE}{page}"))
        .collect();
    assert_eq!(urls.len(), pages.len());
    assert_eq!(urls.into_iter().collect::<BTreeSet<_>>(), pages);
}

#[test]
fn the_sitemap_index_and_robots_txt_lead_to_sitemaps_that_exist() {
    let index = said(&file("sitemap.xml"), "loc");
    assert_eq!(index.len(), 2);
    for sitemap in index {
        assert!(
            sample().join(sitemap.strip_prefix(BASE).unwrap()).exists(),
            "{sitemap}"
        );
    }
    assert!(file("robots.txt").contains(&format!("Sitemap: {BASE}sitemap.xml\n")));
}

#[test]
fn the_list_of_feeds_names_every_rss_feed_once() {
    let opml = file("feeds.opml");
    let document = Document::parse(&opml).unwrap();
    let listed: Vec<&str> = document
        .descendants()
        .filter_map(|node| node.attribute("xmlUrl"))
        .collect();
    let printed = files(sample())
        .into_keys()
        .filter(|name| name.ends_with("feed.xml"));
    let printed: BTreeSet<String> = printed.map(|name| format!("{BASE}{name}")).collect();
    assert_eq!(listed.len(), printed.len());
    assert!(listed.iter().all(|url| printed.contains(*url)));
}

#[test]
fn the_news_sitemap_holds_the_two_days_before_the_newest_story() {
    let newsroom = Newsroom::new()
        .story("today", &dated("Today", "2026-11-20T12:00:00Z"))
        .story("edge", &dated("Edge", "2026-11-18T12:00:00Z"))
        .story("old", &dated("Old", "2026-11-18T11:59:59Z"));
    assert_eq!(newsroom.build(&["--base-url", BASE]).code, 0);
    assert_eq!(
        said(&newsroom.printed("sitemap-news.xml"), "title"),
        ["Today", "Edge"]
    );
}

#[test]
fn a_story_dated_years_ahead_leaves_the_news_of_the_edition_in() {
    let newsroom = Newsroom::new()
        .paper(
            &json!({ "name": "The Quay", "language": "en", "edition": "2026-11-20",
            "sections": [{ "slug": "city", "name": "City" }] }),
        )
        .story("ahead", &dated("Ahead", "2031-01-01"))
        .story("today", &dated("Today", "2026-11-20T12:00:00Z"));
    newsroom.build(&["--base-url", BASE, "--future"]);
    assert_eq!(
        said(&newsroom.printed("sitemap-news.xml"), "title"),
        ["Today"]
    );
}

#[test]
fn a_paper_without_stories_has_no_news_sitemap_but_a_sitemap_and_an_archive() {
    let newsroom = Newsroom::new();
    assert_eq!(newsroom.build(&["--base-url", BASE]).code, 0);
    assert!(!newsroom.path("printed/sitemap-news.xml").exists());
    assert_eq!(
        said(&newsroom.printed("sitemap.xml"), "loc"),
        [format!("{BASE}sitemap-1.xml")]
    );
    assert!(
        newsroom
            .printed("archive/index.html")
            .contains("<h1>Archive</h1>")
    );
}

#[test]
fn a_story_whose_original_stands_elsewhere_is_in_no_sitemap() {
    let mut borrowed = story("Borrowed");
    borrowed["canonical"] = json!("https://elsewhere.example/");
    let newsroom = Newsroom::new()
        .story("borrowed", &borrowed)
        .story("own", &story("Own"));
    assert_eq!(newsroom.build(&["--base-url", BASE]).code, 0);
    for sitemap in ["sitemap-1.xml", "sitemap-news.xml"] {
        assert!(!newsroom.printed(sitemap).contains("borrowed"), "{sitemap}");
        assert!(
            newsroom.printed(sitemap).contains("stories/own/"),
            "{sitemap}"
        );
    }
}

#[test]
fn letters_of_other_scripts_are_percent_encoded_in_sitemaps() {
    let newsroom = Newsroom::new().story("港口", &story("Port"));
    assert_eq!(newsroom.build(&["--base-url", BASE]).code, 0);
    let urls = said(&newsroom.printed("sitemap-1.xml"), "loc");
    assert!(
        urls.contains(&format!("{BASE}stories/%E6%B8%AF%E5%8F%A3/")),
        "{urls:?}"
    );
}

#[test]
fn the_archive_leads_from_the_foot_of_a_page_to_years_months_and_stories() {
    let newsroom = Newsroom::new()
        .story("a", &story("Ferry"))
        .story("b", &dated("Tram", "2026-10-02"))
        .story("c", &dated("Bridge", "1871"));
    newsroom.build(&[]);
    let holds = |page: &str, part: &str| {
        let html = newsroom.printed(page);
        assert!(html.contains(part), "{page} lacks {part}: {html}");
    };
    holds(
        "stories/a/index.html",
        "<li><a href=\"../../archive/\">Archive</a></li>",
    );
    holds(
        "archive/index.html",
        "<a href=\"../archive/2026/\">2026</a>",
    );
    holds("archive/index.html", ">2 stories<");
    holds(
        "archive/2026/index.html",
        "<a href=\"../../archive/2026/11/\">November 2026</a>",
    );
    holds("archive/2026/index.html", ">1 story<");
    holds("archive/2026/11/index.html", "stories/a/\">Ferry</a>");
}
