//! Files that pages show: pictures, sounds, films, fonts, the reader. Each is published once, named by its content; the
//! files of a picture by the content they were made of.
//!
//! Entry point: [`Assets`]. A name that changes with the content may be kept by browsers for ever, and two builds
//! of the same paper name everything the same.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use super::darkroom::{self, Developed};
use super::location::{leads_out, printed_folder};
use super::store::Sheet;
use crate::story::picture::PictureSource;

/// Endings of the sounds and films that browsers play, and of captions. By its ending a host says what a file is: a page of
/// somebody's (`.html`, `.svg`) would have the rights of the paper's own, and `.json` is a source.
pub const MEDIA: [&str; 15] = [
    "aac", "flac", "m4a", "m4v", "mov", "mp3", "mp4", "oga", "ogg", "ogv", "opus", "vtt", "wav",
    "weba", "webm",
];

/// Whether a file is named as a sound, a film or captions are.
pub fn is_media(path: &str) -> bool {
    let ending = Path::new(path)
        .extension()
        .and_then(|ending| ending.to_str());
    ending.is_some_and(|ending| MEDIA.iter().any(|known| known.eq_ignore_ascii_case(ending)))
}

/// Where a published file's bytes come from.
#[derive(Clone, Debug)]
enum Origin {
    File(PathBuf),
    Bytes(Vec<u8>),
}

/// A published file.
#[derive(Clone, Debug, PartialEq)]
pub struct Asset {
    /// Its address from the top of the paper: `assets/quay-1a2b3c4d5e6f.jpg`.
    pub address: String,
    /// Width and height in pixels, of a picture.
    pub size: Option<(u32, u32)>,
    /// The same picture in other widths.
    pub widths: Vec<PictureSource>,
}

/// The files that the pages of one printing show.
pub struct Assets {
    folder: PathBuf,
    pictures: BTreeMap<String, Developed>,
    known: Mutex<BTreeMap<String, Option<Asset>>>,
    published: Mutex<BTreeMap<String, Origin>>,
}

impl Assets {
    /// The assets of the paper in a folder, with its pictures.
    pub fn of(folder: &Path, pictures: BTreeMap<String, Developed>) -> Self {
        Self {
            folder: folder.to_owned(),
            pictures,
            known: Mutex::default(),
            published: Mutex::default(),
        }
    }

    /// Publishes a sound, a film or its captions. `None` when it cannot be read, or is something else; checking has
    /// reported it then.
    pub fn publish_file(&self, path: &str) -> Option<Asset> {
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
        if !is_media(path)
            || leads_out(&self.folder, &file)
            || printed_folder(&self.folder, &file).is_some()
        {
            return None;
        }
        let bytes = fs::read(&file).ok()?;
        // A picture that does not come out of the darkroom may say where it was taken.
        if darkroom::is_picture(&bytes) {
            return None;
        }
        let address = address(path, &bytes);
        lock(&self.published).insert(address.clone(), Origin::File(file));
        Some(Asset {
            address,
            size: None,
            widths: Vec::new(),
        })
    }

    /// Publishes a picture of the paper in every width. `None` when the darkroom has not made its files, which has been
    /// reported then: nothing else is ever published as a picture.
    pub fn publish_picture(&self, path: &str) -> Option<Asset> {
        let developed = self.pictures.get(path)?;
        let mut asset = self.publish_sheet(path, developed, &developed.original);
        let widths = developed.widths.iter().map(|sheet| PictureSource {
            source: self.publish_sheet(path, developed, sheet).address,
            width: sheet.width,
        });
        asset.widths = widths.collect();
        Some(asset)
    }

    /// Publishes the file of a picture that everybody can show, without its other widths.
    pub fn publish_one_width(&self, path: &str) -> Option<Asset> {
        let developed = self.pictures.get(path)?;
        Some(self.publish_sheet(path, developed, &developed.original))
    }

    /// Whether the darkroom has made the files of a picture.
    pub fn has_picture(&self, path: &str) -> bool {
        self.pictures.contains_key(path)
    }

    /// Publishes one file of a picture. All have the picture's hash in common, which compresses well in pages.
    fn publish_sheet(&self, path: &str, developed: &Developed, sheet: &Sheet) -> Asset {
        let (stem, hash) = (stem(path), &developed.key[..HASH]);
        let ending = &sheet.ending;
        let address = match *sheet == developed.original {
            true => format!("assets/{stem}-{hash}.{ending}"),
            false => format!("assets/{stem}-{hash}-{}.{ending}", sheet.width),
        };
        lock(&self.published).insert(address.clone(), Origin::File(sheet.file.clone()));
        Asset {
            address,
            size: Some((sheet.width, sheet.height)),
            widths: Vec::new(),
        }
    }

    /// What the published name of a picture ends with; `None` when it is not shown.
    pub fn ending(&self, path: &str) -> Option<&str> {
        let developed = self.pictures.get(path)?;
        Some(&developed.original.ending)
    }

    /// Publishes a file that the press made, under a name; its key says what it was made of.
    pub fn publish_made(&self, name: &str, key: &str, sheet: &Sheet) -> String {
        let address = format!("assets/{name}-{}.{}", &key[..HASH], sheet.ending);
        lock(&self.published).insert(address.clone(), Origin::File(sheet.file.clone()));
        address
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
                // Not `fs::copy`: a picture that only its owner may read is for everybody once it is published.
                Origin::File(file) => {
                    io::copy(&mut File::open(file)?, &mut File::create(target)?)?;
                }
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

/// How many digits of a hash an address has.
const HASH: usize = 12;

/// What the address of a file begins with, from its name.
fn stem(path: &str) -> String {
    let name = path.rsplit('/').next().unwrap_or(path);
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let mut stem = slug::slugify(stem);
    stem.truncate(LONGEST_STEM);
    stem
}

/// The address of a file, from its name and content.
fn address(path: &str, bytes: &[u8]) -> String {
    let name = path.rsplit('/').next().unwrap_or(path);
    let extension = name
        .rsplit_once('.')
        .map_or("bin", |(_, extension)| extension);
    let hash = blake3::hash(bytes).to_hex();
    format!(
        "assets/{}-{}.{}",
        stem(path),
        &hash[..HASH],
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
