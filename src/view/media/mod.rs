//! Draws pictures, sounds, films and cards of other sites, a file each.
//!
//! 1. [`image()`] draws a picture alone, [`Figure`] with its words, [`gallery()`] several.
//! 2. [`audio()`] and [`video()`] play files of the paper; [`embed()`] stands for a page of another site.
//! 3. [`caption()`] draws the words under all of them.

mod audio;
mod caption;
mod download;
mod embed;
mod figure;
mod gallery;
mod image;
mod place;
mod video;

pub(super) use audio::audio;
pub(super) use embed::embed;
pub use figure::{Figure, FigureProps};
pub(super) use gallery::gallery;
pub(super) use image::image;
pub use place::Place;
pub(super) use video::video;

pub(super) use caption::caption;

/// What a player is called: its kind, and its title where it has one.
fn named(kind: &str, title: &str) -> String {
    if title.is_empty() {
        kind.to_owned()
    } else {
        [kind, ": ", title].concat()
    }
}
