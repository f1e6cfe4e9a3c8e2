//! Draws the blocks of a body.
//!
//! Entry point: [`blocks`]. Each kind of block is a file named after it: a new one gets its file, and its arm in [`block`].
//!
//! What can stand alone is a component: [`Table`], [`FactBox`], and those of [`super::media`]. What is running text in a
//! form (paragraphs, lists, quotations, updates of a live story) is drawn by plain functions: a body has hundreds of them,
//! and each component would be a scope of its own that Yew makes and takes down. Blocks have no keys: they have no name
//! but their place, and a page never changes.

mod code;
mod correction;
pub mod fact_box;
mod footnotes;
mod key_points;
mod plain;
mod questions;
mod quotation;
mod see_also;
pub mod table;
mod timeline;
mod title;
mod update;

use yew::prelude::*;

pub use fact_box::FactBox;
pub use table::Table;

pub(super) use correction::correction;
pub(super) use footnotes::footnote_ids;

use super::media::{Audio, Embed, Figure, Gallery, Place, Video};
use super::text::Texts;
use crate::story::Block;
use crate::story::url::stays_inside;

/// Draws blocks in order.
pub fn blocks(texts: &Texts, blocks: &[Block]) -> Html {
    blocks.iter().map(|one| block(texts, one)).collect()
}

fn block(texts: &Texts, block: &Block) -> Html {
    match block {
        Block::Paragraph(text) => html! { <p>{ texts.draw(text) }</p> },
        Block::Heading(heading) => plain::heading(texts, heading),
        Block::List(list) => plain::list(texts, list),
        Block::Divider(_) => html! { <hr /> },
        Block::Quotation(content) => quotation::quotation(texts, content),
        Block::PullQuote(content) => quotation::pull_quote(texts, content),
        Block::SeeAlso(line) => see_also::see_also(texts.drawing, line),
        Block::Code(content) => code::code(texts, content),
        Block::KeyPoints(points) => key_points::key_points(texts, points),
        Block::Timeline(content) => timeline::timeline(texts, content),
        Block::Questions(content) => questions::questions(texts, content),
        Block::Footnotes(notes) => footnotes::footnotes(texts, notes),
        Block::Update(content) => update::update(texts, content),
        Block::Correction(content) => correction(texts, content),
        Block::Unsupported(gap) => plain::gap(texts.drawing, gap),
        alone => component(texts, alone),
    }
}

/// Draws a block that has a component. One that would draw nothing is not put there: between others that come and go,
/// Yew would lose its place in the document.
fn component(texts: &Texts, block: &Block) -> Html {
    let drawing = texts.drawing_of(block);
    match block.clone() {
        Block::Picture(picture) => html! { <Figure {drawing} {picture} place={Place::Body} /> },
        Block::Gallery(gallery) => html! { <Gallery {drawing} {gallery} /> },
        Block::Table(table) => html! { <Table {drawing} {table} /> },
        Block::FactBox(fact_box) => html! { <FactBox {drawing} {fact_box} /> },
        Block::Audio(audio) if stays_inside(&audio.source) => html! { <Audio {drawing} {audio} /> },
        Block::Video(video) if stays_inside(&video.source) => html! { <Video {drawing} {video} /> },
        Block::Embed(embed) => html! { <Embed {drawing} {embed} /> },
        _ => Html::default(),
    }
}
