//! Draws a moment.
//!
//! Entry point: [`time`], a plain function: it is one element.

use yew::prelude::*;

use crate::story::Moment;

/// Draws a moment in the words the press has found for it, else as it is written in the story's file.
pub(super) fn time(moment: &Moment) -> Html {
    let shown = if moment.text.is_empty() {
        &moment.datetime
    } else {
        &moment.text
    };
    html! { <time datetime={moment.datetime.clone()}>{ shown }</time> }
}
