//! The press: prints a paper to static pages. Native only.
//!
//! 1. [`source`] reads `paper.json` and the stories, and puts faulty parts aside;
//! 2. [`check`] names every fault; [`survey`] is what it leaves: the paper, and an entry for each story;
//! 3. [`moment`] reads dates.

pub mod check;
pub mod moment;
pub mod source;
pub mod survey;
