//! The paper's icon, in every form that browsers and systems ask for.

use serde_json::{Value, json};

use crate::page::Page;
use crate::support::{Newsroom, story};

fn newsroom(icon: &str) -> Newsroom {
    Newsroom::new()
        .story("ferry", &story("The ferry is back"))
        .paper(&json!({
            "name": "The Quay",
            "language": "ar",
            "icon": icon,
            "sections": [{ "slug": "city", "name": "City" }],
        }))
}

/// A paper whose icon is this SVG.
fn printed(svg: &str) -> Newsroom {
    let newsroom = newsroom("quay.svg");
    newsroom.write("paper/quay.svg", svg);
    let run = newsroom.build(&[]);
    assert_eq!(run.code, 0, "{}{}", run.out, run.err);
    newsroom
}

fn manifest(newsroom: &Newsroom) -> Value {
    serde_json::from_str(&newsroom.printed("manifest.webmanifest")).unwrap()
}

/// The address of what a page links to with this relation, from the top of the paper.
fn linked(newsroom: &Newsroom, rel: &str) -> String {
    linked_from(newsroom, "stories/ferry/index.html", rel)
        .strip_prefix("../../")
        .unwrap()
        .to_owned()
}

fn linked_from(newsroom: &Newsroom, file: &str, rel: &str) -> String {
    let page = Page::read(file, &newsroom.printed(file));
    page.attribute(&format!("link[rel={rel}]"), "href")
        .to_owned()
}

const SQUARE: &str = r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><path d="M0 0h8v8H0z" fill="#123456"/></svg>"##;

#[test]
fn the_manifest_names_the_paper_and_icons_of_the_sizes_it_says() {
    let newsroom = printed(SQUARE);
    let manifest = manifest(&newsroom);
    assert_eq!(manifest["name"], "The Quay");
    assert_eq!(
        (&manifest["lang"], &manifest["dir"]),
        (&json!("ar"), &json!("rtl"))
    );
    let icons = manifest["icons"].as_array().unwrap();
    assert!(icons.len() >= 4);
    for icon in icons.iter().filter(|icon| icon["type"] == "image/png") {
        let file = newsroom.path("printed").join(icon["src"].as_str().unwrap());
        let size = imagesize::size(file).unwrap();
        assert_eq!(icon["sizes"], format!("{}x{}", size.width, size.height));
    }
    assert!(icons.iter().any(|icon| icon["purpose"] == "maskable"));
}

#[test]
fn every_page_names_the_icon_and_the_manifest_and_the_front_page_the_touch_icon() {
    let newsroom = printed(SQUARE);
    let touch = linked_from(&newsroom, "index.html", "apple-touch-icon");
    let of_story = ["icon", "manifest"].map(|rel| linked(&newsroom, rel));
    for address in of_story.into_iter().chain([touch]) {
        assert!(
            newsroom.path("printed").join(&address).is_file(),
            "{address}"
        );
    }
}

#[test]
fn the_icon_of_the_paper_is_the_one_that_is_printed() {
    let newsroom = printed(SQUARE);
    assert!(
        newsroom
            .printed(&linked(&newsroom, "icon"))
            .contains("#123456")
    );
}

#[test]
fn nothing_of_an_svg_but_its_shapes_is_printed() {
    let hostile = r##"<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 8 8" onload="alert(1)">
        <script>alert(1)</script><foreignObject><iframe src="https://evil.example/"/></foreignObject>
        <image href="https://evil.example/a.png" width="8" height="8"/><a xlink:href="javascript:alert(1)"><path d="M0 0h8v8H0z" fill="#123456"/></a></svg>"##;
    let newsroom = printed(hostile);
    let icon = newsroom.printed(&linked(&newsroom, "icon"));
    assert!(icon.contains("#123456"), "{icon}");
    for part in ["script", "alert", "evil", "foreignObject", "onload"] {
        assert!(!icon.contains(part), "{part}: {icon}");
    }
}

#[test]
fn a_paper_without_an_icon_has_one_in_its_own_colour() {
    let newsroom = Newsroom::new()
        .story("ferry", &story("The ferry is back"))
        .paper(&json!({
            "name": "The Quay",
            "language": "en",
            "theme": { "accent": "#00684a" },
            "sections": [{ "slug": "city", "name": "City" }],
        }));
    assert_eq!(newsroom.build(&[]).code, 0);
    assert!(
        newsroom
            .printed(&linked(&newsroom, "icon"))
            .contains("#00684a")
    );
}

#[test]
fn an_icon_that_is_no_svg_is_a_fault_and_the_paper_has_the_plain_one() {
    let newsroom = newsroom("quay.svg");
    newsroom.write("paper/quay.svg", "<html>no</html>");
    let run = newsroom.build(&[]);
    assert_eq!(run.code, 1);
    assert!(
        run.out.contains("not-an-icon") && run.out.contains("paper.json:"),
        "{}",
        run.out
    );
    assert!(
        newsroom
            .printed(&linked(&newsroom, "icon"))
            .contains("#8a2a1c")
    );
}

#[test]
fn an_icon_that_is_missing_is_a_fault() {
    let run = newsroom("nowhere.svg").build(&[]);
    assert_eq!(run.code, 1);
    assert!(run.out.contains("nowhere.svg"), "{}", run.out);
}
