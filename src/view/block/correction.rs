//! Draws something put right.
//!
//! Entry point: [`correction`].

use yew::prelude::*;

use crate::story::Correction;
use crate::view::text::Texts;
use crate::view::time::time;

/// Something put right.
pub(in crate::view) fn correction(texts: &Texts, correction: &Correction) -> Html {
    let label = texts.drawing.words.correction;
    html! {
        <div class="correction" role="note" aria-label={label}>
            <p>
                <b>{ label }</b>
                { " " }
                { time(&correction.date) }
                { " " }
                { texts.draw(&correction.text) }
            </p>
        </div>
    }
}
