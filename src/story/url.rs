//! The one allow-list that every address in a story passes, on the press and in the browser.
//!
//! Entry point: [`Reference::parse`]. What it does not allow is reported by the press and drawn
//! without a link by the views, so that no script address reaches a page from any server's JSON.

/// What an `href` of a story may be.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Reference<'a> {
    /// An absolute URL with an allowed scheme, or a fragment of the same page.
    Foreign(&'a str),
    /// A story of the paper, by slug (`story:slug`).
    Story(&'a str),
    /// A section, by slug (`section:slug`).
    Section(&'a str),
    /// A topic, by name (`topic:Name`).
    Topic(&'a str),
    /// An author, by name (`author:Name`).
    Author(&'a str),
    /// The front page (`front:`).
    Front,
    /// An address inside the printed paper, from its top: what the press makes of the kinds above.
    Inside(&'a str),
    /// Nothing that may be linked to; the scheme, or what else is wrong.
    Forbidden(&'a str),
}

/// Schemes that lead out of the paper without running anything.
const SCHEMES: &[&str] = &["https", "http", "mailto", "tel"];

impl<'a> Reference<'a> {
    /// Reads an `href`.
    pub fn parse(href: &'a str) -> Self {
        let hidden = |c: char| c.is_control() || (c.is_whitespace() && c != ' ') || c == '\\';
        if href.is_empty() || href.trim() != href || href.contains(hidden) {
            return Self::Forbidden(href);
        }
        if href.starts_with('#') {
            return Self::Foreign(href);
        }
        let Some((scheme, rest)) = scheme(href) else {
            return if href.starts_with('/') {
                Self::Forbidden(href)
            } else {
                Self::Inside(href)
            };
        };
        match scheme {
            "story" => Self::Story(rest),
            "section" => Self::Section(rest),
            "topic" => Self::Topic(rest),
            "author" => Self::Author(rest),
            "front" => Self::Front,
            _ if SCHEMES
                .iter()
                .any(|known| scheme.eq_ignore_ascii_case(known)) =>
            {
                Self::Foreign(href)
            }
            _ => Self::Forbidden(scheme),
        }
    }
}

/// Divides `scheme:rest` (RFC 3986, 3.1); a colon after a slash belongs to a path.
fn scheme(href: &str) -> Option<(&str, &str)> {
    let (scheme, rest) = href.split_once(':')?;
    (!scheme.contains(['/', '?', '#'])).then_some((scheme, rest))
}

/// Whether a path stays inside the folder it starts from: relative, without `..`, `.` or empty steps.
pub fn stays_inside(path: &str) -> bool {
    !path.contains(['\\', ':', '\0'])
        && path
            .split('/')
            .all(|step| !step.is_empty() && step != "." && step != "..")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_script_address_is_forbidden_however_it_is_written() {
        for href in [
            "javascript:alert(1)",
            "JavaScript:x",
            "java\nscript:x",
            " javascript:x",
            "data:text/html,x",
            "vbscript:x",
            "//evil.example/",
            "/\\evil.example",
            "blob:x",
            "file:///etc/passwd",
            "",
        ] {
            assert!(
                matches!(Reference::parse(href), Reference::Forbidden(_)),
                "{href:?}"
            );
        }
    }

    #[test]
    fn addresses_that_lead_out_and_places_of_the_paper_are_allowed() {
        assert_eq!(
            Reference::parse("https://example.org/a:b"),
            Reference::Foreign("https://example.org/a:b")
        );
        assert_eq!(Reference::parse("#notes"), Reference::Foreign("#notes"));
        assert_eq!(Reference::parse("story:heron"), Reference::Story("heron"));
        assert_eq!(
            Reference::parse("topic:Tern Marsh"),
            Reference::Topic("Tern Marsh")
        );
        assert_eq!(
            Reference::parse("stories/a/"),
            Reference::Inside("stories/a/")
        );
    }

    #[test]
    fn a_path_that_leaves_its_folder_is_noticed() {
        assert!(stays_inside("pictures/a.jpg"));
        for path in [
            "../a",
            "a/../../b",
            "/etc/passwd",
            "a//b",
            "c:\\x",
            "./a",
            "",
        ] {
            assert!(!stays_inside(path), "{path}");
        }
    }
}
