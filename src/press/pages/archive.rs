//! The archive: every story by the year and month it appeared in.
//!
//! Entry points: [`Edition::archive`], [`Edition::year`] and [`Edition::month`]. Years and months are drawn as
//! stories in a list are: a headline that leads on, and a line with their number.

use super::{Calendars, Edition, Job};
use crate::paper::page::*;
use crate::paper::place::Place as At;
use crate::press::calendar::Calendar;
use crate::view::words::Words;

impl Edition {
    /// The archive, as the foot of every page leads to it.
    pub(super) fn archive_place(&self) -> Place {
        Place {
            name: Words::of(&self.paper.language).archive.to_owned(),
            address: self.permalinks.address(&At::Archive),
        }
    }

    pub(super) fn archive_jobs(&self, jobs: &mut Vec<Job>) {
        jobs.push(Job::Archive);
        jobs.extend(self.years().into_iter().map(|(year, _)| Job::Year(year)));
        for ((year, month), stories) in &self.index.months {
            let pages = 1..=self.pages_of(stories);
            jobs.extend(pages.map(|page| Job::Month(*year, *month, page)));
        }
    }

    /// The page of all years.
    pub fn archive(&self, calendars: &mut Calendars) -> Option<Page> {
        let calendar = calendars.of(&self.paper.language, &self.zone)?;
        let years = self.years().into_iter().rev().map(|(year, count)| {
            let address = self.permalinks.address(&At::Year(year));
            period(&calendar, &format!("{year:04}"), address, count)
        });
        let listing = Listing {
            // The heading says already that this is the archive.
            role: self.paper.name.clone(),
            stories: years.collect(),
            ..one_page(self.archive_place().name)
        };
        Some(self.archive_page(At::Archive, listing))
    }

    /// The page of a year.
    pub fn year(&self, year: i16, calendars: &mut Calendars) -> Option<Page> {
        let calendar = calendars.of(&self.paper.language, &self.zone)?;
        let months = self.months_of(year).rev().map(|(month, stories)| {
            let address = self.permalinks.address(&At::Month(year, month, 1));
            let date = format!("{year:04}-{month:02}");
            period(&calendar, &date, address, stories.len())
        });
        let listing = Listing {
            stories: months.collect(),
            ..one_page(calendar.words(&format!("{year:04}")))
        };
        Some(self.archive_page(At::Year(year), listing))
    }

    /// A page of a month.
    pub fn month(
        &self,
        year: i16,
        month: i8,
        page: usize,
        calendars: &mut Calendars,
    ) -> Option<Page> {
        let calendar = calendars.of(&self.paper.language, &self.zone)?;
        let stories = self.index.months.get(&(year, month))?;
        let pages = self.pages_of(stories);
        let address = |page| self.permalinks.address(&At::Month(year, month, page));
        let shown = self.index.at(self.on_page(stories, page));
        let listing = Listing {
            stories: shown
                .map(|entry| self.teaser(entry, &self.paper.language, &calendar))
                .collect(),
            page,
            pages,
            newer: (page > 1).then(|| address(page - 1)),
            older: (page < pages).then(|| address(page + 1)),
            ..one_page(calendar.words(&format!("{year:04}-{month:02}")))
        };
        Some(self.archive_page(At::Month(year, month, page), listing))
    }

    fn archive_page(&self, place: At, listing: Listing) -> Page {
        let name = listing.name.clone();
        let address = self.permalinks.address(&place);
        self.page(address, name, "", Content::Listing(listing.into()))
    }

    /// The years that have stories, with their number.
    fn years(&self) -> Vec<(i16, usize)> {
        let mut years: Vec<(i16, usize)> = Vec::new();
        for ((year, _), stories) in &self.index.months {
            match years.last_mut() {
                Some((last, count)) if last == year => *count += stories.len(),
                _ => years.push((*year, stories.len())),
            }
        }
        years
    }

    /// The months of a year that have stories.
    pub(super) fn months_of(
        &self,
        year: i16,
    ) -> impl DoubleEndedIterator<Item = (i8, &Vec<usize>)> {
        let months = self.index.months.range((year, 1)..=(year, 12));
        months.map(|((_, month), stories)| (*month, stories))
    }
}

fn one_page(name: String) -> Listing {
    Listing {
        kind: ListingKind::Archive,
        name,
        page: 1,
        pages: 1,
        ..Listing::default()
    }
}

/// A year or a month, as lists show it.
fn period(calendar: &Calendar, date: &str, address: String, stories: usize) -> Teaser {
    Teaser {
        address,
        headline: calendar.words(date),
        standfirst: calendar.stories(stories),
        ..Teaser::default()
    }
}
