//! Draws the line over a headline.
//!
//! Entry point: [`Kicker`].

use yew::prelude::*;

use super::StoryProps;
use crate::view::teaser::marks;

/// The story's marks, its section and its kicker.
#[component]
pub fn Kicker(props: &StoryProps) -> Html {
    let StoryProps { drawing, page } = props;
    let section = &page.section;
    let kicker = &page.story.kicker;
    // Many archives have a kicker that only names the section; said once is enough.
    let is_said = kicker.is_empty() || kicker.eq_ignore_ascii_case(&section.name);
    html! {
        <p class="kicker">
            { marks(drawing, &page.mark, page.story.live) }
            <a href={drawing.inside(&section.address)}>{ &section.name }</a>
            if !is_said {
                <span>{ kicker }</span>
            }
        </p>
    }
}
