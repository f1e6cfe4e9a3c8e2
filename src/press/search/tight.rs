//! Smaller copies of what Pagefind compressed.
//!
//! Entry point: [`again`]. Pagefind's files are gzip, whatever a host does; the table of all stories, which every search
//! needs, becomes a seventh smaller when somebody takes more time for it.

use std::io::Read;

use flate2::read::GzDecoder;
use libdeflater::{CompressionLvl, Compressor};

/// The same content in fewer bytes of gzip; what is no gzip stays as it is.
pub(super) fn again(bytes: &[u8]) -> Vec<u8> {
    compressed(bytes)
        .filter(|smaller| smaller.len() < bytes.len())
        .unwrap_or_else(|| bytes.to_vec())
}

fn compressed(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut plain = Vec::new();
    GzDecoder::new(bytes).read_to_end(&mut plain).ok()?;
    let mut compressor = Compressor::new(CompressionLvl::best());
    let mut smaller = vec![0; compressor.gzip_compress_bound(plain.len())];
    let size = compressor.gzip_compress(&plain, &mut smaller).ok()?;
    smaller.truncate(size);
    Some(smaller)
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use flate2::Compression;
    use flate2::write::GzEncoder;

    use super::*;

    #[test]
    fn the_content_stays_and_takes_fewer_bytes() {
        let words: String = (0..2_000)
            .map(|number| format!("{} ", number * 7))
            .collect();
        let mut gzip = GzEncoder::new(Vec::new(), Compression::fast());
        gzip.write_all(words.as_bytes()).unwrap();
        let gzip = gzip.finish().unwrap();
        let again = again(&gzip);
        let mut read = String::new();
        GzDecoder::new(again.as_slice())
            .read_to_string(&mut read)
            .unwrap();
        assert_eq!(read, words);
        assert!(again.len() < gzip.len());
    }

    #[test]
    fn what_is_no_gzip_stays_as_it_is() {
        assert_eq!(again(b"{}"), b"{}");
    }
}
