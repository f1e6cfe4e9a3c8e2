//! What the views draw in a real browser. Run by `cargo xtask test`, which prints the test papers first.
#![cfg(target_arch = "wasm32")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test fails by panicking"
)]

mod embedding;
mod json;
mod keyboard;
mod law;
mod message;
mod origin;
mod page;
mod story_view;
mod texts;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
