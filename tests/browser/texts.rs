//! The interface texts that the reader learns.

use newsprint::view::words::Words;
use newsprint::view::words::learned::{knows, learn};
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
fn texts_of_another_version_are_not_learned() {
    let (first, texts) = Words::of("en").file().split_once('\n').map(owned).unwrap();
    let other = first.replace(char::is_numeric, "x");
    for file in [[&other, "\n", &texts].concat(), texts, String::new()] {
        assert!(learn("fr", file).is_none() && !knows("fr"));
    }
}

fn owned((first, rest): (&str, &str)) -> (String, String) {
    (first.to_owned(), rest.to_owned())
}
