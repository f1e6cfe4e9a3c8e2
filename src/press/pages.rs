//! What stands at each address: fills [`Page`]s from the stories.
//!
//! Entry point: [`Edition`], which knows the whole paper; [`Edition::jobs`] lists what is to be printed,
//! [`Edition::front`], [`Edition::listing`], [`Edition::story`] and [`Edition::not_found`] make the pages.

use std::collections::BTreeMap;
use std::rc::Rc;

use jiff::tz::TimeZone;

use super::asset::Assets;
use super::calendar::Calendar;
use super::enhance::{self, Surroundings};
use super::index::{Group, Index, slug_of};
use super::survey::Entry;
use crate::paper::Paper;
use crate::paper::page::*;
use crate::paper::place::{Permalinks, Place as At};
use crate::story::{Direction, Moment, Notice, Story};
use crate::view::masthead::Frame;

/// Stories under "Related stories".
const RELATED: usize = 6;
/// Stories under "More in …".
const MORE: usize = 4;
/// Stories that lead the front page, when the newsroom names none.
const LEADS: usize = 4;
/// Stories under "Latest" on the front page.
const LATEST: usize = 8;
/// Stories of each section on the front page.
const OF_SECTION: usize = 4;

/// A whole paper, ready to print.
pub struct Edition {
    /// What `paper.json` says.
    pub paper: Paper,
    /// The stories and what they have in common.
    pub index: Index,
    /// Where places stand.
    pub permalinks: Permalinks,
    /// The published files.
    pub assets: Assets,
    /// The time zone dates are shown in.
    pub zone: TimeZone,
    /// The paper's absolute URL, ending with `/`; empty when it has none.
    pub base_url: String,
}

/// The dates of each language a thread has met.
#[derive(Default)]
pub struct Calendars(BTreeMap<String, Rc<Calendar>>);

impl Calendars {
    fn of(&mut self, language: &str, zone: &TimeZone) -> Option<Rc<Calendar>> {
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

/// One thing to print.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Job {
    /// The front page.
    Front,
    /// A page of a list: what its stories have in common, the list's slug, the page's number from 1.
    Listing(ListingKind, String, usize),
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
        for topic in self.index.topics.values() {
            self.list_jobs(ListingKind::Topic, topic, &mut jobs);
        }
        for author in self.index.authors.values() {
            self.list_jobs(ListingKind::Author, author, &mut jobs);
        }
        jobs.extend((0..self.index.entries.len()).map(Job::Story));
        jobs
    }

    fn list_jobs(&self, kind: ListingKind, group: &Group, jobs: &mut Vec<Job>) {
        for page in 1..=self.pages_of(group) {
            jobs.push(Job::Listing(kind, group.slug.clone(), page));
        }
    }

    fn pages_of(&self, group: &Group) -> usize {
        group.stories.len().div_ceil(self.paper.page_size).max(1)
    }

    /// What stands around every page.
    pub fn frame(&self, calendars: &mut Calendars) -> Frame {
        let newest = self
            .index
            .entries
            .first()
            .map(|entry| entry.published.clone());
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
            navigation: self.navigation(calendar.as_deref()),
            licence: self.paper.licence.clone(),
            contact: self.paper.contact.clone(),
            sections: self
                .index
                .sections
                .iter()
                .map(|section| self.section_place(section))
                .collect(),
        }
    }

    fn navigation(&self, calendar: Option<&Calendar>) -> Vec<Notice> {
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
        if let Some(calendar) = calendar {
            let around = self.around(calendar);
            navigation
                .iter_mut()
                .for_each(|entry| enhance::resolve(&mut entry.href, &around));
        }
        navigation
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

    fn head(&self, title: String, description: &str, address: &str) -> Head {
        Head {
            title,
            description: description.to_owned(),
            language: self.paper.language.clone(),
            direction: self.paper.direction(),
            canonical: self.absolute(address),
        }
    }

    fn absolute(&self, address: &str) -> String {
        if self.base_url.is_empty() {
            String::new()
        } else {
            format!("{}{address}", self.base_url)
        }
    }

    /// A story in a few lines, on a page in `language`.
    fn teaser(&self, entry: &Entry, language: &str, calendar: &Calendar) -> Teaser {
        let section = self
            .index
            .section(&entry.section)
            .map(|section| section.name.clone());
        let mut picture = entry.picture.clone();
        if let Some(picture) = &mut picture {
            picture.caption = Default::default();
            picture.credit.clear();
            enhance::publish_picture(picture, &self.assets);
        }
        Teaser {
            standfirst: entry.standfirst.clone(),
            kicker: if entry.kicker.is_empty() {
                section.unwrap_or_default()
            } else {
                entry.kicker.clone()
            },
            published: Some(Moment {
                datetime: entry.published.clone(),
                text: calendar.day(&entry.published),
            }),
            picture: picture.filter(|picture| !picture.source.is_empty()),
            live: entry.live,
            ..self.line(entry, language)
        }
    }

    /// A story by its headline alone.
    fn line(&self, entry: &Entry, language: &str) -> Teaser {
        let foreign = entry.language != language;
        Teaser {
            address: entry.address.clone(),
            headline: entry.headline.clone(),
            language: if foreign {
                entry.language.clone()
            } else {
                String::new()
            },
            ..Teaser::default()
        }
    }

    /// The front page.
    pub fn front(&self, calendars: &mut Calendars) -> Option<Page> {
        let calendar = calendars.of(&self.paper.language, &self.zone)?;
        let language = &self.paper.language;
        let mut shown: Vec<&str> = Vec::new();
        let take = |stories: Vec<&Entry>, size: TeaserSize| -> Vec<Teaser> {
            stories
                .iter()
                .map(|entry| match size {
                    TeaserSize::Full => self.teaser(entry, language, &calendar),
                    TeaserSize::Brief => Teaser {
                        picture: None,
                        standfirst: String::new(),
                        ..self.teaser(entry, language, &calendar)
                    },
                })
                .collect()
        };
        let lead = self.leads();
        shown.extend(lead.iter().map(|entry| entry.slug.as_str()));
        let latest: Vec<&Entry> = self
            .index
            .entries
            .iter()
            .filter(|entry| !shown.contains(&entry.slug.as_str()))
            .take(LATEST)
            .collect();
        let listed: Vec<&str> = latest.iter().map(|entry| entry.slug.as_str()).collect();
        let lead_teasers = take(lead, TeaserSize::Full);
        let latest_teasers = take(latest, TeaserSize::Brief);
        let mut sections = Vec::new();
        for section in &self.index.sections {
            let mut stories: Vec<&Entry> = self
                .index
                .at(&section.stories)
                .filter(|entry| !shown.contains(&entry.slug.as_str()))
                .collect();
            // What stands under "Latest" comes last, so that the front page repeats itself only when it must.
            stories.sort_by_key(|entry| listed.contains(&entry.slug.as_str()));
            stories.truncate(OF_SECTION);
            if !stories.is_empty() {
                sections.push(SectionFront {
                    section: self.section_place(section),
                    stories: take(stories, TeaserSize::Full),
                });
            }
        }
        let name = self.paper.name.clone();
        let front = FrontPage {
            name: name.clone(),
            lead: lead_teasers,
            latest: latest_teasers,
            sections,
        };
        let title = if self.paper.tagline.is_empty() {
            name
        } else {
            format!("{name} – {}", self.paper.tagline)
        };
        Some(Page {
            address: String::new(),
            head: self.head(title, &self.paper.tagline, ""),
            content: Content::Front(front),
        })
    }

    fn leads(&self) -> Vec<&Entry> {
        let chosen: Vec<&Entry> = self
            .paper
            .front
            .lead
            .iter()
            .filter_map(|slug| self.index.story(slug))
            .collect();
        if chosen.is_empty() {
            self.index.entries.iter().take(LEADS).collect()
        } else {
            chosen
        }
    }

    /// A page of a list.
    pub fn listing(
        &self,
        kind: ListingKind,
        slug: &str,
        page: usize,
        calendars: &mut Calendars,
    ) -> Option<Page> {
        let calendar = calendars.of(&self.paper.language, &self.zone)?;
        let (group, at): (&Group, fn(String, usize) -> At) = match kind {
            ListingKind::Section => (self.index.section(slug)?, At::Section),
            ListingKind::Topic => (self.index.topics.get(slug)?, At::Topic),
            ListingKind::Author => (self.index.authors.get(slug)?, At::Author),
        };
        let pages = self.pages_of(group);
        let address = |page| self.permalinks.address(&at(group.slug.clone(), page));
        let from = (page - 1) * self.paper.page_size;
        let to = (from + self.paper.page_size).min(group.stories.len());
        let stories = self
            .index
            .at(&group.stories[from..to])
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
        let title = format!("{} – {}", listing.name, self.paper.name);
        Some(Page {
            head: self.head(title, &listing.description, &address(page)),
            address: address(page),
            content: Content::Listing(listing),
        })
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
            ListingKind::Topic => {}
            ListingKind::Author => {
                let Some(author) = self
                    .paper
                    .authors
                    .iter()
                    .find(|author| slug_of(&author.name) == slug)
                else {
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

    /// A story's page, from the story as its file says it.
    pub fn story(
        &self,
        entry: &Entry,
        mut story: Story,
        calendars: &mut Calendars,
    ) -> Option<Page> {
        if story.language.is_empty() {
            story.language = self.paper.language.clone();
        }
        let language = story.language.clone();
        let direction = story
            .direction
            .unwrap_or_else(|| match language == self.paper.language {
                true => self.paper.direction(),
                false => Direction::of(&language),
            });
        let calendar = calendars.of(&language, &self.zone)?;
        self.introduce(&mut story);
        let length = enhance::enhance(&mut story, &self.around(&calendar));
        let related = self.related(entry, &story);
        let more = self.more(entry, &related);
        let lines = |entries: &[&Entry]| {
            entries
                .iter()
                .map(|entry| self.line(entry, &language))
                .collect::<Vec<_>>()
        };
        let see_also: Vec<&Entry> = story
            .see_also
            .iter()
            .filter_map(|slug| self.index.story(slug))
            .collect();
        let topics = story.topics.iter().map(|name| Place {
            name: name.clone(),
            address: self.permalinks.address(&At::Topic(slug_of(name), 1)),
        });
        let canonical = if story.canonical.is_empty() {
            self.absolute(&entry.address)
        } else {
            story.canonical.clone()
        };
        let page = StoryPage {
            section: self
                .index
                .section(&entry.section)
                .map(|group| self.section_place(group))
                .unwrap_or_default(),
            topics: topics.collect(),
            reading_time: calendar.reading_time(length),
            see_also: lines(&see_also),
            related: lines(&related),
            more: lines(&more),
            story,
        };
        Some(Page {
            address: entry.address.clone(),
            head: Head {
                title: format!("{} – {}", page.story.headline, self.paper.name),
                description: page.story.standfirst.clone(),
                language,
                direction,
                canonical,
            },
            content: Content::Story(Box::new(page)),
        })
    }

    /// Adds what the paper says of its people to their bylines.
    fn introduce(&self, story: &mut Story) {
        for byline in &mut story.bylines {
            let Some(author) = self.paper.author(&byline.name) else {
                continue;
            };
            if byline.role.is_empty() && story.language == self.paper.language {
                byline.role = author.role.clone();
            }
            if byline.link.is_empty() {
                byline.link = author.link.clone();
            }
        }
    }

    fn related(&self, entry: &Entry, story: &Story) -> Vec<&Entry> {
        let mut related: Vec<&Entry> = story
            .related
            .iter()
            .filter_map(|slug| self.index.story(slug))
            .collect();
        if related.len() < RELATED {
            for other in self.index.akin(entry, RELATED) {
                if related.len() < RELATED && !related.iter().any(|known| known.slug == other.slug)
                {
                    related.push(other);
                }
            }
        }
        related
    }

    fn more(&self, entry: &Entry, related: &[&Entry]) -> Vec<&Entry> {
        let Some(section) = self.index.section(&entry.section) else {
            return Vec::new();
        };
        self.index
            .at(&section.stories)
            .filter(|other| {
                other.slug != entry.slug && !related.iter().any(|known| known.slug == other.slug)
            })
            .take(MORE)
            .collect()
    }

    /// The not-found page. It is served at any depth, so its links start at the top of the host.
    pub fn not_found(&self) -> Page {
        let words = crate::view::words::Words::of(&self.paper.language);
        let latest = self.index.entries.iter().take(LATEST);
        let title = format!("{} – {}", words.not_found_title, self.paper.name);
        let mut head = self.head(title, "", "");
        head.canonical.clear();
        Page {
            address: "404.html".to_owned(),
            head,
            content: Content::NotFound(NotFound {
                root: self.root_path(),
                latest: latest
                    .map(|entry| self.line(entry, &self.paper.language))
                    .collect(),
            }),
        }
    }

    /// Path of the paper on its host: `/` or `/news/`.
    fn root_path(&self) -> String {
        let after_scheme = self.base_url.split_once("://").map(|(_, rest)| rest);
        let path = after_scheme
            .and_then(|rest| rest.split_once('/'))
            .map(|(_, path)| path);
        format!("/{}", path.unwrap_or_default())
    }
}

/// How much of a story the front page shows.
#[derive(Clone, Copy)]
enum TeaserSize {
    Full,
    Brief,
}
