//! The search page, and a story as its results show it.
//!
//! Entry points: [`Edition::search`] and [`Edition::found`].

use super::{Calendars, Edition};
use crate::paper::page::*;
use crate::paper::place::Place as At;
use crate::press::survey::Entry;
use crate::view::words::Words;

impl Edition {
    /// Whether the paper can be searched: it has an index, and a page for it.
    pub fn is_searched(&self) -> bool {
        !self.search_script.is_empty()
    }

    /// The search page, as the masthead leads to it.
    pub(super) fn search_place(&self) -> Place {
        Place {
            name: Words::of(&self.paper.language).search.to_owned(),
            address: self.permalinks.address(&At::Search),
        }
    }

    /// The search page.
    pub fn search(&self) -> Page {
        let Place { name, address } = self.search_place();
        let words = Words::of(&self.paper.language);
        let search = SearchPage {
            name: name.clone(),
            field: words.search_words.to_owned(),
            failure: words.error_search.to_owned(),
            script: self.search_script.clone(),
            places_heading: words.search_places.to_owned(),
            places: self.places(),
        };
        let content = Content::Search(search.into());
        self.page(address, name, "", content)
    }

    /// A story as a result shows it: without a picture, which would come from the network once more.
    pub fn found(&self, entry: &Entry, calendars: &mut Calendars) -> Option<Teaser> {
        let language = &self.paper.language;
        let calendar = calendars.of(language, &self.zone)?;
        Some(Teaser {
            standfirst: String::new(),
            picture: None,
            ..self.teaser(entry, language, &calendar)
        })
    }
}
