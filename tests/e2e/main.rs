//! The printed paper in a real browser: Chromium, driven over WebDriver, reads the bundle from a plain static server.
//!
//! `cargo xtask test` prints the sample paper and runs these. By hand, with a printed paper at hand:
//!
//! ```sh
//! NEWSPRINT_E2E_DIST=dist NEWSPRINT_E2E_CHROMIUM=/usr/bin/chromium CHROMEDRIVER=/usr/bin/chromedriver \
//!     NEWSPRINT_E2E_AXE=node_modules/axe-core/axe.min.js \
//!     cargo test --test e2e -- --include-ignored
//! ```
//!
//! 1. [`harness`] serves the paper, with faults where a test asks for them, and opens a browser.
//! 2. Every other file is about one promise of the paper to whoever reads it.
#![cfg(not(target_arch = "wasm32"))]
// A test that cannot go on has failed.
#![allow(clippy::unwrap_used)]

mod accents;
mod alone;
mod aloud;
mod announcements;
mod arriving;
mod axe;
mod changes;
mod dev;
mod embeds;
mod faces;
mod failures;
mod first_page;
mod from_a_disk;
mod going_back;
mod harness;
mod highlights;
mod large;
mod links;
mod live;
mod long_story;
mod measures;
#[path = "../press/odd_files.rs"]
mod odd_files;
mod odd_pictures;
mod offline;
mod opening;
mod panics;
mod paper;
mod prefetch;
mod reach;
mod safety;
mod search;
mod signs_of_use;
mod stored;
mod styles;
mod tables;
mod take_away;
mod tools;
mod two_modules;
mod ways;
