//! The configuration of servers that read it elsewhere than in the bundle.
//!
//! Entry point: [`configuration`].

use std::fmt::Write;

use super::{Bundle, FOR_EVER, KEPT, rules};

/// A server that can be told how to serve a paper.
#[derive(Clone, Copy, Debug, Eq, PartialEq, clap::ValueEnum)]
pub enum Server {
    /// nginx: lines for a `server` block.
    Nginx,
    /// Caddy 2: lines for a site.
    Caddy,
    /// Apache 2.4: lines for a `.htaccess` or a `<Directory>`. A bundle has them already.
    Apache,
    /// Netlify: the `_redirects` of a bundle, in the words that Netlify alone understands.
    Netlify,
}

/// Media types of every kind of file a bundle may hold: what servers know by themselves differs with their age.
const TYPES: [(&str, &str); 24] = [
    ("text/html", "html"),
    ("text/css", "css"),
    ("text/javascript", "js"),
    ("text/plain", "txt"),
    ("text/vtt", "vtt"),
    ("application/json", "json"),
    ("application/manifest+json", "webmanifest"),
    ("application/wasm", "wasm"),
    ("application/xml", "xml"),
    ("text/x-opml", "opml"),
    ("font/woff2", "woff2"),
    ("image/svg+xml", "svg"),
    ("image/png", "png"),
    ("image/jpeg", "jpg jpeg"),
    ("image/webp", "webp"),
    ("image/avif", "avif"),
    ("image/gif", "gif"),
    ("audio/mpeg", "mp3"),
    ("audio/mp4", "m4a"),
    ("audio/ogg", "ogg oga opus"),
    ("audio/wav", "wav"),
    ("video/mp4", "mp4"),
    ("video/webm", "webm"),
    ("video/ogg", "ogv"),
];

/// What to put into the server's configuration.
pub fn configuration(server: Server, bundle: &Bundle) -> String {
    match server {
        Server::Nginx => nginx(bundle),
        Server::Caddy => caddy(bundle),
        Server::Apache => apache(bundle, usize::MAX),
        Server::Netlify => rules::netlify(bundle),
    }
}

/// What a bundle's own `.htaccess` says.
pub(super) fn htaccess(bundle: &Bundle) -> String {
    apache(bundle, rules::MOST_IN_BUNDLE)
}

/// Each `location` repeats the headers: nginx inherits them only where a level adds none of its own.
fn nginx(bundle: &Bundle) -> String {
    let Bundle { path, policy, .. } = bundle;
    let mut text = String::from("index index.html;\ncharset utf-8;\n");
    text.push_str(
        "charset_types text/html text/css text/javascript text/plain text/vtt application/xml;\n",
    );
    text.push_str("types {\n");
    for (kind, endings) in TYPES {
        // A `String` takes anything that is written to it.
        let _ = writeln!(text, "    {kind} {endings};");
    }
    let _ = writeln!(text, "}}\nerror_page 404 {path}404.html;");
    if bundle.compressed {
        text.push_str("gzip_static on;\n");
    }
    let common = format!(
        "    add_header Content-Security-Policy \"{policy}\" always;\n    add_header X-Content-Type-Options nosniff always;\n"
    );
    let _ = write!(
        text,
        "location {path} {{\n{common}    add_header Cache-Control no-cache always;\n}}\n"
    );
    for folder in KEPT {
        let _ = write!(
            text,
            "location {path}{folder} {{\n{common}    add_header Cache-Control \"{FOR_EVER}\";\n}}\n"
        );
    }
    text + &rules::nginx(bundle)
}

/// The two matchers do not overlap: of two `header` lines Caddy would let the more general one have the last word.
fn caddy(bundle: &Bundle) -> String {
    let Bundle { path, policy, .. } = bundle;
    let kept = KEPT.map(|folder| format!("{path}{folder}*")).join(" ");
    let mut text = String::new();
    let _ = write!(
        text,
        "@kept path {kept}\n@pages {{\n\tpath {path}*\n\tnot path {kept}\n}}\n\
         header {path}* {{\n\tContent-Security-Policy \"{policy}\"\n\tX-Content-Type-Options nosniff\n}}\n\
         header @pages Cache-Control no-cache\n\
         header @kept Cache-Control \"{FOR_EVER}\"\n"
    );
    for (kind, endings) in TYPES.iter().filter(|(kind, _)| !kind.starts_with("image/")) {
        let charset = if kind.starts_with("text/") {
            "; charset=utf-8"
        } else {
            ""
        };
        for ending in endings.split(' ') {
            let _ = writeln!(text, "header *.{ending} Content-Type \"{kind}{charset}\"");
        }
    }
    let _ = write!(
        text,
        "handle_errors {{\n\t@missing expression `{{http.error.status_code}} == 404`\n\
         \theader @missing Cache-Control no-cache\n\theader @missing Content-Type \"text/html; charset=utf-8\"\n\
         \trewrite @missing {path}404.html\n\tfile_server @missing\n}}\n"
    );
    text.push_str(&rules::caddy(bundle));
    text.push_str(if bundle.compressed {
        "file_server {\n\tprecompressed br gzip\n}\n"
    } else {
        "file_server\n"
    });
    text
}

/// With rules for at most so many old addresses.
fn apache(bundle: &Bundle, most: usize) -> String {
    let Bundle { path, policy, .. } = bundle;
    let mut text = format!("DirectoryIndex index.html\nErrorDocument 404 {path}404.html\n");
    text.push_str(
        "AddDefaultCharset utf-8\n<IfModule mod_mime.c>\nAddCharset utf-8 .js .css .xml .vtt\n",
    );
    for (kind, endings) in TYPES {
        let endings: Vec<String> = endings
            .split(' ')
            .map(|ending| format!(".{ending}"))
            .collect();
        let _ = writeln!(text, "AddType {kind} {}", endings.join(" "));
    }
    let _ = write!(
        text,
        "</IfModule>\n<IfModule mod_headers.c>\nHeader always set Content-Security-Policy \"{policy}\"\n\
         Header always set X-Content-Type-Options nosniff\n\
         Header always set Cache-Control no-cache\n\
         <If \"%{{REQUEST_URI}} =~ m#/(assets|pagefind/[a-z]+)/[^/]+$#\">\n\
         Header always set Cache-Control \"{FOR_EVER}\" \"expr=%{{REQUEST_STATUS}} < 400\"\n</If>\n</IfModule>\n"
    );
    text + &rules::apache(bundle, most)
}
