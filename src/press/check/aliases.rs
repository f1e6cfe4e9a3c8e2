//! Looks at the old addresses that stories name: can they be led on from, and whose are they?
//!
//! Entry points: [`read`] for one story, then [`settle`] when the addresses of all are known.

use std::collections::{BTreeMap, BTreeSet};

use super::wording::quoted;
use super::{Fault, element};
use crate::paper::place::{LONGEST_SLUG, Permalinks, Place};
use crate::press::{feeds, survey, versions};
use crate::story::Story;
use crate::story::walk::JsonPath;

/// An old address of a story.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(in crate::press) struct Alias {
    /// From the top of the paper, without the slash it begins with: `2019/05/old-name/`, `2019/old.html`, `?p=123`.
    pub(in crate::press) address: String,
    /// Where it stands.
    pub(in crate::press) path: JsonPath,
}

/// The old addresses that the story of an address names.
pub(in crate::press) struct Claim<'a> {
    pub(in crate::press) file: &'a str,
    pub(in crate::press) address: &'a str,
    pub(in crate::press) aliases: &'a [Alias],
}

const FORM: &str =
    "write it from the top of the paper: `/2019/05/old-name/`, `/2019/old-name.html`, `/?p=123`";

/// Reads the old addresses of a story; those that can be none are faults.
pub(in crate::press) fn read(story: &Story, file: &str, faults: &mut Vec<Fault>) -> Vec<Alias> {
    let mut aliases = Vec::new();
    for (index, written) in story.aliases.iter().enumerate() {
        let path = element(&JsonPath::field("aliases"), index);
        match address(written) {
            Ok(address) => {
                if address.contains('?') {
                    faults.push(needs_rules(written, file, path.clone()));
                }
                aliases.push(Alias { address, path });
            }
            Err((message, help)) => {
                let message = format!("{} {message}", quoted(written));
                faults.push(Fault::error("bad-alias", file, path, message).help(help));
            }
        }
    }
    aliases
}

fn needs_rules(written: &str, file: &str, path: JsonPath) -> Fault {
    let message = format!(
        "{} can be no file, so only hosts that are told of it lead on from there",
        quoted(written)
    );
    Fault::warning("alias-needs-rules", file, path, message).help(
        "nginx, Caddy, Apache and Netlify are told by `newsprint hosting`; \
         other hosts show the page that stands before the `?`",
    )
}

/// The address that a text is, or why it is none.
fn address(written: &str) -> Result<String, (&'static str, &'static str)> {
    let none = |message| Err((message, FORM));
    if written.contains("://") || written.starts_with("//") {
        return none("is an address of another host");
    }
    let Some(address) = written.strip_prefix('/') else {
        return none("does not begin with `/`");
    };
    let (path, query) = match address.split_once('?') {
        Some((path, query)) => (path, Some(query)),
        None => (address, None),
    };
    if address.contains('#') {
        return none("has a part after `#`, which no host is ever asked for");
    }
    if path.contains('%') {
        return Err((
            "is written with `%`",
            "write the letters as one reads them: `/2019/café/`",
        ));
    }
    let folder = path.strip_suffix('/').unwrap_or(path);
    if path.is_empty() && query.is_none() {
        return Err(("is the front page", "take it away"));
    }
    for step in folder.split('/').filter(|_| !path.is_empty()) {
        match step {
            "" => return none("has an empty step"),
            "." | ".." => return none("leads out of its folder"),
            _ if step.len() > LONGEST_SLUG => return none("has a step too long for a file's name"),
            _ if step.starts_with('.') => return none("has a step that begins with a dot"),
            _ if !step.chars().all(stands_in_an_address) => {
                return none("has other signs than letters, digits, `-`, `_`, `.` and `~`");
            }
            _ => {}
        }
    }
    if let Some(query) = query {
        let plain = |c: char| c.is_ascii_alphanumeric() || "=&-_.~+".contains(c);
        if query.is_empty() || !query.chars().all(plain) {
            return none("has something after `?` that rules of hosts cannot name");
        }
        return Ok(address.to_owned());
    }
    // A host answers `old/index.html` and `old` with what stands at `old/`.
    let folder = folder.strip_suffix("/index.html").unwrap_or(folder);
    Ok(match is_file(folder) && !path.ends_with('/') {
        true => folder.to_owned(),
        false => format!("{folder}/"),
    })
}

fn stands_in_an_address(c: char) -> bool {
    c.is_alphanumeric() || "-_.~".contains(c)
}

/// Whether hosts answer an address with a file of that name, called HTML.
fn is_file(path: &str) -> bool {
    path.ends_with(".html") || path.ends_with(".htm")
}

/// Gives each old address to the first story that names it, unless another page stands there. What each story keeps.
pub(in crate::press) fn settle(
    claims: &[Claim],
    permalinks: &Permalinks,
) -> (Vec<Vec<String>>, Vec<Fault>) {
    let mut faults = Vec::new();
    let pages = Pages::of(claims, permalinks);
    let mut owners: BTreeMap<String, &str> = BTreeMap::new();
    let mut kept = Vec::with_capacity(claims.len());
    for claim in claims {
        let mut own = Vec::new();
        for Alias { address, path } in claim.aliases {
            // Disks and hosts that take capitals and small letters for one another would confuse the two.
            let key = address.to_lowercase();
            let shown = quoted(&format!("/{address}"));
            if key == claim.address {
                let message = format!("{shown} is where the story stands");
                let fault = Fault::error("taken-alias", claim.file, path.clone(), message);
                faults.push(fault.help("take it away"));
            } else if pages.take(&key) {
                let message = format!("{shown} is the address of another page or file");
                let fault = Fault::error("taken-alias", claim.file, path.clone(), message);
                faults.push(fault.help("take it away; who comes there finds that page"));
            } else if let Some(owner) = owners.get(&key) {
                let message = format!("{shown} is an old address of {} already", quoted(owner));
                let fault = Fault::error("duplicate-alias", claim.file, path.clone(), message);
                faults.push(fault.help("keep it in one place"));
            } else {
                owners.insert(key, claim.file);
                own.push(address.clone());
            }
        }
        kept.push(own);
    }
    (kept, faults)
}

/// What stands in the paper.
struct Pages<'a> {
    permalinks: &'a Permalinks,
    /// Addresses of stories.
    stories: BTreeSet<&'a str>,
    /// Addresses of stories, and old ones, in small letters.
    all: BTreeSet<String>,
}

impl<'a> Pages<'a> {
    fn of(claims: &[Claim<'a>], permalinks: &'a Permalinks) -> Self {
        let any = claims.iter().any(|claim| !claim.aliases.is_empty());
        let stories: BTreeSet<&str> = match any {
            true => claims.iter().map(|claim| claim.address).collect(),
            false => BTreeSet::new(),
        };
        let aliases = claims.iter().flat_map(|claim| claim.aliases);
        let aliases = aliases.map(|alias| alias.address.to_lowercase());
        let all = aliases.chain(stories.iter().map(|address| (*address).to_owned()));
        Self {
            permalinks,
            all: all.collect(),
            stories,
        }
    }

    /// Whether a redirect at an address, in small letters, would stand in the way of something.
    fn take(&self, address: &str) -> bool {
        if address.contains('?') {
            return false;
        }
        let mut steps = address.split('/').filter(|step| !step.is_empty());
        let first = steps.next().unwrap_or_default();
        let is_ours = |step: &str| {
            matches!(step, "index.html" | "index.json" | versions::FILE)
                || feeds::FORMATS.iter().any(|(file, ..)| *file == step)
        };
        first == "assets"
            || survey::is_file(first)
            || steps.any(is_ours)
            || self.stories.contains(address)
            || self.is_list(address)
            || self.is_a_folder_of_others(address)
    }

    fn is_list(&self, address: &str) -> bool {
        let place = self.permalinks.place(address);
        place.is_some_and(|place| !matches!(place, Place::Story(_)))
    }

    /// Whether a file would have the name of a folder that something else stands in.
    fn is_a_folder_of_others(&self, address: &str) -> bool {
        let folder = format!("{address}/");
        let next = self.all.range(folder.clone()..).next();
        !address.ends_with('/') && next.is_some_and(|next| next.starts_with(&folder))
    }
}
