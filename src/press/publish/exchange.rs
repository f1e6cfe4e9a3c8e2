//! Puts what was printed in the place of what stood there, and clears up.
//!
//! Entry points: [`exchange`] for a folder that was just printed, [`recover`] for what a killed build left.
//!
//! 1. The old paper is put aside and the new one into its place: two renames of whole folders, or, where the folder itself
//!    cannot be renamed, as many as it has entries at its top ([`Place::in_place`]).
//! 2. What others laid there is moved from the old paper into the new one.
//! 3. When one of these steps fails, all before it are undone.
//! 4. The rest of the old paper is deleted, its list last: until then a killed build can be told from a finished one.

use std::ffi::OsString;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use super::manifest::{self, Manifest};
use super::others::{Others, is_copy};
use super::place::Place;
use super::{OLD, shown, with_ending};

/// Exchanges the printed folder for the one that stands in its place. Whether something of the old one is left over.
///
/// # Errors
/// A rename failed. What stood there before stands there still.
pub(super) fn exchange(
    place: &Place,
    staging: &Path,
    carried: &[PathBuf],
) -> Result<Option<PathBuf>> {
    if !place.target.exists() {
        fs::rename(staging, &place.target)
            .with_context(|| format!("{} cannot be put in place", place.target.display()))?;
        return Ok(None);
    }
    let old = with_ending(staging, OLD);
    let mut moves = Moves::default();
    let done = match place.in_place {
        true => contents(&mut moves, place, staging, &old),
        false => whole(&mut moves, place, staging, &old),
    };
    let done = done
        .and_then(|()| keep_list(&old))
        .and_then(|()| carry(&mut moves, &old, &place.target, carried));
    if let Err(error) = done {
        moves.undo()?;
        if place.in_place {
            // Empty again; where it is not, there is something in it to be found.
            let _ = fs::remove_file(old.join(manifest::FILE));
            let _ = fs::remove_dir(&old);
        }
        return Err(error);
    }
    if place.in_place {
        // The last of it has been moved away.
        let _ = fs::remove_dir(staging);
    }
    Ok(clear(&old).is_err().then_some(old))
}

/// Renames whole folders.
fn whole(moves: &mut Moves, place: &Place, staging: &Path, old: &Path) -> Result<()> {
    keep_access(&place.target, staging);
    moves.make(&place.target, old)?;
    moves.make(staging, &place.target)
}

/// Renames what stands at the top of the folders: the press's own out, the new in. Done again after it was broken off, it
/// goes on where it ended.
fn contents(moves: &mut Moves, place: &Place, staging: &Path, old: &Path) -> Result<()> {
    let target = &place.target;
    fs::create_dir_all(old).with_context(|| format!("{} cannot be made", old.display()))?;
    let list = Path::new(manifest::FILE);
    if target.join(list).exists() && !old.join(list).exists() {
        moves.make(&target.join(list), &old.join(list))?;
    }
    // Of a bundle without a list nothing has been moved yet.
    let printed = match old.join(list).exists() {
        true => Manifest::read(old),
        false => Manifest::read(target),
    };
    if !old.join(list).exists() {
        printed.write(old)?;
    }
    for name in names(target)? {
        let path = Path::new(&name);
        // What is somebody's all the same is carried back afterwards.
        let is_ours = match fs::symlink_metadata(target.join(path)) {
            Ok(there) if there.is_dir() => printed.has_folder(path) || staging.join(path).exists(),
            Ok(there) if there.is_file() => {
                printed.has_file(path) || staging.join(path).exists() || is_copy(path, &printed)
            }
            _ => false,
        };
        let is_done = fs::symlink_metadata(old.join(path)).is_ok();
        if is_ours && !is_done && !place.is_passed_over(&name) {
            moves.make(&target.join(path), &old.join(path))?;
        }
    }
    for name in names(staging)? {
        moves.make(&staging.join(&name), &target.join(&name))?;
    }
    Ok(())
}

fn names(folder: &Path) -> Result<Vec<OsString>> {
    let entries = fs::read_dir(folder).and_then(|entries| {
        entries
            .map(|entry| Ok(entry?.file_name()))
            .collect::<io::Result<Vec<_>>>()
    });
    let mut names = entries.with_context(|| format!("{} cannot be read", folder.display()))?;
    names.sort();
    Ok(names)
}

/// Sees to it that what was printed into a folder is known even when half of it has been deleted.
fn keep_list(old: &Path) -> Result<()> {
    match old.join(manifest::FILE).exists() {
        true => Ok(()),
        false => Manifest::read(old).write(old),
    }
}

/// Moves what others laid into one folder to the same places of another.
fn carry(moves: &mut Moves, old: &Path, new: &Path, carried: &[PathBuf]) -> Result<()> {
    for path in carried {
        // What stands at the top stays where it is when the content is exchanged.
        if fs::symlink_metadata(old.join(path)).is_err() {
            continue;
        }
        let mut above: Vec<&Path> = path.ancestors().skip(1).collect();
        above.reverse();
        for folder in above {
            if !new.join(folder).exists() {
                let folder = new.join(folder);
                fs::create_dir(&folder)
                    .with_context(|| format!("{} cannot be made", folder.display()))?;
            }
        }
        moves.make(&old.join(path), &new.join(path))?;
    }
    Ok(())
}

/// Deletes an old paper, its list last.
fn clear(old: &Path) -> Result<()> {
    for name in names(old)? {
        let path = old.join(&name);
        if name == manifest::FILE {
            continue;
        }
        match fs::symlink_metadata(&path)?.is_dir() {
            true => fs::remove_dir_all(path)?,
            false => fs::remove_file(path)?,
        }
    }
    fs::remove_dir_all(old)?;
    Ok(())
}

/// Deletes a folder that was printed into. It may have the rights of the one whose place it was to take.
pub(super) fn delete(staging: &Path) -> Result<()> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        // Where it cannot be done, the deletion fails and says so.
        let _ = fs::set_permissions(staging, fs::Permissions::from_mode(0o700));
    }
    fs::remove_dir_all(staging)?;
    Ok(())
}

/// Gives a folder the rights, and where the system lets us the owner, of another.
fn keep_access(from: &Path, to: &Path) {
    let Ok(metadata) = fs::metadata(from) else {
        return;
    };
    // Where it cannot be done, the folder is as accessible as a new one.
    #[cfg(unix)]
    {
        use std::os::unix::fs::{MetadataExt, chown};
        let _ = chown(to, Some(metadata.uid()), Some(metadata.gid()));
    }
    let _ = fs::set_permissions(to, metadata.permissions());
}

/// Clears away what a killed build left. Called with the lock held, so nobody is at work there.
///
/// # Errors
/// Something cannot be moved or deleted.
pub(super) fn recover(place: &Place, noted: Option<&str>) -> Result<()> {
    // What only has such a name is somebody's.
    let is_ours = |name: &OsString| {
        let old = with_ending(Path::new(name), OLD);
        let is_noted = noted.is_some_and(|noted| name == noted);
        place.is_old(name)
            || (place.is_left_over(name) && (is_noted || place.is_old(old.as_os_str())))
    };
    let left: Vec<PathBuf> = names(&place.workshop)?
        .into_iter()
        .filter(is_ours)
        .map(|name| place.workshop.join(name))
        .filter(|left| fs::symlink_metadata(left).is_ok_and(|there| there.is_dir()))
        .collect();
    let (old, staging): (Vec<_>, Vec<_>) = left
        .into_iter()
        .partition(|left| left.to_string_lossy().ends_with(OLD));
    for old in old {
        let name = old.file_name().unwrap_or_default().to_string_lossy();
        let staging = old.with_file_name(name.trim_end_matches(OLD));
        put_right(place, &staging, &old)?;
    }
    for staging in staging.iter().filter(|staging| staging.exists()) {
        delete_left(delete(staging), staging)?;
    }
    Ok(())
}

/// Ends what a killed build had begun with the old paper, or takes it back.
fn put_right(place: &Place, staging: &Path, old: &Path) -> Result<()> {
    let target = &place.target;
    if !place.in_place && !target.exists() {
        return fs::rename(old, target).with_context(|| {
            format!(
                "{} cannot be put back from {}",
                target.display(),
                old.display()
            )
        });
    }
    if place.in_place && staging.exists() {
        contents(&mut Moves::default(), place, staging, old)?;
    }
    keep_list(old)?;
    let others = Others::of(old, target, &Manifest::read(old), place)?;
    if !others.clashing.is_empty() || !others.mounted.is_empty() {
        bail!(
            "a killed build left what others had laid into {} in {}, and something else stands in its place now: {}. \
             Move it away from there, then build again.",
            target.display(),
            old.display(),
            shown(&[others.clashing, others.mounted].concat())
        );
    }
    carry(&mut Moves::default(), old, target, &others.carried)?;
    delete_left(clear(old), old)
}

fn delete_left(deleted: Result<()>, left: &Path) -> Result<()> {
    deleted.with_context(|| {
        format!(
            "{}, left by a killed build, cannot be deleted",
            left.display()
        )
    })
}

/// Renames that can be taken back.
#[derive(Default)]
struct Moves(Vec<(PathBuf, PathBuf)>);

impl Moves {
    fn make(&mut self, from: &Path, to: &Path) -> Result<()> {
        fs::rename(from, to)
            .with_context(|| format!("{} cannot be moved to {}", from.display(), to.display()))?;
        self.0.push((from.to_owned(), to.to_owned()));
        Ok(())
    }

    /// Takes all back, the last first.
    fn undo(self) -> Result<()> {
        for (from, to) in self.0.into_iter().rev() {
            fs::rename(&to, &from).with_context(|| {
                format!(
                    "what stood in {} now stands in {}",
                    from.display(),
                    to.display()
                )
            })?;
        }
        Ok(())
    }
}
