//! Draws running text.
//!
//! Entry point: [`text`].

use yew::prelude::*;

use super::Drawing;
use crate::story::language::Direction;
use crate::story::text::{Span, Text};

/// Draws the spans of a text.
pub fn text(drawing: &Drawing, text: &Text) -> Html {
    match text.0.as_slice() {
        [only] => span(drawing, only),
        spans => spans.iter().map(|one| span(drawing, one)).collect(),
    }
}

fn span(drawing: &Drawing, span: &Span) -> Html {
    match span {
        Span::Text(words) => html! { words },
        Span::Emphasis(inner) => html! { <em>{ text(drawing, inner) }</em> },
        Span::Strong(inner) => html! { <strong>{ text(drawing, inner) }</strong> },
        Span::Sub(inner) => html! { <sub>{ text(drawing, inner) }</sub> },
        Span::Sup(inner) => html! { <sup>{ text(drawing, inner) }</sup> },
        Span::Strike(inner) => html! { <s>{ text(drawing, inner) }</s> },
        Span::Mark(inner) => html! { <mark>{ text(drawing, inner) }</mark> },
        Span::Code(words) => html! { <code>{ words }</code> },
        Span::Abbreviation(short) => {
            html! { <abbr title={short.title.clone()}>{ &short.text }</abbr> }
        }
        Span::Link(link) => linked(drawing, &link.href, text(drawing, &link.text)),
        Span::Foreign(run) => {
            let direction = run
                .direction
                .unwrap_or_else(|| Direction::of(&run.language));
            html! {
                <i class="foreign" lang={run.language.clone()} dir={direction.as_str()}>{ text(drawing, &run.text) }</i>
            }
        }
        Span::Footnote(id) => footnote_mark(drawing, id),
        Span::LineBreak(_) => html! { <br /> },
        Span::Unsupported(gap) => html! { <span class="gap">{ format!("[{}]", gap.kind) }</span> },
    }
}

/// Draws words as a link where the allow-list permits its address, else the words alone.
pub fn linked(drawing: &Drawing, href: &str, words: Html) -> Html {
    match drawing.href(href) {
        Some(href) => html! { <a {href}>{ words }</a> },
        None => words,
    }
}

fn footnote_mark(drawing: &Drawing, id: &str) -> Html {
    let number = drawing.footnotes.iter().position(|known| known == id);
    let Some(number) = number else {
        return html! { <sup>{ format!("[{id}]") }</sup> };
    };
    let mut marked = drawing.marked.borrow_mut();
    let first = !marked.iter().any(|known| known == id);
    if first {
        marked.push(id.to_owned());
    }
    let mark_id = first.then(|| format!("mark-{id}"));
    html! {
        <sup><a id={mark_id} class="mark" href={format!("#note-{id}")} role="doc-noteref">{ number + 1 }</a></sup>
    }
}
