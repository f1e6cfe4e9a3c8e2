//! The words of a story, passage by passage.
//!
//! Entry point: [`passages`]. It gives the same for a story that is being printed and for the one that an `index.json`
//! holds: dates, see-also lines, addresses and whatever else the press completes are no part of it, nor are corrections,
//! which tell of changes themselves.

use crate::story::block::{Block, List, Quotation, Table};
use crate::story::{Picture, Story, Text};

/// The headline, the standfirst, and each block of the body that has words. A block of several lines has them in its
/// passage, with spaces made even.
pub fn passages(story: &Story) -> Vec<String> {
    let mut passages = Vec::with_capacity(story.body.len() + 2);
    passages.extend(passage(|lines| lines.add(&story.headline)));
    passages.extend(passage(|lines| lines.add(&story.standfirst)));
    let body = story.body.iter();
    passages.extend(body.filter_map(|block| passage(|lines| lines.block(block))));
    passages
}

/// `None` when there is nothing to read.
fn passage(write: impl FnOnce(&mut Lines)) -> Option<String> {
    let mut lines = Lines(String::new());
    write(&mut lines);
    (!lines.0.is_empty()).then_some(lines.0)
}

/// The lines of one passage.
struct Lines(String);

impl Lines {
    /// Adds a line, unless it is empty. How it is set, and so how it is spaced, is no part of what is said.
    fn add(&mut self, line: &str) {
        self.cells([line]);
    }

    /// Adds a line of words that stand beside each other.
    fn cells<'a>(&mut self, cells: impl IntoIterator<Item = &'a str>) {
        let mut between = if self.0.is_empty() { "" } else { "\n" };
        for cell in cells {
            for word in cell.split_whitespace() {
                self.0.push_str(between);
                self.0.push_str(word);
                between = " ";
            }
            if between == " " {
                between = "\t";
            }
        }
    }

    fn text(&mut self, text: &Text) {
        self.add(&text.plain());
    }

    fn blocks(&mut self, blocks: &[Block]) {
        blocks.iter().for_each(|block| self.block(block));
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Paragraph(text) => self.text(text),
            Block::Heading(heading) => self.text(&heading.text),
            Block::List(list) => self.list(list),
            Block::Quotation(quotation) | Block::PullQuote(quotation) => self.quotation(quotation),
            Block::Picture(picture) => self.picture(picture),
            Block::Gallery(gallery) => {
                self.text(&gallery.caption);
                gallery.pictures.iter().for_each(|one| self.picture(one));
            }
            Block::Table(table) => self.table(table),
            Block::Code(code) => {
                code.text.lines().for_each(|line| self.add(line));
                self.text(&code.caption);
            }
            Block::FactBox(fact_box) => {
                self.text(&fact_box.title);
                self.blocks(&fact_box.body);
            }
            Block::KeyPoints(points) => points.iter().for_each(|point| self.text(point)),
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
            Block::Footnotes(notes) => notes.iter().for_each(|note| self.text(&note.text)),
            Block::Audio(audio) => {
                self.add(&audio.title);
                self.text(&audio.caption);
                self.blocks(&audio.transcript);
            }
            Block::Video(video) => {
                self.add(&video.title);
                self.text(&video.caption);
            }
            Block::Embed(embed) => {
                self.add(&embed.title);
                self.text(&embed.description);
            }
            Block::Update(update) => {
                self.text(&update.headline);
                self.blocks(&update.body);
            }
            Block::SeeAlso(_)
            | Block::Divider(_)
            | Block::Correction(_)
            | Block::Unsupported(_) => {}
        }
    }

    fn list(&mut self, list: &List) {
        for item in &list.items {
            self.text(&item.text);
            if let Some(list) = &item.list {
                self.list(list);
            }
        }
    }

    fn quotation(&mut self, quotation: &Quotation) {
        self.text(&quotation.text);
        self.text(&quotation.attribution);
    }

    fn picture(&mut self, picture: &Picture) {
        self.add(picture.alt.as_deref().unwrap_or_default());
        self.text(&picture.caption);
    }

    fn table(&mut self, table: &Table) {
        self.text(&table.caption);
        for row in std::iter::once(&table.header).chain(&table.rows) {
            let cells: Vec<String> = row.iter().map(Text::plain).collect();
            self.cells(cells.iter().map(String::as_str));
        }
    }
}
