//! Every control of every tool is reached, however large type is and however small the window: scrolled to, seen at
//! least in part with nothing over it, and clicked.

use serde_json::json;

use crate::harness::{Reading, read};

const BUTTON: &str = ".tools-button";
const STORIES: [&str; 3] = [
    "stories/the-drowned-street/",
    "stories/al-mina-wa-al-lugha/",
    "stories/es-heron/",
];

/// A voice, without which Listen has no controls.
const VOICES: &str = "Object.defineProperty(window, 'speechSynthesis', {value: Object.assign(new EventTarget(), {
    getVoices: () => [{name: 'Ada', lang: document.documentElement.lang, localService: true}], speak() {}, cancel() {}})});";

/// A highlight in the shown story and one in another, which make the list of highlights.
const HIGHLIGHTS: &str = "localStorage['newsprint-highlights'] = [location.pathname, '/elsewhere/'].map(path => `${encodeURIComponent(path)}\\tT\\t2026\\tN\\t0\\t${'lost'.repeat(30)}\\tbefore\\tafter\\n`).join('')";

/// The controls of a part of the page that cannot be reached: scrolled to, no point of what shows of them is theirs.
const UNREACHED: &str = "(part => [...part.querySelectorAll('a[href], button, input, select, textarea')].filter(control => {
    control.scrollIntoView({block: 'nearest', inline: 'nearest', behavior: 'instant'});
    const own = control.closest('label') ?? control;
    const box = own.getBoundingClientRect();
    const steps = [0.05, 0.25, 0.5, 0.75, 0.95];
    return !steps.some(x => steps.some(y => {
        const hit = document.elementFromPoint(box.left + box.width * x, box.top + box.height * y);
        return hit && own.contains(hit);
    }));
}).map(control => control.outerHTML.slice(0, 120)))";

/// A small window, and how large type is in it.
struct Size {
    width: u32,
    height: u32,
    /// The browser's own, in pixels.
    default_type: u32,
    /// What was chosen in Display.
    step: &'static str,
}

async fn every_control_is_reached(reading: &Reading, size: &Size) {
    let browser = &reading.browser;
    browser
        .devtools(
            "Emulation.setDeviceMetricsOverride",
            json!({ "width": size.width, "height": size.height, "deviceScaleFactor": 1, "mobile": false }),
        )
        .await;
    for story in STORIES {
        reading.open(story).await;
        browser
            .run(&format!(
                "localStorage['newsprint-choices'] = '{}'; {HIGHLIGHTS}",
                size.step
            ))
            .await;
        reading.open(story).await;
        browser.call_the_tools().await;
        browser.click(BUTTON).await;
        let tools = "document.querySelectorAll('.tools-panel .names [data-do^=choose]').length";
        let tools = browser.number(tools).await as usize;
        assert!(tools > 5, "only {tools} tools");
        for tool in 0..tools {
            browser
                .click(&format!(".tools-panel [data-do=\"choose {tool}\"]"))
                .await;
            let here = format!(
                "tool {tool} of {story} at {} by {}, type {} and {:?}",
                size.width, size.height, size.default_type, size.step
            );
            let unreached = format!("{UNREACHED}(document.querySelector('.tools-panel'))");
            assert_eq!(browser.value(&unreached).await, json!([]), "{here}");
            let shown = "(tool => tool.getBoundingClientRect().top < innerHeight * 0.8)(document.querySelector('.tool'))";
            browser
                .run(&format!(
                    "document.querySelector('[data-do=\"choose {tool}\"]').click()"
                ))
                .await;
            assert!(browser.holds(shown).await, "out of sight: {here}");
            let wide = "(panel => panel.scrollWidth > panel.clientWidth)(document.querySelector('.tools-panel'))";
            assert!(!browser.holds(wide).await, "scrolls sideways: {here}");
        }
        browser.click(".tools-panel [data-do=close]").await;
        assert!(
            browser
                .holds("!document.querySelector('.tools-panel')")
                .await
        );
    }
}

fn reached(size: Size) {
    read(async move |reading| {
        reading.browser.before_every_page(VOICES).await;
        if size.default_type != 16 {
            reading
                .browser
                .devtools(
                    "Page.setFontSizes",
                    json!({ "fontSizes": { "standard": size.default_type } }),
                )
                .await;
        }
        every_control_is_reached(&reading, &size).await;
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn in_a_window_at_400_per_cent() {
    for height in [568, 256] {
        reached(Size {
            width: 320,
            height,
            default_type: 16,
            step: "",
        });
    }
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn with_the_largest_type_that_can_be_chosen() {
    for (width, height) in [(320, 568), (390, 844), (844, 390), (1280, 720)] {
        reached(Size {
            width,
            height,
            default_type: 16,
            step: "size=6&leading=4&letters=3&words=3",
        });
    }
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn with_a_browser_whose_own_type_is_four_times_as_large() {
    for (width, height, step) in [(320, 568, ""), (320, 568, "size=6"), (1280, 800, "size=6")] {
        reached(Size {
            width,
            height,
            default_type: 64,
            step,
        });
    }
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn the_largest_size_of_type_is_set_back_on_a_telephone() {
    read(async |reading| {
        let browser = &reading.browser;
        browser.narrow_to(390).await;
        reading.open(STORIES[0]).await;
        browser
            .run("localStorage['newsprint-choices'] = 'size=6'")
            .await;
        reading.open(STORIES[0]).await;
        let size = "getComputedStyle(document.documentElement).fontSize";
        browser.until(&format!("{size} == '32px'")).await;
        browser.click(BUTTON).await;
        browser.click(".tools-panel [data-do=reset]").await;
        assert_eq!(browser.text(size).await, "16px");
    });
}
