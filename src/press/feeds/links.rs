//! Names the feeds of a page in its head.
//!
//! Entry point: [`of_page`].

use super::address::Format;
use crate::paper::page::{Content, ListingKind, Page};
use crate::press::document::escape;
use crate::press::head::Publication;

/// The elements that lead from a page to its feeds, relative like every link; empty for a page without feeds.
pub fn of_page(publication: Publication<'_>, page: &Page) -> String {
    // All pages of a list share the feeds beside its first.
    let (name, folder) = match &page.content {
        Content::Front(front) => (&front.name, ""),
        Content::Listing(listing) if listing.kind == ListingKind::Archive => return String::new(),
        Content::Listing(listing) if listing.page > 1 => (&listing.name, "../../"),
        Content::Listing(listing) => (&listing.name, ""),
        Content::Story(_) | Content::NotFound(_) => return String::new(),
    };
    if publication.base_url.is_empty() {
        return String::new();
    }
    let link = |format: Format| {
        let (kind, file) = (format.media_type(), format.file());
        let title = escape(&format!("{name} ({})", format.name()));
        format!(
            "<link rel=\"alternate\" type=\"{kind}\" title=\"{title}\" href=\"{folder}{file}\">"
        )
    };
    Format::ALL.map(link).concat()
}
