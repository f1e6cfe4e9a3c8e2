//! Draws the footnotes that marks in the text lead to.
//!
//! Entry point: [`footnotes`]. Each leads back to its first mark, which has an id ([`crate::view::text`]).

use yew::prelude::*;

use crate::story::block::Footnote;
use crate::view::Drawing;

/// The footnotes that marks in the text lead to.
pub(super) fn footnotes(drawing: &Drawing, notes: &[Footnote]) -> Html {
    let words = drawing.words;
    html! {
        <section class="footnotes" role="doc-endnotes" aria-label={words.footnotes}>
            <p class="title">{ words.footnotes }</p>
            <ol>
                for note in notes {
                    <li id={"note-".to_owned() + &note.id}>
                        { drawing.text(&note.text) }
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
