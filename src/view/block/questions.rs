//! Draws questions and answers.
//!
//! Entry point: [`questions`].

use yew::prelude::*;

use super::blocks;
use crate::story::block::Question;
use crate::view::Drawing;

/// Questions and answers.
pub(super) fn questions(drawing: &Drawing, questions: &[Question]) -> Html {
    html! {
        <dl class="questions">
            for one in questions {
                <div>
                    <dt>{ drawing.text(&one.question) }</dt>
                    <dd>{ blocks(drawing, &one.answer) }</dd>
                </div>
            }
        </dl>
    }
}
