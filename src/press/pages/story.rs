//! The page of a story, and the stories it leads to.
//!
//! Entry point: [`Edition::story`].

use super::teaser::mark;
use super::{Calendars, Edition};
use crate::paper::page::*;
use crate::paper::place::Place as At;
use crate::press::enhance;
use crate::press::head::{self, About};
use crate::press::survey::Entry;
use crate::story::{Direction, Story};

/// Stories under "Related stories".
const RELATED: usize = 6;
/// Stories under "More in …".
const MORE: usize = 4;

impl Edition {
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
        self.forget_what_is_nowhere(&mut story);
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
        let topics = story.topics.iter().filter_map(|name| {
            let group = self.index.topics.of(name)?;
            Some(Place {
                name: name.clone(),
                address: self.permalinks.address(&At::Topic(group.slug.clone(), 1)),
            })
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
            mark: mark(entry, &language),
            story,
        };
        let about = About {
            name: page.story.headline.clone(),
            description: page.story.standfirst.clone(),
            language,
            canonical,
            share_picture: self.share_pictures.publish(&entry.slug, &self.assets),
        };
        let content = Content::Story(page.into());
        let mut page = self.page_about(entry.address.clone(), about, direction, content);
        head::name_aliases(&mut page.metadata, &entry.aliases);
        Some(page)
    }

    /// Takes away what would name a story that has no page, for it may be one that nobody is to know of yet; and a date
    /// that never comes.
    fn forget_what_is_nowhere(&self, story: &mut Story) {
        for slugs in [&mut story.related, &mut story.see_also] {
            slugs.retain(|slug| self.index.story(slug).is_some());
        }
        if story.published.is_never() {
            story.published.datetime.clear();
        }
    }

    /// Adds what the paper says of its people to their bylines.
    fn introduce(&self, story: &mut Story) {
        for byline in &mut story.bylines {
            let Some(author) = self.index.person(&self.paper, &byline.name) else {
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
}
