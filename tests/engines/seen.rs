//! How pages look: what only a picture of the window shows.

use std::ops::Range;

use crate::harness::Reading;

/// What is darker than this is ink.
const INK: u8 = 128;

/// Whether there is ink in each row of an element, from its top down; it is scrolled into sight.
async fn inked_rows(reading: &Reading, selector: &str) -> Vec<bool> {
    let place = format!(
        "(part => {{
            part.scrollIntoView({{block: 'center', behavior: 'instant'}});
            const box = part.getBoundingClientRect();
            return [box.left, box.top, box.width, box.height].map(Math.round);
        }})(document.querySelector('{selector}'))"
    );
    let place = reading.browser.value(&place).await;
    let [left, top, width, height]: [u32; 4] = serde_json::from_value(place).unwrap();
    let painted = "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => done(true), 50))))";
    assert!(reading.browser.holds(painted).await);
    let window = image::load_from_memory(&reading.browser.picture().await).unwrap();
    let part = window.crop_imm(left, top, width, height).to_luma8();
    let rows = part.rows();
    rows.map(|mut row| row.any(|dot| dot.0[0] < INK)).collect()
}

/// From the first row with ink in it to the last, when the element holds a text.
pub(crate) async fn span_of_ink(reading: &Reading, selector: &str, text: &str) -> Range<usize> {
    let write = format!("document.querySelector('{selector}').textContent = '{text}'");
    reading.browser.run(&write).await;
    let rows = inked_rows(reading, selector).await;
    let first = rows.iter().position(|ink| *ink).unwrap();
    first..rows.iter().rposition(|ink| *ink).unwrap()
}

/// A double rule is two lines with a gap between them.
pub(crate) async fn the_rules_are_double(reading: Reading) {
    reading.load("").await;
    for part in [".masthead nav", ".colophon .name"] {
        let rows = inked_rows(&reading, part).await;
        let mut rule = rows[..6].windows(3);
        let is_double = rule.any(|rows| rows == [true, false, true]);
        assert!(is_double, "{part}: {:?}", &rows[..6]);
    }
}
