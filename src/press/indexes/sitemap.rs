//! Sitemaps by the protocol of sitemaps.org, and the index that names them.
//!
//! Entry points: [`pages`], then [`fn@write`] and [`index`].

use jiff::Timestamp;

use super::{changed, url};
use crate::press::pages::{Edition, Job};
use crate::press::xml::Xml;

const NAMESPACE: &[(&str, &str)] = &[("xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9")];
/// Most URLs of one sitemap.
const MOST_URLS: usize = 50_000;
/// Most bytes of one sitemap: 50 MiB, less what stands around the URLs.
const MOST_BYTES: usize = 50 * 1024 * 1024 - 1024;

/// A page in a sitemap.
pub(super) struct Entry {
    url: String,
    changed: Option<Timestamp>,
}

/// The pages that search engines are to know: all but the search page, the not-found page, and stories that are not for them.
pub(super) fn pages(edition: &Edition, jobs: &[Job]) -> Vec<Entry> {
    let entries = &edition.index.entries;
    let page = |job: &Job| {
        let address = match job {
            Job::Search => None,
            Job::Story(place) if !entries[*place].is_for_search_engines() => None,
            job => edition.address(job),
        };
        let stories = edition.stories_on(job).into_iter();
        Some(Entry {
            url: url(&edition.base_url, &address?),
            changed: stories
                .map(|place| changed(edition, &entries[place]).timestamp())
                .max(),
        })
    };
    jobs.iter().filter_map(page).collect()
}

/// Writes as many sitemaps as the pages need.
pub(super) fn write(pages: &[Entry]) -> Vec<Vec<u8>> {
    divide(pages, MOST_URLS, MOST_BYTES)
        .into_iter()
        .map(sitemap)
        .collect()
}

/// Parts of at most so many URLs, and at most about so many bytes when they are written.
fn divide(pages: &[Entry], urls: usize, bytes: usize) -> Vec<&[Entry]> {
    let (mut parts, mut from, mut size) = (Vec::new(), 0, 0);
    for (place, page) in pages.iter().enumerate() {
        let own = bytes_of(page);
        if place - from == urls || (size + own > bytes && place > from) {
            parts.push(&pages[from..place]);
            (from, size) = (place, 0);
        }
        size += own;
    }
    parts.push(&pages[from..]);
    parts
}

/// Bytes that a page takes at most: an escaped `&` is five.
fn bytes_of(page: &Entry) -> usize {
    const TAGS: usize = 120;
    page.url.len() + 5 * page.url.matches(['&', '\'']).count() + TAGS
}

fn sitemap(pages: &[Entry]) -> Vec<u8> {
    Xml::document("urlset", NAMESPACE, |xml| {
        for page in pages {
            xml.element("url", &[], |xml| {
                xml.text("loc", &[], &page.url);
                if let Some(changed) = page.changed {
                    xml.text("lastmod", &[], &changed.to_string());
                }
            });
        }
    })
}

/// Writes the index of sitemaps.
pub(super) fn index(base_url: &str, names: &[String]) -> Vec<u8> {
    Xml::document("sitemapindex", NAMESPACE, |xml| {
        for name in names {
            xml.element("sitemap", &[], |xml| {
                xml.text("loc", &[], &url(base_url, name));
            });
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pages(count: usize) -> Vec<Entry> {
        let page = |number| Entry {
            url: format!("https://a.example/{number}/"),
            changed: None,
        };
        (0..count).map(page).collect()
    }

    fn sizes(count: usize, urls: usize, bytes: usize) -> Vec<usize> {
        let pages = pages(count);
        let parts = divide(&pages, urls, bytes);
        parts.into_iter().map(<[Entry]>::len).collect()
    }

    #[test]
    fn a_sitemap_holds_no_more_than_50_000_urls() {
        assert_eq!(sizes(50_000, MOST_URLS, MOST_BYTES), [50_000]);
        assert_eq!(sizes(100_001, MOST_URLS, MOST_BYTES), [50_000, 50_000, 1]);
    }

    #[test]
    fn long_urls_divide_a_sitemap_sooner() {
        let own = bytes_of(&pages(1)[0]);
        assert_eq!(sizes(3, 10, 2 * own), [2, 1]);
        assert_eq!(sizes(3, 10, 2 * own - 1), [1, 1, 1]);
        assert_eq!(sizes(3, 10, 1), [1, 1, 1]);
    }

    #[test]
    fn what_a_page_is_counted_as_is_no_less_than_what_it_takes() {
        let page = Entry {
            url: "https://a.example/a&b'c/".to_owned(),
            changed: Some(Timestamp::MAX),
        };
        let counted = bytes_of(&page);
        let none = sitemap(&[]).len();
        assert!(sitemap(&[page]).len() - none <= counted);
    }
}
