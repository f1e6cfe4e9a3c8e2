//! The promise of size: what a browser fetches to run the reader and its tools, compressed as a host would.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use brotli::enc::BrotliEncoderParams;
use walkdir::WalkDir;

/// Wasm and JavaScript for everything together, in bytes of brotli at quality 11 (docs/budgets.md). Pagefind's script,
/// which comes when somebody searches, has a budget of its own.
const READER_BYTES: usize = 180_000;

/// The files that count, by the beginning of their names and their ending; the first two are needed.
const FILES: [(&str, &str); 4] = [
    ("reader", "wasm"),
    ("reader", "js"),
    ("take-away", "js"),
    ("service-worker", "js"),
];

/// Measures the reader in the finished bundle and says what it found.
///
/// # Errors
/// When the reader is missing in the bundle, or larger than promised.
pub(crate) fn check(bundle: &Path) -> Result<()> {
    let mut total = 0;
    for (name, ending) in FILES {
        let bytes = measure(bundle, name, ending)?;
        eprintln!("  {name}.{ending}: {bytes} bytes in brotli");
        total += bytes;
    }
    eprintln!("  together: {total} of {READER_BYTES} bytes in brotli");
    within(total)
}

fn within(total: usize) -> Result<()> {
    if total > READER_BYTES {
        bail!(
            "the reader and its tools are {} bytes too large ({total} of {READER_BYTES} in brotli)",
            total - READER_BYTES
        );
    }
    Ok(())
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
    if sizes.is_empty() && name == FILES[0].0 {
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
    fn a_reader_of_just_the_promised_size_passes_and_one_byte_more_does_not() {
        assert!(within(READER_BYTES).is_ok());
        assert!(within(READER_BYTES + 1).is_err());
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
        check(bundle.path())
    }

    #[test]
    fn repeated_content_is_measured_compressed() -> Result<()> {
        let size = compressed_size("newsprint ".repeat(1_000).as_bytes())?;
        assert!(size > 0 && size < 100, "{size}");
        Ok(())
    }
}
