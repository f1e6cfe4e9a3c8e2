//! Everything that can be read in a story, in reading order, without what is drawn around it.
//!
//! Entry point: [`of`].

use crate::story::block::{List, Table};
use crate::story::{Block, Picture, Story, Text};

/// The words of a story, but for its headline. What stands apart in the page ends with a full stop or a mark of its own.
pub(super) fn of(story: &Story) -> String {
    let mut words = Words::default();
    words.say(&story.standfirst);
    story
        .lead_picture
        .iter()
        .for_each(|picture| words.picture(picture));
    words.blocks(&story.body);
    story
        .corrections
        .iter()
        .for_each(|correction| words.text(&correction.text));
    words.0
}

#[derive(Default)]
struct Words(String);

impl Words {
    fn say(&mut self, words: &str) {
        if !words.is_empty() {
            self.0.push_str(words);
            // An excerpt may run from a heading into what it heads.
            self.0
                .push_str(match words.ends_with(char::is_alphanumeric) {
                    true => ".\n",
                    false => "\n",
                });
        }
    }

    fn text(&mut self, text: &Text) {
        self.say(&text.plain());
    }

    fn texts<'a>(&mut self, texts: impl IntoIterator<Item = &'a Text>) {
        texts.into_iter().for_each(|text| self.text(text));
    }

    fn blocks(&mut self, blocks: &[Block]) {
        blocks.iter().for_each(|block| self.block(block));
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Paragraph(text) => self.text(text),
            Block::Heading(heading) => self.text(&heading.text),
            Block::List(list) => self.list(list),
            // Its words stand in the story already.
            Block::PullQuote(_) => {}
            Block::Quotation(quotation) => self.texts([&quotation.text, &quotation.attribution]),
            Block::Picture(picture) => self.picture(picture),
            Block::Gallery(gallery) => {
                self.text(&gallery.caption);
                gallery
                    .pictures
                    .iter()
                    .for_each(|picture| self.picture(picture));
            }
            Block::Table(table) => self.table(table),
            Block::Code(code) => {
                self.say(&code.text);
                self.text(&code.caption);
            }
            Block::FactBox(fact_box) => {
                self.text(&fact_box.title);
                self.blocks(&fact_box.body);
            }
            Block::KeyPoints(points) => self.texts(points),
            Block::Timeline(timeline) => {
                self.text(&timeline.title);
                for entry in &timeline.entries {
                    self.text(&entry.title);
                    self.blocks(&entry.body);
                }
            }
            Block::Questions(questions) => {
                for one in questions {
                    self.text(&one.question);
                    self.blocks(&one.answer);
                }
            }
            Block::Footnotes(notes) => self.texts(notes.iter().map(|note| &note.text)),
            Block::Audio(audio) => {
                self.say(&audio.title);
                self.text(&audio.caption);
                self.blocks(&audio.transcript);
            }
            Block::Video(video) => {
                self.say(&video.title);
                self.text(&video.caption);
            }
            Block::Embed(embed) => {
                self.say(&embed.title);
                self.text(&embed.description);
            }
            Block::Update(update) => {
                self.text(&update.headline);
                self.blocks(&update.body);
            }
            Block::Correction(correction) => self.text(&correction.text),
            Block::SeeAlso(_) | Block::Divider(_) | Block::Unsupported(_) => {}
        }
    }

    fn list(&mut self, list: &List) {
        for item in &list.items {
            self.text(&item.text);
            item.list.iter().for_each(|list| self.list(list));
        }
    }

    fn table(&mut self, table: &Table) {
        self.text(&table.caption);
        self.texts(table.header.iter().chain(table.rows.iter().flatten()));
    }

    fn picture(&mut self, picture: &Picture) {
        self.text(&picture.caption);
        self.say(picture.alt.as_deref().unwrap_or_default());
    }
}
