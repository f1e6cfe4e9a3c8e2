//! The style sheet, and the part of it that a page needs.
//!
//! Entry point: [`Styles::of_page`]. The CSS a page needs stands in the page (a linked sheet would hold up its first
//! paint); the whole sheet is published as one file, which the reader loads before it shows other pages.
//!
//! What is for paper is a part of both; its colours are important, for they are to win over the paper's theme.
//!
//! [`sheet`] finds the rules a page needs by what it shows, [`faces`] the fonts; [`tools`] is the sheet of the reader's
//! tools, which no page carries.

mod faces;
mod sheet;
mod tools;

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use anyhow::{Result, anyhow};
use lightningcss::printer::PrinterOptions;
use lightningcss::stylesheet::{ParserOptions, StyleSheet};

use super::accent::{DARK, accents};
use super::asset::Assets;
use crate::paper::Theme;
use faces::Faces;
use sheet::{Marks, Sheet};
pub use tools::ToolFiles;

/// The sheets, in the order of the cascade.
const SHEETS: &str = concat!(
    include_str!("../../static/css/base.css"),
    include_str!("../../static/css/story.css"),
    include_str!("../../static/css/list.css"),
    include_str!("../../static/css/search.css"),
    include_str!("../../static/css/reader.css"),
    include_str!("../../static/css/boxes.css"),
    include_str!("../../static/css/table.css"),
    include_str!("../../static/css/media.css"),
    include_str!("../../static/css/print.css"),
);

/// The style sheet of one printing.
pub struct Styles {
    faces: Faces,
    sheet: Sheet,
    theme: String,
    /// What the reader's tools need.
    pub tools: ToolFiles,
    /// Published address of the whole sheet, for pages that name every face.
    pub whole: String,
    /// The same with the rare faces, for pages that name the common ones alone. Naming a face anew would change the
    /// page one reads.
    pub whole_with_rare_faces: String,
    known: Mutex<BTreeMap<Needed, Arc<Style>>>,
}

/// What the CSS of a page depends on.
#[derive(Clone, Debug, Eq, Ord, PartialEq, PartialOrd)]
struct Needed {
    /// What the page shows.
    marks: Marks,
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
    /// Whether the page names the rare faces.
    pub names_rare_faces: bool,
}

/// The files of the faces, by name.
pub(super) fn font_files() -> &'static [(&'static str, &'static [u8])] {
    faces::FILES
}

impl Styles {
    /// Minifies the sheets, and publishes the fonts and the whole sheet.
    ///
    /// # Errors
    /// A sheet of the press's own is not valid CSS.
    pub fn publish(theme: &Theme, assets: &Assets) -> Result<Self> {
        let faces = Faces::publish(assets)?;
        let sheet = Sheet::parse(SHEETS)?;
        let tools = ToolFiles::publish(theme, assets)?;
        let theme = theme_css(theme);
        let whole = |rare: &str| {
            let css = [rare, &sheet.whole, &theme].concat();
            assets.publish_bytes("all.css", css.into_bytes())
        };
        Ok(Self {
            tools,
            whole: whole(""),
            whole_with_rare_faces: whole(&faces.rare),
            faces,
            sheet,
            theme,
            known: Mutex::default(),
        })
    }

    /// The CSS that a page needs: one in a language, whose way to the top is `root` and whose body is this HTML.
    pub fn of_page(&self, language: &str, root: &str, body: &str) -> Arc<Style> {
        let needed = Needed {
            marks: self.sheet.marks_of(language, body),
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

    /// Addresses of the sheets that the reader asks for.
    pub fn sheets(&self) -> [&str; 3] {
        [&self.whole, &self.whole_with_rare_faces, &self.tools.sheet]
    }

    /// Addresses of the faces that a page in this language is set in.
    pub fn faces(&self, language: &str) -> Vec<&str> {
        self.faces.of_page(language)
    }

    fn make(&self, needed: &Needed) -> Style {
        let rare = match needed.rare_faces {
            true => self.faces.rare.as_str(),
            false => "",
        };
        let mut css = [&self.faces.common, rare].concat();
        css = css.replace("url(", &format!("url({}assets/", needed.root));
        css.push_str(&self.sheet.rules_for(&needed.marks));
        css.push_str(&self.theme);
        Style {
            hash: super::policy::hash(&css),
            css,
            names_rare_faces: needed.rare_faces,
        }
    }
}

/// Minifies one of the press's own sheets.
fn minified(name: &str, css: &str) -> Result<String> {
    let options = PrinterOptions {
        minify: true,
        ..PrinterOptions::default()
    };
    let sheet = StyleSheet::parse(css, ParserOptions::default())
        .map_err(|fault| anyhow!("{name} cannot be read: {fault}"))?;
    Ok(sheet.to_css(options)?.code)
}

fn theme_css(theme: &Theme) -> String {
    let rules = accents(theme).into_iter().filter_map(|(scheme, accent)| {
        let rule = format!(":root{{--accent:{}}}", accent?);
        Some(match scheme == DARK {
            true => format!("@media (prefers-color-scheme:dark){{{rule}}}"),
            false => rule,
        })
    });
    rules.collect()
}
