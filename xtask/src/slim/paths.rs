//! Takes the paths of source files out of the Wasm.
//!
//! Entry point: [`without_source_paths`].

use std::path::PathBuf;

use anyhow::Result;
use wasmparser::{Parser, Payload};

/// How the path of a source file ends.
const SOURCE_FILE: &[u8] = b".rs";

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
            from = start + beginning.len();
            let rest = &wasm[start..data.end];
            // A short folder can stand in other words, too.
            let path = rest.iter().take_while(|byte| in_path(**byte)).count();
            if let Some(length) = find(&rest[..path], SOURCE_FILE) {
                from = start + length + SOURCE_FILE.len();
                wasm[start..from].fill(0);
            }
        }
    }
    Ok(wasm)
}

/// Whether a byte can stand in the path of a source file.
fn in_path(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"/._-+\\: ".contains(&byte)
}

fn find(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    bytes.windows(wanted.len()).position(|some| some == wanted)
}

#[cfg(test)]
mod tests {
    use wasm_encoder::{ConstExpr, DataSection, Module};

    use super::*;

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
}
