//! Builds the standard library for Wasm from Debian's package of the compiler's sources.
//!
//! 1. Ask apt which archives this machine takes packages from.
//! 2. Read Debian's suites, one after the other, until one holds the sources of
//!    this very compiler. A state folder of our own keeps the system's apt as it is.
//! 3. Unpack the package without installing it, and build its `sysroot` crate.
//! 4. Copy the libraries to where the compiler looks for them.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use xshell::{Cmd, Shell, cmd};

use crate::project::{Project, WASM_TARGET};

/// Debian's suites that may hold the sources, the likeliest first.
const SUITES: [&str; 6] = [
    "trixie-backports",
    "trixie",
    "forky",
    "sid",
    "bookworm-backports",
    "bookworm",
];

/// The same for the archive of security updates.
const SECURITY_SUITES: [&str; 2] = ["trixie-security", "bookworm-security"];

/// Where Debian keeps the keys that its archives are signed with.
const KEYRINGS: [&str; 2] = [
    "/usr/share/keyrings/debian-archive-keyring.pgp",
    "/usr/share/keyrings/debian-archive-keyring.gpg",
];

/// Builds the standard library and copies it into `libraries`.
///
/// # Errors
/// Where there is no apt, no suite holds the sources of this compiler, the
/// build fails, or the compiler's folder is not ours to write.
pub(crate) fn build_std(project: &Project, tools: &Path, libraries: &Path) -> Result<()> {
    let shell = &project.shell;
    let compiler = compiler_version(shell)?;
    let folder = tools.join(format!("rust-src-{compiler}"));
    let library = unpacked_library(shell, &folder, &compiler)?;
    let built = compile(project, &library, &folder.join("target"))?;
    shell.create_dir(libraries)?;
    for file in shell.read_dir(&built)? {
        if file.extension().is_some_and(|ending| ending == "rlib") {
            shell.copy_file(&file, libraries)?;
        }
    }
    shell.remove_path(&folder)?;
    Ok(())
}

fn compiler_version(shell: &Shell) -> Result<String> {
    let answer = cmd!(shell, "rustc --version").quiet().read()?;
    let version = answer.split_whitespace().nth(1);
    Ok(version
        .with_context(|| format!("`rustc --version` gave no version: {answer}"))?
        .to_owned())
}

/// Gets the sources into `folder` and gives the place of the library in them.
fn unpacked_library(shell: &Shell, folder: &Path, compiler: &str) -> Result<PathBuf> {
    for program in ["apt-get", "dpkg-deb"] {
        which::which(program).with_context(|| {
            format!("`{program}` is not here, so Debian's sources are out of reach")
        })?;
    }
    let apt = PrivateApt::new(shell, folder)?;
    let package = apt.find_sources(compiler)?;
    let _inside = shell.push_dir(folder);
    apt.command("apt-get").args(["download", &package]).run()?;
    let archive = shell
        .read_dir(folder)?
        .into_iter()
        .find(|file| file.extension().is_some_and(|ending| ending == "deb"))
        .context("apt-get download left no package")?;
    cmd!(shell, "dpkg-deb --extract {archive} {folder}")
        .quiet()
        .run()?;
    let library = folder.join(format!("usr/src/rustc-{compiler}/library"));
    if !library.is_dir() {
        bail!("{package} holds no {}", library.display());
    }
    Ok(library)
}

fn compile(project: &Project, library: &Path, target: &Path) -> Result<PathBuf> {
    let (shell, cargo) = (&project.shell, &project.cargo);
    let _inside = shell.push_dir(library);
    // As the compiler's own build does it: unstable parts allowed, and the metadata of a release.
    cmd!(
        shell,
        "{cargo} build --quiet --release --target {WASM_TARGET} --target-dir {target} --package sysroot"
    )
    .args(["--features", "compiler-builtins-mem panic-unwind"])
    .env("RUSTC_BOOTSTRAP", "1")
    .env("RUSTFLAGS", "-Cembed-bitcode=yes -Zforce-unstable-if-unmarked")
    .env("__CARGO_DEFAULT_LIB_METADATA", "stablestd")
    .quiet()
    .run()?;
    Ok(target.join(WASM_TARGET).join("release").join("deps"))
}

/// apt with lists and a cache of its own, which leaves the system's as they are.
struct PrivateApt<'a> {
    shell: &'a Shell,
    folder: &'a Path,
}

impl<'a> PrivateApt<'a> {
    fn new(shell: &'a Shell, folder: &'a Path) -> Result<Self> {
        for part in ["sources", "lists/partial", "cache/archives/partial"] {
            shell.create_dir(folder.join(part))?;
        }
        Ok(Self { shell, folder })
    }

    fn command(&self, program: &str) -> Cmd<'a> {
        let place = |name: &str| self.folder.join(name).display().to_string();
        let options = [
            format!("-oDir::State::Lists={}", place("lists")),
            format!("-oDir::Cache={}", place("cache")),
            "-oDir::Etc::SourceList=/dev/null".to_owned(),
            format!("-oDir::Etc::SourceParts={}", place("sources")),
            "-oAcquire::Languages=none".to_owned(),
            // The folder is in a home that apt's own user may not read.
            "-oAPT::Sandbox::User=root".to_owned(),
        ];
        cmd!(self.shell, "{program} --quiet=2 {options...}").quiet()
    }

    /// Reads suite after suite until one offers the sources; gives `package=version`.
    fn find_sources(&self, compiler: &str) -> Result<String> {
        let keyring = KEYRINGS.into_iter().find(|file| Path::new(file).exists());
        let archives = machine_archives(self.shell)?;
        for (archive, suite) in candidates(&archives) {
            let source = self.folder.join("sources/rust.sources");
            self.shell
                .write_file(source, source_entry(archive, suite, keyring))?;
            // A suite that this archive lacks makes the update fail: then there is nothing to find.
            let updated = self.command("apt-get").arg("update").ignore_stderr().run();
            if updated.is_err() {
                continue;
            }
            let offers = self
                .command("apt-cache")
                .args(["madison", "rust-src"])
                .read()?;
            if let Some(version) = matching_version(&offers, compiler) {
                return Ok(format!("rust-src={version}"));
            }
        }
        bail!(
            "no Debian suite within reach holds the sources of Rust {compiler} (package rust-src)"
        )
    }
}

/// The addresses of the archives that the machine's own apt is set up for.
fn machine_archives(shell: &Shell) -> Result<Vec<String>> {
    let form = "$(REPO_URI)";
    let kind = "Created-By: Packages";
    let listed = cmd!(shell, "apt-get indextargets --format {form} {kind}")
        .quiet()
        .read()
        .context("asking apt for this machine's archives")?;
    Ok(each_once(&listed))
}

fn each_once(listed: &str) -> Vec<String> {
    let mut addresses: Vec<String> = Vec::new();
    for line in listed.lines().map(str::trim) {
        if !line.is_empty() && !addresses.iter().any(|known| known == line) {
            addresses.push(line.to_owned());
        }
    }
    addresses
}

/// Every archive with every suite that it may hold.
fn candidates(archives: &[String]) -> Vec<(&str, &'static str)> {
    let suites = |archive: &str| -> &'static [&'static str] {
        if archive.contains("security") {
            &SECURITY_SUITES
        } else {
            &SUITES
        }
    };
    archives
        .iter()
        .flat_map(|archive| {
            suites(archive)
                .iter()
                .map(|suite| (archive.as_str(), *suite))
        })
        .collect()
}

/// One suite as an entry of apt's sources; without a keyring apt takes the keys it trusts anyway.
fn source_entry(archive: &str, suite: &str, keyring: Option<&str>) -> String {
    let signed = keyring.map_or_else(String::new, |file| format!("Signed-By: {file}\n"));
    format!("Types: deb\nURIs: {archive}\nSuites: {suite}\nComponents: main\n{signed}")
}

/// Picks from `apt-cache madison` the package whose upstream version is the compiler's.
fn matching_version(offers: &str, compiler: &str) -> Option<String> {
    offers
        .lines()
        .filter_map(|line| line.split('|').nth(1).map(str::trim))
        .find(|version| upstream(version) == compiler)
        .map(str::to_owned)
}

/// The version without Debian's own parts: `1.95.0+dfsg1-1~bpo13+1` is `1.95.0`.
fn upstream(version: &str) -> &str {
    let version = version.split_once(':').map_or(version, |(_, rest)| rest);
    version.split(['+', '-', '~']).next().unwrap_or(version)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_archive_of_the_machine_is_named_once() {
        let listed =
            "http://a.test/debian/\nhttp://a.test/debian/\n\nhttp://a.test/debian-security/\n";
        assert_eq!(
            each_once(listed),
            ["http://a.test/debian/", "http://a.test/debian-security/"]
        );
    }

    #[test]
    fn the_security_archive_is_asked_only_for_security_suites() {
        let both = ["http://a.test/debian", "http://a.test/debian-security"].map(str::to_owned);
        let tried = candidates(&both);
        assert!(tried.contains(&("http://a.test/debian", "trixie-backports")));
        assert!(tried.contains(&("http://a.test/debian-security", "trixie-security")));
        assert!(!tried.contains(&("http://a.test/debian-security", "trixie")));
        assert!(!tried.contains(&("http://a.test/debian", "trixie-security")));
    }

    #[test]
    fn a_source_entry_names_its_keys_where_there_is_a_keyring() {
        let signed = source_entry("http://a.test/debian", "trixie", Some("/k.gpg"));
        assert_eq!(
            signed,
            "Types: deb\nURIs: http://a.test/debian\nSuites: trixie\nComponents: main\nSigned-By: /k.gpg\n"
        );
        assert!(!source_entry("http://a.test/debian", "trixie", None).contains("Signed-By"));
    }

    #[test]
    fn sources_match_by_their_upstream_version_alone() {
        let offers = "  rust-src | 1.63.0+dfsg1-2 | http://a.test bookworm/main all Packages\n\
                      \x20 rust-src | 1.95.0+dfsg1-1~bpo13+1 | http://a.test trixie-backports/main all Packages\n";
        assert_eq!(
            matching_version(offers, "1.95.0").as_deref(),
            Some("1.95.0+dfsg1-1~bpo13+1")
        );
        assert_eq!(matching_version(offers, "1.95.1"), None);
        assert_eq!(matching_version("", "1.95.0"), None);
    }
}
