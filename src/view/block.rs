//! Draws the blocks of a body.
//!
//! Entry point: [`blocks`]. What a block holds is drawn by [`super::text`] and [`super::media`].

use yew::prelude::*;

use super::Drawing;
use super::media::{self, Place};
use super::text::{linked, text};
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
    let words = if moment.text.is_empty() {
        &moment.datetime
    } else {
        &moment.text
    };
    html! { <time datetime={moment.datetime.clone()}>{ words }</time> }
}

fn block(drawing: &Drawing, block: &Block) -> Html {
    match block {
        Block::Paragraph(words) => html! { <p>{ text(drawing, words) }</p> },
        Block::Heading(content) => heading(drawing, content),
        Block::List(content) => list(drawing, content),
        Block::Quotation(content) => quotation(drawing, content),
        Block::PullQuote(content) => pull_quote(drawing, content),
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
        Block::Divider(_) => html! { <hr /> },
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
            html! { <p class="gap">{ words.replace("{kind}", &gap.kind) }</p> }
        }
    }
}

fn heading(drawing: &Drawing, heading: &Heading) -> Html {
    let id = (!heading.id.is_empty()).then(|| heading.id.clone());
    let words = text(drawing, &heading.text);
    match heading.level {
        4 => html! { <h4 {id}>{ words }</h4> },
        3 => html! { <h3 {id}>{ words }</h3> },
        _ => html! { <h2 {id}>{ words }</h2> },
    }
}

fn list(drawing: &Drawing, list_: &List) -> Html {
    let items = list_.items.iter().map(|item| {
        let inner = item.list.as_ref().map(|inner| list(drawing, inner));
        html! { <li>{ text(drawing, &item.text) }{ inner }</li> }
    });
    if list_.ordered {
        html! { <ol>{ for items }</ol> }
    } else {
        html! { <ul>{ for items }</ul> }
    }
}

fn attribution(drawing: &Drawing, quotation: &Quotation) -> Option<Html> {
    (!quotation.attribution.is_empty()).then(|| {
        let words = text(drawing, &quotation.attribution);
        let words = if quotation.source.is_empty() {
            words
        } else {
            linked(drawing, &quotation.source, words)
        };
        html! { <footer>{ words }</footer> }
    })
}

fn quotation(drawing: &Drawing, quotation: &Quotation) -> Html {
    html! {
        <blockquote>
            <p>{ text(drawing, &quotation.text) }</p>
            { attribution(drawing, quotation) }
        </blockquote>
    }
}

fn pull_quote(drawing: &Drawing, quotation: &Quotation) -> Html {
    html! {
        <aside class="pull-quote">
            <p>{ text(drawing, &quotation.text) }</p>
            { attribution(drawing, quotation) }
        </aside>
    }
}

fn see_also(drawing: &Drawing, line: &SeeAlso) -> Html {
    if line.address.is_empty() {
        return Html::default();
    }
    html! {
        <p class="see-also">
            <b>{ drawing.words.see_also }</b>
            { " " }
            { linked(drawing, &line.address, html! { &line.headline }) }
        </p>
    }
}

fn table(drawing: &Drawing, table: &Table) -> Html {
    let rows = table.rows.iter().map(|row| {
        let cells = row.iter().enumerate().map(|(column, cell)| {
            if column == 0 && table.row_headers {
                html! { <th scope="row">{ text(drawing, cell) }</th> }
            } else {
                html! { <td>{ text(drawing, cell) }</td> }
            }
        });
        html! { <tr>{ for cells }</tr> }
    });
    let header = (!table.header.is_empty()).then(|| {
        let cells = table
            .header
            .iter()
            .map(|cell| html! { <th scope="col">{ text(drawing, cell) }</th> });
        html! { <thead><tr>{ for cells }</tr></thead> }
    });
    let caption = (!table.caption.is_empty())
        .then(|| html! { <caption>{ text(drawing, &table.caption) }</caption> });
    let label = if table.caption.is_empty() {
        drawing.words.table.to_owned()
    } else {
        table.caption.plain()
    };
    // A wide table scrolls by itself; the keyboard must reach what scrolls (WCAG 2.2, 2.1.1).
    html! {
        <div class="table" role="region" tabindex="0" aria-label={label}>
            <table>
                { caption }
                { header }
                <tbody>{ for rows }</tbody>
            </table>
        </div>
    }
}

fn code(drawing: &Drawing, code: &Code) -> Html {
    let class = (!code.language.is_empty()).then(|| format!("language-{}", code.language));
    let listing = html! { <pre tabindex="0"><code {class}>{ &code.text }</code></pre> };
    if code.caption.is_empty() {
        return listing;
    }
    html! { <figure class="listing">{ listing }<figcaption>{ text(drawing, &code.caption) }</figcaption></figure> }
}

fn fact_box(drawing: &Drawing, fact_box: &FactBox) -> Html {
    let label = if fact_box.title.is_empty() {
        drawing.words.fact_box.to_owned()
    } else {
        fact_box.title.plain()
    };
    html! {
        <aside class="fact-box" aria-label={label}>
            if !fact_box.title.is_empty() {
                <p class="title">{ text(drawing, &fact_box.title) }</p>
            }
            { blocks(drawing, &fact_box.body) }
        </aside>
    }
}

fn key_points(drawing: &Drawing, points: &[Text]) -> Html {
    let points = points
        .iter()
        .map(|point| html! { <li>{ text(drawing, point) }</li> });
    html! {
        <aside class="key-points" aria-label={drawing.words.key_points}>
            <p class="title">{ drawing.words.key_points }</p>
            <ul>{ for points }</ul>
        </aside>
    }
}

fn timeline(drawing: &Drawing, timeline: &Timeline) -> Html {
    let entries = timeline.entries.iter().map(|entry| {
        html! {
            <li>
                <p class="when">{ time(&entry.date) }</p>
                if !entry.title.is_empty() {
                    <p class="title">{ text(drawing, &entry.title) }</p>
                }
                { blocks(drawing, &entry.body) }
            </li>
        }
    });
    let label = if timeline.title.is_empty() {
        drawing.words.timeline.to_owned()
    } else {
        timeline.title.plain()
    };
    html! {
        <section class="timeline" aria-label={label}>
            if !timeline.title.is_empty() {
                <p class="title">{ text(drawing, &timeline.title) }</p>
            }
            <ol>{ for entries }</ol>
        </section>
    }
}

fn questions(drawing: &Drawing, questions: &[Question]) -> Html {
    let questions = questions.iter().map(|one| {
        html! {
            <div>
                <dt>{ text(drawing, &one.question) }</dt>
                <dd>{ blocks(drawing, &one.answer) }</dd>
            </div>
        }
    });
    html! { <dl class="questions">{ for questions }</dl> }
}

fn footnotes(drawing: &Drawing, notes: &[Footnote]) -> Html {
    let notes = notes.iter().map(|note| {
        html! {
            <li id={format!("note-{}", note.id)} role="doc-footnote">
                { text(drawing, &note.text) }
                { " " }
                <a href={format!("#mark-{}", note.id)} role="doc-backlink" aria-label={drawing.words.back_to_text}>{ "↩" }</a>
            </li>
        }
    });
    html! {
        <section class="footnotes" aria-label={drawing.words.footnotes}>
            <p class="title">{ drawing.words.footnotes }</p>
            <ol>{ for notes }</ol>
        </section>
    }
}

fn update(drawing: &Drawing, update: &Update) -> Html {
    let id = (!update.id.is_empty()).then(|| update.id.clone());
    html! {
        <section class="update" {id}>
            <p class="when">{ time(&update.date) }</p>
            if !update.headline.is_empty() {
                <h2>{ text(drawing, &update.headline) }</h2>
            }
            { blocks(drawing, &update.body) }
        </section>
    }
}

/// Draws something put right.
pub fn correction(drawing: &Drawing, correction: &Correction) -> Html {
    html! {
        <aside class="correction" aria-label={drawing.words.correction}>
            <p><b>{ drawing.words.correction }</b>{ " " }{ time(&correction.date) }{ " " }{ text(drawing, &correction.text) }</p>
        </aside>
    }
}
