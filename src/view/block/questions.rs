//! Draws questions and answers.
//!
//! Entry point: [`questions`].

use yew::prelude::*;

use super::blocks;
use crate::story::block::Question;
use crate::view::text::Texts;

/// Questions and answers.
pub(super) fn questions(texts: &Texts, questions: &[Question]) -> Html {
    html! {
        <dl class="questions">
            for one in questions {
                <div>
                    <dt>{ texts.draw(&one.question) }</dt>
                    <dd>{ blocks(texts, &one.answer) }</dd>
                </div>
            }
        </dl>
    }
}
