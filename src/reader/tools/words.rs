//! The texts of the tools, in the language of the page that is shown.
//!
//! Entry points: [`load`], then [`say`]. The press publishes one file for each language, and names them to the module
//! that starts the reader (`data-words-en`).

use gloo_net::http::Request;
use js_sys::Array;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::Response;

use crate::reader::Reader;
use crate::story::language::primary;
use crate::view::words::ToolWord;

/// One text; nothing, before they have come.
pub(in crate::reader) fn say(reader: &Reader, word: ToolWord) -> String {
    let texts = reader.tools.texts.borrow();
    texts.get(word as u32).as_string().unwrap_or_default()
}

/// Loads the texts of the shown page's language, unless they are there; calls when it has.
pub(super) fn load(reader: &'static Reader, then: fn(&'static Reader)) {
    let Some(url) = url(reader) else {
        return;
    };
    if *reader.tools.texts_url.borrow() == url {
        return then(reader);
    }
    spawn_local(async move {
        // Without them the tools stay as they are: not there, or in the language of the page before.
        if let Some(texts) = fetch(&url).await {
            reader.tools.texts.replace(texts);
            reader.tools.texts_url.replace(url);
            then(reader);
        }
    });
}

fn url(reader: &Reader) -> Option<String> {
    let script = reader.document.get_element_by_id("newsprint")?;
    let language = primary(&reader.shown.borrow().head.language).to_ascii_lowercase();
    let own = script.get_attribute(&["data-words-", &language].concat());
    own.or_else(|| script.get_attribute("data-words-en"))
}

async fn fetch(url: &str) -> Option<Array> {
    // Made without gloo's builder, which takes URLs apart and brings the code for it.
    let request = web_sys::Request::new_with_str(url).ok()?;
    let response = Request::from(request).send().await.ok()?;
    let response: Response = response.into();
    JsFuture::from(response.json().ok()?)
        .await
        .ok()?
        .dyn_into()
        .ok()
}
