//! A story is read aloud. The voices are stand-ins: a browser without a window has none.

use serde_json::json;

use crate::harness::{Fault, OwnPaper, Reading, read};

const STORY: &str = "stories/heron-returns/";
const ARABIC: &str = "stories/al-mina-wa-al-lugha/";

const VOICES: &str = "window.spoken = []; window.SpeechSynthesisUtterance = class extends EventTarget { constructor(text) { super(); this.text = text; } };
Object.defineProperty(window, 'speechSynthesis', {value: Object.assign(new EventTarget(), {
    getVoices: () => [{name: 'Far', lang: 'en-GB', localService: false}, {name: 'Ada', lang: 'en-GB', localService: true}, {name: 'Bea', lang: 'en_GB', localService: true}, {name: 'Layla', lang: 'ar-SA', localService: true}],
    speak(utterance) { spoken.push(utterance); window.silent = false; }, cancel() { window.silent = true; }})});
const session = {}; Object.defineProperty(navigator, 'mediaSession', {value: {setActionHandler: (action, act) => { session[action] = act; }}}); window.session = session;";
const NO_SPEECH: &str = "Object.defineProperty(window, 'speechSynthesis', {value: undefined})";

async fn opened(reading: &Reading, page: &str) {
    reading.open(page).await;
    reading.browser.call_the_tools().await;
    reading.browser.click(".tools-button").await;
    let listen = "[...document.querySelectorAll('.tools-panel .names button')][2]";
    reading.browser.run(&format!("{listen}.click()")).await;
}

async fn key(reading: &Reading, key: &str) {
    reading
        .browser
        .run(&format!(
            "document.body.dispatchEvent(new KeyboardEvent('keydown', {{key: '{key}', bubbles: true}}))"
        ))
        .await;
}

async fn end_of_piece(reading: &Reading) {
    reading
        .browser
        .run("spoken.at(-1).dispatchEvent(new Event('end'))")
        .await;
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn a_story_is_read_from_its_headline_piece_by_piece_and_pauses() {
    read(async |reading| {
        reading.browser.before_every_page(VOICES).await;
        opened(&reading, STORY).await;
        reading.browser.click("[data-do=play]").await;
        assert_eq!(
            reading.browser.text("spoken.at(-1).text").await,
            reading
                .browser
                .text("document.querySelector('h1').textContent")
                .await
        );
        assert_eq!(
            reading
                .browser
                .value("[spoken.at(-1).voice.name, spoken.at(-1).lang, spoken.at(-1).rate]")
                .await,
            json!(["Ada", "en-GB", 1])
        );
        end_of_piece(&reading).await;
        assert_eq!(
            reading.browser.text("spoken.at(-1).text").await,
            reading
                .browser
                .text("document.querySelector('.standfirst').textContent")
                .await
        );
        reading.browser.click("[data-do=play]").await;
        assert!(
            reading
                .browser
                .holds("silent && !CSS.highlights.has('newsprint-spoken')")
                .await
        );
        let said = reading.browser.number("spoken.length").await;
        reading.browser.click("[data-do=play]").await;
        assert_eq!(reading.browser.number("spoken.length").await, said + 1.0);
        assert!(
            reading
                .browser
                .holds("spoken.at(-1).text == spoken.at(-2).text")
                .await
        );
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn spoken_words_are_marked_and_the_page_keeps_its_nodes() {
    read(async |reading| {
        reading.browser.before_every_page(VOICES).await;
        opened(&reading, STORY).await;
        reading
            .browser
            .run("window.before = document.querySelector('main').cloneNode(true)")
            .await;
        reading.browser.click("[data-do=play]").await;
        reading.browser.run("spoken.at(-1).dispatchEvent(Object.assign(new Event('boundary'), {charIndex: 4, charLength: 5}))").await;
        let marked =
            "[...CSS.highlights.get('newsprint-spoken')].map(range => range.toString()).join()";
        assert_eq!(reading.browser.text(marked).await, "Heron");
        assert!(
            reading
                .browser
                .holds("before.isEqualNode(document.querySelector('main'))")
                .await
        );
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn keys_and_media_keys_lead_from_paragraph_to_paragraph() {
    read(async |reading| {
        reading.browser.before_every_page(VOICES).await;
        opened(&reading, STORY).await;
        key(&reading, "l").await;
        // The key opens the tool; the button in it plays.
        reading.browser.click("[data-do=play]").await;
        reading.browser.run("session.nexttrack()").await;
        let second = reading.browser.text("spoken.at(-1).text").await;
        assert_eq!(
            second,
            reading
                .browser
                .text("document.querySelector('.standfirst').textContent")
                .await
        );
        reading.browser.run("session.previoustrack()").await;
        let first = reading.browser.text("spoken.at(-1).text").await;
        assert_eq!(
            first,
            reading
                .browser
                .text("document.querySelector('h1').textContent")
                .await
        );
        reading.browser.run("session.pause()").await;
        assert!(reading.browser.holds("silent").await);
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn a_run_in_another_language_is_spoken_in_a_voice_of_that_language() {
    read(async |reading| {
        reading.browser.before_every_page(VOICES).await;
        opened(&reading, ARABIC).await;
        reading.browser.click("[data-do=play]").await;
        for _ in 0..200 {
            end_of_piece(&reading).await;
            if reading
                .browser
                .holds("!spoken.at(-1).lang.startsWith('ar')")
                .await
            {
                break;
            }
        }
        assert!(reading.browser.holds("spoken[0].voice.name == 'Layla' && !spoken.at(-1).lang.startsWith('ar') && spoken.at(-1).voice?.name != 'Layla'").await);
    });
}

/// Turns a voice of another language into one that is far away: the Arabic story has English words in it.
const FAR_ENGLISH: &str = "speechSynthesis.getVoices = () => [{name: 'Far', lang: 'en-GB', localService: false}, {name: 'Layla', lang: 'ar-SA', localService: true}];";

/// Reads to the end, whatever that takes, in one task.
const READ_ON: &str = "for (let piece = 0; piece < 3000 && !window.silent; piece++) { spoken.at(-1).dispatchEvent(new Event('end')); }";

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn words_of_a_language_that_only_a_voice_far_away_speaks_are_read_by_the_storys_voice() {
    read(async |reading| {
        reading.browser.before_every_page(VOICES).await;
        reading.browser.before_every_page(FAR_ENGLISH).await;
        opened(&reading, ARABIC).await;
        reading.browser.click("[data-do=play]").await;
        reading.browser.run(READ_ON).await;
        let voices = "[...new Set(spoken.map(one => one.voice?.name + ' ' + one.lang))]";
        assert_eq!(
            reading.browser.value(voices).await,
            json!(["Layla ar"]),
            "a browser that is told of another language may look for another voice"
        );
        assert!(
            reading
                .browser
                .holds("spoken.some(one => one.text.includes('admiral'))")
                .await
        );
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn words_that_no_voice_here_speaks_are_left_out_where_that_is_chosen_also_after_a_reload() {
    read(async |reading| {
        reading.browser.before_every_page(VOICES).await;
        reading.browser.before_every_page(FAR_ENGLISH).await;
        opened(&reading, ARABIC).await;
        reading.browser.click("[name=leave-out]").await;
        opened(&reading, ARABIC).await;
        reading.browser.click("[data-do=play]").await;
        reading.browser.run(READ_ON).await;
        assert!(
            reading
                .browser
                .holds("spoken.length > 5 && spoken.every(one => one.voice.name == 'Layla' && !one.text.includes('admiral'))")
                .await
        );
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn where_every_voice_of_the_language_is_far_away_nothing_is_spoken_and_it_is_said_why() {
    read(async |reading| {
        reading.browser.before_every_page(VOICES).await;
        reading.browser.before_every_page(FAR_ENGLISH).await;
        opened(&reading, STORY).await;
        reading
            .browser
            .until("document.querySelector('.tool').textContent.startsWith('Your browser has no voice for the language of this page (en-GB)')")
            .await;
        assert!(reading.browser.holds("spoken.length == 0").await);
    });
}

/// The voice fails at what it was told to speak.
async fn fail(reading: &Reading, error: &str) {
    reading
        .browser
        .run(&format!(
            "spoken.at(-1).dispatchEvent(Object.assign(new Event('error'), {{error: '{error}'}}))"
        ))
        .await;
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn a_voice_that_fails_stops_the_reading_and_that_is_said_and_seen() {
    read(async |reading| {
        reading.browser.before_every_page(VOICES).await;
        opened(&reading, STORY).await;
        reading.browser.click("[name=next]").await;
        reading.browser.click("[data-do=play]").await;
        fail(&reading, "synthesis-failed").await;
        let failed = "document.querySelector('.aloud .outcome')?.textContent.startsWith('The voice failed') ?? false";
        assert!(reading.browser.holds(failed).await);
        assert!(
            reading
                .browser
                .holds("spoken.length == 1 && silent && document.querySelector('[data-do=play]').textContent == 'Read aloud'")
                .await
        );
        reading
            .browser
            .until("document.querySelector('body > p[role=status]').textContent.startsWith('The voice failed')")
            .await;
        // Tried again, the same words are spoken.
        reading.browser.click("[data-do=play]").await;
        assert!(!reading.browser.holds(failed).await);
        assert!(
            reading
                .browser
                .holds("spoken.length == 2 && spoken[0].text == spoken[1].text")
                .await
        );
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn a_voice_that_fails_while_the_panel_is_closed_is_told_of_in_a_notice() {
    read(async |reading| {
        reading.browser.before_every_page(VOICES).await;
        opened(&reading, STORY).await;
        reading.browser.click("[data-do=play]").await;
        reading.browser.click("[data-do=close]").await;
        fail(&reading, "audio-hardware").await;
        reading
            .browser
            .until("document.querySelector('.silence')?.textContent.startsWith('The voice failed') ?? false")
            .await;
        reading.browser.click(".silence button").await;
        assert!(
            reading
                .browser
                .holds("!document.querySelector('.silence')")
                .await
        );
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn a_voice_that_another_silences_pauses_without_a_word() {
    read(async |reading| {
        reading.browser.before_every_page(VOICES).await;
        opened(&reading, STORY).await;
        reading.browser.click("[data-do=play]").await;
        fail(&reading, "interrupted").await;
        assert!(
            reading
                .browser
                .holds("spoken.length == 1 && silent && !document.querySelector('.aloud .outcome') && document.querySelector('[data-do=play]').textContent == 'Read aloud'")
                .await
        );
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn the_voice_is_silent_when_the_document_is_left_and_when_a_link_is_followed() {
    read(async |reading| {
        reading.browser.before_every_page(VOICES).await;
        opened(&reading, STORY).await;
        reading.browser.click("[data-do=play]").await;
        reading
            .browser
            .run("speechSynthesis.cancel = () => { sessionStorage.silenced = 'yes'; }")
            .await;
        reading.load("").await;
        assert_eq!(reading.browser.text("sessionStorage.silenced").await, "yes");
        opened(&reading, STORY).await;
        reading.browser.click("[data-do=play]").await;
        assert!(!reading.browser.holds("silent").await);
        reading
            .browser
            .run("document.querySelector('.masthead a').click()")
            .await;
        reading.until_at("").await;
        reading.browser.until("silent").await;
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn who_leaves_by_hand_while_the_next_story_is_on_its_way_hears_no_more() {
    read(async |reading| {
        reading.browser.before_every_page(VOICES).await;
        opened(&reading, STORY).await;
        reading.browser.click("[name=next]").await;
        reading.browser.click("[data-do=play]").await;
        reading
            .server
            .fail("stories/dry-dock-overrun/index.json", Fault::Hang);
        reading.browser.run(READ_ON).await;
        let said = reading.browser.number("spoken.length").await;
        let other = "stories/al-mina-wa-al-lugha/";
        reading
            .browser
            .run(&format!("const link = document.querySelector('main a'); link.href = '../../{other}'; link.click()"))
            .await;
        reading.until_at(other).await;
        tokio::time::sleep(std::time::Duration::from_millis(300)).await;
        assert_eq!(reading.browser.number("spoken.length").await, said);
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn what_is_raised_is_read_and_so_is_a_line_with_a_list_below_it_but_nothing_that_repeats_or_leads_away()
 {
    let paper = OwnPaper::start(|story| {
        story["body"] = json!([
            { "paragraph": ["The hall has 31 m", { "sup": "2" }, ".", { "footnote": "1" }] },
            { "paragraph": ["On the 4", { "sup": "th" }, " there were 10", { "sup": "6" }, " grains."] },
            { "paragraph": ["Salt", { "line_break": {} }, "marsh"] },
            { "list": [{ "text": "Boats for hire:", "list": ["skiffs", "punts"] }, "Nets"] },
            { "pull_quote": "Boats for hire" },
            { "pull_quote": "Never said before" },
            { "see_also": "first-edition" },
            { "footnotes": [{ "id": "1", "text": "Counted" }] },
        ]);
    });
    read(async move |reading| {
        reading.browser.before_every_page(VOICES).await;
        reading.browser.go_to(&paper.story()).await;
        reading.browser.call_the_tools().await;
        reading.browser.click(".tools-button").await;
        reading.browser.choose_tool("Listen").await;
        reading.browser.click("[data-do=play]").await;
        reading.browser.run(READ_ON).await;
        let said = reading
            .browser
            .text("spoken.map(one => one.text.trim()).join('|')")
            .await;
        assert!(
            said.ends_with("The hall has 31 m 2.|On the 4th there were 10 6 grains.|Salt\nmarsh|Boats for hire:|skiffs|punts|Nets"),
            "{said}"
        );
        // The words that are spoken are marked where they stand, also behind a space that the page does not have.
        let marsh = "[...CSS.highlights.get('newsprint-spoken')].join()";
        reading.browser.click("[data-do=play]").await;
        reading
            .browser
            .run("while (!spoken.at(-1).text.startsWith('Salt')) spoken.at(-1).dispatchEvent(new Event('end')); spoken.at(-1).dispatchEvent(Object.assign(new Event('boundary'), {charIndex: 5, charLength: 5}))")
            .await;
        assert_eq!(reading.browser.text(marsh).await, "marsh");
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn speed_and_voice_are_kept_after_a_reload() {
    read(async |reading| {
        reading.browser.before_every_page(VOICES).await;
        opened(&reading, STORY).await;
        for (name, value) in [("rate", "1.5"), ("voice", "Bea")] {
            reading
                .browser
                .run(&format!("const control = document.querySelector('.tool [name={name}]'); control.value = '{value}'; control.dispatchEvent(new Event('input', {{bubbles: true}}))"))
                .await;
        }
        opened(&reading, STORY).await;
        reading.browser.click("[data-do=play]").await;
        assert_eq!(
            reading
                .browser
                .value("[spoken.at(-1).voice.name, spoken.at(-1).rate]")
                .await,
            json!(["Bea", 1.5])
        );
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn a_speed_that_no_voice_has_is_the_fastest_there_is() {
    read(async |reading| {
        reading.browser.before_every_page(VOICES).await;
        reading.open(STORY).await;
        reading
            .browser
            .run("localStorage.setItem('newsprint-voice', 'rate=1e39\\n')")
            .await;
        opened(&reading, STORY).await;
        reading.browser.click("[data-do=play]").await;
        assert_eq!(
            reading.browser.value("spoken.at(-1).rate").await,
            json!(2.5)
        );
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn at_the_end_the_next_story_is_read_if_that_is_wanted_and_leaving_by_hand_is_silence() {
    read(async |reading| {
        reading.browser.before_every_page(VOICES).await;
        opened(&reading, STORY).await;
        reading.browser.click("[name=next]").await;
        reading.browser.click("[data-do=play]").await;
        // All in one task, in which no other page can come.
        reading
            .browser
            .run("for (let piece = 0; piece < 300 && !window.silent; piece++) spoken.at(-1).dispatchEvent(new Event('end'))")
            .await;
        reading.until_at("stories/dry-dock-overrun/").await;
        reading
            .browser
            .until("spoken.at(-1).text == document.querySelector('h1').textContent")
            .await;
        reading.browser.back().await;
        reading.until_at(STORY).await;
        reading.browser.until("silent").await;
    });
}

#[test]
#[ignore = "needs a browser: cargo xtask test"]
fn where_there_is_no_next_story_the_next_link_is_followed_in_silence() {
    // The only story of its section, and none beside it.
    let paper = OwnPaper::start(|story| story["body"] = json!(["Words."]));
    read(async move |reading| {
        reading.browser.before_every_page(VOICES).await;
        reading.browser.go_to(&paper.story()).await;
        reading.browser.call_the_tools().await;
        reading
            .browser
            .run("document.querySelectorAll('.related').forEach(list => list.remove())")
            .await;
        reading.browser.click(".tools-button").await;
        reading.browser.choose_tool("Listen").await;
        reading.browser.click("[name=next]").await;
        reading.browser.click("[data-do=play]").await;
        reading.browser.run(READ_ON).await;
        reading
            .browser
            .until("!!document.querySelector('.no-next')")
            .await;
        let said = reading.browser.number("spoken.length").await;
        reading
            .browser
            .run("document.querySelector('header.masthead a').click()")
            .await;
        reading
            .browser
            .until(
                "!document.querySelector('article.story') && !document.querySelector('.no-next')",
            )
            .await;
        // The tools have come to the page by now, and would have begun to speak.
        assert_eq!(reading.browser.number("spoken.length").await, said);
        assert!(reading.browser.holds("silent").await);
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn where_the_browser_has_no_voice_that_is_said_in_words() {
    for script in [NO_SPEECH, "''"] {
        read(async move |reading| {
            reading.browser.before_every_page(script).await;
            opened(&reading, STORY).await;
            reading
                .browser
                .until("document.querySelector('.tool').textContent.startsWith('Your browser has no voice for the language of this page (en-GB)')")
                .await;
            assert!(
                reading
                    .browser
                    .holds("!document.querySelector('[data-do=play]')")
                    .await
            );
        });
    }
}
