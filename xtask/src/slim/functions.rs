//! Takes the functions out of the glue that the Wasm no longer calls.
//!
//! Entry point: [`without_unused_functions`].

use std::collections::BTreeSet;

use anyhow::Result;
use wasmparser::{Parser, Payload};

use super::in_name;

/// Takes the functions out of the glue that the Wasm does not import. The glue has to be as wasm-bindgen wrote it:
/// one function in so many lines, the first and the last indented by eight spaces.
///
/// # Errors
/// When the bytes are no Wasm.
pub(crate) fn without_unused_functions(script: &str, wasm: &[u8]) -> Result<String> {
    let mut imported = BTreeSet::new();
    for payload in Parser::new(0).parse_all(wasm) {
        if let Payload::ImportSection(imports) = payload? {
            for import in imports.into_imports() {
                imported.insert(import?.name);
            }
        }
    }
    let mut used = String::with_capacity(script.len());
    let mut unused = false;
    for line in script.split_inclusive('\n') {
        if let Some(name) = function_that_begins(line) {
            unused = !imported.contains(name);
        }
        if !unused {
            used.push_str(line);
        }
        if line.starts_with("        }") {
            unused = false;
        }
    }
    Ok(used)
}

/// The name of the function for the Wasm that begins in this line of the glue.
fn function_that_begins(line: &str) -> Option<&str> {
    let (name, _) = line.strip_prefix("        ")?.split_once(": function(")?;
    (name.starts_with("__wb") && !name.contains(|c| !in_name(c))).then_some(name)
}

#[cfg(test)]
mod tests {
    use super::super::tests::module;
    use super::*;

    #[test]
    fn a_function_that_the_wasm_does_not_call_leaves_the_glue() -> Result<()> {
        let glue = "    const import0 = {\n        __wbg_error_0: function(a) {\n            x(a);\n        },\n        \
                    __wbg_now_0123: function() { return y(function () {\n            z();\n        }, arguments); },\n        \
                    __wbg_old_1: function() { return y(function () {\n            z();\n        }, arguments); },\n    };\n";
        assert_eq!(
            without_unused_functions(glue, &module())?,
            "    const import0 = {\n        __wbg_now_0123: function() { return y(function () {\n            z();\n        \
             }, arguments); },\n    };\n"
        );
        Ok(())
    }
}
