//! Looks at what leads from one place of the paper to another, when all its places are known.
//!
//! Entry point: [`Places::check`].

use std::collections::{BTreeMap, BTreeSet};

use super::Fault;
use super::wording::{quoted, suggestion};
use crate::press::names::identity;
use crate::press::release::Reason;
use crate::story::url::Reference;
use crate::story::walk::{JsonPath, Step};

/// A place of the paper that something leads to, as its source names it.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(in crate::press) enum Target {
    /// A story, by slug.
    Story(String),
    /// A section, by slug.
    Section(String),
    /// A topic, by name.
    Topic(String),
    /// An author, by name.
    Author(String),
}

/// Something that leads to a place of the paper.
#[derive(Clone, Debug)]
pub(in crate::press) struct Lead {
    /// Where it stands.
    pub(in crate::press) path: JsonPath,
    /// Where it leads.
    pub(in crate::press) target: Target,
}

/// The places that exist, held back or not.
#[derive(Default)]
pub(in crate::press) struct Places<'a> {
    pub(in crate::press) stories: BTreeSet<&'a str>,
    pub(in crate::press) sections: BTreeSet<&'a str>,
    pub(in crate::press) topics: BTreeSet<&'a str>,
    pub(in crate::press) authors: BTreeSet<&'a str>,
    pub(in crate::press) held: HeldPlaces<'a>,
}

/// The places that are held back with the stories that make them.
#[derive(Default)]
pub(in crate::press) struct HeldPlaces<'a> {
    pub(in crate::press) stories: BTreeMap<&'a str, Reason>,
    /// By the identity of their names.
    pub(in crate::press) topics: BTreeSet<String>,
    /// By the identity of their names.
    pub(in crate::press) authors: BTreeSet<String>,
}

impl HeldPlaces<'_> {
    /// Warns of what is printed and leads to a place that is not.
    pub(in crate::press) fn check(&self, lead: &Lead, file: &str) -> Option<Fault> {
        let (why, until) = match &lead.target {
            Target::Story(slug) => {
                let what = self.stories.get(slug.as_str())?.what();
                (
                    format!("the story {} is {what}", quoted(slug)),
                    "until it is published",
                )
            }
            Target::Topic(name) if self.topics.contains(&identity(name)) => (
                format!("all stories on the topic {} are held back", quoted(name)),
                "until one of them is published",
            ),
            Target::Author(name) if self.authors.contains(&identity(name)) => (
                format!("all stories by {} are held back", quoted(name)),
                "until one of them is published",
            ),
            _ => return None,
        };
        let printed = match lead.path.0.last() {
            Some(Step::Field(field)) if field == "href" => "the words are printed without a link",
            _ => "this is left out",
        };
        let message = format!("{why}; {until}, {printed}");
        let fault = Fault::warning("held-back", file, lead.path.clone(), message);
        Some(fault.help("publish both together, or take this away until then"))
    }
}

impl Places<'_> {
    /// Checks that a place exists.
    pub(in crate::press) fn check(&self, lead: &Lead, file: &str) -> Option<Fault> {
        let (known, name, code, what, otherwise) = match &lead.target {
            Target::Story(name) => (
                &self.stories,
                name,
                "unknown-story",
                "story with the slug",
                "write the name of a file in `stories/` without `.json`",
            ),
            Target::Section(name) => (
                &self.sections,
                name,
                "unknown-section",
                "section with the slug",
                "write the slug of a section in `paper.json`",
            ),
            Target::Topic(name) => (
                &self.topics,
                name,
                "unknown-topic",
                "story on the topic",
                "write a topic as the stories name it in `topics`",
            ),
            Target::Author(name) => (
                &self.authors,
                name,
                "unknown-author",
                "author by the name",
                "write a name as the stories have it in `bylines`",
            ),
        };
        if known.contains(name.as_str()) || self.has_name(&lead.target) {
            return None;
        }
        let message = format!(
            "there is no {what} {}; this would lead nowhere",
            quoted(name)
        );
        let help = suggestion(name, known.iter().copied(), otherwise);
        Some(Fault::error(code, file, lead.path.clone(), message).help(help))
    }

    /// Whether stories name a topic or an author, in any spelling.
    fn has_name(&self, target: &Target) -> bool {
        let (known, name) = match target {
            Target::Topic(name) => (&self.topics, name),
            Target::Author(name) => (&self.authors, name),
            Target::Story(_) | Target::Section(_) => return false,
        };
        let wanted = identity(name);
        known.iter().any(|name| identity(name) == wanted)
    }
}

/// Checks an `href`: what it leads to in the paper, or a fault.
pub(in crate::press) fn read_link(
    href: &str,
    file: &str,
    path: &JsonPath,
) -> Result<Option<Target>, Box<Fault>> {
    let wrong = |code, message: String, help: &str| {
        Err(Box::new(
            Fault::error(code, file, path.clone(), message).help(help),
        ))
    };
    match Reference::parse(href) {
        Reference::Foreign(_) | Reference::Front => Ok(None),
        Reference::Story(slug) => Ok(Some(Target::Story(slug.to_owned()))),
        Reference::Section(slug) => Ok(Some(Target::Section(slug.to_owned()))),
        Reference::Topic(name) => Ok(Some(Target::Topic(name.to_owned()))),
        Reference::Author(name) => Ok(Some(Target::Author(name.to_owned()))),
        Reference::Inside(_) => wrong(
            "bad-link",
            format!("{} is no whole address", quoted(href)),
            "write it with `https://`; to a place of the paper lead `story:slug`, `section:slug`, `topic:Name`, `author:Name`, `front:`",
        ),
        Reference::Forbidden(what) if what == href => wrong(
            "bad-link",
            format!("{} is no address that a link may have", quoted(href)),
            "write a whole address with `https://`, without spaces around it, line breaks or backslashes",
        ),
        Reference::Forbidden(scheme) => wrong(
            "forbidden-scheme",
            format!("links may not begin with {}", quoted(&format!("{scheme}:"))),
            "use `https:`, `http:`, `mailto:`, `tel:`, or a place of the paper: `story:slug`, `section:slug`, `topic:Name`, `author:Name`, `front:`",
        ),
    }
}

/// The whole web address that a text is, if it is one: `https://example.org/news/`.
pub(in crate::press) fn web_address(text: &str) -> Option<http::Uri> {
    let address: http::Uri = text.parse().ok()?;
    let web = matches!(address.scheme_str(), Some("https" | "http"));
    (web && address.host().is_some_and(|host| !host.is_empty())).then_some(address)
}

/// What is wrong with a BCP 47 tag, if something is.
pub(in crate::press) fn bad_language(tag: &str, file: &str, path: JsonPath) -> Option<Fault> {
    let valid = icu::locale::Locale::try_from_str(tag).is_ok()
        && !tag.contains('_')
        && tag
            .split('-')
            .next()
            .is_some_and(|language| matches!(language.len(), 2 | 3));
    (!valid).then(|| {
        let message = format!("{} is no language tag", quoted(tag));
        Fault::error("bad-language", file, path, message)
            .help("write a BCP 47 tag: `en`, `pt-BR`, `zh-Hant`")
    })
}
