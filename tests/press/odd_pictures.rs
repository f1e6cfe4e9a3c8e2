//! However oddly a picture's file is written, what is published shows what browsers see in it, or the check refuses it;
//! and what the darkroom has not developed is nowhere in what is published.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use image::RgbImage;
use jpeg_encoder::{ColorType, Encoder};
use moxcms::ColorProfile;
use serde_json::{Value, json};

use crate::odd_files::{refused, scene, shown};
use crate::page::pages;
use crate::support::{Newsroom, files, story};

/// A paper with one story, of such blocks, and files.
fn newsroom(blocks: &Value, pictures: &[(String, Vec<u8>)]) -> Newsroom {
    let mut content = story("The quay");
    content["body"] = blocks.clone();
    let newsroom = Newsroom::new().story("quay", &content);
    for (name, bytes) in pictures {
        fs::write(newsroom.path("paper").join(name), bytes).unwrap();
    }
    newsroom
}

fn each_in_a_block(pictures: &[(String, Vec<u8>)]) -> Value {
    let block =
        |(name, _): &(String, Vec<u8>)| json!({ "picture": { "source": name, "alt": name } });
    pictures.iter().map(block).collect()
}

/// Red, green and blue of a published file.
fn decoded(bytes: &[u8]) -> RgbImage {
    if !bytes.starts_with(&[0xff, 0xd8]) {
        return image::load_from_memory(bytes).unwrap().into_rgb8();
    }
    let mut rows = mozjpeg::Decompress::new_mem(bytes).unwrap().rgb().unwrap();
    let (width, height) = (rows.width() as u32, rows.height() as u32);
    RgbImage::from_raw(width, height, rows.read_scanlines().unwrap()).unwrap()
}

/// How far two pictures are from each other: the mean of each colour's difference, the largest of the three.
fn distance(one: &RgbImage, other: &RgbImage) -> f32 {
    assert_eq!(one.dimensions(), other.dimensions());
    let mut sums = [0_u64; 3];
    for (one, other) in one.pixels().zip(other.pixels()) {
        for (sum, (one, other)) in sums.iter_mut().zip(one.0.into_iter().zip(other.0)) {
            *sum += u64::from(one.abs_diff(other));
        }
    }
    let pixels = one.pixels().len() as f32;
    sums.map(|sum| sum as f32 / pixels)
        .into_iter()
        .fold(0.0, f32::max)
}

/// The files that were published of a picture, by name.
fn published(newsroom: &Newsroom, name: &str) -> BTreeMap<String, Vec<u8>> {
    let (stem, _) = name.rsplit_once('.').unwrap();
    let begin = format!("assets/{stem}-");
    let mut files = files(&newsroom.path("printed"));
    // `quay-apart-odd-420` begins as `quay-apart` does: what follows the name is a hash.
    let digits =
        |rest: &str| rest.len() > 12 && rest[..12].bytes().all(|one| one.is_ascii_hexdigit());
    files.retain(|name, _| name.strip_prefix(&begin).is_some_and(digits));
    files
}

#[test]
fn every_jpeg_that_browsers_show_keeps_its_colours() {
    let mut pictures = shown();
    pictures.retain(|(name, _)| name.ends_with(".jpg") && name != "quay-grey.jpg");
    let newsroom = newsroom(&each_in_a_block(&pictures), &pictures);
    let run = newsroom.build(&[]);
    assert_eq!(run.code, 0, "{}{}", run.out, run.err);
    let mut wrong = Vec::new();
    for (name, _) in &pictures {
        let published = published(&newsroom, name);
        assert!(
            published.keys().any(|file| file.ends_with(".jpg")),
            "{name}: {:?}",
            published.keys()
        );
        for (file, bytes) in published {
            // As it is, one with colours of its own order is for browsers alone, and seen by their tests.
            let picture = decoded(&bytes);
            let (width, height) = picture.dimensions();
            let distance = distance(&picture, &scene(width, height));
            // In a picture of few pixels the colours change so much that halved ones are coarse.
            if distance > if width < 64 || height < 48 { 16.0 } else { 6.0 } {
                wrong.push((file, distance));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn a_photograph_of_inks_is_published_in_red_green_and_blue() {
    let mut pictures = shown();
    pictures.retain(|(name, _)| name.starts_with("quay-print"));
    assert_eq!(pictures.len(), 3);
    let newsroom = newsroom(&each_in_a_block(&pictures), &pictures);
    assert_eq!(newsroom.build(&[]).code, 0);
    for (name, bytes) in files(&newsroom.path("printed/assets")) {
        if name.ends_with(".jpg") {
            let components = mozjpeg::Decompress::new_mem(&bytes)
                .unwrap()
                .components()
                .len();
            assert_eq!(components, 3, "{name}");
        }
    }
}

#[test]
fn a_jpeg_is_published_without_a_byte_that_its_picture_is_not_drawn_of() {
    let mut plain = Vec::new();
    let scene = scene(64, 48);
    let encoder = Encoder::new(&mut plain, 95);
    encoder
        .encode(scene.as_raw(), 64, 48, ColorType::Rgb)
        .unwrap();
    let thumbnail = [
        b"\xff\xe0\0\x16JFIF\0\x01\x02\0\0\x01\0\x01\x01\x02".as_slice(),
        b"at hom",
    ]
    .concat();
    let notes = [
        b"\xff\xe0\0\x10JFXX\0 at home ".as_slice(),
        b"\xff\xee\0\x15Adobe\0\x64\0\0\0\0\x01at home",
        b"\xff\xf3\0\x09at home\xff\xec\0\x09at home",
        b"junk at home",
    ];
    let told = [
        &plain[..2],
        &thumbnail,
        &notes.concat(),
        &plain[20..],
        b"at home",
    ]
    .concat();
    let pictures = [("quay.jpg".to_owned(), told)];
    let newsroom = newsroom(&each_in_a_block(&pictures), &pictures);
    let run = newsroom.build(&[]);
    assert_eq!(run.code, 0, "{}{}", run.out, run.err);
    let published = published(&newsroom, "quay.jpg");
    assert!(!published.is_empty());
    for (name, bytes) in published {
        assert!(!bytes.windows(6).any(|part| part == b"at hom"), "{name}");
    }
}

#[test]
fn a_jpeg_that_browsers_do_not_show_is_refused_with_the_reason() {
    let (pictures, reasons): (Vec<_>, Vec<_>) = refused().into_iter().unzip();
    let newsroom = newsroom(&each_in_a_block(&pictures), &pictures);
    let run = newsroom.build(&[]);
    assert_eq!(run.code, 1);
    for ((name, _), reason) in pictures.iter().zip(reasons) {
        let said = run
            .out
            .lines()
            .find(|line| line.contains(name) && line.starts_with("error"));
        assert!(
            said.is_some_and(|said| said.contains(reason)),
            "{name}: {said:?} in {}",
            run.out
        );
        assert!(published(&newsroom, name).is_empty(), "{name}");
    }
}

#[test]
fn a_grey_photograph_with_a_profile_of_its_own_is_put_into_the_colours_of_the_web() {
    let mut bytes = Vec::new();
    let mut encoder = Encoder::new(&mut bytes, 95);
    let profile = ColorProfile::new_gray_with_gamma(1.0);
    encoder.add_icc_profile(&profile.encode().unwrap()).unwrap();
    encoder
        .encode(&[64; 64 * 48], 64, 48, ColorType::Luma)
        .unwrap();
    let pictures = [("quay.jpg".to_owned(), bytes)];
    let newsroom = newsroom(&each_in_a_block(&pictures), &pictures);
    assert_eq!(newsroom.build(&[]).code, 0);
    let published = published(&newsroom, "quay.jpg");
    let (_, narrow) = published
        .iter()
        .find(|(name, _)| name.ends_with(".webp"))
        .unwrap();
    let [red, ..] = decoded(narrow).get_pixel(9, 9).0;
    // A quarter of the light is 137 on the web (IEC 61966-2-1).
    assert!(red.abs_diff(137) < 4, "{red}");
}

/// Words that stand in every refused file.
const PLACE: &[u8] = b"GPS 59.33 N 18.06 E";

/// Files of other kinds, under names of pictures.
fn of_other_kinds() -> Vec<(String, Vec<u8>)> {
    let heads: [(&str, &[u8]); 7] = [
        ("scan.tif", b"II*\0\x08\0\0\0\0\0\0\0\0\0\0\0"),
        ("telephone.heic", b"\0\0\0\x18ftypheic\0\0\0\0mif1heic"),
        ("telephone.jpg", b"\0\0\0\x18ftypmif1\0\0\0\0miafheic"),
        ("notes.png", b"Nothing but words of some length. "),
        ("working.psd", b"8BPS\0\x01\0\0\0\0\0\0\0\0\0\0"),
        ("film.jpg", b"\0\0\0\x18ftypisom\0\0\x02\0isommp42"),
        ("new.jxl", b"\xff\x0a\0\0\0\0\0\0\0\0\0\0\0\0\0\0"),
    ];
    let file = |(name, head): (&str, &[u8])| (name.to_owned(), [head, PLACE].concat());
    heads.map(file).into()
}

fn says_the_place(folder: &Path) -> Vec<String> {
    let mut all = files(folder);
    all.retain(|_, bytes| bytes.windows(PLACE.len()).any(|part| part == PLACE));
    all.into_keys().collect()
}

#[test]
fn a_picture_of_another_kind_is_published_nowhere_however_the_paper_names_it() {
    for (name, bytes) in of_other_kinds() {
        let picture = json!({ "source": name, "alt": "The quay" });
        let wide = json!({ "source": "good.png", "alt": "", "sources": [{ "source": name, "width": 300 }] });
        let mut content = story("The quay");
        content["lead_picture"] = picture.clone();
        content["bylines"] = json!([{ "name": "Ada", "picture": picture }]);
        content["body"] = json!([
            { "picture": picture },
            { "picture": wide },
            { "gallery": { "pictures": [picture, { "source": "good.png", "alt": "" }] } },
            { "gallery": { "pictures": [picture] } },
            { "video": { "source": "quay.mp4", "title": "The quay", "poster": name } },
        ]);
        let paper = json!({
            "name": "The Quay", "language": "en", "base_url": "https://example.org/",
            "sections": [{ "slug": "city", "name": "City" }],
            "icon": name,
            "publisher": { "logo": name },
            "authors": [{ "name": "Ada", "picture": picture }],
            "share_pictures": true,
        });
        let newsroom = Newsroom::new().paper(&paper).story("quay", &content);
        let put =
            |file: &str, bytes: &[u8]| fs::write(newsroom.path("paper").join(file), bytes).unwrap();
        put(&name, &bytes);
        put("quay.mp4", b"\0\0\0\x18ftypisom\0\0\x02\0isommp42 the film");
        let mut good = std::io::Cursor::new(Vec::new());
        scene(64, 48)
            .write_to(&mut good, image::ImageFormat::Png)
            .unwrap();
        put("good.png", good.get_ref());
        let run = newsroom.build(&[]);
        assert_eq!(run.code, 1, "{name}: {}{}", run.out, run.err);
        for place in [
            "lead_picture.source",
            "bylines[0].picture.source",
            "body[0].picture.source",
            "body[1].picture.sources[0].source",
            "body[2].gallery.pictures[0].source",
            "body[4].video.poster",
            "publisher.logo",
            "authors[0].picture.source",
            " icon",
        ] {
            assert!(run.out.contains(place), "{name}: {place} in {}", run.out);
        }
        assert_eq!(says_the_place(&newsroom.path("printed")), [""; 0], "{name}");
        let stem = name.split('.').next().unwrap();
        for (file, bytes) in files(&newsroom.path("printed")) {
            let asset = format!("assets/{stem}-");
            let names = bytes
                .windows(asset.len())
                .any(|part| part == asset.as_bytes());
            assert!(!names && !file.starts_with(&asset), "{name}: {file}");
        }
        let mut pages = pages(&newsroom.path("printed"));
        let page = pages
            .iter()
            .position(|page| page.file == "stories/quay/index.html");
        let page = pages.swap_remove(page.unwrap());
        // The picture, and the gallery of nothing else.
        assert_eq!(page.all(".gap").len(), 2, "{name}");
        assert_eq!(page.all(".body img").len(), 2, "{name}");
        assert!(page.all(".lead-picture").is_empty(), "{name}");
    }
}

#[test]
fn a_picture_where_a_sound_belongs_is_reported_and_not_published() {
    for (name, bytes) in of_other_kinds() {
        if name == "notes.png" || name == "film.jpg" {
            continue;
        }
        let blocks = json!(["Words.", { "audio": { "source": name } }]);
        let newsroom = newsroom(&blocks, &[(name.clone(), bytes)]);
        let run = newsroom.build(&[]);
        assert_eq!(run.code, 1, "{name}");
        assert!(
            run.out.contains("body[1].audio.source"),
            "{name}: {}",
            run.out
        );
        assert_eq!(says_the_place(&newsroom.path("printed")), [""; 0], "{name}");
    }
}

#[test]
fn a_page_or_a_source_where_a_sound_belongs_is_reported_and_not_published() {
    for name in ["page.html", "paper.json", "drawing.svgz", "notes"] {
        let blocks = json!(["Words.", { "audio": { "source": name } }]);
        let files: &[(String, Vec<u8>)] = match name {
            "paper.json" => &[],
            name => &[(name.to_owned(), b"<script>alert(1)</script>".to_vec())],
        };
        let newsroom = newsroom(&blocks, files);
        let run = newsroom.build(&[]);
        assert_eq!(run.code, 1, "{name}");
        assert!(run.out.contains("body[1].audio.source"), "{}", run.out);
        let stem = name.split('.').next().unwrap();
        let published = crate::support::files(&newsroom.path("printed")).into_keys();
        let mut published = published.filter(|file| file.starts_with(&format!("assets/{stem}")));
        assert_eq!(published.next(), None, "{name}");
    }
}

#[test]
fn who_names_a_photograph_of_a_telephone_is_told_how_to_convert_it() {
    let mut pictures = of_other_kinds();
    pictures.retain(|(name, _)| name.starts_with("telephone"));
    let newsroom = newsroom(&each_in_a_block(&pictures), &pictures);
    let run = newsroom.build(&[]);
    assert_eq!(
        run.out.matches("is a HEIC photograph").count(),
        2,
        "{}",
        run.out
    );
    assert_eq!(run.out.matches("heif-convert").count(), 2, "{}", run.out);
}
