//! Draws a section on the front page.
//!
//! Entry point: [`section`].

use yew::prelude::*;

use crate::paper::page::SectionFront;
use crate::view::Drawing;
use crate::view::teaser::{Size, Teaser};

/// A section with its newest stories.
pub(super) fn section(drawing: &Drawing, front: &SectionFront) -> Html {
    let section = &front.section;
    let id = section.address.trim_end_matches('/').replace('/', "-");
    html! {
        <section key={&*section.address} class="section-front" aria-labelledby={id.clone()}>
            <h2 {id}><a href={drawing.inside(&section.address)}>{ &section.name }</a></h2>
            <ol class="stories">
                for story in &front.stories {
                    <li key={&*story.address}>
                        <Teaser {drawing} teaser={story.clone()} size={Size::Full} level={3} />
                    </li>
                }
            </ol>
        </section>
    }
}
