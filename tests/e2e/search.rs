//! Any word of any story leads to it; nothing of the search is loaded before somebody searches.

use serde_json::json;

use crate::harness::{Fault, Reading, Setting, read, read_in};

const FINDS: &str = "document.querySelectorAll('main .finds li').length";
const COUNT: &str = "document.querySelector('main .count').textContent";

/// Types words into the search page's field.
async fn type_in(reading: &Reading, words: &str) {
    let field = reading.browser.find("#q").await;
    field.send_keys(words).await.unwrap();
}

/// Opens the search page, and looks words up.
async fn search(reading: &Reading, words: &str) {
    reading.open("search/").await;
    type_in(reading, words).await;
    reading.browser.until(&format!("{FINDS} > 0")).await;
}

/// Chooses a value of a filter, as a person does who takes it from the list.
async fn choose(reading: &Reading, name: &str, value: &str) {
    let choose = format!(
        "const select = document.querySelector('main [name={name}]'); select.value = '{value}'; \
         select.dispatchEvent(new Event('input', {{bubbles: true}}))"
    );
    reading.browser.run(&choose).await;
}

async fn count(reading: &Reading) -> f64 {
    reading
        .browser
        .number(&format!("+{COUNT}.match(/\\d+/)[0]"))
        .await
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn words_lead_to_the_stories_that_have_them_and_are_marked() {
    read(async |reading| {
        search(&reading, "slipway dredgers").await;
        let first = "document.querySelector('main .finds h2 a').getAttribute('href')";
        assert_eq!(
            reading.browser.text(first).await,
            "../stories/choir-of-the-dredgers/"
        );
        let marked = "[...document.querySelectorAll('main .finds li:first-child mark')].map(mark => mark.textContent.toLowerCase()).join()";
        let marked = reading.browser.text(marked).await;
        assert!(
            marked.contains("slipway") || marked.contains("dredger"),
            "{marked}"
        );
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn a_result_is_followed_without_a_load_and_back_brings_the_results_back() {
    read(async |reading| {
        search(&reading, "slipway dredgers").await;
        reading.browser.mark().await;
        reading.browser.click("main .finds h2 a").await;
        reading.until_at("stories/choir-of-the-dredgers/").await;
        reading.browser.back().await;
        reading
            .browser
            .until("location.search == '?q=slipway%20dredgers'")
            .await;
        reading.browser.until(&format!("{FINDS} > 0")).await;
        assert!(reading.browser.is_marked().await);
        assert!(reading.browser.shows_the_first_main().await);
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn filters_narrow_what_was_found_and_stand_in_the_address() {
    read(async |reading| {
        search(&reading, "heron").await;
        let all = count(&reading).await;
        reading.browser.click("main button.narrow").await;
        reading
            .browser
            .until("!!document.querySelector('main [name=author]')")
            .await;
        choose(&reading, "section", "Trade").await;
        reading
            .browser
            .until("location.search == '?q=heron&section=Trade'")
            .await;
        reading
            .browser
            .until(&format!("+{COUNT}.match(/\\d+/)[0] < {all}"))
            .await;
        let kickers = "[...document.querySelectorAll('main .finds h2 a')].map(link => link.getAttribute('href'))";
        let found = reading.browser.value(kickers).await;
        assert!(
            found
                .as_array()
                .unwrap()
                .contains(&json!("../stories/apprentice-welders/")),
            "{found}"
        );
        assert!(
            !found
                .as_array()
                .unwrap()
                .contains(&json!("../stories/heron-returns/")),
            "{found}"
        );
        choose(&reading, "author", "Priya Nair").await;
        reading.browser.until(&format!("{FINDS} == 1")).await;
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn a_shared_address_shows_the_same_stories_in_a_new_window() {
    read(async |reading| {
        reading
            .open("search/?q=heron&section=Trade&author=Priya%20Nair")
            .await;
        reading.browser.until(&format!("{FINDS} == 1")).await;
        assert_eq!(
            reading
                .browser
                .text("document.querySelector('#q').value")
                .await,
            "heron"
        );
        assert_eq!(
            reading
                .browser
                .text("document.querySelector('[name=section]').value")
                .await,
            "Trade"
        );
        assert_eq!(
            reading
                .browser
                .text("document.querySelector('[name=author]').value")
                .await,
            "Priya Nair"
        );
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn stories_in_other_languages_are_found_when_their_language_is_chosen() {
    read(async |reading| {
        search(&reading, "heron").await;
        for (language, words, story) in [
            ("es", "transbordador", "es-heron"),
            ("ar", "الجدار", "ar-sea-wall"),
            ("zh", "鱼丸", "zh-harbour-kitchen"),
        ] {
            let clear = "document.querySelector('#q').value = ''";
            reading.browser.run(clear).await;
            choose(&reading, "language", language).await;
            type_in(&reading, words).await;
            let found = format!(
                "[...document.querySelectorAll('main .finds h2 a')].some(link => link.href.endsWith('/{story}/'))"
            );
            reading.browser.until(&found).await;
            let marked = "document.querySelectorAll('main .finds mark').length > 0";
            assert!(reading.browser.holds(marked).await, "{language}");
            let again = format!("search/{}", reading.browser.text("location.search").await);
            reading.open(&again).await;
            reading.browser.until(&found).await;
        }
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn the_search_page_can_be_reached_by_a_link_and_searched_there() {
    read(async |reading| {
        reading.open("stories/heron-returns/").await;
        reading.browser.mark().await;
        reading
            .browser
            .click("header.masthead a[href$='search/']")
            .await;
        reading.until_at("search/").await;
        type_in(&reading, "dredgers").await;
        reading.browser.until(&format!("{FINDS} > 0")).await;
        assert!(reading.browser.is_marked().await);
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn nothing_of_the_search_is_asked_for_before_somebody_searches() {
    read(async |reading| {
        let of_search = |reading: &Reading| {
            let asked = reading.server.requests().into_iter();
            asked
                .filter(|path| path.starts_with("pagefind/") || path.starts_with("assets/search-"))
                .count()
        };
        reading.open("stories/heron-returns/").await;
        reading
            .browser
            .click("header.masthead a[href$='search/']")
            .await;
        reading.until_at("search/").await;
        reading
            .browser
            .until("!document.querySelector('form.waiting')")
            .await;
        reading.browser.click("#q").await;
        assert_eq!(of_search(&reading), 0);
        type_in(&reading, "heron").await;
        reading.browser.until(&format!("{FINDS} > 0")).await;
        assert!(of_search(&reading) > 0);
        let filters = reading
            .server
            .requests()
            .into_iter()
            .filter(|path| path.ends_with(".pf_filter"));
        assert_eq!(filters.count(), 0);
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn more_stories_come_when_they_are_asked_for() {
    read(async |reading| {
        search(&reading, "said").await;
        let all = count(&reading).await;
        assert!(all > 10.0, "{all}");
        assert!(reading.browser.holds(&format!("{FINDS} == 10")).await);
        reading.browser.click("main button.more").await;
        reading
            .browser
            .until(&format!("{FINDS} == Math.min({all}, 20)"))
            .await;
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn the_number_of_stories_is_said_to_screen_readers_in_the_language_of_the_page() {
    read(async |reading| {
        search(&reading, "heron").await;
        let region = "document.querySelector('body > p[role=status]')";
        reading
            .browser
            .until(&format!("{region}.textContent == {COUNT}"))
            .await;
        assert!(
            reading
                .browser
                .text(&format!("{region}.lang"))
                .await
                .starts_with("en")
        );
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn words_that_no_story_has_find_nothing_and_it_is_said() {
    read(async |reading| {
        reading.open("search/").await;
        type_in(&reading, "zyzzyvaquux").await;
        reading
            .browser
            .until("!!document.querySelector('main .count')")
            .await;
        assert!(
            reading
                .browser
                .text(COUNT)
                .await
                .starts_with("No story has these words")
        );
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn a_search_page_without_words_shows_no_results() {
    read(async |reading| {
        search(&reading, "heron").await;
        let field = reading.browser.find("#q").await;
        field.clear().await.unwrap();
        type_in(&reading, " \u{8}").await;
        reading
            .browser
            .until("!document.querySelector('main .count')")
            .await;
        assert_eq!(reading.browser.text("location.search").await, "");
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn where_a_part_of_the_index_is_missing_it_is_said_and_a_retry_finds_the_stories() {
    for missing in ["pagefind/pagefind-entry.json", "script", "index"] {
        read(async move |reading| {
            let files = crate::harness::server::paper();
            let named = |folder: &str, start: &str, ending: &str| {
                let entries = std::fs::read_dir(files.join(folder)).unwrap();
                let names = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap());
                let names = names.filter(|name| name.starts_with(start) && name.ends_with(ending));
                names
                    .map(|name| format!("{folder}/{name}"))
                    .collect::<Vec<_>>()
            };
            let missing = match missing {
                "script" => named("assets", "search-", ".js"),
                "index" => named("pagefind/index", "en_", ".pf_index"),
                file => vec![file.to_owned()],
            };
            assert!(!missing.is_empty());
            for file in &missing {
                reading.server.fail(file, Fault::Status(404));
            }
            reading.open("search/").await;
            type_in(&reading, "heron").await;
            reading
                .browser
                .until("!!document.querySelector('main button.retry')")
                .await;
            assert!(
                reading
                    .browser
                    .text(COUNT)
                    .await
                    .starts_with("The search could not be completed")
            );
            for file in &missing {
                reading.server.mend(file);
            }
            reading.browser.click("main button.retry").await;
            reading.browser.until(&format!("{FINDS} > 0")).await;
        });
    }
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn searching_breaks_no_rule_of_the_policy_and_leaves_the_console_silent() {
    read(async |reading| {
        reading.browser.before_every_page("window.forbidden = []; document.addEventListener('securitypolicyviolation', event => forbidden.push(`${event.effectiveDirective} ${event.sample}`))").await;
        search(&reading, "heron").await;
        reading.browser.press(thirtyfour::Key::Enter).await;
        reading.browser.click("main button.narrow").await;
        reading
            .browser
            .until("!!document.querySelector('main [name=author]')")
            .await;
        choose(&reading, "language", "zh").await;
        reading
            .browser
            .until("location.search.includes('language=zh')")
            .await;
        assert_eq!(reading.browser.value("forbidden").await, json!([]));
        assert_eq!(reading.browser.log().await, Vec::<String>::new());
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn without_scripts_the_search_page_shows_no_form_and_leads_to_sections_and_archive() {
    let setting = Setting {
        scripts: false,
        ..Setting::default()
    };
    read_in(setting, async |reading| {
        reading.load("search/").await;
        assert!(!reading.browser.is_shown("form[role=search]").await);
        reading.browser.click("main a[href='../archive/']").await;
        reading
            .browser
            .until_url(&reading.server.url("archive/"))
            .await;
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn what_is_typed_before_the_reader_is_there_is_looked_up() {
    read(async |reading| {
        reading.load("search/").await;
        // Nothing of this is a sign of use.
        let type_in = "document.querySelector('#q').value = 'slipway dredgers'";
        reading.browser.run(type_in).await;
        reading.browser.call_the_reader().await;
        reading.browser.until(&format!("{FINDS} > 0")).await;
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn the_form_comes_without_moving_the_page() {
    read(async |reading| {
        reading.load("search/").await;
        let place = "document.querySelector('main aside').getBoundingClientRect().top";
        let before = reading.browser.number(place).await;
        reading.browser.call_the_reader().await;
        reading
            .browser
            .until("!document.querySelector('form.waiting')")
            .await;
        assert_eq!(reading.browser.number(place).await, before);
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn a_paper_below_a_path_is_searched_there() {
    let setting = Setting {
        folder: "/news/",
        ..Setting::default()
    };
    read_in(setting, async |reading| {
        search(&reading, "slipway dredgers").await;
        reading.browser.click("main .finds h2 a").await;
        reading.until_at("stories/choir-of-the-dredgers/").await;
    });
}

#[test]
#[ignore = "needs a printed paper: cargo xtask test"]
fn typing_while_one_is_on_the_way_back_leaves_the_address_to_the_page_one_goes_to() {
    const STORY: &str = "stories/heron-returns/";
    read(async |reading| {
        reading.open(STORY).await;
        let url = reading.server.url("search/");
        reading
            .browser
            .run(&format!("const link = document.querySelector('header.masthead a'); link.href = '{url}'; link.click()"))
            .await;
        reading.until_at("search/").await;
        // The page one goes back to has to be asked for.
        reading.browser.reload().await;
        reading.browser.call_the_reader().await;
        reading
            .server
            .fail(&format!("{STORY}index.json"), Fault::Hang);
        reading.browser.run("history.back()").await;
        let ahead = format!("location.href == '{}'", reading.server.url(STORY));
        reading.browser.until(&ahead).await;
        type_in(&reading, "slipway").await;
        reading.browser.until(&format!("{FINDS} > 0")).await;
        assert!(reading.browser.holds(&ahead).await);
    });
}
