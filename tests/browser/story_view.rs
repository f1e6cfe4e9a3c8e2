//! How stories are drawn: blocks, spans, and what must never become of them.

use wasm_bindgen_test::wasm_bindgen_test;

use crate::page::{body, drawn, story_page};

#[wasm_bindgen_test]
async fn spans_become_their_elements() {
    let html = body(
        r#"[{"paragraph":["a ",{"emphasis":"b"},{"strong":["c",{"code":"d"}]},{"sub":"e"},{"sup":"f"},{"strike":"g"},
        {"mark":"h"},{"abbreviation":{"text":"i","title":"j"}},{"line_break":{}},
        {"link":{"href":"https://example.org/","text":"k"}}]}]"#,
    )
    .await;
    assert_eq!(
        html,
        "<p>a <em>b</em><strong>c<code>d</code></strong><sub>e</sub><sup>f</sup><s>g</s><mark>h</mark>\
         <abbr title=\"j\">i</abbr><br><a href=\"https://example.org/\">k</a>\
         </p>"
    );
}

#[wasm_bindgen_test]
async fn a_run_in_another_language_says_which_and_how_it_is_written() {
    let html = body(r#"[{"paragraph":{"foreign":{"language":"ar","text":"ل"}}}]"#).await;
    assert!(
        html.contains("lang=\"ar\"") && html.contains("dir=\"rtl\""),
        "{html}"
    );
}

#[wasm_bindgen_test]
async fn a_link_that_runs_something_is_drawn_as_its_words() {
    for href in [
        "javascript:alert(1)",
        "JAVASCRIPT:x",
        "data:text/html,x",
        "//evil.example/",
        "story:unresolved",
        "",
    ] {
        let html = body(&format!(
            r#"[{{"paragraph":[{{"link":{{"href":"{href}","text":"words"}}}}]}}]"#
        ))
        .await;
        assert_eq!(html, "<p>words</p>", "{href}");
    }
}

#[wasm_bindgen_test]
async fn markup_in_a_text_stays_text() {
    let html = body(r#"["<img src=x onerror=alert(1)></p><script>alert(1)</script>"]"#).await;
    assert_eq!(
        html,
        "<p>&lt;img src=x onerror=alert(1)&gt;&lt;/p&gt;&lt;script&gt;alert(1)&lt;/script&gt;</p>"
    );
}

#[wasm_bindgen_test]
async fn a_picture_from_outside_the_paper_is_not_drawn() {
    let html = body(r#"[{"picture":{"source":"https://evil.example/x.png","alt":""}},{"picture":{"source":"../x.png","alt":""}}]"#).await;
    assert!(!html.contains("<img"), "{html}");
}

#[wasm_bindgen_test]
async fn an_embed_is_a_card_until_it_is_asked_for() {
    let main = drawn(&story_page(
        r#"[{"embed":{"href":"https://example.org/film","title":"Film"}}]"#,
    ))
    .await;
    assert!(main.query_selector("iframe").unwrap().is_none());
    assert!(
        main.query_selector(".embed a[href='https://example.org/film']")
            .unwrap()
            .is_some()
    );
    assert!(
        main.query_selector(".embed button[hidden]")
            .unwrap()
            .is_some()
    );
}

#[wasm_bindgen_test]
async fn an_unknown_block_becomes_a_labelled_gap_and_the_rest_is_drawn() {
    let html = body(r#"["before",{"hologram":{"depth":3}},"after"]"#).await;
    assert!(html.starts_with("<p>before</p><p class=\"gap\">"), "{html}");
    assert!(
        html.contains("hologram") && html.ends_with("<p>after</p>"),
        "{html}"
    );
}

#[wasm_bindgen_test]
async fn a_footnote_and_its_mark_lead_to_each_other_and_ids_stay_unique() {
    let html = body(
        r#"[{"paragraph":["a",{"footnote":{"id":"x","number":1,"first":true}},"b",{"footnote":{"id":"x","number":1}}]},
        {"footnotes":[{"id":"x","text":"note"}]}]"#,
    )
    .await;
    assert_eq!(html.matches("id=\"mark-x\"").count(), 1, "{html}");
    assert_eq!(html.matches("href=\"#note-x\"").count(), 2, "{html}");
    assert!(
        html.contains("id=\"note-x\"") && html.contains("href=\"#mark-x\""),
        "{html}"
    );
}

#[wasm_bindgen_test]
async fn a_mark_that_nobody_has_numbered_is_drawn_as_its_id_and_leads_nowhere() {
    let html = body(r#"[{"paragraph":["a",{"footnote":"x"}]}]"#).await;
    assert_eq!(html, "<p>a<sup>[x]</sup></p>");
}

#[wasm_bindgen_test]
async fn a_table_names_its_header_cells_and_can_be_reached_by_keyboard() {
    let html = body(
        r#"[{"table":{"caption":"Votes","header":["Ward","For"],"rows":[["Dock","1"]],"row_headers":true}}]"#,
    )
    .await;
    assert!(html.contains("<th scope=\"col\">Ward</th>"), "{html}");
    assert!(
        html.contains("<th scope=\"row\">Dock</th><td>1</td>"),
        "{html}"
    );
    assert!(
        html.contains("tabindex=\"0\" aria-label=\"Votes\""),
        "{html}"
    );
}

#[wasm_bindgen_test]
async fn headings_keep_their_level_under_one_h1() {
    let main = drawn(&story_page(
        r#"[{"heading":{"text":"two","id":"two"}},{"heading":{"level":3,"text":"three"}},{"heading":{"level":4,"text":"four"}}]"#,
    ))
    .await;
    for (selector, count) in [("h1", 1), ("h2#two", 1), ("h3", 1), ("h4", 1)] {
        assert_eq!(
            main.query_selector_all(selector).unwrap().length(),
            count,
            "{selector}"
        );
    }
}

#[wasm_bindgen_test]
async fn interface_texts_follow_the_language_of_the_story() {
    let page = story_page(r#"[{"key_points":["uno"]}]"#)
        .replace(r#""language":"en""#, r#""language":"es-MX""#);
    let main = drawn(&page).await;
    let title = main
        .query_selector(".key-points .title")
        .unwrap()
        .unwrap()
        .text_content()
        .unwrap();
    assert_eq!(title, newsprint::view::words::Words::of("es").key_points);
}
