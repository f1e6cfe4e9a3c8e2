//! Highlights and notes.

use serde_json::{Value, json};
use thirtyfour::Key;

use crate::harness::{Fault, NO_STORAGE, OwnPaper, Reading, read};

const STORY: &str = "stories/the-drowned-street/";
const NEXT: &str = "stories/heron-returns/";
const BAR: &str = ".selection";
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
        assert!(
            said.contains("These words are no longer in the story"),
            "{said} {words}"
        );
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

/// Opens a story of the test's own, and selects from one place to another: each is a selector and so many characters of
/// the first text in it.
async fn select_in(reading: &Reading, paper: &OwnPaper, from: (&str, u32), to: (&str, u32)) {
    reading.browser.before_every_page(CLIPBOARD).await;
    go_to(reading, &paper.story()).await;
    select_between(reading, from, to).await;
}

async fn select_between(reading: &Reading, from: (&str, u32), to: (&str, u32)) {
    // What is offered for an earlier selection goes first.
    reading
        .browser
        .run("document.activeElement.blur(); getSelection().removeAllRanges()")
        .await;
    let gone = format!("!document.querySelector('{BAR}')");
    reading.browser.until(&gone).await;
    let text = "const text = place => document.createTreeWalker(document.querySelector(place), NodeFilter.SHOW_TEXT).nextNode()";
    reading
        .browser
        .run(&format!(
            "{text}; getSelection().setBaseAndExtent(text('{}'), {}, text('{}'), {})",
            from.0, from.1, to.0, to.1
        ))
        .await;
    let there = format!("!!document.querySelector('{BAR} button')");
    reading.browser.until(&there).await;
}

async fn copied(reading: &Reading, act: &str) -> String {
    reading.browser.run("delete window.copied").await;
    choose(reading, act).await;
    reading.browser.until("!!window.copied").await;
    reading.browser.text("copied").await
}

#[test]
#[ignore = "needs a browser: cargo xtask test"]
fn what_is_copied_and_marked_has_the_breaks_of_the_page_and_no_number_of_a_footnote() {
    let paper = OwnPaper::start(|story| {
        story["body"] = json!([
            { "paragraph": ["Nobody had seen the heron for a year", { "footnote": "1" }, "."] },
            { "paragraph": ["Salt", { "line_break": {} }, "marsh"] },
            { "list": ["skiffs", "punts"] },
            "The end.",
            { "footnotes": [{ "id": "1", "text": "Or two." }] },
        ]);
    });
    read(async move |reading| {
        select_in(&reading, &paper, (".body p", 20), (".body ul + p", 3)).await;
        let whole = "heron for a year.\n\nSalt\nmarsh\n\nskiffs\npunts\n\nThe";
        let quotation = copied(&reading, "quote").await;
        assert!(quotation.starts_with(&format!("“{whole}”")), "{quotation}");
        select_between(&reading, (".body p", 20), (".body ul + p", 3)).await;
        choose(&reading, "mark").await;
        reading
            .browser
            .until(&format!("{}.length == 1", marked("marked")))
            .await;
        reading.browser.reload().await;
        reading
            .browser
            .until(&format!("{}.length == 1", marked("marked")))
            .await;
        let ends = "(range => [range.startOffset, range.endContainer.data, range.endOffset])([...CSS.highlights.get('newsprint-marked')][0])";
        assert_eq!(
            reading.browser.value(ends).await,
            json!([20, "The end.", 3])
        );
        open_notes(&reading).await;
        let listed = "document.querySelector('.notes blockquote').textContent";
        assert_eq!(reading.browser.text(listed).await, whole);
    });
}

#[test]
#[ignore = "needs a browser: cargo xtask test"]
fn a_mark_is_lost_with_its_words_and_does_not_jump_to_equal_ones() {
    let paper = OwnPaper::start(|story| {
        story["body"] = json!([
            "Nobody had seen the heron for a year.",
            "At dawn a heron stood there."
        ]);
    });
    read(async move |reading| {
        go_to(&reading, &paper.story()).await;
        select_between(&reading, (".body p", 20), (".body p", 25)).await;
        choose(&reading, "mark").await;
        until_marked(&reading, "marked", &["heron"]).await;
        paper.publish(|story| {
            story["body"] = json!(["It was a quiet spring.", "At dawn a heron stood there."]);
        });
        go_to(&reading, &paper.story()).await;
        open_notes(&reading).await;
        reading
            .browser
            .until("document.querySelector('.notes ol').textContent.startsWith('heron')")
            .await;
        assert!(
            reading
                .browser
                .holds(&format!(
                    "{}.length == 0 && !document.querySelector('[data-do^=go]')",
                    marked("marked")
                ))
                .await
        );
    });
}

#[test]
#[ignore = "needs a browser: cargo xtask test"]
fn a_link_to_a_paragraph_that_begins_as_another_leads_the_browser_to_it() {
    let paper = OwnPaper::start(|story| {
        let mut body = vec![
            json!(
                "The señora came to the harbour in the morning, and nobody saw her leave it again before the storm."
            );
            1
        ];
        body.extend(
            (0..60).map(|number| json!(format!("Paragraph {number} of a long story. ").repeat(6))),
        );
        body.push(json!("The señora came to the harbour in the evening, when the storm had gone out to the sea with the tide."));
        body.push(json!("The end."));
        story["body"] = json!(body);
    });
    read(async move |reading| {
        // As a triple click selects: up to the beginning of the next paragraph.
        let (wanted, next) = (".body > :nth-child(62)", ".body > :nth-child(63)");
        select_in(&reading, &paper, (wanted, 0), (next, 0)).await;
        let link = copied(&reading, "link").await;
        let (_, fragment) = link.split_once('#').unwrap();
        assert!(
            fragment.ends_with("with%20the%20tide.") || fragment.contains("with%20the%20tide.,-"),
            "{fragment}"
        );
        reading.browser.go_to("about:blank").await;
        let url = format!("{}#{fragment}", paper.story());
        reading.browser.go_to(&url).await;
        let seen = format!(
            "(box => box && box.top > 0 && box.bottom < innerHeight)(document.querySelector('{wanted}')?.getBoundingClientRect())"
        );
        reading.browser.until(&seen).await;
    });
}

#[test]
#[ignore = "needs a browser: cargo xtask test"]
fn a_link_to_half_a_word_names_the_whole_in_every_alphabet() {
    let paper = OwnPaper::start(|story| {
        story["body"] = json!(["Dijo la señora Calder", "苍鹭回到港口了"]);
    });
    read(async move |reading| {
        select_in(&reading, &paper, (".body p", 8), (".body p", 10)).await;
        let link = copied(&reading, "link").await;
        assert!(link.contains(",se%C3%B1ora,"), "{link}");
        // The browser knows that 港口 is one word.
        select_between(&reading, (".body p + p", 4), (".body p + p", 5)).await;
        let link = copied(&reading, "link").await;
        assert!(link.contains("%E6%B8%AF%E5%8F%A3"), "{link}");
    });
}
