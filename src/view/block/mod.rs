//! Draws the blocks of a body.
//!
//! Entry point: [`blocks`]. Each kind of block is a file named after it: a new one gets its file, and its arm in [`block`].
//!
//! Blocks are drawn by plain functions, pictures alone by a component ([`Figure`]): a body has hundreds of blocks, and each
//! component would be a scope of its own that Yew makes and takes down, and would have a copy of its block. Blocks have no
//! keys: they have no name but their place, and a page never changes.

mod code;
mod correction;
mod fact_box;
mod footnotes;
mod key_points;
mod plain;
mod questions;
mod quotation;
mod see_also;
mod table;
mod timeline;
mod title;
mod update;

use yew::prelude::*;

pub(super) use correction::correction;

use super::Drawing;
use super::media::{Figure, Place, audio, embed, gallery, video};
use crate::story::Block;

/// Draws blocks in order.
pub fn blocks(drawing: &Drawing, blocks: &[Block]) -> Html {
    blocks.iter().map(|one| block(drawing, one)).collect()
}

fn block(drawing: &Drawing, block: &Block) -> Html {
    match block {
        Block::Paragraph(text) => html! { <p>{ drawing.text(text) }</p> },
        Block::Heading(heading) => plain::heading(drawing, heading),
        Block::List(list) => plain::list(drawing, list),
        Block::Divider(_) => html! { <hr /> },
        Block::Quotation(content) => quotation::quotation(drawing, content),
        Block::PullQuote(content) => quotation::pull_quote(drawing, content),
        Block::SeeAlso(line) => see_also::see_also(drawing, line),
        Block::Code(content) => code::code(drawing, content),
        Block::KeyPoints(points) => key_points::key_points(drawing, points),
        Block::Timeline(content) => timeline::timeline(drawing, content),
        Block::Questions(content) => questions::questions(drawing, content),
        Block::Footnotes(notes) => footnotes::footnotes(drawing, notes),
        Block::Update(content) => update::update(drawing, content),
        Block::Correction(content) => correction(drawing, content),
        Block::Unsupported(gap) => plain::gap(drawing, gap),
        Block::Picture(picture) => {
            html! { <Figure {drawing} picture={picture.clone()} place={Place::Body} /> }
        }
        Block::Gallery(content) => gallery(drawing, content),
        Block::Table(content) => table::table(drawing, content),
        Block::FactBox(content) => fact_box::fact_box(drawing, content),
        Block::Audio(content) => {
            let transcript = blocks(drawing, &content.transcript);
            audio(drawing, content, transcript)
        }
        Block::Video(content) => video(drawing, content),
        Block::Embed(content) => embed(drawing, content),
    }
}
