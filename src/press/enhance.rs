//! Completes a story for its page: everything that can be worked out before it is read.
//!
//! Entry point: [`enhance`], passes over the parts of one story in one walk, and one more where marks of footnotes are:
//!
//! 1. the headline is divided at its bar;
//! 2. headings and updates get ids, dates their words;
//! 3. pictures and other files get published names and sizes; what cannot be shown leaves a labelled gap, as every
//!    faulty block does, or is left out where it is no block;
//! 4. see-also lines and links to places of the paper get addresses;
//! 5. marks of footnotes get their numbers, when it is known what is shown.

use super::asset::{Asset, Assets};
use super::calendar::Calendar;
use super::index::Index;
use super::names::slug_of;
use crate::paper::place::{Permalinks, Place};
use crate::story::block::{Block, List, SeeAlso};
use crate::story::length::Length;
use crate::story::picture::Picture;
use crate::story::tagged::Unsupported;
use crate::story::url::Reference;
use crate::story::walk::{Part, walk};
use crate::story::{Byline, Span, Story, footnotes};

/// What completing a story needs to know of the rest of the paper.
pub struct Surroundings<'a> {
    /// All stories.
    pub index: &'a Index,
    /// Where places stand.
    pub permalinks: &'a Permalinks,
    /// The published files.
    pub assets: &'a Assets,
    /// The dates of the story's language.
    pub calendar: &'a Calendar,
}

/// Completes a story, and tells how much there is to read.
pub fn enhance(story: &mut Story, around: &Surroundings<'_>) -> Length {
    story.divide_headline();
    let mut ids = Ids::default();
    let mut has_marks = false;
    walk(story, &mut |_, part| match part {
        Part::Moment(moment) => around.calendar.complete(moment),
        Part::Picture(picture) => publish_picture(picture, around.assets),
        Part::PictureFile(path) => replace(path, around.assets.publish_one_width(path)),
        Part::File(path) => replace(path, around.assets.publish_file(path)),
        Part::Address(address) => resolve(address, around.index, around.permalinks),
        Part::Block(block) => {
            leave_gap(block, around.assets);
            complete_block(block, around, &mut ids);
        }
        Part::Span(span) => has_marks |= matches!(span, Span::Footnote(_)),
        Part::Unsupported(_) => {}
    });
    story.lead_picture.take_if(|picture| !is_shown(picture));
    for byline in &mut story.bylines {
        byline.picture.take_if(|picture| !is_shown(picture));
        complete_byline(byline, around);
    }
    if has_marks {
        footnotes::number(story);
    }
    let mut length = Length::default();
    length.add(&story.standfirst);
    measure(&story.body, &mut length);
    length
}

/// Publishes a picture with its other widths. One that cannot be shown loses its source, and is not drawn.
pub fn publish_picture(picture: &mut Picture, assets: &Assets) {
    let Some(asset) = assets.publish_picture(&picture.source) else {
        picture.source.clear();
        return;
    };
    if let Some((width, height)) = asset.size {
        picture.width = Some(width);
        picture.height = Some(height);
    }
    picture.source = asset.address;
    if picture.sources.is_empty() {
        picture.sources = asset.widths;
        return;
    }
    picture
        .sources
        .retain_mut(|source| match assets.publish_one_width(&source.source) {
            Some(asset) => {
                source.width = asset.size.map_or(source.width, |(width, _)| width);
                source.source = asset.address;
                // A browser takes each width once (HTML, 4.8.4.2.1); the picture itself is one of them.
                picture.width != Some(source.width)
            }
            None => false,
        });
    picture.sources.sort_by_key(|source| source.width);
    picture.sources.dedup_by_key(|source| source.width);
}

/// Puts the address of a published file in the place of its path. One that is not published loses its path.
fn replace(path: &mut String, asset: Option<Asset>) {
    *path = asset.map(|asset| asset.address).unwrap_or_default();
}

/// Whether a picture's file has been published.
fn is_shown(picture: &Picture) -> bool {
    !picture.source.is_empty()
}

/// Puts a labelled gap in the place of a block whose files are not published.
fn leave_gap(block: &mut Block, assets: &Assets) {
    let is_shown = |picture: &Picture| assets.has_picture(&picture.source);
    let has_file = |path: &str| assets.publish_file(path).is_some();
    let shown = match &*block {
        Block::Picture(picture) => is_shown(picture),
        Block::Gallery(gallery) => {
            gallery.pictures.is_empty() || gallery.pictures.iter().any(is_shown)
        }
        Block::Audio(audio) => has_file(&audio.source),
        Block::Video(video) => has_file(&video.source),
        _ => true,
    };
    if !shown {
        *block = Block::Unsupported(Unsupported {
            kind: block.kind().to_owned(),
            faulty: true,
            content: serde_json::to_value(&*block).unwrap_or_default(),
        });
    } else if let Block::Gallery(gallery) = block {
        gallery.pictures.retain(is_shown);
    }
}

/// Turns the name of a place into its address. A place that does not exist loses its link.
pub fn resolve(href: &mut String, index: &Index, permalinks: &Permalinks) {
    let address = |place: Place| permalinks.address(&place);
    let resolved = match Reference::parse(href) {
        Reference::Story(slug) => index.story(slug).map(|entry| entry.address.clone()),
        Reference::Section(slug) => index
            .section(slug)
            .map(|group| address(Place::Section(group.slug.clone(), 1))),
        Reference::Topic(name) => index
            .topics
            .of(name)
            .map(|group| address(Place::Topic(group.slug.clone(), 1))),
        Reference::Author(name) => index
            .authors
            .of(name)
            .map(|group| address(Place::Author(group.slug.clone(), 1))),
        Reference::Foreign(_) | Reference::Front => return,
        Reference::Inside(_) | Reference::Forbidden(_) => None,
    };
    *href = resolved.unwrap_or_default();
}

fn complete_block(block: &mut Block, around: &Surroundings<'_>, ids: &mut Ids) {
    match block {
        Block::Heading(heading) => heading.id = ids.claim(&heading.text.plain()),
        Block::Update(update) => update.id = ids.claim(&update.date.datetime),
        Block::SeeAlso(line) => {
            let Some(entry) = around.index.story(&line.story) else {
                // It may be a story that nobody is to know of yet.
                *line = SeeAlso::default();
                return;
            };
            line.address = entry.address.clone();
            if line.headline.is_empty() {
                line.headline = entry.headline.clone();
            }
        }
        Block::Video(video) => {
            if let Some((width, height)) = around
                .assets
                .publish_one_width(&video.poster)
                .and_then(|asset| asset.size)
            {
                video.width = Some(width);
                video.height = Some(height);
            }
        }
        _ => {}
    }
}

fn complete_byline(byline: &mut Byline, around: &Surroundings<'_>) {
    if let Some(group) = around.index.authors.of(&byline.name) {
        byline.address = around
            .permalinks
            .address(&Place::Author(group.slug.clone(), 1));
    }
}

/// Fragments of one story, each used once.
#[derive(Default)]
struct Ids(Vec<String>);

impl Ids {
    fn claim(&mut self, words: &str) -> String {
        let wanted = slug_of(words);
        let mut id = wanted.clone();
        let mut number = 2;
        while self.0.contains(&id) || RESERVED.contains(&id.as_str()) {
            id = format!("{wanted}-{number}");
            number += 1;
        }
        self.0.push(id.clone());
        id
    }
}

/// Ids that every page has already.
const RESERVED: &[&str] = &["main", "newsprint"];

/// Counts what is read of blocks in.
fn measure(blocks: &[Block], length: &mut Length) {
    for block in blocks {
        measure_block(block, length);
        for inner in block.inner() {
            measure(inner, length);
        }
    }
}

fn measure_block(block: &Block, length: &mut Length) {
    match block {
        Block::Paragraph(text) => length.add(&text.plain()),
        Block::Heading(heading) => length.add(&heading.text.plain()),
        Block::Quotation(quotation) => length.add(&quotation.text.plain()),
        Block::List(list) => measure_list(list, length),
        Block::KeyPoints(points) => points.iter().for_each(|point| length.add(&point.plain())),
        Block::Table(table) => table
            .rows
            .iter()
            .flatten()
            .for_each(|cell| length.add(&cell.plain())),
        Block::Code(code) => length.add(&code.text),
        Block::Timeline(timeline) => timeline
            .entries
            .iter()
            .for_each(|entry| length.add(&entry.title.plain())),
        Block::Questions(questions) => questions
            .iter()
            .for_each(|one| length.add(&one.question.plain())),
        Block::Footnotes(notes) => notes.iter().for_each(|note| length.add(&note.text.plain())),
        _ => {}
    }
}

fn measure_list(list: &List, length: &mut Length) {
    for item in &list.items {
        length.add(&item.text.plain());
        if let Some(list) = &item.list {
            measure_list(list, length);
        }
    }
}
