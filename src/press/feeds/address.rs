//! Where feeds stand: beside the page they follow.
//!
//! Entry points: [`of`] and its inverse [`page_of`].

/// The format of a feed.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Format {
    /// RSS 2.0.
    Rss,
    /// Atom (RFC 4287).
    Atom,
    /// JSON Feed 1.1.
    Json,
}

impl Format {
    /// All formats.
    pub const ALL: [Self; 3] = [Self::Rss, Self::Atom, Self::Json];

    /// Name of the file.
    pub fn file(self) -> &'static str {
        match self {
            Self::Rss => "feed.xml",
            Self::Atom => "atom.xml",
            Self::Json => "feed.json",
        }
    }

    /// Its media type.
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Rss => "application/rss+xml",
            Self::Atom => "application/atom+xml",
            Self::Json => "application/feed+json",
        }
    }

    /// What people call it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Rss => "RSS",
            Self::Atom => "Atom",
            Self::Json => "JSON Feed",
        }
    }
}

/// The address of the feed of a page.
pub fn of(page: &str, format: Format) -> String {
    page.to_owned() + format.file()
}

/// The page that the feed at an address follows; `None` when it is no feed's address.
pub fn page_of(address: &str) -> Option<(&str, Format)> {
    let at = address.rfind('/').map_or(0, |slash| slash + 1);
    let (page, file) = address.split_at(at);
    let format = Format::ALL
        .into_iter()
        .find(|format| format.file() == file)?;
    Some((page, format))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn every_feed_leads_back_to_its_page(page in "([a-zé港.]{1,8}/){0,4}", format in prop::sample::select(&Format::ALL)) {
            let address = of(&page, format);
            prop_assert_eq!(page_of(&address), Some((page.as_str(), format)));
        }

        #[test]
        fn an_address_that_names_a_feed_is_the_address_of_that_feed(address in "([a-z]{1,4}/){0,2}(feed.xml|atom.xml|feed.json|x.xml)?") {
            if let Some((page, format)) = page_of(&address) {
                prop_assert_eq!(of(page, format), address.clone());
            }
        }
    }
}
