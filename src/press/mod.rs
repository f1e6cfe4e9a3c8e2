//! The press: prints a paper to static pages. Native only.
//!
//! 1. [`source`] reads `paper.json` and the stories, and puts faulty parts aside; [`moment`] reads dates;
//! 2. [`check`] names every fault; [`release`] says which stories are published by now, [`clock`] when that is; [`survey`] is what a reading of the whole paper leaves;
//! 3. [`darkroom`] makes the files of pictures, [`share`] draws those that link previews show, [`store`] keeps both; [`index`] groups the stories, by [`names`]; [`enhance`] completes one, with
//!    [`calendar`] and [`asset`];
//! 4. [`pages`] fills the pages, [`head`] says what they are, [`draw`] draws them, [`document`] puts
//!    [`style`], with an [`accent`] that can be read, and [`policy`] around them;
//! 5. [`feeds`] prints the newest stories for those who follow the paper elsewhere, [`indexes`] what
//!    search engines start from, with [`xml`]; [`search`] makes the index of all words;
//! 6. [`offline`] writes the service worker; [`redirects`] leads on from old addresses; [`gone`] notices stories that lost theirs, [`versions`] those whose words changed;
//! 7. [`mod@print`] does this for the whole paper, and [`publish`] puts it in place, with what [`hosting`] tells
//!    hosts; [`public`] adds the paper's own files, [`compress`] lays smaller copies beside all. [`location`] says where paths really lead.
//!
//! [`serve`], [`dev`], [`starter`] and [`schema`] are what else the command offers.

pub mod accent;
pub mod asset;
pub mod calendar;
pub mod check;
pub mod clock;
pub mod compress;
pub mod darkroom;
pub mod dev;
pub mod document;
pub mod draw;
pub mod enhance;
pub mod feeds;
pub mod gone;
pub mod head;
pub mod hosting;
pub mod icons;
pub mod index;
pub mod indexes;
mod location;
pub mod moment;
pub mod names;
pub mod offline;
pub mod pages;
pub mod policy;
pub mod print;
pub mod public;
pub mod publish;
pub mod reader_files;
pub mod redirects;
pub mod release;
pub mod schema;
pub mod search;
pub mod serve;
pub mod share;
pub mod source;
pub mod starter;
pub mod store;
pub mod style;
pub mod survey;
mod svg;
mod typecase;
pub mod versions;
pub mod xml;
