//! The promise of size: what a browser fetches to run the reader, and its tools, compressed as a host would.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use brotli::enc::BrotliEncoderParams;
use walkdir::WalkDir;

/// Files that are loaded together: the beginnings of their names and their endings; how many bytes of brotli at quality 11
/// they may have (docs/budgets.md). Pagefind's script, which comes when somebody searches, has a budget of its own.
struct Budget {
    what: &'static str,
    files: &'static [(&'static str, &'static str)],
    bytes: usize,
}

const BUDGETS: [Budget; 2] = [
    Budget {
        what: "Wasm and script of the reader",
        files: &[("reader", "wasm"), ("reader", "js")],
        bytes: 136_000,
    },
    Budget {
        what: "Wasm and scripts of the tools",
        files: &[("tools", "wasm"), ("tools", "js"), ("take-away", "js")],
        bytes: 90_000,
    },
];

/// Measures the modules in the finished bundle and says what it found.
///
/// # Errors
/// When a module is missing in the bundle, or larger than promised.
pub(crate) fn check(bundle: &Path) -> Result<()> {
    for budget in &BUDGETS {
        let mut total = 0;
        for (name, ending) in budget.files {
            let bytes = measure(bundle, name, ending)?;
            eprintln!("  {name}.{ending}: {bytes} bytes in brotli");
            total += bytes;
        }
        eprintln!("  together: {total} of {} bytes in brotli", budget.bytes);
        budget.holds(total)?;
    }
    Ok(())
}

impl Budget {
    fn holds(&self, total: usize) -> Result<()> {
        if total > self.bytes {
            bail!(
                "{} are {} bytes too large ({total} of {} in brotli)",
                self.what,
                total - self.bytes,
                self.bytes
            );
        }
        Ok(())
    }
}

/// Adds up the compressed sizes of the files whose names begin and end so.
fn measure(bundle: &Path, name: &str, ending: &str) -> Result<usize> {
    let mut sizes = Vec::new();
    for entry in WalkDir::new(bundle) {
        let entry = entry.context("reading the bundle")?;
        if is_named(&entry.file_name().to_string_lossy(), name, ending) {
            sizes.push(compressed_size(&fs::read(entry.path())?)?);
        }
    }
    if sizes.is_empty() && ["reader", "tools"].contains(&name) {
        bail!("{} holds no {name}*.{ending}", bundle.display());
    }
    Ok(sizes.iter().sum())
}

/// The press puts a hash of the content between the name of a file and its ending.
fn is_named(file: &str, name: &str, ending: &str) -> bool {
    file.starts_with(name)
        && Path::new(file)
            .extension()
            .is_some_and(|extension| extension == ending)
}

pub(crate) fn compressed_size(content: &[u8]) -> Result<usize> {
    let parameters = BrotliEncoderParams {
        quality: 11,
        lgwin: 22,
        size_hint: content.len(),
        ..BrotliEncoderParams::default()
    };
    let mut compressed = Vec::new();
    brotli::BrotliCompress(&mut &*content, &mut compressed, &parameters)?;
    Ok(compressed.len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use xshell::Shell;

    #[test]
    fn a_module_of_just_the_promised_size_passes_and_one_byte_more_does_not() {
        for budget in &BUDGETS {
            assert!(budget.holds(budget.bytes).is_ok());
            assert!(budget.holds(budget.bytes + 1).is_err());
        }
    }

    #[test]
    fn only_files_of_that_name_count() {
        assert!(is_named("reader.0a1b2c3d.js", "reader", "js"));
        assert!(is_named("reader-0a1b2c3d.wasm", "reader", "wasm"));
        assert!(!is_named("reader.0a1b2c3d.js.map", "reader", "js"));
        assert!(!is_named("boot.0a1b2c3d.js", "reader", "js"));
    }

    #[test]
    fn a_bundle_without_a_reader_is_a_fault() -> Result<()> {
        let shell = Shell::new()?;
        let bundle = shell.create_temp_dir()?;
        assert!(check(bundle.path()).is_err());
        shell.write_file(bundle.path().join("assets/reader.1.js"), "start()")?;
        assert!(check(bundle.path()).is_err());
        shell.write_file(bundle.path().join("assets/reader.1.wasm"), "\0asm")?;
        assert!(check(bundle.path()).is_err());
        shell.write_file(bundle.path().join("assets/tools.1.js"), "open()")?;
        shell.write_file(bundle.path().join("assets/tools.1.wasm"), "\0asm")?;
        check(bundle.path())
    }

    #[test]
    fn repeated_content_is_measured_compressed() -> Result<()> {
        let size = compressed_size("newsprint ".repeat(1_000).as_bytes())?;
        assert!(size > 0 && size < 100, "{size}");
        Ok(())
    }
}
