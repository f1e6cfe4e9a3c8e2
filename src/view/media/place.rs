//! Where a picture stands.
//!
//! Entry point: [`Place`].

/// Where a picture stands: what its width on the screen follows from, and whether it waits.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Place {
    /// Over the body; loaded first.
    Lead,
    /// At the top of the front page; loaded first.
    Front,
    /// In the body.
    Body,
    /// In a gallery.
    Gallery,
    /// Over a teaser.
    Small,
}

impl Place {
    /// Whether the picture is loaded before others, for it is what a page shows first.
    pub(super) fn is_first(self) -> bool {
        matches!(self, Self::Lead | Self::Front)
    }

    /// The width that static/css gives it.
    pub(super) fn sizes(self) -> &'static str {
        match self {
            Self::Lead => "(min-width:63em) 58rem,100vw",
            Self::Front => "(min-width:60em) 33rem,92vw",
            Self::Body => "(min-width:44em) 40rem,92vw",
            Self::Gallery => "(min-width:40em) 26rem,92vw",
            Self::Small => "(min-width:60em) 17rem,(min-width:40em) 46vw,92vw",
        }
    }
}
