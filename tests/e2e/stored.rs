//! What is stored in the browser is shown, deleted, written to a file and read from one.

use serde_json::{Value, json};

use crate::harness::{Reading, Setting, read, read_in};

const STORY: &str = "stories/heron-returns/";
const SAVED: &str = "window.saved = []; URL.createObjectURL = blob => (saved.push(blob), 'blob:nothing'); HTMLAnchorElement.prototype.click = () => {}";

async fn opened(reading: &Reading, kept: &str) {
    reading.open(STORY).await;
    reading.browser.run(kept).await;
    reading.browser.call_the_tools().await;
    reading.browser.click(".tools-button").await;
    reading.browser.choose_tool("What is stored").await;
    reading
        .browser
        .until("!!document.querySelector('.tool .data')")
        .await;
}

const KEPT: &str = "localStorage.setItem('newsprint-choices', 'scheme=dark'); localStorage.setItem('newsprint-off', 'swipes')";

/// Chooses a file with this text.
async fn choose(reading: &Reading, text: &str) {
    reading
        .browser
        .run(&format!(
            "const files = new DataTransfer(); files.items.add(new File([{text:?}], 'newsprint.json'));
             const input = document.querySelector('[name=import]'); input.files = files.files;
             input.dispatchEvent(new Event('input', {{bubbles: true}}))"
        ))
        .await;
}

/// Deletes everything, and says so a second time.
async fn delete_everything(reading: &Reading) {
    reading.browser.click(".data p [data-do=delete]").await;
    reading.browser.click(".sure [data-do=sure]").await;
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn every_kind_is_shown_and_deleted_by_itself() {
    read(async |reading| {
        opened(&reading, KEPT).await;
        assert_eq!(
            reading
                .browser
                .number("document.querySelectorAll('.data .rows li').length")
                .await,
            3.0,
            "what was chosen, what was switched off, and the version of the story"
        );
        reading
            .browser
            .click(".data .rows li:first-child button")
            .await;
        assert!(reading.browser.holds("!localStorage['newsprint-choices'] && localStorage['newsprint-off'] == 'swipes'").await);
        assert_eq!(
            reading
                .browser
                .number("document.querySelectorAll('.data .rows li').length")
                .await,
            2.0
        );
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn all_of_it_is_deleted_at_once_and_the_page_looks_as_the_paper_has_it() {
    read(async |reading| {
        opened(&reading, KEPT).await;
        delete_everything(&reading).await;
        assert!(
            reading
                .browser
                .holds("!Object.keys(localStorage).some(name => name.startsWith('newsprint'))")
                .await
        );
        assert!(
            reading
                .browser
                .holds("document.querySelector('.tool').textContent.includes('Nothing is stored.')")
                .await
        );
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn what_is_written_to_a_file_is_taken_over_from_it() {
    read(async |reading| {
        reading.browser.before_every_page(SAVED).await;
        opened(&reading, KEPT).await;
        reading.browser.click("[data-do=export]").await;
        reading
            .browser
            .run("saved[0].text().then(text => { window.text = text; })")
            .await;
        reading.browser.until("!!window.text").await;
        let file = reading.browser.text("text").await;
        delete_everything(&reading).await;
        choose(&reading, &file).await;
        reading
            .browser
            .until("document.querySelector('.outcome').textContent == 'Loaded.'")
            .await;
        assert!(reading.browser.holds("localStorage['newsprint-choices'] == 'scheme=dark' && localStorage['newsprint-off'] == 'swipes'").await);
        assert_eq!(
            reading
                .browser
                .text("getComputedStyle(document.body).backgroundColor")
                .await,
            "rgb(22, 20, 18)"
        );
    });
}

/// Opens the tool, and waits until it names the kept stories.
async fn with_kept_story(reading: &Reading) {
    opened(reading, "1").await;
    let there = "!!document.querySelector(\"[data-do='delete stories']\")";
    reading.browser.until(there).await;
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn kept_stories_are_deleted_written_to_the_file_and_kept_again_from_it() {
    let setting = Setting {
        workers: true,
        ..Setting::default()
    };
    read_in(setting, async |reading| {
        reading.browser.before_every_page(SAVED).await;
        opened(&reading, "1").await;
        reading.browser.choose_tool("Offline").await;
        reading
            .browser
            .until("!!document.querySelector('.keep > button')")
            .await;
        reading.browser.click(".keep > button").await;
        reading
            .browser
            .until("!!document.querySelector('.kept li')")
            .await;
        with_kept_story(&reading).await;
        reading.browser.click("[data-do=export]").await;
        reading
            .browser
            .run("saved[0].text().then(text => { window.text = text; })")
            .await;
        reading.browser.until("!!window.text").await;
        let file = reading.browser.text("text").await;
        assert!(file.contains(&reading.server.url(STORY)), "{file}");
        reading.browser.click("[data-do='delete stories']").await;
        reading
            .browser
            .until("!document.querySelector(\"[data-do='delete stories']\")")
            .await;
        // Never read in this browser: without a network it is there only if it was kept whole.
        let other = file.replace("heron-returns", "the-drowned-street");
        choose(&reading, &other).await;
        reading
            .browser
            .until("!!document.querySelector(\"[data-do='delete stories']\")")
            .await;
        reading.server.go_away().await;
        reading.load("stories/the-drowned-street/").await;
        let seen = "[...document.querySelectorAll('main img')].filter(picture => picture.loading != 'lazy').every(picture => picture.complete && picture.naturalWidth > 0) && !!document.querySelector('main h1')";
        reading.browser.until(seen).await;
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn a_file_that_is_none_of_ours_changes_nothing_and_that_is_said() {
    for file in [
        "no JSON",
        "{\"kept\": {\"newsprint-off\": \"letters\"}}",
        "{\"newsprint\": 2, \"kept\": {}}",
    ] {
        read(async move |reading| {
            opened(&reading, KEPT).await;
            choose(&reading, file).await;
            reading
                .browser
                .until("document.querySelector('.outcome').textContent.startsWith('This file contains nothing')")
                .await;
            assert!(
                reading
                    .browser
                    .holds("localStorage['newsprint-off'] == 'swipes'")
                    .await
            );
        });
    }
}

/// A line of a highlight as it is kept.
fn highlight(address: &str, created: &str, note: &str, words: &str) -> String {
    [address, "Title", created, note, "0", words, "", ""]
        .map(|part| {
            part.replace('%', "%25")
                .replace(' ', "%20")
                .replace('\n', "%0A")
        })
        .join(" ")
        + "\n"
}

/// Keeps these texts, by their names.
fn keeping(kept: &Value) -> String {
    format!("for (const [name, text] of Object.entries({kept})) localStorage.setItem(name, text)")
}

/// Takes these texts from a file.
async fn take_over(reading: &Reading, kept: &Value) {
    choose(
        reading,
        &json!({ "newsprint": 1, "kept": kept }).to_string(),
    )
    .await;
    reading
        .browser
        .until("document.querySelector('.outcome').textContent == 'Loaded.'")
        .await;
}

async fn kept(reading: &Reading, name: &str) -> String {
    let text = format!("localStorage['{name}']");
    reading.browser.text(&text).await
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn highlights_from_a_file_come_beside_those_that_are_there_and_no_note_is_lost() {
    read(async |reading| {
        let own = [
            highlight("/stories/a/", "2026-01-02", "mine", "both"),
            highlight("/stories/b/", "2026-01-02", "", "own"),
        ];
        let other = [
            highlight("/stories/a/", "2026-01-02", "theirs", "both"),
            highlight("/stories/a/index.html", "2026-01-01", "", "older"),
            highlight("/stories/c/", "2026-01-01", "", "new"),
        ];
        opened(
            &reading,
            &keeping(&json!({ "newsprint-highlights": own.concat() })),
        )
        .await;
        // Twice, for whoever is not sure that it worked takes the file again.
        for _ in 0..2 {
            take_over(&reading, &json!({ "newsprint-highlights": other.concat() })).await;
        }
        let lines = "localStorage['newsprint-highlights'].split('\\n').filter(line => line).map(line => line.split(' ').map(decodeURIComponent)).map(parts => [parts[0], parts[5], parts[3]])";
        assert_eq!(
            reading.browser.value(lines).await,
            json!([
                ["/stories/a/index.html", "older", ""],
                ["/stories/a/", "both", "mine\ntheirs"],
                ["/stories/b/", "own", ""],
                ["/stories/c/", "new", ""],
            ])
        );
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn highlights_from_a_file_that_lead_to_no_page_of_this_host_are_left_out() {
    read(async |reading| {
        let other: String = [
            "javascript:alert(1)",
            "//evil.example/",
            "/\\evil.example/",
            "/stories/c/",
        ]
        .map(|address| highlight(address, "2026-01-01", "", "words"))
        .concat();
        opened(&reading, "").await;
        take_over(&reading, &json!({ "newsprint-highlights": other })).await;
        let addresses = "localStorage['newsprint-highlights'].split('\\n').filter(line => line).map(line => decodeURIComponent(line.split(' ')[0]))";
        assert_eq!(
            reading.browser.value(addresses).await,
            json!(["/stories/c/"])
        );
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn of_places_and_versions_from_a_file_the_newer_ones_are_taken() {
    read(async |reading| {
        for name in ["newsprint-places", "newsprint-read"] {
            let own = "/stories/a/ 5 2000\n/stories/b/ 6 1000\n/stories/old/ 9\n";
            let other =
                "/stories/b/ 7 3000\n/stories/a/ 8 1500\n/stories/c/ 4 1200\n/stories/old/ 3\n";
            opened(&reading, &keeping(&json!({ name: own }))).await;
            take_over(&reading, &json!({ name: other })).await;
            let own_story = format!("/{STORY} ");
            let all = kept(&reading, name).await;
            let lines: Vec<&str> = all
                .lines()
                .filter(|line| !line.starts_with(&own_story))
                .collect();
            assert_eq!(
                lines,
                [
                    "/stories/b/ 7 3000",
                    "/stories/a/ 5 2000",
                    "/stories/c/ 4 1200",
                    "/stories/old/ 9 0"
                ],
                "{name}"
            );
        }
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn choices_from_a_file_come_beside_those_that_are_there() {
    read(async |reading| {
        let own = json!({
            "newsprint-choices": "size=2&scheme=light",
            "newsprint-off": "letters",
            "newsprint-voice": "rate=1.2\nnext=on\n",
        });
        let other = json!({
            "newsprint-choices": "scheme=dark",
            "newsprint-off": "swipes",
            "newsprint-voice": "rate=0.8\n",
        });
        opened(&reading, &keeping(&own)).await;
        take_over(&reading, &other).await;
        assert_eq!(
            kept(&reading, "newsprint-choices").await,
            "size=2&scheme=dark"
        );
        assert_eq!(kept(&reading, "newsprint-off").await, "letters swipes");
        assert_eq!(
            kept(&reading, "newsprint-voice").await,
            "next=on\nrate=0.8\n"
        );
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn everything_is_deleted_only_when_somebody_says_so_twice_and_the_file_is_offered_first() {
    read(async |reading| {
        reading.browser.before_every_page(SAVED).await;
        opened(&reading, KEPT).await;
        reading.browser.click(".data p [data-do=delete]").await;
        let said = "document.querySelector('body > [role=status]').textContent.includes('deleted for good')";
        reading.browser.until(said).await;
        reading.browser.click(".sure [data-do=export]").await;
        reading.browser.until("saved.length == 1").await;
        reading.browser.click(".sure [data-do=spare]").await;
        assert!(reading.browser.holds("!document.querySelector('.sure') && localStorage['newsprint-off'] == 'swipes' && document.activeElement.matches('.tools-panel')").await);
        delete_everything(&reading).await;
        assert!(
            reading
                .browser
                .holds("!document.querySelector('.sure') && !localStorage['newsprint-off']")
                .await
        );
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn all_highlights_are_deleted_only_when_somebody_says_so_twice() {
    read(async |reading| {
        let own = highlight("/stories/a/", "2026-01-02", "mine", "words");
        opened(&reading, &keeping(&json!({ "newsprint-highlights": own }))).await;
        let delete = "[aria-label='Delete: Highlights and notes']";
        reading.browser.click(delete).await;
        assert_eq!(kept(&reading, "newsprint-highlights").await, own);
        reading.browser.click(".sure [data-do=sure]").await;
        assert!(
            reading
                .browser
                .holds("!localStorage['newsprint-highlights'] && !!localStorage['newsprint-read']")
                .await
        );
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn with_everything_the_pages_and_pictures_that_were_read_and_kept_are_deleted() {
    let setting = Setting {
        workers: true,
        ..Setting::default()
    };
    read_in(setting, async |reading| {
        // With a picture that is read, and not kept.
        reading.open("stories/the-drowned-street/").await;
        reading
            .browser
            .until("caches.keys().then(names => names.some(name => name.endsWith(' pictures')))")
            .await;
        opened(&reading, "1").await;
        reading.browser.choose_tool("Offline").await;
        reading
            .browser
            .until("!!document.querySelector('.keep > button')")
            .await;
        reading.browser.click(".keep > button").await;
        reading
            .browser
            .until("!!document.querySelector('.kept li')")
            .await;
        let kinds =
            "caches.keys().then(names => names.map(name => name.split(' ')[2]).sort().join(' '))";
        reading
            .browser
            .until(&format!(
                "{kinds}.then(kinds => kinds == 'core kept pages pictures')"
            ))
            .await;
        let elsewhere = "caches.open('newsprint ' + location.origin + '/news/ kept').then(() => 1)";
        reading.browser.run(&format!("return {elsewhere}")).await;
        reading.browser.choose_tool("What is stored").await;
        delete_everything(&reading).await;
        reading
            .browser
            .until(&format!("{kinds}.then(kinds => kinds == 'core kept')"))
            .await;
        let left =
            "caches.keys().then(names => names.filter(name => name.endsWith(' kept')).join())";
        assert!(reading.browser.text(left).await.ends_with("/news/ kept"));
        assert!(
            reading
                .browser
                .holds("document.querySelector('.tool').textContent.includes('Nothing is stored.')")
                .await
        );
    });
}
