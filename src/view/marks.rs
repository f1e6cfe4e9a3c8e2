//! Which footnotes a part of a story marks, in reading order.
//!
//! Entry points: [`of_story`] and [`of`]. A note leads back to its first mark, which alone has an id. Which mark is the
//! first follows from how many stand before it, so that it does not matter in which order, or how often, components
//! are drawn.

use crate::story::block::{ListItem, Quotation};
use crate::story::{Block, Correction, Picture, Span, Story, Text};

/// A part of a story that can hold footnote marks.
pub(super) trait Marked {
    /// Adds the ids it marks, in the order in which it is drawn.
    fn add_to(&self, marks: &mut Vec<String>);
}

/// The ids that a story marks.
pub(super) fn of_story(story: &Story) -> Vec<String> {
    let mut marks = Vec::new();
    if let Some(picture) = &story.lead_picture {
        picture.add_to(&mut marks);
    }
    story.body.add_to(&mut marks);
    story.corrections.add_to(&mut marks);
    marks
}

/// The ids that a part marks.
pub(super) fn of(part: &dyn Marked) -> Vec<String> {
    let mut marks = Vec::new();
    part.add_to(&mut marks);
    marks
}

impl<T: Marked> Marked for Vec<T> {
    fn add_to(&self, marks: &mut Vec<String>) {
        self.iter().for_each(|part| part.add_to(marks));
    }
}

impl Marked for Text {
    fn add_to(&self, marks: &mut Vec<String>) {
        self.0.add_to(marks);
    }
}

impl Marked for Span {
    fn add_to(&self, marks: &mut Vec<String>) {
        match self {
            Self::Footnote(id) => marks.push(id.clone()),
            Self::Emphasis(inner)
            | Self::Strong(inner)
            | Self::Sub(inner)
            | Self::Sup(inner)
            | Self::Strike(inner)
            | Self::Mark(inner) => inner.add_to(marks),
            Self::Link(link) => link.text.add_to(marks),
            Self::Foreign(run) => run.text.add_to(marks),
            Self::Text(_)
            | Self::Code(_)
            | Self::Abbreviation(_)
            | Self::LineBreak(_)
            | Self::Unsupported(_) => {}
        }
    }
}

impl Marked for Picture {
    fn add_to(&self, marks: &mut Vec<String>) {
        self.caption.add_to(marks);
    }
}

impl Marked for Correction {
    fn add_to(&self, marks: &mut Vec<String>) {
        self.text.add_to(marks);
    }
}

impl Marked for Quotation {
    fn add_to(&self, marks: &mut Vec<String>) {
        self.text.add_to(marks);
        self.attribution.add_to(marks);
    }
}

impl Marked for ListItem {
    fn add_to(&self, marks: &mut Vec<String>) {
        self.text.add_to(marks);
        if let Some(list) = &self.list {
            list.items.add_to(marks);
        }
    }
}

impl Marked for Block {
    fn add_to(&self, marks: &mut Vec<String>) {
        match self {
            Self::Paragraph(text) => text.add_to(marks),
            Self::Heading(heading) => heading.text.add_to(marks),
            Self::List(list) => list.items.add_to(marks),
            Self::Quotation(quotation) | Self::PullQuote(quotation) => quotation.add_to(marks),
            Self::Picture(picture) => picture.add_to(marks),
            Self::Gallery(gallery) => {
                gallery.pictures.add_to(marks);
                gallery.caption.add_to(marks);
            }
            Self::Table(table) => {
                table.caption.add_to(marks);
                table.header.add_to(marks);
                table.rows.add_to(marks);
            }
            Self::Code(code) => code.caption.add_to(marks),
            Self::FactBox(fact_box) => {
                fact_box.title.add_to(marks);
                fact_box.body.add_to(marks);
            }
            Self::KeyPoints(points) => points.add_to(marks),
            Self::Timeline(timeline) => {
                timeline.title.add_to(marks);
                for entry in &timeline.entries {
                    entry.title.add_to(marks);
                    entry.body.add_to(marks);
                }
            }
            Self::Questions(questions) => {
                for one in questions {
                    one.question.add_to(marks);
                    one.answer.add_to(marks);
                }
            }
            Self::Footnotes(notes) => notes.iter().for_each(|note| note.text.add_to(marks)),
            Self::Audio(audio) => {
                audio.transcript.add_to(marks);
                audio.caption.add_to(marks);
            }
            Self::Video(video) => video.caption.add_to(marks),
            Self::Embed(embed) => embed.description.add_to(marks),
            Self::Update(update) => {
                update.headline.add_to(marks);
                update.body.add_to(marks);
            }
            Self::Correction(correction) => correction.add_to(marks),
            Self::SeeAlso(_) | Self::Divider(_) | Self::Unsupported(_) => {}
        }
    }
}
