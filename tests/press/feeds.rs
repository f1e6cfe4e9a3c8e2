//! Feeds: what a feed reader gets, read back with a parser that feed readers use.

use feed_rs::model::{Entry, Feed};
use feed_rs::parser;
use scraper::{Html, Selector};
use serde_json::{Value, json};

use crate::support::{Newsroom, files, sample, story};

const BASE: &str = "https://quay.example/news/";

fn read(text: &str) -> Feed {
    parser::parse(text.as_bytes()).unwrap_or_else(|error| panic!("{error}: {text}"))
}

fn printed(newsroom: &Newsroom) -> [Feed; 3] {
    let run = newsroom.build(&["--base-url", BASE]);
    assert_eq!(run.code, 0, "{}{}", run.out, run.err);
    ["feed.xml", "atom.xml", "feed.json"].map(|file| read(&newsroom.printed(file)))
}

fn titles(feed: &Feed) -> Vec<&str> {
    let titles = feed.entries.iter().map(|entry| entry.title.as_ref());
    titles
        .map(|title| title.unwrap().content.as_str())
        .collect()
}

/// RSS and JSON Feed keep the whole story in one place, Atom in another.
fn html(entry: &Entry) -> &str {
    entry.content.as_ref().unwrap().body.as_ref().unwrap()
}

fn with(headline: &str, fields: Value) -> Value {
    let mut story = story(headline);
    let own = story.as_object_mut().unwrap();
    own.extend(fields.as_object().unwrap().clone());
    story
}

/// Every feed of the sample paper, by its address.
fn all() -> Vec<(String, Feed)> {
    let files = files(sample()).into_iter();
    let feeds = files.filter(|(name, _)| newsprint::press::feeds::address::page_of(name).is_some());
    feeds
        .map(|(name, bytes)| {
            let feed = parser::parse(bytes.as_slice());
            (
                name.clone(),
                feed.unwrap_or_else(|error| panic!("{name}: {error}")),
            )
        })
        .collect()
}

#[test]
fn front_page_sections_topics_and_authors_have_a_feed_in_each_format() {
    for file in files(sample()).keys() {
        let Some(folder) = file.strip_suffix("index.html") else {
            continue;
        };
        let steps: Vec<&str> = folder.split_terminator('/').collect();
        let expected = match steps.as_slice() {
            [] => true,
            [list, _] => ["sections", "topics", "authors"].contains(list),
            _ => false,
        };
        for name in ["feed.xml", "atom.xml", "feed.json"] {
            assert_eq!(
                sample().join(folder).join(name).exists(),
                expected,
                "{folder}{name}"
            );
        }
    }
}

#[test]
fn no_feed_holds_more_stories_than_it_says_and_the_newest_come_first() {
    for (name, feed) in all() {
        assert!(
            feed.entries.len() <= newsprint::press::feeds::NEWEST,
            "{name}"
        );
        let dates: Vec<_> = feed
            .entries
            .iter()
            .map(|entry| entry.published.unwrap())
            .collect();
        assert!(dates.is_sorted_by(|one, next| one >= next), "{name}");
    }
}

#[test]
fn a_feed_carries_the_whole_story_with_absolute_addresses_and_nothing_that_runs() {
    for (name, feed) in all() {
        for entry in &feed.entries {
            let html = Html::parse_fragment(html(entry));
            let found = |selector: &str| html.select(&Selector::parse(selector).unwrap()).count();
            assert_ne!(found("p"), 0, "{name}: {}", entry.id);
            assert_eq!(
                found("script, style, iframe, object, form, button"),
                0,
                "{name}: {}",
                entry.id
            );
            for element in html.select(&Selector::parse("*").unwrap()) {
                for (attribute, value) in element.value().attrs() {
                    assert!(
                        !attribute.starts_with("on") && attribute != "style",
                        "{name}: {attribute}"
                    );
                    if matches!(attribute, "href" | "src" | "poster") {
                        let whole = ["https:", "http:", "mailto:", "tel:"];
                        assert!(
                            whole.iter().any(|scheme| value.starts_with(scheme)),
                            "{name}: {value}"
                        );
                    }
                }
            }
        }
    }
}

#[test]
fn a_story_is_the_same_in_all_formats() {
    let newsroom = Newsroom::new().story(
        "ferry",
        &with(
            "Ferry & <harbour> 🚢 ميناء",
            json!({ "standfirst": "It is back.", "bylines": ["Ines Calder"], "topics": ["Rock & \"Roll\" <3"],
                    "updated": "2026-11-21T09:00:00+01:00" }),
        ),
    );
    for feed in printed(&newsroom) {
        let [entry] = feed.entries.as_slice() else {
            panic!("{feed:?}")
        };
        assert_eq!(titles(&feed), ["Ferry & <harbour> 🚢 ميناء"]);
        assert_eq!(entry.id, format!("{BASE}stories/ferry/"));
        assert_eq!(entry.links[0].href, entry.id);
        assert_eq!(entry.authors[0].name.as_deref(), Some("Ines Calder"));
        let tags: Vec<&str> = entry
            .categories
            .iter()
            .map(|tag| tag.term.as_str())
            .collect();
        assert_eq!(tags, ["City", "Rock & \"Roll\" <3"]);
        assert_eq!(
            entry.published.unwrap().to_rfc3339(),
            "2026-11-20T08:30:00+00:00"
        );
        assert!(html(entry).contains("<p>The ferry is back.</p>"));
        let summary = entry
            .summary
            .as_ref()
            .map(|summary| summary.content.as_str());
        assert_eq!(summary, Some("It is back."));
    }
    for file in ["atom.xml", "feed.json", "feed.xml"] {
        assert!(
            newsroom.printed(file).contains("2026-11-21T08:00:00Z"),
            "{file}"
        );
    }
}

#[test]
fn control_characters_and_the_end_of_cdata_in_a_story_leave_its_feeds_whole() {
    let newsroom = Newsroom::new().story(
        "odd",
        &with(
            "A\u{8} bell",
            json!({ "body": ["one \u{1b}two ]]> three \u{fffe}<b>"] }),
        ),
    );
    let [rss, atom, _] = printed(&newsroom);
    for feed in [rss, atom] {
        assert_eq!(titles(&feed), ["A bell"]);
        assert!(html(&feed.entries[0]).contains("one two ]]&gt; three &lt;b&gt;"));
    }
}

#[test]
fn a_page_of_another_site_is_a_link_in_a_feed() {
    let embed = json!({ "embed": { "href": "https://films.example/1", "title": "The film" } });
    let newsroom = Newsroom::new().story("film", &with("Film", json!({ "body": [embed] })));
    for feed in printed(&newsroom) {
        let html = html(&feed.entries[0]);
        assert!(
            html.contains("<p><a href=\"https://films.example/1\">The film</a></p>"),
            "{html}"
        );
    }
}

#[test]
fn a_paper_without_stories_has_feeds_without_entries() {
    for feed in printed(&Newsroom::new()) {
        assert_eq!(feed.entries.len(), 0);
        assert_eq!(feed.title.unwrap().content, "The Quay");
    }
}

#[test]
fn a_feed_is_as_old_as_its_newest_change_whenever_it_was_printed() {
    let newsroom = Newsroom::new()
        .story(
            "old",
            &with(
                "Old",
                json!({ "published": "2026-11-01", "updated": "2026-11-25" }),
            ),
        )
        .story("new", &story("New"));
    for feed in printed(&newsroom).into_iter().take(2) {
        assert_eq!(
            feed.updated.unwrap().to_rfc3339(),
            "2026-11-25T00:00:00+00:00"
        );
    }
}

#[test]
fn stories_of_the_same_moment_stand_in_the_order_of_their_slugs() {
    let newsroom = Newsroom::new()
        .story("b", &story("Second"))
        .story("a", &story("First"));
    for feed in printed(&newsroom) {
        assert_eq!(titles(&feed), ["First", "Second"]);
    }
}

#[test]
fn a_paper_without_a_base_url_is_told_that_it_has_no_feeds() {
    let newsroom = Newsroom::new().story("ferry", &story("Ferry"));
    let run = newsroom.build(&[]);
    assert_eq!(run.code, 0);
    assert!(
        run.err.contains("no base URL, so feeds and sitemaps"),
        "{}",
        run.err
    );
    for file in [
        "feed.xml",
        "feeds.opml",
        "sitemap.xml",
        "sections/city/atom.xml",
    ] {
        assert!(!newsroom.path("printed").join(file).exists(), "{file}");
    }
    assert!(!newsroom.printed("index.html").contains("rel=\"alternate\""));
    assert!(!newsroom.printed("robots.txt").contains("Sitemap"));
}

#[test]
fn lists_name_their_feeds_in_the_head_and_stories_do_not() {
    let newsroom = Newsroom::new()
        .paper(
            &json!({ "name": "The Quay", "language": "en", "page_size": 1,
            "sections": [{ "slug": "city", "name": "City" }] }),
        )
        .story("a", &story("A"))
        .story("b", &story("B"));
    printed(&newsroom);
    let link = |folder: &str| format!("title=\"City (RSS)\" href=\"{folder}feed.xml\"");
    assert!(
        newsroom
            .printed("sections/city/index.html")
            .contains(&link(""))
    );
    assert!(
        newsroom
            .printed("sections/city/page/2/index.html")
            .contains(&link("../../"))
    );
    assert!(
        newsroom
            .printed("index.html")
            .contains("type=\"application/feed+json\"")
    );
    assert!(
        !newsroom
            .printed("stories/a/index.html")
            .contains("rel=\"alternate\"")
    );
}

#[test]
fn a_story_cannot_take_the_place_of_a_feed() {
    let newsroom = Newsroom::new()
        .paper(
            &json!({ "name": "The Quay", "language": "en", "permalinks": "/:slug/",
            "sections": [{ "slug": "city", "name": "City" }] }),
        )
        .story("feed.xml", &story("Feed"))
        .story("archive", &story("Archive"))
        .story("robots.txt", &story("Robots"));
    let run = newsroom.build(&["--base-url", BASE]);
    assert_eq!(run.code, 1);
    assert_eq!(
        run.out.matches("is the address of another page").count(),
        3,
        "{}",
        run.out
    );
}
