//! The press and its command, tested from outside: whole papers go in, and what is printed is read as a browser reads it.
//!
//! 1. [`support`] runs the command, and makes small papers to run it on.
//! 2. [`page`] reads what was printed.
//! 3. Every other file is about one promise of the press.
#![cfg(not(target_arch = "wasm32"))]
// A test that cannot go on has failed.
#![allow(clippy::unwrap_used)]

mod building;
mod commands;
mod days;
mod disk;
mod drafts;
mod embedding;
mod feeds;
mod fields;
mod heads;
mod hostile;
mod icons;
mod indexes;
mod links;
mod names;
mod odd_files;
mod odd_pictures;
mod offline;
mod others;
mod page;
mod pages;
mod pictures;
mod places;
mod public;
mod publishing;
mod redirects;
mod sample_paper;
mod schemas;
mod search;
mod serving;
mod share_pictures;
mod snapshot;
mod support;
mod versions;
