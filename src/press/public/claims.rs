//! The addresses that the press needs for itself.
//!
//! Entry point: [`Claims::refuse`]. Disks and hosts that take capitals and small letters for one another would confuse two
//! files, so the two are compared in small letters.

use std::collections::BTreeMap;

use crate::paper::place::{Permalinks, Place};
use crate::press::check::Fault;
use crate::press::check::wording::quoted;
use crate::press::survey::{self, Entry};
use crate::press::{compress, feeds, search, versions};

/// The folder of files that are named by their content.
const ASSETS: &str = "assets";

/// What stands where in the paper.
pub(super) struct Claims<'a> {
    permalinks: &'a Permalinks,
    /// The file of the story that stands at an address, or did.
    stories: BTreeMap<String, &'a str>,
}

impl<'a> Claims<'a> {
    pub(super) fn of(permalinks: &'a Permalinks, entries: &'a [Entry]) -> Self {
        let stories = entries.iter().flat_map(|entry| {
            let addresses = std::iter::once(&entry.address).chain(&entry.aliases);
            addresses.map(|address| (address.to_lowercase(), entry.file.as_str()))
        });
        Self {
            permalinks,
            stories: stories.collect(),
        }
    }

    /// A fault, when a file would stand in the place of something that the press prints. `path` is its own from the top of
    /// the bundle, `file` that from the top of the paper.
    pub(super) fn refuse(&self, path: &str, file: &str) -> Result<(), Box<Fault>> {
        let key = path.to_lowercase();
        // Hosts send a copy in the place of the file it is named after.
        let ends = compress::COPIES.map(|ending| format!(".{ending}"));
        let whole = ends
            .iter()
            .find_map(|ending| key.strip_suffix(ending.as_str()));
        let taken = self.owner(&key).or_else(|| self.owner(whole?));
        let Some(owner) = taken else {
            return Ok(());
        };
        let message = format!("{} is taken: {owner}", quoted(path));
        let help = "rename the file, or take it away";
        Err(Fault::of_file("taken-address", file, message)
            .help(help)
            .into())
    }

    /// What stands in the way of a file, on its place or on the way there.
    fn owner(&self, key: &str) -> Option<String> {
        let steps = key.match_indices('/').map(|(place, _)| &key[..place]);
        let mut ways = steps.chain(std::iter::once(key));
        ways.find_map(|way| self.owner_of_file(way))
            .or_else(|| self.owner_of_folder(&format!("{key}/")))
    }

    /// What the press prints as a file.
    fn owner_of_file(&self, path: &str) -> Option<String> {
        let (folder, name) = match path.rsplit_once('/') {
            Some((folder, name)) => (format!("{folder}/"), name),
            None => (String::new(), path),
        };
        if folder.is_empty() && survey::is_file(name) {
            return Some(format!("the press prints {} itself", quoted(name)));
        }
        let first = path.split('/').next().unwrap_or_default();
        if !folder.is_empty() && [ASSETS, search::FOLDER].contains(&first) {
            return Some(format!("the press keeps its own files in `{first}/`"));
        }
        if let Some(file) = self.stories.get(path) {
            return Some(format!("it is an old address of {}", quoted(file)));
        }
        let of_page = matches!(name, "index.html" | "index.json");
        let of_list = of_page || feeds::FORMATS.iter().any(|(file, ..)| *file == name);
        if let Some(file) = self.stories.get(&folder)
            && (of_page || name == versions::FILE)
        {
            return Some(format!("the page of {} stands there", quoted(file)));
        }
        (of_list && !folder.is_empty() && self.is_list(&folder))
            .then(|| format!("a list of the paper stands in {}", quoted(&folder)))
    }

    /// What stands in a folder, or below it.
    fn owner_of_folder(&self, folder: &str) -> Option<String> {
        if let Some((address, file)) = self.stories.range(folder.to_owned()..).next()
            && address.starts_with(folder)
        {
            return Some(format!("the page of {} stands there", quoted(file)));
        }
        let is_top = ["assets/", "pagefind/", "sections/", "topics/", "authors/"].contains(&folder);
        (is_top || self.is_list(folder))
            .then(|| format!("the press prints a folder {}", quoted(folder)))
    }

    fn is_list(&self, address: &str) -> bool {
        let place = self.permalinks.place(address);
        place.is_some_and(|place| !matches!(place, Place::Story(_)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_refused(path: &str) -> bool {
        let entry = Entry {
            file: "stories/quay.json".to_owned(),
            address: "2026/quay/".to_owned(),
            aliases: vec!["Old.html".to_owned(), "1999/quay/".to_owned()],
            ..Entry::default()
        };
        let permalinks = Permalinks::parse("/:year/:slug/").unwrap();
        let entries = [entry];
        let claims = Claims::of(&permalinks, &entries);
        claims.refuse(path, path).is_err()
    }

    #[test]
    fn what_the_press_prints_is_not_printed_over() {
        for path in [
            "robots.txt",
            "Robots.TXT",
            "robots.txt.gz",
            "sitemap.xml",
            "sitemap-3.xml",
            "index.html",
            "_headers",
            ".htaccess",
            ".newsprint",
            "robots.txt/x",
            "assets/x.js",
            "assets",
            "pagefind/x",
            "2026/quay/index.html",
            "2026/quay",
            "2026",
            "2026/Quay/index.json.br",
            "old.html",
            "old.html/x",
            "1999/quay/index.html",
            "sections/port/index.html",
            "topics",
            "archive/index.html",
            "search/index.json",
            "authors/a/feed.xml",
        ] {
            assert!(is_refused(path), "{path}");
        }
    }

    #[test]
    fn what_nobody_prints_is_published() {
        for path in [
            "CNAME",
            ".well-known/security.txt",
            "ads.txt",
            "sitemap-shop.xml",
            "data.csv.gz",
            "2026/quay/data.csv",
            "2026/x.pdf",
            "1999/index.html",
            "sections/port/logo.svg",
            "google1234.html",
            "assets.txt",
        ] {
            assert!(!is_refused(path), "{path}");
        }
    }
}
