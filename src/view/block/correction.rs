//! Draws something put right.
//!
//! Entry point: [`correction`].

use yew::prelude::*;

use crate::story::Correction;
use crate::view::Drawing;
use crate::view::time::time;

/// Something put right.
pub(in crate::view) fn correction(drawing: &Drawing, correction: &Correction) -> Html {
    let label = drawing.words.correction;
    html! {
        <div class="correction" role="note" aria-label={label}>
            <p>
                <b>{ label }</b>
                { " " }
                { time(&correction.date) }
                { " " }
                { drawing.text(&correction.text) }
            </p>
        </div>
    }
}
