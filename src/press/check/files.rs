//! Looks at the files that a paper names: do they exist, do they lie in its folder, are pictures pictures?
//!
//! Entry points: [`Files::picture`] and [`Files::file`]. Every file is looked at once, however many stories name it.

use std::collections::HashMap;
use std::io::{BufRead, BufReader, Seek};
use std::path::{Path, PathBuf};
use std::sync::{PoisonError, RwLock};

use imagesize::{Compression, ImageType};

use super::wording::{quoted, suggestion};
use super::{Fault, element};
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
    pictures: RwLock<HashMap<String, Result<Size, Problem>>>,
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
        self.picture_file(&picture.source, file, &path.with("source"), faults)
    }

    /// Checks the file of a picture; its size, when it is in order.
    pub(in crate::press) fn picture_file(
        &self,
        source: &str,
        file: &str,
        path: &JsonPath,
        faults: &mut Vec<Fault>,
    ) -> Option<Size> {
        let known = self
            .pictures
            .read()
            .unwrap_or_else(PoisonError::into_inner)
            .get(source)
            .cloned();
        let looked_at = known.unwrap_or_else(|| {
            let size = self
                .inside(source)
                .and_then(|place| measure(&place, source));
            self.pictures
                .write()
                .unwrap_or_else(PoisonError::into_inner)
                .insert(source.to_owned(), size.clone());
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

    /// Checks a file that is no picture.
    pub(in crate::press) fn file(
        &self,
        source: &str,
        file: &str,
        path: &JsonPath,
        faults: &mut Vec<Fault>,
    ) {
        if let Err(problem) = self.inside(source) {
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
            _ => Ok(place),
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

/// The size of a picture that browsers show.
fn measure(place: &Path, source: &str) -> Result<Size, Problem> {
    let shown = quoted(source);
    let open = std::fs::File::open(place).map_err(|error| {
        let message = format!("{shown} cannot be read: {error}");
        ("unreadable", message, "check who may read it".to_owned())
    })?;
    let no_picture = |message: String| {
        let help = "use a picture that browsers show: JPEG, PNG, GIF, WebP or AVIF";
        ("not-a-picture", message, help.to_owned())
    };
    match kind_and_size(&mut BufReader::new(open)) {
        Ok((true, size)) => Ok(size),
        Ok((false, _)) => Err(no_picture(format!(
            "browsers do not show the kind of picture that {shown} is"
        ))),
        Err(_) => Err(no_picture(format!("{shown} is no picture"))),
    }
}

/// Whether browsers show it, and its size.
fn kind_and_size(
    reader: &mut (impl BufRead + Seek),
) -> Result<(bool, Size), imagesize::ImageError> {
    let kind = imagesize::reader_type(&mut *reader)?;
    let size = kind.reader_size(reader)?;
    let shown = matches!(
        kind,
        ImageType::Jpeg
            | ImageType::Png
            | ImageType::Gif
            | ImageType::Webp
            | ImageType::Heif(Compression::Av1)
    );
    let pixels = |side: usize| u32::try_from(side).unwrap_or(u32::MAX);
    Ok((shown, (pixels(size.width), pixels(size.height))))
}
