//! A paper's own accent can be read in every scheme, though the paper names a single colour.

use serde_json::{Value, json};

use crate::axe::faults;
use crate::harness::{OwnPaper, Reading, read};

/// Dark colours, which were 2.0:1 and less on dark ground.
const ACCENTS: [&str; 3] = ["#8a1f1f", "#1a237e", "#000000"];

/// Contrasts of all words of the page with what they stand on, smallest first, as WCAG 2.2 defines them.
const CONTRASTS: &str = "(() => {
    const light = colour => {
        const [red, green, blue] = colour.match(/[0-9.]+/g).map(part => part / 255)
            .map(part => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    const ground = element => {
        const colour = getComputedStyle(element).backgroundColor;
        return colour == 'rgba(0, 0, 0, 0)' ? ground(element.parentElement) : colour;
    };
    const words = [...document.querySelectorAll('body *')].filter(element => element.checkVisibility()
        && [...element.childNodes].some(node => node.nodeType == 3 && node.data.trim()));
    return words.map(element => {
        const [one, other] = [getComputedStyle(element).color, ground(element)].map(light).sort((a, b) => b - a);
        return { contrast: (one + 0.05) / (other + 0.05), words: element.outerHTML.slice(0, 80) };
    }).sort((one, other) => one.contrast - other.contrast);
})()";

/// A story with everything that is set in the accent, on every ground.
fn colourful(story: &mut Value) {
    story["live"] = json!(true);
    story["kicker"] = json!("Letters");
    story["see_also"] = json!(["first-edition"]);
    story["body"] = json!([
        { "paragraph": ["With a note.", { "footnote": "1" }] },
        { "see_also": "first-edition" },
        { "key_points": ["One.", "Two."] },
        { "fact_box": { "title": "A box", "body": [{ "paragraph": ["Another.", { "footnote": "2" }] }] } },
        { "timeline": { "title": "Then", "entries": [{ "date": "1871", "title": "A boat" }] } },
        { "update": { "date": "2026-01-01T11:05:00Z", "headline": "Now", "body": ["Here."] } },
        { "footnotes": [{ "id": "1", "text": "The note." }, { "id": "2", "text": "The other." }] },
    ]);
}

fn with_accent(accent: &'static str) -> OwnPaper {
    let theme = move |paper: &mut Value| paper["theme"] = json!({ "accent": accent });
    OwnPaper::start_as(theme, colourful)
}

async fn prefer(reading: &Reading, scheme: &str) {
    let feature = json!([{ "name": "prefers-color-scheme", "value": scheme }]);
    reading
        .browser
        .devtools("Emulation.setEmulatedMedia", json!({ "features": feature }))
        .await;
}

async fn open(reading: &Reading, paper: &OwnPaper) {
    reading.browser.go_to("about:blank").await;
    reading.browser.go_to(&paper.story()).await;
    reading.browser.call_the_tools().await;
}

async fn assert_readable(reading: &Reading, what: &str) {
    let least = format!("{CONTRASTS}[0]");
    let least = reading.browser.value(&least).await;
    assert!(
        least["contrast"].as_f64().unwrap() >= 4.5,
        "{what}: {least}"
    );
    assert_eq!(faults(reading, "document").await, json!([]), "{what}");
}

/// The colour that words in the accent have.
async fn accent(reading: &Reading) -> String {
    let colour = "getComputedStyle(document.querySelector('.key-points .title')).color";
    reading.browser.text(colour).await
}

#[test]
#[ignore = "needs a browser: cargo xtask test"]
fn a_paper_of_one_accent_can_be_read_where_the_system_is_dark() {
    read(async |reading| {
        for colour in ACCENTS {
            let paper = with_accent(colour);
            prefer(&reading, "light").await;
            open(&reading, &paper).await;
            let in_light = accent(&reading).await;
            assert_readable(&reading, &format!("{colour} in light")).await;
            prefer(&reading, "dark").await;
            open(&reading, &paper).await;
            assert_ne!(accent(&reading).await, in_light);
            assert_readable(&reading, &format!("{colour} in dark")).await;
        }
    });
}

#[test]
#[ignore = "needs a browser: cargo xtask test"]
fn a_paper_of_one_accent_can_be_read_in_every_scheme_that_one_chooses() {
    read(async |reading| {
        let paper = with_accent(ACCENTS[0]);
        prefer(&reading, "dark").await;
        open(&reading, &paper).await;
        let in_the_systems_dark = accent(&reading).await;
        for scheme in ["light", "dark", "sepia", "contrast"] {
            open(&reading, &paper).await;
            reading.browser.click(".tools-button").await;
            let choice = format!(
                "document.querySelector('.tools-panel [name=scheme][value=\"{scheme}\"]').click()"
            );
            reading.browser.run(&choice).await;
            open(&reading, &paper).await;
            assert_readable(&reading, scheme).await;
            if scheme == "dark" {
                assert_eq!(accent(&reading).await, in_the_systems_dark);
            }
        }
    });
}

#[test]
#[ignore = "needs a browser: cargo xtask test"]
fn an_accent_for_the_dark_is_used_as_it_is_given() {
    read(async |reading| {
        let theme = |paper: &mut Value| {
            paper["theme"] = json!({ "accent": "#8a1f1f", "accent_dark": "#7fd6a5" });
        };
        let paper = OwnPaper::start_as(theme, colourful);
        prefer(&reading, "dark").await;
        open(&reading, &paper).await;
        assert_eq!(accent(&reading).await, "rgb(127, 214, 165)");
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn the_black_lines_of_a_drawing_without_a_ground_are_seen_in_the_dark() {
    read(async |reading| {
        for scheme in ["light", "dark"] {
            prefer(&reading, scheme).await;
            reading.load("").await;
            let ground = "getComputedStyle(document.querySelector('main img')).backgroundColor.match(/\\d+/g).every(part => part > 120)";
            assert!(reading.browser.holds(ground).await, "{scheme}");
        }
    });
}
