//! The whole story as a feed carries it: HTML with absolute URLs, and nothing that runs or loads a foreign page.
//!
//! Entry point: [`of_page`].
//!
//! 1. A page of another site becomes a link to it: its card needs the reader.
//! 2. The components that draw the page draw the story, with the base URL in the place of the way to the top.
//! 3. Links inside the story (footnotes) become links into its page.

use std::rc::Rc;

use super::url;
use crate::paper::page::{Content, Page};
use crate::press::draw::draw;
use crate::story::block::Embed;
use crate::story::text::Link;
use crate::story::walk::{Part, walk};
use crate::story::{Block, Span, Text};
use crate::view::syndicated::{Syndicated, SyndicatedProps};

/// Draws the story of a page for feeds.
pub(super) fn of_page(page: &Rc<Page>, base_url: &str) -> String {
    let mut page = Page::clone(page);
    if let Content::Story(content) = &mut page.content {
        walk(&mut content.story, &mut |_, part| {
            if let Part::Block(block) = part
                && let Block::Embed(embed) = block
            {
                *block = Block::Paragraph(link_to(embed));
            }
        });
    }
    let story = url(base_url, &page.address);
    let props = SyndicatedProps {
        page: Rc::new(page),
        root: base_url.to_owned(),
    };
    let mut html = String::new();
    draw::<Syndicated>(props, &mut html);
    with_whole_fragments(&html, &story)
}

fn link_to(embed: &Embed) -> Text {
    let link = Link {
        href: embed.href.clone(),
        text: Text(vec![Span::Text(embed.title.clone())]),
    };
    let mut spans = vec![Span::Link(link)];
    if !embed.description.is_empty() {
        spans.push(Span::Text(" – ".to_owned()));
        spans.extend(embed.description.0.iter().cloned());
    }
    Text(spans)
}

/// Gives links to a fragment the URL of the story. What Yew draws has `<` and `>` around tags alone.
fn with_whole_fragments(html: &str, story: &str) -> String {
    let mut whole = String::with_capacity(html.len());
    let mut rest = html;
    while let Some((before, from_tag)) = rest.split_once('<') {
        let end = from_tag.find('>').unwrap_or(from_tag.len());
        let (tag, after) = from_tag.split_at(end);
        whole.push_str(before);
        whole.push('<');
        whole.push_str(&tag.replace(" href=\"#", &format!(" href=\"{story}#")));
        rest = after;
    }
    whole.push_str(rest);
    whole
}

#[cfg(test)]
mod tests {
    use super::with_whole_fragments;

    #[test]
    fn links_to_a_fragment_lead_to_the_story_and_words_about_them_stay() {
        let html =
            "<p>Write <code>&lt;a href=\"#x\"&gt;</code><a class=\"mark\" href=\"#x\">1</a> a</p>";
        assert_eq!(
            with_whole_fragments(html, "https://a.example/s/"),
            "<p>Write <code>&lt;a href=\"#x\"&gt;</code><a class=\"mark\" href=\"https://a.example/s/#x\">1</a> a</p>"
        );
    }
}
