//! Draws a table.
//!
//! Entry point: [`table`].

use yew::prelude::*;

use super::title::name;
use crate::story::{Text, block};
use crate::view::Drawing;

/// A table in a frame. A wide one scrolls by itself; the keyboard must reach what scrolls (WCAG 2.2, 2.1.1).
pub(super) fn table(drawing: &Drawing, table: &block::Table) -> Html {
    html! {
        <div
            class="table"
            role="region"
            tabindex="0"
            aria-label={name(&table.caption, drawing.words.table)}
        >
            <table>
                if !table.caption.is_empty() {
                    <caption>{ drawing.text(&table.caption) }</caption>
                }
                if !table.header.is_empty() {
                    <thead>
                        <tr>
                            for words in &table.header {
                                <th scope="col">{ drawing.text(words) }</th>
                            }
                        </tr>
                    </thead>
                }
                <tbody>
                    for row in &table.rows {
                        <tr>{ cells(drawing, row, table.row_headers) }</tr>
                    }
                </tbody>
            </table>
        </div>
    }
}

fn cells(drawing: &Drawing, row: &[Text], has_header: bool) -> Html {
    html! {
        for (column, words) in row.iter().enumerate() {
            if column == 0 && has_header {
                <th scope="row">{ drawing.text(words) }</th>
            } else {
                <td>{ drawing.text(words) }</td>
            }
        }
    }
}
