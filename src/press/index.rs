//! Which stories belong together: by slug, section, topic, author and month, newest first.
//!
//! Entry point: [`Index::of`].

use std::collections::{BTreeMap, HashMap};

use super::names::{Claim, addresses, identity};
use super::survey::Entry;
use crate::paper::{Author, Paper};

/// Stories that have something in common.
#[derive(Debug, Default)]
pub struct Group {
    /// What they have in common, as printed.
    pub name: String,
    /// Its name in addresses.
    pub slug: String,
    /// The stories, as places in [`Index::entries`], newest first.
    pub stories: Vec<usize>,
}

/// Stories by what they name: topics or authors.
#[derive(Debug, Default)]
pub struct Named {
    groups: BTreeMap<String, Group>,
    /// Slugs by the name's identity.
    slugs: HashMap<String, String>,
}

impl Named {
    /// The groups, by slug.
    pub fn groups(&self) -> impl Iterator<Item = &Group> {
        self.groups.values()
    }

    /// The group of that slug.
    pub fn at(&self, slug: &str) -> Option<&Group> {
        self.groups.get(slug)
    }

    /// The group of that name, however it is spelled.
    pub fn of(&self, name: &str) -> Option<&Group> {
        self.at(self.slugs.get(&identity(name))?)
    }
}

/// The stories of a paper, and what they have in common.
#[derive(Debug)]
pub struct Index {
    /// The stories, newest first.
    pub entries: Vec<Entry>,
    /// By section, in the paper's order, sections without stories included.
    pub sections: Vec<Group>,
    /// By topic.
    pub topics: Named,
    /// By author.
    pub authors: Named,
    /// By the year and month they appeared in where the paper stands; stories without a readable date are left out.
    pub months: BTreeMap<(i16, i8), Vec<usize>>,
    by_slug: HashMap<String, usize>,
    /// Places of people in the paper's list, by the identity of their names.
    people: HashMap<String, usize>,
}

impl Index {
    /// Groups the stories of a paper; `entries` come newest first.
    pub fn of(paper: &Paper, entries: Vec<Entry>) -> Self {
        let mut index = Self {
            sections: paper
                .sections
                .iter()
                .map(|section| Group {
                    name: section.name.clone(),
                    slug: section.slug.clone(),
                    stories: Vec::new(),
                })
                .collect(),
            topics: named(&entries, |entry| &entry.topics),
            authors: named(&entries, |entry| &entry.authors),
            months: BTreeMap::new(),
            by_slug: HashMap::with_capacity(entries.len()),
            people: people(paper),
            entries,
        };
        for (place, entry) in index.entries.iter().enumerate() {
            index.by_slug.insert(entry.slug.clone(), place);
            if let Some(section) = index
                .sections
                .iter_mut()
                .find(|section| section.slug == entry.section)
            {
                section.stories.push(place);
            }
            if let Some(day) = entry.day {
                let month = index.months.entry((day.year(), day.month()));
                month.or_default().push(place);
            }
        }
        index
    }

    /// The story of that slug.
    pub fn story(&self, slug: &str) -> Option<&Entry> {
        self.by_slug.get(slug).map(|place| &self.entries[*place])
    }

    /// The section of that slug.
    pub fn section(&self, slug: &str) -> Option<&Group> {
        self.sections.iter().find(|section| section.slug == slug)
    }

    /// The name of a section where others are named beside it: with its slug when another has the same name.
    pub fn label(&self, section: &Group) -> String {
        let namesakes = self.sections.iter().filter(|one| one.name == section.name);
        match namesakes.count() {
            0 | 1 => section.name.clone(),
            _ => format!("{} ({})", section.name, section.slug),
        }
    }

    /// What the paper says of the author of that name, however it is spelled.
    pub fn person<'p>(&self, paper: &'p Paper, name: &str) -> Option<&'p Author> {
        paper.authors.get(*self.people.get(&identity(name))?)
    }

    /// The stories at those places.
    pub fn at<'a>(&'a self, places: &'a [usize]) -> impl Iterator<Item = &'a Entry> {
        places.iter().map(|place| &self.entries[*place])
    }

    /// Other stories of the same topics: those that share most first, then the newest.
    pub fn akin(&self, entry: &Entry, count: usize) -> Vec<&Entry> {
        // The newest of each topic suffice: a story that shares several stands in several lists.
        const NEWEST: usize = 50;
        let mut shared: BTreeMap<usize, usize> = BTreeMap::new();
        for topic in &entry.topics {
            let Some(group) = self.topics.of(topic) else {
                continue;
            };
            for place in group.stories.iter().take(NEWEST) {
                *shared.entry(*place).or_default() += 1;
            }
        }
        let mut places: Vec<(usize, usize)> = shared.into_iter().collect();
        places.sort_by_key(|(place, topics)| (std::cmp::Reverse(*topics), *place));
        places
            .into_iter()
            .map(|(place, _)| &self.entries[place])
            .filter(|other| other.slug != entry.slug)
            .take(count)
            .collect()
    }
}

fn people(paper: &Paper) -> HashMap<String, usize> {
    // Of two of one name, a fault, the first.
    let authors = paper.authors.iter().enumerate().rev();
    authors
        .map(|(place, author)| (identity(&author.name), place))
        .collect()
}

/// Groups stories, newest first, by names in them.
fn named(entries: &[Entry], names: fn(&Entry) -> &Vec<String>) -> Named {
    let mut found: HashMap<String, (Group, Claim)> = HashMap::new();
    for (place, entry) in entries.iter().enumerate() {
        // A story without a readable date is as if it came last.
        let since = match entry.timestamp {
            0 => i64::MAX,
            timestamp => timestamp,
        };
        for name in names(entry) {
            let identity = identity(name);
            let (group, claim) = found.entry(identity).or_insert_with_key(|identity| {
                let group = Group {
                    name: name.clone(),
                    ..Group::default()
                };
                let claim = Claim {
                    identity: identity.clone(),
                    spelling: name.clone(),
                    since,
                };
                (group, claim)
            });
            if group.stories.last() != Some(&place) {
                group.stories.push(place);
            }
            if (since, name) < (claim.since, &claim.spelling) {
                (claim.since, claim.spelling) = (since, name.clone());
            }
        }
    }
    let slugs = addresses(found.values().map(|(_, claim)| claim.clone()).collect());
    let groups = found.into_iter().filter_map(|(identity, (group, _))| {
        let slug = slugs.get(&identity)?.clone();
        Some((slug.clone(), Group { slug, ..group }))
    });
    Named {
        groups: groups.collect(),
        slugs,
    }
}
