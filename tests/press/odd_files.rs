//! Pictures of one scene, written in every way that programs write them, and in some that they should not.
//!
//! Entry points: [`shown`], what browsers show, and [`refused`], what none does. The tests in the browser use them, too.

use std::io::Write;

use flate2::Compression;
use flate2::write::ZlibEncoder;
use image::codecs::gif::GifEncoder;
use image::{ExtendedColorType, Rgb, RgbImage, RgbaImage};
use jpeg_encoder::{ColorType, Encoder, SamplingFactor};

/// A file, by the name it is given.
pub(crate) type File = (String, Vec<u8>);

/// What every file shows: colours that change little from pixel to pixel.
pub(crate) fn scene(width: u32, height: u32) -> RgbImage {
    let part = |at: u32, of: u32| at as f32 / of.max(2) as f32;
    RgbImage::from_fn(width, height, |x, y| {
        let (x, y) = (part(x, width), part(y, height));
        Rgb([
            40.0 + 180.0 * x,
            200.0 - 150.0 * y,
            90.0 + 60.0 * x + 60.0 * y,
        ]
        .map(|one| one as u8))
    })
}

/// Sides of the scene, in files whose size does not matter.
const SIDES: (u32, u32) = (64, 48);

/// Every file that browsers show.
pub(crate) fn shown() -> Vec<File> {
    let files = [jpegs(), pngs(), gifs(), webps()].into_iter().flatten();
    files
        .map(|(name, bytes)| (format!("quay-{name}"), bytes))
        .collect()
}

/// Every file that browsers do not show, with what is said of it.
pub(crate) fn refused() -> Vec<(File, &'static str)> {
    let plain = jpeg(SIDES, PLAIN);
    let frame = plain
        .windows(2)
        .position(|pair| pair == [0xff, 0xc0])
        .unwrap();
    let framed = |marker: u8, precision: u8| {
        let mut file = plain.clone();
        (file[frame + 1], file[frame + 4]) = (marker, precision);
        file
    };
    let half = plain.len() - 200;
    let named = |name: &str, bytes: Vec<u8>| (format!("quay-{name}.jpg"), bytes);
    vec![
        (
            named("arithmetic", framed(0xc9, 8)),
            "a JPEG with arithmetic coding",
        ),
        (
            named("twelve-bits", framed(0xc1, 12)),
            "a JPEG of more than 8 bits a colour",
        ),
        (
            named("lossless", framed(0xc3, 8)),
            "a JPEG coded without loss",
        ),
        (named("half", plain[..half].to_vec()), "is cut off"),
    ]
}

/// How a JPEG is written.
#[derive(Clone, Copy)]
struct Way {
    sampling: SamplingFactor,
    /// Each component in a scan of its own.
    apart: bool,
    progressive: bool,
    /// After so many blocks the decoder starts anew.
    restarts: u16,
}

const PLAIN: Way = Way {
    sampling: SamplingFactor::F_1_1,
    apart: false,
    progressive: false,
    restarts: 0,
};
const HALVED: Way = Way {
    sampling: SamplingFactor::F_2_2,
    ..PLAIN
};

fn jpeg((width, height): (u32, u32), way: Way) -> Vec<u8> {
    let scene = scene(width, height);
    coded(scene.as_raw(), (width, height), ColorType::Rgb, way)
}

fn coded(samples: &[u8], (width, height): (u32, u32), colours: ColorType, way: Way) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = Encoder::new(&mut bytes, 95);
    encoder.set_sampling_factor(way.sampling);
    encoder.set_progressive(way.progressive);
    // The encoder writes each component in a scan of its own when it fits the tables to the picture.
    encoder.set_optimized_huffman_tables(way.apart);
    if way.restarts > 0 {
        encoder.set_restart_interval(way.restarts);
    }
    let side = |side: u32| u16::try_from(side).unwrap();
    encoder
        .encode(samples, side(width), side(height), colours)
        .unwrap();
    bytes
}

const SAMPLINGS: [(&str, SamplingFactor); 6] = [
    ("444", SamplingFactor::F_1_1),
    ("422", SamplingFactor::F_2_1),
    ("440", SamplingFactor::F_1_2),
    ("420", SamplingFactor::F_2_2),
    ("411", SamplingFactor::F_4_1),
    ("441", SamplingFactor::F_1_4),
];

fn jpegs() -> Vec<File> {
    let mut files = Vec::new();
    let mut add = |name: &str, bytes| files.push((format!("{name}.jpg"), bytes));
    for (name, sampling) in SAMPLINGS {
        let together = Way { sampling, ..PLAIN };
        let apart = Way {
            apart: true,
            ..together
        };
        let progressive = Way {
            progressive: true,
            ..together
        };
        add(&format!("together-{name}"), jpeg(SIDES, together));
        add(&format!("apart-{name}"), jpeg(SIDES, apart));
        add(&format!("apart-odd-{name}"), jpeg((17, 13), apart));
        add(&format!("progressive-{name}"), jpeg(SIDES, progressive));
    }
    for (width, height) in [(1, 1), (1, 9), (17, 13), (8, 8), (65, 7)] {
        add(
            &format!("size-{width}-{height}"),
            jpeg((width, height), HALVED),
        );
    }
    add(
        "restarts",
        jpeg(
            SIDES,
            Way {
                restarts: 2,
                ..PLAIN
            },
        ),
    );
    let progressive = jpeg(
        SIDES,
        Way {
            progressive: true,
            ..PLAIN
        },
    );
    let (plain, halved) = (jpeg(SIDES, PLAIN), jpeg(SIDES, HALVED));
    for (name, between) in [
        ("fill-bytes", b"\xff\xff\xff".as_slice()),
        ("garbage", b"\0\x12\x34 not a segment"),
        ("stuffing", b"\xff\0\xff\0"),
        ("marker-without-content", b"\xff\x01"),
        ("restart-alone", b"\xff\xd3"),
        ("comment", b"\xff\xfe\0\x09at home"),
    ] {
        add(name, spaced(&plain, between));
        add(&format!("{name}-halved"), spaced(&halved, between));
        add(
            &format!("{name}-progressive"),
            spaced(&progressive, between),
        );
    }
    add("without-end", plain[..plain.len() - 2].to_vec());
    add(
        "progressive-without-end",
        progressive[..progressive.len() - 2].to_vec(),
    );
    files.extend(jpegs_of_other_colours());
    files
}

fn jpegs_of_other_colours() -> Vec<File> {
    let (width, height) = SIDES;
    let scene = scene(width, height);
    let grey: Vec<u8> = scene.pixels().map(|pixel| pixel.0[1]).collect();
    let inks: Vec<u8> = scene.pixels().flat_map(|pixel| inks(pixel.0)).collect();
    let plain = |samples: &[u8], colours| coded(samples, SIDES, colours, PLAIN);
    let print = plain(&inks, ColorType::Cmyk);
    let luminance = plain(&inks, ColorType::CmykAsYcck);
    let unmarked = segments(&print).into_iter().filter(|part| part[1] != 0xee);
    // Red, green and blue as they are: JFIF would say that they are luminance and chrominance.
    let light = segments(&plain(scene.as_raw(), ColorType::Ycbcr));
    let light = light.into_iter().filter(|part| part[1] != 0xe0);
    let mut light: Vec<Vec<u8>> = light.collect();
    light.insert(1, b"\xff\xee\0\x0eAdobe\0\x64\0\0\0\0\0".to_vec());
    let files = [
        ("grey", plain(&grey, ColorType::Luma)),
        ("print", print.clone()),
        ("print-luminance", luminance),
        ("print-unmarked", unmarked.collect::<Vec<_>>().concat()),
        ("light", light.concat()),
    ];
    files
        .map(|(name, bytes)| (format!("{name}.jpg"), bytes))
        .into()
}

/// How much of each ink a colour is, with some of it in black.
fn inks([red, green, blue]: [u8; 3]) -> [u8; 4] {
    let light = red.max(green).max(blue).max(1);
    let ink = |colour: u8| 255 - (u32::from(colour) * 255 / u32::from(light)) as u8;
    [ink(red), ink(green), ink(blue), 255 - light]
}

/// The segments of a JPEG, from its first two bytes to its last two; coded data go with their scan.
fn segments(jpeg: &[u8]) -> Vec<Vec<u8>> {
    let mut parts = vec![jpeg[..2].to_vec()];
    let mut at = 2;
    while jpeg[at + 1] != 0xd9 {
        let mut end = at + 2 + usize::from(u16::from_be_bytes([jpeg[at + 2], jpeg[at + 3]]));
        let is_coded = |end: usize| jpeg[end] != 0xff || matches!(jpeg[end + 1], 0 | 0xd0..=0xd7);
        while jpeg[at + 1] == 0xda && is_coded(end) {
            end += 1;
        }
        parts.push(jpeg[at..end].to_vec());
        at = end;
    }
    parts.push(jpeg[at..].to_vec());
    parts
}

/// A JPEG with something between its segments. The first follows at once: by its first byte browsers know a JPEG.
fn spaced(jpeg: &[u8], between: &[u8]) -> Vec<u8> {
    let parts = segments(jpeg);
    [parts[0].clone(), parts[1..].join(between)].concat()
}

fn pngs() -> Vec<File> {
    let scene = scene(SIDES.0, SIDES.1);
    let light: Vec<Vec<u8>> = scene
        .rows()
        .map(|row| row.flat_map(|pixel| pixel.0).collect())
        .collect();
    let deep = light
        .iter()
        .map(|row| row.iter().flat_map(|one| [*one, 0x55]).collect());
    let deep: Vec<Vec<u8>> = deep.collect();
    let grey: Vec<Vec<u8>> = scene
        .rows()
        .map(|row| row.map(|pixel| pixel.0[1]).collect())
        .collect();
    // Four colours of which one is half clear, in two bits a pixel.
    let few: Vec<Vec<u8>> = (0..SIDES.1)
        .map(|y| vec![if y % 16 < 8 { 0b0001_1011 } else { 0b1110_0100 }; SIDES.0 as usize / 4])
        .collect();
    let palette = part(
        b"PLTE",
        &[200, 40, 40, 40, 160, 60, 30, 60, 190, 240, 230, 90],
    );
    let clear = part(b"tRNS", &[255, 128]);
    let gamma = |gamma: u32| part(b"gAMA", &gamma.to_be_bytes());
    let points = [31270_u32, 32900, 64000, 33000, 21000, 71000, 15000, 6000];
    let points = part(
        b"cHRM",
        &points
            .iter()
            .flat_map(|one| one.to_be_bytes())
            .collect::<Vec<_>>(),
    );
    let files = [
        ("light", png((2, 8, 0), &[], &light)),
        ("deep", png((2, 16, 0), &[], &deep)),
        ("grey", png((0, 8, 0), &[], &grey)),
        ("palette", png((3, 2, 0), &[&palette, &clear], &few)),
        ("interlaced", png((2, 8, 1), &[], &interlaced(&scene))),
        ("linear", png((2, 8, 0), &[&gamma(100_000)], &light)),
        ("usual-gamma", png((2, 8, 0), &[&gamma(45_455)], &light)),
        ("dark-grey", png((0, 8, 0), &[&gamma(55_556)], &grey)),
        (
            "wide-colours",
            png((2, 8, 0), &[&gamma(45_455), &points], &light),
        ),
        (
            "display-p3",
            png((2, 8, 0), &[&part(b"cICP", &[12, 13, 0, 1])], &light),
        ),
        ("without-end", {
            let file = png((2, 8, 0), &[], &light);
            file[..file.len() - 12].to_vec()
        }),
    ];
    files
        .map(|(name, bytes)| (format!("{name}.png"), bytes))
        .into()
}

/// A PNG of the scene's size: kind of colours, bits and interlacing, parts before the pixels, and its rows.
fn png((colours, bits, interlaced): (u8, u8, u8), parts: &[&[u8]], rows: &[Vec<u8>]) -> Vec<u8> {
    let mut head = [SIDES.0.to_be_bytes(), SIDES.1.to_be_bytes()].concat();
    head.extend([bits, colours, 0, 0, interlaced]);
    let mut packed = ZlibEncoder::new(Vec::new(), Compression::best());
    for row in rows {
        packed.write_all(&[0]).unwrap();
        packed.write_all(row).unwrap();
    }
    let pixels = part(b"IDAT", &packed.finish().unwrap());
    [
        b"\x89PNG\r\n\x1a\n",
        part(b"IHDR", &head).as_slice(),
        &parts.concat(),
        &pixels,
        &part(b"IEND", b""),
    ]
    .concat()
}

fn part(kind: &[u8; 4], content: &[u8]) -> Vec<u8> {
    let mut sum = flate2::Crc::new();
    sum.update(kind);
    sum.update(content);
    let length = u32::try_from(content.len()).unwrap().to_be_bytes();
    [&length, kind.as_slice(), content, &sum.sum().to_be_bytes()].concat()
}

/// The rows of the seven passes of an interlaced PNG (8.2).
fn interlaced(scene: &RgbImage) -> Vec<Vec<u8>> {
    let passes = [
        (0, 0, 8, 8),
        (4, 0, 8, 8),
        (0, 4, 4, 8),
        (2, 0, 4, 4),
        (0, 2, 2, 4),
        (1, 0, 2, 2),
        (0, 1, 1, 2),
    ];
    let mut rows = Vec::new();
    for (left, top, across, down) in passes {
        for y in (top..scene.height()).step_by(down) {
            let row = (left..scene.width()).step_by(across);
            rows.push(row.flat_map(|x| scene.get_pixel(x, y).0).collect());
        }
    }
    rows
}

fn gifs() -> Vec<File> {
    let mut still = Vec::new();
    let scene = scene(SIDES.0, SIDES.1);
    GifEncoder::new(&mut still)
        .encode(scene.as_raw(), SIDES.0, SIDES.1, ExtendedColorType::Rgb8)
        .unwrap();
    // The picture is larger than its only frame.
    let mut framed = still.clone();
    framed[6..10].copy_from_slice(&[80, 0, 60, 0]);
    let unended = still[..still.len() - 1].to_vec();
    let files = [
        ("still", still),
        ("frame", framed),
        ("without-end", unended),
    ];
    files
        .map(|(name, bytes)| (format!("{name}.gif"), bytes))
        .into()
}

fn webps() -> Vec<File> {
    let scene = scene(SIDES.0, SIDES.1);
    let clear = RgbaImage::from_fn(SIDES.0, SIDES.1, |x, y| {
        let [red, green, blue] = scene.get_pixel(x, y).0;
        image::Rgba([red, green, blue, (60 + 3 * x) as u8])
    });
    let opaque = webp::Encoder::from_rgb(scene.as_raw(), SIDES.0, SIDES.1);
    let clear = webp::Encoder::from_rgba(clear.as_raw(), SIDES.0, SIDES.1);
    let files = [
        ("lossy", opaque.encode(90.0)),
        ("lossless", opaque.encode_lossless()),
        ("clear", clear.encode(90.0)),
        ("clear-lossless", clear.encode_lossless()),
    ];
    files
        .map(|(name, bytes)| (format!("{name}.webp"), bytes.to_vec()))
        .into()
}
