//! Looks at one story.
//!
//! Entry point: [`check`].
//!
//! 1. The fields at the top: headline, section, dates, language.
//! 2. Every part of the body and of the pictures, by [`walk`]; footnote marks and notes are paired at the end.
//! 3. What leads to other places of the paper is only gathered: [`super::targets`] looks at it later.

use std::collections::BTreeSet;

use super::files::Files;
use super::targets::{Lead, Target, bad_language, read_link, web_address};
use super::wording::{listed, quoted, suggestion};
use super::{Aim, Fault, element};
use crate::paper::Paper;
use crate::press::moment::{Parsed, Zone};
use crate::story::block::{Block, Footnote, Table};
use crate::story::status::Status;
use crate::story::text::Span;
use crate::story::walk::{JsonPath, Part, Step, walk};
use crate::story::{Moment, Story};

/// Checks a story; `faults` already holds what reading it found. What leads on from it.
pub(in crate::press) fn check(
    story: &mut Story,
    file: &str,
    paper: &Paper,
    zone: &Zone,
    files: &Files,
    faults: &mut Vec<Fault>,
) -> Vec<Lead> {
    let mut check = Check {
        file,
        files,
        faults,
        leads: Vec::new(),
        marks: Vec::new(),
        notes: BTreeSet::new(),
    };
    check.top(story, paper);
    walk(story, &mut |path, part| check.part(path, part));
    check.dates(story, zone);
    check.footnotes();
    check.leads
}

/// Whether reading a file already found a fault in a field at its top.
fn is_reported(faults: &[Fault], field: &str) -> bool {
    let named = format!("`{field}`");
    faults.iter().any(|fault| match fault.path.0.first() {
        Some(Step::Field(name)) => name == field,
        _ => fault.code == "missing-field" && fault.message.ends_with(&named),
    })
}

/// Checks that a required text says something.
pub(super) fn not_empty(field: &str, words: &str, file: &str, faults: &mut Vec<Fault>) {
    if words.trim().is_empty() && !is_reported(faults, field) {
        let message = format!("the {field} is empty");
        let fault = Fault::error("empty-field", file, JsonPath::field(field), message);
        faults.push(fault.help(format!("write the {field}")));
    }
}

struct Check<'a> {
    file: &'a str,
    files: &'a Files,
    faults: &'a mut Vec<Fault>,
    leads: Vec<Lead>,
    marks: Vec<(JsonPath, String)>,
    notes: BTreeSet<String>,
}

impl Check<'_> {
    fn error(&mut self, code: &'static str, path: JsonPath, message: String, help: &str) {
        let fault = Fault::error(code, self.file, path, message).help(help);
        self.faults.push(fault);
    }

    fn warning(&mut self, code: &'static str, path: JsonPath, message: String, help: &str) {
        let fault = Fault::warning(code, self.file, path, message).help(help);
        self.faults.push(fault);
    }

    fn top(&mut self, story: &Story, paper: &Paper) {
        let headline = story.headline.split('|').next().unwrap_or_default();
        not_empty("headline", headline, self.file, self.faults);
        if story.body.is_empty() && !is_reported(self.faults, "body") {
            let help = "write at least one paragraph: `\"body\": [\"…\"]`";
            let message = "the body is empty".to_owned();
            self.error("empty-field", JsonPath::field("body"), message, help);
        }
        self.section(story, paper);
        self.status(story);
        self.language(&story.language, JsonPath::field("language"));
        let names = story.bylines.iter().map(|byline| byline.name.as_str());
        self.names("bylines", names);
        self.names("topics", story.topics.iter().map(String::as_str));
        for (field, slugs) in [("related", &story.related), ("see_also", &story.see_also)] {
            for (index, slug) in slugs.iter().enumerate() {
                let path = element(&JsonPath::field(field), index);
                self.lead(path, Target::Story(slug.clone()));
            }
        }
    }

    fn section(&mut self, story: &Story, paper: &Paper) {
        // A paper without sections has that fault already; one for each story would hide it.
        if is_reported(self.faults, "section")
            || paper.sections.is_empty()
            || paper.section(&story.section).is_some()
        {
            return;
        }
        let known = || paper.sections.iter().map(|section| section.slug.as_str());
        let otherwise = format!("the sections in `paper.json` are {}", listed(known()));
        let help = suggestion(&story.section, known(), &otherwise);
        let message = format!("the paper has no section {}", quoted(&story.section));
        self.error(
            "unknown-section",
            JsonPath::field("section"),
            message,
            &help,
        );
    }

    /// A word that nobody explained might mean that the story is not for everybody.
    fn status(&mut self, story: &Story) {
        let Some(word) = story.status.as_deref() else {
            return;
        };
        if Status::read(word).is_none() {
            let message = format!(
                "{} is no status, so it cannot be said whether the story is published; it is held back as a draft",
                quoted(word)
            );
            let otherwise = "write `published` or take the status away to publish the story; \
                             `draft`, `pending`, `private`, `trash`, … hold it back, `scheduled` until it is `published`";
            let help = suggestion(word, Status::words(), otherwise);
            self.error("unknown-status", JsonPath::field("status"), message, &help);
        }
    }

    /// Names get pages, so each must have something that an address can be made of.
    fn names<'n>(&mut self, field: &str, names: impl Iterator<Item = &'n str>) {
        for (index, name) in names.enumerate() {
            if slug::slugify(name).is_empty() && !name.contains(char::is_alphanumeric) {
                let path = element(&JsonPath::field(field), index);
                let message = format!(
                    "{} has no letter or digit to make an address of",
                    quoted(name)
                );
                self.error("bad-name", path, message, "write the name, or take it away");
            }
        }
    }

    fn language(&mut self, tag: &str, path: JsonPath) {
        if !tag.is_empty() {
            self.faults.extend(bad_language(tag, self.file, path));
        }
    }

    fn lead(&mut self, path: JsonPath, target: Target) {
        self.leads.push(Lead { path, target });
    }

    fn part(&mut self, path: &JsonPath, part: Part<'_>) {
        match part {
            Part::Block(block) => self.block(path, block),
            Part::Span(span) => self.span(path, span),
            Part::Picture(picture) => {
                self.files.picture(picture, self.file, path, self.faults);
            }
            Part::Moment(moment) => self.moment(path, moment),
            Part::Address(href) => self.address(path, href),
            Part::PictureFile(source) => {
                self.files
                    .picture_file(source, self.file, path, self.faults);
            }
            Part::File(source) => self.files.file(source, self.file, path, self.faults),
            Part::Unsupported(_) => {}
        }
    }

    fn block(&mut self, path: &JsonPath, block: &Block) {
        match block {
            Block::Heading(heading) if !(2..=4).contains(&heading.level) => {
                let message = format!("a subheading has level 2, 3 or 4, not {}", heading.level);
                let help = "the headline is level 1; begin with 2 and go one deeper at a time";
                self.error("bad-level", path.with("level"), message, help);
            }
            Block::Table(table) => self.table(path, table),
            Block::SeeAlso(line) => {
                self.lead(path.with("story"), Target::Story(line.story.clone()))
            }
            Block::Footnotes(notes) => self.notes(path, notes),
            Block::Video(video) => {
                for (index, captions) in video.captions.iter().enumerate() {
                    let path = element(&path.with("captions"), index).with("language");
                    self.faults
                        .extend(bad_language(&captions.language, self.file, path));
                }
            }
            Block::Unsupported(gap) if !gap.faulty => {
                self.unknown_kind("block", path, &gap.kind, Block::KINDS);
            }
            _ => {}
        }
    }

    fn span(&mut self, path: &JsonPath, span: &Span) {
        match span {
            Span::Foreign(run) => {
                let path = path.with("language");
                self.faults
                    .extend(bad_language(&run.language, self.file, path));
            }
            Span::Footnote(mark) => self.marks.push((path.clone(), mark.id.clone())),
            Span::Unsupported(gap) if !gap.faulty => {
                self.unknown_kind("span", path, &gap.kind, Span::KINDS);
            }
            _ => {}
        }
    }

    fn unknown_kind(&mut self, what: &str, path: &JsonPath, kind: &str, known: &[&str]) {
        let mut path = path.clone();
        path.0.pop();
        let message = format!(
            "the formats know no {what} {}; the page will show a gap",
            quoted(kind)
        );
        let otherwise = match kind {
            "unsupported" => "write one of the kinds in place of it".to_owned(),
            _ => format!("the kinds are {}, …", listed(known.iter().copied())),
        };
        let help = suggestion(kind, known.iter().copied(), &otherwise);
        let fault = Fault::warning("unknown-kind", self.file, path.with(kind), message);
        self.faults.push(fault.help(help).aimed(Aim::Key));
    }

    fn table(&mut self, path: &JsonPath, table: &Table) {
        let (width, what) = match (table.header.len(), table.rows.first()) {
            (0, None) => return,
            (0, Some(first)) => (first.len(), "the first row"),
            (width, _) => (width, "the header"),
        };
        for (index, row) in table.rows.iter().enumerate() {
            if row.len() != width {
                let message = format!(
                    "the row has another width than {what}: {} instead of {width}",
                    row.len()
                );
                let help = "give every row the same number of cells; an empty cell is `\"\"`";
                self.warning(
                    "uneven-table",
                    element(&path.with("rows"), index),
                    message,
                    help,
                );
            }
        }
    }

    fn notes(&mut self, path: &JsonPath, notes: &[Footnote]) {
        let safe = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
        for (index, note) in notes.iter().enumerate() {
            let path = element(path, index).with("id");
            if note.id.is_empty() || !note.id.chars().all(safe) {
                let message = format!("{} cannot be the id of a footnote", quoted(&note.id));
                let help = "use letters, digits, `-` and `_`";
                self.error("bad-footnote-id", path, message, help);
            } else if !self.notes.insert(note.id.clone()) {
                let message = format!("two footnotes have the id {}", quoted(&note.id));
                let help = "give each footnote an id of its own";
                self.error("duplicate-footnote", path, message, help);
            }
        }
    }

    fn footnotes(&mut self) {
        for (path, id) in std::mem::take(&mut self.marks) {
            if !self.notes.contains(&id) {
                let message = format!(
                    "the mark leads to a footnote {} that is not there",
                    quoted(&id)
                );
                let otherwise = "add the note to a `footnotes` block, or take the mark away";
                let known = self.notes.iter().map(String::as_str);
                // Of one or two letters every other one is near: only a longer id can be misspelt.
                let help = match id.chars().count() {
                    0..=2 => otherwise.to_owned(),
                    _ => suggestion(&id, known, otherwise),
                };
                self.error("unknown-footnote", path, message, &help);
            }
        }
    }

    fn moment(&mut self, path: &JsonPath, moment: &Moment) {
        let field = last(path);
        if path.0.len() == 1 && is_reported(self.faults, field) {
            return;
        }
        if field == "published" && moment.is_never() {
            return;
        }
        let in_timeline = path.0.iter().rev().nth(2) == Some(&Step::Field("entries".to_owned()));
        let (message, help) = match Parsed::read(&moment.datetime) {
            Ok(date) if in_timeline || date.names_a_day() => return,
            Ok(_) => (
                format!("{} names no day", quoted(&moment.datetime)),
                "write a day, `2026-11-20`; years and months stand only in a timeline",
            ),
            Err(fault) => (
                format!("{} is no date: {fault}", quoted(&moment.datetime)),
                fault.help(),
            ),
        };
        self.error("bad-date", path.clone(), message, help);
    }

    fn dates(&mut self, story: &Story, zone: &Zone) {
        let Some(updated) = &story.updated else {
            return;
        };
        let read = |moment: &Moment| Parsed::read(&moment.datetime);
        let (Ok(published), Ok(updated)) = (read(&story.published), read(updated)) else {
            return;
        };
        // A day without time begins at midnight: on the same day, which came first cannot be told.
        let is_before = match (&published, &updated) {
            (Parsed::Instant { .. }, Parsed::Instant { .. }) => {
                updated.on_clock(zone) < published.on_clock(zone)
            }
            _ => updated.day(zone) < published.day(zone),
        };
        if is_before {
            let message = "the story was updated before it was published".to_owned();
            let help = "correct one of the two dates";
            self.warning(
                "updated-before-published",
                JsonPath::field("updated"),
                message,
                help,
            );
        }
    }

    fn address(&mut self, path: &JsonPath, href: &str) {
        let is_embed = path.0.iter().rev().nth(1) == Some(&Step::Field("embed".to_owned()));
        if is_embed {
            if web_address(href).is_none_or(|address| address.scheme_str() != Some("https")) {
                let message = format!("{} is no `https:` address of a page", quoted(href));
                let help = "an embedded page needs a whole address with `https://`";
                self.error("embed-not-https", path.clone(), message, help);
            }
            return;
        }
        match read_link(href, self.file, path) {
            Ok(Some(target)) => self.lead(path.clone(), target),
            Ok(None)
                if matches!(last(path), "canonical" | "source") && web_address(href).is_none() =>
            {
                let message = format!("{} is no address of a web page", quoted(href));
                let help = "write the whole address: `https://example.org/story`";
                self.error("bad-link", path.clone(), message, help);
            }
            Ok(None) => {}
            Err(fault) => self.faults.push(*fault),
        }
    }
}

/// The name of the field that a path ends with.
fn last(path: &JsonPath) -> &str {
    match path.0.last() {
        Some(Step::Field(name)) => name,
        _ => "",
    }
}
