//! Draws the line over a headline.
//!
//! Entry point: [`kicker`].

use yew::prelude::*;

use crate::paper::page::StoryPage;
use crate::view::Drawing;
use crate::view::teaser::marks;

/// The story's marks, its section and its kicker.
pub(super) fn kicker(drawing: &Drawing, page: &StoryPage) -> Html {
    let section = &page.section;
    let kicker = &page.story.kicker;
    // Many archives have a kicker that only names the section; said once is enough.
    let is_said = kicker.is_empty() || kicker.eq_ignore_ascii_case(&section.name);
    html! {
        <p class="kicker">
            { marks(drawing, &page.mark, page.story.live) }
            if !section.name.is_empty() {
                <a href={drawing.inside(&section.address)}>{ &section.name }</a>
            }
            if !is_said {
                <span>{ kicker }</span>
            }
        </p>
    }
}
