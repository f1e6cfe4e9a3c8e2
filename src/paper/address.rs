//! Addresses that mean the same page. Pure.
//!
//! Entry point: [`is_same`].

use std::iter;

/// Whether two addresses on one host are those of one page. Letters may be written with `%` or not, and be large or
/// small (no address of a paper has large ones, and some hosts do not tell them apart), and a folder's page may be named
/// by its file.
#[inline(never)]
pub fn is_same(one: &str, other: &str) -> bool {
    plain(one).eq(plain(other))
}

/// The bytes of an address as it is written plainly.
fn plain(address: &str) -> impl Iterator<Item = u8> {
    let folder = address.strip_suffix("index.html").unwrap_or(address);
    let mut rest = folder.as_bytes();
    iter::from_fn(move || {
        let byte = match *rest {
            [b'%', high, low, ref after @ ..]
                if let (Some(high), Some(low)) = (digit(high), digit(low)) =>
            {
                rest = after;
                high * 16 + low
            }
            [byte, ref after @ ..] => {
                rest = after;
                byte
            }
            [] => return None,
        };
        Some(byte.to_ascii_lowercase())
    })
}

fn digit(byte: u8) -> Option<u8> {
    char::from(byte).to_digit(16).map(|digit| digit as u8)
}

#[cfg(test)]
mod tests {
    use super::is_same;

    #[test]
    fn an_address_is_the_same_however_it_is_written() {
        for written in [
            "/news/stories/caf%C3%A9/",
            "/news/stories/caf%c3%a9/",
            "/news/stories/café/",
            "/news/stories/caf%C3%A9/index.html",
            "/news/%73tories/caf%C3%A9/",
            "/News/Stories/Caf%C3%A9/",
        ] {
            assert!(is_same(written, "/news/stories/caf%C3%A9/"), "{written}");
        }
    }

    #[test]
    fn another_page_is_another() {
        for other in [
            "/stories/a",
            "/stories/b/",
            "/a/",
            "/stories/a/b/",
            "",
            "/stories/%zz/",
            "/stories/a%/",
        ] {
            assert!(!is_same("/stories/a/", other), "{other}");
        }
    }
}
