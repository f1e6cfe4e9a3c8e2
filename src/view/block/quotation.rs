//! Draws somebody's words.
//!
//! Entry points: [`quotation`] and [`pull_quote`].

use yew::prelude::*;

use crate::story::block::Quotation;
use crate::view::Drawing;

/// Words of somebody else.
pub(super) fn quotation(drawing: &Drawing, quotation: &Quotation) -> Html {
    html! { <blockquote>{ quoted(drawing, quotation) }</blockquote> }
}

/// Words of the story itself, set large.
pub(super) fn pull_quote(drawing: &Drawing, quotation: &Quotation) -> Html {
    html! { <div class="pull-quote">{ quoted(drawing, quotation) }</div> }
}

fn quoted(drawing: &Drawing, quotation: &Quotation) -> Html {
    html! {
        <>
            <p>{ drawing.text(&quotation.text) }</p>
            if !quotation.attribution.is_empty() {
                <footer>{ attribution(drawing, quotation) }</footer>
            }
        </>
    }
}

fn attribution(drawing: &Drawing, quotation: &Quotation) -> Html {
    let words = drawing.text(&quotation.attribution);
    if quotation.source.is_empty() {
        words
    } else {
        drawing.linked(&quotation.source, words)
    }
}
