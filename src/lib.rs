//! Newsprint turns a folder of article JSON into a newspaper that reads in any web browser.
//!
//! The house has two sides. **The press** (native) prints a paper to static pages:
//!
//! 1. [`press::source`] reads `paper.json` and the stories;
//! 2. [`press::check`] names every fault in them;
//! 3. [`press::enhance`] completes the stories: addresses, dates in words, picture sizes;
//! 4. [`press::print`] draws each page with the components of [`view`];
//! 5. [`press::publish`] puts the whole in place, or nothing.
//!
//! **The reader** (Wasm, `reader`) runs in the browser: it leaves the printed page as it is, and draws
//! the next one from the data beside it with the same components.
//!
//! **The tools** (Wasm, `tools`) are a second module, which comes when somebody uses one. Both stand on `browser`, and speak
//! through `message`.
//!
//! Arrows run one way: `reader`, `tools` and `press` → [`view`] → [`story`], [`paper`].

#[cfg(target_arch = "wasm32")]
pub mod browser;
#[cfg(not(target_arch = "wasm32"))]
pub mod command;
#[cfg(target_arch = "wasm32")]
pub mod message;
pub mod paper;
#[cfg(not(target_arch = "wasm32"))]
pub mod press;
#[cfg(target_arch = "wasm32")]
pub mod reader;
pub mod story;
#[cfg(target_arch = "wasm32")]
pub mod tools;
pub mod view;
