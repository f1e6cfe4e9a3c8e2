//! A picture of the paper is shown in widths and formats that the press makes, once, and says nothing beside what it shows.

use std::fs;
use std::io::Cursor;
use std::path::Path;
use std::time::SystemTime;

use image::codecs::gif::GifEncoder;
use image::codecs::png::PngEncoder;
use image::{DynamicImage, Frame, ImageEncoder, ImageFormat, Rgb, RgbImage, RgbaImage};
use moxcms::{ColorProfile, Layout, TransformOptions};
use serde_json::{Value, json};

use crate::page::{Page, pages};
use crate::support::{Newsroom, Run, differences, files, sample, story};

/// A paper with one story, which opens with a picture and shows it again in its body.
fn newsroom(file: &str, bytes: &[u8]) -> Newsroom {
    let mut content = story("The quay");
    content["lead_picture"] = json!({ "source": file, "alt": "The quay" });
    content["body"] =
        json!(["The quay.", { "picture": { "source": file, "alt": "The quay again" } }]);
    let newsroom = Newsroom::new().story("quay", &content);
    put(&newsroom, file, bytes);
    newsroom
}

fn put(newsroom: &Newsroom, file: &str, bytes: &[u8]) {
    let file = newsroom.path("paper").join(file);
    fs::create_dir_all(file.parent().unwrap()).unwrap();
    fs::write(file, bytes).unwrap();
}

fn printed(newsroom: &Newsroom) -> Page {
    let run = newsroom.build(&[]);
    assert_eq!(run.code, 0, "{}{}", run.out, run.err);
    the_story(newsroom)
}

fn the_story(newsroom: &Newsroom) -> Page {
    let mut pages = pages(&newsroom.path("printed"));
    let place = pages
        .iter()
        .position(|page| page.file == "stories/quay/index.html");
    pages.swap_remove(place.unwrap())
}

/// The published files whose names begin with `quay-`, by name.
fn published(newsroom: &Newsroom) -> Vec<(String, Vec<u8>)> {
    let files = files(&newsroom.path("printed")).into_iter();
    files
        .filter(|(name, _)| name.starts_with("assets/quay-"))
        .collect()
}

/// A picture of many colours.
fn photograph(width: u32, height: u32) -> RgbImage {
    RgbImage::from_fn(width, height, |x, y| {
        let wave = |length: f32| {
            ((x as f32 / length).sin() * (y as f32 / length).cos() * 90.0 + 128.0) as u8
        };
        Rgb([wave(37.0), wave(23.0), (x * 255 / width) as u8])
    })
}

fn encoded(picture: impl Into<DynamicImage>, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    picture.into().write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

fn jpeg(width: u32, height: u32) -> Vec<u8> {
    let mut bytes = Vec::new();
    let side = |side: u32| u16::try_from(side).unwrap();
    jpeg_encoder::Encoder::new(&mut bytes, 75)
        .encode(
            photograph(width, height).as_raw(),
            side(width),
            side(height),
            jpeg_encoder::ColorType::Rgb,
        )
        .unwrap();
    bytes
}

/// Puts a part behind the first two bytes of a JPEG.
fn with_part(jpeg: &[u8], marker: u8, content: &[u8]) -> Vec<u8> {
    let length = u16::try_from(content.len() + 2).unwrap().to_be_bytes();
    [&jpeg[..2], &[0xff, marker], &length, content, &jpeg[2..]].concat()
}

/// Exif that says how the camera was held (TIFF 6.0: tag 0x0112), and something about the place.
fn exif(orientation: u8) -> Vec<u8> {
    let entry = [0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0];
    [
        b"Exif\0\0MM\0\x2a\0\0\0\x08\0\x01".as_slice(),
        &entry,
        &[0; 4],
        b"GPS 52.1 N",
    ]
    .concat()
}

fn holds(bytes: &[u8], words: &[u8]) -> bool {
    bytes.windows(words.len()).any(|part| part == words)
}

/// Width and height of a file.
fn size(bytes: &[u8]) -> (usize, usize) {
    let size = imagesize::blob_size(bytes).unwrap();
    (size.width, size.height)
}

/// The widths that a page offers of its first picture, each as it is said and as the file has it.
fn widths(newsroom: &Newsroom, page: &Page) -> Vec<(usize, usize)> {
    let files = files(&newsroom.path("printed"));
    let set = page.attribute(".lead-picture source", "srcset");
    set.split(',')
        .map(|one| {
            let (address, width) = one.split_once(' ').unwrap();
            let file = &files[address.trim_start_matches("../")];
            (width.trim_end_matches('w').parse().unwrap(), size(file).0)
        })
        .collect()
}

#[test]
fn a_photograph_is_offered_in_widths_of_webp_beside_a_jpeg() {
    let newsroom = newsroom("quay.jpg", &jpeg(2400, 1600));
    let page = printed(&newsroom);
    let widths = widths(&newsroom, &page);
    let said: Vec<usize> = widths.iter().map(|(said, _)| *said).collect();
    assert_eq!(said, [320, 640, 800, 1120, 1600, 1920]);
    assert!(widths.iter().all(|(said, real)| said == real), "{widths:?}");
    assert_eq!(page.attribute(".lead-picture source", "type"), "image/webp");
    let files = files(&newsroom.path("printed"));
    let original = &files[page
        .attribute(".lead-picture img", "src")
        .trim_start_matches("../")];
    assert!(original.starts_with(&[0xff, 0xd8]));
    assert_eq!(size(original), (1920, 1280));
    assert_eq!(page.attribute(".lead-picture img", "width"), "1920");
    assert_eq!(page.attribute(".lead-picture img", "height"), "1280");
}

#[test]
fn no_width_is_wider_than_the_picture() {
    let newsroom = newsroom("quay.png", &encoded(photograph(500, 300), ImageFormat::Png));
    let page = printed(&newsroom);
    assert_eq!(widths(&newsroom, &page), [(320, 320), (500, 500)]);
}

#[test]
fn the_picture_over_the_body_comes_first_and_those_in_it_wait() {
    let page = printed(&newsroom("quay.jpg", &jpeg(700, 400)));
    let pictures = page.all("img");
    let attributes = |place: usize| {
        let picture = pictures[place].value();
        [
            picture.attr("fetchpriority"),
            picture.attr("loading"),
            picture.attr("decoding"),
        ]
    };
    assert_eq!(attributes(0), [Some("high"), None, None]);
    assert_eq!(attributes(1), [None, Some("lazy"), Some("async")]);
}

/// When each file that is kept for the next build was written.
fn kept(newsroom: &Newsroom) -> Vec<(String, SystemTime)> {
    let folder = newsroom.path("paper/.newsprint-cache");
    let names = files(&folder)
        .into_keys()
        .filter(|name| !name.ends_with(".json"));
    names
        .map(|name| {
            let written = fs::metadata(folder.join(&name)).unwrap().modified();
            (name, written.unwrap())
        })
        .collect()
}

/// Prints into a folder of its own.
fn build_into(newsroom: &Newsroom, out: &str) -> Run {
    crate::support::newsprint([
        "build".as_ref(),
        newsroom.path("paper").as_os_str(),
        "--out".as_ref(),
        newsroom.path(out).as_os_str(),
    ])
}

#[test]
fn a_second_build_makes_no_picture_again() {
    let newsroom = newsroom("quay.jpg", &jpeg(700, 400));
    let first = build_into(&newsroom, "first");
    assert!(
        first.out.contains("Developed 1 of 1 pictures"),
        "{}",
        first.out
    );
    let before = kept(&newsroom);
    assert!(before.len() > 2);
    let second = build_into(&newsroom, "second");
    assert!(!second.out.contains("Developed"), "{}", second.out);
    assert_eq!(kept(&newsroom), before);
    assert_eq!(
        differences(&newsroom.path("first"), &newsroom.path("second")),
        [""; 0]
    );
}

#[test]
fn what_was_kept_and_is_spoilt_is_made_again() {
    let newsroom = newsroom("quay.jpg", &jpeg(700, 400));
    build_into(&newsroom, "first");
    for (name, _) in kept(&newsroom) {
        fs::write(newsroom.path("paper/.newsprint-cache").join(name), "").unwrap();
    }
    let second = build_into(&newsroom, "second");
    assert!(second.out.contains("Developed 1 of 1"), "{}", second.out);
    assert_eq!(
        differences(&newsroom.path("first"), &newsroom.path("second")),
        [""; 0]
    );
}

#[test]
fn a_paper_that_cannot_be_written_to_is_printed_the_same_and_told() {
    let newsroom = newsroom("quay.jpg", &jpeg(700, 400));
    build_into(&newsroom, "first");
    let folder = newsroom.path("paper/.newsprint-cache");
    fs::remove_dir_all(&folder).unwrap();
    fs::write(&folder, "no folder").unwrap();
    let second = build_into(&newsroom, "second");
    assert_eq!(second.code, 0);
    assert!(
        second.err.contains("is made anew by every build"),
        "{}",
        second.err
    );
    assert_eq!(
        differences(&newsroom.path("first"), &newsroom.path("second")),
        [""; 0]
    );
}

#[test]
fn a_paper_without_pictures_gets_no_folder_for_them() {
    let newsroom = Newsroom::new().story("a", &story("Words alone"));
    assert_eq!(newsroom.build(&[]).code, 0);
    assert!(!newsroom.path("paper/.newsprint-cache").exists());
}

#[test]
fn a_photograph_taken_with_the_camera_on_its_side_stands_upright() {
    let newsroom = newsroom("quay.jpg", &with_part(&jpeg(600, 400), 0xe1, &exif(6)));
    let page = printed(&newsroom);
    assert_eq!(page.attribute(".lead-picture img", "width"), "400");
    assert_eq!(page.attribute(".lead-picture img", "height"), "600");
    assert_eq!(widths(&newsroom, &page), [(320, 320), (400, 400)]);
    for (name, bytes) in published(&newsroom) {
        assert!(!holds(&bytes, b"GPS") && !holds(&bytes, b"Exif"), "{name}");
        assert_eq!(size(&bytes).0 * 3, size(&bytes).1 * 2, "{name}");
    }
}

#[test]
fn a_photograph_loses_what_it_says_of_its_place_and_none_of_its_pixels() {
    let plain = jpeg(600, 400);
    let told = with_part(&plain, 0xfe, b"at home");
    let told = with_part(&told, 0xed, b"Photoshop 3.0\0IPTC at home");
    let told = with_part(&told, 0xe1, &exif(1));
    let newsroom = newsroom(
        "quay.jpg",
        &[told, b"a film with its place".to_vec()].concat(),
    );
    printed(&newsroom);
    let files = published(&newsroom);
    let (_, original) = files
        .iter()
        .find(|(name, _)| name.ends_with(".jpg"))
        .unwrap();
    assert_eq!(*original, plain);
}

#[test]
fn png_and_webp_lose_what_they_say_too() {
    let png = encoded(photograph(400, 300), ImageFormat::Png);
    let mut text = b"tEXtComment\0at home".to_vec();
    let length = u32::try_from(text.len() - 4).unwrap().to_be_bytes();
    // Nobody looks at the sum of a part that is taken out.
    text.extend([0; 4]);
    let told = [&png[..33], &length, &text, &png[33..]].concat();
    let newsroom = newsroom("quay.png", &told);
    printed(&newsroom);
    let files = published(&newsroom);
    let (_, original) = files
        .iter()
        .find(|(name, _)| name.ends_with(".png"))
        .unwrap();
    assert_eq!(*original, png);
}

#[test]
fn a_webp_has_a_jpeg_beside_it_for_those_who_do_not_read_it() {
    let newsroom = newsroom(
        "quay.webp",
        &encoded(photograph(700, 400), ImageFormat::WebP),
    );
    let page = printed(&newsroom);
    assert!(page.attribute(".lead-picture img", "src").ends_with(".jpg"));
    assert_eq!(widths(&newsroom, &page), [(320, 320), (700, 700)]);
}

#[test]
fn a_picture_that_moves_goes_on_moving_and_says_nothing_else() {
    let mut bytes = Vec::new();
    let mut encoder = GifEncoder::new(&mut bytes);
    for shade in [0, 120, 250] {
        let frame = RgbaImage::from_pixel(40, 30, image::Rgba([shade, 9, 9, 255]));
        encoder.encode_frame(Frame::new(frame)).unwrap();
    }
    drop(encoder);
    let end = bytes.len() - 1;
    let told = [&bytes[..end], b"\x21\xfe\x07at home\0", &bytes[end..]].concat();
    let newsroom = newsroom("quay.gif", &told);
    let page = printed(&newsroom);
    assert!(page.all("picture").is_empty());
    let files = published(&newsroom);
    assert_eq!(files.len(), 1);
    assert_eq!(files[0].1, bytes);
}

#[test]
fn a_picture_of_shapes_is_published_without_anything_that_acts() {
    let svg = r##"<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="120" height="80" onload="alert(1)">
        <script>alert(2)</script><style>@import url(https://evil.example/a.css);</style>
        <image xlink:href="https://evil.example/a.png" width="9" height="9"/>
        <a xlink:href="javascript:alert(3)"><rect width="60" height="40" fill="#8a2a1c"/></a>
        <foreignObject><iframe src="https://evil.example/"/></foreignObject>
        <text x="4" y="60" font-size="20">Quay</text></svg>"##;
    let newsroom = newsroom("quay.svg", svg.as_bytes());
    let page = printed(&newsroom);
    assert_eq!(page.attribute(".lead-picture img", "width"), "120");
    let files = published(&newsroom);
    let published = String::from_utf8(files[0].1.clone()).unwrap();
    for acting in [
        "script", "alert", "evil", "import", "foreign", "onload", "<image", "<text",
    ] {
        assert!(!published.contains(acting), "{acting}: {published}");
    }
    assert!(published.contains("8a2a1c"), "{published}");
    // The rectangle, and the word as an outline.
    assert!(published.matches("<path").count() >= 2, "{published}");
}

#[test]
fn colours_of_another_profile_are_put_into_those_of_the_web() {
    let colour = [200, 90, 60];
    let profile = ColorProfile::new_display_p3();
    let mut bytes = Vec::new();
    let mut encoder = PngEncoder::new(&mut bytes);
    encoder.set_icc_profile(profile.encode().unwrap()).unwrap();
    let picture = RgbImage::from_pixel(400, 300, Rgb(colour));
    encoder
        .write_image(&picture, 400, 300, image::ExtendedColorType::Rgb8)
        .unwrap();
    let transform = profile
        .create_transform_8bit(
            Layout::Rgb,
            &ColorProfile::new_srgb(),
            Layout::Rgb,
            TransformOptions::default(),
        )
        .unwrap();
    let mut expected = [0; 3];
    transform.transform(&colour, &mut expected).unwrap();
    assert!(expected[0].abs_diff(colour[0]) > 5, "{expected:?}");

    let newsroom = newsroom("quay.png", &bytes);
    printed(&newsroom);
    let mut shown = 0;
    for (name, bytes) in published(&newsroom) {
        if name.ends_with(".webp") {
            let picture = image::load_from_memory(&bytes).unwrap().into_rgb8();
            assert_eq!(picture.get_pixel(50, 50).0, expected, "{name}");
            shown += 1;
        } else {
            assert!(holds(&bytes, b"iCCP"), "{name}");
        }
    }
    assert_eq!(shown, 2);
}

#[test]
fn a_picture_that_is_damaged_inside_is_told_with_its_place_and_left_out() {
    let mut png = encoded(photograph(400, 300), ImageFormat::Png);
    let middle = png.len() / 2;
    png[middle] ^= 0xff;
    let newsroom = newsroom("quay.png", &png);
    let run = newsroom.build(&[]);
    assert_eq!(run.code, 1, "{}{}", run.out, run.err);
    assert!(
        run.out
            .contains("error[broken-picture]: `quay.png` cannot be shown"),
        "{}",
        run.out
    );
    assert!(run.out.contains("stories/quay.json:1:"), "{}", run.out);
    assert!(the_story(&newsroom).all("img").is_empty());
    assert!(published(&newsroom).is_empty());
}

#[test]
fn films_and_sounds_are_published_as_they_come() {
    let mut content = story("A film");
    let film = b"\0\0\0\x18ftypisom\0\0\x02\0isommp42 the film".as_slice();
    content["body"] = json!([
        { "video": { "source": "quay.mp4", "title": "The quay" } },
        { "audio": { "source": "quay.m4a" } },
    ]);
    let newsroom = Newsroom::new().story("quay", &content);
    put(&newsroom, "quay.mp4", film);
    put(&newsroom, "quay.m4a", film);
    printed(&newsroom);
    let files = published(&newsroom);
    assert_eq!(files.len(), 2);
    assert!(files.iter().all(|(_, bytes)| bytes == film));
}

#[test]
fn a_picture_of_the_paper_is_never_published_as_it_came_under_another_name() {
    let told = with_part(&jpeg(300, 200), 0xe1, &exif(1));
    let newsroom = newsroom("quay.jpg", &told);
    put(&newsroom, "quay-sound.ogg", &told);
    let mut content: Value = story("Sound");
    content["body"] = json!(["A sound.", { "audio": { "source": "quay-sound.ogg" } }]);
    let newsroom = newsroom.story("sound", &content);
    newsroom.build(&[]);
    for (name, bytes) in files(&newsroom.path("printed")) {
        assert!(!holds(&bytes, b"GPS"), "{name}");
    }
    assert!(Path::new(&newsroom.path("printed")).is_dir());
}

#[cfg(unix)]
#[test]
fn whoever_serves_the_paper_may_read_what_is_made_of_a_picture() {
    use std::os::unix::fs::PermissionsExt;
    let mode = |file: &std::path::Path| file.metadata().unwrap().permissions().mode();
    let pages = mode(&sample().join("index.html"));
    for entry in fs::read_dir(sample().join("assets")).unwrap() {
        let file = entry.unwrap().path();
        assert_eq!(mode(&file), pages, "{}", file.display());
    }
}
