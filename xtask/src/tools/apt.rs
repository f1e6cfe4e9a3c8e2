//! What Debian's packages bring, on a machine where packages may be installed.
//!
//! Entry points: [`may_install`], then [`install`]. No service of a package is started, now or with the machine.

use std::path::Path;

use anyhow::Result;
use xshell::cmd;

use crate::project::Project;

/// What Debian's packages ask before they start a service. The answer 101 forbids it.
const POLICY: &str = "/usr/sbin/policy-rc.d";

/// Whether this is a Debian, or one of its kin, and we are root.
pub(super) fn may_install(project: &Project) -> bool {
    let shell = &project.shell;
    which::which("apt-get").is_ok()
        && cmd!(shell, "id -u")
            .quiet()
            .read()
            .is_ok_and(|user| user == "0")
}

/// Installs packages.
///
/// # Errors
/// apt says why.
pub(super) fn install(project: &Project, packages: &[&str]) -> Result<()> {
    let shell = &project.shell;
    let _forbidden = NoServices::forbid(project)?;
    cmd!(shell, "apt-get --quiet=2 update").quiet().run()?;
    cmd!(
        shell,
        "apt-get --quiet=2 install --yes --no-install-recommends {packages...}"
    )
    .env("DEBIAN_FRONTEND", "noninteractive")
    .quiet()
    .ignore_stdout()
    .run()?;
    if Path::new("/run/systemd/system").is_dir() {
        for package in packages {
            // Most packages have no service of their name.
            let disabled = cmd!(shell, "systemctl disable --quiet {package}");
            let _ = disabled.quiet().ignore_stderr().run();
        }
    }
    Ok(())
}

/// While this lives, packages start no service.
struct NoServices<'a> {
    project: &'a Project,
    ours: bool,
}

impl<'a> NoServices<'a> {
    /// A policy of the machine's own stays as it is.
    fn forbid(project: &'a Project) -> Result<Self> {
        let ours = !Path::new(POLICY).exists();
        if ours {
            let shell = &project.shell;
            shell.write_file(POLICY, "#!/bin/sh\nexit 101\n")?;
            cmd!(shell, "chmod 755 {POLICY}").quiet().run()?;
        }
        Ok(Self { project, ours })
    }
}

impl Drop for NoServices<'_> {
    fn drop(&mut self) {
        if self.ours {
            // It could only be left where it no longer can be deleted.
            let _ = self.project.shell.remove_path(POLICY);
        }
    }
}
