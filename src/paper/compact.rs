//! How the browser reads a page: the fields of its types. See [`crate::story::compact`].

use serde_json::Value;

use super::page::*;
use crate::story::compact::{Compact, compact, deserialize, only_entry};

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
    fn compact(json: &mut Value) -> Option<Self> {
        let object = json.as_object_mut()?;
        Some(Self {
            address: Compact::compact(object.get_mut("address")?)?,
            head: Compact::compact(object.get_mut("head")?)?,
            content: Compact::compact(object.get_mut("content")?)?,
        })
    }
}

impl Compact for Content {
    fn compact(json: &mut Value) -> Option<Self> {
        let (kind, content) = only_entry(json)?;
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
    fn compact(json: &mut Value) -> Option<Self> {
        match json.as_str()? {
            "section" => Some(Self::Section),
            "topic" => Some(Self::Topic),
            "author" => Some(Self::Author),
            _ => None,
        }
    }
}
