//! What stands at an address of the paper: the one type of every `index.json`.
//!
//! Entry point: [`Page`]. The press fills it and draws it; the reader loads it and draws the same.

use std::rc::Rc;

use serde::{Deserialize, Serialize};

use crate::story::{Direction, Moment, Picture, Story, Text};

/// A page: its head, and what its `<main>` shows.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Page {
    /// Where it stands, from the top of the paper, without a leading slash: `stories/heron-returns/`.
    pub address: String,
    /// What browsers and search engines are told of it.
    pub head: Head,
    /// What its head says beside that.
    #[serde(default, skip_serializing_if = "Metadata::is_empty")]
    pub metadata: Metadata,
    /// What it shows.
    pub content: Content,
}

impl Page {
    /// The way from the page back to the top of the paper: `../../`.
    pub fn root(&self) -> String {
        match &self.content {
            Content::NotFound(not_found) => not_found.root.clone(),
            _ => "../".repeat(self.address.matches('/').count()),
        }
    }
}

/// What browsers and search engines are told of a page.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Head {
    /// The window's title.
    pub title: String,
    /// BCP 47 tag of the page's language: the story's on a story page, else the paper's.
    pub language: String,
    /// The way the page is written.
    pub direction: Direction,
}

/// What else the head says of a page alone, beside its title: description, canonical URL, Open Graph. Three texts
/// make one element, so that the reader needs no type of its own for it: see [`Metadata::elements`].
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Metadata(pub Vec<String>);

/// One element of a head. No other kinds can be written, so that no page's data can bring in a script.
#[derive(Clone, Copy, Debug)]
pub struct HeadElement<'a> {
    /// The attribute that names what is said: `name`, `property` or `rel`.
    pub attribute: &'a str,
    /// What is said: `description`, `og:title`, `canonical`.
    pub name: &'a str,
    /// The words or the URL.
    pub value: &'a str,
}

impl HeadElement<'_> {
    /// The element's name, and the attribute that holds its value.
    pub fn kind(&self) -> (&'static str, &'static str) {
        match self.attribute {
            "rel" => ("link", "href"),
            _ => ("meta", "content"),
        }
    }
}

impl Metadata {
    fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The elements, in the order they are printed in.
    pub fn elements(&self) -> impl Iterator<Item = HeadElement<'_>> {
        let (elements, _) = self.0.as_chunks();
        elements.iter().map(|[attribute, name, value]| HeadElement {
            attribute,
            name,
            value,
        })
    }

    /// Absolute URL of the original; empty when it is not known.
    pub fn canonical(&self) -> &str {
        self.value("canonical")
    }

    /// Which version of a story the page shows; empty while there was but one.
    pub fn version(&self) -> &str {
        self.value("version")
    }

    fn value(&self, name: &str) -> &str {
        let mut elements = self.elements();
        let element = elements.find(|element| element.name == name);
        element.map_or("", |element| element.value)
    }
}

/// What a page shows. It is shared by the components that draw it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Content {
    /// The front page.
    Front(Rc<FrontPage>),
    /// The stories of a section, a topic, an author or a month.
    Listing(Rc<Listing>),
    /// A story.
    Story(Rc<StoryPage>),
    /// The page one searches from.
    Search(Rc<SearchPage>),
    /// What was found: no page of its own, but drawn into the search page.
    Found(Rc<Found>),
    /// Nothing stands at this address.
    NotFound(Rc<NotFound>),
}

/// The front page.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct FrontPage {
    /// The paper's name, the page's heading.
    pub name: String,
    /// The stories that open the page; the first leads.
    pub lead: Vec<Teaser>,
    /// The newest stories.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub latest: Vec<Teaser>,
    /// The sections, each with its newest stories.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sections: Vec<SectionFront>,
}

/// A section on the front page.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct SectionFront {
    /// The section.
    pub section: Place,
    /// Its newest stories.
    pub stories: Vec<Teaser>,
}

/// What the stories of a list have in common.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ListingKind {
    /// The section they stand in.
    #[default]
    Section,
    /// What they are about.
    Topic,
    /// Who wrote them.
    Author,
    /// When they appeared.
    Archive,
}

/// A page of a list of stories.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Listing {
    /// What the stories have in common.
    pub kind: ListingKind,
    /// Its name, the page's heading.
    pub name: String,
    /// What stands over the name in the place of the kind: a person's role.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub role: String,
    /// What it is about.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub description: String,
    /// A portrait.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub picture: Option<Picture>,
    /// URL of a person's own page.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub link: String,
    /// The stories on this page, newest first.
    pub stories: Vec<Teaser>,
    /// Number of this page, from 1.
    pub page: usize,
    /// Number of pages.
    pub pages: usize,
    /// Address of the page with newer stories.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub newer: Option<String>,
    /// Address of the page with older stories.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub older: Option<String>,
}

/// A story, with what leads on from it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct StoryPage {
    /// The story, enhanced.
    pub story: Story,
    /// The section it stands in.
    pub section: Place,
    /// What it is about.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub topics: Vec<Place>,
    /// How long it takes to read, in words.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reading_time: String,
    /// The stories offered at the end of the body.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub see_also: Vec<Teaser>,
    /// The stories to read next.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub related: Vec<Teaser>,
    /// The newest others of the section.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub more: Vec<Teaser>,
    /// The words that mark a story which is not published.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub mark: String,
}

/// The page one searches from.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct SearchPage {
    /// The page's heading, and what starts a search.
    pub name: String,
    /// Names the field for the words to look for.
    pub field: String,
    /// Said when the search fails.
    pub failure: String,
    /// Address of the script that searches.
    pub script: String,
    /// Heads the places.
    pub places_heading: String,
    /// Where every story can be found without searching: the sections and the archive.
    pub places: Vec<Place>,
}

/// What a search found. `static/search.js` tells the reader of it in this form, with the interface texts that no other
/// page needs.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Found {
    /// How many stories were found, in words; or that there are none, or why nothing is known.
    pub said: String,
    /// The first of them.
    pub stories: Vec<FoundStory>,
    /// By what they can be narrowed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub filters: Vec<Filter>,
    /// What can be asked for beside: that filters are shown, more stories, another try.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub wishes: Vec<Wish>,
}

/// A button among what was found.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Wish {
    /// What is done: `narrow`, `more` or `retry`.
    pub act: String,
    /// Its words.
    pub text: String,
}

/// A story that was found.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct FoundStory {
    /// The story, without a standfirst.
    pub story: Teaser,
    /// The place where the words were found; they are marked.
    pub excerpt: Text,
}

/// Something the stories found can be narrowed by.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Filter {
    /// Its name in addresses: `section`, `topic`, `author`, `year` or `language`.
    pub name: String,
    /// What it is called.
    pub label: String,
    /// What can be chosen.
    pub choices: Vec<Choice>,
}

/// Something to choose.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Choice {
    /// What stands in the address.
    pub value: String,
    /// Its name, with the number of stories that would be left.
    pub text: String,
    /// It is chosen. One choice always is: a browser would take another for it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub chosen: bool,
}

/// Nothing stands here.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct NotFound {
    /// The top of the paper, absolute (`/news/`): this page is served at any depth.
    pub root: String,
    /// The newest stories, to go on with.
    pub latest: Vec<Teaser>,
}

/// A named place of the paper that one can go to.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Place {
    /// Its name.
    pub name: String,
    /// Its address, from the top of the paper.
    pub address: String,
}

/// A story in a few lines, as lists show it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Teaser {
    /// The story's address, from the top of the paper.
    pub address: String,
    /// Its headline.
    pub headline: String,
    /// Its standfirst.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub standfirst: String,
    /// Its kicker, else the section's name.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub kicker: String,
    /// When it appeared.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub published: Option<Moment>,
    /// Its lead picture, without caption.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub picture: Option<Picture>,
    /// BCP 47 tag of its language, when it is not the page's.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub language: String,
    /// It is still being updated.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub live: bool,
    /// The words that mark a story which is not published, in the page's language.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub mark: String,
}
