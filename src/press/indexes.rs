//! What tells machines which pages there are: sitemaps and `robots.txt`.
//!
//! Entry point: [`write_all`]. Sitemaps hold absolute URLs, so a paper without a base URL has none.

mod news;
mod robots;
mod sitemap;

use std::path::Path;

use anyhow::Result;

use jiff::Zoned;

use super::feeds;
use super::pages::{Edition, Job};
use super::print::write;
use super::survey::Entry;

/// The sitemap index.
pub const SITEMAP: &str = "sitemap.xml";
/// The sitemap of what is new.
const NEWS: &str = "sitemap-news.xml";
/// What crawlers may read.
pub const ROBOTS: &str = "robots.txt";

/// Whether a file at the top of the paper may have that name.
pub fn is_name(file: &str) -> bool {
    let number = file
        .strip_prefix("sitemap-")
        .and_then(|rest| rest.strip_suffix(".xml"));
    let is_part = number.is_some_and(|number| number.parse::<u32>().is_ok());
    is_part || [SITEMAP, NEWS, ROBOTS, feeds::LIST].contains(&file)
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
    )
}

/// When a story was last changed.
fn changed(edition: &Edition, entry: &Entry) -> Zoned {
    edition.on_clock(entry.updated.as_ref().unwrap_or(&entry.published))
}

/// The absolute URL of an address, in ASCII (RFC 3986): letters of other scripts are percent-encoded.
pub(super) fn url(base_url: &str, address: &str) -> String {
    let mut url = String::with_capacity(base_url.len() + address.len());
    for byte in base_url.bytes().chain(address.bytes()) {
        match byte {
            b'!'..=b'~' => url.push(byte.into()),
            _ => url.push_str(&format!("%{byte:02X}")),
        }
    }
    url
}
