//! What a page says of itself to browsers, search engines and link previews.
//!
//! Entry points: [`metadata`], which both press and reader put into the head, and [`linked_data()`], which only
//! the press prints: no machine that reads it follows links in the browser. Both are pure functions of
//! the paper and the page.

mod linked_data;
mod social;

use crate::paper::Paper;
use crate::paper::page::{Content, Metadata};
use crate::press::moment::{self, Zone};
use crate::story::Moment;

pub use linked_data::linked_data;
pub use social::is_previewed;

/// The paper that a page belongs to, and where it stands.
#[derive(Clone, Copy, Debug)]
pub struct Publication<'a> {
    /// What `paper.json` says.
    pub paper: &'a Paper,
    /// The paper's absolute URL, ending with `/`; empty when it has none.
    pub base_url: &'a str,
    /// Whose clock its dates follow.
    pub zone: &'a Zone,
}

impl Publication<'_> {
    /// The absolute URL of an address of the paper; `None` for a paper without a base URL.
    pub fn absolute(&self, address: &str) -> Option<String> {
        (!self.base_url.is_empty()).then(|| format!("{}{address}", self.base_url))
    }

    /// The instant of a date of the paper, on the paper's clock.
    fn stamp(&self, date: &Moment) -> String {
        moment::stamp(&date.datetime, self.zone)
    }
}

/// What is said of a page.
#[derive(Clone, Debug)]
pub struct About {
    /// The page's title without the paper's name.
    pub name: String,
    /// What the page is about, in a sentence; empty when nothing is said.
    pub description: String,
    /// BCP 47 tag of the page's language.
    pub language: String,
    /// Absolute URL of the original; empty when it is not known.
    pub canonical: String,
    /// Address of the picture that was drawn for link previews; empty when there is none.
    pub share_picture: String,
}

/// What a page's head says beside its title, in the order it is printed in.
pub fn metadata(publication: Publication<'_>, about: &About, content: &Content) -> Metadata {
    let mut said = Said::default();
    if matches!(content, Content::NotFound(_) | Content::Search(_)) {
        said.name("robots", "noindex");
        return said.0;
    }
    if matches!(content, Content::Story(story) if !story.mark.is_empty()) {
        said.name("robots", "noindex");
    }
    said.name("description", &about.description);
    said.say("rel", "canonical", &about.canonical);
    social::say(&mut said, publication, about, content);
    said.0
}

/// Says in a story's head which of its versions the page shows.
pub fn mark(metadata: &mut Metadata, version: &str) {
    let mut said = Said(std::mem::take(metadata));
    said.name("version", version);
    *metadata = said.0;
}

/// Says in a story's head where it stood before, so that the reader finds what was stored under those addresses. No other
/// than a folder's has had pages of Newsprint.
pub fn name_aliases(metadata: &mut Metadata, aliases: &[String]) {
    let mut said = Said(std::mem::take(metadata));
    for alias in aliases.iter().filter(|alias| alias.ends_with('/')) {
        said.name("alias", alias);
    }
    *metadata = said.0;
}

/// Metadata that is being gathered. What would say nothing is left out.
#[derive(Default)]
struct Said(Metadata);

impl Said {
    fn say(&mut self, attribute: &str, name: &str, value: &str) {
        if !value.is_empty() {
            let element = [attribute, name, value].map(str::to_owned);
            self.0.0.extend(element);
        }
    }

    fn name(&mut self, name: &str, value: &str) {
        self.say("name", name, value);
    }

    fn property(&mut self, name: &str, value: &str) {
        self.say("property", name, value);
    }
}
