//! Where a path really leads: through links, `..`, other spellings of a name, folders that do not exist yet.
//!
//! Entry points: [`real`] follows a path to its end, [`holds`] says whether one place lies in another, [`is_mounted`] whether
//! a disk of its own is mounted there. [`leads_out`] and [`printed_folder`] say what in a paper's folder is not the paper's.

use std::fs;
use std::io;
use std::path::{Component, Path, PathBuf};

use super::publish::MARKER;

/// Links that are followed from one path: as many as Linux follows.
const MOST_LINKS: usize = 40;

/// The path without links and `..`. Steps that do not exist stay as they are: folders may be made there.
///
/// # Errors
/// The links lead in a circle, or the system does not know the folder that the process runs in.
pub(super) fn real(path: &Path) -> io::Result<PathBuf> {
    let mut followed = PathBuf::new();
    follow(&mut followed, &std::path::absolute(path)?, &mut 0)?;
    Ok(followed)
}

fn follow(followed: &mut PathBuf, path: &Path, links: &mut usize) -> io::Result<()> {
    for step in path.components() {
        match step {
            Component::CurDir => {}
            Component::ParentDir => {
                followed.pop();
            }
            // What is absolute takes the place of all that came before.
            Component::Prefix(_) | Component::RootDir => followed.push(step),
            Component::Normal(name) => match fs::read_link(followed.join(name)) {
                Ok(target) => {
                    *links += 1;
                    if *links > MOST_LINKS {
                        return Err(io::Error::other("its links lead in a circle"));
                    }
                    follow(followed, &target, links)?;
                }
                Err(_) => followed.push(name),
            },
        }
    }
    Ok(())
}

/// Whether one place lies in another, or is it. Both paths have to be [`real`]. Names are not compared alone: a disk may
/// take capitals for small letters, and a folder may be mounted in two places.
pub(super) fn holds(outer: &Path, inner: &Path) -> bool {
    let identity_of_outer = identity(outer);
    inner.starts_with(outer)
        || identity_of_outer.is_some()
            && inner
                .ancestors()
                .any(|ancestor| identity(ancestor) == identity_of_outer)
}

/// What only one file or folder of the machine has.
#[cfg(unix)]
fn identity(path: &Path) -> Option<(u64, u64)> {
    use std::os::unix::fs::MetadataExt;
    let metadata = fs::metadata(path).ok()?;
    Some((metadata.dev(), metadata.ino()))
}

#[cfg(not(unix))]
fn identity(path: &Path) -> Option<PathBuf> {
    path.canonicalize().ok()
}

/// Whether a disk, or another folder, is mounted at a path. Such a folder cannot be renamed.
#[cfg(target_os = "linux")]
pub(super) fn is_mounted(path: &Path) -> bool {
    use rustix::fs::{AtFlags, CWD, StatxAttributes, StatxFlags, statx};
    let told = statx(CWD, path, AtFlags::SYMLINK_NOFOLLOW, StatxFlags::empty());
    match told.map(|told| (told.stx_attributes_mask, told.stx_attributes)) {
        Ok((known, attributes)) if known.contains(StatxAttributes::MOUNT_ROOT) => {
            attributes.contains(StatxAttributes::MOUNT_ROOT)
        }
        _ => is_on_a_disk_of_its_own(path),
    }
}

#[cfg(not(target_os = "linux"))]
pub(super) fn is_mounted(path: &Path) -> bool {
    is_on_a_disk_of_its_own(path)
}

#[cfg(unix)]
fn is_on_a_disk_of_its_own(path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let device = |path: &Path| fs::symlink_metadata(path).map(|metadata| metadata.dev());
    match (device(path), path.parent().map(device)) {
        (Ok(own), Some(Ok(parent))) => own != parent,
        _ => false,
    }
}

#[cfg(not(unix))]
fn is_on_a_disk_of_its_own(_: &Path) -> bool {
    false
}

/// Whether what stands at a path really lies outside the paper's folder.
pub(super) fn leads_out(folder: &Path, path: &Path) -> bool {
    match (path.canonicalize(), folder.canonicalize()) {
        (Ok(target), Ok(folder)) => !target.starts_with(folder),
        _ => false,
    }
}

/// The printed folder inside the paper's that something really lies in, from the paper's folder.
pub(super) fn printed_folder(folder: &Path, path: &Path) -> Option<PathBuf> {
    let (target, folder) = (path.canonicalize().ok()?, folder.canonicalize().ok()?);
    let below = target
        .ancestors()
        .take_while(|ancestor| *ancestor != folder && ancestor.starts_with(&folder));
    let printed = below.filter(|ancestor| is_printed(ancestor)).last()?;
    printed.strip_prefix(&folder).map(Path::to_owned).ok()
}

/// Whether Newsprint printed a folder.
pub(super) fn is_printed(folder: &Path) -> bool {
    folder.join(MARKER).is_file()
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;
    use std::os::unix::fs::symlink;

    #[test]
    fn links_are_followed_to_what_does_not_exist_yet() {
        let folder = tempfile::tempdir().unwrap();
        let top = folder.path().canonicalize().unwrap();
        fs::create_dir(top.join("a")).unwrap();
        symlink("../b/c", top.join("a/link")).unwrap();
        for (path, leads_to) in [
            ("a/link/d", "b/c/d"),
            ("a/../b", "b"),
            ("no/../a/./x", "a/x"),
            ("a/link/..", "b"),
        ] {
            assert_eq!(real(&top.join(path)).unwrap(), top.join(leads_to), "{path}");
        }
    }

    #[test]
    fn links_in_a_circle_are_no_place() {
        let folder = tempfile::tempdir().unwrap();
        symlink("b", folder.path().join("a")).unwrap();
        symlink("a", folder.path().join("b")).unwrap();
        assert!(real(&folder.path().join("a")).is_err());
    }

    #[test]
    fn a_folder_holds_itself_and_what_may_come_to_lie_in_it_and_nothing_beside_it() {
        let folder = tempfile::tempdir().unwrap();
        let top = folder.path().canonicalize().unwrap();
        fs::create_dir(top.join("site")).unwrap();
        let site = top.join("site");
        assert!(holds(&site, &site));
        assert!(holds(&site, &site.join("not/yet")));
        assert!(!holds(&site, &top.join("site-2")));
        assert!(!holds(&site, &top));
        assert!(!holds(&top.join("not"), &top.join("neither")));
    }
}
