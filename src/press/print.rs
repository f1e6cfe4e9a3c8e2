//! Prints a whole paper into a folder.
//!
//! Entry point: [`fn@print`].
//!
//! 1. the survey becomes an [`Edition`];
//! 2. styles, fonts, icon and reader are published as assets;
//! 3. every page is drawn on all cores, and written as `index.html` and `index.json`;
//! 4. the feeds, the indexes, the assets and what hosts are told are written, and the folder is put in place.

use std::fs;
use std::path::{Path, PathBuf};
use std::rc::Rc;

use anyhow::{Context, Result};
use indicatif::ProgressBar;
use jiff::tz::TimeZone;
use rayon::prelude::*;

use super::asset::Assets;
use super::compress::compress;
use super::document::{Common, LOADER_HASH, Printer};
use super::feeds;
use super::hosting::{self, Bundle};
use super::icons;
use super::index::Index;
use super::indexes;
use super::moment;
use super::pages::{Calendars, Edition, Job};
use super::policy;
use super::publish::Staging;
use super::reader_files::ReaderFiles;
use super::source;
use super::style::Styles;
use super::survey::Survey;
use crate::paper::page::Page;

/// How a paper is to be printed.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The folder to print into.
    pub out: PathBuf,
    /// Overrides the paper's own base URL.
    pub base_url: Option<String>,
    /// Folder of the built reader; found beside the command when absent.
    pub reader: Option<PathBuf>,
    /// Whether smaller copies are laid beside the files.
    pub compress: bool,
}

/// What was printed.
#[derive(Clone, Copy, Debug)]
pub struct Printed {
    /// Pages, the not-found page included.
    pub pages: usize,
    /// Feeds, each in every format; none for a paper without a base URL.
    pub feeds: usize,
    /// Whether the pages load the reader.
    pub with_reader: bool,
}

/// Prints a surveyed paper.
///
/// # Errors
/// The output folder is not ours, or a file cannot be read or written. What stood in the output folder is untouched then.
pub fn print(survey: Survey, options: &Options, progress: &ProgressBar) -> Result<Printed> {
    let reader = ReaderFiles::find(options.reader.as_deref())?;
    let staging = Staging::beside(&options.out)?;
    let folder = survey.folder.clone();
    let edition = edition(survey, options.base_url.as_deref());
    let styles = Styles::publish(&edition.paper.theme, &edition.assets)?;
    let icons = icons::publish(&edition.paper, &folder, &edition.assets, staging.folder())?;
    let reader = reader
        .map(|reader| reader.publish(&edition.assets, &styles.tools))
        .transpose()?;
    let press = Press {
        edition: &edition,
        same: Common {
            publication: edition.publication(),
            frame: &edition.frame(&mut Calendars::default()),
            styles: &styles,
            reader: reader.as_deref(),
            icons: &icons,
        },
        folder: &folder,
        out: staging.folder(),
    };
    let jobs = edition.jobs();
    progress.set_length(jobs.len() as u64);
    jobs.par_iter().try_for_each_init(
        || press.bench(),
        |bench, job| {
            let printed = press.print(job, bench);
            progress.inc(1);
            printed
        },
    )?;
    let feeds = feeds::write(&edition, &folder, staging.folder())?;
    edition
        .assets
        .write(staging.folder())
        .context("a picture or another file of the paper cannot be published")?;
    indexes::write_all(&edition, &jobs, staging.folder())?;
    let bundle = Bundle {
        note: "Printed by Newsprint, which may replace this folder.".to_owned(),
        path: edition.root_path(),
        policy: policy::of_host(&LOADER_HASH),
        compressed: options.compress,
    };
    hosting::write(staging.folder(), &bundle)?;
    if options.compress {
        compress(staging.folder())?;
    }
    let pages = jobs.len();
    staging.publish()?;
    Ok(Printed {
        pages,
        feeds,
        with_reader: reader.is_some(),
    })
}

fn edition(survey: Survey, base_url: Option<&str>) -> Edition {
    // A zone that does not exist is reported by the check.
    let zone = moment::time_zone(&survey.paper.time_zone).unwrap_or(TimeZone::UTC);
    let mut base_url = base_url.unwrap_or(&survey.paper.base_url).to_owned();
    if !base_url.is_empty() && !base_url.ends_with('/') {
        base_url.push('/');
    }
    let mut edition = Edition {
        index: Index::of(&survey.paper, survey.entries),
        permalinks: survey.permalinks,
        assets: Assets::of(&survey.folder),
        paper: survey.paper,
        zone,
        base_url,
    };
    edition.introduce_publisher();
    edition
}

/// What one core keeps while it prints page after page.
struct Bench<'a> {
    calendars: Calendars,
    printer: Printer<'a>,
}

struct Press<'a> {
    edition: &'a Edition,
    same: Common<'a>,
    folder: &'a Path,
    out: &'a Path,
}

impl<'a> Press<'a> {
    fn bench(&self) -> Bench<'a> {
        Bench {
            calendars: Calendars::default(),
            printer: Printer::new(self.same),
        }
    }

    fn print(&self, job: &Job, bench: &mut Bench) -> Result<()> {
        let Some(page) = self.page(job, &mut bench.calendars)? else {
            return Ok(());
        };
        let page = Rc::new(page);
        let html = bench.printer.document(&page);
        self.write(job, &page, &html)
    }

    fn page(&self, job: &Job, calendars: &mut Calendars) -> Result<Option<Page>> {
        Ok(match job {
            Job::Front => self.edition.front(calendars),
            Job::NotFound => Some(self.edition.not_found()),
            Job::Listing(kind, slug, page) => self.edition.listing(*kind, slug, *page, calendars),
            Job::Archive => self.edition.archive(calendars),
            Job::Year(year) => self.edition.year(*year, calendars),
            Job::Month(year, month, page) => self.edition.month(*year, *month, *page, calendars),
            Job::Story(place) => {
                let entry = &self.edition.index.entries[*place];
                let (story, _) = source::read_story(self.folder, &entry.file);
                let story = story.with_context(|| {
                    format!("{} changed while the paper was printed", entry.file)
                })?;
                self.edition.story(entry, story, calendars)
            }
        })
    }

    fn write(&self, job: &Job, page: &Page, html: &str) -> Result<()> {
        if *job == Job::NotFound {
            return write(&self.out.join(&page.address), html.as_bytes());
        }
        let folder = self.out.join(&page.address);
        fs::create_dir_all(&folder)
            .with_context(|| format!("{} cannot be made", folder.display()))?;
        write(&folder.join("index.html"), html.as_bytes())?;
        let data = serde_json::to_vec(page).context("a page cannot be written as JSON")?;
        write(&folder.join("index.json"), &data)
    }
}

/// Writes a file.
///
/// # Errors
/// It cannot be written.
pub(super) fn write(file: &Path, bytes: &[u8]) -> Result<()> {
    fs::write(file, bytes).with_context(|| format!("{} cannot be written", file.display()))
}
