//! People and topics have a page for each name, whatever address their names would make.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::page::Page;
use crate::support::{Newsroom, Run, reader, story};

const BASE: &[&str] = &["--no-search", "--base-url", "https://x.example/"];
/// Three names of one slug each.
const PEOPLE: [&str; 3] = ["陈伟", "陈薇", "Chen Wei"];
const TOPICS: [&str; 3] = ["C", "C++", "C#"];

fn by(headline: &str, name: &str) -> Value {
    let mut story = story(headline);
    story["bylines"] = json!([name]);
    story
}

fn dated(mut story: Value, date: &str) -> Value {
    story["published"] = json!(date);
    story
}

fn printed(newsroom: Newsroom) -> Newsroom {
    let run: Run = newsroom.build(BASE);
    assert_eq!(run.code, 0, "{}{}", run.out, run.err);
    newsroom
}

/// A paper with a story for each of the names and topics: `s0`, `s1`, `s2`.
fn of_one_sound() -> Newsroom {
    let stories = PEOPLE.iter().zip(TOPICS).enumerate();
    stories.fold(Newsroom::new(), |newsroom, (place, (name, topic))| {
        let mut story = by(&format!("Story {place}"), name);
        story["topics"] = json!([topic]);
        newsroom.story(&format!("s{place}"), &story)
    })
}

/// The address that a story's page has for its author or its topic.
fn address(newsroom: &Newsroom, slug: &str, link: &str) -> String {
    let page = newsroom.printed(&format!("stories/{slug}/index.html"));
    let page = Page::read(slug, &page);
    let href = page.attribute(link, "href");
    href.trim_start_matches("../").to_owned()
}

fn author(newsroom: &Newsroom, slug: &str) -> String {
    address(newsroom, slug, "a[rel=author]")
}

fn topic(newsroom: &Newsroom, slug: &str) -> String {
    address(newsroom, slug, ".topics a")
}

#[test]
fn each_of_several_names_of_one_sound_has_a_page_and_feeds_with_its_stories_alone() {
    let newsroom = printed(of_one_sound());
    for (place, (name, about)) in PEOPLE.iter().zip(TOPICS).enumerate() {
        let slug = format!("s{place}");
        for (list, heading) in [
            (author(&newsroom, &slug), *name),
            (topic(&newsroom, &slug), about),
        ] {
            let page = Page::read(&list, &newsroom.printed(&format!("{list}index.html")));
            assert_eq!(page.words("h1"), heading);
            assert_eq!(page.words(".stories h2"), format!("Story {place}"));
            let feed = newsroom.printed(&format!("{list}feed.xml"));
            assert_eq!(feed.matches("<item>").count(), 1, "{list}");
            assert!(feed.contains(&format!("Story {place}")), "{list}");
        }
    }
}

#[test]
fn everything_that_leads_to_a_name_leads_to_one_address() {
    let mut asks = story("Who asks");
    asks["body"] = json!([{ "paragraph": [
        { "link": { "href": "author:陈薇", "text": "her" } },
        { "link": { "href": "topic:C++", "text": "it" } },
    ] }]);
    let newsroom = printed(of_one_sound().story("asks", &asks));
    let (author, topic) = (author(&newsroom, "s1"), topic(&newsroom, "s1"));
    let asking = newsroom.printed("stories/asks/index.html");
    let (sitemap, list) = (
        newsroom.printed("sitemap-1.xml"),
        newsroom.printed("feeds.opml"),
    );
    for address in [&author, &topic] {
        assert!(
            asking.contains(&format!("href=\"../../{address}\"")),
            "{address}"
        );
        let url = format!("https://x.example/{address}");
        assert!(sitemap.contains(&format!("<loc>{url}</loc>")), "{address}");
        assert!(
            list.contains(&format!("xmlUrl=\"{url}feed.xml\"")),
            "{address}"
        );
        let data: Value =
            serde_json::from_str(&newsroom.printed(&format!("{address}index.json"))).unwrap();
        assert_eq!(data["address"], json!(address));
    }
    let data: Value = serde_json::from_str(&newsroom.printed("stories/s1/index.json")).unwrap();
    let content = &data["content"]["story"];
    assert_eq!(content["topics"][0]["address"], json!(topic));
    assert_eq!(content["story"]["bylines"][0]["address"], json!(author));
    let url = format!("https://x.example/{author}");
    let feed: Value = serde_json::from_str(&newsroom.printed("feed.json")).unwrap();
    let items = feed["items"].as_array().unwrap();
    let own = items
        .iter()
        .find(|item| item["title"] == "Story 1")
        .unwrap();
    assert_eq!(own["authors"][0]["url"], json!(url));
    let page = newsroom.printed("stories/s1/index.html");
    assert!(page.contains(&format!("\"url\":\"{url}\"")), "JSON-LD");
}

#[test]
fn the_search_index_tells_names_of_one_sound_apart() {
    let newsroom = of_one_sound();
    let run = newsroom.build(&["--reader", reader().to_str().unwrap()]);
    assert_eq!(run.code, 0, "{}{}", run.out, run.err);
    let filters = crate::search::filters(&newsroom.path("printed"));
    for (place, (name, topic)) in PEOPLE.iter().zip(TOPICS).enumerate() {
        let own = &filters[&format!("Story {place}")];
        assert_eq!(own["author"], json!([name]));
        assert_eq!(own["topic"], json!([topic]));
    }
}

#[test]
fn the_page_of_a_name_stays_where_it_is_when_another_of_its_sound_comes() {
    let first = || dated(by("First", "陈薇"), "2025-01-01T00:00:00Z");
    let alone = printed(Newsroom::new().story("first", &first()));
    assert_eq!(author(&alone, "first"), "authors/chen-wei/");
    let both = printed(
        Newsroom::new()
            .story("first", &first())
            .story("a-second", &by("Second", "陈伟")),
    );
    assert_eq!(author(&both, "first"), "authors/chen-wei/");
    let second = author(&both, "a-second");
    let more = printed(
        Newsroom::new()
            .story("first", &first())
            .story("a-second", &by("Second", "陈伟"))
            .story("a-third", &by("Third", "Chen Wei"))
            .story("0", &dated(by("Fourth", "陈伟"), "2026-12-01T00:00:00Z")),
    );
    assert_eq!(author(&more, "a-second"), second);
    assert_eq!(author(&more, "0"), second);
}

#[test]
fn a_name_in_other_letters_spaces_or_normal_form_is_the_same_name() {
    let paper = json!({
        "name": "The Quay", "language": "en",
        "sections": [{ "slug": "city", "name": "City" }],
        "authors": [{ "name": "zoe\u{308} çelik", "role": "Pilot" }],
        "navigation": [{ "text": "Her", "href": "author:ZOË ÇELIK" }],
    });
    let newsroom = printed(
        Newsroom::new()
            .paper(&paper)
            .story("a", &by("A", "Zoë Çelik"))
            .story("b", &by("B", "ZOE\u{308}  C\u{327}ELIK")),
    );
    let addresses = BTreeSet::from([author(&newsroom, "a"), author(&newsroom, "b")]);
    assert_eq!(
        addresses.into_iter().collect::<Vec<_>>(),
        ["authors/zoe-celik/"]
    );
    let page = Page::read("zoe", &newsroom.printed("authors/zoe-celik/index.html"));
    assert_eq!(page.all(".stories h2").len(), 2);
    for story in ["a", "b"] {
        let html = newsroom.printed(&format!("stories/{story}/index.html"));
        assert!(html.contains("Pilot"), "{story} does not say what she does");
        assert!(
            html.contains("href=\"../../authors/zoe-celik/\">Her"),
            "{story}"
        );
    }
}

#[test]
fn lists_with_the_names_of_parts_of_addresses_have_pages_and_feeds_of_their_own() {
    let paper = json!({
        "name": "The Quay", "language": "en", "page_size": 1,
        "sections": [{ "slug": "page", "name": "Page" }],
    });
    let names = [
        "Page",
        "Index",
        "Index.html",
        "Feed",
        "Feed.xml",
        "Topics",
        "Authors",
        "2",
    ];
    let newsroom = names
        .iter()
        .fold(Newsroom::new().paper(&paper), |newsroom, name| {
            let mut story = by(&format!("On {name}"), name);
            story["section"] = json!("page");
            story["topics"] = json!([name]);
            let slug = name.to_lowercase();
            newsroom.story(&slug, &story)
        });
    let newsroom = printed(newsroom);
    for name in names {
        let slug = name.to_lowercase();
        for list in [author(&newsroom, &slug), topic(&newsroom, &slug)] {
            let page = Page::read(&list, &newsroom.printed(&format!("{list}index.html")));
            assert_eq!(page.words(".stories h2"), format!("On {name}"));
            assert_eq!(
                page.attribute("link[title=RSS]", "href"),
                "feed.xml",
                "{list}"
            );
            assert!(
                newsroom
                    .printed(&format!("{list}feed.xml"))
                    .contains(&format!("On {name}"))
            );
        }
    }
    let feed_of = |page: &str| {
        let page = Page::read(
            page,
            &newsroom.printed(&format!("sections/page/{page}index.html")),
        );
        page.attribute("link[title=RSS]", "href").to_owned()
    };
    assert_eq!(
        [feed_of(""), feed_of("page/2/")],
        ["feed.xml", "../../feed.xml"]
    );
}

#[test]
fn two_sections_of_one_name_are_told_apart_where_they_are_listed() {
    let paper = json!({
        "name": "The Quay", "language": "en",
        "sections": [{ "slug": "city", "name": "News" }, { "slug": "country", "name": "News" }],
    });
    let mut there = story("Out there");
    there["section"] = json!("country");
    let newsroom = Newsroom::new()
        .paper(&paper)
        .story("here", &story("In town"))
        .story("there", &there);
    let run = newsroom.build(&[
        "--base-url",
        "https://x.example/",
        "--reader",
        reader().to_str().unwrap(),
    ]);
    assert_eq!(run.code, 0, "{}{}", run.out, run.err);
    let filters = crate::search::filters(&newsroom.path("printed"));
    assert_eq!(filters["In town"]["section"], json!(["News (city)"]));
    assert_eq!(filters["Out there"]["section"], json!(["News (country)"]));
    let list = newsroom.printed("feeds.opml");
    assert!(
        list.contains("text=\"News (country) – The Quay\""),
        "{list}"
    );
}

#[test]
fn a_name_of_letters_that_nobody_romanises_has_a_page() {
    let newsroom = printed(
        Newsroom::new()
            .story("a", &by("A", "𡁐𡧚"))
            .story("b", &by("B", "𓂊")),
    );
    for (slug, name) in [("a", "𡁐𡧚"), ("b", "𓂊")] {
        let list = author(&newsroom, slug);
        let page = Page::read(&list, &newsroom.printed(&format!("{list}index.html")));
        assert_eq!(page.words("h1"), name);
    }
}
