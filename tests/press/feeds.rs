//! Feeds carry the newest stories, whole, to those who follow the paper elsewhere.

use feed_rs::model::{Feed, FeedType};
use serde_json::{Value, json};
use walkdir::WalkDir;

use crate::page::Page;
use crate::support::{Newsroom, story};

const BASE: &[&str] = &["--base-url", "https://x.example/news/"];
const FILES: [&str; 3] = ["feed.xml", "atom.xml", "feed.json"];

fn told() -> Value {
    let mut ferry = story("The ferry is back");
    ferry["standfirst"] = json!("She sails at noon.");
    ferry["bylines"] = json!(["Ines Calder"]);
    ferry["topics"] = json!(["Harbour"]);
    ferry["updated"] = json!("2026-11-20T10:00:00Z");
    ferry
}

fn printed(story: &Value) -> Newsroom {
    let newsroom = Newsroom::new().story("ferry", story);
    let run = newsroom.build(BASE);
    assert_eq!(run.code, 0, "{}{}", run.out, run.err);
    newsroom
}

fn feed(newsroom: &Newsroom, file: &str) -> Feed {
    let text = newsroom.printed(file);
    feed_rs::parser::parse(text.as_bytes()).unwrap_or_else(|error| panic!("{file}: {error}"))
}

#[test]
fn the_paper_and_every_section_topic_and_author_have_a_feed_in_three_formats() {
    let newsroom = printed(&told());
    for list in [
        "",
        "sections/city/",
        "topics/harbour/",
        "authors/ines-calder/",
    ] {
        let formats = FILES.map(|file| feed(&newsroom, &format!("{list}{file}")).feed_type);
        assert_eq!(
            formats,
            [FeedType::RSS2, FeedType::Atom, FeedType::JSON],
            "{list}"
        );
    }
}

#[test]
fn a_story_in_a_feed_says_what_its_page_says() {
    let newsroom = printed(&told());
    for file in FILES {
        let feed = feed(&newsroom, file);
        let entry = &feed.entries[0];
        let text =
            |text: &Option<feed_rs::model::Text>| text.as_ref().map(|text| text.content.clone());
        let url = "https://x.example/news/stories/ferry/";
        assert_eq!(entry.id, url, "{file}");
        assert_eq!(
            text(&entry.title).as_deref(),
            Some("The ferry is back"),
            "{file}"
        );
        assert_eq!(
            text(&entry.summary).as_deref(),
            Some("She sails at noon."),
            "{file}"
        );
        assert_eq!(
            entry.published.unwrap().to_rfc3339(),
            "2026-11-20T08:30:00+00:00",
            "{file}"
        );
        assert!(entry.links.iter().any(|link| link.href == url), "{file}");
        let tags: Vec<&str> = entry
            .categories
            .iter()
            .map(|tag| tag.term.as_str())
            .collect();
        assert_eq!(tags, ["City", "Harbour"], "{file}");
    }
}

#[test]
fn the_last_change_of_a_story_is_that_of_its_feed() {
    let feed = feed(&printed(&told()), "atom.xml");
    assert_eq!(feed.updated, feed.entries[0].updated);
    assert_eq!(
        feed.updated.unwrap().to_rfc3339(),
        "2026-11-20T10:00:00+00:00"
    );
}

#[test]
fn a_feed_carries_the_whole_story_with_absolute_addresses() {
    let mut ferry = told();
    ferry["body"] = json!([
        "Back.",
        { "paragraph": [{ "link": { "href": "section:city", "text": "More" } }] },
        { "embed": { "href": "https://video.example/1", "title": "The film" } },
    ]);
    let newsroom = printed(&ferry);
    for file in FILES {
        let feed = feed(&newsroom, file);
        let content = feed.entries[0].content.as_ref().unwrap();
        let html = content.body.as_ref().unwrap();
        assert!(html.contains("<p>Back.</p>"), "{file}: {html}");
        let link = "<a href=\"https://x.example/news/sections/city/\">More</a>";
        assert!(html.contains(link), "{file}: {html}");
        assert!(
            html.contains("<a href=\"https://video.example/1\">The film</a>"),
            "{file}"
        );
        assert!(!html.contains("<button"), "{file}");
    }
}

#[test]
fn texts_that_would_break_xml_come_through() {
    let hostile = "]]> & <b> \u{1f41f} \u{5d0}\u{200f} \u{b}\u{ffff}end";
    let legal = "]]> & <b> \u{1f41f} \u{5d0}\u{200f} end";
    let mut ferry = told();
    ferry["headline"] = json!(hostile);
    ferry["standfirst"] = json!(hostile);
    ferry["body"] = json!([hostile]);
    let newsroom = printed(&ferry);
    for file in FILES {
        let feed = feed(&newsroom, file);
        let html = feed.entries[0]
            .content
            .as_ref()
            .unwrap()
            .body
            .clone()
            .unwrap();
        assert!(
            html.contains("]]&gt; &amp; &lt;b&gt; \u{1f41f}"),
            "{file}: {html}"
        );
    }
    let atom = feed(&newsroom, "atom.xml");
    assert_eq!(atom.entries[0].title.as_ref().unwrap().content, legal);
}

#[test]
fn a_feed_holds_the_newest_stories_newest_first() {
    let mut newsroom = Newsroom::new();
    for day in 1..=25 {
        let mut one = story(&format!("Day {day}"));
        one["published"] = json!(format!("2026-10-{day:02}"));
        newsroom = newsroom.story(&format!("day-{day}"), &one);
    }
    assert_eq!(newsroom.build(BASE).code, 0);
    for file in FILES {
        let feed = feed(&newsroom, file);
        let titles = feed
            .entries
            .iter()
            .map(|entry| entry.title.clone().unwrap().content);
        let expected: Vec<String> = (6..=25).rev().map(|day| format!("Day {day}")).collect();
        assert_eq!(titles.collect::<Vec<_>>(), expected, "{file}");
    }
}

#[test]
fn a_page_of_a_list_names_its_feeds() {
    let newsroom = printed(&told());
    for list in ["", "sections/city/"] {
        let page = Page::read(list, &newsroom.printed(&format!("{list}index.html")));
        let links = page.all("link[rel=alternate][type]");
        let hrefs: Vec<&str> = links
            .iter()
            .map(|link| link.attr("href").unwrap())
            .collect();
        assert_eq!(hrefs, FILES);
    }
}

#[test]
fn all_feeds_are_listed_for_programs_that_follow_several() {
    let list = printed(&told()).printed("feeds.opml");
    for url in [
        "feed.xml",
        "sections/city/feed.xml",
        "topics/harbour/feed.xml",
    ] {
        assert!(
            list.contains(&format!("xmlUrl=\"https://x.example/news/{url}\"")),
            "{list}"
        );
    }
}

#[test]
fn a_list_without_stories_has_no_feed() {
    let newsroom = Newsroom::new();
    assert_eq!(newsroom.build(BASE).code, 0);
    assert!(!newsroom.path("printed/feed.xml").exists());
    assert!(!newsroom.path("printed/sections/city/feed.xml").exists());
}

#[test]
fn without_a_base_url_there_are_no_feeds_and_the_build_says_so() {
    let newsroom = Newsroom::new().story("ferry", &told());
    let run = newsroom.build(&[]);
    assert_eq!(run.code, 0);
    assert!(run.err.contains("no feeds"), "{}", run.err);
    let feeds = WalkDir::new(newsroom.path("printed"))
        .into_iter()
        .map(Result::unwrap);
    let feeds = feeds.filter(|entry| FILES.contains(&entry.file_name().to_str().unwrap()));
    assert_eq!(feeds.count(), 0);
}

#[test]
fn a_page_of_another_site_inside_a_box_is_a_link_too() {
    let embed = json!({ "embed": { "href": "https://video.example/1", "title": "The film" } });
    let mut ferry = told();
    ferry["body"] = json!([{ "fact_box": { "title": "Seen", "body": [embed] } }]);
    let newsroom = printed(&ferry);
    for file in FILES {
        let feed = feed(&newsroom, file);
        let html = feed.entries[0].content.as_ref().unwrap().body.as_ref();
        let html = html.unwrap();
        assert!(!html.contains("<button"), "{file}: {html}");
        assert!(
            html.contains("<a href=\"https://video.example/1\">The film</a>"),
            "{file}"
        );
    }
}

#[test]
fn a_footnote_leads_to_the_page_of_its_story() {
    let mut ferry = told();
    ferry["body"] = json!([
        { "paragraph": ["Back.", { "footnote": "one" }] },
        { "footnotes": [{ "id": "one", "text": "At last." }] },
    ]);
    let newsroom = printed(&ferry);
    for file in FILES {
        let feed = feed(&newsroom, file);
        let html = feed.entries[0].content.as_ref().unwrap().body.as_ref();
        let html = html.unwrap();
        let link = "href=\"https://x.example/news/stories/ferry/#note-one\"";
        assert!(html.contains(link), "{file}: {html}");
        assert!(!html.contains("href=\"#"), "{file}: {html}");
    }
}

#[test]
fn later_pages_of_a_list_name_the_feeds_beside_the_first() {
    let newsroom = Newsroom::new()
        .paper(
            &json!({ "name": "The Quay", "language": "en", "page_size": 1,
            "sections": [{ "slug": "city", "name": "City" }] }),
        )
        .story("a", &story("A"))
        .story("b", &story("B"));
    newsroom.build(BASE);
    let html = newsroom.printed("sections/city/page/2/index.html");
    assert!(html.contains("href=\"../../feed.xml\""), "{html}");
    assert!(
        !newsroom
            .printed("archive/2026/11/index.html")
            .contains("feed.xml")
    );
}

#[test]
fn a_story_cannot_take_the_place_of_a_feed_an_index_or_the_archive() {
    let newsroom = Newsroom::new()
        .paper(
            &json!({ "name": "The Quay", "language": "en", "permalinks": "/:slug/",
            "sections": [{ "slug": "city", "name": "City" }] }),
        )
        .story("feed.xml", &story("Feed"))
        .story("archive", &story("Archive"))
        .story("robots.txt", &story("Robots"))
        .story("sitemap-3.xml", &story("Sitemap"));
    let run = newsroom.build(BASE);
    assert_eq!(run.code, 1);
    let refused = run.out.matches("is the address of another page").count();
    assert_eq!(refused, 4, "{}", run.out);
}
