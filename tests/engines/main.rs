//! The printed paper in browsers that are not Chromium: what every visitor does, and what one engine does otherwise.
//!
//! `cargo xtask test` prints the sample paper and runs these; engines that a machine has not got are skipped by the names
//! of their modules. By hand, with a printed paper at hand:
//!
//! ```sh
//! NEWSPRINT_E2E_DIST=dist NEWSPRINT_E2E_CHROMIUM=/usr/bin/chromium NEWSPRINT_E2E_FIREFOX=/usr/bin/firefox-esr \
//!     NEWSPRINT_E2E_WEBKIT=/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser \
//!     cargo test --test engines -- --include-ignored
//! ```
//!
//! 1. [`harness`], the one of the end-to-end tests, serves the paper and opens a browser of an engine.
//! 2. [`chromium`], [`firefox`] and [`webkit`] are the tests.
//! 3. [`visit`], [`returning`], [`seen`] and [`offline`] are what several of them do.
#![cfg(not(target_arch = "wasm32"))]
// A test that cannot go on has failed.
#![allow(clippy::unwrap_used)]

mod chromium;
mod firefox;
// The end-to-end tests use the rest of it.
#[allow(dead_code, unused_imports)]
#[path = "../e2e/harness/mod.rs"]
mod harness;
mod offline;
mod returning;
mod seen;
mod visit;
mod webkit;

use harness::{Engine, Reading, Setting, read_in};

/// Runs a test in an ordinary browser of an engine, with its service workers.
fn read_with(engine: Engine, test: impl AsyncFnOnce(Reading) + 'static) {
    let ordinary = Setting {
        engine,
        workers: true,
        ..Setting::default()
    };
    read_in(ordinary, test);
}
