//! Draws running text.
//!
//! Entry point: [`Texts`], which a component begins for the texts in it. Spans are drawn by plain functions: a page has
//! thousands of them, and each component would be a scope of its own that Yew makes and takes down.

use std::cell::Cell;

use yew::prelude::*;

use super::Drawing;
use super::marks::Marked;
use crate::story::digits::digits;
use crate::story::language::Direction;
use crate::story::text::{Span, Text};

/// Draws the texts of one part of a page, in reading order: each mark of a footnote counts on from those before.
pub struct Texts<'a> {
    /// What the part is drawn with.
    pub drawing: &'a Drawing,
    marks: Cell<usize>,
}

impl Drawing {
    /// Begins to draw the texts of a part. It begins anew with every drawing, so that each gives the same.
    pub fn texts(&self) -> Texts<'_> {
        Texts {
            drawing: self,
            marks: Cell::new(self.marks_before()),
        }
    }

    /// Draws words as a link where the allow-list permits its address, else the words alone.
    pub fn linked(&self, href: &str, words: Html) -> Html {
        match self.href(href) {
            Some(href) => html! { <a {href}>{ words }</a> },
            None => words,
        }
    }
}

impl Texts<'_> {
    /// Draws a text.
    pub fn draw(&self, text: &Text) -> Html {
        match text.0.as_slice() {
            [only] => self.span(only),
            spans => spans.iter().map(|one| self.span(one)).collect(),
        }
    }

    /// What a component is drawn with that stands here and draws this part.
    pub(super) fn drawing_of(&self, part: &dyn Marked) -> Drawing {
        let marks_before = self.marks.get();
        self.marks.set(marks_before + self.drawing.count(part));
        self.drawing.after(marks_before)
    }

    fn span(&self, span: &Span) -> Html {
        match span {
            Span::Text(plain) => Html::from(plain),
            Span::Emphasis(inner) => html! { <em>{ self.draw(inner) }</em> },
            Span::Strong(inner) => html! { <strong>{ self.draw(inner) }</strong> },
            Span::Sub(inner) => html! { <sub>{ self.draw(inner) }</sub> },
            Span::Sup(inner) => html! { <sup>{ self.draw(inner) }</sup> },
            Span::Strike(inner) => html! { <s>{ self.draw(inner) }</s> },
            Span::Mark(inner) => html! { <mark>{ self.draw(inner) }</mark> },
            Span::Code(code) => html! { <code>{ code }</code> },
            Span::Abbreviation(short) => {
                html! { <abbr title={short.title.clone()}>{ &short.text }</abbr> }
            }
            Span::Link(to) => self.drawing.linked(&to.href, self.draw(&to.text)),
            Span::Foreign(run) => {
                let direction = run.direction;
                let direction = direction.unwrap_or_else(|| Direction::of(&run.language));
                html! {
                    <i class="foreign" lang={run.language.clone()} dir={direction.as_str()}>
                        { self.draw(&run.text) }
                    </i>
                }
            }
            Span::Footnote(id) => self.footnote_mark(id),
            Span::LineBreak(_) => html! { <br /> },
            Span::Unsupported(gap) => html! { <span class="gap">{ bracketed(&gap.kind) }</span> },
        }
    }

    fn footnote_mark(&self, id: &str) -> Html {
        let mark = self.marks.get();
        self.marks.set(mark + 1);
        let Some(number) = self.drawing.number(id) else {
            return html! { <sup>{ bracketed(id) }</sup> };
        };
        let is_first = self.drawing.is_first(id, mark);
        html! {
            <sup>
                <a
                    class="mark"
                    id={is_first.then(|| "mark-".to_owned() + id)}
                    href={"#note-".to_owned() + id}
                    role="doc-noteref"
                >
                    { digits(number) }
                </a>
            </sup>
        }
    }
}

fn bracketed(words: &str) -> String {
    ["[", words, "]"].concat()
}

/// A text that is left out when it is empty, such as the value of an attribute.
pub(super) fn filled(text: &str) -> Option<String> {
    (!text.is_empty()).then(|| text.to_owned())
}
