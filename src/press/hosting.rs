//! What hosts have to be told: types, caching, the not-found page, the policy.
//!
//! Entry points: [`fn@write`] puts the files into a bundle that hosts read out of it (`_headers` of Netlify and Cloudflare
//! Pages, their `_redirects` where stories had other addresses, `.htaccess` of Apache, `.nojekyll` of GitHub Pages); [`configuration`] makes what a server reads elsewhere.
//! None of it is needed: a bundle stands on any host as it is.

mod rules;
mod servers;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use serde::{Deserialize, Serialize};

use super::gone;
use super::publish::{self, MARKER};
pub use servers::{Server, configuration};

/// How long what is named by its content may be kept: a year, the longest that caches heed.
pub const FOR_EVER: &str = "public, max-age=31536000, immutable";

/// What Netlify and Cloudflare Pages send with files.
const HEADERS: &str = "_headers";
/// Where they lead on from.
const REDIRECTS: &str = "_redirects";

/// What Apache reads.
const HTACCESS: &str = ".htaccess";
/// What GitHub Pages look for.
const NO_JEKYLL: &str = ".nojekyll";

/// Whether a file at the top of the bundle may have that name, or what the press notes for its next build.
pub fn is_name(file: &str) -> bool {
    [HEADERS, REDIRECTS, HTACCESS, NO_JEKYLL].contains(&file)
        || [MARKER, publish::FILE, gone::FILE].contains(&file)
}

/// Folders whose files are all named by their content.
pub const KEPT: [&str; 4] = [
    "assets/",
    "pagefind/fragment/",
    "pagefind/index/",
    "pagefind/filter/",
];

/// What a bundle says of itself, in its marker file.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
pub struct Bundle {
    /// For whoever opens the file.
    pub note: String,
    /// Path of the paper on its host, from its base URL: `/` or `/news/`.
    pub path: String,
    /// The Content-Security-Policy that holds for every file of it.
    pub policy: String,
    /// Whether `.br` and `.gz` stand beside its files.
    #[serde(default)]
    pub compressed: bool,
    /// Where old addresses lead, both from the top of the paper.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub redirects: BTreeMap<String, String>,
}

impl Bundle {
    /// What the bundle in a folder says of itself.
    ///
    /// # Errors
    /// The folder holds no bundle, or one of a Newsprint that did not write this down.
    pub fn read(folder: &Path) -> Result<Self> {
        let marker = folder.join(MARKER);
        let text = fs::read_to_string(&marker).with_context(|| {
            format!(
                "{} holds no printed paper: `newsprint build PAPER --out DIR` prints one",
                folder.display()
            )
        })?;
        serde_json::from_str(&text).with_context(|| {
            format!(
                "{} was not written by this version of Newsprint: print the paper again",
                marker.display()
            )
        })
    }

    /// Its text, the same for the same bundle.
    fn text(&self) -> Result<String> {
        Ok(serde_json::to_string_pretty(self)? + "\n")
    }
}

/// Writes the marker file and the files that hosts read into a bundle.
///
/// # Errors
/// A file cannot be written.
pub fn write(folder: &Path, bundle: &Bundle) -> Result<()> {
    for (name, text) in [
        (MARKER, bundle.text()?),
        (NO_JEKYLL, String::new()),
        (HEADERS, headers(bundle)),
        (REDIRECTS, rules::redirects(bundle)),
        (HTACCESS, servers::htaccess(bundle)),
    ] {
        if name == REDIRECTS && text.is_empty() {
            continue;
        }
        let file = folder.join(name);
        fs::write(&file, text).with_context(|| format!("{} cannot be written", file.display()))?;
    }
    Ok(())
}

/// Netlify and Cloudflare Pages join the values of rules that name the same header, so no header is in both. What no
/// rule says is theirs: both have pages and data asked for again.
fn headers(bundle: &Bundle) -> String {
    let Bundle { path, policy, .. } = bundle;
    let kept = KEPT.map(|folder| format!("{path}{folder}*\n  Cache-Control: {FOR_EVER}\n"));
    format!(
        "{path}*\n  Content-Security-Policy: {policy}\n  X-Content-Type-Options: nosniff\n{}",
        kept.concat()
    )
}
