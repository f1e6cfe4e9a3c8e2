//! Looks at the files that a paper names: do they exist, do they lie in its folder, are pictures pictures?
//!
//! Entry points: [`Files::picture`] and [`Files::file`]. Every file is looked at once, however many stories name it.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::{PoisonError, RwLock};

use super::wording::{quoted, suggestion};
use super::{Fault, element};
use crate::press::asset::{MEDIA, is_media};
use crate::press::darkroom::{
    Foreign, MOST_BYTES, MOST_PIXELS, Unfit, Wanted, holds_picture, look,
};
use crate::press::location::printed_folder;
use crate::story::Picture;
use crate::story::url::stays_inside;
use crate::story::walk::JsonPath;

/// Width and height in pixels.
pub(in crate::press) type Size = (u32, u32);

/// What is wrong with a file: code, message, help.
type Problem = (&'static str, String, String);

/// The files of a paper.
pub(in crate::press) struct Files {
    folder: PathBuf,
    /// The folder's own path without links; `None` when the system cannot tell it.
    real: Option<PathBuf>,
    pictures: RwLock<HashMap<String, Found>>,
}

/// What looking at a picture's file found.
#[derive(Clone)]
struct Found {
    size: Result<Size, Problem>,
    /// Somebody shows it without naming other widths of it.
    widths: bool,
    /// The first place that names it.
    named: (String, JsonPath),
}

impl Files {
    pub(in crate::press) fn new(folder: &Path) -> Self {
        Self {
            folder: folder.to_owned(),
            real: folder.canonicalize().ok(),
            pictures: RwLock::default(),
        }
    }

    /// Checks a picture: its words, its file, its other widths. Its size, when its file is in order.
    pub(in crate::press) fn picture(
        &self,
        picture: &Picture,
        file: &str,
        path: &JsonPath,
        faults: &mut Vec<Fault>,
    ) -> Option<Size> {
        if picture.alt.is_none() {
            let message = "the picture has no `alt`: who cannot see it learns nothing of it";
            let fault = Fault::error("picture-without-alt", file, path.clone(), message);
            faults.push(
                fault.help(
                    "say in `alt` what it shows, or write `\"alt\": \"\"` if it only decorates",
                ),
            );
        }
        for (index, other) in picture.sources.iter().enumerate() {
            let path = element(&path.with("sources"), index);
            let size = self.picture_file(&other.source, file, &path.with("source"), faults);
            if let Some((width, _)) = size
                && width != other.width
            {
                let message = format!(
                    "`width` says {}, but the picture is {width} pixels wide",
                    other.width
                );
                faults.push(
                    Fault::warning("wrong-width", file, path.with("width"), message)
                        .help(format!("write {width}")),
                );
            }
        }
        let path = path.with("source");
        let size = self.picture_file(&picture.source, file, &path, faults);
        if picture.sources.is_empty() {
            let mut pictures = self
                .pictures
                .write()
                .unwrap_or_else(PoisonError::into_inner);
            if let Some(found) = pictures.get_mut(&picture.source) {
                found.widths = true;
            }
        }
        size
    }

    /// Checks the file of a picture; its size, when it is in order.
    pub(in crate::press) fn picture_file(
        &self,
        source: &str,
        file: &str,
        path: &JsonPath,
        faults: &mut Vec<Fault>,
    ) -> Option<Size> {
        let named = (file.to_owned(), path.clone());
        let known = {
            let mut pictures = self
                .pictures
                .write()
                .unwrap_or_else(PoisonError::into_inner);
            pictures.get_mut(source).map(|found| {
                found.named = std::cmp::min_by_key(found.named.clone(), named.clone(), place);
                found.size.clone()
            })
        };
        let looked_at = known.unwrap_or_else(|| {
            let size = self
                .inside(source)
                .and_then(|place| measure(&place, source));
            let mut pictures = self
                .pictures
                .write()
                .unwrap_or_else(PoisonError::into_inner);
            // Two cores may look at one picture at the same time.
            let found = pictures.entry(source.to_owned()).or_insert(Found {
                size: size.clone(),
                widths: false,
                named: named.clone(),
            });
            found.named = std::cmp::min_by_key(found.named.clone(), named, place);
            size
        });
        match looked_at {
            Ok(size) => Some(size),
            Err(problem) => {
                faults.push(fault(problem, file, path));
                None
            }
        }
    }

    /// The size of a picture that has been checked, when its file is in order.
    pub(in crate::press) fn size(&self, source: &str) -> Option<Size> {
        let pictures = self.pictures.read().unwrap_or_else(PoisonError::into_inner);
        pictures.get(source)?.size.clone().ok()
    }

    /// Every picture whose file is in order, by path.
    pub(in crate::press) fn pictures(self) -> Vec<Wanted> {
        let pictures = self
            .pictures
            .into_inner()
            .unwrap_or_else(PoisonError::into_inner);
        let fit = pictures.into_iter().filter(|(_, found)| found.size.is_ok());
        let mut wanted: Vec<Wanted> = fit
            .map(|(source, found)| Wanted {
                source,
                widths: found.widths,
                named: found.named,
            })
            .collect();
        wanted.sort_by(|one, other| one.source.cmp(&other.source));
        wanted
    }

    /// Checks a file that should be a sound, a film or its captions. A picture is none of them: as a file that nobody
    /// has developed it would be published with all that it says. Neither is a page, a script or a source of the paper.
    pub(in crate::press) fn file(
        &self,
        source: &str,
        file: &str,
        path: &JsonPath,
        faults: &mut Vec<Fault>,
    ) {
        let looked_at = self.inside(source).and_then(|place| {
            match holds_picture(&place).map_err(|error| unreadable(source, &error))? {
                true => Err((
                    "is-a-picture",
                    format!(
                        "{} is a picture, and stands where a sound, a film or captions belong",
                        quoted(source)
                    ),
                    "name the right file, or show the picture in a block `picture`".to_owned(),
                )),
                false if !is_media(source) => Err((
                    "no-media",
                    format!(
                        "{} does not end as sounds, films and captions do, so browsers would take it for something else",
                        quoted(source)
                    ),
                    format!("name a file that ends with one of these: {}", MEDIA.map(|ending| [".", ending].concat()).join(", ")),
                )),
                false => Ok(()),
            }
        });
        if let Err(problem) = looked_at {
            faults.push(fault(problem, file, path));
        }
    }

    /// Checks a file of text; its text, when it is in order.
    pub(in crate::press) fn text(
        &self,
        source: &str,
        file: &str,
        path: &JsonPath,
        faults: &mut Vec<Fault>,
    ) -> Option<String> {
        match self.inside(source) {
            Ok(place) => std::fs::read_to_string(place).ok(),
            Err(problem) => {
                faults.push(fault(problem, file, path));
                None
            }
        }
    }

    /// Where a file lies, when it exists inside the folder.
    fn inside(&self, source: &str) -> Result<PathBuf, Problem> {
        let outside = |message: String, help: &str| ("path-out-of-paper", message, help.to_owned());
        let shown = quoted(source);
        if source.contains("://") {
            let message = format!("{shown} is an address, not a file of the paper");
            return Err(outside(
                message,
                "put the file into the paper's folder and write its path from there",
            ));
        }
        if !stays_inside(source) {
            let message = format!("{shown} is no path inside the paper's folder");
            return Err(outside(
                message,
                "write the path from the top of the paper with `/`, without `.` and `..`: `pictures/quay.jpg`",
            ));
        }
        let place = self.folder.join(source);
        if !place.is_file() {
            let message = format!("there is no file {shown} in the paper");
            return Err(("missing-file", message, self.like(source)));
        }
        match (place.canonicalize(), &self.real) {
            (Ok(target), Some(real)) if !target.starts_with(real) => Err(outside(
                format!("{shown} is a link that leads out of the paper's folder"),
                "put the file itself in its place",
            )),
            _ => match printed_folder(&self.folder, &place) {
                Some(printed) => Err(outside(
                    format!(
                        "{shown} lies in {}, which Newsprint printed; that is no part of the paper",
                        quoted(&printed.to_string_lossy())
                    ),
                    "move the file out of the printed folder, and name its new path",
                )),
                None => Ok(place),
            },
        }
    }

    /// The help for a missing file: a file of nearly that name in the same folder.
    fn like(&self, source: &str) -> String {
        let folder = source.rsplit_once('/').map_or("", |(folder, _)| folder);
        let entries = std::fs::read_dir(self.folder.join(folder));
        let mut names: Vec<String> = entries
            .into_iter()
            .flatten()
            .filter_map(|entry| {
                let name = entry.ok()?.file_name().into_string().ok()?;
                Some(
                    format!("{folder}/{name}")
                        .trim_start_matches('/')
                        .to_owned(),
                )
            })
            .filter(|name| name != source)
            .collect();
        names.sort_unstable();
        let otherwise =
            "put the file there or correct the path, which begins at the top of the paper";
        suggestion(source, names.iter().map(String::as_str), otherwise)
    }
}

fn fault((code, message, help): Problem, file: &str, path: &JsonPath) -> Fault {
    Fault::error(code, file, path.clone(), message).help(help)
}

/// What places are put in order by.
fn place((file, path): &(String, JsonPath)) -> (String, String) {
    (file.clone(), path.to_string())
}

/// The size of a picture that browsers show.
fn measure(place: &Path, source: &str) -> Result<Size, Problem> {
    let shown = quoted(source);
    let looked_at = look(place).map_err(|error| unreadable(source, &error))?;
    let kinds = "use a picture that browsers show: JPEG, PNG, GIF, WebP, AVIF or SVG";
    let (code, message, help) = match looked_at {
        Ok(look) => return Ok(look.size),
        Err(Unfit::NoPicture) => (
            "not-a-picture",
            format!("{shown} is no picture"),
            kinds.to_owned(),
        ),
        Err(Unfit::OtherKind(foreign)) => {
            let (message, help) = of_another_kind(foreign, &shown);
            ("not-a-picture", message, help.unwrap_or(kinds).to_owned())
        }
        Err(Unfit::OtherCoding(coding)) => {
            let message = format!("browsers do not show {shown}: it is a JPEG {coding}");
            (
                "not-a-picture",
                message,
                "open it in an image program and save it as an ordinary JPEG (baseline or progressive, 8 bits a colour)".to_owned(),
            )
        }
        Err(Unfit::TooManyPixels(width, height)) => {
            let pixels = u64::from(width) * u64::from(height) / 1_000_000;
            let most = MOST_PIXELS / 1_000_000;
            let message = format!(
                "{shown} has {width} × {height} pixels, {pixels} million; the press develops up to {most} million"
            );
            (
                "picture-too-large",
                message,
                "make it smaller; pages show at most 1,920 pixels of its width".to_owned(),
            )
        }
        Err(Unfit::TooManyBytes(bytes)) => {
            let message =
                format!("{shown} has {bytes} bytes; the press reads pictures up to {MOST_BYTES}");
            (
                "picture-too-large",
                message,
                "save it with fewer pixels or lower quality".to_owned(),
            )
        }
        Err(Unfit::CutOff) => {
            let message = format!("{shown} is cut off: the file ends before its picture does");
            (
                "broken-picture",
                message,
                "copy or export it again; perhaps the disk was full, or a transfer broke off"
                    .to_owned(),
            )
        }
        Err(Unfit::Tells) => {
            let message = format!(
                "{shown} carries notes of the camera (Exif or XMP), perhaps of where it was taken, and the press cannot take them out of an AVIF"
            );
            (
                "picture-tells",
                message,
                "export it without metadata, or as JPEG, PNG or WebP, which the press cleans"
                    .to_owned(),
            )
        }
    };
    Err((code, message, help))
}

fn unreadable(source: &str, error: &std::io::Error) -> Problem {
    let message = format!("{} cannot be read: {error}", quoted(source));
    ("unreadable", message, "check who may read it".to_owned())
}

/// What is said of a file of a kind that browsers do not show, and the help where it is not what is said of all.
fn of_another_kind(foreign: Foreign, shown: &str) -> (String, Option<&'static str>) {
    let kind = match foreign {
        Foreign::Heic => "a HEIC photograph, which few browsers show",
        Foreign::Tiff => "a TIFF, which browsers do not show",
        Foreign::Raw => "a camera's raw file, which browsers do not show",
        Foreign::Photoshop => "a Photoshop document, which browsers do not show",
        Foreign::OtherJpeg => "a JPEG XL or JPEG 2000, which few browsers show",
        Foreign::Film => "a film, not a picture",
        Foreign::Other => {
            let message = format!("browsers do not show the kind of picture that {shown} is");
            return (message, None);
        }
    };
    let help = match foreign {
        Foreign::Heic => {
            "export it as JPEG (macOS: `sips -s format jpeg IN --out OUT`; elsewhere `heif-convert IN OUT`); an iPhone takes JPEG with Settings, Camera, Formats, Most Compatible"
        }
        Foreign::Film => "show it in a block `video`",
        _ => "export it as JPEG when it is a photograph, as PNG when it is a drawing",
    };
    (format!("{shown} is {kind}"), Some(help))
}
