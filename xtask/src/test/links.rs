//! Follows every link of printed papers, with linkinator.
//!
//! Entry point: [`follow`].
//!
//! 1. Each paper is served where its `base_url` says: the bundle, and the test papers without faults, one of which lies
//!    below a path ([`Served`]).
//! 2. Every page is asked for, `404.html` and those at old addresses too, and everything that a page names: pages and the
//!    places in them (`#notes`), pictures in each width, sounds, films with their subtitles, faces, where a page leads on to.
//!    What starts with the paper's public address is asked of the server; other hosts are left alone. A link that the
//!    server has to lead on, as one without its last slash, is at fault too.
//! 3. First a page is served that names nothing that is there: a checker that does not find all of it proves nothing.

use std::path::Path;

use anyhow::{Context, Result, ensure};
use serde_json::Value;
use walkdir::WalkDir;
use xshell::cmd;

use super::papers;
use super::served::Server;
use super::tally::Tally;
use crate::project::Project;
use crate::tools::Toolbox;

/// A page that names nothing that is there, but for one page that it names wrongly.
const LOST: &str = r##"<!doctype html><html><head><meta http-equiv="refresh" content="9; url=lost-0/">
<meta property="og:image" content="https://lost.example/lost-1.png"><link rel="icon" href="/lost-2.svg">
<style>@font-face { font-family: lost; src: url(lost-3.woff2) }</style></head><body>
<a href="../lost-4/">a page</a> <a href="#lost-5">a place</a> <a href="page.html#lost-6">a place of another page</a>
<picture><source srcset="lost-7.webp 480w, lost-8.webp 960w"><img src="lost-9.png" srcset="lost-10.png 2x"></picture>
<audio src="lost-11.mp3"></audio> <video src="lost-12.mp4" poster="lost-13.jpg"><track src="lost-14.vtt"></video>
<iframe src="lost-15.html"></iframe><script src="lost-16.js"></script> <a href="lost-17">without its slash</a></body></html>"##;

/// The front page of a host where the paper stands below a path.
const ABOVE: &str = "<!doctype html><title>Not the paper's</title>";

/// Follows the links of the papers that [`papers::print_all`] lists and of the bundle; a paper passes when all lead
/// somewhere.
///
/// # Errors
/// There is no linkinator, or it finds nothing where nothing is; or a paper cannot be printed or served.
pub(super) fn follow(project: &Project, toolbox: &Toolbox) -> Result<Tally> {
    let checker = toolbox.get_link_checker(project)?;
    let checker = checker.context("there is no link checker: install Node.js with npm")?;
    let all = project.work("links");
    project.shell.remove_path(&all)?;
    prove(project, &checker, &all.join("lost"))?;

    let sample = project.sample_paper();
    let mut tally = judge(&Served::bundle(project, sample)?, project, &checker)?;
    for paper in papers::valid(project)? {
        let root = all.join(paper.file_name().unwrap_or_default());
        tally += judge(&Served::printed(project, &paper, &root)?, project, &checker)?;
    }
    Ok(tally)
}

/// Has the checker find what [`LOST`] names.
fn prove(project: &Project, checker: &Path, root: &Path) -> Result<()> {
    let shell = &project.shell;
    shell.write_file(root.join("index.html"), LOST)?;
    shell.write_file(root.join("page.html"), LOST)?;
    shell.write_file(root.join("lost-17/index.html"), LOST)?;
    let served = Served {
        server: Server::of(project, root)?,
        host: "https://lost.example/".to_owned(),
        pages: vec![String::new()],
    };
    let found = served.lost(project, checker)?.join("\n");
    for number in 0..LOST.matches("lost-").count() {
        // No digit follows, else `lost-1` would be found in `lost-10`.
        let name = format!("lost-{number}");
        let rest = found.split(&name).skip(1);
        let mut ends = rest.map(|rest| !rest.starts_with(|next: char| next.is_ascii_digit()));
        ensure!(
            ends.any(|ends| ends),
            "the link checker overlooks {name} in a page that names nothing that is there; it found\n{found}"
        );
    }
    Ok(())
}

fn judge(served: &Served, project: &Project, checker: &Path) -> Result<Tally> {
    let lost = served.lost(project, checker)?;
    println!(
        "{} {} pages: {} links lead nowhere",
        served.host,
        served.pages.len(),
        lost.len()
    );
    lost.iter().for_each(|lost| println!("    {lost}"));
    Ok(match lost.is_empty() {
        true => Tally::of_passed(1),
        false => Tally::of_failed(1),
    })
}

/// A printed paper on a server.
struct Served {
    server: Server,
    /// The host that the paper says it stands on, with a slash at the end.
    host: String,
    /// Paths of all pages below the server's root.
    pages: Vec<String>,
}

impl Served {
    /// The bundle, which stands at the root of its host.
    fn bundle(project: &Project, paper: &Path) -> Result<Self> {
        let (host, path) = place(project, paper)?;
        ensure!(path.is_empty(), "the sample paper stands below a path");
        Self::folder(project, &project.bundle(), host)
    }

    /// A paper that is printed for this, as far below `root` as it stands on its host.
    fn printed(project: &Project, paper: &Path, root: &Path) -> Result<Self> {
        let (host, path) = place(project, paper)?;
        papers::print(project, paper, &root.join(&path))?;
        if !path.is_empty() {
            let front = root.join("index.html");
            project.shell.write_file(front, ABOVE)?;
        }
        Self::folder(project, root, host)
    }

    fn folder(project: &Project, root: &Path, host: String) -> Result<Self> {
        let server = Server::of(project, root)?;
        let pages = pages(root)?;
        ensure!(!pages.is_empty(), "{} holds no page", root.display());
        Ok(Self {
            server,
            host,
            pages,
        })
    }

    /// What leads nowhere, with a page that names it.
    fn lost(&self, project: &Project, checker: &Path) -> Result<Vec<String>> {
        let shell = &project.shell;
        let url = &self.server.url;
        let pages = self.pages.iter().map(|page| format!("{url}{page}"));
        let host = format!("^{}", self.host.replace('.', "\\."));
        let others = format!("^(?!{url})");
        let mut command = cmd!(
            shell,
            "{checker} {pages...} --check-fragments --check-css --redirects error --url-rewrite-search {host} --url-rewrite-replace {url} --skip {others} --format json --verbosity error"
        );
        // It would ask a proxy even for pages of this machine.
        for proxy in ["http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY"] {
            command = command.env_remove(proxy);
        }
        // It fails where links do.
        let said = command.quiet().ignore_status().output()?.stdout;
        let said: Value = serde_json::from_slice(&said).context("the link checker has failed")?;
        let links = said["links"].as_array();
        let links = links.context("the link checker's report has no links")?;
        let links = links.iter().filter(|link| link["state"] == "BROKEN");
        Ok(links.map(words).collect())
    }
}

fn words(link: &Value) -> String {
    let text = |name: &str| link[name].as_str().unwrap_or_default().to_owned();
    // What answers is a page without the place; of a place nobody says who names it.
    let fault = match link["status"].as_u64() {
        Some(200) => "the page has no such place".to_owned(),
        status => format!("status {}", status.unwrap_or_default()),
    };
    match text("parent").as_str() {
        "" => format!("{}: {fault}", text("url")),
        parent => format!("{}: {fault}; {parent} names it", text("url")),
    }
}

/// Where a paper says it stands: its host, and the path on it without a slash at the front.
fn place(project: &Project, paper: &Path) -> Result<(String, String)> {
    let settings = project.shell.read_file(paper.join("paper.json"))?;
    let settings: Value = serde_json::from_str(&settings)?;
    let url = settings["base_url"].as_str();
    let url = url.with_context(|| format!("{} has no `base_url`", paper.display()))?;
    let (scheme, rest) = url.split_once("://").context("a URL has a scheme")?;
    let (host, path) = rest.split_once('/').unwrap_or((rest, ""));
    Ok((format!("{scheme}://{host}/"), path.to_owned()))
}

/// The paths of all pages below a folder, as a server has them.
fn pages(root: &Path) -> Result<Vec<String>> {
    let mut pages = Vec::new();
    for entry in WalkDir::new(root).sort_by_file_name() {
        let entry = entry?;
        let path = entry.path().strip_prefix(root)?.to_string_lossy();
        let path = path.replace('\\', "/");
        if path.ends_with(".html") {
            let folder = path.strip_suffix("index.html");
            pages.push(folder.unwrap_or(&path).to_owned());
        }
    }
    Ok(pages)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn every_page_is_named_as_a_server_has_it() -> Result<()> {
        let shell = xshell::Shell::new()?;
        let folder = shell.create_temp_dir()?;
        for file in [
            "index.html",
            "404.html",
            "stories/ferry/index.html",
            "feed.xml",
        ] {
            shell.write_file(folder.path().join(file), "")?;
        }
        assert_eq!(pages(folder.path())?, ["404.html", "", "stories/ferry/"]);
        Ok(())
    }

    #[test]
    fn what_leads_nowhere_is_told_with_the_page_that_names_it() {
        let picture = json!({ "url": "http://x/a.png", "status": 404, "parent": "http://x/" });
        assert_eq!(
            words(&picture),
            "http://x/a.png: status 404; http://x/ names it"
        );
        let place = json!({ "url": "http://x/#notes", "status": 200 });
        assert_eq!(words(&place), "http://x/#notes: the page has no such place");
    }
}
