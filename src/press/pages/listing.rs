//! The stories of a section, a topic or an author, page by page.
//!
//! Entry point: [`Edition::listing`].

use super::{Calendars, Edition};
use crate::paper::page::*;
use crate::press::enhance;

impl Edition {
    /// A page of a list.
    pub fn listing(
        &self,
        kind: ListingKind,
        slug: &str,
        page: usize,
        calendars: &mut Calendars,
    ) -> Option<Page> {
        let calendar = calendars.of(&self.paper.language, &self.zone)?;
        let (group, at) = self.list(kind, slug)?;
        let pages = self.pages_of(&group.stories);
        let address = |page| self.permalinks.address(&at(group.slug.clone(), page));
        let stories = self
            .index
            .at(self.on_page(&group.stories, page))
            .map(|entry| self.teaser(entry, &self.paper.language, &calendar))
            .collect();
        let mut listing = Listing {
            kind,
            name: group.name.clone(),
            stories,
            page,
            pages,
            newer: (page > 1).then(|| address(page - 1)),
            older: (page < pages).then(|| address(page + 1)),
            ..Listing::default()
        };
        self.describe(&mut listing, slug);
        let (name, description) = (listing.name.clone(), listing.description.clone());
        let content = Content::Listing(listing.into());
        Some(self.page(address(page), name, &description, content))
    }

    fn describe(&self, listing: &mut Listing, slug: &str) {
        match listing.kind {
            ListingKind::Section => {
                listing.description = self
                    .paper
                    .section(slug)
                    .map(|section| section.description.clone())
                    .unwrap_or_default();
            }
            ListingKind::Topic | ListingKind::Archive => {}
            ListingKind::Author => {
                let Some(author) = self.index.person(&self.paper, &listing.name) else {
                    return;
                };
                listing.role = author.role.clone();
                listing.description = author.about.clone();
                listing.link = author.link.clone();
                listing.picture = author.picture.clone().map(|mut picture| {
                    enhance::publish_picture(&mut picture, &self.assets);
                    picture
                });
            }
        }
    }
}
