//! Which stories belong together: by slug, section, topic, author and month, newest first.
//!
//! Entry point: [`Index::of`].

use std::collections::{BTreeMap, HashMap};

use super::survey::Entry;
use crate::paper::Paper;

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

/// The stories of a paper, and what they have in common.
#[derive(Debug)]
pub struct Index {
    /// The stories, newest first.
    pub entries: Vec<Entry>,
    /// By section, in the paper's order, sections without stories included.
    pub sections: Vec<Group>,
    /// By topic, by slug.
    pub topics: BTreeMap<String, Group>,
    /// By author, by slug.
    pub authors: BTreeMap<String, Group>,
    /// By the year and month they appeared in where the paper stands; stories without a readable date are left out.
    pub months: BTreeMap<(i16, i8), Vec<usize>>,
    by_slug: HashMap<String, usize>,
}

/// Longest slug that is kept whole: file systems take names of 255 bytes.
const LONGEST_SLUG: usize = 100;

/// The name of a topic or an author in addresses: small ASCII letters, digits and `-`.
pub fn slug_of(name: &str) -> String {
    let hash = || blake3::hash(name.as_bytes()).to_hex()[..12].to_owned();
    let slug = slug::slugify(name);
    match slug.len() {
        0 => hash(),
        1..=LONGEST_SLUG => slug,
        _ => format!("{}-{}", &slug[..LONGEST_SLUG], hash()),
    }
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
            topics: BTreeMap::new(),
            authors: BTreeMap::new(),
            months: BTreeMap::new(),
            by_slug: HashMap::with_capacity(entries.len()),
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
            group(&mut index.topics, &entry.topics, place);
            group(&mut index.authors, &entry.authors, place);
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
            let Some(group) = self.topics.get(&slug_of(topic)) else {
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

fn group(groups: &mut BTreeMap<String, Group>, names: &[String], place: usize) {
    for name in names {
        let slug = slug_of(name);
        let group = groups.entry(slug.clone()).or_insert_with(|| Group {
            name: name.clone(),
            slug,
            stories: Vec::new(),
        });
        if group.stories.last() != Some(&place) {
            group.stories.push(place);
        }
    }
}
