//! Every link of a printed paper leads somewhere, and works wherever the paper stands.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use crate::page::{Page, pages};
use crate::support::{files, sample};

/// Attributes that hold one address.
const ADDRESSES: &[&str] = &["href", "src", "poster", "data-root", "data-reader"];

/// Every address in a page, of links and of files.
fn addresses(page: &Page) -> Vec<String> {
    let mut addresses = Vec::new();
    for element in page.elements() {
        let attributes = ADDRESSES.iter().filter_map(|name| element.attr(name));
        addresses.extend(attributes.map(str::to_owned));
        let set = element.attr("srcset").unwrap_or_default().split(',');
        addresses.extend(
            set.filter_map(|one| one.split_whitespace().next())
                .map(str::to_owned),
        );
    }
    addresses.extend(
        page.all("style")
            .iter()
            .flat_map(|style| css_addresses(&style.text().collect::<String>())),
    );
    addresses
}

fn css_addresses(css: &str) -> Vec<String> {
    let addresses = css
        .split("url(")
        .skip(1)
        .filter_map(|rest| rest.split(')').next());
    addresses
        .map(|address| address.trim_matches(['"', '\'']).to_owned())
        .collect()
}

fn is_foreign(address: &str) -> bool {
    ["https:", "http:", "mailto:", "tel:"]
        .iter()
        .any(|scheme| address.starts_with(scheme))
}

/// The file that a browser at `page` gets for an address, and the fragment; `None` when the address leaves the paper.
fn target(page: &str, address: &str) -> Option<(String, String)> {
    let (path, fragment) = address.split_once('#').unwrap_or((address, ""));
    if path.is_empty() {
        return Some((page.to_owned(), fragment.to_owned()));
    }
    let mut steps: Vec<&str> = match path.starts_with('/') {
        true => Vec::new(),
        false => page.split('/').collect(),
    };
    steps.pop();
    for step in path.trim_start_matches('/').split('/') {
        match step {
            ".." => drop(steps.pop()?),
            "." => {}
            step => steps.push(step),
        }
    }
    let mut file = steps.join("/");
    if file.is_empty() || path.ends_with('/') || path.ends_with('.') {
        file = format!("{}/index.html", file.trim_end_matches('/'))
            .trim_start_matches('/')
            .to_owned();
    }
    Some((file, fragment.to_owned()))
}

fn ids(page: &Page) -> BTreeSet<String> {
    page.elements()
        .filter_map(|element| element.attr("id"))
        .map(str::to_owned)
        .collect()
}

/// Every address in the paper of every page, with the page's file.
fn inner_links(pages: &[Page]) -> impl Iterator<Item = (&str, String)> {
    pages.iter().flat_map(|page| {
        let inner = addresses(page)
            .into_iter()
            .filter(|address| !is_foreign(address));
        inner.map(|address| (page.file.as_str(), address))
    })
}

fn dead_links(folder: &Path) -> Vec<String> {
    let files = files(folder);
    let pages = pages(folder);
    let ids: BTreeMap<&str, BTreeSet<String>> = pages
        .iter()
        .map(|page| (page.file.as_str(), ids(page)))
        .collect();
    let leads = |(page, address): &(&str, String)| match target(page, address) {
        Some((file, fragment)) => {
            let there = ids
                .get(file.as_str())
                .is_some_and(|ids| ids.contains(&fragment));
            files.contains_key(&file) && (fragment.is_empty() || there)
        }
        None => false,
    };
    let dead = inner_links(&pages).filter(|link| !leads(link));
    dead.map(|(page, address)| format!("{page}: {address}"))
        .collect()
}

#[test]
fn every_link_of_the_sample_paper_leads_to_a_printed_file_and_fragment() {
    assert_eq!(dead_links(sample()), [""; 0]);
}

#[test]
fn the_sample_paper_links_more_than_a_thousand_times_inside_itself() {
    // Without this a fault in reading the pages would pass for a paper without dead links.
    assert!(inner_links(&pages(sample())).count() > 1_000);
}

#[test]
fn a_link_to_nowhere_is_noticed() {
    let folder = tempfile::TempDir::new().unwrap();
    let page =
        "<a href=\"story/\">1</a><a href=\"#here\">2</a><a href=\"./\">3</a><img src=\"../x.png\">";
    std::fs::write(folder.path().join("index.html"), page).unwrap();
    assert_eq!(
        dead_links(folder.path()),
        [
            "index.html: story/",
            "index.html: #here",
            "index.html: ../x.png"
        ]
    );
}

#[test]
fn only_the_not_found_page_has_links_that_start_at_the_top_of_the_host() {
    for page in pages(sample()) {
        let absolute = addresses(&page)
            .into_iter()
            .find(|address| address.starts_with('/'));
        assert_eq!(
            absolute.is_some(),
            page.file == "404.html",
            "{}: {absolute:?}",
            page.file
        );
    }
}

#[test]
fn no_page_loads_anything_from_another_host() {
    for page in pages(sample()) {
        let loaded = page.all(
            "link[href]:not([rel=canonical]), [src], [srcset], [poster], object, iframe, base",
        );
        for element in loaded {
            let element = element.value();
            assert!(
                !matches!(element.name(), "object" | "iframe" | "base"),
                "{}",
                page.file
            );
            for name in ["href", "src", "srcset", "poster"] {
                let address = element.attr(name).unwrap_or_default();
                assert!(
                    !address.contains("//") && !address.contains("data:"),
                    "{}: {address}",
                    page.file
                );
            }
        }
        let css = page.words("style");
        assert!(
            css_addresses(&css)
                .iter()
                .all(|address| !address.contains(':')),
            "{}",
            page.file
        );
        assert!(!css.contains("@import"), "{}", page.file);
    }
}

#[test]
fn no_face_of_a_page_is_named_anew_by_the_sheet_that_the_reader_adds() {
    let files = files(sample());
    let name = |address: &str| address.rsplit('/').next().unwrap().to_owned();
    for page in pages(sample()) {
        let script = page.the("script#newsprint").value();
        let module = name(script.attr("data-reader").unwrap());
        let module = std::str::from_utf8(&files[&format!("assets/{module}")]).unwrap();
        // The module names two sheets: that of pages with `data-rare`, and that of the others.
        let (_, named) = module.split_once("\"rare\"in script.dataset?").unwrap();
        let sheets: Vec<&str> = named.split('"').skip(1).step_by(2).take(2).collect();
        let sheet = sheets[usize::from(script.attr("data-rare").is_none())];
        let sheet = &files[&format!("assets/{sheet}")];
        let added = css_addresses(std::str::from_utf8(sheet).unwrap());
        let named = css_addresses(&page.words("style"));
        let every_face: BTreeSet<String> =
            added.iter().chain(&named).map(|one| name(one)).collect();
        assert_eq!(every_face.len(), added.len() + named.len(), "{}", page.file);
        assert_eq!(every_face.len(), 7, "{}", page.file);
    }
}

#[test]
fn every_file_that_the_styles_of_the_front_page_name_is_published() {
    let files = files(sample());
    let page = std::str::from_utf8(&files["index.html"]).unwrap();
    let style = page
        .split("<style>")
        .nth(1)
        .unwrap()
        .split("</style>")
        .next()
        .unwrap();
    let names = css_addresses(style);
    assert!(!names.is_empty());
    for name in names {
        assert!(files.contains_key(&name.to_string()), "{name}");
    }
}

#[test]
fn every_published_file_is_named_by_somebody() {
    let files = files(sample());
    let named = |name: &str| {
        let file = name.trim_start_matches("assets/").as_bytes();
        files
            .values()
            .any(|content| content.windows(file.len()).any(|window| window == file))
    };
    for name in files.keys().filter(|name| name.starts_with("assets/")) {
        assert!(named(name), "{name}");
    }
}
