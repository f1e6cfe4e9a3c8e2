//! The whole document of a page: head, masthead, main, foot, and what starts the reader.
//!
//! Entry point: [`Printer::document`].

use std::collections::BTreeMap;
use std::fmt::Write;
use std::rc::Rc;
use std::sync::LazyLock;

use super::draw::draw;
use super::feeds;
use super::head::{Publication, linked_data};
use super::icons::{Icons, MANIFEST};
use super::policy::{hash, policy};
use super::style::Styles;
use crate::paper::page::{Content, HeadElement, Page};
use crate::story::Notice;
use crate::view::masthead::{Colophon, Frame, FrameProps, Masthead};
use crate::view::words::{ToolWord, Words};
use crate::view::{PageProps, PageView};

/// The script that loads the reader when the page is used: the only one in a page.
pub static LOADER: LazyLock<String> = LazyLock::new(|| {
    let lines = include_str!("../../static/loader.js").lines();
    let lines: String = lines.filter(|line| !line.starts_with("//")).collect();
    without_spaces(&lines)
});

/// A script of one line without the spaces that stand beside signs, outside of quotation marks.
fn without_spaces(script: &str) -> String {
    let is_sign = |c: char| "=,|:;{}()<>?&".contains(c);
    let mut tight = String::new();
    let mut quoted_by = None;
    let mut characters = script.chars().peekable();
    while let Some(c) = characters.next() {
        match quoted_by {
            Some(mark) if c == mark => quoted_by = None,
            None if c == '"' || c == '\'' => quoted_by = Some(c),
            _ => {}
        }
        let beside = tight.chars().next_back().into_iter();
        let mut beside = beside.chain(characters.peek().copied());
        if c != ' ' || quoted_by.is_some() || !beside.any(is_sign) {
            tight.push(c);
        }
    }
    tight
}

/// Its hash in policies.
pub static LOADER_HASH: LazyLock<String> = LazyLock::new(|| hash(&LOADER));

/// Bytes of most pages, so that a page seldom has to be moved while it grows.
const USUAL_SIZE: usize = 48 * 1024;

/// What is the same on every page of a printing.
#[derive(Clone, Copy)]
pub struct Common<'a> {
    /// The paper, and where it stands on the web.
    pub publication: Publication<'a>,
    /// What stands around the pages.
    pub frame: &'a Frame,
    /// The style sheet.
    pub styles: &'a Styles,
    /// Address of the reader's module; `None` prints a paper without the reader.
    pub reader: Option<&'a str>,
    /// Where the paper's icon stands.
    pub icons: &'a Icons,
}

/// Prints page after page, on one core.
pub struct Printer<'a> {
    same: Common<'a>,
    frame: Rc<Frame>,
    /// The masthead and the foot, by the address, root, section and language they were drawn for.
    surroundings: BTreeMap<[String; 4], Rc<[String; 2]>>,
}

impl<'a> Printer<'a> {
    /// A printer that has printed nothing yet.
    pub fn new(same: Common<'a>) -> Self {
        Self {
            same,
            frame: Rc::new(same.frame.clone()),
            surroundings: BTreeMap::new(),
        }
    }

    /// Prints a page.
    pub fn document(&mut self, page: &Rc<Page>) -> String {
        let root = page.root();
        let surroundings = self.surroundings(page, &root);
        let [masthead, colophon] = surroundings.as_ref();
        let mut body = String::with_capacity(USUAL_SIZE);
        let skip = escape(Words::of(&page.head.language).skip_to_content);
        push(
            &mut body,
            &["<body><a class=\"skip\" href=\"#main\">", &skip, "</a>"],
        );
        push(&mut body, &[masthead, "<main id=\"main\">"]);
        draw::<PageView>(PageProps::of(page.clone()), &mut body);
        push(&mut body, &["</main>", colophon]);
        if self.same.reader.is_some() {
            push(&mut body, &[&tools_button(&page.head.language)]);
        }
        let mut html = String::with_capacity(USUAL_SIZE);
        self.head(page, &root, &body, &mut html);
        html.push_str(&body);
        // Last, for nothing that is painted waits for it.
        if let Some(data) = linked_data(self.same.publication, page) {
            let tag = "<script type=\"application/ld+json\">";
            push(&mut html, &[tag, &data, "</script>"]);
        }
        html.push_str("</body></html>\n");
        html
    }

    /// The masthead and the foot of a page. Most stories of a section have the same, so they are drawn once.
    fn surroundings(&mut self, page: &Page, root: &str) -> Rc<[String; 2]> {
        let section = match &page.content {
            Content::Story(story) => story.section.address.as_str(),
            _ => "",
        };
        let is_here = |entry: &Notice| entry.href == page.address;
        let address = match self.frame.navigation.iter().any(is_here) {
            true => page.address.as_str(),
            false => "",
        };
        let key = [address, root, section, &page.head.language].map(str::to_owned);
        if let Some(drawn) = self.surroundings.get(&key) {
            return drawn.clone();
        }
        let drawn = Rc::new(self.draw_surroundings(key.clone()));
        self.surroundings.insert(key, drawn.clone());
        drawn
    }

    fn draw_surroundings(&self, [address, root, section, language]: [String; 4]) -> [String; 2] {
        let props = FrameProps {
            frame: self.frame.clone(),
            address,
            root,
            section,
            language,
        };
        let (mut masthead, mut colophon) = (String::new(), String::new());
        draw::<Masthead>(props.clone(), &mut masthead);
        draw::<Colophon>(props, &mut colophon);
        [masthead, colophon]
    }

    fn head(&self, page: &Page, root: &str, body: &str, html: &mut String) {
        let head = &page.head;
        let style = self.same.styles.of_page(&head.language, root, body);
        let policy = policy(&style.hash, &LOADER_HASH);
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
        for element in page.metadata.elements() {
            let (kind, holds) = element.kind();
            let (named, value) = (escape(element.name), escape(element.value));
            let HeadElement { attribute, .. } = element;
            push(html, &["<", kind, " ", attribute, "=\"", &named]);
            push(html, &["\" ", holds, "=\"", &value, "\">"]);
        }
        push(
            html,
            &[
                "<link rel=\"icon\" href=\"",
                root,
                &self.same.icons.vector,
                "\">",
            ],
        );
        // Today's browsers take the icon of a home screen from the manifest; older ones ask the front page.
        if page.address.is_empty() {
            let touch = &self.same.icons.touch;
            push(
                html,
                &["<link rel=\"apple-touch-icon\" href=\"", root, touch, "\">"],
            );
        }
        push(
            html,
            &["<link rel=\"manifest\" href=\"", root, MANIFEST, "\">"],
        );
        if feeds::stand_beside(page, self.same.publication.base_url) {
            // All pages of a list share the feeds beside its first.
            let folder = match &page.content {
                Content::Listing(listing) if listing.page > 1 => "../../",
                _ => "",
            };
            for (file, kind, format) in feeds::FORMATS {
                push(
                    html,
                    &["<link rel=\"alternate\" type=\"", kind, "\" title=\""],
                );
                push(html, &[format, "\" href=\"", folder, file, "\">"]);
            }
        }
        self.loader(page, root, style.names_rare_faces, html);
        push(html, &["<style>", &style.css, "</style></head>"]);
    }

    /// Before the styles, for they depend on what it finds.
    fn loader(&self, page: &Page, root: &str, names_rare_faces: bool, html: &mut String) {
        let Some(reader) = self.same.reader else {
            return;
        };
        // A module's address has to begin with a dot or a slash.
        let root = if root.is_empty() { "./" } else { root };
        let faces = self.same.styles.faces(&page.head.language);
        let faces: Vec<_> = faces.iter().map(|face| format!("{root}{face}")).collect();
        // A `String` takes anything that is written to it.
        let _ = write!(
            html,
            "<script id=\"newsprint\" data-root=\"{root}\" data-reader=\"{root}{reader}\" data-faces=\"{}\"{}{}>{}</script>",
            faces.join(" "),
            if names_rare_faces { " data-rare" } else { "" },
            waiting(&page.content),
            LOADER.as_str(),
        );
    }
}

/// Tells the loader which part of the window's address has to be there for the page to wait for the reader.
fn waiting(content: &Content) -> &'static str {
    match content {
        Content::Story(story) if story.story.live => " data-wait=\"href\"",
        Content::Search(_) => " data-wait=\"search\"",
        _ => "",
    }
}

/// The button of the reader's tools. The loader shows it: without scripts it would do nothing.
fn tools_button(language: &str) -> String {
    let name = escape(ToolWord::Tools.of(language));
    format!("<button hidden aria-label=\"{name}\" class=\"tools-button\">Aa</button>")
}

fn push(html: &mut String, parts: &[&str]) {
    parts.iter().for_each(|part| html.push_str(part));
}

/// Escapes text for an element or a quoted attribute.
pub(super) fn escape(text: &str) -> String {
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
