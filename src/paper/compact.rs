//! How the browser reads a page: the fields of its types. See [`crate::story::compact`].

use super::page::*;
use crate::story::compact::{Compact, Json, compact, deserialize};

compact!(Head { title language direction | description canonical });
compact!(FrontPage { name lead | latest sections });
compact!(SectionFront { section stories | });
compact!(Listing {
    kind name stories page pages
    | role description picture link newer older
});
compact!(StoryPage { story section | topics reading_time see_also related more });
compact!(NotFound { root latest | });
compact!(Place { name address | });
compact!(Teaser { address headline | standfirst kicker published picture language live });

deserialize!(Page);

impl Compact for Page {
    fn compact(json: &mut Json) -> Option<Self> {
        Some(Self {
            address: Compact::compact(json.get("address")?)?,
            head: Compact::compact(json.get("head")?)?,
            content: Compact::compact(json.get("content")?)?,
        })
    }
}

impl Compact for Content {
    fn compact(json: &mut Json) -> Option<Self> {
        let (kind, content) = json.only_entry()?;
        Some(match kind {
            "front" => Self::Front(Compact::compact(content)?),
            "listing" => Self::Listing(Compact::compact(content)?),
            "story" => Self::Story(Compact::compact(content)?),
            "not_found" => Self::NotFound(Compact::compact(content)?),
            _ => return None,
        })
    }
}

impl Compact for ListingKind {
    fn compact(json: &mut Json) -> Option<Self> {
        match String::compact(json)?.as_str() {
            "section" => Some(Self::Section),
            "topic" => Some(Self::Topic),
            "author" => Some(Self::Author),
            _ => None,
        }
    }
}
