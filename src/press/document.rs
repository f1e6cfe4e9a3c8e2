//! The whole document of a page: head, masthead, main, foot, and what starts the reader.
//!
//! Entry point: [`Printer::document`].

use std::fmt::Write;
use std::rc::Rc;

use super::draw::draw;
use super::policy::{hash, policy};
use super::style::Styles;
use crate::paper::page::{Content, Page};
use crate::view::masthead::{Colophon, Frame, FrameProps, Masthead};
use crate::view::words::Words;
use crate::view::{PageProps, PageView};

/// The script that loads the reader once the page has painted: the only one in a page.
const LOADER: &str = include_str!("../../static/loader.js");

/// What is the same on every page of a printing.
pub struct Printer<'a> {
    /// What stands around the pages.
    pub frame: Rc<Frame>,
    /// The style sheet.
    pub styles: &'a Styles,
    /// Address of the reader's module; `None` prints a paper without the reader.
    pub reader: Option<&'a str>,
    /// Address of the paper's icon.
    pub icon: &'a str,
}

impl Printer<'_> {
    /// Prints a page.
    pub fn document(&self, page: &Rc<Page>) -> String {
        let root = page.root();
        let main = draw::<PageView>(PageProps { page: page.clone() });
        let frame = self.frame_props(page, &root);
        let mut html = String::with_capacity(main.len() + 8 * 1024);
        self.head(page, &root, &mut html);
        let skip = escape(Words::of(&page.head.language).skip_to_content);
        push(
            &mut html,
            &["<body><a class=\"skip\" href=\"#main\">", &skip, "</a>"],
        );
        html.push_str(&draw::<Masthead>(frame.clone()));
        push(&mut html, &["<main id=\"main\">", &main, "</main>"]);
        html.push_str(&draw::<Colophon>(frame));
        self.loader(&root, &mut html);
        html.push_str("</body></html>\n");
        html
    }

    fn frame_props(&self, page: &Page, root: &str) -> FrameProps {
        let section = match &page.content {
            Content::Story(story) => story.section.address.clone(),
            _ => String::new(),
        };
        FrameProps {
            frame: self.frame.clone(),
            address: page.address.clone(),
            root: root.to_owned(),
            section,
            language: page.head.language.clone(),
        }
    }

    fn head(&self, page: &Page, root: &str, html: &mut String) {
        let head = &page.head;
        let style = self.styles.of_page(&page.content, root);
        let policy = policy(&style.hash, &hash(LOADER));
        let direction = head.direction.as_str();
        push(
            html,
            &[
                "<!doctype html><html lang=\"",
                &escape(&head.language),
                "\" dir=\"",
                direction,
                "\">",
            ],
        );
        html.push_str("<head><meta charset=\"utf-8\">");
        html.push_str("<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">");
        push(
            html,
            &[
                "<meta http-equiv=\"Content-Security-Policy\" content=\"",
                &policy,
                "\">",
            ],
        );
        push(html, &["<title>", &escape(&head.title), "</title>"]);
        if !head.description.is_empty() {
            push(
                html,
                &[
                    "<meta name=\"description\" content=\"",
                    &escape(&head.description),
                    "\">",
                ],
            );
        }
        if !head.canonical.is_empty() {
            push(
                html,
                &[
                    "<link rel=\"canonical\" href=\"",
                    &escape(&head.canonical),
                    "\">",
                ],
            );
        }
        push(
            html,
            &["<link rel=\"icon\" href=\"", root, self.icon, "\">"],
        );
        push(html, &["<style>", &style.css, "</style></head>"]);
    }

    fn loader(&self, root: &str, html: &mut String) {
        let Some(reader) = self.reader else { return };
        // A `String` takes anything that is written to it.
        let _ = write!(
            html,
            "<script id=\"newsprint\" data-root=\"{}\" data-reader=\"{root}{reader}\" data-styles=\"{root}{}\">{LOADER}</script>",
            if root.is_empty() { "./" } else { root },
            self.styles.whole,
        );
    }
}

fn push(html: &mut String, parts: &[&str]) {
    parts.iter().for_each(|part| html.push_str(part));
}

/// Escapes text for an element or a quoted attribute.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            c => escaped.push(c),
        }
    }
    escaped
}
