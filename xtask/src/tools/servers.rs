//! The web servers that papers stand on, for the tests that serve one paper with each.
//!
//! Entry point: [`get`].

use std::collections::BTreeSet;

use super::apt;
use crate::project::Project;
use crate::step::{step, warn};

/// A server of other people.
pub(crate) struct Server {
    /// What its tests are called by (`tests/hosts.rs`).
    pub(crate) name: &'static str,
    program: &'static str,
    /// The Debian package that brings the program.
    package: &'static str,
}

/// The servers that `docs/hosting.md` shows.
const SERVERS: [Server; 6] = [
    server("nginx", "nginx", "nginx"),
    server("apache", "apache2", "apache2-bin"),
    server("caddy", "caddy", "caddy"),
    server("lighttpd", "lighttpd", "lighttpd"),
    server("busybox", "busybox", "busybox"),
    server("pythons_server", "python3", "python3"),
];

const fn server(name: &'static str, program: &'static str, package: &'static str) -> Server {
    Server {
        name,
        program,
        package,
    }
}

/// Finds the servers, or installs those that are missing where this is a Debian and we are root. Which ones there are
/// none of: each has been warned of.
pub(crate) fn get(project: &Project) -> Vec<&'static Server> {
    let packages: BTreeSet<&str> = missing().map(|server| server.package).collect();
    let packages: Vec<&str> = packages.into_iter().collect();
    if !packages.is_empty() && apt::may_install(project) {
        let name = format!("Installing {} with apt", packages.join(", "));
        if let Err(error) = step(name, || apt::install(project, &packages)) {
            warn(format!("{error:#}"));
        }
    }
    let missing: Vec<_> = missing().collect();
    for Server {
        program, package, ..
    } in &missing
    {
        warn(format!(
            "there is no `{program}`, so how it serves a paper is not tested; \
             install it and put it on PATH (Debian: `apt install {package}`)"
        ));
    }
    missing
}

fn missing() -> impl Iterator<Item = &'static Server> {
    SERVERS
        .iter()
        .filter(|server| which::which(server.program).is_err())
}
