//! The style sheet, and the part of it that a page needs.
//!
//! Entry point: [`Styles::of_page`]. The CSS a page needs stands in the page (a linked sheet would hold up its first
//! paint); the whole sheet is published as one file, which the reader loads before it shows other pages.
//!
//! A sheet is one file in `static/css/`; [`SHEETS`] says which pages need it.

mod faces;

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use anyhow::{Result, anyhow};
use lightningcss::printer::PrinterOptions;
use lightningcss::stylesheet::{MinifyOptions, ParserOptions, StyleSheet};

use super::asset::Assets;
use crate::paper::Theme;
use crate::paper::page::Content;
use crate::story::{Block, Story};
use faces::Faces;

/// What a sheet is for.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Need {
    /// Every page.
    Always,
    /// Pages that show a story.
    Story,
    /// Pages that list stories.
    List,
    /// Nothing but the reader, which loads the whole sheet.
    Reader,
    /// Stories that hold a block of one of these kinds.
    Block(&'static [&'static str]),
}

/// The sheets, in the order of the cascade.
const SHEETS: &[(Need, &str)] = &[
    (Need::Always, include_str!("../../static/css/base.css")),
    (Need::Story, include_str!("../../static/css/story.css")),
    (Need::List, include_str!("../../static/css/list.css")),
    (Need::Reader, include_str!("../../static/css/reader.css")),
    (
        Need::Block(&[
            "fact_box",
            "key_points",
            "timeline",
            "questions",
            "correction",
            "update",
            "pull_quote",
        ]),
        include_str!("../../static/css/boxes.css"),
    ),
    (
        Need::Block(&["table", "code"]),
        include_str!("../../static/css/table.css"),
    ),
    (
        Need::Block(&[
            "picture",
            "gallery",
            "audio",
            "video",
            "embed",
            "footnotes",
            "unsupported",
        ]),
        include_str!("../../static/css/media.css"),
    ),
];

/// The style sheet of one printing.
pub struct Styles {
    faces: Faces,
    sheets: Vec<String>,
    theme: String,
    /// Published address of the whole sheet, for pages that name every face.
    whole: String,
    /// The same with the rare faces, for pages that name the common ones alone. Naming a face anew would change the
    /// page one reads.
    whole_with_rare_faces: String,
    known: Mutex<BTreeMap<Needed, Arc<Style>>>,
}

/// What the CSS of a page depends on.
#[derive(Clone, Debug, Eq, Ord, PartialEq, PartialOrd)]
struct Needed {
    /// The sheets, one bit each.
    sheets: u32,
    /// The page shows letters of the rare faces.
    rare_faces: bool,
    /// The way to the top.
    root: String,
}

/// The CSS of a page, with its hash for the Content-Security-Policy.
#[derive(Clone, Debug)]
pub struct Style {
    /// The text of the `<style>` element.
    pub css: String,
    /// The hash as the policy writes it: `sha256-…`.
    pub hash: String,
    /// Published address of the sheet that holds what is not in the page.
    pub whole: String,
}

impl Styles {
    /// Minifies the sheets, and publishes the fonts and the whole sheet.
    ///
    /// # Errors
    /// A sheet of the press's own is not valid CSS.
    pub fn publish(theme: &Theme, assets: &Assets) -> Result<Self> {
        let faces = Faces::publish(assets)?;
        let sheets = SHEETS
            .iter()
            .map(|(_, sheet)| minify(sheet))
            .collect::<Result<Vec<_>>>()?;
        let theme = theme_css(theme);
        let whole = |rare: &str| {
            let css = format!("{rare}{}{theme}", sheets.concat());
            assets.publish_bytes("all.css", css.into_bytes())
        };
        Ok(Self {
            whole: whole(""),
            whole_with_rare_faces: whole(&faces.rare),
            faces,
            sheets,
            theme,
            known: Mutex::default(),
        })
    }

    /// The CSS that a page needs, for a page whose way to the top is `root` and whose body is this HTML.
    pub fn of_page(&self, content: &Content, root: &str, body: &str) -> Arc<Style> {
        let needed = Needed {
            sheets: sheets_of(content),
            rare_faces: self.faces.needs_rare(body),
            root: root.to_owned(),
        };
        let mut known = self
            .known
            .lock()
            .unwrap_or_else(std::sync::PoisonError::into_inner);
        if let Some(style) = known.get(&needed) {
            return style.clone();
        }
        let style = Arc::new(self.make(&needed));
        known.insert(needed, style.clone());
        style
    }

    /// Address of the face that the headline and the text of a page in this language are set in.
    pub fn face(&self, language: &str) -> &str {
        self.faces.of_text(language)
    }

    fn make(&self, needed: &Needed) -> Style {
        let (rare, whole) = match needed.rare_faces {
            true => (self.faces.rare.as_str(), &self.whole),
            false => ("", &self.whole_with_rare_faces),
        };
        let mut css = [&self.faces.common, rare].concat();
        css = css.replace("url(", &format!("url({}assets/", needed.root));
        for (place, sheet) in self.sheets.iter().enumerate() {
            if needed.sheets & (1 << place) != 0 {
                css.push_str(sheet);
            }
        }
        css.push_str(&self.theme);
        Style {
            hash: super::policy::hash(&css),
            css,
            whole: whole.clone(),
        }
    }
}

/// Which sheets a page needs, one bit each.
fn sheets_of(content: &Content) -> u32 {
    let kinds = match content {
        Content::Story(page) => kinds(&page.story),
        _ => Vec::new(),
    };
    let story = matches!(content, Content::Story(_));
    let wanted = |need: &Need| match need {
        Need::Always => true,
        Need::Story => story,
        Need::List => !story,
        Need::Reader => false,
        Need::Block(wanted) => wanted.iter().any(|kind| kinds.contains(kind)),
    };
    SHEETS
        .iter()
        .enumerate()
        .filter(|(_, (need, _))| wanted(need))
        .fold(0, |bits, (place, _)| bits | 1 << place)
}

fn kinds(story: &Story) -> Vec<&'static str> {
    let mut kinds = Vec::new();
    let mut note = |kind| {
        if !kinds.contains(&kind) {
            kinds.push(kind);
        }
    };
    if story.lead_picture.is_some() {
        note("picture");
    }
    if !story.corrections.is_empty() {
        note("correction");
    }
    note_kinds(&story.body, &mut note);
    kinds
}

fn note_kinds(blocks: &[Block], note: &mut dyn FnMut(&'static str)) {
    for block in blocks {
        note(block.kind());
        for inner in block.inner() {
            note_kinds(inner, note);
        }
    }
}

fn minify(css: &str) -> Result<String> {
    let fault = |fault: String| anyhow!("a style sheet of the press cannot be read: {fault}");
    let mut sheet = StyleSheet::parse(css, ParserOptions::default())
        .map_err(|error| fault(error.to_string()))?;
    sheet
        .minify(MinifyOptions::default())
        .map_err(|error| fault(error.to_string()))?;
    let printed = sheet.to_css(PrinterOptions {
        minify: true,
        ..PrinterOptions::default()
    });
    Ok(printed.map_err(|error| fault(error.to_string()))?.code)
}

fn theme_css(theme: &Theme) -> String {
    let mut css = String::new();
    if is_colour(&theme.accent) {
        css += &format!(":root{{--accent:{}}}", theme.accent);
    }
    if is_colour(&theme.accent_dark) {
        css += &format!(
            "@media (prefers-color-scheme:dark){{:root{{--accent:{}}}}}",
            theme.accent_dark
        );
    }
    css
}

/// Whether a theme's colour is one: nothing else may reach the style sheet.
pub fn is_colour(colour: &str) -> bool {
    let digits = colour.strip_prefix('#').unwrap_or_default();
    digits.len() == 6 && digits.bytes().all(|byte| byte.is_ascii_hexdigit())
}
