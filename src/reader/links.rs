//! Decides which clicks stay in the paper. Pure: it knows neither the document nor the network.
//!
//! Entry point: [`destination`]. What it refuses is left to the browser, as an ordinary link.

/// How a link was clicked, and what the link says of itself.
#[derive(Clone, Copy, Debug, Default)]
pub struct Click<'a> {
    /// The button, as in `MouseEvent.button`; 0 is the first one, and the keyboard.
    pub button: i16,
    /// A key was held that asks for a new tab, a new window or a download.
    pub modified: bool,
    /// Something else has already dealt with the click.
    pub prevented: bool,
    /// The link's `target`.
    pub target: &'a str,
    /// The link has `download`.
    pub download: bool,
    /// The link's `rel`.
    pub rel: &'a str,
}

impl Click<'_> {
    /// Whether the click asks for nothing but to follow the link, here and now.
    pub fn is_plain(&self) -> bool {
        self.button == 0
            && !self.modified
            && !self.prevented
            && (self.target.is_empty() || self.target.eq_ignore_ascii_case("_self"))
            && !self.download
            && !self.rel.split(' ').any(|word| word == "external")
    }
}

/// A page of the paper that a link leads to.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Destination {
    /// Absolute URL of the page, ending with `/`.
    pub page: String,
    /// The fragment, with its `#`; empty when there is none.
    pub fragment: String,
}

impl Destination {
    /// Absolute URL, with the fragment.
    pub fn url(&self) -> String {
        let mut url = self.page.clone();
        url.push_str(&self.fragment);
        url
    }
}

/// The page an absolute URL leads to, when it is another page of the paper at `root`. `None` for the
/// `shown` page itself (a fragment is the browser's, and so is asking for the page anew), for files
/// (whose last step has a dot), and for URLs with a query, which a printed paper does not have.
pub fn destination(href: &str, root: &str, shown: &str) -> Option<Destination> {
    let (page, fragment) = href.split_at(href.find('#').unwrap_or(href.len()));
    let inside = page.strip_prefix(root)?;
    let last = &inside[folder(inside).len()..];
    if inside.contains('?') || last.contains('.') {
        return None;
    }
    let mut page = page.to_owned();
    if !last.is_empty() {
        page.push('/');
    }
    (page != shown).then(|| Destination {
        page,
        fragment: fragment.to_owned(),
    })
}

/// Absolute URL of a page without its fragment and file name: the folder its data lies in.
pub fn folder(href: &str) -> &str {
    let bytes = href.as_bytes();
    let end = bytes.iter().position(|byte| matches!(byte, b'#' | b'?'));
    let path = &bytes[..end.unwrap_or(bytes.len())];
    let slash = path.iter().rposition(|byte| *byte == b'/');
    &href[..slash.map_or(0, |place| place + 1)]
}
