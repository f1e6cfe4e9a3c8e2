//! How the reader reads JSON: what it takes, and what it refuses.

use newsprint::browser::json::{Fault, read};
use newsprint::paper::page::{Content, Listing, Page};
use newsprint::story::{Block, Span, Text};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::page::story_page;

/// The body of a story page with these blocks.
fn blocks(json: &str) -> Result<Vec<Block>, Fault> {
    let page: Page = read(&story_page(json))?;
    match page.content {
        Content::Story(page) => Ok(page.story.body.clone()),
        other => panic!("this is no story: {other:?}"),
    }
}

#[wasm_bindgen_test]
fn json_that_ends_too_early_is_cut_off() {
    let whole = story_page("[]");
    let cut = &whole[..whole.len() - 4];
    assert_eq!(read::<Page>(cut).unwrap_err(), Fault::CutOff);
}

#[wasm_bindgen_test]
fn what_is_not_json_or_not_a_page_is_of_another_form() {
    for other in [
        "",
        "<!doctype html>",
        "{}",
        "[]",
        "null",
        "7",
        "\"page\"",
        r#"{"address":7}"#,
    ] {
        assert_eq!(
            read::<Page>(other).unwrap_err(),
            Fault::OtherForm,
            "{other}"
        );
    }
}

#[wasm_bindgen_test]
fn fields_that_this_version_does_not_know_are_passed_over() {
    let body = blocks(r#"[{"heading":{"text":"A","colour":{"of":["no","meaning"]}}}]"#).unwrap();
    assert!(matches!(&body[..], [Block::Heading(heading)] if heading.text == Text::from("A")));
}

#[wasm_bindgen_test]
fn a_block_of_an_unknown_kind_keeps_its_name_and_takes_nothing_else_with_it() {
    let body = blocks(r#"[{"hologram":{"depth":[1.5,null,{}]}},{"paragraph":"B"}]"#).unwrap();
    assert!(matches!(
        &body[..],
        [Block::Unsupported(gap), Block::Paragraph(_)] if gap.kind == "hologram" && !gap.faulty
    ));
}

#[wasm_bindgen_test]
fn a_plain_string_stands_for_a_paragraph_a_span_and_the_text_of_a_heading() {
    let body = blocks(r#"["A",{"paragraph":{"strong":"B"}},{"heading":"C"},{"list":["D"]}]"#);
    let [
        Block::Paragraph(first),
        Block::Paragraph(second),
        Block::Heading(heading),
        Block::List(list),
    ] = &body.unwrap()[..]
    else {
        panic!("the blocks are of other kinds");
    };
    assert_eq!(first, &Text::from("A"));
    assert_eq!(second.0, [Span::Strong(Text::from("B"))]);
    assert_eq!((heading.level, &heading.text), (2, &Text::from("C")));
    assert_eq!(list.items[0].text, Text::from("D"));
}

#[wasm_bindgen_test]
fn two_kinds_in_one_block_none_and_content_of_another_form_are_refused() {
    for body in [
        r#"[{"paragraph":"A","heading":"B"}]"#,
        "[{}]",
        "[7]",
        "[null]",
        r#"[{"heading":{"text":"A","level":-1}}]"#,
        r#"[{"heading":{"text":"A","level":2.5}}]"#,
        r#"[{"heading":{"text":"A","level":300}}]"#,
        r#"[{"table":{"rows":"A"}}]"#,
    ] {
        assert_eq!(blocks(body).unwrap_err(), Fault::OtherForm, "{body}");
    }
}

#[wasm_bindgen_test]
fn null_in_the_place_of_what_may_be_missing_is_nothing() {
    let listing = r#"{"kind":"topic","name":"A","stories":[],"page":3,"pages":12,"newer":null}"#;
    let listing: Listing = read(listing).unwrap();
    assert_eq!((listing.newer, listing.page, listing.pages), (None, 3, 12));
}
