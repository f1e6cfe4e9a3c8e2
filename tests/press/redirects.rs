//! Old addresses of stories lead on to them, and a story that loses its address is noticed.

use std::fs;

use serde_json::{Value, json};

use crate::page::Page;
use crate::support::{Newsroom, Run, newsprint, story};

fn with_aliases(headline: &str, aliases: &[&str]) -> Value {
    let mut story = story(headline);
    story["aliases"] = json!(aliases);
    story
}

const OLD: [&str; 3] = ["/2019/05/ferry/", "/ferry.html", "/?p=123"];

/// A newsroom whose one story has had other addresses.
fn newsroom() -> Newsroom {
    Newsroom::new().story("ferry", &with_aliases("The \"ferry\" is back", &OLD))
}

fn built(more: &[&str]) -> Newsroom {
    let newsroom = newsroom();
    let run = newsroom.build(more);
    assert_eq!(run.code, 0, "{}{}", run.out, run.err);
    newsroom
}

const BASE: [&str; 2] = ["--base-url", "https://quay.example/news/"];

fn configuration(newsroom: &Newsroom, server: &str) -> String {
    let printed = newsroom.path("printed");
    let run = newsprint(["hosting".as_ref(), server.as_ref(), printed.as_os_str()]);
    assert_eq!(run.code, 0, "{}", run.err);
    run.out
}

#[test]
fn a_page_at_each_old_address_leads_on_to_the_story_wherever_the_paper_stands() {
    let newsroom = built(&BASE);
    for (file, story) in [
        ("2019/05/ferry/index.html", "../../../stories/ferry/"),
        ("ferry.html", "stories/ferry/"),
    ] {
        let page = Page::read(file, &newsroom.printed(file));
        let refresh = page.attribute("meta[http-equiv=refresh]", "content");
        assert_eq!(refresh, format!("0; url={story}"));
        assert_eq!(page.attribute("a", "href"), story);
        assert_eq!(page.words("a"), "The \"ferry\" is back");
        assert_eq!(page.attribute("meta[name=robots]", "content"), "noindex");
        assert_eq!(
            page.attribute("link[rel=canonical]", "href"),
            "https://quay.example/news/stories/ferry/"
        );
        let policy = page.attribute("meta[http-equiv=Content-Security-Policy]", "content");
        assert!(policy.starts_with("default-src 'none'"), "{policy}");
        assert!(page.all("script, style, img").is_empty());
    }
}

#[test]
fn a_paper_without_a_base_url_leads_on_too_and_names_no_canonical_address() {
    let newsroom = built(&[]);
    let page = Page::read("ferry.html", &newsroom.printed("ferry.html"));
    assert!(page.all("link[rel=canonical]").is_empty());
    assert_eq!(page.attribute("a", "href"), "stories/ferry/");
}

#[test]
fn sitemaps_and_data_know_nothing_of_old_addresses() {
    let newsroom = built(&BASE);
    let sitemap = newsroom.printed("sitemap-1.xml");
    assert!(
        !sitemap.contains("2019") && !sitemap.contains("ferry.html"),
        "{sitemap}"
    );
    assert!(
        !newsroom
            .printed("stories/ferry/index.json")
            .contains("aliases")
    );
}

#[test]
fn every_host_that_reads_rules_out_of_the_bundle_understands_them_and_netlify_may_be_told_more() {
    let newsroom = built(&BASE);
    let story = "/news/stories/ferry/";
    assert_eq!(
        newsroom.printed("_redirects"),
        format!("/news/2019/05/ferry/ {story} 301\n/news/ferry.html {story} 301\n")
    );
    assert_eq!(
        configuration(&newsroom, "netlify"),
        format!(
            "/news/2019/05/ferry/ {story} 301!\n/news/ p=123 {story} 301!\n/news/ferry.html {story} 301!\n"
        )
    );
}

#[test]
fn a_paper_without_old_addresses_has_no_rules() {
    let newsroom = Newsroom::new().story("ferry", &story("The ferry is back"));
    assert_eq!(newsroom.build(&[]).code, 0);
    assert!(!newsroom.path("printed/_redirects").exists());
    assert!(!newsroom.printed(".htaccess").contains("Redirect"));
    assert!(!newsroom.printed(".newsprint").contains("redirects"));
}

#[test]
fn files_in_the_bundle_tell_hosts_of_no_more_than_they_can_bear() {
    let aliases: Vec<String> = (0..1200).map(|number| format!("/old/{number}/")).collect();
    let aliases: Vec<&str> = aliases.iter().map(String::as_str).collect();
    let newsroom = Newsroom::new().story("ferry", &with_aliases("The ferry is back", &aliases));
    assert_eq!(newsroom.build(&[]).code, 0);
    let count = |text: &str| text.matches("RedirectMatch 301 ").count();
    assert_eq!(count(&newsroom.printed(".htaccess")), 1000);
    assert_eq!(newsroom.printed("_redirects").lines().count(), 1000);
    assert_eq!(configuration(&newsroom, "netlify").lines().count(), 1200);
    assert_eq!(count(&configuration(&newsroom, "apache")), 1200);
    assert!(newsroom.path("printed/old/1199/index.html").is_file());
}

#[test]
fn a_faulty_old_address_takes_neither_the_story_nor_the_page_that_stands_there() {
    let newsroom = Newsroom::new()
        .story(
            "bridge",
            &with_aliases("The bridge", &["/stories/ferry/", "/../bridge/"]),
        )
        .story("ferry", &story("The ferry is back"));
    assert_eq!(newsroom.build(&[]).code, 1);
    assert!(
        newsroom
            .printed("stories/ferry/index.html")
            .contains("The ferry is back.")
    );
    assert!(newsroom.path("printed/stories/bridge/index.html").is_file());
    assert!(!newsroom.path("bridge").exists());
}

/// Builds again after the story's file got another name.
fn renamed(new: &Value) -> Run {
    let newsroom = built(&[]);
    fs::remove_file(newsroom.path("paper/stories/ferry.json")).unwrap();
    newsroom.story("boat", new).build(&[])
}

#[test]
fn a_story_whose_file_has_another_name_is_recognised_and_every_address_it_had_is_named() {
    let run = renamed(&story("The \"ferry\" is back"));
    assert_eq!(run.code, 0);
    for old in ["stories/ferry/", "2019/05/ferry/", "ferry.html"] {
        let note = format!(
            "note: {old} of the last build is gone; stories/boat/ looks like the same story. \
             To keep its readers, add \"aliases\": [\"/{old}\"] to stories/boat.json."
        );
        assert!(run.err.contains(&note), "{}", run.err);
    }
}

#[test]
fn a_story_with_another_headline_is_recognised_by_its_date_and_first_words() {
    let run = renamed(&story("The boat is back"));
    assert!(
        run.err.contains("stories/boat/ looks like the same story"),
        "{}",
        run.err
    );
}

#[test]
fn a_story_that_is_another_is_not_taken_for_the_one_that_is_gone() {
    let mut other = story("The bridge is opened");
    other["body"] = json!(["One may cross it."]);
    let run = renamed(&other);
    assert!(
        run.err
            .contains("note: stories/ferry/ of the last build is gone, and no story"),
        "{}",
        run.err
    );
    assert!(!run.err.contains("looks like the same"), "{}", run.err);
}

#[test]
fn a_story_that_keeps_its_old_addresses_is_told_of_nothing() {
    let aliases = [&OLD[..], &["/stories/ferry/"]].concat();
    let run = renamed(&with_aliases("The \"ferry\" is back", &aliases));
    assert!(!run.err.contains("of the last build"), "{}", run.err);
}

#[test]
fn a_build_that_changes_no_address_tells_of_none() {
    let newsroom = built(&[]);
    let run = newsroom.build(&[]);
    assert!(!run.err.contains("of the last build"), "{}", run.err);
}

#[test]
fn of_many_addresses_that_are_gone_ten_are_named_and_the_rest_counted() {
    let mut newsroom = Newsroom::new();
    for number in 0..14 {
        newsroom = newsroom.story(
            &format!("ferry-{number}"),
            &story(&format!("Crossing {number}")),
        );
    }
    assert_eq!(newsroom.build(&[]).code, 0);
    fs::remove_dir_all(newsroom.path("paper/stories")).unwrap();
    let run = newsroom.story("boat", &story("The boat")).build(&[]);
    assert_eq!(
        run.err.matches("of the last build is gone").count(),
        10,
        "{}",
        run.err
    );
    assert!(
        run.err.contains("4 more addresses of the last build"),
        "{}",
        run.err
    );
}

#[test]
fn what_a_bundle_of_another_hand_says_of_its_addresses_does_no_harm() {
    let newsroom = built(&[]);
    for text in [
        "\0\u{feff}",
        "stories/a/ nothing 7\n\n  \n",
        "../../x/ 0 0\n",
    ] {
        newsroom.write("printed/.newsprint-stories", text);
        assert_eq!(newsroom.build(&[]).code, 0);
    }
}
