//! Draws pictures, sounds, films and cards of other sites: one component a file.
//!
//! 1. [`image`] draws a picture alone, [`figure`] with its words, [`gallery`] several.
//! 2. [`audio`] and [`video`] play files of the paper; [`embed`] stands for a page of another site.
//! 3. [`caption()`] draws the words under all of them.

pub mod audio;
mod caption;
mod download;
pub mod embed;
pub mod figure;
pub mod gallery;
pub mod image;
pub mod place;
pub mod video;

pub use audio::Audio;
pub use embed::Embed;
pub use figure::Figure;
pub use gallery::Gallery;
pub use image::Image;
pub use place::Place;
pub use video::Video;

pub(super) use caption::caption;

/// What a player is called: its kind, and its title where it has one.
fn named(kind: &str, title: &str) -> String {
    if title.is_empty() {
        kind.to_owned()
    } else {
        [kind, ": ", title].concat()
    }
}
