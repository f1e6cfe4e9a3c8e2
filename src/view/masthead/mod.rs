//! Draws what stands around `<main>` on every printed page: the masthead and the foot of the paper.
//!
//! Entry points: [`Masthead`] and [`Colophon`]. Only the press draws them; the reader leaves them in place.

mod colophon;
mod frame;

use yew::prelude::*;

pub use colophon::Colophon;
pub use frame::{Frame, FrameProps};

use super::time::time;

/// The paper's name, tagline, edition date and navigation.
#[component]
pub fn Masthead(props: &FrameProps) -> Html {
    let (drawing, frame) = (props.drawing(), &props.frame);
    let (lang, dir) = props.language_marks();
    html! {
        <header class="masthead" {lang} {dir}>
            <p class="edition">{ time(&frame.edition) }</p>
            <p class="name"><a href={drawing.inside("")} rel="home">{ &frame.name }</a></p>
            if !frame.tagline.is_empty() {
                <p class="tagline">{ &frame.tagline }</p>
            }
            <nav aria-label={drawing.words.sections}>
                <ul>
                    for entry in &frame.navigation {
                        <li>
                            if let Some(href) = drawing.href(&entry.href) {
                                <a {href} aria-current={props.current(&entry.href)}>{ &entry.text }</a>
                            } else {
                                { &entry.text }
                            }
                        </li>
                    }
                </ul>
            </nav>
        </header>
    }
}
