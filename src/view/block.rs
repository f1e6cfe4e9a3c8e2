//! Draws the blocks of a body.
//!
//! Entry point: [`blocks`]. What a block holds is drawn by [`super::text`] and [`super::media`].

use yew::prelude::*;

use super::Drawing;
use super::element::{attributes, element, filled, together, unless, words};
use super::media::{self, Place};
use super::text::{linked, text};
use super::words::fill;
use crate::story::block::*;
use crate::story::{Block, Correction, Moment, Text};

/// Draws blocks in order.
pub fn blocks(drawing: &Drawing, blocks: &[Block]) -> Html {
    blocks.iter().map(|one| block(drawing, one)).collect()
}

/// Ids of all footnotes, in order.
pub fn footnote_ids(blocks: &[Block]) -> Vec<String> {
    let mut ids = Vec::new();
    for block in blocks {
        if let Block::Footnotes(notes) = block {
            ids.extend(notes.iter().map(|note| note.id.clone()));
        }
        for inner in block.inner() {
            ids.extend(footnote_ids(inner));
        }
    }
    ids
}

/// Draws a moment.
pub fn time(moment: &Moment) -> Html {
    let shown = if moment.text.is_empty() {
        &moment.datetime
    } else {
        &moment.text
    };
    element("time")
        .with(attributes! { "datetime" = moment.datetime.clone() })
        .words(shown)
}

fn block(drawing: &Drawing, block: &Block) -> Html {
    match block {
        Block::Paragraph(words) => element("p").around(text(drawing, words)),
        Block::Heading(content) => heading(drawing, content),
        Block::List(content) => list(drawing, content),
        Block::Quotation(content) => element("blockquote").around(quoted(drawing, content)),
        Block::PullQuote(content) => {
            let quoted = quoted(drawing, content);
            element("div").class("pull-quote").around(quoted)
        }
        Block::SeeAlso(content) => see_also(drawing, content),
        Block::Picture(content) => media::figure(drawing, content, Place::Body),
        Block::Gallery(content) => media::gallery(drawing, content),
        Block::Table(content) => table(drawing, content),
        Block::Code(content) => code(drawing, content),
        Block::FactBox(content) => fact_box(drawing, content),
        Block::KeyPoints(points) => key_points(drawing, points),
        Block::Timeline(content) => timeline(drawing, content),
        Block::Questions(content) => questions(drawing, content),
        Block::Footnotes(notes) => footnotes(drawing, notes),
        Block::Divider(_) => element("hr").html(),
        Block::Audio(content) => media::audio(drawing, content),
        Block::Video(content) => media::video(drawing, content),
        Block::Embed(content) => media::embed(drawing, content),
        Block::Update(content) => update(drawing, content),
        Block::Correction(content) => correction(drawing, content),
        Block::Unsupported(gap) => {
            let words = if gap.faulty {
                drawing.words.faulty_block
            } else {
                drawing.words.unsupported_block
            };
            let words = fill(words, &[("kind", &gap.kind)]);
            element("p").class("gap").words(&words)
        }
    }
}

fn heading(drawing: &Drawing, heading: &Heading) -> Html {
    let name = match heading.level {
        4 => "h4",
        3 => "h3",
        _ => "h2",
    };
    element(name)
        .with(attributes! { "id" = filled(&heading.id) })
        .around(text(drawing, &heading.text))
}

fn list(drawing: &Drawing, list_: &List) -> Html {
    let items = list_.items.iter().map(|item| {
        let inner = item.list.as_ref().map(|inner| list(drawing, inner));
        let words = text(drawing, &item.text);
        element("li")
            .add(words)
            .add(inner.unwrap_or_default())
            .html()
    });
    element(if list_.ordered { "ol" } else { "ul" }).around(items.collect())
}

fn quoted(drawing: &Drawing, quotation: &Quotation) -> Html {
    let attribution = unless(quotation.attribution.is_empty(), || {
        let words = text(drawing, &quotation.attribution);
        let words = if quotation.source.is_empty() {
            words
        } else {
            linked(drawing, &quotation.source, words)
        };
        element("footer").around(words)
    });
    let words = element("p").around(text(drawing, &quotation.text));
    together(vec![words, attribution])
}

fn see_also(drawing: &Drawing, line: &SeeAlso) -> Html {
    unless(line.address.is_empty(), || {
        let headline = linked(drawing, &line.address, words(&line.headline));
        let label = element("b").words(drawing.words.see_also);
        element("p")
            .class("see-also")
            .add(label)
            .say(" ")
            .add(headline)
            .html()
    })
}

fn table(drawing: &Drawing, table: &Table) -> Html {
    let cell = |name, scope: &str, words: &Text| {
        element(name)
            .with(attributes! { "scope" = filled(scope) })
            .around(text(drawing, words))
    };
    let rows = table.rows.iter().map(|row| {
        let cells = row.iter().enumerate().map(|(column, words)| {
            if column == 0 && table.row_headers {
                cell("th", "row", words)
            } else {
                cell("td", "", words)
            }
        });
        element("tr").around(cells.collect())
    });
    let header = unless(table.header.is_empty(), || {
        let cells = table.header.iter().map(|words| cell("th", "col", words));
        let row = element("tr").around(cells.collect());
        element("thead").around(row)
    });
    let caption = unless(table.caption.is_empty(), || {
        element("caption").around(text(drawing, &table.caption))
    });
    let rows = element("tbody").around(rows.collect());
    let table_ = element("table").add(caption).add(header).add(rows).html();
    // A wide table scrolls by itself; the keyboard must reach what scrolls (WCAG 2.2, 2.1.1).
    element("div").with(attributes! { "class" = "table", "role" = "region", "tabindex" = "0", "aria-label" = name(&table.caption, drawing.words.table) })
        .around(table_)
}

fn code(drawing: &Drawing, code: &Code) -> Html {
    let class = (!code.language.is_empty()).then(|| "language-".to_owned() + &code.language);
    let words = element("code")
        .with(attributes! { "class" = class })
        .words(&code.text);
    let listing = element("pre")
        .with(attributes! { "tabindex" = "0" })
        .around(words);
    if code.caption.is_empty() {
        return listing;
    }
    let caption = element("figcaption").around(text(drawing, &code.caption));
    element("figure")
        .class("listing")
        .add(listing)
        .add(caption)
        .html()
}

/// What a part is called: its title, else what parts of its kind are called.
fn name(title: &Text, otherwise: &str) -> String {
    if title.is_empty() {
        otherwise.to_owned()
    } else {
        title.plain()
    }
}

fn title(drawing: &Drawing, words: &Text) -> Html {
    unless(words.is_empty(), || {
        element("p").class("title").around(text(drawing, words))
    })
}

fn fact_box(drawing: &Drawing, fact_box: &FactBox) -> Html {
    let title_ = title(drawing, &fact_box.title);
    let body = blocks(drawing, &fact_box.body);
    element("aside").with(attributes! { "class" = "fact-box", "aria-label" = name(&fact_box.title, drawing.words.fact_box) })
        .add(title_)
        .add(body)
        .html()
}

fn key_points(drawing: &Drawing, points: &[Text]) -> Html {
    let points = points
        .iter()
        .map(|point| element("li").around(text(drawing, point)));
    let title = element("p").class("title").words(drawing.words.key_points);
    let points = element("ul").around(points.collect());
    element("aside")
        .with(attributes! { "class" = "key-points", "aria-label" = drawing.words.key_points })
        .add(title)
        .add(points)
        .html()
}

fn timeline(drawing: &Drawing, timeline: &Timeline) -> Html {
    let entries = timeline.entries.iter().map(|entry| {
        let when = element("p").class("when").around(time(&entry.date));
        let title = title(drawing, &entry.title);
        let body = blocks(drawing, &entry.body);
        element("li").add(when).add(title).add(body).html()
    });
    let title = title(drawing, &timeline.title);
    let entries = element("ol").around(entries.collect());
    element("section").with(attributes! { "class" = "timeline", "aria-label" = name(&timeline.title, drawing.words.timeline) })
        .add(title)
        .add(entries)
        .html()
}

fn questions(drawing: &Drawing, questions: &[Question]) -> Html {
    let questions = questions.iter().map(|one| {
        let question = element("dt").around(text(drawing, &one.question));
        let answer = element("dd").around(blocks(drawing, &one.answer));
        element("div").add(question).add(answer).html()
    });
    element("dl").class("questions").around(questions.collect())
}

fn footnotes(drawing: &Drawing, notes: &[Footnote]) -> Html {
    let notes = notes.iter().map(|note| {
        let back = element("a").with(attributes! { "href" = "#mark-".to_owned() + &note.id, "role" = "doc-backlink", "aria-label" = drawing.words.back_to_text })
            .words("↩");
        element("li").with(attributes! { "id" = "note-".to_owned() + &note.id })
            .add(text(drawing, &note.text))
            .say(" ")
            .add(back)
            .html()
    });
    let title = element("p").class("title").words(drawing.words.footnotes);
    let notes = element("ol").around(notes.collect());
    element("section")
        .with(attributes! { "class" = "footnotes", "role" = "doc-endnotes", "aria-label" = drawing.words.footnotes })
        .add(title)
        .add(notes)
        .html()
}

fn update(drawing: &Drawing, update: &Update) -> Html {
    let when = element("p").class("when").around(time(&update.date));
    let headline = unless(update.headline.is_empty(), || {
        element("h2").around(text(drawing, &update.headline))
    });
    let body = blocks(drawing, &update.body);
    element("section")
        .with(attributes! { "class" = "update", "id" = filled(&update.id) })
        .add(when)
        .add(headline)
        .add(body)
        .html()
}

/// Draws something put right.
pub fn correction(drawing: &Drawing, correction: &Correction) -> Html {
    element("div")
        .with(attributes! { "class" = "correction", "role" = "note", "aria-label" = drawing.words.correction })
        .around(
            element("p")
                .add(element("b").words(drawing.words.correction))
                .say(" ")
                .add(time(&correction.date))
                .say(" ")
                .add(text(drawing, &correction.text))
                .html(),
        )
}
