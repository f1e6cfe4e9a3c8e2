//! Loads scripts when somebody needs them, and again when one did not come.
//!
//! Entry points: [`load`]; [`failed`] when nothing came of it.
//!
//! Some browsers remember that a script did not come, and all that it could not be read, for as long as the document
//! lives. Under another address they ask again: a fragment is one, and no other file.

use std::cell::RefCell;

use js_sys::Promise;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

thread_local! {
    /// URLs of scripts that failed, once for each time.
    static FAILURES: RefCell<Vec<String>> = const { RefCell::new(Vec::new()) };
}

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_name = "import")]
    fn import(url: &str) -> Promise;
}

/// Loads the module at an absolute URL.
pub(crate) fn load(url: &str) -> JsFuture {
    let mut address = url.to_owned();
    FAILURES.with_borrow(|failures| {
        for _ in failures.iter().filter(|one| *one == url) {
            address.push_str(if address.contains('#') { "r" } else { "#r" });
        }
    });
    import(&address).into()
}

/// A module did not come, or not do its work: the next time it is loaded anew.
pub(crate) fn failed(url: &str) {
    FAILURES.with_borrow_mut(|failures| failures.push(url.to_owned()));
}
