//! Draws the foot of the paper.
//!
//! Entry point: [`Colophon`].

use yew::prelude::*;

use super::FrameProps;
use crate::view::story::notice;

/// The foot of the paper: its sections and archive, its terms, whom to write to.
#[component]
pub fn Colophon(props: &FrameProps) -> Html {
    let (drawing, frame) = (&props.drawing(), &props.frame);
    let (lang, dir) = props.language_marks();
    html! {
        <footer class="colophon" {lang} {dir}>
            <p class="name"><a href={drawing.inside("")}>{ &frame.name }</a></p>
            <ul>
                for place in &frame.places {
                    <li key={&*place.address}>
                        { drawing.linked(&place.address, html! { &place.name }) }
                    </li>
                }
            </ul>
            if let Some(licence) = &frame.licence {
                { notice(drawing, drawing.words.licence, licence) }
            }
            if let Some(contact) = &frame.contact {
                { notice(drawing, drawing.words.contact, contact) }
            }
        </footer>
    }
}
