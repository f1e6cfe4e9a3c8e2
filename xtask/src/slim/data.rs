//! Blanks the data of the Wasm that nothing uses any more: what panics would have said, and where; names and tables of
//! functions that were taken out.
//!
//! Entry point: [`without_unused_data`].
//!
//! 1. The linker keeps every constant apart (`--no-merge-data-segments` in `.cargo/config.toml`), and so does `wasm-opt`.
//! 2. A constant is in use when the code names an address in it, or at its end, or when one in use holds such an address.
//!    Every number that may be an address is taken for one, so too much is kept and never too little; and since code may
//!    count from a place before a table, one that begins shortly after an address in use is in use too.
//! 3. All of them become one again. Blanks compress to nothing.

use std::collections::BTreeSet;
use std::ops::Range;

use anyhow::{Context, Result, bail};
use wasm_encoder::{ConstExpr, DataCountSection, DataSection, Module};
use wasmparser::{DataKind, MemArg, Operator, Parser, Payload};

use super::copy;

/// So many bytes before a constant an address may lie that is counted from: that of the largest thing in a table.
const BEFORE: u32 = 24;

/// A constant: where it lies in memory, and its bytes.
struct Constant {
    place: Range<u32>,
    bytes: Vec<u8>,
}

/// Blanks the constants that nothing uses, and makes all of them one.
///
/// # Errors
/// When the bytes are no Wasm, or its data is not what a linker makes of a program of Rust.
pub(crate) fn without_unused_data(wasm: &[u8]) -> Result<Vec<u8>> {
    let constants = constants(wasm)?;
    let (Some(first), Some(last)) = (constants.first(), constants.last()) else {
        return Ok(wasm.to_vec());
    };
    let (start, end) = (first.place.start, last.place.end);
    let used = used(&constants, addresses(wasm)?);
    let mut memory = vec![0; usize::try_from(end - start)?];
    for number in used {
        let constant = &constants[number];
        let from = usize::try_from(constant.place.start - start)?;
        memory[from..from + constant.bytes.len()].copy_from_slice(&constant.bytes);
    }
    let mut data = DataSection::new();
    data.active(0, &ConstExpr::i32_const(start.cast_signed()), memory);
    let mut module = Module::new();
    for payload in Parser::new(0).parse_all(wasm) {
        match payload? {
            Payload::DataSection(_) => {
                module.section(&data);
            }
            Payload::DataCountSection { .. } => {
                module.section(&DataCountSection { count: 1 });
            }
            other => copy(wasm, &other, &mut module)?,
        }
    }
    Ok(module.finish())
}

fn constants(wasm: &[u8]) -> Result<Vec<Constant>> {
    let mut constants = Vec::new();
    for payload in Parser::new(0).parse_all(wasm) {
        let Payload::DataSection(section) = payload? else {
            continue;
        };
        for data in section {
            let data = data?;
            let DataKind::Active { offset_expr, .. } = data.kind else {
                bail!("the Wasm has data without a place");
            };
            let Operator::I32Const { value } = offset_expr.get_operators_reader().read()? else {
                bail!("the Wasm has data whose place is reckoned");
            };
            let start = value.cast_unsigned();
            let length = u32::try_from(data.data.len())?;
            constants.push(Constant {
                place: start
                    ..start
                        .checked_add(length)
                        .context("data beyond the memory")?,
                bytes: data.data.to_vec(),
            });
        }
    }
    constants.sort_by_key(|constant| constant.place.start);
    Ok(constants)
}

/// Every number in the code that may be an address.
fn addresses(wasm: &[u8]) -> Result<BTreeSet<u32>> {
    let mut found = BTreeSet::new();
    for payload in Parser::new(0).parse_all(wasm) {
        match payload? {
            Payload::CodeSectionEntry(body) => {
                for operator in body.get_operators_reader()? {
                    found.extend(address(&operator?));
                }
            }
            Payload::GlobalSection(globals) => {
                for global in globals {
                    for operator in global?.init_expr.get_operators_reader() {
                        found.extend(address(&operator?));
                    }
                }
            }
            _ => {}
        }
    }
    Ok(found)
}

fn address(operator: &Operator) -> Option<u32> {
    let of = |memarg: &MemArg| u32::try_from(memarg.offset).ok();
    match operator {
        Operator::I32Const { value } => Some(value.cast_unsigned()),
        Operator::I64Const { value } => u32::try_from(*value).ok(),
        Operator::I32Load { memarg }
        | Operator::I64Load { memarg }
        | Operator::F32Load { memarg }
        | Operator::F64Load { memarg }
        | Operator::I32Load8S { memarg }
        | Operator::I32Load8U { memarg }
        | Operator::I32Load16S { memarg }
        | Operator::I32Load16U { memarg }
        | Operator::I64Load8S { memarg }
        | Operator::I64Load8U { memarg }
        | Operator::I64Load16S { memarg }
        | Operator::I64Load16U { memarg }
        | Operator::I64Load32S { memarg }
        | Operator::I64Load32U { memarg }
        | Operator::I32Store { memarg }
        | Operator::I64Store { memarg }
        | Operator::F32Store { memarg }
        | Operator::F64Store { memarg }
        | Operator::I32Store8 { memarg }
        | Operator::I32Store16 { memarg }
        | Operator::I64Store8 { memarg }
        | Operator::I64Store16 { memarg }
        | Operator::I64Store32 { memarg } => of(memarg),
        _ => None,
    }
}

/// Numbers of the constants in use.
fn used(constants: &[Constant], roots: BTreeSet<u32>) -> BTreeSet<usize> {
    let mut used = BTreeSet::new();
    let mut left: Vec<u32> = roots.into_iter().collect();
    while let Some(address) = left.pop() {
        for number in meant(constants, address) {
            if used.insert(number) {
                left.extend(held(&constants[number]));
            }
        }
    }
    used
}

/// The constants that an address may mean: the one it lies in or ends, and one that begins shortly after it.
fn meant(constants: &[Constant], address: u32) -> impl Iterator<Item = usize> {
    let after = constants.partition_point(|constant| constant.place.start <= address);
    let before = after.saturating_sub(2)..after;
    let holds = |number: &usize| {
        let place = &constants[*number].place;
        (place.start..=place.end).contains(&address)
    };
    let soon = constants
        .get(after)
        .filter(|next| next.place.start - address <= BEFORE);
    before
        .filter(holds)
        .chain(soon.map(|_| after))
        .collect::<Vec<_>>()
        .into_iter()
}

/// What may be addresses in a constant: whole words where words lie.
fn held(constant: &Constant) -> impl Iterator<Item = u32> {
    let skipped = constant.place.start.wrapping_neg() as usize % 4;
    let words = constant.bytes.get(skipped..).unwrap_or_default();
    words
        .chunks_exact(4)
        .map(|word| u32::from_le_bytes([word[0], word[1], word[2], word[3]]))
}

#[cfg(test)]
mod tests {
    use wasm_encoder::{
        CodeSection, Function, FunctionSection, MemorySection, MemoryType, TypeSection,
    };

    use super::*;

    /// A function that names the address 1000; constants there, where that one leads, and elsewhere.
    fn module() -> Vec<u8> {
        let mut types = TypeSection::new();
        types.ty().function([], []);
        let mut functions = FunctionSection::new();
        functions.function(0);
        let mut memories = MemorySection::new();
        memories.memory(MemoryType {
            minimum: 1,
            maximum: None,
            memory64: false,
            shared: false,
            page_size_log2: None,
        });
        let mut code = CodeSection::new();
        let mut body = Function::new([]);
        body.instructions().i32_const(1000).drop().end();
        code.function(&body);
        let mut data = DataSection::new();
        data.active(0, &ConstExpr::i32_const(1000), 1200_u32.to_le_bytes());
        data.active(0, &ConstExpr::i32_const(1100), *b"unused");
        data.active(0, &ConstExpr::i32_const(1200), *b"held");
        let mut module = Module::new();
        module
            .section(&types)
            .section(&functions)
            .section(&memories)
            .section(&DataCountSection { count: 3 })
            .section(&code)
            .section(&data);
        module.finish()
    }

    #[test]
    fn only_what_the_code_leads_to_stays_and_lies_where_it_lay() -> Result<()> {
        let small = without_unused_data(&module())?;
        wasmparser::validate(&small)?;
        let constants = constants(&small)?;
        assert_eq!(constants.len(), 1);
        assert_eq!(constants[0].place, 1000..1204);
        let bytes = &constants[0].bytes;
        assert_eq!(bytes[..4], 1200_u32.to_le_bytes());
        assert_eq!(&bytes[200..], b"held");
        assert!(bytes[4..200].iter().all(|byte| *byte == 0));
        Ok(())
    }

    #[test]
    fn what_is_counted_from_a_place_before_it_is_in_use() {
        let constant = |start: u32| Constant {
            place: start..start + 8,
            bytes: vec![0; 8],
        };
        let constants = [constant(100), constant(200), constant(300)];
        assert_eq!(used(&constants, BTreeSet::from([190])), BTreeSet::from([1]));
        assert_eq!(used(&constants, BTreeSet::from([208])), BTreeSet::from([1]));
        assert_eq!(used(&constants, BTreeSet::from([250])), BTreeSet::new());
    }
}
