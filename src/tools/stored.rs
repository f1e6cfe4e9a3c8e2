//! What is kept was changed elsewhere: in another window, or by a file.
//!
//! Entry point: [`follow`].

use super::{Tools, display, highlights};

/// Shows what is kept now.
pub(super) fn follow(tools: &'static Tools) {
    // Before the panel is drawn, which tells where they stand.
    highlights::shown(tools);
    display::follow(tools);
}
