//! One walk over every part of a story, in reading order, each with its place in the JSON.
//!
//! Entry points: [`walk`], and [`walk_shown`] for what a page shows of it. Checking looks at the parts, enhancing changes them; neither has a
//! traversal of its own.

use std::fmt;

use super::block::{Block, List, Quotation};
use super::byline::Correction;
use super::moment::Moment;
use super::picture::Picture;
use super::tagged::Unsupported;
use super::text::{Foreign, Link, Span, Text};
use super::{Notice, Story, block};

/// A step of a JSON path.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Step {
    /// A field of an object.
    Field(String),
    /// An element of a list, from 0.
    Index(usize),
}

/// A place in a JSON file, from its top: `body[3].picture.alt`.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct JsonPath(pub Vec<Step>);

impl JsonPath {
    /// The path of a field at the top of the file.
    pub fn field(name: &str) -> Self {
        Self(vec![Step::Field(name.to_owned())])
    }

    /// This path with one more field.
    pub fn with(&self, name: &str) -> Self {
        let mut longer = self.clone();
        longer.0.push(Step::Field(name.to_owned()));
        longer
    }
}

impl fmt::Display for JsonPath {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        for (place, step) in self.0.iter().enumerate() {
            match step {
                Step::Field(name) if place == 0 => out.write_str(name)?,
                Step::Field(name) => write!(out, ".{name}")?,
                Step::Index(index) => write!(out, "[{index}]")?,
            }
        }
        Ok(())
    }
}

/// A part of a story that somebody checks or completes.
pub enum Part<'a> {
    /// A subheading, a see-also line, an update, an embed: blocks that are more than their parts.
    Block(&'a mut Block),
    /// A span that is more than its words.
    Span(&'a mut Span),
    /// A picture.
    Picture(&'a mut Picture),
    /// Path of the file of a picture that has no words of its own.
    PictureFile(&'a mut String),
    /// A date.
    Moment(&'a mut Moment),
    /// An address that leads out of the story (a string that [`super::url`] reads).
    Address(&'a mut String),
    /// Path of a file of the paper other than a picture's.
    File(&'a mut String),
    /// Something that could not be read.
    Unsupported(&'a mut Unsupported),
}

type Visit<'a> = &'a mut dyn FnMut(&JsonPath, Part<'_>);

struct Walk<'a> {
    path: JsonPath,
    visit: Visit<'a>,
}

/// Visits the parts of a story. A part that holds parts (a block) is visited before them.
pub fn walk(story: &mut Story, visit: Visit<'_>) {
    let mut walk = Walk {
        path: JsonPath::default(),
        visit,
    };
    walk.at("published", |walk| {
        walk.show(Part::Moment(&mut story.published))
    });
    if let Some(updated) = &mut story.updated {
        walk.at("updated", |walk| walk.show(Part::Moment(updated)));
    }
    walk.each("bylines", &mut story.bylines, |walk, byline| {
        walk.address("link", &mut byline.link);
        if let Some(picture) = &mut byline.picture {
            walk.at("picture", |walk| walk.picture(picture));
        }
    });
    walk.corrections(story);
    walk.lead_and_body(story);
    walk.address("canonical", &mut story.canonical);
    walk.notice("licence", &mut story.licence);
    walk.notice("contact", &mut story.contact);
}

/// Visits what the page of a story shows of texts with marks in them, in the order in which they stand there.
pub fn walk_shown(story: &mut Story, visit: Visit<'_>) {
    let mut walk = Walk {
        path: JsonPath::default(),
        visit,
    };
    walk.lead_and_body(story);
    walk.corrections(story);
}

impl Walk<'_> {
    fn lead_and_body(&mut self, story: &mut Story) {
        if let Some(picture) = &mut story.lead_picture {
            self.at("lead_picture", |walk| walk.picture(picture));
        }
        self.each("body", &mut story.body, Walk::block);
    }

    fn corrections(&mut self, story: &mut Story) {
        self.each("corrections", &mut story.corrections, Walk::correction);
    }

    fn show(&mut self, part: Part<'_>) {
        (self.visit)(&self.path, part);
    }

    fn at(&mut self, field: &str, inside: impl FnOnce(&mut Self)) {
        self.path.0.push(Step::Field(field.to_owned()));
        inside(self);
        self.path.0.pop();
    }

    fn items<T>(&mut self, items: &mut [T], mut inside: impl FnMut(&mut Self, &mut T)) {
        for (index, item) in items.iter_mut().enumerate() {
            self.path.0.push(Step::Index(index));
            inside(self, item);
            self.path.0.pop();
        }
    }

    fn each<T>(&mut self, field: &str, items: &mut [T], inside: impl FnMut(&mut Self, &mut T)) {
        self.at(field, |walk| walk.items(items, inside));
    }

    fn address(&mut self, field: &str, address: &mut String) {
        if !address.is_empty() {
            self.at(field, |walk| walk.show(Part::Address(address)));
        }
    }

    fn file(&mut self, field: &str, path: &mut String) {
        self.at(field, |walk| walk.show(Part::File(path)));
    }

    fn notice(&mut self, field: &str, notice: &mut Option<Notice>) {
        if let Some(notice) = notice {
            self.at(field, |walk| walk.address("href", &mut notice.href));
        }
    }

    fn correction(&mut self, correction: &mut Correction) {
        self.at("date", |walk| walk.show(Part::Moment(&mut correction.date)));
        self.text("text", &mut correction.text);
    }

    fn picture(&mut self, picture: &mut Picture) {
        self.show(Part::Picture(picture));
        self.text("caption", &mut picture.caption);
    }

    fn text(&mut self, field: &str, text: &mut Text) {
        self.at(field, |walk| walk.spans(text));
    }

    fn spans(&mut self, text: &mut Text) {
        self.items(&mut text.0, Walk::span);
    }

    fn span(&mut self, span: &mut Span) {
        if matches!(span, Span::Text(_)) {
            return;
        }
        let kind = span.kind();
        self.at(kind, |walk| {
            walk.show(Part::Span(span));
            match span {
                Span::Emphasis(text)
                | Span::Strong(text)
                | Span::Sub(text)
                | Span::Sup(text)
                | Span::Strike(text)
                | Span::Mark(text) => walk.spans(text),
                Span::Link(Link { href, text }) => {
                    walk.at("href", |walk| walk.show(Part::Address(href)));
                    walk.text("text", text);
                }
                Span::Foreign(Foreign { text, .. }) => walk.text("text", text),
                Span::Unsupported(unsupported) => walk.show(Part::Unsupported(unsupported)),
                Span::Text(_)
                | Span::Code(_)
                | Span::Abbreviation(_)
                | Span::Footnote(_)
                | Span::LineBreak(_) => {}
            }
        });
    }

    fn quotation(&mut self, quotation: &mut Quotation) {
        self.text("text", &mut quotation.text);
        self.text("attribution", &mut quotation.attribution);
        self.address("source", &mut quotation.source);
    }

    fn list(&mut self, list: &mut List) {
        self.each("items", &mut list.items, |walk, item| {
            walk.text("text", &mut item.text);
            if let Some(list) = &mut item.list {
                walk.at("list", |walk| walk.list(list));
            }
        });
    }

    fn table(&mut self, table: &mut block::Table) {
        self.text("caption", &mut table.caption);
        self.each("header", &mut table.header, Walk::spans);
        self.each("rows", &mut table.rows, |walk, row| {
            walk.items(row, Walk::spans)
        });
    }

    fn block(&mut self, block: &mut Block) {
        let kind = block.kind();
        self.at(kind, |walk| {
            walk.show(Part::Block(block));
            walk.inside(block);
        });
    }

    fn inside(&mut self, block: &mut Block) {
        match block {
            Block::Paragraph(text) => self.spans(text),
            Block::Heading(heading) => self.text("text", &mut heading.text),
            Block::List(list) => self.list(list),
            Block::Quotation(quotation) | Block::PullQuote(quotation) => self.quotation(quotation),
            Block::Picture(picture) => self.picture(picture),
            Block::Gallery(gallery) => {
                self.each("pictures", &mut gallery.pictures, Walk::picture);
                self.text("caption", &mut gallery.caption);
            }
            Block::Table(table) => self.table(table),
            Block::Code(code) => self.text("caption", &mut code.caption),
            Block::FactBox(fact_box) => {
                self.text("title", &mut fact_box.title);
                self.each("body", &mut fact_box.body, Walk::block);
            }
            Block::KeyPoints(points) => self.items(points, Walk::spans),
            Block::Timeline(timeline) => {
                self.text("title", &mut timeline.title);
                self.each("entries", &mut timeline.entries, |walk, entry| {
                    walk.at("date", |walk| walk.show(Part::Moment(&mut entry.date)));
                    walk.text("title", &mut entry.title);
                    walk.each("body", &mut entry.body, Walk::block);
                });
            }
            Block::Questions(questions) => self.items(questions, |walk, question| {
                walk.text("question", &mut question.question);
                walk.each("answer", &mut question.answer, Walk::block);
            }),
            Block::Footnotes(footnotes) => self.items(footnotes, |walk, footnote| {
                walk.text("text", &mut footnote.text);
            }),
            Block::Audio(audio) => {
                self.file("source", &mut audio.source);
                self.each("transcript", &mut audio.transcript, Walk::block);
                self.text("caption", &mut audio.caption);
            }
            Block::Video(video) => {
                self.file("source", &mut video.source);
                if !video.poster.is_empty() {
                    let poster = &mut video.poster;
                    self.at("poster", |walk| walk.show(Part::PictureFile(poster)));
                }
                self.text("caption", &mut video.caption);
                self.each("captions", &mut video.captions, |walk, captions| {
                    walk.file("source", &mut captions.source);
                });
            }
            Block::Embed(embed) => {
                self.at("href", |walk| walk.show(Part::Address(&mut embed.href)));
                self.text("description", &mut embed.description);
            }
            Block::Update(update) => {
                self.at("date", |walk| walk.show(Part::Moment(&mut update.date)));
                self.text("headline", &mut update.headline);
                self.each("body", &mut update.body, Walk::block);
            }
            Block::Correction(correction) => self.correction(correction),
            Block::Unsupported(unsupported) => self.show(Part::Unsupported(unsupported)),
            Block::SeeAlso(_) | Block::Divider(_) => {}
        }
    }
}
