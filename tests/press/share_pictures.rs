//! A story without a picture has one for link previews, when its paper asks for it.

use serde_json::{Value, json};

use crate::page::Page;
use crate::support::{Newsroom, files, story};

const BASE: &[&str] = &["--base-url", "https://x.example/news/"];

/// A paper that asks for share pictures.
fn newsroom() -> Newsroom {
    let sections = json!([{ "slug": "city", "name": "City" }]);
    Newsroom::new().paper(&json!({
        "name": "The Quay", "language": "en-GB", "sections": sections, "share_pictures": true,
    }))
}

fn build(newsroom: &Newsroom, arguments: &[&str]) -> String {
    let run = newsroom.build(arguments);
    assert_eq!(run.code, 0, "{}{}", run.out, run.err);
    run.out
}

fn page(newsroom: &Newsroom, slug: &str) -> Page {
    Page::read(
        slug,
        &newsroom.printed(&format!("stories/{slug}/index.html")),
    )
}

/// What a link preview of a story shows: the file's name and content.
fn previewed(newsroom: &Newsroom, slug: &str) -> (String, Vec<u8>) {
    let page = page(newsroom, slug);
    let url = page.attribute("meta[property='og:image']", "content");
    let name = url
        .strip_prefix("https://x.example/news/")
        .unwrap()
        .to_owned();
    let bytes = files(&newsroom.path("printed"))[&name].clone();
    (name, bytes)
}

#[test]
fn a_story_without_a_picture_is_previewed_with_one_of_its_words() {
    let newsroom = newsroom().story("ferry", &story("The ferry is back"));
    build(&newsroom, BASE);
    let (name, bytes) = previewed(&newsroom, "ferry");
    assert!(
        name.starts_with("assets/share-") && name.ends_with(".png"),
        "{name}"
    );
    let picture = image::load_from_memory(&bytes).unwrap();
    assert_eq!((picture.width(), picture.height()), (1200, 630));
    assert!(bytes.len() < 30_000, "{} bytes", bytes.len());
    let page = page(&newsroom, "ferry");
    let said = |name: &str| {
        page.attribute(&format!("meta[property='{name}']"), "content")
            .to_owned()
    };
    assert_eq!(said("og:image:width"), "1200");
    assert_eq!(said("og:image:alt"), "The ferry is back");
    assert_eq!(
        page.attribute("meta[name='twitter:card']", "content"),
        "summary_large_image"
    );
}

#[test]
fn other_words_make_another_picture_and_the_same_words_the_same() {
    let newsroom = newsroom()
        .story("one", &story("The ferry is back"))
        .story("other", &story("The ferry is gone"))
        .story("again", &story("The ferry is back"));
    build(&newsroom, BASE);
    let [one, other, again] = ["one", "other", "again"].map(|slug| previewed(&newsroom, slug));
    assert_ne!(one.1, other.1);
    assert_eq!(one, again);
}

#[test]
fn a_second_build_draws_none_again() {
    let newsroom = newsroom().story("ferry", &story("The ferry is back"));
    assert!(build(&newsroom, BASE).contains("Drew 1 share pictures"));
    let first = previewed(&newsroom, "ferry");
    assert!(!build(&newsroom, BASE).contains("Drew"));
    assert_eq!(previewed(&newsroom, "ferry"), first);
}

#[test]
fn a_headline_that_the_faces_have_no_letters_for_is_left_out() {
    let newsroom = newsroom()
        .story("eels", &story("鳗鱼回来了"))
        .story("kitchen", &story("港口厨房"))
        .story("ferry", &story("The ferry is back"));
    build(&newsroom, BASE);
    let [eels, kitchen, ferry] =
        ["eels", "kitchen", "ferry"].map(|slug| previewed(&newsroom, slug).1);
    assert_eq!(eels, kitchen);
    assert_ne!(eels, ferry);
}

#[test]
fn a_paper_whose_name_the_faces_have_no_letters_for_has_none() {
    let sections = json!([{ "slug": "city", "name": "City" }]);
    let paper =
        json!({ "name": "灯塔报", "language": "zh", "sections": sections, "share_pictures": true });
    let newsroom = Newsroom::new()
        .paper(&paper)
        .story("eels", &story("鳗鱼回来了"));
    build(&newsroom, BASE);
    let page = page(&newsroom, "eels");
    assert!(page.all("meta[property='og:image']").is_empty());
    assert_eq!(
        page.attribute("meta[name='twitter:card']", "content"),
        "summary"
    );
}

#[test]
fn none_is_drawn_unasked_or_without_a_base_url() {
    let shares = |newsroom: &Newsroom| {
        let files = files(&newsroom.path("printed"));
        files
            .keys()
            .filter(|name| name.starts_with("assets/share-"))
            .count()
    };
    let unasked = Newsroom::new().story("ferry", &story("The ferry is back"));
    build(&unasked, BASE);
    assert_eq!(shares(&unasked), 0);
    let nowhere = newsroom().story("ferry", &story("The ferry is back"));
    build(&nowhere, &[]);
    assert_eq!(shares(&nowhere), 0);
}

/// A story that opens with a picture.
fn illustrated(source: &str) -> Value {
    let mut story = story("The ferry is back");
    story["lead_picture"] = json!({ "source": source, "alt": "The ferry" });
    story
}

#[test]
fn a_story_with_a_picture_that_previews_show_is_previewed_with_it() {
    let newsroom = newsroom().story("ferry", &illustrated("ferry.png"));
    let picture = image::RgbImage::new(40, 30);
    picture.save(newsroom.path("paper/ferry.png")).unwrap();
    build(&newsroom, BASE);
    assert!(previewed(&newsroom, "ferry").0.starts_with("assets/ferry-"));
}

#[test]
fn a_picture_that_previews_do_not_show_is_stood_in_for() {
    let newsroom = newsroom().story("ferry", &illustrated("ferry.svg"));
    let svg = "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><rect width='9' height='9'/></svg>";
    newsroom.write("paper/ferry.svg", svg);
    build(&newsroom, BASE);
    assert!(previewed(&newsroom, "ferry").0.starts_with("assets/share-"));
}
