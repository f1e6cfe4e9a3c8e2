//! Keys are known on any keyboard.

use newsprint::browser::keyboard::key;
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
fn a_key_that_writes_another_alphabet_is_known_by_its_place() {
    for (writes, code, meant) in [
        ("т", "KeyN", "n"),
        ("λ", "KeyL", "l"),
        ("ى", "KeyN", "n"),
        ("ㅜ", "KeyN", "n"),
        ("น", "KeyO", "o"),
    ] {
        assert_eq!(key(writes, code, false), meant);
    }
    assert_eq!(key("Т", "KeyN", true), "N");
    assert_eq!(key("؟", "Slash", true), "?");
}

#[wasm_bindgen_test]
fn a_latin_letter_is_itself_wherever_it_is() {
    for (writes, code) in [
        ("n", "KeyL"),
        ("a", "KeyQ"),
        ("ł", "KeyL"),
        ("ı", "KeyI"),
        ("-", "Slash"),
        ("?", "Digit7"),
        ("Escape", "Escape"),
        ("ж", "Semicolon"),
        ("", ""),
    ] {
        assert_eq!(key(writes, code, false), writes);
    }
}
