//! Atom (RFC 4287).
//!
//! Entry point: [`write`].

use super::address::{Format, of};
use super::{Feed, Item, Person};
use crate::press::xml::Xml;

/// Writes a feed.
pub(super) fn write(feed: &Feed<'_>) -> Vec<u8> {
    let paper = feed.paper.paper;
    let attributes = [
        ("xmlns", "http://www.w3.org/2005/Atom"),
        ("xml:lang", &paper.language),
    ];
    let own = of(&feed.home, Format::Atom);
    let rights = paper.licence.as_ref();
    Xml::document("feed", &attributes, |xml| {
        xml.text("id", &[], &own);
        xml.text("title", &[], feed.title);
        xml.text_if_any("subtitle", feed.description);
        xml.text("updated", &[], &feed.updated.to_string());
        let media_type = Format::Atom.media_type();
        xml.empty(
            "link",
            &[("rel", "self"), ("type", media_type), ("href", &own)],
        );
        xml.empty(
            "link",
            &[
                ("rel", "alternate"),
                ("type", "text/html"),
                ("href", &feed.home),
            ],
        );
        // Whoever wrote the entries that name nobody (RFC 4287, 4.1.1).
        xml.element("author", &[], |xml| {
            xml.text("name", &[], &paper.name);
            xml.text("uri", &[], feed.paper.base_url);
        });
        xml.text_if_any("rights", rights.map_or("", |licence| &licence.text));
        xml.text("generator", &[], "Newsprint");
        for item in &feed.items {
            xml.element("entry", &[("xml:lang", &item.entry.language)], |xml| {
                entry(xml, item);
            });
        }
    })
}

fn entry(xml: &mut Xml, item: &Item<'_>) {
    xml.text("id", &[], &item.url);
    xml.text("title", &[], &item.entry.headline);
    xml.empty(
        "link",
        &[
            ("rel", "alternate"),
            ("type", "text/html"),
            ("href", &item.url),
        ],
    );
    xml.text("published", &[], &item.published.to_string());
    xml.text("updated", &[], &item.updated.to_string());
    for Person { name, url } in &item.authors {
        xml.element("author", &[], |xml| {
            xml.text("name", &[], name);
            xml.text("uri", &[], url);
        });
    }
    for tag in &item.tags {
        xml.empty("category", &[("term", tag)]);
    }
    xml.text_if_any("summary", &item.entry.standfirst);
    xml.text("content", &[("type", "html")], &item.html);
}
