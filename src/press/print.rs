//! Prints a whole paper into a folder.
//!
//! Entry point: [`fn@print`].
//!
//! 1. the files of pictures are made, and the survey becomes an [`Edition`];
//! 2. styles, fonts, icon and reader are published as assets;
//! 3. every page is drawn on all cores, and written as `index.html` and `index.json`, that of a story that changed since the
//!    last build with `changes.json`;
//! 4. the search index, the feeds, the indexes, the assets, the service worker, the redirects, what hosts are told and the paper's own
//!    files are written, and the folder is put in place.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::time::Instant;

use anyhow::{Context, Result};
use indicatif::ProgressBar;
use rayon::prelude::*;

use super::asset::Assets;
use super::check::Fault;
use super::compress::compress;
use super::darkroom::{Darkroom, Developed};
use super::document::{Common, LOADER_HASH, Printer};
use super::feeds;
use super::gone::{self, Gone};
use super::head;
use super::hosting::{self, Bundle};
use super::icons;
use super::index::Index;
use super::indexes;
use super::offline;
use super::pages::{Calendars, Edition, Job};
use super::policy;
use super::public::Public;
use super::publish::{Found, Sources, Staging};
use super::reader_files::{PublishedReader, ReaderFiles};
use super::redirects;
use super::search;
use super::share::{self, SharePictures};
use super::source;
use super::store::{self, Store};
use super::style::Styles;
use super::survey::Survey;
use super::versions::{self, History};
use crate::paper::page::{Content, Page};

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
    /// Whether the paper can be searched.
    pub search: bool,
    /// Whether the paper may be kept for reading without a network, where `paper.json` lets it.
    pub offline: bool,
    /// Whether the versions of stories are kept, from the bundle that stands in the folder.
    pub versions: bool,
}

/// What was printed.
#[derive(Clone, Debug)]
pub struct Printed {
    /// Pages, the not-found page included.
    pub pages: usize,
    /// Feeds, each in every format; none for a paper without a base URL.
    pub feeds: usize,
    /// Whether the pages load the reader.
    pub with_reader: bool,
    /// What pictures came to.
    pub pictures: Pictures,
    /// Addresses of the last build that lead nowhere now.
    pub gone: Vec<Gone>,
    /// What else was found in the output folder.
    pub found: Found,
}

/// What developing the paper's pictures came to.
#[derive(Clone, Debug, Default)]
pub struct Pictures {
    /// How many the paper shows.
    pub shown: usize,
    /// Of how many the files were made now; those of the others were there.
    pub made: usize,
    /// How long it took, in seconds.
    pub seconds: f64,
    /// Share pictures that were drawn now, and how many seconds that took.
    pub drawn: (usize, f64),
    /// Whether the next build finds the files.
    pub kept: bool,
    /// The pictures that could not be developed.
    pub faults: Vec<Fault>,
}

/// Prints a surveyed paper.
///
/// # Errors
/// The output folder is not ours, or a file cannot be read or written. What stood in the output folder is untouched then.
pub fn print(mut survey: Survey, options: &Options, progress: &ProgressBar) -> Result<Printed> {
    let reader = ReaderFiles::find(options.reader.as_deref())?;
    let folder = survey.folder.clone();
    let public = std::mem::take(&mut survey.public);
    let staging = Staging::open(&options.out, &sources(&folder, &public))?;
    let mut studio = Studio::of(&survey)?;
    let (darkroom, mut pictures) = studio.develop(&survey, progress);
    let mut edition = edition(survey, darkroom.pictures, options.base_url.as_deref());
    pictures.drawn = studio.draw(&mut edition, progress)?;
    pictures.kept = studio.keeps();
    // The reader searches; and where there is no story, there is nothing to look for.
    if options.search && reader.is_some() && !edition.index.entries.is_empty() {
        let script = search::script()?.into_bytes();
        edition.search_script = edition.assets.publish_bytes("search.js", script);
    }
    let edition = edition;
    let styles = Styles::publish(&edition.paper.theme, &edition.assets)?;
    let icons = icons::publish(&edition.paper, &folder, &edition.assets, staging.folder())?;
    // Who turns pages is also who keeps them.
    let is_kept = options.offline && edition.paper.offline && reader.is_some();
    let reader = reader
        .map(|reader| reader.publish(&edition.assets, &styles, is_kept))
        .transpose()?;
    let press = Press {
        edition: &edition,
        same: Common {
            publication: edition.publication(),
            frame: &edition.frame(&mut Calendars::default()),
            styles: &styles,
            reader: reader.as_ref().map(|reader| reader.module.as_str()),
            icons: &icons,
        },
        folder: &folder,
        last: options.versions.then_some(options.out.as_path()),
        out: staging.folder(),
    };
    let jobs = edition.jobs();
    begin(progress, "pages", jobs.len());
    jobs.par_iter().try_for_each_init(
        || press.bench(),
        |bench, job| {
            let printed = press.print(job, bench);
            progress.inc(1);
            printed
        },
    )?;
    if edition.is_searched() {
        search::write_index(&edition, &folder, staging.folder())?;
    }
    let feeds = feeds::write(&edition, &folder, staging.folder())?;
    edition
        .assets
        .write(staging.folder())
        .context("a picture or another file of the paper cannot be published")?;
    indexes::write_all(&edition, &jobs, staging.folder())?;
    let core = reader.as_ref().filter(|_| is_kept);
    let core = core.map(|reader| (reader.worker.as_str(), press.core(reader)));
    offline::write(staging.folder(), &edition.paper, core)?;
    redirects::print(&edition, staging.folder())?;
    gone::write(&edition, staging.folder())?;
    let bundle = Bundle {
        note: "Printed by Newsprint, which replaces what it printed here. Files of your own belong into the paper's folder public/."
            .to_owned(),
        path: edition.root_path(),
        policy: policy::of_host(&LOADER_HASH),
        compressed: options.compress,
        redirects: redirects::of(&edition),
    };
    hosting::write(staging.folder(), &bundle)?;
    public.write(&folder, staging.folder())?;
    if options.compress {
        compress(staging.folder())?;
    }
    let pages = jobs.len();
    let gone = gone::since(&options.out, &edition);
    let found = staging.publish()?;
    Ok(Printed {
        pages,
        feeds,
        with_reader: reader.is_some(),
        pictures,
        gone,
        found,
    })
}

/// What the output folder is not to have to do with.
fn sources<'a>(folder: &'a Path, public: &'a Public) -> Sources<'a> {
    let mut names = vec![source::PAPER, source::STORIES, source::PAGES, store::FOLDER];
    names.extend(public.folder());
    Sources { folder, names }
}

/// Where pictures are made. Without a picture to make, it has no place.
struct Studio {
    folder: PathBuf,
    /// The files lie there until they are published.
    store: Option<Store>,
}

impl Studio {
    fn of(survey: &Survey) -> Result<Self> {
        let needed = !survey.pictures.is_empty() || survey.paper.share_pictures;
        let store = needed.then(|| Store::of(&survey.folder)).transpose();
        Ok(Self {
            folder: survey.folder.clone(),
            store: store.context("there is no place for the files of pictures")?,
        })
    }

    /// Makes the files of all pictures that the paper names.
    fn develop(&mut self, survey: &Survey, progress: &ProgressBar) -> (Darkroom, Pictures) {
        let started = Instant::now();
        begin(progress, "pictures", survey.pictures.len());
        let mut darkroom = match &self.store {
            Some(store) => Darkroom::develop(&self.folder, &survey.pictures, store, progress),
            None => Darkroom::default(),
        };
        let pictures = Pictures {
            shown: darkroom.pictures.len(),
            made: darkroom.made,
            seconds: started.elapsed().as_secs_f64(),
            faults: std::mem::take(&mut darkroom.faults),
            ..Pictures::default()
        };
        (darkroom, pictures)
    }

    /// Draws what link previews of stories without a picture show; how many, and in how many seconds.
    fn draw(&mut self, edition: &mut Edition, progress: &ProgressBar) -> Result<(usize, f64)> {
        let started = Instant::now();
        if let Some(store) = &self.store {
            let wanted = share::wanted(edition);
            begin(progress, "share pictures", wanted.len());
            edition.share_pictures = SharePictures::draw(&wanted, store, progress)?;
            store.clear_away();
        }
        Ok((
            edition.share_pictures.drawn(),
            started.elapsed().as_secs_f64(),
        ))
    }

    fn keeps(&self) -> bool {
        self.store.as_ref().is_none_or(Store::keeps)
    }
}

/// Lets the progress bar count something from its beginning.
fn begin(progress: &ProgressBar, what: &'static str, length: usize) {
    progress.set_message(what);
    progress.set_length(length as u64);
    progress.set_position(0);
    progress.reset_eta();
}

fn edition(
    survey: Survey,
    pictures: BTreeMap<String, Developed>,
    base_url: Option<&str>,
) -> Edition {
    let mut base_url = base_url.unwrap_or(&survey.paper.base_url).to_owned();
    if !base_url.is_empty() && !base_url.ends_with('/') {
        base_url.push('/');
    }
    let mut edition = Edition {
        index: Index::of(&survey.paper, survey.entries),
        held: survey.held,
        permalinks: survey.permalinks,
        assets: Assets::of(&survey.folder, pictures),
        share_pictures: SharePictures::default(),
        paper: survey.paper,
        zone: survey.zone,
        base_url,
        search_script: String::new(),
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
    /// The bundle of the last build.
    last: Option<&'a Path>,
    out: &'a Path,
}

impl<'a> Press<'a> {
    fn bench(&self) -> Bench<'a> {
        Bench {
            calendars: Calendars::default(),
            printer: Printer::new(self.same),
        }
    }

    /// Files that follow their content and that the front page, or a kept one, does not do without.
    fn core(&self, reader: &PublishedReader) -> Vec<String> {
        let Common { styles, icons, .. } = self.same;
        let mut files = styles.faces(&self.edition.paper.language);
        files.extend(styles.sheets());
        files.push(&icons.vector);
        let words = styles.tools.words.iter();
        files.extend(words.map(|(_, address)| address.as_str()));
        files.push(&reader.module);
        files.extend(reader.files.iter().map(String::as_str));
        let mut files: Vec<String> = files.into_iter().map(str::to_owned).collect();
        files.sort();
        files.dedup();
        files
    }

    fn print(&self, job: &Job, bench: &mut Bench) -> Result<()> {
        let Some(mut page) = self.page(job, &mut bench.calendars)? else {
            return Ok(());
        };
        let history = self.history(job, &page);
        if let Some(history) = &history {
            head::mark(&mut page.metadata, &history.version);
        }
        let page = Rc::new(page);
        let html = bench.printer.document(&page);
        self.write(job, &page, &html)?;
        match history {
            Some(history) => history.write(&self.out.join(&page.address)),
            None => Ok(()),
        }
    }

    /// The versions of a story that has changed since it was first printed.
    fn history(&self, job: &Job, page: &Page) -> Option<History> {
        let (Job::Story(place), Content::Story(content)) = (job, &page.content) else {
            return None;
        };
        let entry = &self.edition.index.entries[*place];
        // What nobody could read is no version of a story.
        if entry.unpublished.is_some() {
            return None;
        }
        versions::since(self.last?, entry, &content.story)
    }

    fn page(&self, job: &Job, calendars: &mut Calendars) -> Result<Option<Page>> {
        Ok(match job {
            Job::Front => self.edition.front(calendars),
            Job::NotFound => Some(self.edition.not_found()),
            Job::Listing(kind, slug, page) => self.edition.listing(*kind, slug, *page, calendars),
            Job::Archive => self.edition.archive(calendars),
            Job::Year(year) => self.edition.year(*year, calendars),
            Job::Month(year, month, page) => self.edition.month(*year, *month, *page, calendars),
            Job::Search => Some(self.edition.search()),
            Job::Story(place) => {
                let entry = &self.edition.index.entries[*place];
                let story = source::read_again(self.folder, &entry.file)?;
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
