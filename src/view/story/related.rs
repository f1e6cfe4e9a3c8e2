//! Draws the stories to read next.
//!
//! Entry point: [`Related`], where there are such stories.

use yew::prelude::*;

use super::StoryProps;
use crate::view::teaser::headline_list;
use crate::view::words::fill;

/// The stories that have to do with this one, and the newest others of its section. The latter are no landmark: a second
/// without a name of its own would not be told from the first.
#[component]
pub fn Related(props: &StoryProps) -> Html {
    let StoryProps { drawing, page } = props;
    let section = [("section", page.section.name.as_str())];
    html! {
        <>
            if !page.related.is_empty() {
                <aside class="related">
                    <h2>{ drawing.words.related }</h2>
                    { headline_list(drawing, &page.related) }
                </aside>
            }
            if !page.more.is_empty() {
                <section class="related more">
                    <h2>{ fill(drawing.words.more_in_section, &section) }</h2>
                    { headline_list(drawing, &page.more) }
                </section>
            }
        </>
    }
}
