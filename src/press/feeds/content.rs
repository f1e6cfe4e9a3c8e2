//! A story as feeds carry it: whole, with absolute addresses.
//!
//! Entry point: [`draw`].

use std::path::Path;
use std::rc::Rc;

use anyhow::{Context, Result};
use jiff::Zoned;

use super::legal;
use crate::paper::page::{Content, Page};
use crate::press::draw::draw as draw_nodes;
use crate::press::pages::{Calendars, Edition};
use crate::press::source;
use crate::story::block::Embed;
use crate::story::text::{Link, Span};
use crate::story::walk::{Part, walk};
use crate::story::{Block, Text};
use crate::view::story::{FeedProps, FeedView};

/// A story as feeds carry it. Its texts hold only characters that XML can carry.
pub(super) struct FeedStory {
    /// Absolute URL of its page: what names it for ever.
    pub(super) url: String,
    pub(super) title: String,
    pub(super) summary: String,
    /// Lead picture and body as HTML.
    pub(super) html: String,
    /// On the paper's clock.
    pub(super) published: Zoned,
    /// On the paper's clock.
    pub(super) updated: Zoned,
    /// Name, and absolute URL of the author's page.
    pub(super) authors: Vec<(String, String)>,
    /// Section and topics.
    pub(super) categories: Vec<String>,
    /// Absolute URL of the picture that stands for it.
    pub(super) image: Option<String>,
    pub(super) language: String,
}

/// Draws a story, by its place in the index.
///
/// # Errors
/// The story's file changed since the check.
pub(super) fn draw(
    edition: &Edition,
    folder: &Path,
    place: usize,
    calendars: &mut Calendars,
) -> Result<FeedStory> {
    let entry = &edition.index.entries[place];
    let changed = || source::changed(&entry.file);
    let mut story = source::read_again(folder, &entry.file)?;
    // A frame of another site is loaded by the reader's button, which feeds have not.
    walk(&mut story, &mut |_, part| {
        if let Part::Block(block) = part {
            link_embed(block);
        }
    });
    let page = edition.story(entry, story, calendars);
    let page = page.with_context(changed)?;
    Ok(FeedStory {
        html: legal(&html(edition, &page)),
        ..told(edition, page).with_context(changed)?
    })
}

fn html(edition: &Edition, page: &Page) -> String {
    let props = FeedProps {
        page: Rc::new(page.clone()),
        base_url: edition.base_url.clone(),
    };
    let mut html = String::new();
    draw_nodes::<FeedView>(props, &mut html);
    with_whole_fragments(&html, &format!("{}{}", edition.base_url, page.address))
}

/// What is told of a story beside its body.
fn told(edition: &Edition, page: Page) -> Option<FeedStory> {
    let Content::Story(content) = page.content else {
        return None;
    };
    let absolute = |address: &str| format!("{}{address}", edition.base_url);
    let story = &content.story;
    let published = &story.published;
    let updated = story.updated.as_ref().unwrap_or(published);
    let topics = content.topics.iter().map(|topic| &topic.name);
    let categories = std::iter::once(&content.section.name).chain(topics);
    let authors = story.bylines.iter();
    Some(FeedStory {
        url: absolute(&page.address),
        title: legal(&story.headline),
        summary: legal(&story.standfirst),
        html: String::new(),
        published: edition.on_clock(&published.datetime),
        updated: edition.on_clock(&updated.datetime),
        authors: authors
            .map(|byline| (legal(&byline.name), absolute(&byline.address)))
            .collect(),
        categories: categories.map(|name| legal(name)).collect(),
        image: story.picture().map(|picture| absolute(&picture.source)),
        language: page.head.language,
    })
}

/// Puts a link in the place of an embed.
fn link_embed(block: &mut Block) {
    if let Block::Embed(embed) = block {
        *block = Block::Paragraph(link_to(embed));
    }
}

fn link_to(embed: &Embed) -> Text {
    let link = Link {
        href: embed.href.clone(),
        text: Text::from(embed.title.as_str()),
    };
    Text(vec![Span::Link(link)])
}

/// Gives links inside the story (to its footnotes) the URL of its page. What is drawn has `<` and `>` around tags alone.
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
        let html = "<p><code>&lt;a href=\"#x\"&gt;</code><a class=\"mark\" href=\"#x\">1</a> a</p>";
        assert_eq!(
            with_whole_fragments(html, "https://a.example/s/"),
            "<p><code>&lt;a href=\"#x\"&gt;</code><a class=\"mark\" href=\"https://a.example/s/#x\">1</a> a</p>"
        );
    }
}
