//! Draws running text.
//!
//! Entry point: [`text`].

use yew::prelude::*;

use super::Drawing;
use super::element::{attributes, element, link, words};
use crate::story::digits::digits;
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
    let run = |name, inner| element(name).around(text(drawing, inner));
    match span {
        Span::Text(plain) => words(plain),
        Span::Emphasis(inner) => run("em", inner),
        Span::Strong(inner) => run("strong", inner),
        Span::Sub(inner) => run("sub", inner),
        Span::Sup(inner) => run("sup", inner),
        Span::Strike(inner) => run("s", inner),
        Span::Mark(inner) => run("mark", inner),
        Span::Code(code) => element("code").words(code),
        Span::Abbreviation(short) => element("abbr")
            .with(attributes! { "title" = short.title.clone() })
            .words(&short.text),
        Span::Link(to) => linked(drawing, &to.href, text(drawing, &to.text)),
        Span::Foreign(run) => {
            let direction = run
                .direction
                .unwrap_or_else(|| Direction::of(&run.language));
            element("i").with(attributes! { "class" = "foreign", "lang" = run.language.clone(), "dir" = direction.as_str() })
                .around(text(drawing, &run.text))
        }
        Span::Footnote(id) => footnote_mark(drawing, id),
        Span::LineBreak(_) => element("br").html(),
        Span::Unsupported(gap) => element("span").class("gap").words(&bracketed(&gap.kind)),
    }
}

fn bracketed(words: &str) -> String {
    ["[", words, "]"].concat()
}

/// Draws words as a link where the allow-list permits its address, else the words alone.
pub fn linked(drawing: &Drawing, href: &str, words: Html) -> Html {
    match drawing.href(href) {
        Some(href) => link(href).around(words),
        None => words,
    }
}

fn footnote_mark(drawing: &Drawing, id: &str) -> Html {
    let number = drawing.footnotes.iter().position(|known| known == id);
    let Some(number) = number else {
        return element("sup").words(&bracketed(id));
    };
    let mut marked = drawing.marked.borrow_mut();
    let first = !marked.iter().any(|known| known == id);
    if first {
        marked.push(id.to_owned());
    }
    let mark = element("a").with(attributes! { "class" = "mark", "id" = first.then(|| "mark-".to_owned() + id), "href" = "#note-".to_owned() + id, "role" = "doc-noteref" })
        .words(&digits(number + 1));
    element("sup").around(mark)
}
