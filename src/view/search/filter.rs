//! Draws something the stories found can be narrowed by.
//!
//! Entry point: [`filter`].

use yew::prelude::*;

use crate::paper::page::Filter;

/// Something the stories found can be narrowed by: one of several choices.
pub(super) fn filter(filter: &Filter) -> Html {
    html! {
        <label key={&*filter.name}>
            { &filter.label }
            <select name={filter.name.clone()}>
                for choice in &filter.choices {
                    <option
                        key={&*choice.value}
                        value={choice.value.clone()}
                        selected={choice.chosen}
                    >
                        { &choice.text }
                    </option>
                }
            </select>
        </label>
    }
}
