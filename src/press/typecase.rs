//! The paper's faces as outlines, for what is drawn by the press itself: words in icons and pictures, share pictures.
//!
//! Entry points: [`files`], and [`faces`] for what draws SVG. The files are those that pages name (WOFF2), unpacked once.

use std::sync::{Arc, LazyLock};

use usvg::fontdb::{Database, FaceInfo, ID, Language, Source, Stretch, Style, Weight};

use super::style;

/// The family of headlines and texts.
pub(super) const SERIF: &str = "Newsreader";
/// The family of names and labels.
pub(super) const SANS: &str = "Libre Franklin";
/// The family of Arabic texts.
const ARABIC: &str = "Noto Naskh Arabic";

/// The files of the faces, by the names of the packed ones.
pub(super) fn files() -> &'static [(&'static str, Vec<u8>)] {
    static FILES: LazyLock<Vec<(&str, Vec<u8>)>> = LazyLock::new(|| {
        let packed = style::font_files().iter();
        // A face that could not be unpacked would be missed by every test that draws words.
        let unpacked = packed.filter_map(|(name, packed)| {
            let face = wuff::decompress_woff2(packed).ok()?;
            Some((*name, face))
        });
        unpacked.collect()
    });
    &FILES
}

/// All faces of the paper.
pub(super) fn faces() -> Arc<Database> {
    static FACES: LazyLock<Arc<Database>> = LazyLock::new(|| {
        let mut faces = Database::new();
        for (name, file) in files() {
            faces.push_face_info(described(name, file));
        }
        faces.set_serif_family(SERIF);
        faces.set_sans_serif_family(SANS);
        faces.set_monospace_family(SANS);
        faces.set_cursive_family(SERIF);
        faces.set_fantasy_family(SERIF);
        Arc::new(faces)
    });
    FACES.clone()
}

/// A face as SVG asks for it. The files themselves say no name: pages name them.
fn described(name: &str, file: &'static Vec<u8>) -> FaceInfo {
    let family = match name.split('-').next() {
        Some("franklin" | "franklin.woff2") => SANS,
        Some("naskh") => ARABIC,
        _ => SERIF,
    };
    FaceInfo {
        id: ID::dummy(),
        source: Source::Binary(Arc::new(file)),
        index: 0,
        families: vec![(family.to_owned(), Language::English_UnitedStates)],
        post_script_name: name.to_owned(),
        style: match name.contains("italic") {
            true => Style::Italic,
            false => Style::Normal,
        },
        weight: Weight::NORMAL,
        stretch: Stretch::Normal,
        monospaced: false,
    }
}
