//! However oddly a picture's file is written, visitors see in what was published what their browser sees in the file.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};

use crate::harness::{OwnPaper, Reading, read};
use crate::odd_files::{File, refused, shown};

/// Draws a file as the browser shows it, on white; what it may not decode is `null`.
const DRAW: &str = "
    window.drawn = async (blob) => {
        const bitmap = await createImageBitmap(blob).catch(() => null);
        if (!bitmap) return null;
        const canvas = new OffscreenCanvas(bitmap.width, bitmap.height), drawing = canvas.getContext('2d');
        drawing.fillStyle = '#fff';
        drawing.fillRect(0, 0, bitmap.width, bitmap.height);
        drawing.drawImage(bitmap, 0, 0);
        return drawing.getImageData(0, 0, bitmap.width, bitmap.height);
    };
    window.given = (bytes) => new Blob([Uint8Array.from(atob(bytes), (one) => one.charCodeAt(0))]);
    window.compared = async (name, bytes) => {
        const image = document.querySelector(`img[alt='${name}']`), own = await drawn(given(bytes));
        // A page shows one without an end, too; as a bitmap alone the browser wants it whole.
        if (image && /without-end|garbage-progressive/.test(name)) return [];
        if (!image || !own) return [[name, image ? 'the browser does not show the file' : 'it is not in the page']];
        const last = image.previousElementSibling?.srcset.split(',').at(-1).trim().split(' ')[0];
        const wrong = [];
        for (const place of [image.src, last].filter(Boolean)) {
            const other = await drawn(await (await fetch(place)).blob());
            if (other.width != own.width || other.height != own.height) {
                wrong.push([name, place, `${other.width} x ${other.height}`]);
                continue;
            }
            const sums = [0, 0, 0];
            own.data.forEach((one, at) => at % 4 < 3 && (sums[at % 4] += Math.abs(one - other.data[at])));
            const distance = Math.max(...sums) / (own.width * own.height);
            if (distance > 8) wrong.push([name, place, distance]);
        }
        return wrong;
    };";

async fn open(reading: &Reading, paper: &OwnPaper) {
    reading.browser.go_to(&paper.story()).await;
    reading.browser.run(DRAW).await;
}

fn show(files: &[File]) -> impl FnOnce(&mut Value) {
    let block = |(name, _): &File| json!({ "picture": { "source": name, "alt": name } });
    let blocks: Vec<Value> = files.iter().map(block).collect();
    move |story| story["body"] = json!(blocks)
}

#[test]
#[ignore = "needs a browser: cargo xtask test"]
fn what_is_made_of_a_picture_looks_as_the_browser_shows_its_file() {
    read(async |reading| {
        let files = shown();
        let paper = OwnPaper::start_with(&files, show(&files));
        open(&reading, &paper).await;
        let mut wrong = Vec::new();
        for (name, bytes) in &files {
            let compared = format!("compared('{name}', '{}')", STANDARD.encode(bytes));
            let found = reading.browser.value(&compared).await;
            wrong.extend(found.as_array().unwrap().clone());
        }
        assert!(wrong.is_empty(), "{wrong:#?}");
    });
}

#[test]
#[ignore = "needs a browser: cargo xtask test"]
fn a_jpeg_whose_coding_the_press_refuses_is_none_that_the_browser_shows() {
    read(async |reading| {
        let paper = OwnPaper::start(|_| {});
        open(&reading, &paper).await;
        for ((name, bytes), reason) in refused() {
            let drawn = format!(
                "drawn(given('{}')).then((one) => !one)",
                STANDARD.encode(bytes)
            );
            // Some builds of Chromium decode arithmetic coding, and every browser shows the upper half of one that is cut off.
            if !reason.contains("arithmetic") && !reason.contains("cut off") {
                assert!(reading.browser.holds(&drawn).await, "{name}");
            }
        }
    });
}
