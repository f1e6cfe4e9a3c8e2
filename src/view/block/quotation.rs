//! Draws somebody's words.
//!
//! Entry points: [`quotation`] and [`pull_quote`].

use yew::prelude::*;

use crate::story::block::Quotation;
use crate::view::text::Texts;

/// Words of somebody else.
pub(super) fn quotation(texts: &Texts, quotation: &Quotation) -> Html {
    html! { <blockquote>{ quoted(texts, quotation) }</blockquote> }
}

/// Words of the story itself, set large.
pub(super) fn pull_quote(texts: &Texts, quotation: &Quotation) -> Html {
    html! { <div class="pull-quote">{ quoted(texts, quotation) }</div> }
}

fn quoted(texts: &Texts, quotation: &Quotation) -> Html {
    html! {
        <>
            <p>{ texts.draw(&quotation.text) }</p>
            if !quotation.attribution.is_empty() {
                <footer>{ attribution(texts, quotation) }</footer>
            }
        </>
    }
}

fn attribution(texts: &Texts, quotation: &Quotation) -> Html {
    let words = texts.draw(&quotation.attribution);
    if quotation.source.is_empty() {
        words
    } else {
        texts.drawing.linked(&quotation.source, words)
    }
}
