//! Hands a text to the browser as a file.
//!
//! Entry point: [`download`].

use js_sys::Array;
use wasm_bindgen::JsCast;
use web_sys::{Blob, BlobPropertyBag, HtmlElement, Url};

use gloo_timers::callback::Timeout;

use super::Tools;

/// How long a browser may take to save it, in milliseconds.
const LONG: u32 = 60_000;

/// Hands a text of a media type to the browser, to be saved under a name.
pub(super) fn download(tools: &Tools, name: &str, kind: &str, text: &str) -> Option<()> {
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    let blob = Blob::new_with_str_sequence_and_options(&Array::of1(&text.into()), &options).ok()?;
    let url = Url::create_object_url_with_blob(&blob).ok()?;
    let link = tools.document.create_element("a").ok()?;
    link.set_attribute("href", &url).ok()?;
    link.set_attribute("download", name).ok()?;
    link.unchecked_into::<HtmlElement>().click();
    Timeout::new(LONG, move || {
        let _ = Url::revoke_object_url(&url);
    })
    .forget();
    Some(())
}
