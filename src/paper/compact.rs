//! How the browser reads a page: the fields of its types. See [`crate::story::compact`].

use std::rc::Rc;

use super::page::*;
use crate::story::compact::{Plain, Receive, fields, itself};

fields!(Page { address head content | metadata });
fields!(Head { title language direction | });
fields!(FrontPage { name lead | latest sections });
fields!(SectionFront { section stories | });
fields!(Listing {
    kind name stories page pages
    | role description picture link newer older
});
fields!(StoryPage { story section | topics reading_time see_also related more mark });
fields!(SearchPage { name field failure script places_heading places | });
fields!(Found { said stories | filters wishes });
fields!(Wish { act text | });
fields!(FoundStory { story excerpt | });
fields!(Filter { name label choices | });
fields!(Choice { value text | chosen });
fields!(NotFound { root latest | });
fields!(Place { name address | });
fields!(Teaser { address headline | standfirst kicker published picture language live mark });

impl Receive for Metadata {
    fn inside(&mut self) -> &mut dyn Receive {
        &mut self.0
    }
}

impl Default for Content {
    fn default() -> Self {
        Self::NotFound(Rc::default())
    }
}

impl Receive for Content {
    itself!();

    fn kind(&mut self, kind: &str) -> Option<&mut dyn Receive> {
        *self = match kind {
            "front" => Self::Front(Rc::default()),
            "listing" => Self::Listing(Rc::default()),
            "story" => Self::Story(Rc::default()),
            "search" => Self::Search(Rc::default()),
            "found" => Self::Found(Rc::default()),
            "not_found" => Self::NotFound(Rc::default()),
            _ => return None,
        };
        Some(match self {
            Self::Front(page) => Rc::get_mut(page)?,
            Self::Listing(page) => Rc::get_mut(page)?,
            Self::Story(page) => Rc::get_mut(page)?,
            Self::Search(page) => Rc::get_mut(page)?,
            Self::Found(page) => Rc::get_mut(page)?,
            Self::NotFound(page) => Rc::get_mut(page)?,
        })
    }
}

impl Receive for ListingKind {
    itself!();

    fn plain(&mut self, plain: Plain<'_>) -> bool {
        *self = match plain {
            Plain::Text("section") => Self::Section,
            Plain::Text("topic") => Self::Topic,
            Plain::Text("author") => Self::Author,
            Plain::Text("archive") => Self::Archive,
            _ => return false,
        };
        true
    }
}
