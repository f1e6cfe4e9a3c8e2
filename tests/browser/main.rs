//! What the views draw in a real browser. Run by `cargo xtask test`, which prints the test papers first.
#![cfg(target_arch = "wasm32")]

mod law;
mod page;
mod story_view;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
