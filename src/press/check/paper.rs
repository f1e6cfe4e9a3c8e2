//! Looks at `paper.json`, and takes away what the press could not use.
//!
//! Entry point: [`check`]. What is faulty goes back to its default, so that the rest of the paper can be checked
//! and drawn: no faulty colour reaches a style sheet, no faulty slug a path.

use std::collections::BTreeSet;

use super::files::Files;
use super::story::not_empty;
use super::targets::{Lead, Target, bad_language, read_link, web_address};
use super::wording::quoted;
use super::{Fault, element};
use crate::paper::Paper;
use crate::paper::place::{Permalink, Permalinks, Place, is_slug};
use crate::paper::publisher::Publisher;
use crate::press::accent::{DARK, LIGHT, NEEDED, Scheme, is_colour};
use crate::press::icons::is_icon;
use crate::press::moment::{Parsed, Zone};
use crate::press::names::identity;
use crate::press::source::PAPER;
use crate::story::walk::JsonPath;

/// What looking at `paper.json` leaves.
pub(in crate::press) struct Checked {
    /// Where stories stand.
    pub(in crate::press) permalinks: Permalinks,
    /// What leads to places of the paper.
    pub(in crate::press) leads: Vec<Lead>,
}

/// Checks what a paper says of itself.
pub(in crate::press) fn check(
    paper: &mut Paper,
    files: &Files,
    faults: &mut Vec<Fault>,
) -> Checked {
    let mut check = Check {
        files,
        faults,
        leads: Vec::new(),
    };
    check.names(paper);
    check.settings(paper);
    let permalinks = check.permalinks(paper);
    check.sections(paper, &permalinks);
    check.theme(paper);
    check.icon(paper);
    check.people(paper);
    check.links(paper);
    Checked {
        permalinks,
        leads: check.leads,
    }
}

struct Check<'a> {
    files: &'a Files,
    faults: &'a mut Vec<Fault>,
    leads: Vec<Lead>,
}

impl Check<'_> {
    fn error(&mut self, code: &'static str, path: JsonPath, message: String, help: &str) {
        self.faults
            .push(Fault::error(code, PAPER, path, message).help(help));
    }

    fn names(&mut self, paper: &mut Paper) {
        not_empty("name", &paper.name, PAPER, self.faults);
        not_empty("language", &paper.language, PAPER, self.faults);
        if !paper.language.is_empty() {
            let path = JsonPath::field("language");
            match bad_language(&paper.language, PAPER, path) {
                None => return,
                Some(fault) => self.faults.push(fault),
            }
        }
        paper.language = "en".to_owned();
    }

    fn settings(&mut self, paper: &mut Paper) {
        self.base_url(&mut paper.base_url);
        if !paper.time_zone.is_empty() && Zone::named(&paper.time_zone).is_none() {
            let message = format!("there is no time zone {}", quoted(&paper.time_zone));
            let help = "write its IANA name: `Europe/Madrid`, `UTC`";
            self.error("bad-time-zone", JsonPath::field("time_zone"), message, help);
            paper.time_zone.clear();
        }
        if let Some(edition) = &paper.edition
            && !matches!(Parsed::read(edition), Ok(Parsed::Day(_)))
        {
            let message = format!("{} is no day", quoted(edition));
            let help = "write the day of the edition: `2026-11-20`";
            self.error("bad-date", JsonPath::field("edition"), message, help);
            paper.edition = None;
        }
        if !(1..=200).contains(&paper.page_size) {
            let message = format!("a page cannot list {} stories", paper.page_size);
            let help = "write a number from 1 to 200";
            self.error("bad-page-size", JsonPath::field("page_size"), message, help);
            paper.page_size = paper.page_size.clamp(1, 200);
        }
    }

    fn base_url(&mut self, base_url: &mut String) {
        if base_url.is_empty() {
            return;
        }
        let path = JsonPath::field("base_url");
        let shown = quoted(base_url);
        match is_base_url(base_url) {
            true => {
                if !base_url.ends_with('/') {
                    let message = format!("{shown} does not end with `/`");
                    let help = format!("write {}", quoted(&format!("{base_url}/")));
                    self.faults
                        .push(Fault::warning("bad-base-url", PAPER, path, message).help(help));
                    base_url.push('/');
                }
            }
            false => {
                let message = format!("{shown} is no address of a folder on the web");
                let help =
                    "write the whole address, without `?` and `#`: `https://example.org/news/`";
                self.error("bad-base-url", path, message, help);
                base_url.clear();
            }
        }
    }

    fn permalinks(&mut self, paper: &Paper) -> Permalinks {
        Permalinks::parse(&paper.permalinks).unwrap_or_else(|fault| {
            let help = "write a pattern such as `/stories/:slug/` or `/:year/:month/:day/:slug/`, of small letters, digits, `-`, and `:section`, `:year`, `:month`, `:day`, `:slug`";
            self.error("bad-permalinks", JsonPath::field("permalinks"), fault.to_string(), help);
            Permalinks::default()
        })
    }

    fn sections(&mut self, paper: &mut Paper, permalinks: &Permalinks) {
        let list = JsonPath::field("sections");
        let reported = self.faults.iter().any(|fault| {
            fault.path.0.starts_with(&list.0) || fault.message.ends_with("`sections`")
        });
        if paper.sections.is_empty() && !reported {
            let message = "the paper has no sections, so no story can stand in one".to_owned();
            let help = "add one: `{ \"slug\": \"harbour\", \"name\": \"Harbour\" }`";
            self.error("empty-field", list.clone(), message, help);
        }
        let mut slugs = BTreeSet::new();
        for (index, section) in paper.sections.iter().enumerate() {
            let path = element(&list, index).with("slug");
            let shown = quoted(&section.slug);
            if !is_slug(&section.slug) {
                let message = format!("{shown} cannot stand in an address");
                self.error("bad-slug", path, message, SLUG_HELP);
            } else if !slugs.insert(section.slug.clone()) {
                let message = format!("two sections have the slug {shown}");
                self.error(
                    "duplicate-section",
                    path,
                    message,
                    "give each section a slug of its own",
                );
            } else if is_taken(permalinks, &section.slug) {
                let message =
                    format!("stories of section {shown} would stand where other pages do");
                let help =
                    "choose another slug: `sections`, `topics`, `authors` and `assets` are taken";
                self.error("taken-address", path, message, help);
            }
            if section.name.trim().is_empty() {
                let path = element(&list, index).with("name");
                self.error(
                    "empty-field",
                    path,
                    "the section has no name".to_owned(),
                    "write its name",
                );
            }
        }
        let mut seen = BTreeSet::new();
        paper
            .sections
            .retain(|section| is_slug(&section.slug) && seen.insert(section.slug.clone()));
    }

    fn theme(&mut self, paper: &mut Paper) {
        let colours = [
            ("accent", &mut paper.theme.accent),
            ("accent_dark", &mut paper.theme.accent_dark),
        ];
        for (field, colour) in colours {
            if !colour.is_empty() && !is_colour(colour) {
                let message = format!("{} is no colour", quoted(colour));
                let path = JsonPath::field("theme").with(field);
                let help = "write `#` and six of the digits 0 to 9 and a to f: `#8a1f1f`";
                self.error("bad-colour", path, message, help);
                colour.clear();
            }
        }
        self.contrast("accent", LIGHT, &paper.theme.accent);
        self.contrast("accent_dark", DARK, &paper.theme.accent_dark);
    }

    /// An accent is used as it is given, so somebody should look at one that few can read.
    fn contrast(&mut self, field: &str, scheme: Scheme, colour: &str) {
        let measured = scheme.contrast(colour).filter(|found| *found < NEEDED);
        let (Some(measured), Some(readable)) = (measured, scheme.readable(colour)) else {
            return;
        };
        let name = scheme.name;
        // Cut off and not rounded: 4.49 is not 4.5.
        let measured = (measured * 10.0).floor() / 10.0;
        let message = format!(
            "{} has a contrast of {measured:.1}:1 with the ground of the {name} scheme, so many people cannot read what is set in it; text needs {NEEDED}:1 (WCAG 2.2, AA)",
            quoted(colour),
        );
        let help = format!(
            "write {}, the nearest colour that can be read",
            quoted(&readable)
        );
        let path = JsonPath::field("theme").with(field);
        self.faults
            .push(Fault::warning("low-contrast", PAPER, path, message).help(help));
    }

    fn icon(&mut self, paper: &mut Paper) {
        if paper.icon.is_empty() {
            return;
        }
        let (path, shown) = (JsonPath::field("icon"), quoted(&paper.icon));
        let before = self.faults.len();
        let svg = self.files.text(&paper.icon, PAPER, &path, self.faults);
        if svg.is_some_and(|svg| is_icon(&svg)) {
            return;
        }
        if self.faults.len() == before {
            let message = format!("{shown} is no SVG that can be drawn");
            let help = "use a square SVG of shapes: the icon is drawn from it in every size";
            self.error("not-an-icon", path, message, help);
        }
        paper.icon.clear();
    }

    fn people(&mut self, paper: &Paper) {
        let mut names = BTreeSet::new();
        for (index, author) in paper.authors.iter().enumerate() {
            let path = element(&JsonPath::field("authors"), index);
            if let Some(picture) = &author.picture {
                self.files
                    .picture(picture, PAPER, &path.with("picture"), self.faults);
            }
            self.link(&author.link, path.with("link"));
            if !names.insert(identity(&author.name)) {
                let message = format!("{} stands in `authors` twice", quoted(&author.name));
                let help = "keep one of the two";
                self.error("duplicate-author", path.with("name"), message, help);
            }
        }
    }

    fn links(&mut self, paper: &Paper) {
        for (index, entry) in paper.navigation.iter().enumerate() {
            let path = element(&JsonPath::field("navigation"), index);
            self.link(&entry.href, path.with("href"));
        }
        for (field, notice) in [("licence", &paper.licence), ("contact", &paper.contact)] {
            if let Some(notice) = notice {
                self.link(&notice.href, JsonPath::field(field).with("href"));
            }
        }
        self.publisher(&paper.publisher);
        for (index, slug) in paper.front.lead.iter().enumerate() {
            self.leads.push(Lead {
                path: element(&JsonPath::field("front").with("lead"), index),
                target: Target::Story(slug.clone()),
            });
        }
    }

    fn publisher(&mut self, publisher: &Publisher) {
        let path = JsonPath::field("publisher");
        if !publisher.logo.is_empty() {
            self.files
                .picture_file(&publisher.logo, PAPER, &path.with("logo"), self.faults);
        }
        if !publisher.founded.is_empty() && Parsed::read(&publisher.founded).is_err() {
            let message = format!("{} is no date", quoted(&publisher.founded));
            let help = "write the year or the day of the founding: `1871`, `1871-03-18`";
            self.error("bad-date", path.with("founded"), message, help);
        }
        for (index, url) in publisher.profiles.iter().enumerate() {
            self.link(url, element(&path.with("profiles"), index));
        }
        for (field, _, href) in publisher.policies.all() {
            self.link(href, path.with("policies").with(field));
        }
    }

    fn link(&mut self, href: &str, path: JsonPath) {
        if href.is_empty() {
            return;
        }
        match read_link(href, PAPER, &path) {
            Ok(Some(target)) => self.leads.push(Lead { path, target }),
            Ok(None) => {}
            Err(fault) => self.faults.push(*fault),
        }
    }
}

/// What a slug is made of.
pub(in crate::press) const SLUG_HELP: &str =
    "use small letters, digits, `-` and `_`, at most 250 bytes: `heron-returns`";

/// Whether stories of a section would stand at addresses of other pages.
fn is_taken(permalinks: &Permalinks, section: &str) -> bool {
    let story = Place::Story(Permalink {
        slug: "story".to_owned(),
        section: section.to_owned(),
        year: "2026".to_owned(),
        month: "11".to_owned(),
        day: "20".to_owned(),
    });
    !matches!(
        permalinks.place(&permalinks.address(&story)),
        Some(Place::Story(_))
    )
}

/// Whether a text is the absolute web address of a folder: without query and fragment.
pub fn is_base_url(text: &str) -> bool {
    !text.contains('#') && web_address(text).is_some_and(|address| address.query().is_none())
}
