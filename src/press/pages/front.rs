//! The front page: which stories lead it, which are new, which stand for each section.
//!
//! Entry point: [`Edition::front`].

use super::{Calendars, Edition};
use crate::paper::page::*;
use crate::press::calendar::Calendar;
use crate::press::index::Group;
use crate::press::survey::Entry;

/// Stories that lead the front page, when the newsroom names none.
const LEADS: usize = 4;
/// Stories under "Latest".
const LATEST: usize = 8;
/// Stories of each section.
const OF_SECTION: usize = 4;

impl Edition {
    /// The front page.
    pub fn front(&self, calendars: &mut Calendars) -> Option<Page> {
        let calendar = calendars.of(&self.paper.language, &self.zone)?;
        let name = self.paper.name.clone();
        let lead = self.leads();
        let latest: Vec<&Entry> = without(self.index.entries.iter(), &lead)
            .take(LATEST)
            .collect();
        let sections = self.index.sections.iter();
        let front = FrontPage {
            name: name.clone(),
            sections: sections
                .filter_map(|section| self.section_front(section, &lead, &latest, &calendar))
                .collect(),
            lead: self.teasers(&lead, &calendar),
            latest: self
                .teasers(&latest, &calendar)
                .into_iter()
                .map(brief)
                .collect(),
        };
        let content = Content::Front(front.into());
        Some(self.page(String::new(), name, &self.paper.tagline, content))
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

    /// A section in a few stories; `None` when all it has leads the page.
    fn section_front(
        &self,
        section: &Group,
        lead: &[&Entry],
        latest: &[&Entry],
        calendar: &Calendar,
    ) -> Option<SectionFront> {
        let mut stories: Vec<&Entry> = without(self.index.at(&section.stories), lead).collect();
        // What stands under "Latest" comes last, so that the front page repeats itself only when it must.
        stories.sort_by_key(|entry| has(latest, entry));
        stories.truncate(OF_SECTION);
        (!stories.is_empty()).then(|| SectionFront {
            section: self.section_place(section),
            stories: self.teasers(&stories, calendar),
        })
    }

    fn teasers(&self, entries: &[&Entry], calendar: &Calendar) -> Vec<Teaser> {
        let teasers = entries.iter();
        teasers
            .map(|entry| self.teaser(entry, &self.paper.language, calendar))
            .collect()
    }
}

/// A teaser of words alone.
fn brief(teaser: Teaser) -> Teaser {
    Teaser {
        picture: None,
        standfirst: String::new(),
        ..teaser
    }
}

fn has(entries: &[&Entry], one: &Entry) -> bool {
    entries.iter().any(|entry| entry.slug == one.slug)
}

/// The entries that are not among those already shown.
fn without<'a>(
    entries: impl Iterator<Item = &'a Entry>,
    shown: &[&Entry],
) -> impl Iterator<Item = &'a Entry> {
    entries.filter(|entry| !has(shown, entry))
}
