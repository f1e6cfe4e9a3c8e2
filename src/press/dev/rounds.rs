//! Prints the paper again and again, and finds out which pages came out differently.
//!
//! Entry point: [`Rounds::next`].

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Instant, SystemTime};

use indicatif::ProgressBar;
use rayon::prelude::*;
use serde_json::{Value, json};
use walkdir::WalkDir;

use super::Options;
use crate::press::check::{Fault, as_json};
use crate::press::clock;
use crate::press::print;
use crate::press::release::Release;
use crate::press::survey::survey;

/// What came of printing the paper once.
#[derive(Debug)]
pub struct Round {
    /// Its number, from 1.
    pub number: usize,
    /// What the check found.
    pub faults: Vec<Fault>,
    /// Why nothing was printed, so that the pages are those of the last round.
    pub failure: Option<String>,
    /// Pages that came out differently, new ones and those that are gone included.
    pub changed: usize,
    /// How long it took, in seconds.
    pub seconds: f64,
    /// When the first round began: tells the rounds of one run from those of another.
    run: u128,
    /// The round in which each page changed last, by address; pages that never did are left out.
    changes: BTreeMap<String, usize>,
}

impl Round {
    /// The round as pages hear of it.
    pub(super) fn news(&self) -> Value {
        json!({
            "run": self.run.to_string(),
            "round": self.number,
            "failure": self.failure,
            "faults": self.faults.iter().map(as_json).collect::<Vec<_>>(),
            "changed": self.changes,
        })
    }
}

/// The content of every printed page, by address.
type Pages = BTreeMap<String, blake3::Hash>;

/// Prints round after round.
pub(super) struct Rounds {
    paper: PathBuf,
    options: print::Options,
    number: usize,
    run: u128,
    pages: Pages,
    changes: BTreeMap<String, usize>,
}

impl Rounds {
    /// Rounds of a paper, printed into a folder.
    pub(super) fn new(options: &Options, out: &Path) -> Self {
        let since = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH);
        Self {
            paper: options.paper.clone(),
            options: print::Options {
                out: out.to_owned(),
                base_url: None,
                compress: false,
                // Making an index of a large paper takes longer than anybody waits for a change to show.
                search: false,
                // What is being made is never to be an older one.
                offline: false,
                // Nor is each saving of a story a version of it.
                versions: false,
                reader: options.reader.clone(),
            },
            number: 0,
            // Before 1970 all runs look alike, and a page is not loaded anew when the command is started again.
            run: since.map(|since| since.as_millis()).unwrap_or_default(),
            pages: Pages::new(),
            changes: BTreeMap::new(),
        }
    }

    /// Prints the paper as it is now.
    pub(super) fn next(&mut self) -> Round {
        let started = Instant::now();
        self.number += 1;
        let (faults, failure) = self.print();
        let changed = match failure {
            Some(_) => 0,
            None => self.compare(),
        };
        Round {
            number: self.number,
            faults,
            failure,
            changed,
            seconds: started.elapsed().as_secs_f64(),
            run: self.run,
            changes: self.changes.clone(),
        }
    }

    fn print(&self) -> (Vec<Fault>, Option<String>) {
        // Who makes a paper sees all of it.
        let release = match clock::now() {
            Ok(now) => Release::of_all(now),
            Err(error) => return (Vec::new(), Some(error.to_string())),
        };
        let survey = match survey(&self.paper, &release) {
            Ok(survey) => survey,
            Err(faults) => return (faults, Some("Nothing can be printed".to_owned())),
        };
        let mut faults = survey.faults.clone();
        match print::print(survey, &self.options, &ProgressBar::hidden()) {
            Ok(printed) => {
                faults.extend(printed.pictures.faults);
                (faults, None)
            }
            Err(error) => (faults, Some(format!("{error:#}"))),
        }
    }

    /// Notes which pages differ from those of the round before; how many there are.
    fn compare(&mut self) -> usize {
        let pages = read_pages(&self.options.out);
        let before = std::mem::replace(&mut self.pages, pages);
        let addresses = before.keys().chain(self.pages.keys());
        let changed = addresses.filter(|address| before.get(*address) != self.pages.get(*address));
        let changed: std::collections::BTreeSet<String> = changed.cloned().collect();
        let count = changed.len();
        // Whoever looks at a page has it from the first round or a later one.
        if self.number > 1 {
            self.changes
                .extend(changed.into_iter().map(|address| (address, self.number)));
        }
        count
    }
}

/// Reads every printed page. One that cannot be read counts as gone.
fn read_pages(folder: &Path) -> Pages {
    let files: Vec<PathBuf> = WalkDir::new(folder)
        .into_iter()
        .filter_map(Result::ok)
        .filter(|entry| {
            entry
                .path()
                .extension()
                .is_some_and(|ending| ending == "html")
        })
        .map(walkdir::DirEntry::into_path)
        .collect();
    let read = |file: &PathBuf| {
        let content = fs::read(file).ok()?;
        let path = file.strip_prefix(folder).ok()?.to_str()?;
        let address = path.replace('\\', "/");
        let address = address.strip_suffix("index.html").unwrap_or(&address);
        Some((address.to_owned(), blake3::hash(&content)))
    };
    files.par_iter().filter_map(read).collect()
}
