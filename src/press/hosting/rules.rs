//! Rules by which hosts lead on from the old addresses of stories by themselves, with the status 301.
//!
//! Entry points: one function for each host. Addresses hold letters, digits and `-_.~` only, and what follows a `?`
//! moreover `=&+` ([`mod@super::super::check`] sees to it), so nothing in them means anything to a host.

use std::fmt::Write;

use super::Bundle;
use crate::press::indexes::url;

/// Most rules of a file in the bundle: Apache reads `.htaccess` anew for each request, and hosts that read `_redirects`
/// take no more than one or two thousand. Beyond them the pages at those addresses lead on.
pub(super) const MOST_IN_BUNDLE: usize = 1000;

/// An old address and where it leads, both from the top of the host.
struct Rule {
    /// As hosts compare it: letters as they are.
    path: String,
    /// What follows the `?`.
    query: Option<String>,
    /// In ASCII.
    target: String,
}

fn rules(bundle: &Bundle) -> impl Iterator<Item = Rule> {
    bundle.redirects.iter().map(|(from, to)| {
        let (path, query) = match from.split_once('?') {
            Some((path, query)) => (path, Some(query.to_owned())),
            None => (from.as_str(), None),
        };
        Rule {
            path: format!("{}{path}", bundle.path),
            query,
            target: format!("{}{}", bundle.path, url("", to)),
        }
    })
}

impl Rule {
    /// The path, and for a folder's also that without the last slash, which a host would answer with one more step.
    fn paths(&self) -> impl Iterator<Item = &str> {
        let short = self.path.strip_suffix('/').filter(|path| !path.is_empty());
        [Some(self.path.as_str()), short].into_iter().flatten()
    }
}

/// `_redirects` as every host takes it that reads one: Cloudflare refuses a whole file for a rule with a query or `301!`.
pub(super) fn redirects(bundle: &Bundle) -> String {
    let plain = rules(bundle).filter(|rule| rule.query.is_none());
    let lines = plain
        .take(MOST_IN_BUNDLE)
        .map(|rule| format!("{} {} 301\n", url("", &rule.path), rule.target));
    lines.collect()
}

/// `_redirects` for Netlify alone, which may show the page that stands at an address unless it is told `301!`.
pub(super) fn netlify(bundle: &Bundle) -> String {
    let lines = rules(bundle).map(|rule| {
        let query = rule.query.map(|query| query.replace('&', " ") + " ");
        let path = url("", &rule.path);
        format!("{path} {}{} 301!\n", query.unwrap_or_default(), rule.target)
    });
    lines.collect()
}

/// A `location` of exactly this address costs nothing, however many there are; only those with a query are looked
/// through one by one.
pub(super) fn nginx(bundle: &Bundle) -> String {
    let mut text = String::new();
    for rule in rules(bundle) {
        let target = &rule.target;
        // A `String` takes anything that is written to it.
        let _ = match &rule.query {
            Some(query) => writeln!(
                text,
                "if ($request_uri = \"{}?{query}\") {{ return 301 {target}; }}",
                url("", &rule.path)
            ),
            None => rule.paths().try_for_each(|path| {
                writeln!(text, "location = {path} {{ return 301 {target}; }}")
            }),
        };
    }
    text
}

pub(super) fn caddy(bundle: &Bundle) -> String {
    let mut text = String::new();
    for (number, rule) in rules(bundle).enumerate() {
        let target = &rule.target;
        let _ = match &rule.query {
            Some(query) => write!(
                text,
                "@old{number} expression `{{http.request.uri}} == \"{}?{query}\"`\nredir @old{number} {target} 301\n",
                url("", &rule.path)
            ),
            None => rule
                .paths()
                .try_for_each(|path| writeln!(text, "redir {path} {target} 301")),
        };
    }
    text
}

/// Of at most so many old addresses.
pub(super) fn apache(bundle: &Bundle, most: usize) -> String {
    let (mut paths, mut queries) = (String::new(), String::new());
    for rule in rules(bundle).take(most) {
        let target = &rule.target;
        let _ = match &rule.query {
            Some(query) => write!(
                queries,
                "RewriteCond %{{QUERY_STRING}} \"^{}$\"\nRewriteRule \"^{}$\" \"{target}\" [R=301,L,QSD]\n",
                pattern(query),
                pattern(rule.path.strip_prefix(&bundle.path).unwrap_or_default())
            ),
            None => {
                let path = pattern(&rule.path);
                let end = if path.ends_with('/') { "?" } else { "" };
                writeln!(paths, "RedirectMatch 301 \"^{path}{end}$\" \"{target}\"")
            }
        };
    }
    let mut text = String::new();
    for (module, first, rules) in [
        ("mod_alias", "", paths),
        ("mod_rewrite", "RewriteEngine On\n", queries),
    ] {
        if !rules.is_empty() {
            let _ = write!(text, "<IfModule {module}.c>\n{first}{rules}</IfModule>\n");
        }
    }
    text
}

/// A pattern of exactly these signs.
fn pattern(words: &str) -> String {
    words.replace('.', "\\.").replace('+', "\\+")
}
