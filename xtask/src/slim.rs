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

use std::collections::BTreeSet;
use std::ops::Range;
use std::path::PathBuf;

use anyhow::{Context, Result, bail, ensure};
use wasm_encoder::{
    CodeSection, EntityType, ExportKind, ExportSection, Function, ImportSection, Module, RawSection,
};
use wasmparser::{ExternalKind, KnownCustom, Name, Parser, Payload, TypeRef};

use crate::print::Reader;

/// Functions that end in a panic, by the beginning of their name.
const PANICS: &[&str] = &[
    "core::panicking::",
    "core::option::unwrap_failed",
    "core::option::expect_failed",
    "core::result::unwrap_failed",
    "core::cell::panic_already",
    "core::cell::lazy::panic",
    "core::slice::index::slice_index_fail",
    "core::str::slice_error_fail",
    "alloc::raw_vec::handle_error",
    "alloc::raw_vec::capacity_overflow",
    "alloc::alloc::handle_alloc_error",
    "std::panicking::panic_handler",
    "std::panicking::panic_with_hook",
    "std::alloc::rust_oom",
    "std::thread::local::panic_access_error",
    "console_error_panic_hook::hook",
];

/// How functions are called that describe a value in a panic.
const DESCRIPTION: &str = " as core::fmt::Debug>::fmt";

/// How the path of a source file ends.
const SOURCE_FILE: &[u8] = b".rs";

/// What wasm-bindgen calls the module that the Wasm imports from.
const GLUE_MODULE: &str = "./newsprint_bg.js";

/// Makes every panic a trap without words.
///
/// # Errors
/// When the bytes are no Wasm, or its functions have no names.
pub(crate) fn without_panic_words(wasm: &[u8]) -> Result<Vec<u8>> {
    let silenced = panics(wasm)?;
    ensure!(
        !silenced.is_empty(),
        "no function of the Wasm that panics is known by name; were the names taken out before?"
    );
    let mut number = imported_functions(wasm)?;
    let mut module = Module::new();
    let mut code = CodeSection::new();
    let mut bodies_left = 0;
    for payload in Parser::new(0).parse_all(wasm) {
        match payload? {
            Payload::CodeSectionStart { count, .. } => bodies_left = count,
            Payload::CodeSectionEntry(body) => {
                if silenced.contains(&number) {
                    code.function(&trap());
                } else {
                    code.raw(bytes(wasm, body.range())?);
                }
                number += 1;
                bodies_left -= 1;
                if bodies_left == 0 {
                    module.section(&code);
                }
            }
            other => copy(wasm, &other, &mut module)?,
        }
    }
    Ok(module.finish())
}

fn trap() -> Function {
    let mut trap = Function::new([]);
    trap.instructions().unreachable().end();
    trap
}

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

/// Numbers of the functions that serve panics alone.
fn panics(wasm: &[u8]) -> Result<BTreeSet<u32>> {
    let mut found = BTreeSet::new();
    for payload in Parser::new(0).parse_all(wasm) {
        let Payload::CustomSection(section) = payload? else {
            continue;
        };
        let KnownCustom::Name(parts) = section.as_known() else {
            continue;
        };
        for part in parts {
            let Name::Function(names) = part? else {
                continue;
            };
            for naming in names {
                let naming = naming?;
                if serves_panics(naming.name) {
                    found.insert(naming.index);
                }
            }
        }
    }
    Ok(found)
}

/// Whether a function of this name serves panics alone. Crates may carry a hash: `core[c5930c85]::…`.
fn serves_panics(name: &str) -> bool {
    let mut plain = String::new();
    let mut inside = 0_u32;
    for c in name.chars() {
        match c {
            '[' => inside += 1,
            ']' => inside = inside.saturating_sub(1),
            c if inside == 0 => plain.push(c),
            _ => {}
        }
    }
    plain.contains(DESCRIPTION) || PANICS.iter().any(|panic| plain.starts_with(panic))
}

fn imported_functions(wasm: &[u8]) -> Result<u32> {
    let mut count = 0;
    for payload in Parser::new(0).parse_all(wasm) {
        if let Payload::ImportSection(imports) = payload? {
            for import in imports.into_imports() {
                count += u32::from(matches!(import?.ty, TypeRef::Func(_)));
            }
        }
    }
    Ok(count)
}

/// Blanks the paths of source files below these folders, which panics would name: they say where this machine keeps
/// what it compiles.
///
/// # Errors
/// When the bytes are no Wasm.
pub(crate) fn without_source_paths(mut wasm: Vec<u8>, folders: &[PathBuf]) -> Result<Vec<u8>> {
    let mut data = 0..0;
    for payload in Parser::new(0).parse_all(&wasm) {
        if let Payload::DataSection(section) = payload? {
            let range = section.range();
            data = usize::try_from(range.start)?..usize::try_from(range.end)?;
        }
    }
    for folder in folders {
        let beginning = folder.as_os_str().as_encoded_bytes();
        let mut from = data.start;
        while let Some(start) = find(&wasm[from..data.end], beginning) {
            let start = from + start;
            let length = find(&wasm[start..data.end], SOURCE_FILE)
                .with_context(|| format!("a path below {} has no end", folder.display()))?;
            from = start + length + SOURCE_FILE.len();
            wasm[start..from].fill(0);
        }
    }
    Ok(wasm)
}

fn find(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    bytes.windows(wanted.len()).position(|some| some == wanted)
}

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

/// Gives what the Wasm imports and exports short names, in both files.
///
/// # Errors
/// When the bytes are no Wasm, or the two files do not belong together.
pub(crate) fn with_short_names(reader: &Reader) -> Result<Reader> {
    let mut script = Script {
        text: reader.script.clone(),
        names: 0,
    };
    let mut module = Module::new();
    for payload in Parser::new(0).parse_all(&reader.wasm) {
        match payload? {
            Payload::ImportSection(imports) => {
                let mut renamed = ImportSection::new();
                for import in imports.into_imports() {
                    let import = import?;
                    let TypeRef::Func(kind) = import.ty else {
                        bail!("the Wasm imports {}, which is no function", import.name);
                    };
                    let name = script.shorten(import.name)?;
                    renamed.import("a", &name, EntityType::Function(kind));
                }
                module.section(&renamed);
            }
            Payload::ExportSection(exports) => {
                let mut renamed = ExportSection::new();
                for export in exports {
                    let export = export?;
                    // Only the glue can use an export, so one that it does not know is of no use.
                    let name = match is_long(export.name) {
                        true if !script.text.contains(export.name) => continue,
                        true => script.shorten(export.name)?,
                        false => export.name.to_owned(),
                    };
                    renamed.export(&name, kind_of(export.kind)?, export.index);
                }
                module.section(&renamed);
            }
            other => copy(&reader.wasm, &other, &mut module)?,
        }
    }
    let quoted = format!("\"{GLUE_MODULE}\"");
    ensure!(
        script.text.matches(&quoted).count() == 1,
        "the glue does not name the module {GLUE_MODULE} once"
    );
    Ok(Reader {
        script: script.text.replace(&quoted, "\"a\""),
        wasm: module.finish(),
    })
}

fn kind_of(kind: ExternalKind) -> Result<ExportKind> {
    Ok(match kind {
        ExternalKind::Func => ExportKind::Func,
        ExternalKind::Table => ExportKind::Table,
        ExternalKind::Memory => ExportKind::Memory,
        ExternalKind::Global => ExportKind::Global,
        other => bail!("the Wasm exports a {other:?}, which wasm-bindgen's glue cannot use"),
    })
}

/// The bytes at a place that the parser named.
fn bytes(wasm: &[u8], place: Range<u64>) -> Result<&[u8]> {
    let place = usize::try_from(place.start)?..usize::try_from(place.end)?;
    wasm.get(place).context("the Wasm ends too early")
}

/// Whether wasm-bindgen made this name up; the others, such as `memory`, are words that occur elsewhere too.
fn is_long(name: &str) -> bool {
    name.contains("__")
}

/// The glue, while names in it change.
struct Script {
    text: String,
    names: usize,
}

impl Script {
    /// Gives a name a short one.
    fn shorten(&mut self, long: &str) -> Result<String> {
        let short = short_name(self.names);
        self.names += 1;
        let mut text = String::with_capacity(self.text.len());
        let mut rest = self.text.as_str();
        let mut found = false;
        while let Some(place) = rest.find(long) {
            let (before, after) = rest.split_at(place);
            let after = &after[long.len()..];
            text.push_str(before);
            if before.ends_with(in_name) || after.starts_with(in_name) {
                text.push_str(long);
            } else {
                text.push_str(&short);
                found = true;
            }
            rest = after;
        }
        text.push_str(rest);
        ensure!(found, "the glue does not know {long}, which the Wasm names");
        self.text = text;
        Ok(short)
    }
}

/// Whether a character can stand in a name of JavaScript.
fn in_name(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '_' || c == '$'
}

/// `a`, `b`, … `z`, `a0`, `b0`, … `z0`, `a1`, …: none is a word that JavaScript keeps for itself.
fn short_name(number: usize) -> String {
    let letter = char::from(b'a' + (number % 26) as u8);
    match number / 26 {
        0 => letter.to_string(),
        round => format!("{letter}{}", round - 1),
    }
}

#[cfg(test)]
mod tests {
    use wasm_encoder::{
        ConstExpr, CustomSection, DataSection, FunctionSection, NameMap, NameSection, TypeSection,
    };

    use super::*;

    /// Imports `__wbg_now_0123`, has `core[12]::panicking::panic_fmt` and `draw`, and exports both.
    fn module() -> Vec<u8> {
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

    fn bodies(wasm: &[u8]) -> Result<Vec<Vec<u8>>> {
        let mut bodies = Vec::new();
        for payload in Parser::new(0).parse_all(wasm) {
            if let Payload::CodeSectionEntry(body) = payload? {
                bodies.push(bytes(wasm, body.range())?.to_vec());
            }
        }
        Ok(bodies)
    }

    #[test]
    fn a_function_that_panics_becomes_a_trap_and_the_others_stay() -> Result<()> {
        let before = bodies(&module())?;
        let after = bodies(&without_panic_words(&module())?)?;
        assert_eq!(after[0], [0, 0x00, 0x0b]);
        assert_eq!(after[1], before[1]);
        Ok(())
    }

    #[test]
    fn only_what_serves_panics_is_taken_out() {
        for name in [
            "core[c5930c85a12de822]::panicking::panic_bounds_check",
            "<char as core[c5930c85a12de822]::fmt::Debug>::fmt",
            "<implicit_clone::IString as core::fmt::Debug>::fmt::h4f",
            "console_error_panic_hook::hook::h44",
        ] {
            assert!(serves_panics(name), "{name}");
        }
        for name in [
            "<u32 as core[c5930c85a12de822]::fmt::Display>::fmt",
            "std[a5]::panicking::set_hook",
            "newsprint::reader::guard::die",
        ] {
            assert!(!serves_panics(name), "{name}");
        }
    }

    #[test]
    fn names_become_short_in_both_files_and_words_stay() -> Result<()> {
        let reader = Reader {
            script: "const i={\"./newsprint_bg.js\":{__wbg_now_0123:()=>0,__wbg_now_01234:1}};w.__wbindgen_start();w.main()".to_owned(),
            wasm: module(),
        };
        let short = with_short_names(&reader)?;
        assert_eq!(
            short.script,
            "const i={\"a\":{a:()=>0,__wbg_now_01234:1}};w.b();w.main()"
        );
        let mut names = Vec::new();
        for payload in Parser::new(0).parse_all(&short.wasm) {
            match payload? {
                Payload::ImportSection(imports) => {
                    for import in imports.into_imports() {
                        let import = import?;
                        names.push(format!("{} {}", import.module, import.name));
                    }
                }
                Payload::ExportSection(exports) => {
                    for export in exports {
                        names.push(export?.name.to_owned());
                    }
                }
                _ => {}
            }
        }
        assert_eq!(names, ["a a", "b", "main"]);
        Ok(())
    }

    #[test]
    fn the_paths_of_source_files_are_blanked_and_other_data_stays() -> Result<()> {
        let mut data = DataSection::new();
        let text =
            "before/home/someone/.cargo/registry/src/yew/a.rsbetween/rustc/01/core.rsafter.rs";
        data.active(0, &ConstExpr::i32_const(0), text.bytes());
        let mut module = Module::new();
        module.section(&data);
        let folders = ["/home/someone/.cargo", "/rustc/"].map(PathBuf::from);
        let blanked = without_source_paths(module.finish(), &folders)?;
        let blanked = String::from_utf8_lossy(&blanked);
        let words: Vec<&str> = blanked
            .split('\0')
            .filter(|word| !word.is_empty())
            .collect();
        assert!(words[words.len() - 3].ends_with("before"));
        assert_eq!(words[words.len() - 2..], ["between", "after.rs"]);
        Ok(())
    }

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

    #[test]
    fn a_glue_of_another_reader_is_refused() {
        let reader = Reader {
            script: "export default 1".to_owned(),
            wasm: module(),
        };
        assert!(with_short_names(&reader).is_err());
    }

    #[test]
    fn short_names_do_not_repeat() {
        let names: BTreeSet<String> = (0..700).map(short_name).collect();
        assert_eq!(names.len(), 700);
    }
}
