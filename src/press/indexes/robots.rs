//! `robots.txt` (RFC 9309).
//!
//! Entry point: [`fn@write`].

use super::SITEMAP;

/// Lets everybody read everything, and names the sitemap where there is one.
pub(super) fn write(base_url: &str) -> String {
    let note = "# Crawlers read this file only at the top of a host.\n";
    let rule = "User-agent: *\nAllow: /\n";
    match base_url {
        "" => format!("{note}{rule}"),
        base_url => format!("{note}{rule}\nSitemap: {base_url}{SITEMAP}\n"),
    }
}
