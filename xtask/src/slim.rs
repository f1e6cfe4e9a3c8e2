//! Takes out of the compiled reader what only a programmer would read.
//!
//! Entry points: [`without_panic_words`] before `wasm-opt`, which then removes what nothing reaches any more;
//! [`without_source_paths`] and [`without_unused_functions`] after it, and [`with_short_names`] when both files are small.
//!
//! 1. A panic in Wasm prints words and then traps. A release traps at once: the words, and the code that puts them
//!    together, are a twentieth of the reader. The reader notices the trap itself (`src/reader/guard.rs`).
//! 2. The paths of source files, which the words named, are blanked.
//! 3. What the Wasm no longer calls can leave the glue, too.
//! 4. wasm-bindgen names each function that the Wasm imports and exports at length, with a hash, in both files.

mod functions;
mod names;
mod panics;
mod paths;

use std::ops::Range;

use anyhow::{Context, Result};
use wasm_encoder::{Module, RawSection};
use wasmparser::Payload;

pub(crate) use functions::without_unused_functions;
pub(crate) use names::with_short_names;
pub(crate) use panics::without_panic_words;
pub(crate) use paths::without_source_paths;

/// What wasm-bindgen calls the module that the Wasm imports from.
const GLUE_MODULE: &str = "./newsprint_bg.js";

/// Copies a section as it is.
fn copy(wasm: &[u8], payload: &Payload, module: &mut Module) -> Result<()> {
    if let Some((id, range)) = payload.as_section() {
        module.section(&RawSection {
            id,
            data: bytes(wasm, range)?,
        });
    }
    Ok(())
}

/// The bytes at a place that the parser named.
fn bytes(wasm: &[u8], place: Range<u64>) -> Result<&[u8]> {
    let place = usize::try_from(place.start)?..usize::try_from(place.end)?;
    wasm.get(place).context("the Wasm ends too early")
}

/// Whether a character can stand in a name of JavaScript.
fn in_name(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '_' || c == '$'
}

#[cfg(test)]
mod tests {
    use wasm_encoder::{
        CodeSection, CustomSection, EntityType, ExportKind, ExportSection, Function,
        FunctionSection, ImportSection, NameMap, NameSection, TypeSection,
    };

    use super::*;

    /// Imports `__wbg_now_0123`, has `core[12]::panicking::panic_fmt` and `draw`, and exports both.
    pub(super) fn module() -> Vec<u8> {
        let mut types = TypeSection::new();
        types.ty().function([], []);
        let mut imports = ImportSection::new();
        imports.import(GLUE_MODULE, "__wbg_now_0123", EntityType::Function(0));
        let mut functions = FunctionSection::new();
        functions.function(0).function(0);
        let mut exports = ExportSection::new();
        exports.export("__wbindgen_start", ExportKind::Func, 1);
        exports.export("main", ExportKind::Func, 2);
        exports.export("__unknown", ExportKind::Func, 2);
        let mut code = CodeSection::new();
        for _ in 0..2 {
            let mut body = Function::new([]);
            body.instructions().call(0).end();
            code.function(&body);
        }
        let mut names = NameMap::new();
        names.append(1, "core[12]::panicking::panic_fmt");
        names.append(2, "newsprint::draw");
        let mut naming = NameSection::new();
        naming.functions(&names);
        let mut module = Module::new();
        module
            .section(&types)
            .section(&imports)
            .section(&functions)
            .section(&exports)
            .section(&code)
            .section(&naming)
            .section(&CustomSection {
                name: "kept".into(),
                data: b"as it is".into(),
            });
        module.finish()
    }
}
