//! The same printed bytes on the servers that papers stand on, each configured as `docs/hosting.md` says, to the letter.
//!
//! Each test starts one server on a free port of this machine and ends it. The servers have to be installed, so the
//! tests are ignored by a bare `cargo test`; `cargo xtask test` installs them where it can and says what it skips.
#![cfg(not(target_arch = "wasm32"))]
// A test that cannot go on has failed.
#![allow(clippy::unwrap_used)]

use std::fs;
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::{Mutex, PoisonError};
use std::thread::sleep;
use std::time::{Duration, Instant};

use tempfile::TempDir;
use ureq::http::Response;
use ureq::{Agent, Body};

const DOCS: &str = include_str!("../docs/hosting.md");

/// What `docs/hosting.md` shows in its fenced blocks of a kind.
fn blocks(kind: &str) -> Vec<String> {
    let parts = DOCS.split("```").skip(1).step_by(2);
    let found = parts.filter_map(|part| part.strip_prefix(&format!("{kind}\n")));
    found.map(str::to_owned).collect()
}

/// A server that can be asked.
struct Host {
    process: Child,
    port: u16,
    path: &'static str,
    agent: Agent,
    place: TempDir,
}

impl Drop for Host {
    fn drop(&mut self) {
        // Asked, not killed: a server that is killed leaves its workers behind. Where nothing can ask, it has none.
        let asked = Command::new("kill")
            .arg(self.process.id().to_string())
            .status();
        if !asked.is_ok_and(|status| status.success()) {
            let _ = self.process.kill();
        }
        let _ = self.process.wait();
    }
}

fn free_port() -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    listener.local_addr().unwrap().port()
}

/// A place with the sample paper in `www`, or in the folder of its path below.
fn place(path: &str) -> TempDir {
    let place = TempDir::new().unwrap();
    // Servers give up root's rights.
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        fs::set_permissions(place.path(), fs::Permissions::from_mode(0o755)).unwrap();
    }
    let out = place.path().join("www").join(path.trim_matches('/'));
    let all = Path::new(env!("CARGO_TARGET_TMPDIR")).join("hosts");
    fs::create_dir_all(&all).unwrap();
    // Another run may stand here at the same time.
    let alone = fs::File::create(all.join("lock")).unwrap();
    alone.lock().unwrap();
    copy(&printed(&all, path), &out);
    place
}

/// Places that the paper was printed for since the tests began.
static PRINTED: Mutex<Vec<String>> = Mutex::new(Vec::new());

/// The paper as it is printed for a path: once for all servers, whose tests copy it.
fn printed(all: &Path, path: &str) -> PathBuf {
    let place = all.join(path.replace('/', "-"));
    let out = place.join("printed");
    let mut printed = PRINTED.lock().unwrap_or_else(PoisonError::into_inner);
    if printed.iter().any(|printed| printed == path) {
        return out;
    }
    let _ = fs::remove_dir_all(&place);
    let reader = place.join("reader");
    fs::create_dir_all(&reader).unwrap();
    for module in ["reader", "tools"] {
        let file = |ending| reader.join(format!("{module}.{ending}"));
        let glue = "function start(){}\nexport{start as default};\n";
        fs::write(file("js"), glue).unwrap();
        fs::write(file("wasm"), b"\0asm\x01\0\0\0").unwrap();
    }
    let built = Command::new(env!("CARGO_BIN_EXE_newsprint"))
        .env("SOURCE_DATE_EPOCH", "1798761600")
        .arg("build")
        .arg(paper(&place))
        .arg("--out")
        .arg(&out)
        .arg("--reader")
        .arg(reader)
        .args([
            "--base-url",
            &format!("https://paper.example{path}"),
            "--compress",
        ])
        .output()
        .unwrap();
    assert!(
        built.status.success(),
        "{}",
        String::from_utf8_lossy(&built.stderr)
    );
    printed.push(path.to_owned());
    out
}

/// The sample paper, with one story more that was known by an address no file can have.
fn paper(place: &Path) -> PathBuf {
    let to = place.join("paper");
    copy(
        &Path::new(env!("CARGO_MANIFEST_DIR")).join("static/paper"),
        &to,
    );
    let story = serde_json::json!({
        "headline": "The first bridge",
        "section": "city",
        "published": "2019-05-02",
        "aliases": ["/?p=123", "/2019/05/Première-traversée/"],
        "body": ["It was made of wood."],
    });
    fs::write(to.join("stories/first-bridge.json"), story.to_string()).unwrap();
    to
}

/// Copies a folder with all that is in it.
fn copy(from: &Path, to: &Path) {
    for entry in walkdir::WalkDir::new(from) {
        let entry = entry.unwrap();
        let there = to.join(entry.path().strip_prefix(from).unwrap());
        match entry.file_type().is_dir() {
            true => fs::create_dir_all(there).unwrap(),
            false => fs::copy(entry.path(), there).map(drop).unwrap(),
        }
    }
}

/// A block of the docs with the places and the port of this test.
fn here(block: &str, place: &Path, path: &str, port: u16) -> String {
    let www = place.join("www");
    let folder = www.join(path.trim_matches('/'));
    let text = block
        .replace(
            "newsprint hosting nginx /srv/www",
            &format!("newsprint hosting nginx {}", folder.display()),
        )
        .replace(
            "newsprint hosting caddy /srv/www",
            &format!("newsprint hosting caddy {}", folder.display()),
        )
        .replace("\"/srv/www/\"", &format!("\"/srv/www{path}\""));
    text.replace("/srv/www", www.to_str().unwrap())
        .replace("/etc/nginx", place.to_str().unwrap())
        .replace("/etc/caddy", place.to_str().unwrap())
        .replace("8080", &port.to_string())
}

/// Runs the shell lines of the docs that prepare a server.
fn prepare(server: &str, place: &Path, path: &str, port: u16) {
    let line = blocks("sh")
        .into_iter()
        .find(|block| block.contains(&format!("hosting {server}")))
        .unwrap();
    let line = here(&line, place, path, port);
    let tools = Path::new(env!("CARGO_BIN_EXE_newsprint")).parent().unwrap();
    let path = format!("{}:{}", tools.display(), std::env::var("PATH").unwrap());
    let ran = Command::new("sh")
        .arg("-ec")
        .arg(line)
        .env("PATH", path)
        .status()
        .unwrap();
    assert!(ran.success());
}

impl Host {
    /// Starts what the block of this kind in the docs configures or runs.
    fn start(kind: &str, path: &'static str) -> Self {
        let place = place(path);
        let port = free_port();
        let block = here(&blocks(kind)[0], place.path(), path, port);
        let file = place.path().join("configuration");
        let own = place.path().display();
        let mut command = match kind {
            "nginx" => {
                prepare(kind, place.path(), path, port);
                let whole = format!(
                    "daemon off; pid {own}/pid; error_log stderr;\nevents {{}}\nhttp {{ access_log off; client_body_temp_path {own}/1; proxy_temp_path {own}/2; \
                     fastcgi_temp_path {own}/3; uwsgi_temp_path {own}/4; scgi_temp_path {own}/5;\n{block}}}\n"
                );
                fs::write(&file, whole).unwrap();
                let mut command = Command::new("nginx");
                command.arg("-c").arg(&file);
                command
            }
            "caddyfile" => {
                prepare("caddy", place.path(), path, port);
                fs::write(
                    &file,
                    format!("{{\n\tadmin off\n\tauto_https off\n}}\n{block}"),
                )
                .unwrap();
                let mut command = Command::new("caddy");
                command
                    .args(["run", "--adapter", "caddyfile", "--config"])
                    .arg(&file);
                command.env("HOME", place.path());
                command
            }
            "apache" => {
                let modules = [
                    "mpm_event",
                    "authz_core",
                    "mime",
                    "dir",
                    "headers",
                    "alias",
                    "rewrite",
                ];
                let modules = modules
                    .map(|name| {
                        format!("LoadModule {name}_module /usr/lib/apache2/modules/mod_{name}.so\n")
                    })
                    .concat();
                let user = "User www-data\nGroup www-data\n";
                fs::write(
                    &file,
                    format!("ServerName localhost\nPidFile {own}/pid\nErrorLog {own}/log\nDefaultRuntimeDir {own}\nMutex pthread\n{modules}TypesConfig /dev/null\n<IfModule mod_unixd.c>\n{user}</IfModule>\n{block}"),
                )
                .unwrap();
                let mut command = Command::new("apache2");
                command.args(["-DFOREGROUND", "-f"]).arg(&file);
                command
            }
            "lighttpd" => {
                fs::write(&file, &block).unwrap();
                let mut command = Command::new("lighttpd");
                command.args(["-D", "-f"]).arg(&file);
                command
            }
            _ => {
                let mut words = block.split_whitespace();
                let program = match words.next().unwrap() {
                    "newsprint" => PathBuf::from(env!("CARGO_BIN_EXE_newsprint")),
                    program => PathBuf::from(program),
                };
                let mut command = Command::new(program);
                command.args(words);
                command
            }
        };
        let process = command
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap_or_else(|error| panic!("{kind}: {error}"));
        let agent = Agent::config_builder()
            .http_status_as_error(false)
            .max_redirects(0)
            .build()
            .into();
        let host = Self {
            process,
            port,
            path,
            agent,
            place,
        };
        let end = Instant::now() + Duration::from_secs(20);
        while TcpStream::connect(("127.0.0.1", port)).is_err() {
            assert!(Instant::now() < end, "{kind} does not answer");
            sleep(Duration::from_millis(20));
        }
        host
    }

    fn get(&self, path: &str) -> Response<Body> {
        let url = format!("http://127.0.0.1:{}{}{path}", self.port, self.path);
        self.agent
            .get(url)
            .header("accept-encoding", "identity")
            .call()
            .unwrap()
    }

    fn printed(&self, file: &str) -> Vec<u8> {
        fs::read(
            self.place
                .path()
                .join("www")
                .join(self.path.trim_matches('/'))
                .join(file),
        )
        .unwrap()
    }

    fn asset(&self, ending: &str) -> String {
        let folder = self
            .place
            .path()
            .join("www")
            .join(self.path.trim_matches('/'))
            .join("assets");
        let mut names = fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap());
        format!(
            "assets/{}",
            names.find(|name| name.ends_with(ending)).unwrap()
        )
    }

    /// Every kind of page is answered at its own address with what was printed.
    fn deep_links(&self) {
        for page in [
            "",
            "stories/heron-returns/",
            "sections/city/",
            "topics/harbour/",
            "authors/ines-calder/",
        ] {
            let mut answer = self.get(page);
            assert_eq!(answer.status(), 200, "{page}");
            assert!(
                header(&answer, "content-type").starts_with("text/html"),
                "{page}"
            );
            assert!(
                answer.body_mut().read_to_vec().unwrap()
                    == self.printed(&format!("{page}index.html")),
                "{page}"
            );
        }
        assert!(
            [301, 302, 307, 308].contains(&self.get("stories/heron-returns").status().as_u16())
        );
    }

    fn types(&self, known: &[(&str, &[&str])]) {
        for (ending, wanted) in known {
            let file = if *ending == ".json" {
                "index.json".to_owned()
            } else {
                self.asset(ending)
            };
            let answer = self.get(&file);
            assert_eq!(answer.status(), 200, "{file}");
            let kind = header(&answer, "content-type");
            let kind = kind.split(';').next().unwrap();
            assert!(wanted.contains(&kind), "{file} is called {kind}");
        }
    }

    /// What is missing has the status that says so, and our page.
    fn not_found_page(&self) {
        for page in [
            "nowhere/",
            "stories/nowhere/at/all",
            "assets/nowhere-0123456789ab.jpg",
        ] {
            let mut answer = self.get(page);
            assert_eq!(answer.status(), 404, "{page}");
            let kept = answer
                .headers()
                .get("cache-control")
                .map(|value| value.to_str().unwrap().to_owned());
            assert!(!kept.unwrap_or_default().contains("immutable"), "{page}");
            assert!(
                answer.body_mut().read_to_vec().unwrap() == self.printed("404.html"),
                "{page}"
            );
        }
    }

    /// From its old addresses one is led on to a story; the status says that it moved for good.
    fn old_addresses(&self) {
        let heron = format!("{}stories/heron-returns/", self.path);
        let bridge = format!("{}stories/first-bridge/", self.path);
        for (old, new) in [
            ("2024/09/heron-laid-up/", &heron),
            ("2024/09/heron-laid-up", &heron),
            ("harbour/heron-refit.html", &heron),
            ("2019/05/Premi%C3%A8re-travers%C3%A9e/", &bridge),
            ("?p=123", &bridge),
        ] {
            let answer = self.get(old);
            assert_eq!(answer.status(), 301, "{old}");
            let location = header(&answer, "location");
            let path = location
                .split_once("://")
                .map_or(&*location, |(_, rest)| &rest[rest.find('/').unwrap()..]);
            assert_eq!(path, new, "{old}");
        }
        for other in ["?p=1234", "?p=12", "2024/09/heron-laid-up/2/"] {
            assert_ne!(self.get(other).status(), 301, "{other}");
        }
    }

    /// Where the host cannot lead on, the page at the old address does.
    fn old_addresses_as_pages(&self) {
        for (old, file) in [
            ("2024/09/heron-laid-up/", "2024/09/heron-laid-up/index.html"),
            ("harbour/heron-refit.html", "harbour/heron-refit.html"),
            (
                "2019/05/Premi%C3%A8re-travers%C3%A9e/",
                "2019/05/Première-traversée/index.html",
            ),
        ] {
            let mut answer = self.get(old);
            assert_eq!(answer.status(), 200, "{old}");
            let page = answer.body_mut().read_to_string().unwrap();
            assert!(page.contains("http-equiv=\"refresh\""), "{page}");
            assert!(page.as_bytes() == self.printed(file), "{old}");
        }
    }

    fn caching_and_policy(&self) {
        let asset = self.get(&self.asset(".woff2"));
        assert_eq!(
            header(&asset, "cache-control"),
            "public, max-age=31536000, immutable"
        );
        let worker = self.get("service-worker.js");
        assert!(header(&worker, "content-type").contains("javascript"));
        for file in [
            "",
            "index.json",
            "stories/heron-returns/",
            "service-worker.js",
        ] {
            let answer = self.get(file);
            assert_eq!(header(&answer, "cache-control"), "no-cache", "{file}");
            assert_eq!(header(&answer, "x-content-type-options"), "nosniff");
            let policy = header(&answer, "content-security-policy");
            assert!(
                policy.contains("frame-ancestors 'self'") && policy.contains("'sha256-"),
                "{policy}"
            );
            assert!(
                !policy.contains("unsafe-inline") && !policy.contains("'unsafe-eval'"),
                "{policy}"
            );
        }
    }

    /// A browser that takes a smaller copy gets it, under the name and type of the file.
    fn smaller_copies(&self, coding: &str) {
        let url = format!("http://127.0.0.1:{}{}index.json", self.port, self.path);
        let answer = self
            .agent
            .get(url)
            .header("accept-encoding", coding)
            .call()
            .unwrap();
        assert_eq!(header(&answer, "content-encoding"), coding);
        assert_eq!(
            header(&answer, "content-type").split(';').next().unwrap(),
            "application/json"
        );
    }
}

fn header(answer: &Response<Body>, name: &str) -> String {
    let value = answer
        .headers()
        .get(name)
        .unwrap_or_else(|| panic!("no {name}"));
    value.to_str().unwrap().to_owned()
}

const SCRIPT: &[&str] = &["text/javascript", "application/javascript"];

/// Media types without which a browser refuses a file or shows it otherwise.
const TYPES: [(&str, &[&str]); 6] = [
    (".json", &["application/json"]),
    (".js", SCRIPT),
    (".css", &["text/css"]),
    (".svg", &["image/svg+xml"]),
    (".wasm", &["application/wasm"]),
    (".woff2", &["font/woff2"]),
];

const PLACES: [&str; 2] = ["/", "/news/"];

#[test]
#[ignore = "needs nginx: cargo xtask test"]
fn nginx_serves_a_paper_at_the_top_and_below_a_path() {
    for path in PLACES {
        let host = Host::start("nginx", path);
        host.deep_links();
        host.types(&TYPES);
        host.not_found_page();
        host.caching_and_policy();
        host.smaller_copies("gzip");
        host.old_addresses();
    }
}

#[test]
#[ignore = "needs caddy: cargo xtask test"]
fn caddy_serves_a_paper_at_the_top_and_below_a_path() {
    for path in PLACES {
        let host = Host::start("caddyfile", path);
        host.deep_links();
        host.types(&TYPES);
        host.not_found_page();
        host.caching_and_policy();
        host.smaller_copies("gzip");
        host.smaller_copies("br");
        host.old_addresses();
    }
}

#[test]
#[ignore = "needs apache2: cargo xtask test"]
fn apache_serves_a_paper_at_the_top_and_below_a_path() {
    for path in PLACES {
        let host = Host::start("apache", path);
        host.deep_links();
        host.types(&TYPES);
        host.not_found_page();
        host.caching_and_policy();
        host.old_addresses();
    }
}

#[test]
#[ignore = "needs lighttpd: cargo xtask test"]
fn lighttpd_serves_a_paper_at_the_top_and_below_a_path() {
    for path in PLACES {
        let host = Host::start("lighttpd", path);
        host.deep_links();
        host.types(&TYPES);
        host.not_found_page();
        host.old_addresses_as_pages();
    }
}

#[test]
#[ignore = "needs busybox: cargo xtask test"]
fn busybox_serves_a_paper_at_the_top_and_below_a_path() {
    for path in PLACES {
        let host = Host::start("busybox", path);
        host.deep_links();
        host.types(&[(".css", &["text/css"])]);
        assert_eq!(host.get("nowhere/").status(), 404);
        host.old_addresses_as_pages();
    }
}

#[test]
#[ignore = "needs python3: cargo xtask test"]
fn pythons_server_serves_a_paper_at_the_top_and_below_a_path() {
    for path in PLACES {
        let host = Host::start("python", path);
        host.deep_links();
        host.types(&TYPES[..4]);
        assert_eq!(host.get("nowhere/").status(), 404);
        host.old_addresses_as_pages();
    }
}

#[cfg(unix)]
#[test]
fn newsprint_serves_a_paper_at_the_top() {
    let host = Host::start("newsprint", "/");
    host.deep_links();
    host.types(&TYPES);
    host.not_found_page();
    host.old_addresses_as_pages();
    host.smaller_copies("gzip");
    host.smaller_copies("br");
}
