//! Draws the newest stories on the front page.
//!
//! Entry point: [`latest`].

use yew::prelude::*;

use crate::paper::page::FrontPage;
use crate::view::Drawing;
use crate::view::teaser::{Size, Teaser};

/// The newest stories, in words alone.
pub(super) fn latest(drawing: &Drawing, front: &FrontPage) -> Html {
    html! {
        <section class="latest" aria-labelledby="latest">
            <h2 id="latest">{ drawing.words.latest }</h2>
            <ol>
                for story in &front.latest {
                    <li key={&*story.address}>
                        <Teaser {drawing} teaser={story.clone()} size={Size::Brief} level={3} />
                    </li>
                }
            </ol>
        </section>
    }
}
