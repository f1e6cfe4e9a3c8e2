//! The paper's faces are asked for where they can come in time for the first paint, and only there.

use serde_json::json;

use crate::harness::{Reading, read};

const STORY: &str = "stories/heron-returns/";

/// The faces a page asks for at once, by the names of their files.
const PRELOADED: &str = "[...document.querySelectorAll('link[rel=preload][as=font]')].map(link => link.href.replace(/.*assets.(.*)-[0-9a-f]+.woff2/, '$1'))";

fn faces_asked_for(reading: &Reading) -> Vec<String> {
    let asked = reading.server.requests().into_iter();
    asked.filter(|path| path.ends_with(".woff2")).collect()
}

/// Has the browser say how far the server is, in milliseconds there and back.
async fn say_how_far(reading: &Reading, way: u32) {
    reading.browser.before_every_page(&format!(
        "Object.defineProperty(navigator, 'connection', {{value: {{saveData: false, effectiveType: '4g', rtt: {way}}}}})"
    )).await;
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn from_a_far_server_no_face_is_asked_for() {
    read(async |reading| {
        say_how_far(&reading, 150).await;
        reading.open(STORY).await;
        assert_eq!(faces_asked_for(&reading), Vec::<String>::new());
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn from_a_far_server_a_page_that_the_reader_draws_asks_for_no_face_either() {
    read(async |reading| {
        say_how_far(&reading, 150).await;
        reading.open("").await;
        reading
            .browser
            .click(&format!("main h3 a[href$='{STORY}']"))
            .await;
        reading.until_at(STORY).await;
        assert_eq!(faces_asked_for(&reading), Vec::<String>::new());
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn from_a_near_server_the_faces_of_the_page_are_asked_for_before_it_is_laid_out() {
    read(async |reading| {
        // What browsers say that have not measured the way yet.
        say_how_far(&reading, 100).await;
        reading.open(STORY).await;
        assert_eq!(
            reading.browser.value(PRELOADED).await,
            json!(["newsreader-roman", "franklin"])
        );
        let asked = faces_asked_for(&reading);
        for face in ["newsreader-roman", "franklin"] {
            let times = asked
                .iter()
                .filter(|path| path.contains(&format!("/{face}-")));
            assert_eq!(times.count(), 1, "{face} in {asked:?}");
        }
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn from_a_near_server_an_arabic_story_asks_for_the_arabic_face() {
    read(async |reading| {
        say_how_far(&reading, 25).await;
        reading.open("stories/al-mina-wa-al-lugha/").await;
        assert_eq!(
            reading.browser.value(PRELOADED).await,
            json!(["naskh-arabic"])
        );
    });
}
