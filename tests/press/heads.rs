//! What a page says of itself to browsers, link previews, search engines and archives.

use std::path::Path;

use serde_json::{Value, json};

use crate::page::Page;
use crate::support::{Newsroom, story};

const BASE: &[&str] = &["--base-url", "https://x.example/news/"];

fn newsroom(story: &Value) -> Newsroom {
    Newsroom::new().story("ferry", story)
}

/// The page of the one story, printed with these arguments.
fn printed(story: &Value, arguments: &[&str]) -> Page {
    let newsroom = newsroom(story);
    let run = newsroom.build(arguments);
    assert_eq!(run.code, 0, "{}", run.err);
    Page::read("ferry", &newsroom.printed("stories/ferry/index.html"))
}

fn property(page: &Page, name: &str) -> String {
    page.attribute(&format!("meta[property='{name}']"), "content")
        .to_owned()
}

/// The things that a page's JSON-LD tells of, by their type.
fn things(page: &Page) -> Vec<Value> {
    let text = page.words("script[type='application/ld+json']");
    let document: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(document["@context"], "https://schema.org");
    document["@graph"].as_array().unwrap().clone()
}

fn article(page: &Page) -> Value {
    things(page).remove(0)
}

#[test]
fn a_link_preview_of_a_story_has_headline_standfirst_kind_and_address() {
    let mut ferry = story("The ferry is back");
    ferry["standfirst"] = json!("She sails at noon.");
    let page = printed(&ferry, BASE);
    for (name, content) in [
        ("og:title", "The ferry is back"),
        ("og:description", "She sails at noon."),
        ("og:type", "article"),
        ("og:url", "https://x.example/news/stories/ferry/"),
        ("og:site_name", "The Quay"),
        ("og:locale", "en_GB"),
        ("article:published_time", "2026-11-20T08:30:00Z"),
        ("article:section", "City"),
    ] {
        assert_eq!(property(&page, name), content, "{name}");
    }
}

#[test]
fn a_link_preview_of_the_front_page_is_of_the_paper() {
    let newsroom = newsroom(&story("The ferry is back"));
    assert_eq!(newsroom.build(BASE).code, 0);
    let front = Page::read("front", &newsroom.printed("index.html"));
    assert_eq!(property(&front, "og:title"), "The Quay");
    assert_eq!(property(&front, "og:type"), "website");
}

#[test]
fn the_picture_of_a_story_is_shown_large_in_link_previews() {
    let mut ferry = story("The ferry is back");
    ferry["lead_picture"] = json!({ "source": "quay.png", "alt": "The quay" });
    let newsroom = newsroom(&ferry);
    let picture = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/papers/valid/harbour/pictures");
    std::fs::copy(picture.join("quay.png"), newsroom.path("paper/quay.png")).unwrap();
    let run = newsroom.build(BASE);
    assert_eq!(run.code, 0, "{}", run.err);
    let page = Page::read("ferry", &newsroom.printed("stories/ferry/index.html"));
    let url = property(&page, "og:image");
    let address = url.strip_prefix("https://x.example/news/").unwrap();
    assert!(newsroom.path("printed").join(address).is_file());
    assert_eq!(property(&page, "og:image:alt"), "The quay");
    assert_eq!(property(&page, "og:image:width"), "12");
    let card = page.attribute("meta[name='twitter:card']", "content");
    assert_eq!(card, "summary_large_image");
}

#[test]
fn without_a_base_url_nothing_is_said_that_needs_one() {
    let page = printed(&story("The ferry is back"), &[]);
    assert!(
        page.all("meta[property='og:url'], link[rel=canonical]")
            .is_empty()
    );
    assert!(article(&page).get("url").is_none());
}

#[test]
fn the_not_found_page_asks_search_engines_to_pass_it_over() {
    let newsroom = newsroom(&story("The ferry is back"));
    assert_eq!(newsroom.build(BASE).code, 0);
    let page = Page::read("404.html", &newsroom.printed("404.html"));
    assert_eq!(page.attribute("meta[name=robots]", "content"), "noindex");
    assert!(page.all("script[type='application/ld+json']").is_empty());
}

#[test]
fn search_engines_are_told_of_headline_dates_authors_and_publisher() {
    let mut ferry = story("The ferry is back");
    ferry["bylines"] = json!([{ "name": "Ines Calder", "role": "Harbour correspondent" }]);
    ferry["updated"] = json!("2026-11-20T10:00:00Z");
    let article = article(&printed(&ferry, BASE));
    assert_eq!(article["@type"], "NewsArticle");
    assert_eq!(article["headline"], "The ferry is back");
    assert_eq!(article["datePublished"], "2026-11-20T08:30:00Z");
    assert_eq!(article["dateModified"], "2026-11-20T10:00:00Z");
    assert_eq!(
        article["author"],
        json!([{
            "@type": "Person",
            "name": "Ines Calder",
            "jobTitle": "Harbour correspondent",
            "url": "https://x.example/news/authors/ines-calder/",
        }])
    );
    assert_eq!(article["publisher"]["@type"], "NewsMediaOrganization");
    assert_eq!(article["publisher"]["name"], "The Quay");
}

#[test]
fn a_genre_becomes_the_type_that_the_trust_project_gave_it() {
    for (genre, kind) in [
        ("analysis", "AnalysisNewsArticle"),
        ("ask_public", "AskPublicNewsArticle"),
        ("background", "BackgroundNewsArticle"),
        ("opinion", "OpinionNewsArticle"),
        ("reportage", "ReportageNewsArticle"),
        ("review", "ReviewNewsArticle"),
    ] {
        let mut ferry = story("The ferry is back");
        ferry["genre"] = json!(genre);
        assert_eq!(article(&printed(&ferry, BASE))["@type"], kind);
    }
}

#[test]
fn a_genre_that_is_none_is_a_fault() {
    let mut ferry = story("The ferry is back");
    ferry["genre"] = json!("gossip");
    let run = newsroom(&ferry).build(BASE);
    assert_eq!(run.code, 1);
    assert!(run.out.contains("opinion"), "{}", run.out);
}

#[test]
fn corrections_are_told_wherever_they_stand_in_a_story() {
    let mut ferry = story("The ferry is back");
    ferry["corrections"] = json!([{ "date": "2026-11-21", "text": "She sails at one." }]);
    ferry["body"] = json!(["Back.", { "correction": { "date": "2026-11-22", "text": "At two." } }]);
    let article = article(&printed(&ferry, BASE));
    let told = article["correction"].as_array().unwrap().iter();
    let told: Vec<&str> = told.map(|one| one["text"].as_str().unwrap()).collect();
    assert_eq!(told, ["She sails at one.", "At two."]);
    assert_eq!(article["correction"][0]["@type"], "CorrectionComment");
}

#[test]
fn a_live_story_tells_of_its_entries() {
    let mut ferry = story("The ferry is back");
    ferry["live"] = json!(true);
    ferry["body"] = json!([
        { "update": { "date": "2026-11-20T11:05:00Z", "headline": "Moored", "body": ["She is in."] } },
    ]);
    let article = article(&printed(&ferry, BASE));
    assert_eq!(article["@type"], json!(["NewsArticle", "LiveBlogPosting"]));
    let entry = &article["liveBlogUpdate"][0];
    assert_eq!(entry["headline"], "Moored");
    assert_eq!(entry["datePublished"], "2026-11-20T11:05:00Z");
}

#[test]
fn the_breadcrumbs_lead_from_the_paper_over_the_section_to_the_story() {
    let breadcrumbs = things(&printed(&story("The ferry is back"), BASE)).remove(1);
    assert_eq!(breadcrumbs["@type"], "BreadcrumbList");
    let steps = breadcrumbs["itemListElement"].as_array().unwrap();
    let steps: Vec<(&str, &str)> = steps
        .iter()
        .map(|step| {
            (
                step["name"].as_str().unwrap(),
                step["item"].as_str().unwrap(),
            )
        })
        .collect();
    assert_eq!(
        steps,
        [
            ("The Quay", "https://x.example/news/"),
            ("City", "https://x.example/news/sections/city/"),
            ("The ferry is back", "https://x.example/news/stories/ferry/"),
        ]
    );
}

#[test]
fn the_front_page_tells_who_publishes_the_paper_and_by_which_rules() {
    let newsroom = newsroom(&story("The ferry is back")).paper(&json!({
        "name": "The Quay",
        "language": "en",
        "sections": [{ "slug": "city", "name": "City" }],
        "publisher": {
            "name": "Quay Press",
            "founded": "1871",
            "profiles": ["https://social.example/@quay"],
            "policies": { "corrections": "story:ferry", "ethics": "https://x.example/ethics" },
        },
    }));
    assert_eq!(newsroom.build(BASE).code, 0);
    let front = Page::read("front", &newsroom.printed("index.html"));
    let publisher = things(&front).remove(0);
    assert_eq!(publisher["@type"], "NewsMediaOrganization");
    assert_eq!(publisher["name"], "Quay Press");
    assert_eq!(publisher["foundingDate"], "1871");
    assert_eq!(publisher["sameAs"], json!(["https://social.example/@quay"]));
    let corrections = "https://x.example/news/stories/ferry/";
    assert_eq!(publisher["correctionsPolicy"], corrections);
    assert_eq!(publisher["ethicsPolicy"], "https://x.example/ethics");
}

#[test]
fn every_fault_of_the_publisher_is_named_with_its_place() {
    let newsroom = newsroom(&story("The ferry is back")).paper(&json!({
        "name": "The Quay",
        "language": "en",
        "sections": [{ "slug": "city", "name": "City" }],
        "publisher": {
            "logo": "missing.svg",
            "founded": "long ago",
            "profiles": ["javascript:alert(1)"],
            "policies": { "corrections": "story:nowhere" },
        },
    }));
    let run = newsroom.build(BASE);
    assert_eq!(run.code, 1);
    for place in [
        "publisher.logo",
        "publisher.founded",
        "publisher.profiles[0]",
        "publisher.policies.corrections",
    ] {
        assert!(run.out.contains(place), "{place} is not in\n{}", run.out);
    }
}

#[test]
fn no_text_of_a_story_ends_the_script_that_tells_of_it() {
    let hostile = "</script><script>alert(1)</script><!--";
    let page = printed(&story(hostile), BASE);
    assert_eq!(article(&page)["headline"], hostile);
}
