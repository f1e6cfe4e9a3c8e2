//! Draws the footnotes that marks in the text lead to.
//!
//! Entry point: [`footnotes`]. Each leads back to its first mark, which [`crate::view::text`] draws.

use yew::prelude::*;

use crate::story::Block;
use crate::story::block::Footnote;
use crate::view::text::Texts;

/// The footnotes that marks in the text lead to.
pub(super) fn footnotes(texts: &Texts, notes: &[Footnote]) -> Html {
    let words = texts.drawing.words;
    html! {
        <section class="footnotes" role="doc-endnotes" aria-label={words.footnotes}>
            <p class="title">{ words.footnotes }</p>
            <ol>
                for note in notes {
                    <li id={"note-".to_owned() + &note.id}>
                        { texts.draw(&note.text) }
                        { " " }
                        <a
                            href={"#mark-".to_owned() + &note.id}
                            role="doc-backlink"
                            aria-label={words.back_to_text}
                        >
                            { "↩" }
                        </a>
                    </li>
                }
            </ol>
        </section>
    }
}

/// Ids of all footnotes, in order.
pub(in crate::view) fn footnote_ids(blocks: &[Block]) -> Vec<String> {
    let mut ids = Vec::new();
    for block in blocks {
        if let Block::Footnotes(notes) = block {
            ids.extend(notes.iter().map(|note| note.id.clone()));
        }
        for inner in block.inner() {
            ids.extend(footnote_ids(inner));
        }
    }
    ids
}
