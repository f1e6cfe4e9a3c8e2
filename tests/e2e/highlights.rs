//! Highlights and notes.

use serde_json::{Value, json};
use thirtyfour::Key;

use crate::harness::{Fault, OwnPaper, Reading, read};

const STORY: &str = "stories/the-drowned-street/";
const NEXT: &str = "stories/heron-returns/";
const BAR: &str = ".selection";
/// Refuses what browsers refuse in private windows.
const NO_STORAGE: &str = "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('refused', 'SecurityError'); }})";
const CLIPBOARD: &str = "Object.defineProperty(navigator, 'clipboard', {value: {writeText: async text => { window.copied = text; }}})";
const NO_CLIPBOARD: &str = "Object.defineProperty(navigator, 'clipboard', {value: {writeText: async () => { throw new DOMException('denied', 'NotAllowedError'); }}})";
const NO_MARKS: &str = "delete CSS.highlights; delete window.Highlight";
/// Keeps what is handed to the browser to be saved.
const SAVED: &str = "URL.createObjectURL = blob => (blob.text().then(text => window.saved = text), 'blob:nothing'); HTMLAnchorElement.prototype.click = function () { window.savedAs = this.download; }";

async fn opened(reading: &Reading) {
    reading.open(STORY).await;
    reading.browser.call_the_tools().await;
}

/// Selects the first characters of a paragraph of the body.
async fn select(reading: &Reading, paragraph: u32, characters: u32) -> String {
    let script = format!(
        "const text = document.createTreeWalker(document.querySelectorAll('.body > p')[{paragraph}], NodeFilter.SHOW_TEXT).nextNode(); getSelection().setBaseAndExtent(text, 0, text, {characters})"
    );
    reading.browser.run(&script).await;
    let there = format!("!!document.querySelector('{BAR} button')");
    reading.browser.until(&there).await;
    reading.browser.text("String(getSelection())").await
}

async fn choose(reading: &Reading, act: &str) {
    let button = format!("{BAR} [data-do={act}]");
    reading.browser.click(&button).await;
}

fn marked(name: &str) -> String {
    format!("[...CSS.highlights.get('newsprint-{name}') || []].map(range => String(range))")
}

async fn until_marked(reading: &Reading, name: &str, words: &[&str]) {
    let wanted = serde_json::to_string(words).unwrap();
    let same = format!("JSON.stringify({}) == {}", marked(name), json!(wanted));
    reading.browser.until(&same).await;
}

async fn open_notes(reading: &Reading) {
    reading
        .browser
        .run("document.body.dispatchEvent(new KeyboardEvent('keydown', {key: 'm', bubbles: true}))")
        .await;
    let there = "!!document.querySelector('.tool .notes')";
    reading.browser.until(there).await;
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn marked_words_are_marked_again_after_a_reload_and_the_pages_nodes_stay() {
    read(async |reading| {
        opened(&reading).await;
        let before = reading
            .browser
            .text("document.querySelector('.body').innerHTML")
            .await;
        let words = select(&reading, 1, 20).await;
        choose(&reading, "mark").await;
        until_marked(&reading, "marked", &[words.trim()]).await;
        reading.browser.reload().await;
        until_marked(&reading, "marked", &[words.trim()]).await;
        let after = reading
            .browser
            .text("document.querySelector('.body').innerHTML")
            .await;
        assert_eq!(before, after);
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn words_over_several_paragraphs_are_marked_whole() {
    read(async |reading| {
        opened(&reading).await;
        reading
            .browser
            .run("const [from, to] = document.querySelectorAll('.body > p'); getSelection().setBaseAndExtent(from.firstChild, 5, to.firstChild, 9)")
            .await;
        reading
            .browser
            .until(&format!("!!document.querySelector('{BAR} button')"))
            .await;
        let words = reading
            .browser
            .text("getSelection().getRangeAt(0).toString()")
            .await;
        choose(&reading, "mark").await;
        until_marked(&reading, "marked", &[words.trim()]).await;
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn by_the_keyboard_alone_words_are_marked_and_a_note_is_written() {
    read(async |reading| {
        opened(&reading).await;
        let words = select(&reading, 0, 12).await;
        reading
            .browser
            .find("body")
            .await
            .send_keys("h")
            .await
            .unwrap();
        until_marked(&reading, "marked", &[words.trim()]).await;
        reading
            .browser
            .run("const range = [...CSS.highlights.get('newsprint-marked')][0]; getSelection().setPosition(range.startContainer, range.startOffset + 2)")
            .await;
        reading
            .browser
            .until(&format!(
                "!!document.querySelector('{BAR} [data-do=unmark]')"
            ))
            .await;
        reading
            .browser
            .run(&format!(
                "document.querySelector('{BAR} [data-do=note]').focus()"
            ))
            .await;
        reading.browser.press(Key::Enter).await;
        reading
            .browser
            .until("document.activeElement.name == 'note-0'")
            .await;
        reading
            .browser
            .find("[name=note-0]")
            .await
            .send_keys("Ask the harbour master.")
            .await
            .unwrap();
        until_marked(&reading, "noted", &[words.trim()]).await;
        reading.browser.press(Key::Escape).await;
        reading.browser.reload().await;
        until_marked(&reading, "noted", &[words.trim()]).await;
        open_notes(&reading).await;
        let note = reading
            .browser
            .text("document.querySelector('[name=note-0]').value")
            .await;
        assert_eq!(note, "Ask the harbour master.");
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn a_mark_is_taken_away_from_the_bar_and_from_the_list() {
    read(async |reading| {
        opened(&reading).await;
        select(&reading, 0, 12).await;
        choose(&reading, "mark").await;
        select(&reading, 2, 12).await;
        choose(&reading, "mark").await;
        reading
            .browser
            .until(&format!("{}.length == 2", marked("marked")))
            .await;
        reading
            .browser
            .run("const range = [...CSS.highlights.get('newsprint-marked')][0]; getSelection().setPosition(range.startContainer, 2)")
            .await;
        reading
            .browser
            .until(&format!(
                "!!document.querySelector('{BAR} [data-do=unmark]')"
            ))
            .await;
        choose(&reading, "unmark").await;
        reading
            .browser
            .until(&format!("{}.length == 1", marked("marked")))
            .await;
        open_notes(&reading).await;
        reading.browser.click("[data-do='forget 0']").await;
        reading
            .browser
            .until(&format!(
                "{}.length == 0 && !localStorage['newsprint-highlights']",
                marked("marked")
            ))
            .await;
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn escape_puts_the_bar_away_and_keeps_the_selection() {
    read(async |reading| {
        opened(&reading).await;
        let words = select(&reading, 0, 12).await;
        reading.browser.press(Key::Escape).await;
        reading
            .browser
            .until(&format!("!document.querySelector('{BAR}')"))
            .await;
        assert_eq!(reading.browser.text("String(getSelection())").await, words);
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn nothing_is_offered_for_words_outside_of_a_story() {
    read(async |reading| {
        opened(&reading).await;
        select(&reading, 0, 12).await;
        reading
            .browser
            .run("getSelection().selectAllChildren(document.querySelector('.masthead .name'))")
            .await;
        reading
            .browser
            .until(&format!("!document.querySelector('{BAR}')"))
            .await;
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn a_quotation_is_copied_with_its_source() {
    read(async |reading| {
        reading.browser.before_every_page(CLIPBOARD).await;
        opened(&reading).await;
        let words = select(&reading, 0, 30).await;
        choose(&reading, "quote").await;
        reading.browser.until("!!window.copied").await;
        let copied = reading.browser.text("copied").await;
        assert!(
            copied.starts_with(&format!("“{}” — ", words.trim())),
            "{copied}"
        );
        assert!(copied.ends_with("/stories/the-drowned-street/"), "{copied}");
        reading
            .browser
            .until(&format!(
                "document.querySelector('{BAR}').textContent == 'Copied.'"
            ))
            .await;
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn where_copying_is_denied_the_quotation_stands_there_to_be_copied_by_hand() {
    read(async |reading| {
        reading.browser.before_every_page(NO_CLIPBOARD).await;
        opened(&reading).await;
        let words = select(&reading, 0, 30).await;
        choose(&reading, "quote").await;
        let there = format!(
            "(document.querySelector('.uncopied textarea')?.value || '').includes({})",
            json!(words.trim())
        );
        reading.browser.until(&there).await;
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn a_link_leads_another_reader_to_the_very_words() {
    read(async |reading| {
        reading.browser.before_every_page(CLIPBOARD).await;
        opened(&reading).await;
        let last = "document.querySelectorAll('.body > p').length - 1";
        let last = reading.browser.value(last).await.as_u64().unwrap() as u32;
        select(&reading, last, 14).await;
        choose(&reading, "link").await;
        reading.browser.until("!!window.copied").await;
        let copied = reading.browser.text("copied").await;
        let (_, directive) = copied.split_once("#:~:text=").unwrap();
        // Another document: the browser itself finds the words there and scrolls to them.
        let page = format!("{STORY}#:~:text={directive}");
        reading.browser.go_to(&reading.server.url(NEXT)).await;
        reading.browser.go_to(&reading.server.url(&page)).await;
        let seen = "(box => scrollY > 100 && box.top >= 0 && box.top < innerHeight)([...document.querySelectorAll('.body > p')].at(-1).getBoundingClientRect())";
        reading.browser.until(seen).await;
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn words_that_the_story_has_no_longer_are_shown_as_lost() {
    read(async |reading| {
        opened(&reading).await;
        let words = select(&reading, 0, 12).await;
        choose(&reading, "mark").await;
        reading
            .browser
            .until("!!localStorage['newsprint-highlights']")
            .await;
        reading
            .browser
            .run("localStorage['newsprint-highlights'] = localStorage['newsprint-highlights'].split(' ').map((part, number) => number > 4 && part ? 'gone%20' + number : part).join(' ')")
            .await;
        reading.browser.reload().await;
        reading.browser.call_the_tools().await;
        open_notes(&reading).await;
        let said = reading
            .browser
            .text("document.querySelector('.notes li').textContent")
            .await;
        assert!(said.contains("no longer has these words"), "{said} {words}");
        let places = "document.querySelectorAll(\"[data-do^='go ']\").length";
        assert_eq!(reading.browser.value(places).await, json!(0));
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn highlights_are_saved_as_markdown_and_as_web_annotations() {
    read(async |reading| {
        reading.browser.before_every_page(SAVED).await;
        opened(&reading).await;
        let words = select(&reading, 0, 25).await;
        choose(&reading, "note").await;
        reading
            .browser
            .until("document.activeElement.name == 'note-0'")
            .await;
        reading
            .browser
            .find("[name=note-0]")
            .await
            .send_keys("A \"note\".")
            .await
            .unwrap();
        reading.browser.click("[data-do=markdown]").await;
        reading.browser.until("!!window.saved").await;
        let text = reading.browser.text("saved").await;
        assert_eq!(reading.browser.text("savedAs").await, "highlights.md");
        assert!(
            text.contains(&format!("\n> {}\n\nA \"note\".\n", words.trim())),
            "{text}"
        );
        reading.browser.run("window.saved = ''").await;
        reading.browser.click("[data-do=annotations]").await;
        reading.browser.until("!!window.saved").await;
        let page: Value = serde_json::from_str(&reading.browser.text("saved").await).unwrap();
        let item = &page["items"][0];
        assert_eq!(page["type"], "AnnotationPage");
        assert_eq!(item["motivation"], "commenting");
        assert_eq!(item["body"]["value"], "A \"note\".");
        assert_eq!(item["target"]["source"], json!(reading.server.url(STORY)));
        assert_eq!(item["target"]["selector"]["exact"], json!(words.trim()));
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn another_story_is_led_to_from_the_list() {
    read(async |reading| {
        opened(&reading).await;
        select(&reading, 0, 12).await;
        choose(&reading, "mark").await;
        reading.open(NEXT).await;
        reading.browser.call_the_tools().await;
        open_notes(&reading).await;
        reading.browser.click(".notes a").await;
        reading.until_at(STORY).await;
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn where_the_browser_keeps_nothing_words_stay_marked_for_the_visit_and_that_is_said() {
    read(async |reading| {
        reading.browser.before_every_page(NO_STORAGE).await;
        opened(&reading).await;
        let words = select(&reading, 0, 12).await;
        choose(&reading, "mark").await;
        until_marked(&reading, "marked", &[words.trim()]).await;
        open_notes(&reading).await;
        let listed = reading
            .browser
            .text("document.querySelector('.notes blockquote').textContent")
            .await;
        assert_eq!(listed, words.trim());
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn a_browser_that_cannot_mark_keeps_the_words_and_lists_them() {
    read(async |reading| {
        reading.browser.before_every_page(NO_MARKS).await;
        opened(&reading).await;
        let words = select(&reading, 0, 12).await;
        choose(&reading, "mark").await;
        open_notes(&reading).await;
        let listed = reading
            .browser
            .text("document.querySelector('.notes blockquote').textContent")
            .await;
        assert_eq!(listed, words.trim());
        reading.browser.click("[data-do='go 0']").await;
        reading
            .browser
            .until("document.activeElement.matches('.body > p')")
            .await;
    });
}

/// Marks the first words of the story that is shown.
async fn mark_something(reading: &Reading) -> String {
    let words = select(reading, 0, 12).await;
    choose(reading, "mark").await;
    until_marked(reading, "marked", &[words.trim()]).await;
    words.trim().to_owned()
}

/// Goes to a URL with a full load, and waits for the tools.
async fn go_to(reading: &Reading, url: &str) {
    reading.browser.go_to("about:blank").await;
    reading.browser.go_to(url).await;
    reading.browser.call_the_tools().await;
}

/// Addresses that highlights are kept under.
const ADDRESSES: &str = "(localStorage['newsprint-highlights'] || '').split('\\n').filter(line => line).map(line => decodeURIComponent(line.split(' ')[0]))";

#[test]
#[ignore = "needs a browser: cargo xtask test"]
fn what_is_marked_goes_with_a_story_to_its_new_address() {
    read(async |reading| {
        let paper = OwnPaper::start(|_| {});
        go_to(&reading, &paper.story()).await;
        let words = mark_something(&reading).await;
        paper.move_to("letters-are-welcome");
        // Through the page at the old address, which leads on.
        go_to(&reading, &paper.story()).await;
        reading
            .browser
            .until_url(&paper.moved("letters-are-welcome"))
            .await;
        until_marked(&reading, "marked", &[&words]).await;
        let kept = reading.browser.value(ADDRESSES).await;
        assert_eq!(kept, json!(["/stories/letters-are-welcome/"]));
        // From now on it is there without the old address.
        paper.publish_moved("letters-are-welcome", |story| story["aliases"] = json!([]));
        go_to(&reading, &paper.moved("letters-are-welcome")).await;
        until_marked(&reading, "marked", &[&words]).await;
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn what_is_marked_is_there_however_the_address_is_written() {
    read(async |reading| {
        opened(&reading).await;
        let words = mark_something(&reading).await;
        for written in [
            "stories/the-drowned-street/index.html",
            "stories/the%2ddrowned-%73treet/",
        ] {
            go_to(&reading, &reading.server.url(written)).await;
            until_marked(&reading, "marked", &[&words]).await;
        }
        // What is marked there is beside it.
        select(&reading, 2, 12).await;
        choose(&reading, "mark").await;
        reading
            .browser
            .until(&format!("{}.length == 2", marked("marked")))
            .await;
        opened(&reading).await;
        reading
            .browser
            .until(&format!("{}.length == 2", marked("marked")))
            .await;
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn while_one_is_on_the_way_back_what_is_marked_is_of_the_page_that_is_shown() {
    read(async |reading| {
        reading.open(NEXT).await;
        let link = "const link = document.querySelector('header.masthead a')";
        let url = reading.server.url(STORY);
        reading
            .browser
            .run(&format!("{link}; link.href = '{url}'; link.click()"))
            .await;
        reading.until_at(STORY).await;
        // The page one goes back to has to be asked for.
        reading.browser.reload().await;
        reading.browser.call_the_tools().await;
        reading
            .server
            .fail(&format!("{NEXT}index.json"), Fault::Hang);
        reading.browser.run("history.back()").await;
        let ahead = format!("location.href == '{}'", reading.server.url(NEXT));
        reading.browser.until(&ahead).await;
        mark_something(&reading).await;
        reading
            .browser
            .run("document.querySelectorAll('.body > *')[12].scrollIntoView()")
            .await;
        reading
            .browser
            .until("!!localStorage['newsprint-places']")
            .await;
        let story = json!([format!("/{STORY}")]);
        assert_eq!(reading.browser.value(ADDRESSES).await, story);
        let places = "localStorage['newsprint-places'].split('\\n').filter(line => line).map(line => line.split(' ')[0])";
        assert_eq!(reading.browser.value(places).await, story);
        assert!(reading.browser.holds(&ahead).await);
    });
}
