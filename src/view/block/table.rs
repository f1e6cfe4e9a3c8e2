//! Draws a table.
//!
//! Entry point: [`Table`].

use yew::prelude::*;

use super::title::name;
use crate::story::{Text, block};
use crate::view::Drawing;
use crate::view::text::Texts;

/// A table.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct TableProps {
    /// What it is drawn with.
    pub drawing: Drawing,
    /// Its caption and cells.
    pub table: block::Table,
}

/// A table in a frame. A wide one scrolls by itself; the keyboard must reach what scrolls (WCAG 2.2, 2.1.1).
#[component]
pub fn Table(props: &TableProps) -> Html {
    let TableProps { drawing, table } = props;
    let texts = &drawing.texts();
    html! {
        <div
            class="table"
            role="region"
            tabindex="0"
            aria-label={name(&table.caption, drawing.words.table)}
        >
            <table>
                if !table.caption.is_empty() {
                    <caption>{ texts.draw(&table.caption) }</caption>
                }
                if !table.header.is_empty() {
                    <thead>
                        <tr>
                            for words in &table.header {
                                <th scope="col">{ texts.draw(words) }</th>
                            }
                        </tr>
                    </thead>
                }
                <tbody>
                    for row in &table.rows {
                        <tr>{ cells(texts, row, table.row_headers) }</tr>
                    }
                </tbody>
            </table>
        </div>
    }
}

fn cells(texts: &Texts, row: &[Text], has_header: bool) -> Html {
    html! {
        for (column, words) in row.iter().enumerate() {
            if column == 0 && has_header {
                <th scope="row">{ texts.draw(words) }</th>
            } else {
                <td>{ texts.draw(words) }</td>
            }
        }
    }
}
