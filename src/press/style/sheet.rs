//! The style sheet, and which of its rules a page needs.
//!
//! Entry points: [`Sheet::parse`], [`Sheet::marks_of`] and [`Sheet::rules_for`].
//!
//! 1. A selector can match only where its marks are: the elements, classes and languages it names.
//! 2. The marks of a page are read off its HTML, in one pass.
//! 3. The page needs the rules that have a selector whose marks are all there. What else a selector asks for (states,
//!    attributes, places) is taken for granted: a rule too many costs some bytes, one too few the look of the page.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Result, anyhow};
use lightningcss::printer::PrinterOptions;
use lightningcss::rules::CssRule;
use lightningcss::rules::style::StyleRule;
use lightningcss::selector::{Component, PseudoClass, Selector};
use lightningcss::stylesheet::{MinifyOptions, ParserOptions, StyleSheet};
use lightningcss::traits::ToCss;

/// What the reader and the loader add to a printed page before the whole sheet rules there.
const ADDED: &[&str] = &["html", "iframe", ".able", ".hidden", ".spare"];

/// Marks, by their numbers.
pub(super) type Marks = BTreeSet<usize>;

/// A style sheet, minified.
pub(super) struct Sheet {
    /// All of it.
    pub(super) whole: String,
    /// How sheets of paper are (`@page`): every page needs that.
    paper: String,
    rules: Vec<Rule>,
    /// The marks that its selectors name: `h1`, `.byline`, `:ar`.
    marks: BTreeMap<String, usize>,
}

/// A rule for elements.
struct Rule {
    /// The media it is for; empty when it is for all.
    media: String,
    selectors: Vec<(Marks, String)>,
    /// What it says, in braces.
    block: String,
}

impl Sheet {
    /// Reads a sheet. Rules that are neither for elements, media nor paper stay out of pages: no page needs one before
    /// the whole sheet rules.
    ///
    /// # Errors
    /// It is not valid CSS.
    pub(super) fn parse(css: &str) -> Result<Self> {
        let mut sheet = StyleSheet::parse(css, ParserOptions::default()).map_err(fault)?;
        sheet.minify(MinifyOptions::default()).map_err(fault)?;
        let mut read = Self {
            whole: sheet.to_css(minified()).map_err(fault)?.code,
            paper: String::new(),
            rules: Vec::new(),
            marks: BTreeMap::new(),
        };
        for rule in &sheet.rules.0 {
            match rule {
                CssRule::Style(rule) => read.add("", rule)?,
                CssRule::Media(media) => {
                    let query = media.query.to_css_string(minified()).map_err(fault)?;
                    for rule in &media.rules.0 {
                        if let CssRule::Style(rule) = rule {
                            read.add(&query, rule)?;
                        }
                    }
                }
                CssRule::Page(_) => read.paper += &rule.to_css_string(minified()).map_err(fault)?,
                _ => {}
            }
        }
        Ok(read)
    }

    fn add(&mut self, media: &str, rule: &StyleRule) -> Result<()> {
        let mut selectors = Vec::new();
        let mut block = String::new();
        for selector in &rule.selectors.0 {
            let mut alone = rule.clone();
            alone.selectors.0 = [selector.clone()].into_iter().collect();
            let css = CssRule::Style(alone)
                .to_css_string(minified())
                .map_err(fault)?;
            let (words, rest) = css.split_once('{').unwrap_or_default();
            block = format!("{{{rest}");
            selectors.push((self.marks_in(selector), words.to_owned()));
        }
        self.rules.push(Rule {
            media: media.to_owned(),
            selectors,
            block,
        });
        Ok(())
    }

    fn marks_in(&mut self, selector: &Selector) -> Marks {
        let mut marks = Marks::new();
        for component in selector.iter_raw_match_order() {
            let mark = match component {
                Component::LocalName(element) => element.lower_name.to_string(),
                Component::Class(class) => format!(".{class}"),
                Component::NonTSPseudoClass(PseudoClass::Lang { languages }) => {
                    // Several would be alternatives.
                    match languages.as_slice() {
                        [language] => format!(":{language}"),
                        _ => continue,
                    }
                }
                _ => continue,
            };
            let next = self.marks.len();
            marks.insert(*self.marks.entry(mark).or_insert(next));
        }
        marks
    }

    /// The marks of a page in a language, whose body is this HTML.
    pub(super) fn marks_of(&self, language: &str, body: &str) -> Marks {
        let mut found = Marks::new();
        let mut note = |mark: &str| found.extend(self.marks.get(mark));
        ADDED.iter().for_each(|mark| note(mark));
        note(&mark_of_language(language));
        each_tag(body, |element, class, language| {
            note(element);
            for class in class.split(' ') {
                note(&format!(".{class}"));
            }
            if !language.is_empty() {
                note(&mark_of_language(language));
            }
        });
        found
    }

    /// The rules that a page with these marks needs.
    pub(super) fn rules_for(&self, marks: &Marks) -> String {
        let mut css = self.paper.clone();
        let mut media = "";
        for rule in &self.rules {
            let needed: Vec<&str> = rule
                .selectors
                .iter()
                .filter(|(wanted, _)| wanted.is_subset(marks))
                .map(|(_, selector)| selector.as_str())
                .collect();
            if needed.is_empty() {
                continue;
            }
            if media != rule.media {
                close(media, &mut css);
                if !rule.media.is_empty() {
                    css += &format!("@media {}{{", rule.media);
                }
                media = &rule.media;
            }
            css += &needed.join(",");
            css += &rule.block;
        }
        close(media, &mut css);
        css
    }
}

fn close(media: &str, css: &mut String) {
    if !media.is_empty() {
        css.push('}');
    }
}

/// `:lang()` also matches what is more special than it says (RFC 4647, 3.3.1).
fn mark_of_language(language: &str) -> String {
    let primary = language.split('-').next().unwrap_or_default();
    format!(":{}", primary.to_ascii_lowercase())
}

/// Calls for every start tag of HTML that the press has drawn (its attributes stand in double quotes) with the
/// element's name, its classes and its language.
fn each_tag<'a>(html: &'a str, mut call: impl FnMut(&'a str, &'a str, &'a str)) {
    let mut rest = html;
    while let Some((_, tag)) = rest.split_once('<') {
        let end = tag.find(|c: char| !c.is_ascii_alphanumeric());
        let (element, mut attributes) = tag.split_at(end.unwrap_or(tag.len()));
        let (mut class, mut language) = ("", "");
        while let Some(place) = attributes.find(['>', '"']) {
            let (before, quoted) = attributes.split_at(place);
            let Some((value, after)) = quoted[1..]
                .split_once('"')
                .filter(|_| quoted.starts_with('"'))
            else {
                attributes = &quoted[1..];
                break;
            };
            match before {
                " class=" => class = value,
                " lang=" => language = value,
                _ => {}
            }
            attributes = after;
        }
        if !element.is_empty() {
            call(element, class, language);
        }
        rest = attributes;
    }
}

fn minified<'a>() -> PrinterOptions<'a> {
    PrinterOptions {
        minify: true,
        ..PrinterOptions::default()
    }
}

fn fault(fault: impl std::fmt::Display) -> anyhow::Error {
    anyhow!("a style sheet of the press cannot be read: {fault}")
}

#[cfg(test)]
mod tests {
    use super::*;

    const CSS: &str = "
        :root { --ink: #000; }
        p, .byline a:hover { margin: 0; }
        .box:not(.wide) > * + * { color: red; }
        [lang]:lang(ar) { color: blue; }
        @keyframes turn { to { opacity: 0; } }
        @media (min-width: 60em) { .box { float: left; } h1 { margin: 0; } }
        @media print { nav { display: none; } }
    ";

    fn needed(language: &str, body: &str) -> String {
        let sheet = Sheet::parse(CSS).unwrap();
        sheet.rules_for(&sheet.marks_of(language, body))
    }

    #[test]
    fn a_page_has_the_rules_that_can_match_in_it_and_no_other() {
        assert_eq!(needed("en", "<p>words</p>"), ":root{--ink:#000}p{margin:0}");
        assert_eq!(
            needed("en", "<p class=\"byline\"><a href=\"a\">A</a></p>"),
            ":root{--ink:#000}p,.byline a:hover{margin:0}"
        );
    }

    #[test]
    fn rules_for_media_stay_in_their_order() {
        assert_eq!(
            needed("en", "<div class=\"low box\"></div><h1></h1><nav></nav>"),
            ":root{--ink:#000}.box:not(.wide)>*+*{color:red}\
             @media (width>=60em){.box{float:left}h1{margin:0}}@media print{nav{display:none}}"
        );
    }

    #[test]
    fn every_page_knows_how_sheets_of_paper_are() {
        let sheet =
            Sheet::parse("@page { margin: 2cm; } @media print { nav { margin: 0; } }").unwrap();
        assert_eq!(sheet.rules_for(&Marks::new()), "@page{margin:2cm}");
    }

    #[test]
    fn a_language_is_found_on_the_page_and_on_a_run_of_it() {
        let arabic = ":root{--ink:#000}[lang]:lang(ar){color:#00f}";
        assert_eq!(needed("ar-EG", ""), arabic);
        assert_eq!(needed("en", "<i lang=\"AR\">x</i>"), arabic);
    }

    #[test]
    fn words_that_look_like_tags_hide_nothing() {
        assert_eq!(
            needed("en", "<img alt=\"5 > 3 <b\" class=\"box\"/> <p>"),
            ":root{--ink:#000}p{margin:0}.box:not(.wide)>*+*{color:red}@media (width>=60em){.box{float:left}}"
        );
    }
}
