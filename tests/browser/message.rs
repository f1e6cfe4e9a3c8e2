//! What one module says to the other comes as it was said.

use std::cell::RefCell;
use std::rc::Rc;

use newsprint::message::{
    About, Message, Notice, Opening, Shown, ToReader, ToTools, Way, listen, send,
};
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;

/// Sends messages in a document of their own, and gives what was heard.
fn said<M: Message + Clone + 'static>(messages: &[M]) -> Vec<M> {
    let window = web_sys::window().unwrap();
    let html = web_sys::DomParser::new().unwrap();
    let document = html
        .parse_from_string("", web_sys::SupportedType::TextHtml)
        .unwrap();
    assert!(window.document().unwrap() != document);
    let heard = Rc::new(RefCell::new(Vec::new()));
    let hears = heard.clone();
    listen(&document, move |message: M| {
        hears.borrow_mut().push(message);
        true
    });
    for message in messages {
        assert!(send(&document, message.clone()));
    }
    heard.take()
}

#[wasm_bindgen_test]
fn the_tools_hear_what_the_reader_says() {
    let page = Shown {
        page_url: "https://paper.example/stories/heron/".to_owned(),
        root: "https://paper.example/".to_owned(),
        read_before: Some("1f2e".to_owned()),
        was_asked_for: true,
    };
    let messages = [
        ToTools::Shown(page),
        ToTools::Shown(Shown::default()),
        ToTools::Open(Opening::Panel),
        ToTools::Open(Opening::Changes),
        ToTools::Press("?".to_owned()),
    ];
    assert_eq!(said(&messages), messages);
}

#[wasm_bindgen_test]
fn the_reader_hears_what_the_tools_say() {
    let text = || "Highlighted.".to_owned();
    let messages = [
        ToReader::Ready,
        ToReader::Failed,
        ToReader::Go(Way::Next),
        ToReader::Go(Way::Back),
        ToReader::Go(Way::Front),
        ToReader::Announce(About::Event, text()),
        ToReader::Announce(About::Page, text()),
        ToReader::Announce(About::State, text()),
        ToReader::Tell(Notice::Outcome, text()),
        ToReader::Tell(Notice::Silence, text()),
        ToReader::Withdraw(Notice::Outcome),
        ToReader::NotKept,
        ToReader::Stored,
    ];
    assert_eq!(said(&messages), messages);
}

#[wasm_bindgen_test]
fn what_nobody_hears_is_known_not_to_be_heard() {
    let document = web_sys::window().unwrap().document().unwrap();
    assert!(!send(&document, ToReader::NotKept));
}

#[wasm_bindgen_test]
fn a_message_of_another_build_is_not_heard() {
    for parts in ["[99]", "[1, 99]", "[2, 0]", "[]"] {
        let parts = js_sys::JSON::parse(parts).unwrap();
        assert_eq!(ToReader::read(&js_sys::Array::from(&parts)), None);
    }
    let other: js_sys::Array = js_sys::JSON::parse("[0, 7]").unwrap().unchecked_into();
    assert_eq!(ToTools::read(&other), None);
}
