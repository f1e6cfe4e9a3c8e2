//! The news sitemap, as Google News and others read it.
//!
//! Entry point: [`fn@write`]. It is to hold what appeared in the last two days. Printing knows no clock (the same input
//! gives the same bytes), so the days are counted back from the newest story, or from the end of the edition's day
//! where that is earlier: a story dated years ahead then leaves the others in.

use jiff::{SignedDuration, Timestamp};

use super::url;
use crate::press::moment::{Parsed, rfc3339};
use crate::press::pages::Edition;
use crate::press::survey::Entry;
use crate::press::xml::Xml;
use crate::story::language::primary;

/// How long a story counts as new.
const NEW: SignedDuration = SignedDuration::from_hours(48);
/// Most stories of a news sitemap.
const MOST: usize = 1000;
const NAMESPACES: &[(&str, &str)] = &[
    ("xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9"),
    (
        "xmlns:news",
        "http://www.google.com/schemas/sitemap-news/0.9",
    ),
];

/// Writes the sitemap; `None` when no story is new.
pub(super) fn write(edition: &Edition) -> Option<Vec<u8>> {
    let from = reference(edition)?.checked_sub(NEW).ok()?;
    let is_new = |entry: &&Entry| {
        entry.is_for_search_engines() && instant(edition, &entry.published) >= from
    };
    let stories: Vec<&Entry> = edition
        .index
        .entries
        .iter()
        .filter(is_new)
        .take(MOST)
        .collect();
    (!stories.is_empty()).then(|| {
        Xml::document("urlset", NAMESPACES, |xml| {
            for entry in stories {
                xml.element("url", &[], |xml| story(xml, edition, entry));
            }
        })
    })
}

fn reference(edition: &Edition) -> Option<Timestamp> {
    let mut entries = edition.index.entries.iter();
    let newest = entries.find(|entry| entry.unpublished.is_none() && entry.day.is_some())?;
    let newest = instant(edition, &newest.published);
    let edition_ends = edition.paper.edition.as_ref();
    let edition_ends = edition_ends.and_then(|day| end(edition, day));
    Some(edition_ends.map_or(newest, |ends| ends.min(newest)))
}

fn instant(edition: &Edition, datetime: &str) -> Timestamp {
    edition.on_clock(datetime).timestamp()
}

/// When a day ends where the paper stands.
fn end(edition: &Edition, day: &str) -> Option<Timestamp> {
    let next = Parsed::read(day).ok()?.day(&edition.zone).tomorrow().ok()?;
    Some(Parsed::Day(next).on_clock(&edition.zone).timestamp())
}

fn story(xml: &mut Xml, edition: &Edition, entry: &Entry) {
    xml.text("loc", &[], &url(&edition.base_url, &entry.address));
    xml.element("news:news", &[], |xml| {
        xml.element("news:publication", &[], |xml| {
            xml.text("news:name", &[], &edition.paper.name);
            xml.text("news:language", &[], &language(&entry.language));
        });
        let published = rfc3339(&edition.on_clock(&entry.published));
        xml.text("news:publication_date", &[], &published);
        xml.text("news:title", &[], &entry.headline);
    });
}

/// The language by its ISO 639 code; Chinese by the script it is written in, as the format wants it.
fn language(tag: &str) -> String {
    let traditional = |part: &str| matches!(part, "hant" | "tw" | "hk" | "mo");
    match primary(tag) {
        "zh" if tag.to_ascii_lowercase().split('-').any(traditional) => "zh-tw".to_owned(),
        "zh" => "zh-cn".to_owned(),
        other => other.to_ascii_lowercase(),
    }
}

#[cfg(test)]
mod tests {
    use super::language;

    #[test]
    fn languages_are_named_as_news_sitemaps_name_them() {
        let named = ["en-GB", "zh", "zh-Hant", "zh-TW", "ar"].map(language);
        assert_eq!(named, ["en", "zh-cn", "zh-tw", "zh-tw", "ar"]);
    }
}
