//! What stands at each address: fills [`Page`]s from the stories.
//!
//! Entry point: [`Edition`], which knows the whole paper.
//!
//! 1. [`Edition::jobs`] lists what is to be printed.
//! 2. [`Edition::front`], [`Edition::listing`], [`Edition::story`] and [`Edition::not_found`] make the pages.
//! 3. [`Edition::search`] is the page one searches from, [`Edition::found`] a story in its results.
//! 4. [`Edition::frame`] makes what stands around each.

mod archive;
mod frame;
mod front;
mod listing;
mod not_found;
mod search;
mod story;
mod teaser;

use std::collections::BTreeMap;
use std::rc::Rc;

use jiff::tz::TimeZone;
use jiff::{Timestamp, Zoned};

use super::asset::Assets;
use super::calendar::Calendar;
use super::enhance::{self, Surroundings};
use super::head::{self, About, Publication};
use super::index::{Group, Index};
use super::moment::{Parsed, Zone};
use super::release::Held;
use super::share::SharePictures;
use crate::paper::Paper;
use crate::paper::page::*;
use crate::paper::place::{Permalinks, Place as At};
use crate::story::Direction;

/// A whole paper, ready to print.
pub struct Edition {
    /// What `paper.json` says.
    pub paper: Paper,
    /// The stories and what they have in common.
    pub index: Index,
    /// The stories that are held back.
    pub held: Vec<Held>,
    /// Where places stand.
    pub permalinks: Permalinks,
    /// The published files.
    pub assets: Assets,
    /// What link previews of stories without a picture show.
    pub share_pictures: SharePictures,
    /// Whose clock dates are shown by.
    pub zone: Zone,
    /// The paper's absolute URL, ending with `/`; empty when it has none.
    pub base_url: String,
    /// Address of the script that searches; empty in a paper that is not searched.
    pub search_script: String,
}

/// The dates of each language a thread has met.
#[derive(Default)]
pub struct Calendars(BTreeMap<String, Rc<Calendar>>);

impl Calendars {
    fn of(&mut self, language: &str, zone: &Zone) -> Option<Rc<Calendar>> {
        if let Some(known) = self.0.get(language) {
            return Some(known.clone());
        }
        let calendar = Rc::new(
            Calendar::new(language, zone)
                .or_else(|_| Calendar::new("en", zone))
                .ok()?,
        );
        self.0.insert(language.to_owned(), calendar.clone());
        Some(calendar)
    }
}

/// The place of a page of a list, by the list's slug and the page's number.
type PageOf = fn(String, usize) -> At;

/// One thing to print.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Job {
    /// The front page.
    Front,
    /// A page of a list: what its stories have in common, the list's slug, the page's number from 1.
    Listing(ListingKind, String, usize),
    /// The years of the archive.
    Archive,
    /// The months of a year.
    Year(i16),
    /// A page of a month: the year, the month from 1, the page's number from 1.
    Month(i16, i8, usize),
    /// The search page.
    Search,
    /// A story, by its place in the index.
    Story(usize),
    /// The not-found page.
    NotFound,
}

impl Edition {
    /// Everything to print, in a fixed order.
    pub fn jobs(&self) -> Vec<Job> {
        let mut jobs = vec![Job::Front, Job::NotFound];
        for section in &self.index.sections {
            self.list_jobs(ListingKind::Section, section, &mut jobs);
        }
        for topic in self.index.topics.groups() {
            self.list_jobs(ListingKind::Topic, topic, &mut jobs);
        }
        for author in self.index.authors.groups() {
            self.list_jobs(ListingKind::Author, author, &mut jobs);
        }
        self.archive_jobs(&mut jobs);
        if self.is_searched() {
            jobs.push(Job::Search);
        }
        jobs.extend((0..self.index.entries.len()).map(Job::Story));
        jobs
    }

    fn list_jobs(&self, kind: ListingKind, group: &Group, jobs: &mut Vec<Job>) {
        for page in 1..=self.pages_of(&group.stories) {
            jobs.push(Job::Listing(kind, group.slug.clone(), page));
        }
    }

    fn pages_of(&self, stories: &[usize]) -> usize {
        stories.len().div_ceil(self.paper.page_size).max(1)
    }

    /// The stories of one page of a list.
    fn on_page<'a>(&self, stories: &'a [usize], page: usize) -> &'a [usize] {
        let from = (page - 1) * self.paper.page_size;
        let to = (from + self.paper.page_size).min(stories.len());
        &stories[from..to]
    }

    /// What a list is of, and where its pages stand.
    fn list(&self, kind: ListingKind, slug: &str) -> Option<(&Group, PageOf)> {
        Some(match kind {
            ListingKind::Section => (self.index.section(slug)?, At::Section),
            ListingKind::Topic => (self.index.topics.at(slug)?, At::Topic),
            ListingKind::Author => (self.index.authors.at(slug)?, At::Author),
            ListingKind::Archive => return None,
        })
    }

    /// Address of the page that a job prints; `None` for the not-found page, which stands at none.
    pub fn address(&self, job: &Job) -> Option<String> {
        let place = match job {
            Job::Front => At::Front,
            Job::Listing(kind, slug, page) => self.list(*kind, slug)?.1(slug.clone(), *page),
            Job::Archive => At::Archive,
            Job::Year(year) => At::Year(*year),
            Job::Month(year, month, page) => At::Month(*year, *month, *page),
            Job::Search => At::Search,
            Job::Story(place) => return Some(self.index.entries[*place].address.clone()),
            Job::NotFound => return None,
        };
        Some(self.permalinks.address(&place))
    }

    /// The stories that the page of a job tells of, as places in the index.
    pub fn stories_on(&self, job: &Job) -> Vec<usize> {
        match job {
            Job::Front | Job::Archive => (0..self.index.entries.len()).collect(),
            Job::Listing(kind, slug, page) => self
                .list(*kind, slug)
                .map(|(group, _)| self.on_page(&group.stories, *page).to_vec())
                .unwrap_or_default(),
            Job::Year(year) => self
                .months_of(*year)
                .flat_map(|(_, stories)| stories)
                .copied()
                .collect(),
            Job::Month(year, month, page) => match self.index.months.get(&(*year, *month)) {
                Some(stories) => self.on_page(stories, *page).to_vec(),
                None => Vec::new(),
            },
            Job::Story(place) => vec![*place],
            Job::Search | Job::NotFound => Vec::new(),
        }
    }

    fn around<'a>(&'a self, calendar: &'a Calendar) -> Surroundings<'a> {
        Surroundings {
            index: &self.index,
            permalinks: &self.permalinks,
            assets: &self.assets,
            calendar,
        }
    }

    fn section_place(&self, group: &Group) -> Place {
        Place {
            name: group.name.clone(),
            address: self.permalinks.address(&At::Section(group.slug.clone(), 1)),
        }
    }

    /// Gives the publisher's logo and policies the addresses they are printed at.
    pub fn introduce_publisher(&mut self) {
        let publisher = &mut self.paper.publisher;
        let logo = self.assets.publish_one_width(&publisher.logo);
        publisher.logo = logo.map(|asset| asset.address).unwrap_or_default();
        for href in publisher.policies.all_mut() {
            enhance::resolve(href, &self.index, &self.permalinks);
        }
    }

    /// The paper, and where it stands on the web.
    pub fn publication(&self) -> Publication<'_> {
        Publication {
            paper: &self.paper,
            base_url: &self.base_url,
            zone: &self.zone,
        }
    }

    /// A moment on the paper's clock; the beginning of 1970 for what is none.
    pub fn on_clock(&self, datetime: &str) -> Zoned {
        let moment = Parsed::read(datetime).map(|moment| moment.on_clock(&self.zone));
        moment.unwrap_or_else(|_| Timestamp::UNIX_EPOCH.to_zoned(TimeZone::UTC))
    }

    /// A page in the paper's language.
    fn page(&self, address: String, name: String, description: &str, content: Content) -> Page {
        let about = About {
            name,
            description: description.to_owned(),
            language: self.paper.language.clone(),
            canonical: self.absolute(&address),
            share_picture: String::new(),
        };
        self.page_about(address, about, self.paper.direction(), content)
    }

    fn page_about(
        &self,
        address: String,
        about: About,
        direction: Direction,
        content: Content,
    ) -> Page {
        let (name, paper) = (&about.name, &self.paper);
        let title = match content {
            Content::Front(_) if paper.tagline.is_empty() => name.clone(),
            Content::Front(_) => format!("{name} – {}", paper.tagline),
            _ => format!("{name} – {}", paper.name),
        };
        Page {
            address,
            metadata: head::metadata(self.publication(), &about, &content),
            head: Head {
                title,
                language: about.language,
                direction,
            },
            content,
        }
    }

    fn absolute(&self, address: &str) -> String {
        self.publication().absolute(address).unwrap_or_default()
    }
}
