//! Draws what stands in a player for a browser that plays nothing.
//!
//! Entry point: [`download`], a plain function: it is one element.

use yew::prelude::*;

/// A link that saves a file.
pub(super) fn download(source: String, words: &'static str) -> Html {
    html! { <a href={source} download="">{ words }</a> }
}
