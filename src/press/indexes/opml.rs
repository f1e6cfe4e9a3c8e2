//! The list of the paper's feeds, OPML 2.0: a feed reader takes them all from it.
//!
//! Entry point: [`write`].

use crate::press::feeds::address::{Format, of};
use crate::press::feeds::{self, newest_change, rfc822, url};
use crate::press::pages::Edition;
use crate::press::xml::Xml;

/// Writes the list.
pub(super) fn write(edition: &Edition) -> Vec<u8> {
    Xml::document("opml", &[("version", "2.0")], |xml| {
        xml.element("head", &[], |xml| {
            xml.text("title", &[], &edition.paper.name);
            xml.text("dateModified", &[], &rfc822(newest_change(edition)));
        });
        xml.element("body", &[], |xml| {
            for source in feeds::sources(edition) {
                let home = url(&edition.base_url, &source.address);
                let name = source.group.map_or(&source.title, |group| &group.name);
                xml.empty(
                    "outline",
                    &[
                        ("type", "rss"),
                        ("version", "RSS2"),
                        ("text", name),
                        ("title", &source.title),
                        ("xmlUrl", &of(&home, Format::Rss)),
                        ("htmlUrl", &home),
                    ],
                );
            }
        });
    })
}
