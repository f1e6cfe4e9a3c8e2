//! Draws the stories that lead the front page.
//!
//! Entry point: [`lead`].

use yew::prelude::*;

use crate::paper::page::FrontPage;
use crate::story::digits::digits;
use crate::view::Drawing;
use crate::view::teaser::{Size, Teaser};

/// The stories that lead; the first of them large.
pub(super) fn lead(drawing: &Drawing, front: &FrontPage) -> Html {
    html! {
        <section aria-labelledby="lead">
            <h2 id="lead" class="hidden">{ drawing.words.lead_stories }</h2>
            <ol class="leads">
                // A newsroom may name a story twice.
                for (place, story) in front.lead.iter().enumerate() {
                    <li key={digits(place)}>
                        <Teaser
                            {drawing}
                            teaser={story.clone()}
                            size={if place == 0 { Size::Lead } else { Size::Full }}
                            level={3}
                        />
                    </li>
                }
            </ol>
        </section>
    }
}
