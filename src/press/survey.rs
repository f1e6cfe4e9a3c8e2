//! What one reading of a whole paper leaves in memory: the paper, an entry for each story, every fault.
//!
//! Entry point: [`survey`]. Stories are read twice, once here and once when they are printed, so that a paper
//! of any size needs memory for its entries only.
//!
//! 1. `paper.json` is read and checked, then all stories, on all cores.
//! 2. Of two stories with one slug the first by path stays; a story without a usable slug, section or file is left out.
//! 3. Stories that are not published by now are held back, unless they are asked for: they are checked as the others are,
//!    and nothing else is made of them.
//! 4. With all places known, what leads to one of them is checked; then every fault gets its line and column.

mod held;
mod settle;

use std::cmp::Reverse;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use jiff::civil::Date;
use rayon::prelude::*;

use crate::paper::Paper;
use crate::paper::place::{Permalink, Permalinks, Place, is_slug};
use crate::story::walk::JsonPath;
use crate::story::{Picture, Story};

use super::check::aliases::{self, Alias};
use super::check::files::Files;
use super::check::names::Named;
use super::check::paper::SLUG_HELP;
use super::check::targets::{Lead, bad_language};
use super::check::wording::quoted;
use super::check::{self, Fault, place_all};
use super::darkroom::Wanted;
use super::gone::Marks;
use super::moment::{Parsed, Zone};
use super::public::Public;
use super::release::{Held, Reason, Release, Unpublished};
use super::source::{self, PAPER, Read};
use super::{feeds, hosting, icons, indexes, offline};

/// A paper, read and checked.
#[derive(Debug)]
pub struct Survey {
    /// The paper's folder.
    pub folder: PathBuf,
    /// What `paper.json` says.
    pub paper: Paper,
    /// Where stories stand.
    pub permalinks: Permalinks,
    /// Whose clock its days follow.
    pub zone: Zone,
    /// The stories that can be printed, newest first (then by slug).
    pub entries: Vec<Entry>,
    /// The stories that are held back, by file.
    pub held: Vec<Held>,
    /// Every fault of every file, by file and place.
    pub faults: Vec<Fault>,
    /// The pictures that the paper names, by path; those with a fault are left out.
    pub pictures: Vec<Wanted>,
    /// The files that are published as they are.
    pub public: Public,
}

/// A story, as lists and links need it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Entry {
    /// Path of its file from the paper's folder, with `/`.
    pub file: String,
    /// Its slug: the file's name without `.json`.
    pub slug: String,
    /// Its address in the paper.
    pub address: String,
    /// Its headline, without the part after a bar.
    pub headline: String,
    /// Its standfirst, else the part of the headline after a bar.
    pub standfirst: String,
    /// Its kicker.
    pub kicker: String,
    /// Slug of its section.
    pub section: String,
    /// Its topics, by name.
    pub topics: Vec<String>,
    /// Names of its authors.
    pub authors: Vec<String>,
    /// When it appeared, as the source says it.
    pub published: String,
    /// The day of that where the paper stands; none where the date cannot be read.
    pub day: Option<Date>,
    /// The moment in seconds since 1970, to sort by.
    pub timestamp: i64,
    /// When it was last changed, where the source says it.
    pub updated: Option<String>,
    /// Its original stands elsewhere.
    pub elsewhere: bool,
    /// BCP 47 tag of its language (the paper's when the story names none).
    pub language: String,
    /// The picture that stands for it in lists.
    pub picture: Option<Picture>,
    /// It is still being updated.
    pub live: bool,
    /// Why it is not published, when it is printed all the same.
    pub unpublished: Option<Reason>,
    /// Its old addresses, as [`Alias::address`].
    pub aliases: Vec<String>,
    /// What it is known by when it has another address.
    pub marks: Marks,
}

impl Entry {
    /// Whether search engines are to know the story: it has no original elsewhere, and is published.
    pub fn is_for_search_engines(&self) -> bool {
        !self.elsewhere && self.unpublished.is_none()
    }
}

/// Reads and checks a whole paper, as it is at a moment.
///
/// # Errors
/// The faults of `paper.json`, when nothing of it can be read, and those of the folder of stories.
pub fn survey(folder: &Path, release: &Release) -> Result<Survey, Vec<Fault>> {
    let files = Files::new(folder);
    let Read {
        document,
        mut faults,
        removed,
    } = source::read::<Paper>(folder, PAPER);
    let Some(mut paper) = document else {
        place_all(folder, &mut faults);
        return Err(faults);
    };
    let known = faults.len();
    let mut checked = check::paper::check(&mut paper, &files, &mut faults);
    restore(&mut faults[known..], &mut checked.leads, &removed);

    // A zone that does not exist has been reported.
    let zone = Zone::named(&paper.time_zone).unwrap_or(Zone::AsWritten);
    let (stories, unreadable) = source::story_files(folder);
    let are_lost = unreadable.iter().any(|fault| fault.file == source::STORIES);
    faults.extend(unreadable);
    // Printed without them, the paper would lose every page: a disk that is not mounted must not empty it.
    if are_lost {
        place_all(folder, &mut faults);
        return Err(faults);
    }
    let desk = Desk {
        folder,
        files: &files,
        paper: &paper,
        permalinks: &checked.permalinks,
        zone: &zone,
        release,
    };
    let mut readings: Vec<Reading> = stories.par_iter().map(|file| desk.read(file)).collect();
    settle::set_twins_aside(&mut readings);
    faults.extend(settle::settle_aliases(&mut readings, &checked.permalinks));
    faults.extend(settle::dead_leads(&paper, &checked.leads, &readings));
    let named: Vec<Named> = readings.iter().map(Reading::named).collect();
    faults.extend(check::names::check(folder, &paper, &named));

    let slugs: BTreeSet<&str> = readings
        .iter()
        .map(|reading| reading.slug.as_str())
        .collect();
    paper
        .front
        .lead
        .retain(|slug| slugs.contains(slug.as_str()));
    let mut entries = Vec::with_capacity(readings.len());
    let mut held = Vec::new();
    for reading in readings {
        faults.extend(reading.faults);
        match reading.held {
            None => entries.extend(reading.entry),
            Some(why) => held.push(Held {
                file: reading.file,
                published: reading.published,
                why,
                entry: reading.entry,
            }),
        }
    }
    entries.sort_by(|one, other| {
        let key = |entry: &Entry| Reverse(entry.timestamp);
        key(one)
            .cmp(&key(other))
            .then_with(|| one.slug.cmp(&other.slug))
    });
    let public = Public::read(folder, &paper, &checked.permalinks, &entries, &mut faults);
    place_all(folder, &mut faults);
    Ok(Survey {
        folder: folder.to_owned(),
        paper,
        permalinks: checked.permalinks,
        zone,
        entries,
        held,
        faults,
        pictures: files.pictures(),
        public,
    })
}

/// A story as its file was read.
struct Reading {
    file: String,
    slug: String,
    published: String,
    /// Why the story is held back, when it is.
    held: Option<Unpublished>,
    entry: Option<Entry>,
    faults: Vec<Fault>,
    leads: Vec<Lead>,
    aliases: Vec<Alias>,
    topics: Vec<String>,
    authors: Vec<String>,
}

impl Reading {
    fn named(&self) -> Named<'_> {
        Named {
            file: &self.file,
            topics: &self.topics,
            authors: &self.authors,
        }
    }
}

/// What one needs to read a story.
struct Desk<'a> {
    folder: &'a Path,
    files: &'a Files,
    paper: &'a Paper,
    permalinks: &'a Permalinks,
    zone: &'a Zone,
    release: &'a Release,
}

impl Desk<'_> {
    fn read(&self, file: &str) -> Reading {
        let name = file.rsplit('/').next().unwrap_or(file);
        let slug = name.strip_suffix(".json").unwrap_or(name);
        let mut reading = Reading {
            file: file.to_owned(),
            slug: slug.to_owned(),
            published: String::new(),
            held: None,
            entry: None,
            faults: Vec::new(),
            leads: Vec::new(),
            aliases: Vec::new(),
            topics: Vec::new(),
            authors: Vec::new(),
        };
        let slug_fits = is_slug(slug);
        if !slug_fits {
            let message = format!("{} cannot stand in an address", quoted(slug));
            let help = format!("rename the file; {SLUG_HELP}");
            reading
                .faults
                .push(Fault::of_file("bad-slug", file, message).help(help));
        }
        let Read {
            document,
            faults,
            removed,
        } = source::read::<Story>(self.folder, file);
        let known = reading.faults.len() + faults.len();
        reading.faults.extend(faults);
        let Some(mut story) = document else {
            return reading;
        };
        reading.leads = check::story::check(
            &mut story,
            file,
            self.paper,
            self.zone,
            self.files,
            &mut reading.faults,
        );
        source::keep_days(&mut story);
        reading.aliases = aliases::read(&story, file, &mut reading.faults);
        restore(&mut reading.faults[known..], &mut reading.leads, &removed);
        for alias in &mut reading.aliases {
            source::restore(&mut alias.path, &removed);
        }
        reading.topics.clone_from(&story.topics);
        reading.authors = names(&story);
        reading.published.clone_from(&story.published.datetime);
        let unpublished = self.unpublished(&story, &mut reading);
        reading.held = unpublished.filter(|why| !self.release.prints(why.reason));
        if slug_fits && self.paper.section(&story.section).is_some() {
            self.enter(&mut reading, story, unpublished);
        }
        reading
    }

    /// Why the story is not published by now. A status that says that it waits does so even when its day has come.
    fn unpublished(&self, story: &Story, reading: &mut Reading) -> Option<Unpublished> {
        let why = self.release.look(story, &reading.faults, self.zone)?;
        let waits = (why.reason, why.field) == (Reason::Later, "status");
        if waits && !self.release.is_ahead(&story.published, self.zone) {
            let message = "the day of the story has come, but its status still holds it back";
            let path = JsonPath::field("status");
            let fault = Fault::warning("overdue", &reading.file, path, message);
            reading.faults.push(fault.help(
                "write `published`, or take the status away: `published` alone, a date ahead, holds a story back until then",
            ));
        }
        Some(why)
    }

    /// Makes the story's entry, unless its address belongs to another page.
    fn enter(&self, reading: &mut Reading, story: Story, unpublished: Option<Unpublished>) {
        let published = Parsed::read(&story.published.datetime).ok();
        let day = published.map(|date| date.day(self.zone));
        let place = Place::Story(permalink(&reading.slug, &story.section, day));
        let address = self.permalinks.address(&place);
        if !matches!(self.permalinks.place(&address), Some(Place::Story(_))) || is_file(&address) {
            let message = format!("{} is the address of another page", quoted(&address));
            let help = "rename the file, or change `permalinks` in `paper.json`";
            let fault = Fault::of_file("taken-address", &reading.file, message);
            reading.faults.push(fault.help(help));
            return;
        }
        let moment = published.map(|date| date.on_clock(self.zone).timestamp());
        reading.entry = Some(Entry {
            day,
            // A draft without a date stands where it would if it were published now.
            timestamp: match (moment, unpublished) {
                (None, Some(_)) => self.release.now.as_second(),
                (moment, _) => moment.map_or(0, Timestamp::as_second),
            },
            unpublished: unpublished.map(|why| why.reason),
            ..self.entry(reading, story, address)
        });
    }

    fn entry(&self, reading: &Reading, mut story: Story, address: String) -> Entry {
        story.divide_headline();
        let picture = story
            .picture()
            .cloned()
            .map(|picture| self.measured(picture));
        let marks = Marks::of(&story);
        let own_language = !story.language.is_empty()
            && bad_language(&story.language, "", Default::default()).is_none();
        Entry {
            file: reading.file.clone(),
            slug: reading.slug.clone(),
            address,
            headline: story.headline,
            standfirst: story.standfirst,
            authors: reading.authors.clone(),
            picture,
            language: match own_language {
                true => story.language,
                false => self.paper.language.clone(),
            },
            kicker: story.kicker,
            section: story.section,
            topics: story.topics,
            published: match story.published.is_never() {
                true => String::new(),
                false => story.published.datetime,
            },
            updated: story.updated.map(|updated| updated.datetime),
            elsewhere: !story.canonical.is_empty(),
            live: story.live,
            marks,
            ..Entry::default()
        }
    }

    /// The picture with its size; its faults have been reported when the story was checked.
    fn measured(&self, mut picture: Picture) -> Picture {
        if let Some((width, height)) = self.files.size(&picture.source) {
            (picture.width, picture.height) = (Some(width), Some(height));
        }
        picture
    }
}

/// What a story's address is made of. A story without a readable date stands in year 0000.
fn permalink(slug: &str, section: &str, day: Option<Date>) -> Permalink {
    let part = |width: usize, part: Option<i16>| format!("{:0width$}", part.unwrap_or(0));
    Permalink {
        slug: slug.to_owned(),
        section: section.to_owned(),
        year: part(4, day.map(Date::year)),
        month: part(2, day.map(|day| day.month().into())),
        day: part(2, day.map(|day| day.day().into())),
    }
}

/// Whether a story's folder would have the name of a file that the press prints at the top of the paper.
pub(super) fn is_file(address: &str) -> bool {
    let first = address.split('/').next().unwrap_or_default();
    matches!(first, "index.html" | "index.json" | "404.html")
        || feeds::FORMATS.iter().any(|(file, ..)| *file == first)
        || indexes::is_name(first)
        || hosting::is_name(first)
        || first == icons::MANIFEST
        || first == offline::WORKER
}

fn names(story: &Story) -> Vec<String> {
    story
        .bylines
        .iter()
        .map(|byline| byline.name.clone())
        .collect()
}

/// Gives paths of a repaired document the places that they have in the file.
fn restore(faults: &mut [Fault], leads: &mut [Lead], removed: &[source::Removed]) {
    let faults = faults.iter_mut().map(|fault| &mut fault.path);
    for path in faults.chain(leads.iter_mut().map(|lead| &mut lead.path)) {
        source::restore(path, removed);
    }
}
