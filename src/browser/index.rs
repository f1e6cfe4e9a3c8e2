//! Asks the search index, with the script that the search page names (`static/search.js`, with Pagefind).
//!
//! Entry point: [`ask`].

use js_sys::{Function, Promise};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;

use super::{module, property};
use crate::story::digits::digits;

/// What the script at this URL answers of the first `shown` stories for a query, as the JSON of a page; `None` when it does
/// not come, or cannot find out.
pub(crate) async fn ask(script: &str, query: &str, language: &str, shown: u32) -> Option<String> {
    let module = module::load(script).await;
    let module = module.inspect_err(|_| module::failed(script));
    let module = module.ok()?;
    let look_up: Function = property(&module, "newsprint").dyn_into().ok()?;
    let query = [query, "&shown=", &digits(shown)].concat();
    let answer: Promise = look_up
        .call2(&module, &query.into(), &language.into())
        .ok()?
        .dyn_into()
        .ok()?;
    JsFuture::from(answer).await.ok()?.as_string()
}
