//! What stands around every page: the masthead and the footer.
//!
//! Entry point: [`Edition::frame`].

use super::{Calendars, Edition};
use crate::paper::page::Place;
use crate::press::enhance;
use crate::story::{Moment, Notice};
use crate::view::masthead::Frame;

impl Edition {
    /// What stands around every page.
    pub fn frame(&self, calendars: &mut Calendars) -> Frame {
        let mut published = self
            .index
            .entries
            .iter()
            .filter(|entry| entry.unpublished.is_none());
        let newest = published.find_map(|entry| entry.day);
        let newest = newest.map(|day| day.to_string());
        let edition = self.paper.edition.clone().or(newest).unwrap_or_default();
        let calendar = calendars.of(&self.paper.language, &self.zone);
        let words = calendar
            .as_ref()
            .map(|calendar| calendar.edition(&edition))
            .unwrap_or_default();
        Frame {
            name: self.paper.name.clone(),
            tagline: self.paper.tagline.clone(),
            language: self.paper.language.clone(),
            direction: self.paper.direction(),
            edition: Moment {
                datetime: edition,
                text: words,
            },
            navigation: self.navigation(),
            licence: self.paper.licence.clone(),
            contact: self.paper.contact.clone(),
            places: self.places(),
        }
    }

    /// Where every story can be found: the sections and the archive.
    pub(super) fn places(&self) -> Vec<Place> {
        let sections = self.index.sections.iter();
        let sections = sections.map(|section| self.section_place(section));
        sections.chain([self.archive_place()]).collect()
    }

    /// What the masthead leads to: what the paper names, and last the search page.
    fn navigation(&self) -> Vec<Notice> {
        let mut navigation = self.own_navigation();
        if self.is_searched() {
            let Place { name, address } = self.search_place();
            navigation.push(Notice {
                text: name,
                href: address,
            });
        }
        navigation
    }

    fn own_navigation(&self) -> Vec<Notice> {
        if self.paper.navigation.is_empty() {
            let sections = self.index.sections.iter();
            return sections
                .map(|section| Notice {
                    text: section.name.clone(),
                    href: self.section_place(section).address,
                })
                .collect();
        }
        let mut navigation = self.paper.navigation.clone();
        navigation
            .iter_mut()
            .for_each(|entry| enhance::resolve(&mut entry.href, &self.index, &self.permalinks));
        navigation
    }
}
