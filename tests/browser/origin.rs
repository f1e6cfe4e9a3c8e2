//! Whose an error is, as the stacks of the three engines tell.

use newsprint::browser::origin::files;
use wasm_bindgen_test::wasm_bindgen_test;

const MODULE: &str = "https://paper.example/assets/reader-0a1b.js";
const WASM: &str = "https://paper.example/assets/reader-2c3d.wasm";

fn innermost(stack: &str) -> Option<&str> {
    files(stack).next()
}

#[wasm_bindgen_test]
fn in_chromium_a_frame_stands_behind_at_with_its_file_in_brackets_or_alone() {
    let stack = format!(
        "RuntimeError: unreachable\n    at {WASM}:wasm-function[7]:0x1f\n    at name ({WASM}:wasm-function[8]:0x2f)\n    at Array.forEach (<anonymous>)\n    at async name ({MODULE}:1:20)"
    );
    assert_eq!(files(&stack).collect::<Vec<_>>(), [WASM, WASM, MODULE]);
}

#[wasm_bindgen_test]
fn in_firefox_a_frame_is_a_name_at_a_file() {
    let stack = format!("name@{WASM}:wasm-function[7]:0x1f\nother@{MODULE}:1:20\n");
    assert_eq!(files(&stack).collect::<Vec<_>>(), [WASM, MODULE]);
}

#[wasm_bindgen_test]
fn in_safari_wasm_has_no_file_and_is_that_of_the_script_that_called_it() {
    let stack =
        format!("forEach@[native code]\n<?>.wasm-function[7]@[wasm code]\nname@{MODULE}:1:20");
    assert_eq!(files(&stack).collect::<Vec<_>>(), [MODULE]);
}

#[wasm_bindgen_test]
fn a_stack_that_another_script_has_cut_off_names_no_file() {
    assert_eq!(
        innermost("RangeError: Maximum call stack size exceeded"),
        None
    );
    assert_eq!(innermost(""), None);
}
