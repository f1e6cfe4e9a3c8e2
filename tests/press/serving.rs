//! `newsprint serve` answers as a plain static host does.

use std::io::{BufRead, BufReader};
use std::process::{Child, Stdio};

use ureq::Agent;
use ureq::Body;
use ureq::http::Response;

use crate::support::{command, files, sample};

/// A running server; it ends with the test.
struct Server {
    process: Child,
    root: String,
    agent: Agent,
}

impl Server {
    fn start() -> Self {
        let mut process = command()
            .arg("serve")
            .arg(sample())
            .args(["--port", "0"])
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut said = String::new();
        BufReader::new(process.stdout.take().unwrap())
            .read_line(&mut said)
            .unwrap();
        let root = said
            .split_whitespace()
            .find(|word| word.starts_with("http://127.0.0.1:"))
            .unwrap()
            .to_owned();
        let agent = Agent::config_builder()
            .http_status_as_error(false)
            .max_redirects(0)
            .build()
            .into();
        Self {
            process,
            root,
            agent,
        }
    }

    fn get(&self, path: &str) -> Response<Body> {
        self.agent
            .get(format!("{}{path}", self.root))
            .call()
            .unwrap()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.process.kill().unwrap();
        self.process.wait().unwrap();
    }
}

fn header<'a>(response: &'a Response<Body>, name: &str) -> &'a str {
    response
        .headers()
        .get(name)
        .unwrap_or_else(|| panic!("no {name}"))
        .to_str()
        .unwrap()
}

#[test]
fn every_file_has_the_type_that_browsers_want() {
    let server = Server::start();
    let files = files(sample());
    let types = [
        (".html", "text/html"),
        (".json", "application/json"),
        (".js", "text/javascript"),
        (".wasm", "application/wasm"),
        (".css", "text/css"),
        (".woff2", "font/woff2"),
        (".jpg", "image/jpeg"),
        (".svg", "image/svg+xml"),
        (".ogg", "audio/ogg"),
        (".webm", "video/webm"),
        (".vtt", "text/vtt"),
    ];
    for (ending, wanted) in types {
        let file = files.keys().find(|name| name.ends_with(ending)).unwrap();
        let response = server.get(file);
        assert_eq!(response.status(), 200, "{file}");
        let kind = header(&response, "content-type")
            .split(';')
            .next()
            .unwrap()
            .to_owned();
        assert_eq!(kind, wanted, "{file}");
        assert_eq!(header(&response, "x-content-type-options"), "nosniff");
    }
}

#[test]
fn a_folder_is_answered_with_its_page() {
    let server = Server::start();
    let mut response = server.get("stories/heron-returns/");
    assert_eq!(response.status(), 200);
    let page = std::fs::read_to_string(sample().join("stories/heron-returns/index.html")).unwrap();
    assert_eq!(response.body_mut().read_to_string().unwrap(), page);
}

#[test]
fn an_address_without_its_last_slash_leads_to_the_one_with_it() {
    let server = Server::start();
    let response = server.get("stories/heron-returns");
    assert!(response.status().is_redirection(), "{}", response.status());
    assert_eq!(header(&response, "location"), "/stories/heron-returns/");
}

#[test]
fn where_nothing_stands_the_not_found_page_is_shown_with_its_status() {
    let server = Server::start();
    let page = std::fs::read_to_string(sample().join("404.html")).unwrap();
    for path in [
        "nowhere/",
        "stories/nowhere/index.html",
        "assets/nowhere.jpg",
    ] {
        let mut response = server.get(path);
        assert_eq!(response.status(), 404, "{path}");
        assert_eq!(
            response.body_mut().read_to_string().unwrap(),
            page,
            "{path}"
        );
    }
}

#[test]
fn a_path_does_not_lead_out_of_the_folder() {
    let server = Server::start();
    for path in [
        "..%2f..%2fetc/passwd",
        "%2e%2e/%2e%2e/%2e%2e/%2e%2e/%2e%2e/etc/passwd",
        "/etc/passwd",
    ] {
        assert_eq!(server.get(path).status(), 404, "{path}");
    }
}

#[test]
fn files_named_by_their_content_are_kept_for_ever_and_pages_are_asked_for_again() {
    let server = Server::start();
    let files = files(sample());
    let asset = files
        .keys()
        .find(|name| name.starts_with("assets/"))
        .unwrap();
    assert_eq!(
        header(&server.get(asset), "cache-control"),
        "public, max-age=31536000, immutable"
    );
    assert_eq!(
        header(&server.get("index.html"), "cache-control"),
        "no-cache"
    );
    assert_eq!(
        header(&server.get("assets/nowhere.jpg"), "cache-control"),
        "no-cache"
    );
}

#[test]
fn a_port_that_is_taken_is_said() {
    let server = Server::start();
    let port = server
        .root
        .trim_end_matches('/')
        .rsplit(':')
        .next()
        .unwrap()
        .to_owned();
    let run = crate::support::run(command().arg("serve").arg(sample()).args(["--port", &port]));
    assert_eq!(run.code, 2);
    assert!(
        run.err.contains("choose another with --port"),
        "{}",
        run.err
    );
}
