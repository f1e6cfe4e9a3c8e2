//! Takes the words of panics out of the Wasm.
//!
//! Entry point: [`without_panic_words`].

use std::collections::BTreeSet;

use anyhow::{Result, ensure};
use wasm_encoder::{CodeSection, Function, Module};
use wasmparser::{KnownCustom, Name, Parser, Payload, TypeRef};

use super::{bytes, copy};

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

#[cfg(test)]
mod tests {
    use super::super::tests::module;
    use super::*;

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
            "yew::dom_bundle::subtree_root::SubtreeData::add_listener::{{closure}}::h0123",
        ] {
            assert!(!serves_panics(name), "{name}");
        }
    }
}
