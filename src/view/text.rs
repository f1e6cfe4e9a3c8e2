//! Draws running text.
//!
//! Entry point: [`Drawing::text`]. Spans are drawn by plain functions: a page has thousands of them, and each component
//! would be a scope of its own that Yew makes and takes down.

use yew::prelude::*;

use super::Drawing;
use crate::story::digits::digits;
use crate::story::language::Direction;
use crate::story::text::{FootnoteMark, Span, Text};

impl Drawing {
    /// Draws a text.
    pub fn text(&self, text: &Text) -> Html {
        match text.0.as_slice() {
            [only] => self.span(only),
            spans => spans.iter().map(|one| self.span(one)).collect(),
        }
    }

    /// Draws words as a link where the allow-list permits its address, else the words alone.
    pub fn linked(&self, href: &str, words: Html) -> Html {
        match self.href(href) {
            Some(href) => html! { <a {href}>{ words }</a> },
            None => words,
        }
    }

    fn span(&self, span: &Span) -> Html {
        match span {
            Span::Text(plain) => Html::from(plain),
            Span::Emphasis(inner) => html! { <em>{ self.text(inner) }</em> },
            Span::Strong(inner) => html! { <strong>{ self.text(inner) }</strong> },
            Span::Sub(inner) => html! { <sub>{ self.text(inner) }</sub> },
            Span::Sup(inner) => html! { <sup>{ self.text(inner) }</sup> },
            Span::Strike(inner) => html! { <s>{ self.text(inner) }</s> },
            Span::Mark(inner) => html! { <mark>{ self.text(inner) }</mark> },
            Span::Code(code) => html! { <code>{ code }</code> },
            Span::Abbreviation(short) => {
                html! { <abbr title={short.title.clone()}>{ &short.text }</abbr> }
            }
            Span::Link(to) => self.linked(&to.href, self.text(&to.text)),
            Span::Foreign(run) => {
                let direction = run.direction;
                let direction = direction.unwrap_or_else(|| Direction::of(&run.language));
                html! {
                    <i class="foreign" lang={run.language.clone()} dir={direction.as_str()}>
                        { self.text(&run.text) }
                    </i>
                }
            }
            Span::Footnote(mark) => footnote_mark(mark),
            Span::LineBreak(_) => html! { <br /> },
            Span::Unsupported(gap) => html! { <span class="gap">{ bracketed(&gap.kind) }</span> },
        }
    }
}

/// A mark that leads to its note; the note leads back to the first one. One without a note is drawn as it is written.
fn footnote_mark(mark: &FootnoteMark) -> Html {
    let id = &mark.id;
    if mark.number == 0 {
        return html! { <sup>{ bracketed(id) }</sup> };
    }
    html! {
        <sup>
            <a
                class="mark"
                id={mark.first.then(|| "mark-".to_owned() + id)}
                href={"#note-".to_owned() + id}
                role="doc-noteref"
            >
                { digits(mark.number) }
            </a>
        </sup>
    }
}

fn bracketed(words: &str) -> String {
    ["[", words, "]"].concat()
}

/// A text that is left out when it is empty, such as the value of an attribute.
pub(super) fn filled(text: &str) -> Option<String> {
    (!text.is_empty()).then(|| text.to_owned())
}
