//! Draws preformatted text.
//!
//! Entry point: [`code`].

use yew::prelude::*;

use crate::story::block::Code;
use crate::view::Drawing;

/// Preformatted text, with words under it where it has some.
pub(super) fn code(drawing: &Drawing, code: &Code) -> Html {
    let class = (!code.language.is_empty()).then(|| "language-".to_owned() + &code.language);
    let listing = html! {
        <pre tabindex="0"><code class={classes!(class)}>{ &code.text }</code></pre>
    };
    if code.caption.is_empty() {
        return listing;
    }
    html! {
        <figure class="listing">
            { listing }
            <figcaption>{ drawing.text(&code.caption) }</figcaption>
        </figure>
    }
}
