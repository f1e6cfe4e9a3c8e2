//! The promise of size: what a browser fetches to run the reader, compressed as a host would.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use brotli::enc::BrotliEncoderParams;
use walkdir::WalkDir;

/// The reader's Wasm and JavaScript together, in bytes of brotli at quality 11 (docs/budgets.md).
const READER_BYTES: usize = 80_000;

/// Measures the reader in the finished bundle and says what it found.
///
/// # Errors
/// When the reader is missing in the bundle, or larger than promised.
pub(crate) fn check(bundle: &Path) -> Result<()> {
    let mut total = 0;
    for ending in ["js", "wasm"] {
        let bytes = measure(bundle, ending)?;
        eprintln!("  reader .{ending}: {bytes} bytes in brotli");
        total += bytes;
    }
    eprintln!("  reader: {total} of {READER_BYTES} bytes in brotli");
    within(total)
}

fn within(total: usize) -> Result<()> {
    if total > READER_BYTES {
        bail!(
            "the reader is {} bytes too large ({total} of {READER_BYTES} in brotli)",
            total - READER_BYTES
        );
    }
    Ok(())
}

/// Adds up the compressed sizes of the reader's files with this ending.
fn measure(bundle: &Path, ending: &str) -> Result<usize> {
    let mut sizes = Vec::new();
    for entry in WalkDir::new(bundle) {
        let entry = entry.context("reading the bundle")?;
        if is_of_reader(&entry.file_name().to_string_lossy(), ending) {
            sizes.push(compressed_size(&fs::read(entry.path())?)?);
        }
    }
    if sizes.is_empty() {
        bail!("{} holds no reader*.{ending}", bundle.display());
    }
    Ok(sizes.iter().sum())
}

/// The press names the reader's files `reader`, then a hash of the content, then the ending.
fn is_of_reader(name: &str, ending: &str) -> bool {
    name.starts_with("reader")
        && Path::new(name)
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
    fn only_files_of_the_reader_count() {
        assert!(is_of_reader("reader.0a1b2c3d.js", "js"));
        assert!(is_of_reader("reader-0a1b2c3d.wasm", "wasm"));
        assert!(!is_of_reader("reader.0a1b2c3d.js.map", "js"));
        assert!(!is_of_reader("boot.0a1b2c3d.js", "js"));
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
