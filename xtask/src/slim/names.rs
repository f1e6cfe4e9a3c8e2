//! Shortens the names by which the Wasm and its glue know each other.
//!
//! Entry point: [`with_short_names`].

use anyhow::{Result, bail, ensure};
use wasm_encoder::{EntityType, ExportKind, ExportSection, ImportSection, Module};
use wasmparser::{ExternalKind, Parser, Payload, TypeRef};

use super::{GLUE_MODULE, copy, in_name};
use crate::print::Reader;

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
    use std::collections::BTreeSet;

    use super::super::tests::module;
    use super::*;

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
