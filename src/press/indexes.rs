//! What tells machines which pages there are: sitemaps, `robots.txt`, and the list of feeds.
//!
//! Entry point: [`write_all`]. Sitemaps and the list of feeds hold absolute URLs, so a paper without a base URL has none.

mod news;
mod opml;
mod robots;
mod sitemap;

use std::path::Path;

use anyhow::Result;

use super::pages::{Edition, Job};
use super::print::write;

/// The sitemap index.
pub const SITEMAP: &str = "sitemap.xml";
/// The sitemap of what is new.
const NEWS: &str = "sitemap-news.xml";
/// The list of feeds.
pub const OPML: &str = "feeds.opml";
/// What crawlers may read.
pub const ROBOTS: &str = "robots.txt";

/// Whether a file at the top of the paper may have that name.
pub fn is_name(file: &str) -> bool {
    let sitemap = file.starts_with("sitemap") && file.ends_with(".xml");
    sitemap || [OPML, ROBOTS].contains(&file)
}

/// Writes everything into the folder the paper is printed into.
///
/// # Errors
/// A file cannot be written.
pub fn write_all(edition: &Edition, jobs: &[Job], out: &Path) -> Result<()> {
    write(
        &out.join(ROBOTS),
        robots::write(&edition.base_url).as_bytes(),
    )?;
    if edition.base_url.is_empty() {
        return Ok(());
    }
    let mut names = Vec::new();
    let sitemaps = sitemap::write(&sitemap::pages(edition, jobs));
    for (place, bytes) in sitemaps.into_iter().enumerate() {
        let name = format!("sitemap-{}.xml", place + 1);
        write(&out.join(&name), &bytes)?;
        names.push(name);
    }
    if let Some(bytes) = news::write(edition) {
        write(&out.join(NEWS), &bytes)?;
        names.push(NEWS.to_owned());
    }
    write(
        &out.join(SITEMAP),
        &sitemap::index(&edition.base_url, &names),
    )?;
    write(&out.join(OPML), &opml::write(edition))
}
