//! RSS 2.0, with the whole story in `content:encoded`.
//!
//! Entry point: [`write`].

use super::address::{Format, of};
use super::{Feed, Item, rfc822};
use crate::press::xml::Xml;

/// Writes a feed.
pub(super) fn write(feed: &Feed<'_>) -> Vec<u8> {
    let namespaces = [
        ("version", "2.0"),
        ("xmlns:atom", "http://www.w3.org/2005/Atom"),
        ("xmlns:content", "http://purl.org/rss/1.0/modules/content/"),
        ("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
    ];
    Xml::document("rss", &namespaces, |xml| {
        xml.element("channel", &[], |xml| channel(xml, feed));
    })
}

fn channel(xml: &mut Xml, feed: &Feed<'_>) {
    let paper = feed.paper.paper;
    let own = of(&feed.home, Format::Rss);
    let rights = paper.licence.as_ref();
    xml.text("title", &[], feed.title);
    xml.text("link", &[], &feed.home);
    // The element may not be left out.
    let description = [feed.description, feed.title];
    let description = description.into_iter().find(|words| !words.is_empty());
    xml.text("description", &[], description.unwrap_or_default());
    xml.text("language", &[], &paper.language);
    xml.text_if_any("copyright", rights.map_or("", |licence| &licence.text));
    xml.text("lastBuildDate", &[], &rfc822(feed.updated));
    xml.text("generator", &[], "Newsprint");
    let media_type = Format::Rss.media_type();
    xml.empty(
        "atom:link",
        &[("rel", "self"), ("type", media_type), ("href", &own)],
    );
    for story in &feed.items {
        xml.element("item", &[], |xml| item(xml, story));
    }
}

fn item(xml: &mut Xml, item: &Item<'_>) {
    let entry = item.entry;
    xml.text("title", &[], &entry.headline);
    xml.text("link", &[], &item.url);
    xml.text("guid", &[("isPermaLink", "true")], &item.url);
    xml.text("pubDate", &[], &rfc822(item.published));
    if item.updated != item.published {
        xml.text("atom:updated", &[], &item.updated.to_string());
    }
    for author in &item.authors {
        xml.text("dc:creator", &[], author.name);
    }
    for tag in &item.tags {
        xml.text("category", &[], tag);
    }
    xml.text_if_any("dc:language", &entry.language);
    xml.text_if_any("description", &entry.standfirst);
    xml.text("content:encoded", &[], &item.html);
}
