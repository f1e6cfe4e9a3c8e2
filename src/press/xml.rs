//! Writes XML, for feeds, sitemaps and OPML.
//!
//! Entry point: [`Xml`]. Everything is escaped, nothing is CDATA (no `]]>` can end a text early), and characters that
//! XML forbids are left out.

use std::borrow::Cow;

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};

/// A document that is being written.
pub struct Xml(Writer<Vec<u8>>);

/// Attributes by name.
pub type Attributes<'a> = &'a [(&'a str, &'a str)];

impl Xml {
    /// A document with one element and what stands in it.
    pub fn document(
        name: &str,
        attributes: Attributes<'_>,
        inside: impl FnOnce(&mut Self),
    ) -> Vec<u8> {
        let mut xml = Self(Writer::new(Vec::new()));
        xml.put(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)));
        xml.element(name, attributes, inside);
        xml.0.into_inner()
    }

    /// An element around others.
    pub fn element(
        &mut self,
        name: &str,
        attributes: Attributes<'_>,
        inside: impl FnOnce(&mut Self),
    ) {
        self.put(Event::Start(start(name, attributes)));
        inside(self);
        self.put(Event::End(BytesEnd::new(name)));
    }

    /// An element around a text.
    pub fn text(&mut self, name: &str, attributes: Attributes<'_>, text: &str) {
        let text = allowed(text);
        self.element(name, attributes, |xml| {
            xml.put(Event::Text(BytesText::new(&text)));
        });
    }

    /// An element around a text; nothing when the text is empty.
    pub fn text_if_any(&mut self, name: &str, text: &str) {
        if !text.is_empty() {
            self.text(name, &[], text);
        }
    }

    /// An element with attributes alone.
    pub fn empty(&mut self, name: &str, attributes: Attributes<'_>) {
        self.put(Event::Empty(start(name, attributes)));
    }

    fn put(&mut self, event: Event<'_>) {
        // A vector takes anything that is written to it.
        let _ = self.0.write_event(event);
    }
}

fn start<'a>(name: &'a str, attributes: Attributes<'_>) -> BytesStart<'a> {
    let mut start = BytesStart::new(name);
    for (name, value) in attributes {
        start.push_attribute((*name, allowed(value).as_ref()));
    }
    start
}

/// The text without the characters that no XML document may hold (XML 1.0, production 2).
fn allowed(text: &str) -> Cow<'_, str> {
    let forbidden = |c: char| matches!(c, '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}');
    match text.contains(forbidden) {
        true => text.replace(forbidden, "").into(),
        false => text.into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(text: &str) -> String {
        let xml = Xml::document("a", &[("b", text)], |xml| xml.text("c", &[], text));
        String::from_utf8(xml).unwrap_or_default()
    }

    #[test]
    fn what_would_end_a_text_or_an_attribute_early_is_escaped() {
        let xml = written("\"]]> <&");
        assert!(
            xml.ends_with("<a b=\"&quot;]]&gt; &lt;&amp;\"><c>&quot;]]&gt; &lt;&amp;</c></a>"),
            "{xml}"
        );
    }

    #[test]
    fn characters_that_xml_forbids_are_left_out_and_others_kept() {
        let xml = written("\u{0}\u{8}a\u{1f}\u{fffe} 🚢 ميناء");
        assert!(xml.contains("<c>a 🚢 ميناء</c>"), "{xml}");
    }
}
