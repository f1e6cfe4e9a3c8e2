//! Without a network: what was read, what is kept on purpose, and new versions of the paper.

use std::path::Path;

use newsprint::press::offline::KILL_SWITCH;
use newsprint::press::policy::hash;
use serde_json::json;
use thirtyfour::Key;

use crate::harness::server::paper;
use crate::harness::{Fault, Reading, Setting, read, read_in};

const STORY: &str = "stories/the-drowned-street/";
const NEXT: &str = "stories/heron-returns/";
const UNREAD: &str = "stories/steam-cat/";
const PANEL: &str = ".tools-panel";
/// Keeps the text of what is handed to the browser to be saved.
const SAVED: &str = "URL.createObjectURL = blob => (blob.text().then(text => window.saved = text), 'blob:nothing'); HTMLAnchorElement.prototype.click = () => {}";
const KEEP: &str = ".keep > button";
const NOTICE: &str = "!!document.querySelector('.new-edition')";
/// Names of the paper's caches.
const CACHES: &str = "caches.keys().then(names => names.filter(name => name.startsWith('newsprint ')).map(name => name.split(' ')[2]))";

/// Runs a test in a browser that has service workers.
fn read_with_workers(test: impl AsyncFnOnce(Reading) + 'static) {
    let setting = Setting {
        workers: true,
        ..Setting::default()
    };
    read_in(setting, test);
}

/// Waits until a file of the paper is kept, in a cache of this kind.
async fn until_kept(reading: &Reading, kind: &str, file: &str) {
    let url = reading.server.url(file);
    let kept = format!(
        "caches.keys().then(async names => {{ for (const name of names) if (name.split(' ')[2] == '{kind}' && await (await caches.open(name)).match('{url}', {{ignoreVary: true}})) return true; }})"
    );
    reading.browser.until(&kept).await;
}

/// Opens a page, and waits until the service worker has the page and the core. It keeps both files of a page at once,
/// and either may be there first.
async fn open(reading: &Reading, page: &str) {
    reading.open(page).await;
    let controlled = "!!navigator.serviceWorker.controller";
    reading.browser.until(controlled).await;
    if !page.is_empty() {
        until_kept(reading, "pages", page).await;
        until_kept(reading, "pages", &format!("{page}index.json")).await;
    }
}

/// Takes the network away, with what the browser has in its ordinary cache.
async fn lose_the_network(reading: &Reading) {
    reading
        .browser
        .devtools("Network.clearBrowserCache", json!({}))
        .await;
    reading.server.go_away().await;
}

async fn heading(reading: &Reading) -> String {
    let heading = "document.querySelector('h1').textContent";
    reading.browser.text(heading).await
}

/// The headline of a printed page.
fn printed_heading(page: &str) -> String {
    let html = printed(&format!("{page}index.html"));
    let (_, from) = html.split_once("<h1").unwrap();
    let (_, from) = from.split_once('>').unwrap();
    from.split_once("</h1>").unwrap().0.to_owned()
}

fn printed(file: &str) -> String {
    std::fs::read_to_string(Path::new(&paper()).join(file)).unwrap()
}

/// Follows a link of the page that leads to another one of the paper.
async fn follow(reading: &Reading, page: &str) {
    let url = reading.server.url(page);
    reading.browser.run(&format!("const link = document.querySelector('header.masthead a'); link.href = '{url}'; link.click()")).await;
}

async fn open_tool(reading: &Reading) {
    reading.browser.call_the_tools().await;
    reading.browser.click(".tools-button").await;
    reading.browser.choose_tool("Offline").await;
}

async fn says(reading: &Reading, words: &str) {
    let said = format!("document.querySelector('{PANEL}').textContent.includes('{words}')");
    reading.browser.until(&said).await;
}

/// Keeps the story that is shown.
async fn keep(reading: &Reading) {
    open_tool(reading).await;
    reading.browser.click(KEEP).await;
    says(reading, "is saved on this device, with its pictures").await;
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn all_kept_stories_are_saved_as_one_book() {
    read_with_workers(async |reading| {
        reading.browser.before_every_page(SAVED).await;
        for story in [STORY, NEXT] {
            open(&reading, story).await;
            keep(&reading).await;
        }
        reading.browser.click("[data-do=book]").await;
        reading.browser.until("!!window.saved").await;
        let book = reading.browser.text("saved").await;
        let told = [STORY, NEXT].map(printed_heading);
        for part in [
            "EPUB/story-0.xhtml",
            "EPUB/story-1.xhtml",
            &told[0],
            &told[1],
        ] {
            assert!(book.contains(part), "{part}");
        }
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn stories_that_were_read_are_there_again_without_a_network() {
    read_with_workers(async |reading| {
        open(&reading, STORY).await;
        follow(&reading, NEXT).await;
        reading.until_at(NEXT).await;
        until_kept(&reading, "pages", &format!("{NEXT}index.json")).await;
        until_kept(&reading, "pages", NEXT).await;
        lose_the_network(&reading).await;
        reading.browser.reload().await;
        assert_eq!(heading(&reading).await, printed_heading(NEXT));
        reading.open(STORY).await;
        assert_eq!(heading(&reading).await, printed_heading(STORY));
        reading.browser.mark().await;
        follow(&reading, NEXT).await;
        reading.until_at(NEXT).await;
        assert!(reading.browser.is_marked().await);
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn the_pictures_of_the_first_story_are_there_again_without_a_network() {
    read_with_workers(async |reading| {
        open(&reading, NEXT).await;
        let url = reading
            .browser
            .text("document.querySelector('main img').currentSrc")
            .await;
        let file = url.split_once("/assets/").unwrap().1;
        until_kept(&reading, "pictures", &format!("assets/{file}")).await;
        lose_the_network(&reading).await;
        reading.browser.reload().await;
        let shown = "document.querySelector('main img').naturalWidth > 0";
        reading.browser.until(shown).await;
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn the_front_page_is_there_without_a_network_though_nobody_has_read_it() {
    read_with_workers(async |reading| {
        open(&reading, STORY).await;
        lose_the_network(&reading).await;
        reading.open("").await;
        assert_eq!(heading(&reading).await, printed_heading(""));
        reading.browser.mark().await;
        follow(&reading, STORY).await;
        reading.until_at(STORY).await;
        follow(&reading, "").await;
        reading.until_at("").await;
        assert!(reading.browser.is_marked().await);
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn a_page_that_nobody_has_read_says_so_without_a_network() {
    read_with_workers(async |reading| {
        open(&reading, STORY).await;
        lose_the_network(&reading).await;
        reading.load(UNREAD).await;
        let said = reading
            .browser
            .text("document.querySelector('p').textContent")
            .await;
        assert!(said.starts_with("You seem to be offline, and this page is not saved"));
        let root = reading.server.url("");
        let links = "[...document.querySelectorAll('a')].map(link => link.href)";
        let here = reading.server.url(UNREAD);
        assert_eq!(reading.browser.value(links).await, json!([here, root]));
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn a_link_to_a_page_that_nobody_has_read_leaves_one_where_one_is() {
    read_with_workers(async |reading| {
        open(&reading, STORY).await;
        lose_the_network(&reading).await;
        reading.browser.mark().await;
        follow(&reading, UNREAD).await;
        reading
            .browser
            .until("document.querySelector('.message')?.textContent.includes('You seem to be offline')")
            .await;
        assert!(reading.browser.is_marked().await);
        assert_eq!(heading(&reading).await, printed_heading(STORY));
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn a_page_that_is_long_in_coming_is_shown_as_it_was_read() {
    read_with_workers(async |reading| {
        open(&reading, STORY).await;
        reading.server.fail(STORY, Fault::Hang);
        reading.load(STORY).await;
        assert_eq!(heading(&reading).await, printed_heading(STORY));
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn an_answer_that_is_a_fault_is_never_kept() {
    read_with_workers(async |reading| {
        open(&reading, STORY).await;
        reading.server.fail(NEXT, Fault::Status(500));
        reading.load(NEXT).await;
        reading.load("missing/").await;
        open(&reading, UNREAD).await;
        let pages = "caches.keys().then(async names => { const cache = await caches.open(names.find(name => name.endsWith(' pages'))); return (await cache.keys()).map(request => request.url) })";
        let urls = [STORY, UNREAD].map(|page| {
            let url = reading.server.url(page);
            [url.clone(), url + "index.json"]
        });
        let mut kept: Vec<String> =
            serde_json::from_value(reading.browser.value(pages).await).unwrap();
        kept.sort();
        let mut urls = urls.concat();
        urls.sort();
        assert_eq!(kept, urls);
    });
}

/// URLs of all that is kept, but for the files named by their content.
const KEPT_PAGES: &str = "caches.keys().then(async names => (await Promise.all(names.map(async name => (await (await caches.open(name)).keys()).map(request => request.url)))).flat().filter(url => !/\\/assets\\/.*-[0-9a-f]{12}/.test(url)).sort())";

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn pages_and_files_of_other_applications_of_the_host_are_never_kept() {
    read_with_workers(async |reading| {
        open(&reading, STORY).await;
        let before = reading.browser.value(KEPT_PAGES).await;
        for path in ["mail/", "mail/index.json", "stories/", "assets/app.js"] {
            reading.server.fail(path, Fault::Html);
        }
        reading.load("mail/").await;
        reading
            .browser
            .run("return Promise.all(['index.json', '/assets/app.js', '/stories/'].map(url => fetch(url).then(answer => answer.text())))")
            .await;
        reading.load("stories/").await;
        // Known to have gone through the worker's hands: this one is kept after those.
        open(&reading, NEXT).await;
        let mut wanted: Vec<String> = serde_json::from_value(before).unwrap();
        let next = reading.server.url(NEXT);
        wanted.extend([format!("{next}index.json"), next]);
        wanted.sort();
        assert_eq!(reading.browser.value(KEPT_PAGES).await, json!(wanted));
        lose_the_network(&reading).await;
        reading.load("mail/").await;
        let said = reading
            .browser
            .text("document.querySelector('p').textContent")
            .await;
        assert!(said.contains("this page is not saved"), "{said}");
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn what_the_host_forbids_to_keep_is_not_kept() {
    read_with_workers(async |reading| {
        open(&reading, STORY).await;
        for file in [NEXT.to_owned(), format!("{NEXT}index.json")] {
            reading.server.fail(&file, Fault::NoStore);
        }
        reading.open(NEXT).await;
        open_tool(&reading).await;
        reading.browser.click(KEEP).await;
        says(&reading, "cannot be saved").await;
        open(&reading, UNREAD).await;
        let kept = reading.browser.value(KEPT_PAGES).await.to_string();
        assert!(kept.contains(UNREAD) && !kept.contains(NEXT), "{kept}");
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn an_address_with_a_question_is_not_kept_as_the_one_without_it() {
    read_with_workers(async |reading| {
        open(&reading, STORY).await;
        // Gone again before the reader says what is read.
        reading.load("search/?q=heron").await;
        reading.load(&format!("{NEXT}?signed-in=yes")).await;
        open(&reading, UNREAD).await;
        let kept = reading.browser.value(KEPT_PAGES).await.to_string();
        for asked in ["search", NEXT] {
            assert!(kept.contains(UNREAD) && !kept.contains(asked), "{kept}");
        }
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn an_old_address_leads_to_its_story_without_a_network_as_well() {
    const OLD: &str = "2024/09/heron-laid-up/";
    read_with_workers(async |reading| {
        open(&reading, NEXT).await;
        reading.load(OLD).await;
        reading.until_at(NEXT).await;
        lose_the_network(&reading).await;
        reading.load(OLD).await;
        reading.until_at(NEXT).await;
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn the_search_page_is_there_without_a_network_whatever_was_asked() {
    read_with_workers(async |reading| {
        open(&reading, "search/").await;
        until_kept(&reading, "pages", "search/").await;
        lose_the_network(&reading).await;
        reading.open("search/?q=heron").await;
        assert_eq!(heading(&reading).await, printed_heading("search/"));
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn a_story_that_another_address_answers_for_is_not_kept() {
    read_with_workers(async |reading| {
        open(&reading, STORY).await;
        open_tool(&reading).await;
        says(&reading, "No story is saved yet").await;
        reading.server.fail(STORY, Fault::LeadsTo(NEXT));
        reading.browser.click(KEEP).await;
        says(&reading, "A part of the story did not arrive").await;
        nothing_is_kept(&reading).await;
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn a_story_that_one_was_led_to_by_signing_in_is_there_without_a_network() {
    read_with_workers(async |reading| {
        open(&reading, STORY).await;
        reading.server.fail(STORY, Fault::SignIn);
        keep(&reading).await;
        reading
            .browser
            .run("return caches.keys().then(names => Promise.all(names.filter(name => /pages/.test(name)).map(name => caches.delete(name))))")
            .await;
        lose_the_network(&reading).await;
        reading.open(STORY).await;
        assert_eq!(heading(&reading).await, printed_heading(STORY));
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn where_the_first_version_does_not_come_whole_that_is_said_and_the_next_try_keeps_the_story() {
    read_with_workers(async |reading| {
        reading.server.fail("index.json", Fault::CutOff);
        reading.open(STORY).await;
        open_tool(&reading).await;
        reading.browser.click(KEEP).await;
        says(&reading, "A part of the story did not arrive").await;
        reading.server.mend("index.json");
        reading.browser.click(KEEP).await;
        says(&reading, "is saved on this device, with its pictures").await;
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn a_browser_that_does_not_say_how_much_is_stored_keeps_stories_all_the_same() {
    read_with_workers(async |reading| {
        reading
            .browser
            .before_every_page("delete StorageManager.prototype.estimate")
            .await;
        open(&reading, STORY).await;
        keep(&reading).await;
        assert!(
            !reading
                .browser
                .holds(&format!(
                    "document.querySelector('{PANEL}').textContent.includes('Used on this device')"
                ))
                .await
        );
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn an_early_answer_that_is_an_error_is_none() {
    read_with_workers(async |reading| {
        // As Firefox has it when there is no network.
        reading.server.fail("service-worker.js", Fault::Changed(|script| {
            let error = b"Object.defineProperty(FetchEvent.prototype, 'preloadResponse', {get: () => Promise.resolve(Response.error())});\n";
            [error.as_slice(), &script].concat()
        }));
        open(&reading, STORY).await;
        reading.load(NEXT).await;
        assert_eq!(heading(&reading).await, printed_heading(NEXT));
        lose_the_network(&reading).await;
        reading.load(STORY).await;
        assert_eq!(heading(&reading).await, printed_heading(STORY));
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn a_story_is_kept_with_its_pictures_listed_and_found() {
    read_with_workers(async |reading| {
        open(&reading, STORY).await;
        keep(&reading).await;
        open(&reading, NEXT).await;
        keep(&reading).await;
        let listed = "[...document.querySelectorAll('.keep li a')].map(link => link.href)";
        let both = json!([reading.server.url(NEXT), reading.server.url(STORY)]);
        assert_eq!(reading.browser.value(listed).await, both);
        // What is read is forgotten in time; what is kept is not.
        reading
            .browser
            .run("return caches.keys().then(names => Promise.all(names.filter(name => /pages|pictures/.test(name)).map(name => caches.delete(name))))")
            .await;
        lose_the_network(&reading).await;
        reading.open(STORY).await;
        let pictures = "[...document.querySelectorAll('main img')].every(image => (image.loading = 'eager', image.complete && image.naturalWidth > 0))";
        reading.browser.until(pictures).await;
        open_tool(&reading).await;
        says(&reading, "MB").await;
        assert_eq!(reading.browser.value(listed).await, both);
        reading.browser.click(".keep input").await;
        reading
            .browser
            .find(".keep input")
            .await
            .send_keys("HERON")
            .await
            .unwrap();
        let found = format!(
            "JSON.stringify({listed}) == JSON.stringify(['{}'])",
            reading.server.url(NEXT)
        );
        reading.browser.until(&found).await;
        reading.browser.click(".keep li a").await;
        reading.until_at(NEXT).await;
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn a_story_is_kept_and_removed_with_the_keyboard_alone() {
    read_with_workers(async |reading| {
        open(&reading, STORY).await;
        open_tool(&reading).await;
        reading
            .browser
            .run(&format!("document.querySelector('{KEEP}').focus()"))
            .await;
        reading.browser.press(Key::Enter).await;
        says(&reading, "is saved on this device, with its pictures").await;
        let on_button = format!("document.activeElement === document.querySelector('{KEEP}')");
        assert!(reading.browser.holds(&on_button).await);
        for _ in 0..3 {
            reading.browser.press(Key::Tab).await;
        }
        let name = "document.activeElement.getAttribute('aria-label')";
        let name = reading.browser.text(name).await;
        assert_eq!(name, format!("Remove: {}", printed_heading(STORY)));
        reading.browser.press(Key::Enter).await;
        says(&reading, "removed from this device").await;
        says(&reading, "No story is saved yet").await;
        let in_panel = format!("document.activeElement === document.querySelector('{PANEL}')");
        assert!(reading.browser.holds(&in_panel).await);
        let left = "caches.keys().then(async names => { const cache = await caches.open(names.find(name => name.endsWith(' kept'))); return (await cache.keys()).length })";
        assert_eq!(reading.browser.number(left).await, 1.0, "the list alone");
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn a_story_that_does_not_come_whole_is_not_kept_at_all() {
    read_with_workers(async |reading| {
        open(&reading, STORY).await;
        open_tool(&reading).await;
        says(&reading, "No story is saved yet").await;
        reading
            .server
            .fail(&format!("{STORY}index.json"), Fault::Dropped);
        reading.browser.click(KEEP).await;
        says(&reading, "A part of the story did not arrive").await;
        nothing_is_kept(&reading).await;
        reading.server.mend(&format!("{STORY}index.json"));
        reading.browser.click(KEEP).await;
        says(&reading, "is saved on this device, with its pictures").await;
    });
}

async fn nothing_is_kept(reading: &Reading) {
    let left = "caches.keys().then(async names => { const cache = await caches.open(names.find(name => name.endsWith(' kept'))); return (await cache.keys()).map(request => request.url) })";
    assert_eq!(reading.browser.value(left).await, json!([]));
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn where_there_is_no_room_a_story_is_not_kept_and_that_is_said() {
    read_with_workers(async |reading| {
        open(&reading, STORY).await;
        open_tool(&reading).await;
        says(&reading, "No story is saved yet").await;
        let quota = json!({ "origin": reading.server.url(""), "quotaSize": 1 });
        reading
            .browser
            .devtools("Storage.overrideQuotaForOrigin", quota)
            .await;
        reading.browser.click(KEEP).await;
        says(&reading, "There is not enough space").await;
        nothing_is_kept(&reading).await;
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn a_browser_without_service_workers_says_that_nothing_can_be_kept() {
    read(async |reading| {
        reading.open(STORY).await;
        open_tool(&reading).await;
        says(&reading, "cannot be saved in this browser window").await;
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn a_browser_that_refuses_the_service_worker_says_that_nothing_can_be_kept() {
    read_with_workers(async |reading| {
        reading
            .browser
            .before_every_page("ServiceWorkerContainer.prototype.register = () => Promise.reject(new DOMException('refused', 'SecurityError'))")
            .await;
        reading.open(STORY).await;
        open_tool(&reading).await;
        reading.browser.click(KEEP).await;
        says(&reading, "cannot be saved in this browser window").await;
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn where_data_is_to_be_saved_the_service_worker_comes_only_to_keep_a_story() {
    read_with_workers(async |reading| {
        reading
            .browser
            .before_every_page("Object.defineProperty(navigator, 'connection', {value: {saveData: true, effectiveType: '4g'}})")
            .await;
        reading.load(STORY).await;
        reading.browser.press(Key::Tab).await;
        reading.browser.call_the_reader().await;
        open_tool(&reading).await;
        // That nothing happens can only be seen by waiting, longer than the reader does elsewhere.
        tokio::time::sleep(std::time::Duration::from_millis(2_500)).await;
        assert_eq!(reading.server.times_asked("service-worker.js"), 0);
        reading.browser.click(KEEP).await;
        says(&reading, "is saved on this device, with its pictures").await;
        assert_eq!(reading.server.times_asked("service-worker.js"), 1);
    });
}

/// The front page of another edition.
fn other_front(page: Vec<u8>) -> Vec<u8> {
    let page = String::from_utf8(page).unwrap();
    assert!(page.contains("since 1871"));
    page.replace("since 1871", "since 1872").into_bytes()
}

/// The service worker of that edition.
fn other_worker(script: Vec<u8>) -> Vec<u8> {
    let script = String::from_utf8(script).unwrap();
    let front = printed("index.html");
    let other = String::from_utf8(other_front(front.clone().into_bytes())).unwrap();
    let (before, version) = script.split_once("VERSION=\"").unwrap();
    let script = format!("{before}VERSION=\"another{}", &version[7..]);
    assert!(script.contains(&hash(&front)));
    script.replace(&hash(&front), &hash(&other)).into_bytes()
}

fn publish_another_edition(reading: &Reading) {
    reading.server.fail("", Fault::Changed(other_front));
    reading
        .server
        .fail("service-worker.js", Fault::Changed(other_worker));
}

/// Has the reader look for another edition, as it does when one comes back to its window after an hour.
async fn come_back_later(reading: &Reading) {
    reading
        .browser
        .run("const now = Date.now; Date.now = () => now() + 3600000; document.dispatchEvent(new Event('visibilitychange'))")
        .await;
}

/// Versions whose core is kept.
const VERSIONS: &str = "caches.keys().then(names => names.filter(name => name.includes(' core ')).map(name => name.split(' ')[3].slice(0, 7)).sort())";

/// Holds that the other edition has not taken over, and does not.
async fn it_goes_on_waiting(reading: &Reading) {
    let waits = "navigator.serviceWorker.getRegistration().then(registration => registration.waiting?.state == 'installed')";
    reading.browser.until(waits).await;
    // That it goes on waiting can only be seen by waiting.
    tokio::time::sleep(std::time::Duration::from_millis(500)).await;
    assert!(reading.browser.holds(waits).await);
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn another_edition_is_announced_and_shown_whole_only_when_somebody_asks() {
    read_with_workers(async |reading| {
        open(&reading, STORY).await;
        reading.browser.mark().await;
        publish_another_edition(&reading);
        come_back_later(&reading).await;
        reading.browser.until(NOTICE).await;
        reading
            .browser
            .until("document.querySelector('body > [role=status]').textContent == 'A new edition of this paper is ready.'")
            .await;
        it_goes_on_waiting(&reading).await;
        let versions = reading.browser.value(VERSIONS).await;
        assert_eq!(versions.as_array().unwrap().len(), 2, "{versions}");
        // What one has is still that of before, whole.
        assert!(reading.browser.is_marked().await);
        let front = "caches.match('/', {ignoreVary: true}).then(found => found.text()).then(text => text.includes('since 1871'))";
        assert!(reading.browser.holds(front).await);
        reading.browser.click(".new-edition button").await;
        reading
            .browser
            .until("document.readyState == 'complete' && window.marked !== true")
            .await;
        let other = format!("{VERSIONS}.then(all => all.join() == 'another')");
        reading.browser.until(&other).await;
        lose_the_network(&reading).await;
        reading.open("").await;
        let tagline = "document.body.textContent.includes('since 1872')";
        assert!(reading.browser.holds(tagline).await);
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn another_edition_that_is_declined_changes_nothing() {
    read_with_workers(async |reading| {
        open(&reading, STORY).await;
        reading.browser.mark().await;
        publish_another_edition(&reading);
        come_back_later(&reading).await;
        reading.browser.until(NOTICE).await;
        reading
            .browser
            .click(".new-edition button:last-child")
            .await;
        assert!(!reading.browser.holds(NOTICE).await);
        assert!(reading.browser.is_marked().await);
        it_goes_on_waiting(&reading).await;
        let versions = reading.browser.value(VERSIONS).await;
        assert_eq!(versions.as_array().unwrap().len(), 2, "{versions}");
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn an_edition_that_a_page_came_with_is_taken_without_a_word() {
    read_with_workers(async |reading| {
        open(&reading, STORY).await;
        publish_another_edition(&reading);
        reading.open("").await;
        let other = format!("{VERSIONS}.then(all => all.join() == 'another')");
        reading.browser.until(&other).await;
        assert!(!reading.browser.holds(NOTICE).await);
    });
}

/// Opens a second window beside the first, at the same page.
async fn open_another_window(reading: &Reading) {
    reading
        .browser
        .run("window.other = open(location.href)")
        .await;
    reading
        .browser
        .until("other.document.readyState == 'complete' && !!other.document.querySelector('.tools-button') && !!other.navigator.serviceWorker.controller")
        .await;
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn every_window_hears_of_another_edition_and_stays_until_it_is_asked_in_it() {
    read_with_workers(async |reading| {
        open(&reading, STORY).await;
        open_another_window(&reading).await;
        let later = "const then = other.Date.now; other.Date.now = () => then() + 3600000; other.marked = true";
        // The other window listens from two seconds after its reader is there.
        let listens = "other.performance.now() > 6000";
        reading.browser.until(listens).await;
        reading.browser.run(later).await;
        publish_another_edition(&reading);
        come_back_later(&reading).await;
        let both = format!("{NOTICE} && !!other.document.querySelector('.new-edition')");
        reading.browser.until(&both).await;
        reading
            .browser
            .run("other.document.querySelector('.new-edition button').click()")
            .await;
        reading
            .browser
            .until("other.document.readyState == 'complete' && other.marked !== true")
            .await;
        let other = format!("{VERSIONS}.then(all => all.join() == 'another')");
        reading.browser.until(&other).await;
        // This one is where it was, and can still be loaded anew.
        assert!(reading.browser.holds(NOTICE).await);
        reading.browser.mark().await;
        reading.browser.click(".new-edition button").await;
        reading
            .browser
            .until("document.readyState == 'complete' && window.marked !== true")
            .await;
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn an_edition_that_a_page_came_with_waits_while_another_window_is_open() {
    read_with_workers(async |reading| {
        open(&reading, STORY).await;
        publish_another_edition(&reading);
        open_another_window(&reading).await;
        let both = format!("{VERSIONS}.then(all => all.length == 2)");
        reading.browser.until(&both).await;
        it_goes_on_waiting(&reading).await;
        assert!(reading.browser.holds(&both).await);
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn an_edition_that_is_only_half_there_is_not_taken() {
    read_with_workers(async |reading| {
        open(&reading, STORY).await;
        // The front page is still the one of before.
        reading
            .server
            .fail("service-worker.js", Fault::Changed(other_worker));
        let update = "navigator.serviceWorker.getRegistration().then(async registration => { await registration.update(); const worker = registration.installing; if (worker) await new Promise(done => worker.onstatechange = done); return worker?.state == 'redundant' && !registration.waiting })";
        assert!(reading.browser.holds(update).await);
        lose_the_network(&reading).await;
        reading.open("").await;
        let tagline = "document.body.textContent.includes('since 1871')";
        assert!(reading.browser.holds(tagline).await);
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn the_kill_switch_takes_away_all_that_this_paper_kept_and_nothing_else() {
    read_with_workers(async |reading| {
        open(&reading, STORY).await;
        keep(&reading).await;
        let elsewhere = "caches.open('newsprint ' + location.origin + '/news/ kept')";
        reading
            .browser
            .run(&format!("return {elsewhere}.then(() => 1)"))
            .await;
        reading.server.fail(
            "service-worker.js",
            Fault::Changed(|_| KILL_SWITCH.clone().into_bytes()),
        );
        reading
            .browser
            .run("return navigator.serviceWorker.getRegistration().then(registration => registration.update()).then(() => 1)")
            .await;
        reading
            .browser
            .until("navigator.serviceWorker.getRegistrations().then(all => all.length == 0)")
            .await;
        assert_eq!(reading.browser.value(CACHES).await, json!(["kept"]));
        reading.open(STORY).await;
        assert_eq!(heading(&reading).await, printed_heading(STORY));
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn a_paper_below_a_path_is_kept_as_well() {
    let setting = Setting {
        folder: "/news/",
        workers: true,
        ..Setting::default()
    };
    read_in(setting, async |reading| {
        open(&reading, STORY).await;
        keep(&reading).await;
        let scopes =
            "caches.keys().then(names => [...new Set(names.map(name => name.split(' ')[1]))])";
        assert_eq!(
            reading.browser.value(scopes).await,
            json!([reading.server.url("")])
        );
        lose_the_network(&reading).await;
        reading.open("").await;
        assert_eq!(heading(&reading).await, printed_heading(""));
        reading.open(STORY).await;
        assert_eq!(heading(&reading).await, printed_heading(STORY));
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn trusted_types_let_the_papers_own_service_worker_pass_and_no_other_address() {
    read_with_workers(async |reading| {
        reading
            .browser
            .before_every_page("const make = trustedTypes.createPolicy.bind(trustedTypes); trustedTypes.createPolicy = (name, rules) => window.policy = make(name, rules)")
            .await;
        open(&reading, STORY).await;
        let tried = async |what: &str| {
            let tried = format!(
                "(async () => {{ try {{ await ({what}); return 'passed' }} catch (fault) {{ return fault.name }} }})()"
            );
            reading.browser.text(&tried).await
        };
        let own = reading.server.url("service-worker.js");
        assert_eq!(
            tried(&format!("policy.createScriptURL('{own}')")).await,
            "passed"
        );
        let urls = [
            "assets/search.js",
            "service-worker.js?a",
            "stories/service-worker.js",
        ];
        for url in urls.map(|url| reading.server.url(url)) {
            assert_eq!(
                tried(&format!("policy.createScriptURL('{url}')")).await,
                "TypeError",
                "{url}"
            );
        }
        for refused in [
            "policy.createScriptURL('https://elsewhere.example/service-worker.js')".to_owned(),
            "policy.createHTML('<b>')".to_owned(),
            "policy.createScript('1')".to_owned(),
            format!("navigator.serviceWorker.register('{own}')"),
            "make('newsprint', {createScriptURL: url => url})".to_owned(),
            "make('another', {createScriptURL: url => url})".to_owned(),
        ] {
            assert_eq!(tried(&refused).await, "TypeError", "{refused}");
        }
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn sounds_and_films_play_past_the_service_worker() {
    read_with_workers(async |reading| {
        open(&reading, "stories/harbour-bell/").await;
        reading
            .browser
            .run("document.querySelector('audio').preload = 'auto'; document.querySelector('audio').load()")
            .await;
        let plays = "document.querySelector('audio').duration > 0 && document.querySelector('audio').buffered.length > 0";
        reading.browser.until(plays).await;
        let kept = "caches.keys().then(async names => { for (const name of names) for (const { url } of await (await caches.open(name)).keys()) if (url.endsWith('.ogg')) return url; return '' })";
        assert_eq!(reading.browser.text(kept).await, "");
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn the_paper_can_be_installed() {
    // No private window can install anything, and tests share a browser by such windows.
    let setting = Setting {
        workers: true,
        alone: true,
        ..Setting::default()
    };
    read_in(setting, async |reading| {
        open(&reading, "").await;
        let faults = reading
            .browser
            .devtools("Page.getInstallabilityErrors", json!({}))
            .await;
        assert_eq!(faults["installabilityErrors"], json!([]));
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn the_tool_and_the_notice_are_large_enough_for_a_finger_and_no_wider_than_the_window() {
    read_with_workers(async |reading| {
        reading.browser.narrow_to(320).await;
        open(&reading, STORY).await;
        keep(&reading).await;
        publish_another_edition(&reading);
        come_back_later(&reading).await;
        reading.browser.until(NOTICE).await;
        let small = format!(
            "[...document.querySelectorAll('{PANEL} button, {PANEL} input, .keep li a, .new-edition button')].map(one => [one.textContent, one.getBoundingClientRect()]).filter(([, box]) => box.height < 44 || box.width < 44 || box.left < 0 || box.right > 320).map(([text]) => text)"
        );
        assert_eq!(reading.browser.value(&small).await, json!([]));
        let width = "document.documentElement.scrollWidth";
        assert_eq!(reading.browser.number(width).await, 320.0);
    });
}
