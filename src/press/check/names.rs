//! Looks for names of people and topics that are easily taken for one another: each has a page of its own, and the
//! stories of one person should not lie on two.
//!
//! Entry point: [`check`], when the names of all stories are known.

use std::collections::BTreeMap;
use std::path::Path;

use super::wording::quoted;
use super::{Fault, element};
use crate::paper::Paper;
use crate::press::names::{identity, resemblance};
use crate::press::source;
use crate::story::Story;
use crate::story::walk::JsonPath;

/// The names in a story.
pub(in crate::press) struct Named<'a> {
    /// Path of its file.
    pub(in crate::press) file: &'a str,
    pub(in crate::press) topics: &'a [String],
    pub(in crate::press) authors: &'a [String],
}

/// How often a name is used, and where first.
struct Use<'a> {
    spelling: &'a str,
    stories: usize,
    /// The first story that has it, and the place in its list; none for a name of `paper.json` alone.
    first: Option<(&'a str, usize)>,
    /// `paper.json` lists it.
    listed: bool,
}

/// Names that look alike, a warning for each that is used less.
pub(in crate::press) fn check(folder: &Path, paper: &Paper, stories: &[Named]) -> Vec<Fault> {
    let listed = paper.authors.iter().map(|author| author.name.as_str());
    let topics = uses(std::iter::empty(), stories, |story| story.topics);
    let people = uses(listed, stories, |story| story.authors);
    let topics = alike(&topics).map(|(less, more)| warning(folder, "topics", less, more));
    let people = alike(&people).map(|(less, more)| warning(folder, "bylines", less, more));
    topics.chain(people).flatten().collect()
}

/// The names by identity.
fn uses<'a>(
    listed: impl Iterator<Item = &'a str>,
    stories: &[Named<'a>],
    names: fn(&Named<'a>) -> &'a [String],
) -> BTreeMap<String, Use<'a>> {
    let mut uses: BTreeMap<String, Use> = BTreeMap::new();
    for spelling in listed {
        let name = Use {
            spelling,
            stories: 0,
            first: None,
            listed: true,
        };
        uses.insert(identity(spelling), name);
    }
    for story in stories {
        for (place, spelling) in names(story).iter().enumerate() {
            let name = uses.entry(identity(spelling)).or_insert(Use {
                spelling,
                stories: 0,
                first: None,
                listed: false,
            });
            name.first.get_or_insert((story.file, place));
            name.stories += 1;
        }
    }
    uses
}

/// Pairs of names that look alike: the one that is used less, and the one that is probably meant. Names that
/// `paper.json` lists are meant as they are.
fn alike<'a>(
    uses: &'a BTreeMap<String, Use<'a>>,
) -> impl Iterator<Item = (&'a Use<'a>, &'a Use<'a>)> {
    let mut groups: BTreeMap<String, Vec<&Use>> = BTreeMap::new();
    for (identity, name) in uses {
        groups.entry(resemblance(identity)).or_default().push(name);
    }
    groups.into_values().flat_map(|mut group| {
        group.sort_by_key(|name| std::cmp::Reverse((name.listed, name.stories)));
        let mut names = group.into_iter();
        let meant = names.next();
        names
            .filter(|name| !name.listed)
            .filter_map(move |name| Some((name, meant?)))
    })
}

fn warning(folder: &Path, field: &str, less: &Use, more: &Use) -> Option<Fault> {
    let (file, place) = less.first?;
    let mut path = element(&JsonPath::field(field), place);
    // What was put aside when the file was read is counted again.
    let read = source::read::<Story>(folder, file);
    source::restore(&mut path, &read.removed);
    let message = format!(
        "{} is easily taken for {}, {}; each has a page of its own",
        quoted(less.spelling),
        quoted(more.spelling),
        match (more.listed, more.stories) {
            (true, _) => "which `paper.json` lists".to_owned(),
            (false, 1) => "which another story names".to_owned(),
            (false, stories) => format!("which {stories} stories name"),
        },
    );
    let help = match field {
        "bylines" => {
            "write the name one way everywhere; if they are two people, list both in `authors` in `paper.json`"
        }
        _ => "write the name one way everywhere, or choose names that nobody takes for one another",
    };
    Some(Fault::warning("similar-names", file, path, message).help(help))
}
