//! The not-found page.
//!
//! Entry point: [`Edition::not_found`].

use super::Edition;
use crate::paper::page::*;
use crate::view::words::Words;

/// Stories the page offers instead.
const LATEST: usize = 8;

impl Edition {
    /// The not-found page. It is served at any depth, so its links start at the top of the host.
    pub fn not_found(&self) -> Page {
        let words = Words::of(&self.paper.language);
        let latest = self.index.entries.iter().take(LATEST);
        let not_found = NotFound {
            root: self.root_path(),
            latest: latest
                .map(|entry| self.line(entry, &self.paper.language))
                .collect(),
        };
        let content = Content::NotFound(not_found.into());
        let name = words.not_found_title.to_owned();
        self.page("404.html".to_owned(), name, "", content)
    }

    /// Path of the paper on its host: `/` or `/news/`.
    pub fn root_path(&self) -> String {
        let after_scheme = self.base_url.split_once("://").map(|(_, rest)| rest);
        let path = after_scheme
            .and_then(|rest| rest.split_once('/'))
            .map(|(_, path)| path);
        let mut root = String::from("/");
        for byte in path.unwrap_or_default().bytes() {
            // What could mean something to a server's configuration is written by its number (RFC 3986, 2.1).
            match byte {
                b'a'..=b'z'
                | b'A'..=b'Z'
                | b'0'..=b'9'
                | b'/'
                | b'-'
                | b'.'
                | b'_'
                | b'~'
                | b'%' => {
                    root.push(char::from(byte));
                }
                byte => root.push_str(&format!("%{byte:02X}")),
            }
        }
        root
    }
}
