//! Two doors: natively the `newsprint` command; in Wasm the reader's start.

#[cfg(target_arch = "wasm32")]
fn main() {}

#[cfg(not(target_arch = "wasm32"))]
fn main() {}
