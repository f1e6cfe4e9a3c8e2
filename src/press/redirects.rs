//! Small pages at the old addresses of stories, which lead on to the stories on every host.
//!
//! Entry points: [`fn@print`], and [`of`] for what [`super::hosting`] tells hosts that can lead on by themselves.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use rayon::prelude::*;

use super::document::escape;
use super::indexes::url;
use super::pages::Edition;
use super::print::write;
use super::survey::Entry;
use crate::story::Direction;

/// Nothing but the text and the link.
const POLICY: &str = "default-src 'none';base-uri 'none';form-action 'none'";

/// Where each old address leads, both from the top of the paper.
pub fn of(edition: &Edition) -> BTreeMap<String, String> {
    let entries = edition.index.entries.iter();
    let redirects = entries.flat_map(|entry| {
        let aliases = entry.aliases.iter();
        aliases.map(|alias| (alias.clone(), entry.address.clone()))
    });
    redirects.collect()
}

/// Prints a page at every old address that can be a file.
///
/// # Errors
/// A page cannot be written.
pub fn print(edition: &Edition, out: &Path) -> Result<()> {
    edition.index.entries.par_iter().try_for_each(|entry| {
        for alias in entry.aliases.iter().filter(|alias| !alias.contains('?')) {
            let file = out.join(match alias.ends_with('/') {
                true => format!("{alias}index.html"),
                false => alias.clone(),
            });
            if let Some(folder) = file.parent() {
                fs::create_dir_all(folder)
                    .with_context(|| format!("{} cannot be made", folder.display()))?;
            }
            write(&file, page(edition, entry, alias).as_bytes())?;
        }
        Ok(())
    })
}

/// A page that leads on at once, or by its link where that is switched off. Search engines are told that the story
/// stands elsewhere, and the service worker, by the words that other pages have for it, that this is of the paper.
fn page(edition: &Edition, entry: &Entry, alias: &str) -> String {
    let root = "../".repeat(alias.matches('/').count());
    let story = escape(&format!("{root}{}", url("", &entry.address)));
    let headline = escape(&entry.headline);
    let language = escape(&entry.language);
    let direction = Direction::of(&entry.language).as_str();
    // A story whose original stands elsewhere says so itself.
    let canonical = match edition.base_url.as_str() {
        "" => String::new(),
        _ if entry.elsewhere => String::new(),
        base_url => format!(
            "<link rel=\"canonical\" href=\"{}\">",
            escape(&url(base_url, &entry.address))
        ),
    };
    format!(
        "<!doctype html><html lang=\"{language}\" dir=\"{direction}\" id=\"newsprint\" data-root=\"{root}\"><head><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\">\
         <meta name=\"color-scheme\" content=\"light dark\"><title>{headline}</title>\
         <meta name=\"robots\" content=\"noindex\">{canonical}\
         <meta http-equiv=\"refresh\" content=\"0; url={story}\"></head>\
         <body><h1><a href=\"{story}\">{headline}</a></h1></body></html>\n"
    )
}
