//! Files that pages show: pictures, sounds, films, fonts, the reader. Each is published once, named by its content.
//!
//! Entry point: [`Assets`]. A name that changes with the content may be kept by browsers for ever, and two builds
//! of the same paper name everything the same.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use super::source::leads_out;

/// Where a published file's bytes come from.
#[derive(Clone, Debug)]
enum Origin {
    File(PathBuf),
    Bytes(Vec<u8>),
}

/// A published file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asset {
    /// Its address from the top of the paper: `assets/quay-1a2b3c4d5e6f.jpg`.
    pub address: String,
    /// Width and height in pixels, of a picture.
    pub size: Option<(u32, u32)>,
}

/// The files that the pages of one printing show.
pub struct Assets {
    folder: PathBuf,
    known: Mutex<BTreeMap<String, Option<Asset>>>,
    published: Mutex<BTreeMap<String, Origin>>,
}

impl Assets {
    /// The assets of the paper in a folder.
    pub fn of(folder: &Path) -> Self {
        Self {
            folder: folder.to_owned(),
            known: Mutex::default(),
            published: Mutex::default(),
        }
    }

    /// Publishes a file of the paper. `None` when it cannot be read; checking has reported it then.
    pub fn publish(&self, path: &str) -> Option<Asset> {
        if !crate::story::url::stays_inside(path) {
            return None;
        }
        if let Some(known) = lock(&self.known).get(path) {
            return known.clone();
        }
        let asset = self.read(path);
        lock(&self.known).insert(path.to_owned(), asset.clone());
        asset
    }

    fn read(&self, path: &str) -> Option<Asset> {
        let file = self.folder.join(path);
        if leads_out(&self.folder, &file) {
            return None;
        }
        let bytes = fs::read(&file).ok()?;
        let size = imagesize::blob_size(&bytes).ok().and_then(|size| {
            Some((
                u32::try_from(size.width).ok()?,
                u32::try_from(size.height).ok()?,
            ))
        });
        let address = address(path, &bytes);
        lock(&self.published).insert(address.clone(), Origin::File(file));
        Some(Asset { address, size })
    }

    /// Publishes bytes of the press's own under a name.
    pub fn publish_bytes(&self, name: &str, bytes: Vec<u8>) -> String {
        let address = address(name, &bytes);
        lock(&self.published).insert(address.clone(), Origin::Bytes(bytes));
        address
    }

    /// Writes every published file below a folder.
    ///
    /// # Errors
    /// A file cannot be read or written.
    pub fn write(&self, out: &Path) -> io::Result<()> {
        fs::create_dir_all(out.join("assets"))?;
        for (address, origin) in lock(&self.published).iter() {
            let target = out.join(address);
            match origin {
                Origin::File(file) => fs::copy(file, target).map(|_| ())?,
                Origin::Bytes(bytes) => fs::write(target, bytes)?,
            }
        }
        Ok(())
    }
}

/// A lock is poisoned only by a panic, which ends the printing anyway.
fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex
        .lock()
        .unwrap_or_else(std::sync::PoisonError::into_inner)
}

/// As much of a file's name as its address keeps; a name in another script grows when it is put into ASCII letters.
const LONGEST_STEM: usize = 60;

/// The address of a file, from its name and content.
fn address(path: &str, bytes: &[u8]) -> String {
    let name = path.rsplit('/').next().unwrap_or(path);
    let (stem, extension) = name.rsplit_once('.').unwrap_or((name, "bin"));
    let mut stem = slug::slugify(stem);
    stem.truncate(LONGEST_STEM);
    let hash = blake3::hash(bytes).to_hex();
    format!(
        "assets/{stem}-{}.{}",
        &hash[..12],
        extension.to_ascii_lowercase()
    )
}

#[cfg(test)]
mod tests {
    use super::address;

    #[test]
    fn a_name_follows_the_content() {
        assert_eq!(
            address("pictures/Old Quay.JPG", b"a"),
            address("x/old quay.jpg", b"a")
        );
        assert_ne!(address("quay.jpg", b"a"), address("quay.jpg", b"b"));
    }
}
